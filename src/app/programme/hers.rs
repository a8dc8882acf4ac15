//! Records in her file: a form is filled from one, and becomes one again.

use chrono::NaiveDate;

use super::day::day;
use super::{Adding, Behind, Draft};
use crate::app::Problem;
use crate::dates::spoken_date;
use crate::model::programme::{Answer, FollowUp, FollowUpResult, Measure, ProgrammeTemplate};
use crate::model::{AssessmentId, ConcernId, ConsentId, ContactId, StatementId};
use crate::store::StoreError;
use crate::wall::{
    Consent, Contact, CouplesAnswers, Ground, HerFactor, HerIncident, Hers, NoticeGiven, Partner,
    Relationship, SafetyConcern, Statement, Support, Told, Walled,
};

pub(super) fn refused<T>(words: &str) -> Result<T, StoreError> {
    Err(StoreError::Refused(words.to_owned()))
}

/// What is typed, with its days read.
pub(super) struct Typed {
    pub draft: Draft,
    pub on: NaiveDate,
    /// As `on`; `None` where the field is empty.
    pub exactly: Option<NaiveDate>,
    pub told: NaiveDate,
    pub withdrawn: Option<NaiveDate>,
    pub next_statement: i64,
}

impl Typed {
    pub(super) fn read(draft: Draft, behind: &Behind, today: NaiveDate) -> Result<Self, Problem> {
        let exactly = day(&draft.on, today)?;
        let second = day(&draft.second_day, today)?;
        let statements = behind.partners().iter().flat_map(|one| &one.statements);
        let last = statements.map(|said| said.id.0).max();
        Ok(Self {
            on: exactly.unwrap_or(today),
            exactly,
            told: second.unwrap_or(today),
            withdrawn: second,
            next_statement: last.unwrap_or(0) + 1,
            draft,
        })
    }
}

/// How many records of a kind her file holds; of notices, how many are owed or were given.
pub(super) fn count(behind: &Behind, partner: &Partner, what: Adding) -> usize {
    match what {
        Adding::Contact => partner.contacts.len(),
        Adding::Statement => partner.statements.len(),
        Adding::Consent => partner.consents.len(),
        Adding::Concern => partner.concerns.len(),
        Adding::Support => partner.support.len(),
        Adding::Incident => partner.incidents.len(),
        Adding::Measure => partner.measures.len(),
        Adding::FollowUp => partner.follow_ups.len(),
        Adding::Disclosure => partner.disclosures.len(),
        Adding::Notice => behind.notices.len(),
        Adding::Partner | Adding::Details | Adding::LastViolence => 0,
    }
}

/// The form of the record at `at` of her list, filled with what stands there. `None`: there is none.
pub(super) fn filled(behind: &Behind, partner: &Partner, what: Adding, at: usize) -> Option<Draft> {
    let said = |words: &Hers<String>| behind.read(words).clone();
    let mut draft = Draft::of(what, Some(at));
    let on = match what {
        Adding::Contact => {
            let one = partner.contacts.get(at)?;
            draft.ticked = [one.by_telephone, one.reached, one.informed];
            draft.words = said(&one.words);
            one.on
        }
        Adding::Statement => {
            let one = partner.statements.get(at)?;
            draft.words = said(&one.words);
            draft.kind.clone_from(&one.kind);
            draft.keys.clone_from(&one.factors);
            one.on
        }
        Adding::Consent => {
            let one = partner.consents.get(at)?;
            draft.to.clone_from(&one.to);
            draft.keys.clone_from(&one.kinds);
            draft.second_day = one.withdrawn.map(spoken_date).unwrap_or_default();
            one.on
        }
        Adding::Concern => {
            let one = partner.concerns.get(at)?;
            draft.words = said(&one.words);
            one.on
        }
        Adding::Support => {
            let one = partner.support.get(at)?;
            draft.words = said(&one.what);
            draft.answer = one.taken;
            one.offered
        }
        Adding::Incident => {
            let one = partner.incidents.get(at)?;
            draft.words = said(&one.words);
            draft.answer = one.physical;
            draft.second_day = spoken_date(one.told);
            one.on
        }
        Adding::Measure => {
            let one = partner.measures.get(at)?;
            draft.kind.clone_from(&one.key);
            draft.taken = Some(one.taken);
            draft.value = Some(one.value);
            one.on
        }
        Adding::FollowUp => {
            let one = partner.follow_ups.get(at)?;
            draft.months = one.months;
            draft.result = Some(one.result);
            draft.answer = one.incident;
            draft.values.clone_from(&one.measures);
            one.on
        }
        Adding::Notice => {
            let owed = behind.notices.get(at)?;
            let mut given = partner.notices.iter();
            let given = given.find(|one| one.of == owed.of);
            match given {
                Some(given) => given.on,
                None => return Some(draft),
            }
        }
        Adding::Details | Adding::LastViolence => return Some(of_her(behind, partner, what)),
        Adding::Partner | Adding::Disclosure => return None,
    };
    draft.on = spoken_date(on);
    Some(draft)
}

fn of_her(behind: &Behind, partner: &Partner, what: Adding) -> Draft {
    let mut draft = Draft::of(what, None);
    if what == Adding::LastViolence {
        let asked = partner.couples_work.as_ref();
        let last = asked.and_then(|asked| asked.last_violence);
        draft.on = last.map(spoken_date).unwrap_or_default();
        return draft;
    }
    draft.words = behind.read(&partner.name).clone();
    draft.to.clone_from(&partner.worker);
    draft.kind = behind.read(&partner.ethnicity).clone();
    draft.man = Some(partner.man);
    draft.ticked[0] = partner.relationship == Relationship::Former;
    draft.on = spoken_date(partner.known_since);
    draft
}

/// Adds the record, or puts it in the place of the one at [`Draft::at`].
pub(super) fn put(
    partner: &mut Partner,
    what: Adding,
    typed: &Typed,
    template: &ProgrammeTemplate,
    notice: Option<Told>,
) -> Result<(), StoreError> {
    let (draft, on) = (&typed.draft, typed.on);
    let words = draft.words.trim();
    let walled = || Walled::from(words);
    let needs_words = matches!(
        what,
        Adding::Statement | Adding::Concern | Adding::Support | Adding::Incident
    );
    if needs_words && words.is_empty() {
        return refused("Please write a few words. Nothing was changed.");
    }
    match what {
        Adding::Contact => {
            let last = partner.contacts.iter().map(|one| one.id.0).max();
            let [by_telephone, reached, informed] = draft.ticked;
            let kept = draft.at.and_then(|at| partner.contacts.get(at));
            let contact = Contact {
                id: kept.map_or(ContactId(last.unwrap_or(0) + 1), |one| one.id),
                on,
                by_telephone,
                reached,
                informed,
                words: walled(),
            };
            set(&mut partner.contacts, draft.at, contact);
        }
        Adding::Statement => {
            if draft.kind.is_empty() {
                return refused(
                    "Please choose what kind of fact it is: some are never passed on. Nothing was changed.",
                );
            }
            let kept = draft.at.and_then(|at| partner.statements.get(at));
            let statement = Statement {
                id: kept.map_or(StatementId(typed.next_statement), |one| one.id),
                on,
                kind: draft.kind.clone(),
                words: walled(),
                factors: draft.keys.clone(),
            };
            set(&mut partner.statements, draft.at, statement);
        }
        Adding::Consent => {
            if draft.to.trim().is_empty() || draft.keys.is_empty() {
                return refused(
                    "A consent names to whom, and which kinds of fact. Nothing was changed.",
                );
            }
            let last = partner.consents.iter().map(|one| one.id.0).max();
            let kept = draft.at.and_then(|at| partner.consents.get(at));
            let consent = Consent {
                id: kept.map_or(ConsentId(last.unwrap_or(0) + 1), |one| one.id),
                on,
                to: draft.to.trim().to_owned(),
                kinds: draft.keys.clone(),
                withdrawn: typed.withdrawn,
            };
            set(&mut partner.consents, draft.at, consent);
        }
        Adding::Concern => {
            let kept = draft.at.and_then(|at| partner.concerns.get(at));
            let concern = SafetyConcern {
                id: kept.map_or_else(|| next_concern(partner), |one| one.id),
                on,
                words: walled(),
            };
            set(&mut partner.concerns, draft.at, concern);
        }
        Adding::Support => {
            let support = Support {
                what: walled(),
                offered: on,
                taken: draft.answer,
            };
            set(&mut partner.support, draft.at, support);
        }
        Adding::Incident => {
            let incident = HerIncident {
                on,
                told: typed.told,
                physical: draft.answer,
                words: walled(),
            };
            if incident.told < incident.on {
                return refused("She told of it before it happened. Nothing was changed.");
            }
            set(&mut partner.incidents, draft.at, incident);
        }
        Adding::Measure => {
            let (Some(taken), Some(value)) = (draft.taken, draft.value) else {
                return refused(
                    "Please choose when it was taken, and its value. Nothing was changed.",
                );
            };
            within(template, &draft.kind, value)?;
            let measure = Measure {
                key: draft.kind.clone(),
                on,
                taken,
                value,
            };
            set(&mut partner.measures, draft.at, measure);
        }
        Adding::FollowUp => {
            let Some(result) = draft.result else {
                return refused("Please choose what came of it. Nothing was changed.");
            };
            let kept = draft.at.and_then(|at| partner.follow_ups.get(at));
            let mut follow_up = match kept {
                Some(kept) => kept.clone(),
                None => FollowUp::new(draft.months, on, result),
            };
            (follow_up.on, follow_up.result) = (on, result);
            // Only who was reached said anything.
            let reached = result == FollowUpResult::Reached;
            follow_up.incident = if reached {
                draft.answer
            } else {
                Answer::NotAsked
            };
            follow_up.measures = if reached {
                draft.values.clone()
            } else {
                Vec::new()
            };
            for (key, value) in &follow_up.measures {
                within(template, key, *value)?;
            }
            set(&mut partner.follow_ups, draft.at, follow_up);
        }
        Adding::Notice => {
            if let Some(of) = notice {
                partner.notices.retain(|one| one.of != of);
                partner.notices.push(NoticeGiven { on, of });
            }
        }
        Adding::LastViolence => {
            let answers = partner
                .couples_work
                .get_or_insert_with(CouplesAnswers::default);
            answers.last_violence = typed.exactly;
        }
        Adding::Details => details(partner, typed)?,
        Adding::Partner | Adding::Disclosure => {}
    }
    Ok(())
}

/// A number that no concern of hers has or had, as far as is known.
fn next_concern(partner: &Partner) -> ConcernId {
    let told = partner.notices.iter().filter_map(|given| match given.of {
        Told::Concern(id) => Some(id),
        Told::Event(..) => None,
    });
    let known = partner.concerns.iter().map(|one| one.id);
    ConcernId(known.chain(told).map(|id| id.0).max().unwrap_or(0) + 1)
}

fn details(partner: &mut Partner, typed: &Typed) -> Result<(), StoreError> {
    let draft = &typed.draft;
    if let Some(man) = draft.man.filter(|man| *man != partner.man) {
        if !partner.factors.is_empty() {
            return refused(
                "She added to this man’s risk assessments. Take that back first; then she can be moved to another man. Nothing was changed.",
            );
        }
        partner.man = man;
    }
    partner.name = Walled::from(draft.words.trim());
    draft.to.trim().clone_into(&mut partner.worker);
    partner.ethnicity = Walled::from(&*draft.kind);
    partner.known_since = typed.exactly.unwrap_or(partner.known_since);
    partner.relationship = match draft.ticked[0] {
        true => Relationship::Former,
        false => Relationship::Current,
    };
    Ok(())
}

fn set<T>(list: &mut Vec<T>, at: Option<usize>, one: T) {
    match at.and_then(|at| list.get_mut(at)) {
        Some(place) => *place = one,
        None => list.push(one),
    }
}

pub(super) fn within(
    template: &ProgrammeTemplate,
    key: &str,
    value: u32,
) -> Result<(), StoreError> {
    let mut known = template.measures.iter();
    match known.find(|known| known.key == key) {
        Some(known) if (known.lowest..=known.highest).contains(&value) => Ok(()),
        _ => refused("This value is not on the scale. Nothing was changed."),
    }
}

/// Takes a record out of her file.
pub(super) fn remove(
    partner: &mut Partner,
    what: Adding,
    at: usize,
    notice: Option<Told>,
) -> Result<(), StoreError> {
    match what {
        Adding::Contact => out(&mut partner.contacts, at),
        Adding::Statement => {
            let id = partner.statements.get(at).map(|one| one.id);
            let mut given = partner.disclosures.iter();
            if given.any(|given| Some(given.statement) == id) {
                return refused(
                    "This was passed on, and stays as what was passed on. It can be corrected. Nothing was changed.",
                );
            }
            out(&mut partner.statements, at);
        }
        Adding::Consent => {
            let id = partner.consents.get(at).map(|one| one.id);
            let mut given = partner.disclosures.iter();
            if given.any(|given| matches!(given.ground, Ground::Consent(on) if Some(on) == id)) {
                return refused(
                    "Something was passed on with this consent. It can be withdrawn, not removed. Nothing was changed.",
                );
            }
            out(&mut partner.consents, at);
        }
        Adding::Concern => {
            let id = partner.concerns.get(at).map(|one| Told::Concern(one.id));
            partner.notices.retain(|given| Some(given.of) != id);
            out(&mut partner.concerns, at);
        }
        Adding::Support => out(&mut partner.support, at),
        Adding::Incident => out(&mut partner.incidents, at),
        Adding::Measure => out(&mut partner.measures, at),
        Adding::FollowUp => out(&mut partner.follow_ups, at),
        Adding::Disclosure => out(&mut partner.disclosures, at),
        Adding::Notice => {
            if let Some(of) = notice {
                partner.notices.retain(|one| one.of != of);
            }
        }
        Adding::LastViolence => {
            if let Some(answers) = &mut partner.couples_work {
                answers.last_violence = None;
            }
        }
        Adding::Partner | Adding::Details => {}
    }
    Ok(())
}

fn out<T>(list: &mut Vec<T>, at: usize) {
    if at < list.len() {
        list.remove(at);
    }
}

/// What she says of one group of risk factors at one assessment; not asked: nothing stands there.
pub(super) fn put_factor(
    partner: &mut Partner,
    assessment: AssessmentId,
    key: String,
    present: Answer,
) {
    partner
        .factors
        .retain(|one| (one.assessment, &one.key) != (assessment, &key));
    if present != Answer::NotAsked {
        partner.factors.push(HerFactor {
            assessment,
            key,
            present,
        });
    }
}
