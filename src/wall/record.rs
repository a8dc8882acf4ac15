//! A partner’s file as it is sealed. This is the only way in which it is written down; the plain form never leaves this room.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::key::{Key, LockFault, Sealed};
use super::{
    Consent, Contact, CouplesAnswers, DisclosureRecord, Ground, HerFactor, HerIncident, Hers, Look,
    NoticeGiven, Partner, Recipient, Relationship, SafetyConcern, Statement, Support, Told, Walled,
};
use crate::model::programme::{Answer, FollowUp, Measure, OwesNotice};
use crate::model::{AssessmentId, ConcernId, ConsentId, ContactId, ManId, PartnerId, StatementId};

impl Key {
    /// Her file, to be kept under its own id.
    pub fn seal_partner(&self, partner: &Partner) -> Result<Sealed, LockFault> {
        let text = serde_json::to_vec(&PartnerRecord::of(partner));
        let text = Zeroizing::new(text.map_err(|_| LockFault::Damaged)?);
        self.seal(&text, &place("partner", partner.id.0))
    }

    pub fn open_partner(&self, id: PartnerId, sealed: &Sealed) -> Result<Partner, LockFault> {
        let text = self.open(sealed, &place("partner", id.0))?;
        let record: PartnerRecord = read(&text)?;
        Ok(record.partner(id))
    }

    /// That somebody looked at what is hers, or passed it on; `at` is a time in RFC 3339.
    pub fn seal_look(&self, look: &Look, at: &str) -> Result<Sealed, LockFault> {
        let record = LookRecord {
            at: at.to_owned(),
            who: look.who.clone(),
            audience: look.audience.to_owned(),
            what: look.what.words(),
        };
        let text = serde_json::to_vec(&record).map_err(|_| LockFault::Damaged)?;
        self.seal(&text, b"look")
    }

    pub fn open_look(&self, sealed: &Sealed) -> Result<LookRecord, LockFault> {
        read(&self.open(sealed, b"look")?)
    }
}

/// A look as the file keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookRecord {
    /// RFC 3339 in UTC.
    pub at: String,
    pub who: String,
    pub audience: String,
    /// Names case numbers of records, none of her words.
    pub what: String,
}

fn place(kind: &str, id: i64) -> Vec<u8> {
    format!("{kind} {id}").into_bytes()
}

fn read<T: for<'a> Deserialize<'a>>(text: &[u8]) -> Result<T, LockFault> {
    serde_json::from_slice(text).map_err(|_| LockFault::Damaged)
}

/// Makes a mirror of a walled type that can be written, and both ways between them. Neither leaves a field out: it would not compile.
macro_rules! mirror {
    ($($record:ident of $plain:ident { $($field:ident: $kind:ty $(= $way:ident)?),* $(,)? })*) => {$(
        #[derive(Serialize, Deserialize)]
        struct $record { $($field: $kind),* }

        impl $record {
            fn of(plain: &$plain) -> Self {
                let $plain { $($field),* } = plain;
                Self { $($field: mirror!(@out $field $($way)?)),* }
            }

            fn plain(self) -> $plain {
                let Self { $($field),* } = self;
                $plain { $($field: mirror!(@back $field $($way)?)),* }
            }
        }
    )*};
    (@out $field:ident) => { $field.clone() };
    (@out $field:ident walled) => { $field.inner().clone() };
    (@back $field:ident) => { $field };
    (@back $field:ident walled) => { Walled::new($field) };
}

mirror! {
    ContactRecord of Contact {
        id: ContactId, on: NaiveDate, by_telephone: bool, reached: bool, informed: bool, words: String = walled,
    }
    ConsentRecord of Consent {
        id: ConsentId, on: NaiveDate, to: String, kinds: Vec<String>, withdrawn: Option<NaiveDate>,
    }
    StatementRecord of Statement {
        id: StatementId, on: NaiveDate, kind: String, words: String = walled, factors: Vec<String>,
    }
    IncidentRecord of HerIncident {
        on: NaiveDate, told: NaiveDate, physical: Answer, words: String = walled,
    }
    FactorRecord of HerFactor { assessment: AssessmentId, key: String, present: Answer }
    SupportRecord of Support { what: String = walled, offered: NaiveDate, taken: Answer }
    CouplesRecord of CouplesAnswers {
        finished_elsewhere: Answer, assessed_again: Answer, he_wants_it: Answer, he_was_interviewed_alone: Answer,
        progress_confirmed_by_her: Answer, she_wants_it: Answer, she_was_interviewed_alone: Answer,
        present: Vec<(String, Answer)>, last_violence: Option<NaiveDate>,
    }
}

#[derive(Serialize, Deserialize)]
struct ConcernRecord {
    /// `None`: sealed before concerns were told from each other. They are numbered in their order.
    id: Option<ConcernId>,
    on: NaiveDate,
    words: String,
}

#[derive(Serialize, Deserialize)]
struct NoticeRecord {
    on: NaiveDate,
    /// `None`: a concern for her safety.
    of: Option<OwesNotice>,
    /// The day of what happened.
    happened: Option<NaiveDate>,
    /// `None` of a concern: sealed before concerns were told from each other; it is the first of that day.
    concern: Option<ConcernId>,
}

#[derive(Serialize, Deserialize)]
struct GivenRecord {
    partner: PartnerId,
    statement: StatementId,
    /// `None`: facilitators.
    agency: Option<String>,
    ground: GroundRecord,
    on: NaiveDate,
    by: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum GroundRecord {
    Consent(ConsentId),
    ChildSafety { why: String, decided_by: String },
    SeriousRisk { why: String, decided_by: String },
}

#[derive(Serialize, Deserialize)]
struct PartnerRecord {
    man: ManId,
    former: bool,
    at_risk: bool,
    name: String,
    worker: String,
    ethnicity: String,
    known_since: NaiveDate,
    contacts: Vec<ContactRecord>,
    consents: Vec<ConsentRecord>,
    statements: Vec<StatementRecord>,
    incidents: Vec<IncidentRecord>,
    concerns: Vec<ConcernRecord>,
    notices: Vec<NoticeRecord>,
    factors: Vec<FactorRecord>,
    follow_ups: Vec<FollowUp>,
    measures: Vec<Measure>,
    couples_work: Option<CouplesRecord>,
    support: Vec<SupportRecord>,
    disclosures: Vec<GivenRecord>,
}

impl PartnerRecord {
    fn of(partner: &Partner) -> Self {
        let Partner {
            id: _,
            man,
            relationship,
            at_risk,
            name,
            worker,
            ethnicity,
            known_since,
            contacts,
            consents,
            statements,
            incidents,
            concerns,
            notices,
            factors,
            follow_ups,
            measures,
            couples_work,
            support,
            disclosures,
        } = partner;
        Self {
            man: *man,
            former: *relationship == Relationship::Former,
            at_risk: *at_risk,
            name: name.inner().clone(),
            worker: worker.clone(),
            ethnicity: ethnicity.inner().clone(),
            known_since: *known_since,
            contacts: contacts.iter().map(ContactRecord::of).collect(),
            consents: consents.iter().map(ConsentRecord::of).collect(),
            statements: statements.iter().map(StatementRecord::of).collect(),
            incidents: incidents.iter().map(IncidentRecord::of).collect(),
            concerns: concerns.iter().map(ConcernRecord::of).collect(),
            notices: notices.iter().map(NoticeRecord::of).collect(),
            factors: factors.iter().map(FactorRecord::of).collect(),
            follow_ups: follow_ups.clone(),
            measures: measures.clone(),
            couples_work: couples_work.as_ref().map(CouplesRecord::of),
            support: support.iter().map(SupportRecord::of).collect(),
            disclosures: disclosures.iter().map(GivenRecord::of).collect(),
        }
    }

    fn partner(self, id: PartnerId) -> Partner {
        let walled = |text: String| -> Hers<String> { Walled::new(text) };
        let concerns = each((1..).zip(self.concerns).collect(), |(number, concern)| {
            concern.plain(ConcernId(number))
        });
        Partner {
            id,
            man: self.man,
            relationship: match self.former {
                true => Relationship::Former,
                false => Relationship::Current,
            },
            at_risk: self.at_risk,
            name: walled(self.name),
            worker: self.worker,
            ethnicity: walled(self.ethnicity),
            known_since: self.known_since,
            contacts: each(self.contacts, ContactRecord::plain),
            consents: each(self.consents, ConsentRecord::plain),
            statements: each(self.statements, StatementRecord::plain),
            incidents: each(self.incidents, IncidentRecord::plain),
            notices: each(self.notices, |notice| notice.plain(&concerns)),
            concerns,
            factors: each(self.factors, FactorRecord::plain),
            follow_ups: self.follow_ups,
            measures: self.measures,
            couples_work: self.couples_work.map(CouplesRecord::plain),
            support: each(self.support, SupportRecord::plain),
            disclosures: each(self.disclosures, GivenRecord::plain),
        }
    }
}

fn each<A, B>(records: Vec<A>, plain: impl Fn(A) -> B) -> Vec<B> {
    records.into_iter().map(plain).collect()
}

impl ConcernRecord {
    fn of(concern: &SafetyConcern) -> Self {
        let SafetyConcern { id, on, words } = concern;
        Self {
            id: Some(*id),
            on: *on,
            words: words.inner().clone(),
        }
    }

    fn plain(self, number: ConcernId) -> SafetyConcern {
        SafetyConcern {
            id: self.id.unwrap_or(number),
            on: self.on,
            words: Walled::new(self.words),
        }
    }
}

impl NoticeRecord {
    fn of(notice: &NoticeGiven) -> Self {
        let NoticeGiven { on, of } = notice;
        let (of, happened, concern) = match *of {
            Told::Event(event, happened) => (Some(event), Some(happened), None),
            Told::Concern(id) => (None, None, Some(id)),
        };
        Self {
            on: *on,
            of,
            happened,
            concern,
        }
    }

    fn plain(self, concerns: &[SafetyConcern]) -> NoticeGiven {
        let first_of_day = || {
            let first = concerns.iter().find(|one| Some(one.on) == self.happened);
            first.map_or(ConcernId(0), |one| one.id)
        };
        let of = match (self.of, self.happened) {
            (Some(event), Some(happened)) => Told::Event(event, happened),
            // Only a damaged record lacks the day: then it settles nothing but what happened on the day she was told.
            (Some(event), None) => Told::Event(event, self.on),
            (None, _) => Told::Concern(self.concern.unwrap_or_else(first_of_day)),
        };
        NoticeGiven { on: self.on, of }
    }
}

impl GivenRecord {
    fn of(given: &DisclosureRecord) -> Self {
        Self {
            partner: given.partner,
            statement: given.statement,
            agency: match &given.to {
                Recipient::Agency(name) => Some(name.clone()),
                Recipient::Facilitators => None,
            },
            ground: match given.ground.clone() {
                Ground::Consent(id) => GroundRecord::Consent(id),
                Ground::ChildSafety { why, decided_by } => {
                    GroundRecord::ChildSafety { why, decided_by }
                }
                Ground::SeriousRisk { why, decided_by } => {
                    GroundRecord::SeriousRisk { why, decided_by }
                }
            },
            on: given.on,
            by: given.by.clone(),
        }
    }

    fn plain(self) -> DisclosureRecord {
        DisclosureRecord {
            partner: self.partner,
            statement: self.statement,
            to: self
                .agency
                .map_or(Recipient::Facilitators, Recipient::Agency),
            ground: match self.ground {
                GroundRecord::Consent(id) => Ground::Consent(id),
                GroundRecord::ChildSafety { why, decided_by } => {
                    Ground::ChildSafety { why, decided_by }
                }
                GroundRecord::SeriousRisk { why, decided_by } => {
                    Ground::SeriousRisk { why, decided_by }
                }
            },
            on: self.on,
            by: self.by,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    /// Every list holds something, so that what comes back can be compared whole.
    fn full() -> Value {
        json!({
            "man": 3, "former": true, "at_risk": false, "name": "Nadia", "worker": "Ifeoma", "ethnicity": "white_british",
            "known_since": "2025-04-10",
            "contacts": [{"id": 1, "on": "2025-05-01", "by_telephone": true, "reached": false, "informed": true, "words": "w"}],
            "consents": [{"id": 2, "on": "2025-05-02", "to": "Police", "kinds": ["abuse"], "withdrawn": "2025-06-01"}],
            "statements": [{"id": 3, "on": "2025-05-03", "kind": "abuse", "words": "s", "factors": ["control"]}],
            "incidents": [{"on": "2025-05-04", "told": "2025-05-05", "physical": "not_known", "words": "i"}],
            "concerns": [{"id": 4, "on": "2025-05-06", "words": "c"}],
            "notices": [{"on": "2025-05-07", "of": "completed", "happened": "2025-05-06", "concern": null},
                {"on": "2025-05-07", "of": null, "happened": null, "concern": 4}],
            "factors": [{"assessment": 4, "key": "control", "present": "yes"}],
            "follow_ups": [{"months": 6, "on": "2025-12-01", "result": "reached", "incident": "no", "measures": [["safety", 4]],
                "police": "no", "other_agency": "not_known"}],
            "measures": [{"key": "safety", "on": "2025-05-08", "taken": "before", "value": 7}],
            "couples_work": {"finished_elsewhere": "no", "assessed_again": "yes", "he_wants_it": "yes",
                "he_was_interviewed_alone": "no", "progress_confirmed_by_her": "not_asked", "she_wants_it": "not_known",
                "she_was_interviewed_alone": "yes", "present": [["fear", "yes"]], "last_violence": "2025-01-01"},
            "support": [{"what": "refuge", "offered": "2025-05-09", "taken": "yes"}],
            "disclosures": [
                {"partner": 9, "statement": 3, "agency": "Police", "ground": {"consent": 2}, "on": "2025-05-10", "by": "Ifeoma"},
                {"partner": 9, "statement": 3, "agency": null,
                    "ground": {"child_safety": {"why": "w", "decided_by": "d"}}, "on": "2025-05-10", "by": "Ifeoma"},
                {"partner": 9, "statement": 3, "agency": "Health",
                    "ground": {"serious_risk": {"why": "w", "decided_by": "d"}}, "on": "2025-05-10", "by": "Ifeoma"}],
        })
    }

    #[test]
    fn a_file_comes_back_as_it_was_sealed() {
        let record: PartnerRecord = serde_json::from_value(full()).expect("reads");
        let (_, key) = crate::wall::Lock::new("her own words").expect("a lock");
        let sealed = key.seal_partner(&record.partner(PartnerId(9)));
        let back = key.open_partner(PartnerId(9), &sealed.expect("sealed"));
        let back = PartnerRecord::of(&back.expect("opened"));
        assert_eq!(serde_json::to_value(back).expect("writes"), full());
    }

    #[test]
    fn a_concern_sealed_without_a_number_gets_one_and_keeps_its_notice() {
        let mut old = full();
        old["concerns"] =
            json!([{"on": "2025-05-06", "words": "c"}, {"on": "2025-05-06", "words": "d"}]);
        old["notices"] = json!([{"on": "2025-05-07", "of": null, "happened": "2025-05-06"}]);
        let record: PartnerRecord = serde_json::from_value(old).expect("reads");
        let partner = record.partner(PartnerId(9));
        let numbers: Vec<ConcernId> = partner.concerns.iter().map(|one| one.id).collect();
        assert_eq!(numbers, [ConcernId(1), ConcernId(2)]);
        let told: Vec<Told> = partner.notices.iter().map(|one| one.of).collect();
        assert_eq!(told, [Told::Concern(ConcernId(1))]);
    }
}
