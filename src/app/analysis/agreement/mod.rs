//! Blind codings, what they came to, and codes exchanged with other tools.

mod exchanging;
mod form;

use std::path::PathBuf;

use super::latest::look;
use super::{Action, AnalysisAction, AnalysisPart, Effect, Latest, Open, Problem, Room, State};
use crate::analysis::{Agreed, agreement, coded_blind};
use crate::app::chronology;
use crate::edits;
use crate::model::{Coding, CodingId, EntryId, Review, Settlement};

pub use exchanging::CodesFile;
pub use form::{CoderLine, CodingForm};

/// Disagreements drawn at once.
const DRAWN: usize = 40;

#[derive(Debug, Clone)]
pub struct AgreementState {
    /// Of every coding that is closed.
    pub found: Latest<Vec<(CodingId, Agreed)>>,
    /// Which coding is shown; `None`: the newest.
    shown: Option<CodingId>,
    /// A coding that is being made ready.
    pub form: Option<CodingForm>,
    /// Disagreements that are settled are shown among the others.
    pub shows_settled: bool,
    pub drawn: usize,
}

impl Default for AgreementState {
    fn default() -> Self {
        Self {
            found: Latest::default(),
            shown: None,
            form: None,
            shows_settled: false,
            drawn: DRAWN,
        }
    }
}

#[derive(Debug, Clone)]
pub enum AgreementAction {
    Show(CodingId),
    /// Begins to make a coding ready, or gives it up.
    Prepare(bool),
    SetForm(CodingForm),
    Begin,
    /// To the chronology, at the first of its entries that whoever works here has not finished.
    CodeOn(CodingId),
    /// The chosen entries are finished, or are not after all.
    Finish(bool),
    /// The same, and to the next entry.
    FinishAndGoOn,
    Close(CodingId),
    Remove(CodingId),
    Settle {
        coding: CodingId,
        entry: EntryId,
        weakness: String,
        how: Settlement,
    },
    ShowSettled(bool),
    DrawMore,
    /// Asks where codes shall be written, then writes them.
    ChooseWhere(CodesFile),
    Write(CodesFile, PathBuf),
    ChooseCodes,
    Take(PathBuf),
}

impl From<AgreementAction> for Action {
    fn from(action: AgreementAction) -> Self {
        Self::Analysis(AnalysisAction::Agreement(action))
    }
}

impl AgreementState {
    /// The coding that is shown: the one that was chosen, else the newest.
    pub fn coding<'a>(&self, review: &'a Review) -> Option<&'a Coding> {
        let mut codings = review.codings.iter();
        let chosen = codings.find(|coding| Some(coding.id) == self.shown);
        chosen.or_else(|| review.codings.last())
    }

    /// What a coding came to, so far as it is found.
    pub fn agreed(&self, coding: CodingId) -> Option<&Agreed> {
        let mut found = self.found.found()?.iter();
        found
            .find(|(id, _)| *id == coding)
            .map(|(_, agreed)| agreed)
    }
}

/// The open coding that an entry is in, where whoever works here is one of its coders; with whether they have finished the entry.
pub fn own_coding(open: &Open, entry: EntryId) -> Option<(&Coding, bool)> {
    let coding = coded_blind(&open.review, entry)?;
    coding
        .has_coder(&open.who)
        .then(|| (coding, coding.is_done(entry, &open.who)))
}

pub(super) fn wanted(open: &mut Open) -> Option<Effect> {
    look(
        open,
        AnalysisPart::Agreement,
        |analysis| &mut analysis.agreement.found,
        |material, progress| {
            let codings = &material.review.codings;
            let closed = codings.iter().filter(|coding| coding.closed);
            let mut found = Vec::new();
            for (done, coding) in (0..).zip(closed) {
                progress.report(done, None, "How far the coders agree")?;
                found.push((coding.id, agreement(&material.review, coding)));
            }
            Ok(found)
        },
    )
}

pub(super) fn update(state: &mut State, action: AgreementAction) -> Result<Vec<Effect>, Problem> {
    let Some(open) = state.open.as_mut() else {
        return Ok(Vec::new());
    };
    let agreement = &mut open.analysis.agreement;
    match action {
        AgreementAction::Show(coding) => {
            agreement.shown = Some(coding);
            agreement.form = None;
            agreement.drawn = DRAWN;
        }
        AgreementAction::Prepare(true) => {
            open.analysis.agreement.form = Some(CodingForm::to_begin(open));
        }
        AgreementAction::Prepare(false) => agreement.form = None,
        AgreementAction::SetForm(form) => agreement.form = Some(form),
        AgreementAction::Begin => begin(open)?,
        AgreementAction::CodeOn(coding) => code_on(open, coding),
        AgreementAction::Finish(finished) => finish(open, finished)?,
        AgreementAction::FinishAndGoOn => {
            finish(open, true)?;
            return chronology::update(state, chronology::ChronologyAction::Move(1));
        }
        AgreementAction::Close(coding) => {
            open.edit("The coding was not closed", |store| {
                edits::close_coding(store, coding)
            })?;
        }
        AgreementAction::Remove(coding) => {
            open.edit("The coding was not removed", |store| {
                edits::remove_coding(store, coding)
            })?;
        }
        AgreementAction::Settle {
            coding,
            entry,
            weakness,
            how,
        } => {
            open.edit("The disagreement was not settled", |store| {
                edits::settle_disagreement(store, coding, entry, &weakness, how)
            })?;
        }
        AgreementAction::ShowSettled(shown) => agreement.shows_settled = shown,
        AgreementAction::DrawMore => agreement.drawn += DRAWN,
        AgreementAction::ChooseWhere(what) => return Ok(exchanging::ask_where(what)),
        AgreementAction::ChooseCodes => return Ok(exchanging::ask_which()),
        AgreementAction::Write(what, path) => return Ok(exchanging::write(open, what, path)),
        AgreementAction::Take(path) => return Ok(exchanging::take(open, path)),
    }
    Ok(Vec::new())
}

fn begin(open: &mut Open) -> Result<(), Problem> {
    let title = "The coding was not begun";
    let Some(form) = open.analysis.agreement.form.clone() else {
        return Ok(());
    };
    let new = form
        .new_coding(open)
        .map_err(|words| Problem::new(title, words))?;
    let id = open.edit(title, |store| edits::begin_coding(store, &new))?;
    open.analysis.agreement.shown = Some(id);
    open.analysis.agreement.form = None;
    Ok(())
}

/// Shows the entries of a coding alone, with the tagging bar open.
fn code_on(open: &mut Open, coding: CodingId) {
    let mut codings = open.review.codings.iter();
    let Some(coding) = codings.find(|known| known.id == coding) else {
        return;
    };
    let (title, entries) = (coding.name.clone(), coding.entries.clone());
    let open_for_me = |entry: &EntryId| !coding.is_done(*entry, &open.who);
    let in_order = open
        .derived
        .order
        .iter()
        .filter_map(|index| open.review.entries.get(*index as usize))
        .map(|entry| entry.id)
        .filter(|entry| coding.has_entry(*entry));
    let first = in_order.clone().find(open_for_me);
    let first = first.or_else(|| in_order.clone().next());
    open.room = Room::Chronology;
    chronology::show_only(open, title, entries);
    if let Some(first) = first {
        chronology::show(open, first);
    }
    chronology::begin_tagging(open);
}

/// Of the chosen entries, those in an open coding of whoever works here.
fn finish(open: &mut Open, finished: bool) -> Result<(), Problem> {
    let chosen = open.chronology.selected.iter();
    let mine: Vec<(CodingId, EntryId)> = chosen
        .filter_map(|entry| Some((own_coding(open, *entry)?.0.id, *entry)))
        .collect();
    let Some((coding, _)) = mine.first().copied() else {
        return Ok(());
    };
    let entries: Vec<EntryId> = mine
        .iter()
        .filter(|(of, _)| *of == coding)
        .map(|(_, entry)| *entry)
        .collect();
    let who = open.who.clone();
    open.edit("The entry was not finished", |store| {
        edits::finish_coding(store, coding, &entries, &who, finished)
    })?;
    Ok(())
}
