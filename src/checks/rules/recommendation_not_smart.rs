//! A recommendation that cannot be carried out or checked.
//!
//! **What it finds.** A recommendation that lacks something of what makes it specific, measurable, achievable, relevant and time-bound: what is to change
//! and who must act, how it will be seen, why it can be done, which finding it answers, by when.
//!
//! **Why.** “Agencies should consider raising awareness” changes nothing. Reports come back because their recommendations and plans are not SMART.
//!
//! **What to do.** Fill in what is missing under Findings & actions. Whether it is well chosen only people can tell.

use crate::checks::{At, Case, Mark};
use crate::model::{RuleSetting, Smart};

pub(super) fn find(case: &Case<'_>, _: &RuleSetting) -> Vec<Mark> {
    let recommendations = case.review.recommendations.iter();
    recommendations
        .filter_map(|each| {
            // What answers no finding is marked by a rule of its own.
            let smart = Smart::ALL.iter().filter(|smart| **smart != Smart::Relevant);
            let missing: Vec<&str> = smart.filter_map(|smart| smart.missing(each)).collect();
            (!missing.is_empty()).then(|| Mark {
                subject: format!("recommendation {}: {}", each.id, missing.join("; ")),
                what: format!("Recommendation {} does not say {}.", each.position, listed(&missing)),
                instead: String::new(),
                at: At::Recommendation(each.id),
            })
        })
        .collect()
}

/// “a, b and c”
pub(super) fn listed(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
