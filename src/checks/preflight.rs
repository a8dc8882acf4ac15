//! All rules over one review.

use super::rules::ALL;
use super::{Case, Found, RuleMark};
use crate::model::Severity;

/// Every rule that the template does not turn off, in its order.
pub fn preflight(case: &Case<'_>) -> Found {
    let mut found = Found::default();
    let suppressed = &case.review.publishing.suppressed;
    for setting in &case.review.template.rules {
        let Some(rule) = ALL.iter().find(|rule| rule.key == setting.key) else {
            found.unknown.push(setting.key.clone());
            continue;
        };
        if setting.severity == Severity::Off {
            continue;
        }
        let of = RuleMark {
            rule: rule.key,
            severity: setting.severity,
        };
        for mark in rule.find(case, setting) {
            let decided = suppressed
                .iter()
                .position(|one| one.rule == rule.key && one.subject == mark.subject);
            match decided {
                Some(at) => found.suppressed.push((of, mark, at)),
                None => found.marks.push((of, mark)),
            }
        }
    }
    found.marks.sort_by_key(|(of, _)| of.severity);
    found
}
