//! The search as a filter: all entries that hold the words, found in a task. Until it has ended, what was shown before stays.

use std::sync::Arc;

use super::ChronologyState;
use crate::app::{Effect, Finish, Open, Problem, State, Task, TaskKind};
use crate::model::{Entry, EntryId, Review};
use crate::store::Touched;

/// Entries whose words are compared after an edit; beyond it, they are taken to have changed.
const COMPARED: usize = 64;

/// A search that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sought {
    words: String,
    is_under_way: bool,
}

impl ChronologyState {
    /// Shows only entries that hold `words`, as soon as they are found; empty words show all at once.
    pub(super) fn seek(&mut self, words: String) {
        if words.trim().is_empty() {
            self.words.clear();
            self.found = None;
            self.sought = None;
        } else {
            self.sought = Some(Sought {
                words,
                is_under_way: false,
            });
        }
    }

    /// The words that are being searched for, while what is shown still is another.
    pub fn searching_for(&self) -> Option<&str> {
        let words = self.sought.as_ref()?.words.trim();
        (words != self.words.trim()).then_some(words)
    }

    /// The words of the filter: those that are shown, or will be in a moment.
    pub(super) fn words_asked_for(&self) -> &str {
        self.searching_for().unwrap_or_else(|| self.words.trim())
    }

    /// What must be remembered before an edit, to tell whether it changes what is found.
    pub(in crate::app) fn words_before(
        &self,
        review: &Review,
        touched: &Touched,
    ) -> Option<Vec<(EntryId, Option<Arc<Entry>>)>> {
        let entries = touched.entries.iter().take(COMPARED);
        (self.found.is_some() && touched.entries.len() <= COMPARED).then(|| {
            entries
                .map(|id| (*id, review.entry(*id).cloned()))
                .collect()
        })
    }

    /// Searches anew where the edit changed words.
    pub(in crate::app) fn search_again(
        &mut self,
        review: &Review,
        before: Option<Vec<(EntryId, Option<Arc<Entry>>)>>,
    ) {
        if self.found.is_none() {
            return;
        }
        let same = before.is_some_and(|before| {
            before.iter().all(|(id, before)| {
                let now = review.entry(*id);
                now.map(|entry| searched(entry)) == before.as_deref().map(searched)
            })
        });
        if !same {
            self.seek(self.words_asked_for().to_owned());
        }
    }
}

/// What the search looks at.
fn searched(entry: &Entry) -> [&str; 6] {
    [
        &entry.when.wording,
        &entry.text,
        &entry.response,
        &entry.seen,
        &entry.document,
        &entry.comment,
    ]
}

/// The search that was asked for and has not begun. Asked after every action and every task.
pub(in crate::app) fn wanted(open: &mut Open) -> Option<Effect> {
    let sought = open.chronology.sought.as_mut()?;
    if std::mem::replace(&mut sought.is_under_way, true) {
        return None;
    }
    let words = sought.words.clone();
    let (store, search) = (open.store(), open.searcher());
    Some(Effect::Start(Task::new(
        TaskKind::Find,
        format!("Searching for “{}”", words.trim()),
        move |_| {
            let found = search(&words);
            let finish: Finish = Box::new(move |state: &mut State| {
                let Some(open) = state.open_as(&store) else {
                    return Ok(Vec::new());
                };
                let chronology = &mut open.chronology;
                // Another search, or none, may have been asked for meanwhile.
                if chronology
                    .sought
                    .take_if(|sought| sought.is_under_way && sought.words == words)
                    .is_none()
                {
                    return Ok(Vec::new());
                }
                let found =
                    found.map_err(|error| Problem::new("The search gave no answer", error))?;
                chronology.words = words;
                chronology.found = Some(found);
                chronology.follow(&open.review, &open.derived);
                Ok(Vec::new())
            });
            finish
        },
    )))
}
