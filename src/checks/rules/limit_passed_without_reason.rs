//! A delay that the report does not explain.
//!
//! **What it finds.** A limit of the clock that was passed, or kept only because the clock stood still, where the section on timescales says
//! nothing of a delay; and a pause without a reason.
//!
//! **Why.** The limits are rarely met: a trial, an inquest and missing records take their time. The family and the quality-assurance panel ask
//! why, and a delay without a reason reads like carelessness with a death.
//!
//! **What to do.** Enter each pause with its reason on the Overview. The delay in words that stands there can be put into the section.

use crate::checks::reading::{all_words, finds};
use crate::checks::{At, Case, Mark};
use crate::clock::{LimitStanding, LimitState, clock_standing};
use crate::model::RuleSetting;

pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    let mut marks = Vec::new();
    let explained = case
        .named(&setting.sections)
        .any(|section| finds(&setting.words, &all_words(section)));
    if !explained {
        let standing = clock_standing(case.review, case.today);
        marks.extend(standing.limits.iter().filter_map(|limit| {
            Some(Mark {
                subject: format!("limit {} {}", limit.from, limit.to),
                what: delay(limit)?,
                instead: "Say in the section on timescales what took so long, and why. The Overview gives a first wording.".to_owned(),
                at: case.first_of(&setting.sections),
            })
        }));
    }
    let pauses = case.review.pauses.iter();
    let unexplained = pauses.filter(|pause| pause.reason.trim().is_empty());
    marks.extend(unexplained.map(|pause| Mark {
        subject: format!("pause {}", pause.id),
        what: "The clock stood still for a time, and no reason is entered.".to_owned(),
        instead: String::new(),
        at: At::Review,
    }));
    marks
}

/// What took longer than allowed; `None` where nothing did.
fn delay(limit: &LimitStanding) -> Option<String> {
    let steps = format!("From “{}” to “{}”", limit.from_name, limit.to_name);
    let (months, one) = (limit.months, limit.months == 1);
    let allowed = format!("{months} {}", if one { "month" } else { "months" });
    match limit.state {
        LimitState::Passed { days_over } => Some(format!(
            "{steps} {allowed} are allowed; {days_over} days more have passed, and the report gives no reason."
        )),
        LimitState::Late { days_over } => Some(format!(
            "{steps} took {days_over} days more than the {allowed} allowed, and the report gives no reason."
        )),
        LimitState::Kept if limit.paused_days > 0 => Some(format!(
            "{steps} the clock stood still for {} days, and the report does not say why.",
            limit.paused_days
        )),
        LimitState::Kept | LimitState::Running | LimitState::NotBegun => None,
    }
}
