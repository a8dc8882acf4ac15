use crate::model::LetterPoint;
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Changes what was raised, what was answered and where the report was changed; the point keeps its place.
pub fn change_letter_point(
    store: &mut Store,
    point: &LetterPoint,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Change point of the letter"), |tx| {
        let present = check::letter_point(tx, point.id)?;
        if let Some(paragraph) = point.paragraph
            && present.paragraph != point.paragraph
        {
            check::paragraph(tx, paragraph)?;
        }
        let verb = match (present.raised == point.raised, point.answer.is_empty()) {
            (true, false) => "Answer",
            _ => "Change",
        };
        tx.relabel(format!("{verb} point {} of the letter", present.position));
        tx.change_letter_point(&LetterPoint {
            position: present.position,
            ..point.clone()
        })
    })
}
