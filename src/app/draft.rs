//! The draft: one section at a time.

use super::{Effect, Problem, State, field};
use crate::model::{Review, SectionId};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DraftState {
    pub section: Option<SectionId>,
}

#[derive(Debug, Clone)]
pub enum DraftAction {
    Show(SectionId),
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

pub(super) fn update(state: &mut State, action: DraftAction) -> Result<Vec<Effect>, Problem> {
    field::leave(state)?;
    if let Some(open) = state.open.as_mut() {
        match action {
            DraftAction::Show(section) => open.draft.section = Some(section),
        }
    }
    Ok(Vec::new())
}
