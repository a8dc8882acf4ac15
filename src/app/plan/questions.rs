//! The questions of the terms of reference.

use crate::app::{Open, Problem};
use crate::edits;
use crate::model::QuestionId;

#[derive(Debug, Clone)]
pub enum QuestionAction {
    Add,
    Move(QuestionId, u32),
    Remove(QuestionId),
}

pub(super) fn update(open: &mut Open, action: QuestionAction) -> Result<(), Problem> {
    match action {
        QuestionAction::Add => {
            let id = open.edit("The question was not added", |store| {
                edits::add_question(store, "")
            })?;
            open.plan.question = Some(id);
        }
        QuestionAction::Move(id, position) => {
            open.edit("The question was not moved", |store| {
                edits::move_question(store, id, position)
            })?;
        }
        QuestionAction::Remove(id) => {
            open.edit("The question was not removed", |store| {
                edits::remove_question(store, id)
            })?;
        }
    }
    Ok(())
}
