//! Early learning that was not acted on.
//!
//! **What it finds.** A recommendation marked as early learning, to be acted on at once, of whose actions none is under way or done.
//!
//! **Why.** Somebody decided that this could not wait for the report. A publication that shows it untouched tells the family that it did.
//!
//! **What to do.** Ask the agency, and enter what was done; or take the mark of early learning away and say why.

use crate::checks::{At, Case, Mark};
use crate::model::{RuleSetting, Status};

pub(super) fn find(case: &Case<'_>, _: &RuleSetting) -> Vec<Mark> {
    let review = case.review;
    let recommendations = review.recommendations.iter();
    recommendations
        .filter(|each| each.early_learning)
        .filter(|each| {
            let mut actions = review.actions.iter();
            !actions.any(|action| {
                let begun = matches!(action.status, Status::UnderWay | Status::Completed);
                action.recommendation == each.id && (begun || action.completed.is_some())
            })
        })
        .map(|each| Mark {
            subject: format!("recommendation {}", each.id),
            what: format!("Recommendation {} is early learning, and none of its actions is under way.", each.position),
            instead: String::new(),
            at: At::Recommendation(each.id),
        })
        .collect()
}
