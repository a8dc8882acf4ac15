//! The points of the quality-assurance letter, and the answers of the data record.

use crate::app::field::LetterPart;
use crate::app::{Action, Open, Problem, PublishAction};
use crate::drafting::ParagraphNumbers;
use crate::edits;
use crate::model::LetterPointId;

#[derive(Debug, Clone)]
pub enum LetterAction {
    Add,
    Move(LetterPointId, u32),
    Remove(LetterPointId),
    /// A question of the data record by its key; empty: what the review knows holds.
    AnswerRecord(String, String),
}

impl From<LetterAction> for Action {
    fn from(action: LetterAction) -> Self {
        Self::Publish(PublishAction::Letter(action))
    }
}

pub(super) fn update(open: &mut Open, action: LetterAction) -> Result<(), Problem> {
    match action {
        LetterAction::Add => open
            .edit("The point was not added", |store| {
                edits::add_letter_point(store, "")
            })
            .map(drop),
        LetterAction::Move(id, to) => open.edit("The point was not moved", |store| {
            edits::move_letter_point(store, id, to)
        }),
        LetterAction::Remove(id) => open.edit("The point was not removed", |store| {
            edits::remove_letter_point(store, id)
        }),
        LetterAction::AnswerRecord(key, answer) => open
            .edit("The question was not answered", |store| {
                edits::answer_record(store, &key, &answer)
            }),
    }
}

pub(in crate::app) fn store_letter(
    open: &mut Open,
    id: LetterPointId,
    part: LetterPart,
    text: &str,
) -> Result<(), Problem> {
    let points = &open.review.publishing.letter;
    let Some(mut point) = points.iter().find(|point| point.id == id).cloned() else {
        return Ok(());
    };
    let text = text.trim();
    match part {
        LetterPart::Raised => text.clone_into(&mut point.raised),
        LetterPart::Answer => text.clone_into(&mut point.answer),
        LetterPart::Paragraph if text.is_empty() => point.paragraph = None,
        LetterPart::Paragraph => {
            let numbers = ParagraphNumbers::of(&open.review);
            let Some(paragraph) = numbers.with_number(text) else {
                return Err(Problem::new(
                    "The paragraph was not noted",
                    format!(
                        "The report has no paragraph {text}. Type a number as it stands before a paragraph in the Draft, such as 4.2."
                    ),
                ));
            };
            point.paragraph = Some(paragraph);
        }
    }
    open.edit("The point was not changed", |store| {
        edits::change_letter_point(store, &point)
    })
}

/// `at` is the place of the question in the template’s data record.
pub(in crate::app) fn store_record(open: &mut Open, at: usize, text: &str) -> Result<(), Problem> {
    let questions = &open.review.template.publication.record;
    let Some(key) = questions.get(at).map(|question| question.key.clone()) else {
        return Ok(());
    };
    open.edit("The question was not answered", |store| {
        edits::answer_record(store, &key, text)
    })
}
