//! A point of the quality-assurance letter without an answer.
//!
//! **What it finds.** A point that the quality-assurance panel raised and to which nothing is answered; and an answer that names a paragraph which is no
//! longer in the report.
//!
//! **Why.** The report goes back with a table: what was raised, what was done, where. A point left open sends it round again, and the family waits longer.
//!
//! **What to do.** Answer each point, if need be with the reason why nothing was changed, and name the paragraph.

use crate::checks::{At, Case, Mark};
use crate::model::{LetterPoint, RuleSetting};

pub(super) fn find(case: &Case<'_>, _: &RuleSetting) -> Vec<Mark> {
    let points = case.review.publishing.letter.iter();
    points
        .filter_map(|point| {
            let (subject, what) = if point.answer.trim().is_empty() {
                let what = format!("Point {} of the letter has no answer.", point.position);
                (format!("point {}", point.id), what)
            } else if is_lost(case, point) {
                let what = format!(
                    "The answer to point {} of the letter names a paragraph that is no longer in the report.",
                    point.position
                );
                (format!("point {} paragraph", point.id), what)
            } else {
                return None;
            };
            Some(Mark {
                subject,
                what,
                instead: String::new(),
                at: At::Letter(point.id),
            })
        })
        .collect()
}

fn is_lost(case: &Case<'_>, point: &LetterPoint) -> bool {
    let mut sections = case.review.sections.iter();
    point
        .paragraph
        .is_some_and(|paragraph| !sections.any(|section| section.paragraphs.contains(&paragraph)))
}
