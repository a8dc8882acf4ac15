//! Dates of the process that stand in the wrong order.
//!
//! **What it finds.** A date of the process that was entered as earlier than one that must come before it: a decision before the death, a
//! panel before the commission, a publication before the clearance. Only what is certainly wrong counts: dates known to the month may overlap.
//!
//! **Why.** Published reports get this wrong, and a reader who sees it trusts no other date.
//!
//! **What to do.** Correct whichever of the two dates is wrong, on the Overview.

use crate::checks::{At, Case, Mark};
use crate::clock::clock_standing;
use crate::model::RuleSetting;

pub(super) fn find(case: &Case<'_>, _: &RuleSetting) -> Vec<Mark> {
    clock_standing(case.review, case.today)
        .out_of_order
        .into_iter()
        .map(|wrong| Mark {
            subject: format!("date {} before date {}", wrong.second, wrong.first),
            what: wrong.words,
            instead: String::new(),
            at: At::KeyDate(wrong.second),
        })
        .collect()
}
