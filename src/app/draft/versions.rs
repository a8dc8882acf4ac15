//! Versions of the whole draft, and what two of them say differently.

use std::sync::Arc;

use crate::app::{Finish, Notice, Open, Problem, Task, TaskKind};
use crate::drafting::{self, Kind, SectionDifference};
use crate::edits;
use crate::model::{Review, Section, Version, VersionId};

#[derive(Default)]
pub struct VersionsState {
    /// They stand in the place of the text.
    pub shown: bool,
    /// What is compared; `None`: the newest version.
    pub chosen: Option<VersionId>,
    /// What it is compared with; `None`: the draft as it is now.
    pub against: Option<VersionId>,
    /// Paragraphs that are the same in both are shown, too.
    pub whole: bool,
    pub found: Option<Compared>,
    /// What was last given to be compared: never tried twice.
    tried: Option<Pair>,
}

/// Two versions, or one and the draft at a revision.
type Pair = (VersionId, Option<VersionId>, i64);

/// The difference of two versions, the earlier first.
pub struct Compared {
    of: Pair,
    pub sections: Arc<Vec<SectionDifference>>,
}

#[derive(Debug, Clone)]
pub enum VersionsAction {
    Show(bool),
    PutAside,
    Choose(VersionId),
    Against(Option<VersionId>),
    ShowWhole(bool),
    Restore(VersionId),
    Remove(VersionId),
}

impl VersionsState {
    /// What is chosen, and what it is compared with where that is a version: the one that was put aside first is the earlier one.
    pub fn pair<'a>(&self, review: &'a Review) -> Option<(&'a Version, Option<&'a Version>)> {
        let find = |id| review.versions.iter().find(|version| version.id == id);
        let chosen = self.chosen.and_then(find).or(review.versions.last())?;
        let against = self
            .against
            .and_then(find)
            .filter(|other| other.id != chosen.id);
        Some(match against {
            Some(other) if other.id < chosen.id => (other, Some(chosen)),
            against => (chosen, against),
        })
    }

    /// How many paragraphs became what, in words: “12 changed, 3 new”; what is unchanged is not counted.
    pub fn summary(&self) -> String {
        let Some(found) = &self.found else {
            return String::new();
        };
        let kinds = [
            Kind::Changed,
            Kind::New,
            Kind::Gone,
            Kind::Moved,
            Kind::MovedAndChanged,
            Kind::SetOtherwise,
        ];
        let counts = kinds.map(|kind| {
            let changes = found.sections.iter().flat_map(|section| &section.changes);
            (changes.filter(|change| change.kind == kind).count(), kind)
        });
        let said: Vec<String> = counts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, kind)| format!("{count} {}", kind.words()))
            .collect();
        match said.is_empty() {
            true => "Both say the same, word for word.".to_owned(),
            false => format!("Paragraphs: {}.", said.join(", ")),
        }
    }

    /// Whether what was found is of what is chosen now.
    pub fn is_current(&self, review: &Review) -> bool {
        let wanted = self.pair(review).map(|pair| stamp(pair, review));
        wanted == self.found.as_ref().map(|found| found.of)
    }
}

/// A draft that is compared with a version changes with the review; two versions never do.
fn stamp((earlier, later): (&Version, Option<&Version>), review: &Review) -> Pair {
    match later {
        Some(later) => (earlier.id, Some(later.id), 0),
        None => (earlier.id, None, review.revision),
    }
}

/// The comparing that the view needs, where what is chosen was not compared yet.
pub(super) fn wanted(open: &mut Open) -> Option<Task> {
    let state = &open.draft.versions;
    let (earlier, later) = state.pair(&open.review)?;
    let of = stamp((earlier, later), &open.review);
    if !state.shown || state.tried == Some(of) {
        return None;
    }
    let before = Arc::clone(&earlier.sections);
    let after = later.map(|later| Arc::clone(&later.sections));
    let (store, review) = (open.store(), Arc::clone(&open.review));
    open.draft.versions.tried = Some(of);
    Some(Task::new(
        TaskKind::Differ,
        "Comparing versions",
        move |_| {
            let now: &[Section] = after.as_deref().unwrap_or(&review.sections);
            let sections = drafting::difference(&before, now, &review.template);
            let finish: Finish = Box::new(move |state| {
                if let Some(open) = state.open_as(&store) {
                    let sections = Arc::new(sections);
                    open.draft.versions.found = Some(Compared { of, sections });
                }
                Ok(Vec::new())
            });
            finish
        },
    ))
}

/// Returns what is to be told.
pub(super) fn update(open: &mut Open, action: VersionsAction) -> Result<Option<Notice>, Problem> {
    let versions = &mut open.draft.versions;
    match action {
        VersionsAction::Show(shown) => versions.shown = shown,
        VersionsAction::Choose(version) => versions.chosen = Some(version),
        VersionsAction::Against(version) => versions.against = version,
        VersionsAction::ShowWhole(whole) => versions.whole = whole,
        VersionsAction::PutAside => {
            let put = open.edit("Nothing was put aside", |store| {
                edits::put_version_aside(store, "")
            })?;
            open.draft.versions.chosen = Some(put);
            return Ok(Some(Notice::Done(
                "The draft as it stands is kept as a version.".to_owned(),
            )));
        }
        VersionsAction::Restore(version) => {
            open.edit("The draft stays as it is", |store| {
                edits::restore_version(store, version)
            })?;
            return Ok(Some(Notice::Done(
                "The draft is this version again. What it was is kept among the versions; one undo takes this back."
                    .to_owned(),
            )));
        }
        VersionsAction::Remove(version) => open.edit("The version stays", |store| {
            edits::remove_version(store, version)
        })?,
    }
    Ok(None)
}
