//! Marking words of an entry and tagging them: the tag then says where in the record it shows.

use super::{ChronologyAction, ChronologyState, tagging};
use crate::analysis;
use crate::app::{Action, Open, Problem};
use crate::edits;
use crate::model::{EntryId, Passage, RecordCell, Review, TaggingId};

/// Words of an entry that are marked and not tagged yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    pub entry: EntryId,
    pub passage: Passage,
}

#[derive(Debug, Clone)]
pub enum PassagesAction {
    /// Gives the keyboard to the wording of the current entry.
    Begin,
    /// The wording has it now.
    Begun,
    /// Marks the characters between two places of a cell; the second is behind the last of them. Where nothing but blanks
    /// lies between, nothing is marked.
    Mark {
        entry: EntryId,
        cell: RecordCell,
        from: usize,
        until: usize,
    },
    /// Tags the marked words.
    Tag(String),
    /// Takes words away from a tag, which stays.
    Unmark(TaggingId, Passage),
    /// Takes one coder’s tag off its entry.
    Remove(TaggingId),
}

impl From<PassagesAction> for Action {
    fn from(action: PassagesAction) -> Self {
        Self::Chronology(ChronologyAction::Passages(action))
    }
}

impl Marked {
    pub(super) fn still_fits(&self, review: &Review) -> bool {
        review.entry(self.entry).is_some_and(|entry| {
            matches!(
                analysis::place(entry, &self.passage),
                analysis::Place::Here(_)
            )
        })
    }
}

impl ChronologyState {
    /// What is marked in the current entry, where it alone is chosen.
    pub fn marked_here(&self) -> Option<&Marked> {
        let marked = self.marked.as_ref()?;
        let alone = self.selected.len() == 1 && self.current == Some(marked.entry);
        alone.then_some(marked)
    }
}

pub(super) fn update(open: &mut Open, action: PassagesAction, coder: &str) -> Result<(), Problem> {
    match action {
        PassagesAction::Begin => open.chronology.marking = open.chronology.current.is_some(),
        PassagesAction::Begun => open.chronology.marking = false,
        PassagesAction::Mark {
            entry: id,
            cell,
            from,
            until,
        } => {
            let entry = open.review.entry(id);
            let passage = entry.and_then(|entry| analysis::passage(entry, cell, from..until));
            open.chronology.marked = passage.map(|passage| Marked { entry: id, passage });
        }
        PassagesAction::Tag(weakness) => tag(open, &weakness, coder)?,
        PassagesAction::Unmark(tagging, passage) => {
            open.edit("The words were not unmarked", |store| {
                edits::unmark_words(store, tagging, &passage)
            })?;
        }
        PassagesAction::Remove(tagging) => {
            open.edit("The tag was not removed", |store| {
                edits::remove_tagging(store, tagging)
            })?;
        }
    }
    Ok(())
}

/// Tags the marked words of the current entry; nothing where none are.
pub(super) fn tag(open: &mut Open, weakness: &str, coder: &str) -> Result<(), Problem> {
    let Some(Marked { entry, passage }) = open.chronology.marked_here().cloned() else {
        return Ok(());
    };
    open.edit("The words were not tagged", |store| {
        edits::tag_words(
            store,
            entry,
            weakness,
            coder,
            std::slice::from_ref(&passage),
        )
    })?;
    open.chronology.marked = None;
    if let Some(bar) = &mut open.chronology.tagging {
        bar.said = tagging::words_in_words(&open.review, weakness);
        bar.typed = None;
    }
    Ok(())
}
