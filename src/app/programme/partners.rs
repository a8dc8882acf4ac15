//! The room Partners: its own lock, and what women’s safety work does behind it.

use chrono::NaiveDate;

use super::behind::Looks;
use super::hers::{self, Typed};
use super::{Behind, Draft, OpenProgramme, PartnerPart};
use crate::app::Problem;
use crate::edits;
use crate::model::programme::Answer;
use crate::model::{AssessmentId, ConsentId, ManId, PartnerId};
use crate::store::{Passphrase, Store, StoreError};
use crate::wall::{CouplesAnswers, Ground, NoticeGiven, Partner, Recipient, Relationship, Walled};

const NOT_KEPT: &str = "This was not kept";

/// What is being added behind the wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Adding {
    Partner,
    Contact,
    Statement,
    Consent,
    Concern,
    Support,
    Incident,
    Measure,
    FollowUp,
    Notice,
    Disclosure,
    /// Who she is.
    Details,
    /// The last physical violence that she knows of.
    LastViolence,
}

/// A question that is asked before couples work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CouplesQuestion {
    FinishedElsewhere,
    AssessedAgain,
    HeWantsIt,
    HeWasInterviewedAlone,
    ProgressConfirmedByHer,
    SheWantsIt,
    SheWasInterviewedAlone,
    /// Key of what must not be.
    Present(String),
}

#[derive(Clone)]
pub enum PartnersAction {
    SetLock {
        passphrase: String,
        again: String,
    },
    Unlock(String),
    Lock,
    Choose(Option<PartnerId>),
    Part(PartnerPart),
    /// Goes to a part of one partner’s file.
    GoTo(PartnerId, PartnerPart),
    ShowAllWaits(bool),
    Begin(Adding),
    /// A measure of this key.
    BeginMeasure(String),
    /// At this window.
    BeginFollowUp(u32),
    /// Corrects a record, by its place in its list.
    Change(Adding, usize),
    Remove(Adding, usize),
    RemovePartner,
    Draft(Box<Draft>),
    Leave,
    Keep,
    /// She was told today; by its place in the list.
    Told(usize),
    AtRisk(bool),
    /// What she says of a group of risk factors at one of his assessments.
    Factor(AssessmentId, String, Answer),
    /// Today; the day on which a consent no longer holds.
    Withdraw(ConsentId),
    Couples(CouplesQuestion, Answer),
}

/// Neither a passphrase nor a word of hers reaches a log.
impl std::fmt::Debug for PartnersAction {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("PartnersAction(…)")
    }
}

pub(super) fn update(open: &mut OpenProgramme, action: PartnersAction) -> Result<(), Problem> {
    match action {
        PartnersAction::SetLock { passphrase, again } => return set_lock(open, passphrase, &again),
        PartnersAction::Unlock(passphrase) => {
            let passphrase = Passphrase::new(passphrase);
            open.with_store("The lock was not opened", |store| store.unlock(&passphrase))?;
            return enter(open);
        }
        PartnersAction::Lock => return lock(open),
        _ => {}
    }
    let Some(behind) = open.behind.as_deref_mut() else {
        return Ok(());
    };
    match action {
        PartnersAction::Choose(partner) => {
            behind.chosen = partner;
            return look(open);
        }
        PartnersAction::GoTo(partner, part) => {
            behind.part = part;
            if behind.chosen.replace(partner) != Some(partner) {
                return look(open);
            }
            behind.draft = Draft::default();
        }
        PartnersAction::ShowAllWaits(all) => behind.all_waits = all,
        PartnersAction::Part(part) => {
            behind.part = part;
            behind.draft = Draft::default();
        }
        PartnersAction::Begin(what) => {
            let filled = behind
                .partner()
                .and_then(|partner| hers::filled(behind, partner, what, usize::MAX));
            behind.draft = filled.unwrap_or_else(|| Draft::of(what, None));
        }
        PartnersAction::BeginMeasure(key) => {
            behind.draft = Draft::of(Adding::Measure, None);
            behind.draft.kind = key;
        }
        PartnersAction::BeginFollowUp(months) => {
            behind.draft = Draft::of(Adding::FollowUp, None);
            behind.draft.months = months;
        }
        PartnersAction::Change(what, at) => {
            let filled = behind
                .partner()
                .and_then(|partner| hers::filled(behind, partner, what, at));
            behind.draft = filled.unwrap_or_default();
        }
        PartnersAction::Remove(what, at) => {
            let notice = behind.notices.get(at).map(|notice| notice.of);
            return change(open, move |partner, _| {
                hers::remove(partner, what, at, notice)
            });
        }
        PartnersAction::RemovePartner => {
            let (Some(id), today) = (behind.chosen, open.today) else {
                return Ok(());
            };
            return open.edit("Her file was not removed", |store| {
                edits::remove_partner(store, id, today)
            });
        }
        PartnersAction::Draft(draft) => behind.draft = *draft,
        PartnersAction::Leave => behind.draft = Draft::default(),
        PartnersAction::Keep => return keep(open),
        PartnersAction::Told(at) => {
            let Some(notice) = behind.notices.get(at).cloned() else {
                return Ok(());
            };
            behind.chosen = Some(notice.partner);
            return change(open, move |partner, today| {
                partner.notices.push(NoticeGiven {
                    on: today,
                    of: notice.of,
                });
                Ok(())
            });
        }
        PartnersAction::AtRisk(at_risk) => {
            return change(open, move |partner, _| {
                partner.at_risk = at_risk;
                Ok(())
            });
        }
        PartnersAction::Factor(assessment, key, present) => {
            return change(open, move |partner, _| {
                hers::put_factor(partner, assessment, key, present);
                Ok(())
            });
        }
        PartnersAction::Withdraw(id) => {
            return change(open, move |partner, today| {
                let mut consents = partner.consents.iter_mut();
                if let Some(consent) = consents.find(|consent| consent.id == id) {
                    consent.withdrawn = Some(today);
                }
                Ok(())
            });
        }
        PartnersAction::Couples(question, answer) => {
            return change(open, move |partner, _| {
                let answers = partner.couples_work.get_or_insert_with(Default::default);
                put_couples(answers, question, answer);
                Ok(())
            });
        }
        PartnersAction::SetLock { .. } | PartnersAction::Unlock(_) | PartnersAction::Lock => {}
    }
    Ok(())
}

/// Writes down that the file in hand was opened.
fn look(open: &mut OpenProgramme) -> Result<(), Problem> {
    let Some(behind) = open.behind.as_deref_mut() else {
        return Ok(());
    };
    behind.draft = Draft::default();
    let looks = Looks::default();
    if let Some(chosen) = behind.partner() {
        let (file, clearance) = behind.file();
        let _ = file.view(clearance, &looks).partners(chosen.man);
    }
    let looks = looks.gathered();
    open.with_store("The look was not written down", |store| {
        store.note_looks(&looks)
    })
}

fn set_lock(open: &mut OpenProgramme, passphrase: String, again: &str) -> Result<(), Problem> {
    let fault = |words: &str| Problem::new("The lock was not set", words);
    if passphrase != again {
        return Err(fault(
            "The two passphrases differ. Please type the same one twice.",
        ));
    }
    if passphrase.chars().count() < crate::app::SHORTEST_PASSPHRASE {
        return Err(fault(
            "The passphrase needs at least 12 characters. Four unrelated words are easy to remember; not those of the file.",
        ));
    }
    let passphrase = Passphrase::new(passphrase);
    open.with_store("The lock was not set", |store| {
        store.set_safety_lock(&passphrase)
    })?;
    open.has_safety_lock = true;
    enter(open)
}

/// The lock is open: reads what is behind it, and writes down that somebody did.
fn enter(open: &mut OpenProgramme) -> Result<(), Problem> {
    let (programme, today) = (std::sync::Arc::clone(&open.programme), open.today);
    let behind = open.with_store("What is behind the lock was not read", |store| {
        let (behind, looks) = Behind::open(store, &programme, today)?;
        store.note_looks(&looks.gathered())?;
        Ok(behind)
    })?;
    open.behind = Some(Box::new(behind));
    Ok(())
}

/// Everything of hers goes from the window before the lock is closed.
fn lock(open: &mut OpenProgramme) -> Result<(), Problem> {
    open.behind = None;
    open.intake = None;
    open.with_store("The lock was not closed", |store| {
        store.lock_again();
        Ok(())
    })
}

/// Changes the partner in hand.
fn change(
    open: &mut OpenProgramme,
    work: impl FnOnce(&mut Partner, NaiveDate) -> Result<(), StoreError>,
) -> Result<(), Problem> {
    let chosen = open.behind.as_ref().and_then(|behind| behind.chosen);
    let Some(id) = chosen else {
        return Ok(());
    };
    let today = open.today;
    open.edit(NOT_KEPT, |store: &mut Store| {
        let mut partners = store.partners()?.into_iter();
        let mut partner = partners
            .find(|partner| partner.id == id)
            .ok_or(StoreError::BehindTheWall)?;
        work(&mut partner, today)?;
        edits::change_partner(store, &partner, today)
    })
}

/// Makes the form a record of hers.
fn keep(open: &mut OpenProgramme) -> Result<(), Problem> {
    let today = open.today;
    let Some(behind) = open.behind.as_deref() else {
        return Ok(());
    };
    let draft = behind.draft.clone();
    let Some(what) = draft.adding else {
        return Ok(());
    };
    let typed = Typed::read(draft, behind, today)?;
    let notice = typed.draft.at.and_then(|at| behind.notices.get(at));
    let notice = notice.map(|notice| notice.of);
    match what {
        Adding::Partner => add_partner(open, &typed.draft, typed.on)?,
        Adding::Disclosure => disclose(open, &typed.draft, typed.on)?,
        _ => {
            let programme = std::sync::Arc::clone(&open.programme);
            change(open, |partner, _| {
                hers::put(partner, what, &typed, &programme.template, notice)
            })?;
        }
    }
    if let Some(behind) = &mut open.behind {
        behind.draft = Draft::default();
    }
    Ok(())
}

fn add_partner(open: &mut OpenProgramme, draft: &Draft, on: NaiveDate) -> Result<(), Problem> {
    let Some(man) = draft.man.filter(|id: &ManId| open.man(*id).is_some()) else {
        return Err(Problem::new(
            NOT_KEPT,
            "Please choose whose partner she is. Nothing was changed.",
        ));
    };
    let mut partner = Partner::new(PartnerId(0), man, on);
    partner.name = Walled::from(draft.words.trim());
    draft.to.trim().clone_into(&mut partner.worker);
    if draft.ticked[0] {
        partner.relationship = Relationship::Former;
    }
    let today = open.today;
    let id = open.edit(NOT_KEPT, |store| {
        edits::add_partner(store, &mut partner, today)
    })?;
    if let Some(behind) = &mut open.behind {
        behind.chosen = Some(id);
    }
    Ok(())
}

/// Passes one statement on to an agency, where its ground holds, and keeps the record of it in her file.
fn disclose(open: &mut OpenProgramme, draft: &Draft, on: NaiveDate) -> Result<(), Problem> {
    let Some(behind) = open.behind.as_deref() else {
        return Ok(());
    };
    let (Some(statement), Some(partner)) = (draft.statement, behind.partner()) else {
        return Err(Problem::new(
            NOT_KEPT,
            "Please choose what is to be passed on. Nothing was changed.",
        ));
    };
    let (why, decided_by) = (draft.words.clone(), draft.decided_by.clone());
    let ground = match draft.kind.as_str() {
        "child" => Ground::ChildSafety { why, decided_by },
        "risk" => Ground::SeriousRisk { why, decided_by },
        _ => {
            let consents = partner.consents.iter();
            let to_them = consents.filter(|consent| consent.to == draft.to.trim());
            let last = to_them.map(|consent| consent.id).max_by_key(|id| id.0);
            Ground::Consent(last.unwrap_or(ConsentId(0)))
        }
    };
    let to = Recipient::Agency(draft.to.trim().to_owned());
    let looks = Looks::default();
    let (file, clearance) = behind.file();
    let view = file.view(clearance, &looks);
    let disclosed = view
        .disclose(partner.id, statement, to, ground, on)
        .map_err(|refused| Problem::new("It was not passed on", refused))?;
    let record = disclosed.record(clearance);
    let looks = looks.gathered();
    change(open, |partner, _| {
        partner.disclosures.push(record);
        Ok(())
    })?;
    open.with_store("The disclosure was not written down", |store| {
        store.note_looks(&looks)
    })
}

fn put_couples(answers: &mut CouplesAnswers, question: CouplesQuestion, answer: Answer) {
    use CouplesQuestion as Of;
    match question {
        Of::FinishedElsewhere => answers.finished_elsewhere = answer,
        Of::AssessedAgain => answers.assessed_again = answer,
        Of::HeWantsIt => answers.he_wants_it = answer,
        Of::HeWasInterviewedAlone => answers.he_was_interviewed_alone = answer,
        Of::ProgressConfirmedByHer => answers.progress_confirmed_by_her = answer,
        Of::SheWantsIt => answers.she_wants_it = answer,
        Of::SheWasInterviewedAlone => answers.she_was_interviewed_alone = answer,
        Of::Present(key) => {
            answers.present.retain(|(known, _)| *known != key);
            answers.present.push((key, answer));
        }
    }
}
