//! What a task found last, and of which revision.

use std::sync::Arc;

use super::{AnalysisPart, AnalysisState};
use crate::app::{Effect, Open, State, Task, TaskKind};
use crate::chronology::PeopleIndex;
use crate::jobs::{Cancelled, Progress};
use crate::model::Review;

/// What was found last. It stays visible until something newer is found.
#[derive(Debug, Clone)]
pub struct Latest<T> {
    found: Option<Arc<T>>,
    /// The revision that `found` is of.
    found_of: Option<i64>,
    /// The revision that was looked at last; the search may be under way, or stopped.
    looked_at: Option<i64>,
}

impl<T> Default for Latest<T> {
    fn default() -> Self {
        Self {
            found: None,
            found_of: None,
            looked_at: None,
        }
    }
}

impl<T> Latest<T> {
    /// What was found last, of whichever revision.
    pub fn found(&self) -> Option<&Arc<T>> {
        self.found.as_ref()
    }

    pub fn is_of(&self, review: &Review) -> bool {
        self.found_of == Some(review.revision)
    }

    /// What was found of revision `before` is true of `now`, too: nothing that it rests on was changed between them.
    pub(super) fn holds_for(&mut self, before: i64, now: i64) {
        if self.found_of == Some(before) {
            self.found_of = Some(now);
            self.looked_at = Some(now);
        }
    }

    /// What was asked for is another thing now, or the search was stopped: it is looked for again.
    pub fn forget(&mut self) {
        self.found_of = None;
        self.looked_at = None;
    }
}

/// The revision and the finding that a list was made from.
#[derive(Debug, Clone)]
pub(super) struct MadeOf<T> {
    revision: i64,
    found: Option<Arc<T>>,
}

impl<T> MadeOf<T> {
    pub(super) fn of(review: &Review, latest: &Latest<T>) -> Self {
        Self {
            revision: review.revision,
            found: latest.found.clone(),
        }
    }

    /// Whether a list that was made from `self` holds still.
    pub(super) fn holds(&self, review: &Review, latest: &Latest<T>) -> bool {
        let same = match (&self.found, &latest.found) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        };
        same && self.revision == review.revision
    }
}

/// What a search may read. It holds for one revision.
#[derive(Clone)]
pub struct Material {
    pub review: Arc<Review>,
    /// As from [`crate::chronology::in_order`].
    pub order: Arc<Vec<u32>>,
    pub people: Arc<PeopleIndex>,
}

/// The task that looks for a part anew; `None` while what was found, or is being looked for, is of the present revision.
pub(super) fn look<T: Send + Sync + 'static>(
    open: &mut Open,
    part: AnalysisPart,
    latest: fn(&mut AnalysisState) -> &mut Latest<T>,
    work: impl FnOnce(&Material, &dyn Progress) -> Result<T, Cancelled> + Send + 'static,
) -> Option<Effect> {
    let revision = open.review.revision;
    let known = latest(&mut open.analysis);
    if known.looked_at == Some(revision) {
        return None;
    }
    known.looked_at = Some(revision);
    let material = Material {
        review: Arc::clone(&open.review),
        order: Arc::clone(&open.derived.order),
        people: Arc::clone(&open.derived.people),
    };
    let store = open.store();
    let title = format!("Looking through the records: {}", part.words());
    Some(Effect::Start(Task::new(
        TaskKind::Analyse(part),
        title,
        move |progress| {
            let found = work(&material, progress);
            Box::new(move |state: &mut State| {
                if let (Some(open), Ok(found)) = (state.open_as(&store), found) {
                    let known = latest(&mut open.analysis);
                    // What was asked for may have changed meanwhile.
                    if known.looked_at == Some(revision) {
                        known.found = Some(Arc::new(found));
                        known.found_of = Some(revision);
                    }
                }
                Ok(Vec::new())
            })
        },
    )))
}
