//! Too few rounds of comments.
//!
//! **What it finds.** A review whose draft went out to its panel fewer times than the template asks for, or members who were asked fewer times.
//!
//! **Why.** The panel gets at least two chances to comment in writing, on facts, analysis and recommendations: a first draft is corrected,
//! and only the second shows whether the panel was heard.
//!
//! **What to do.** Begin the next round in the room Panel, with everybody who was asked too seldom.

use crate::checks::{At, Case, Mark, two_rounds};
use crate::model::RuleSetting;

pub(super) fn find(case: &Case<'_>, _: &RuleSetting) -> Vec<Mark> {
    let Some(few) = two_rounds(case.review) else {
        return Vec::new();
    };
    let what = match few.missing() {
        1 => "One more round of comments is to go out before everybody on the panel was asked often enough.".to_owned(),
        more => format!(
            "{more} more rounds of comments are to go out before everybody on the panel was asked often enough."
        ),
    };
    vec![Mark {
        subject: format!("{} rounds", few.sent),
        what,
        instead: String::new(),
        at: At::Rounds,
    }]
}
