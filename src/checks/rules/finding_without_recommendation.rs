//! A finding that leads to nothing.
//!
//! **What it finds.** A lesson that no recommendation answers. Good practice needs none.
//!
//! **Why.** A lesson without a recommendation is known and then forgotten. Recommendations are traced to findings and back.
//!
//! **What to do.** Recommend something, join the finding to a recommendation that answers it, or say in the report why nothing is recommended.

use crate::checks::{At, Case, Mark};
use crate::model::RuleSetting;

pub(super) fn find(case: &Case<'_>, _: &RuleSetting) -> Vec<Mark> {
    let review = case.review;
    let is_answered = |id| review.recommendations.iter().any(|each| each.findings.contains(&id));
    let findings = review.findings.iter();
    findings
        .filter(|finding| !finding.good_practice && !is_answered(finding.id))
        .map(|finding| Mark {
            subject: format!("finding {}", finding.id),
            what: format!("Finding {} leads to no recommendation.", finding.position),
            instead: String::new(),
            at: At::Finding(finding.id),
        })
        .collect()
}
