//! A recommendation that answers nothing.
//!
//! **What it finds.** A recommendation that answers no finding, or only findings of good practice.
//!
//! **Why.** Nobody carries out what they do not see the reason for. Reports come back because recommendations cannot be traced to findings.
//!
//! **What to do.** Join it to the finding it answers under Findings & actions; where there is none, write the finding, or leave the recommendation out.

use crate::checks::{At, Case, Mark};
use crate::model::RuleSetting;

pub(super) fn find(case: &Case<'_>, _: &RuleSetting) -> Vec<Mark> {
    let review = case.review;
    let recommendations = review.recommendations.iter();
    recommendations
        .filter_map(|each| {
            let answered = each.findings.iter();
            let answered: Vec<_> = answered.filter_map(|id| review.finding(*id)).collect();
            let what = match answered.as_slice() {
                [] => format!("Recommendation {} answers no finding.", each.position),
                some if some.iter().all(|finding| finding.good_practice) => {
                    format!("Recommendation {} answers only good practice.", each.position)
                }
                _ => return None,
            };
            Some(Mark {
                subject: format!("recommendation {}", each.id),
                what,
                instead: String::new(),
                at: At::Recommendation(each.id),
            })
        })
        .collect()
}
