//! The response to the letter of the quality-assurance panel: what was raised, what was answered, where the report was changed.

use serde_json::{Value, json};

use super::characters::counted;
use super::matter::{Matter, stays_whole};
use crate::drafting::ParagraphNumbers;
use crate::model::{LetterPoint, Review};

pub(super) fn data(review: &Review, matter: &mut Matter) -> Value {
    let numbers = ParagraphNumbers::of(review);
    let points: Vec<Value> = review
        .publishing
        .letter
        .iter()
        .map(|point| {
            json!({
                "number": point.position.to_string(),
                "raised": matter.lines(&point.raised),
                "answer": matter.lines(&point.answer),
                "paragraph": matter.line(&paragraph(point, &numbers)),
                // Narrow columns: half of the wording fills as much height as in a paragraph.
                "keep": stays_whole(&[&point.raised, &point.raised]) && stays_whole(&[&point.answer, &point.answer]),
            })
        })
        .collect();
    json!({ "about": about(review), "points": points })
}

/// “7 points, 1 not answered yet.”
pub(super) fn about(review: &Review) -> String {
    let points = &review.publishing.letter;
    let open = points.iter().filter(|one| one.answer.trim().is_empty());
    match (points.len(), open.count()) {
        (0, _) => "No point of the letter has been entered yet.".to_owned(),
        (all, 0) => format!("{}.", counted(all, "point", "points")),
        (all, open) => format!(
            "{}, {open} not answered yet.",
            counted(all, "point", "points")
        ),
    }
}

/// “18.4”; empty where no paragraph is named, or the one that was is no longer in the report.
pub(super) fn paragraph(point: &LetterPoint, numbers: &ParagraphNumbers) -> String {
    let number = point.paragraph.and_then(|id| numbers.of_paragraph(id));
    number.unwrap_or_default().to_owned()
}
