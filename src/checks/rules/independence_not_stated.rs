//! Independence that is not stated.
//!
//! **What it finds.** A section on the author, or on the panel, that says nothing of independence or of earlier involvement.
//!
//! **Why.** The chair and the author are not employed by any agency concerned, and no panel member was involved with the people. A reader can
//! only trust this if it is written down, with each past connection and when it ended; reports come back because the statement is incomplete.
//!
//! **What to do.** Write a full statement: for whom the author has worked, and until when; that no member knew the people, or which one did.

use crate::checks::reading::{all_words, finds, is_empty};
use crate::checks::{Case, Mark};
use crate::model::RuleSetting;

pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    case.named(&setting.sections)
        .filter(|section| !is_empty(section) && !finds(&setting.words, &all_words(section)))
        .map(|section| Mark {
            subject: section.key.clone(),
            what: format!(
                "Section {}, “{}”, does not say who was independent of the case, or had been involved in it.",
                section.number, section.title
            ),
            instead: "For example: “The chair has never been employed by an agency concerned in this review.” “No member of the panel had been involved with the family, or had managed anybody who was.”".to_owned(),
            at: case.at(&section.key),
        })
        .collect()
}
