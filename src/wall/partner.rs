//! What a partner is and says. Whoever holds one of these got it from a view for women’s safety work; the words open for its clearance only.

use std::fmt;

use chrono::NaiveDate;

use super::{DisclosureRecord, Walled, WomensSafety};
use crate::model::programme::{Answer, FollowUp, Measure, OwesNotice};
use crate::model::{AssessmentId, ConcernId, ConsentId, ContactId, ManId, PartnerId, StatementId};

/// Something that only women’s safety work may read.
pub type Hers<T> = Walled<WomensSafety, T>;

/// A current or former partner of one man. Each is followed separately.
pub struct Partner {
    pub id: PartnerId,
    pub man: ManId,
    pub relationship: Relationship,
    /// Contact is owed to those at risk.
    pub at_risk: bool,
    pub name: Hers<String>,
    /// Her own women’s safety worker; another for each partner of one man.
    pub worker: String,
    /// Key of an ethnicity of the template.
    pub ethnicity: Hers<String>,
    /// The day on which the programme learnt of her.
    pub known_since: NaiveDate,
    pub contacts: Vec<Contact>,
    pub consents: Vec<Consent>,
    pub statements: Vec<Statement>,
    pub incidents: Vec<HerIncident>,
    pub concerns: Vec<SafetyConcern>,
    pub notices: Vec<NoticeGiven>,
    /// What she added to his risk assessments.
    pub factors: Vec<HerFactor>,
    pub follow_ups: Vec<FollowUp>,
    pub measures: Vec<Measure>,
    pub couples_work: Option<CouplesAnswers>,
    pub support: Vec<Support>,
    pub disclosures: Vec<DisclosureRecord>,
}

impl Partner {
    /// A partner at risk, of whom nothing else is recorded.
    pub fn new(id: PartnerId, man: ManId, known_since: NaiveDate) -> Self {
        Self {
            id,
            man,
            relationship: Relationship::Current,
            at_risk: true,
            name: Walled::new(String::new()),
            worker: String::new(),
            ethnicity: Walled::new(String::new()),
            known_since,
            contacts: Vec::new(),
            consents: Vec::new(),
            statements: Vec::new(),
            incidents: Vec::new(),
            concerns: Vec::new(),
            notices: Vec::new(),
            factors: Vec::new(),
            follow_ups: Vec::new(),
            measures: Vec::new(),
            couples_work: None,
            support: Vec::new(),
            disclosures: Vec::new(),
        }
    }
}

impl fmt::Debug for Partner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("behind the wall")
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Relationship {
    Current,
    Former,
}

/// A contact with her, or an attempt.
pub struct Contact {
    pub id: ContactId,
    pub on: NaiveDate,
    pub by_telephone: bool,
    /// She answered or came; otherwise it was an offer.
    pub reached: bool,
    /// The first information about the programme was given.
    pub informed: bool,
    pub words: Hers<String>,
}

/// Her permission to tell somebody, by name.
pub struct Consent {
    pub id: ConsentId,
    pub on: NaiveDate,
    /// The agency’s name as in [`super::Recipient::Agency`], or “Facilitators”.
    pub to: String,
    /// Keys of the kinds of fact that it speaks of, each named by her.
    pub kinds: Vec<String>,
    /// From this day on it no longer holds.
    pub withdrawn: Option<NaiveDate>,
}

/// Something she said.
pub struct Statement {
    pub id: StatementId,
    pub on: NaiveDate,
    /// Key of a kind of fact of the template. One that the template does not know is treated as needing her permission.
    pub kind: String,
    pub words: Hers<String>,
    /// Keys of the groups of risk factors that it speaks to: all that facilitators may learn of it.
    pub factors: Vec<String>,
}

/// Violence or abuse by her account.
pub struct HerIncident {
    pub on: NaiveDate,
    /// The day on which she told of it.
    pub told: NaiveDate,
    pub physical: Answer,
    pub words: Hers<String>,
}

/// A specific concern for her safety: she is told at once.
pub struct SafetyConcern {
    pub id: ConcernId,
    pub on: NaiveDate,
    pub words: Hers<String>,
}

/// That she was told of something.
pub struct NoticeGiven {
    pub on: NaiveDate,
    pub of: Told,
}

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// With the day on which it happened.
    Event(OwesNotice, NaiveDate),
    /// One concern: another of the same day is told of by itself.
    Concern(ConcernId),
}

pub struct HerFactor {
    pub assessment: AssessmentId,
    /// Key of a group of risk factors of the template.
    pub key: String,
    pub present: Answer,
}

/// What was asked before couples work; each of them alone.
#[derive(Default)]
pub struct CouplesAnswers {
    /// He finished a recognised programme elsewhere, and was assessed again since.
    pub finished_elsewhere: Answer,
    pub assessed_again: Answer,
    pub he_wants_it: Answer,
    pub he_was_interviewed_alone: Answer,
    pub progress_confirmed_by_her: Answer,
    pub she_wants_it: Answer,
    pub she_was_interviewed_alone: Answer,
    /// Key of what must not be → the answer.
    pub present: Vec<(String, Answer)>,
    /// The last physical violence by any account that she knows of.
    pub last_violence: Option<NaiveDate>,
}

pub struct Support {
    pub what: Hers<String>,
    pub offered: NaiveDate,
    pub taken: Answer,
}
