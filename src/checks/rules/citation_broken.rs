//! A citation that leads nowhere.
//!
//! **What it finds.** A citation in the draft of an entry that its agency has withdrawn, or of something that is no longer in the review.
//!
//! **Why.** What the report says must rest on what is on record. A citation that does not hold takes the ground from under its sentence.
//!
//! **What to do.** Cite what the sentence rests on now, or change the sentence.

use crate::checks::{Case, Mark};
use crate::drafting::{broken, citations};
use crate::model::RuleSetting;

pub(super) fn find(case: &Case<'_>, _: &RuleSetting) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for (section, paragraph) in case.paragraphs() {
        for citation in citations(&paragraph.text) {
            let Some(why) = broken(case.review, citation.target) else {
                continue;
            };
            let handle = citation.target.handle();
            let place = match paragraph.id {
                Some(id) => format!("paragraph {id}"),
                None => section.key.clone(),
            };
            let mark = Mark {
                subject: format!("{place}: {handle}"),
                what: format!("It cites {handle}, which is {}.", why.words()),
                instead: String::new(),
                at: case.at_paragraph(section, paragraph),
            };
            // The same place cited twice in a paragraph is one matter.
            if !marks.contains(&mark) {
                marks.push(mark);
            }
        }
    }
    marks
}
