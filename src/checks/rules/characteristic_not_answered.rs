//! A protected characteristic without an answer of its own.
//!
//! **What it finds.** Each of the nine protected characteristics that the section on equality does not speak of, and each that it only names in a list
//! with most of the others.
//!
//! **Why.** Reports come back because this section is thin. Each characteristic needs an answer; “considered, and not relevant because …” is one.
//!
//! **What to do.** Say for each what it meant for this person and for what was offered, or that it was considered and why it was not found relevant.

use crate::checks::equality::{Equality, Spoken};
use crate::checks::reading::is_empty;
use crate::checks::{Case, Mark};
use crate::model::RuleSetting;

/// `sections` answer the characteristics; a sentence that names `number` of them or more answers none.
pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    let equality = Equality::of(case, &setting.sections, setting.number);
    if case.named(&setting.sections).all(is_empty) {
        return Vec::new();
    }
    let characteristics = case.review.template.publication.characteristics.iter();
    characteristics
        .enumerate()
        .filter_map(|(at, characteristic)| {
            let what = match equality.spoken(at) {
                Spoken::ByItself => return None,
                Spoken::Nowhere => format!("The section on equality does not speak of {}.", characteristic.name.to_lowercase()),
                Spoken::InAList => format!(
                    "The section on equality names {} only in a list with the others.",
                    characteristic.name.to_lowercase()
                ),
            };
            Some(Mark {
                subject: characteristic.key.clone(),
                what,
                instead: format!("“{}: considered, and not found relevant, because …” is an answer, too.", characteristic.name),
                at: case.first_of(&setting.sections),
            })
        })
        .collect()
}
