//! The draft: one section at a time.

mod pages;
mod versions;

pub use pages::{Laid, PAUSE, PagesAction, PagesState};
pub use versions::{Compared, VersionsAction, VersionsState};

use super::{Effect, Open, Problem, Room, State, Task, Typing, field};
use crate::model::{Review, SectionId};

#[derive(Default)]
pub struct DraftState {
    pub section: Option<SectionId>,
    pub pages: PagesState,
    pub versions: VersionsState,
}

#[derive(Debug, Clone)]
pub enum DraftAction {
    Show(SectionId),
    Pages(PagesAction),
    Versions(VersionsAction),
}

impl DraftState {
    pub(super) fn follow(&mut self, review: &Review) {
        let present = self
            .section
            .is_some_and(|id| review.sections.iter().any(|section| section.id == id));
        if !present {
            self.section = review.sections.first().map(|section| section.id);
        }
    }
}

/// What the pages and the comparison need to be made, where typing has paused.
pub(super) fn wanted(open: &mut Open, typing: Option<&Typing>) -> [Option<Task>; 2] {
    if open.room != Room::Draft {
        return [None, None];
    }
    [pages::wanted(open, typing), versions::wanted(open)]
}

pub(super) fn update(state: &mut State, action: DraftAction) -> Result<Vec<Effect>, Problem> {
    // Looking at the pages does not end the typing.
    if !matches!(action, DraftAction::Pages(_)) {
        field::leave(state)?;
    }
    let Some(open) = state.open.as_deref_mut() else {
        return Ok(Vec::new());
    };
    match action {
        DraftAction::Show(section) => {
            open.draft.section = Some(section);
            open.draft.versions.shown = false;
        }
        DraftAction::Pages(action) => open.draft.pages.update(action),
        DraftAction::Versions(action) => {
            if let Some(notice) = versions::update(open, action)? {
                state.tell(notice);
            }
        }
    }
    Ok(Vec::new())
}
