//! A person's own word that later records state as a fact, and marking those records as resting on it.

use std::collections::BTreeSet;

use super::latest::look;
use super::{AnalysisAction, AnalysisPart, Latest};
use crate::app::{Action, Effect, Notice, Open, Problem, State};
use crate::chronology::{Hardened, Stated, hardened};
use crate::edits;
use crate::model::{Basis, EntryId, Review};

#[derive(Debug, Clone, Default)]
pub struct OwnWordState {
    pub found: Latest<Vec<Hardened>>,
    /// Later records that are chosen to be marked, each with the record of the claim.
    pub chosen: BTreeSet<(EntryId, EntryId)>,
}

#[derive(Debug, Clone)]
pub enum OwnWordAction {
    /// Chooses a later record of a claim, or no longer.
    Choose {
        claim: EntryId,
        later: EntryId,
        chosen: bool,
    },
    ChooseAll {
        claim: EntryId,
        later: Vec<EntryId>,
        chosen: bool,
    },
    /// Says of the chosen records of a claim on what they rest.
    SetBasis { claim: EntryId, basis: Basis },
}

impl From<OwnWordAction> for Action {
    fn from(action: OwnWordAction) -> Self {
        Self::Analysis(AnalysisAction::OwnWord(action))
    }
}

impl OwnWordState {
    pub(super) fn follow(&mut self, review: &Review) {
        let is_there = |id: EntryId| review.entry(id).is_some();
        self.chosen
            .retain(|(claim, later)| is_there(*claim) && is_there(*later));
    }

    pub fn chosen_of(&self, claim: EntryId) -> Vec<EntryId> {
        let all = self.chosen.iter().filter(|(of, _)| *of == claim);
        all.map(|(_, later)| *later).collect()
    }

    fn choose(&mut self, claim: EntryId, later: EntryId, chosen: bool) {
        if chosen {
            self.chosen.insert((claim, later));
        } else {
            self.chosen.remove(&(claim, later));
        }
    }
}

pub(super) fn wanted(open: &mut Open) -> Option<Effect> {
    look(
        open,
        AnalysisPart::OwnWord,
        |analysis| &mut analysis.own_word.found,
        |material, _| Ok(hardened(&material.review, &material.order)),
    )
}

pub(super) fn update(state: &mut State, action: OwnWordAction) -> Result<(), Problem> {
    let Some(open) = state.open.as_mut() else {
        return Ok(());
    };
    let own_word = &mut open.analysis.own_word;
    match action {
        OwnWordAction::Choose {
            claim,
            later,
            chosen,
        } => own_word.choose(claim, later, chosen),
        OwnWordAction::ChooseAll {
            claim,
            later,
            chosen,
        } => {
            for later in later {
                own_word.choose(claim, later, chosen);
            }
        }
        OwnWordAction::SetBasis { claim, basis } => {
            let entries = own_word.chosen_of(claim);
            if entries.is_empty() {
                return Ok(());
            }
            open.edit("The basis was not set", |store| {
                edits::set_basis(store, &entries, basis)
            })?;
            let chosen = &mut open.analysis.own_word.chosen;
            chosen.retain(|(of, _)| *of != claim);
            let records = match entries.len() {
                1 => "1 record is".to_owned(),
                count => format!("{count} records are"),
            };
            state.tell(Notice::Done(format!(
                "{records} now marked “{}” and no longer counted as stating a fact. One undo takes that back.",
                basis.words()
            )));
        }
    }
    Ok(())
}

/// A later record in the chain of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnWordStep<'a> {
    AsFact(&'a Stated),
    RuledOut(&'a Stated),
}

impl OwnWordStep<'_> {
    pub fn stated(&self) -> &Stated {
        let (Self::AsFact(stated) | Self::RuledOut(stated)) = self;
        stated
    }
}

/// The records that state a claim as a fact and those that deny it, in one order of time.
pub fn own_word_chain<'a>(open: &Open, hardened: &'a Hardened) -> Vec<OwnWordStep<'a>> {
    let entries = &open.review.entries;
    let place = |id: EntryId| {
        let index = entries.binary_search_by_key(&id, |entry| entry.id).ok()?;
        open.derived.places.get(index).copied()
    };
    let facts = hardened.later.iter().map(OwnWordStep::AsFact);
    let denials = hardened.ruled_out_by.iter().map(OwnWordStep::RuledOut);
    let mut chain: Vec<OwnWordStep> = facts.chain(denials).collect();
    chain.sort_by_key(|step| place(step.stated().entry));
    chain
}
