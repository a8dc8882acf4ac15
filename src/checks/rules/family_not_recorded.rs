//! The family's part in the review is not told.
//!
//! **What it finds.** A section on the involvement of family and friends that does not say whether they were asked and how, whether an advocate
//! was offered, or whether they saw the terms of reference.
//!
//! **Why.** They knew the person, and often what no agency knew. They are offered a part, somebody to stand beside them, the terms of reference
//! and the draft; whether they took it is theirs to decide, but the report says that they could.
//!
//! **What to do.** Say who was asked, how and when, what was offered and what came of it; say also who was not approached, or declined, and why.

use crate::checks::reading::{all_words, finds, is_empty};
use crate::checks::{Case, Mark};
use crate::model::RuleSetting;

/// Each of `wordings` is something that the section must tell; `instead` says what.
pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    let sections = case.named(&setting.sections);
    let mut marks = Vec::new();
    for section in sections.filter(|section| !is_empty(section)) {
        let text = all_words(section);
        let missing = setting.wordings.iter();
        let missing = missing.filter(|wording| !finds(&wording.words, &text));
        marks.extend(missing.map(|wording| Mark {
            subject: format!("{}: {}", section.key, wording.instead),
            what: format!("Section {} does not say {}.", section.number, wording.instead),
            instead: wording.why.clone(),
            at: case.at(&section.key),
        }));
    }
    marks
}
