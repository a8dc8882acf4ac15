//! An objection that was not heard.
//!
//! **What it finds.** An objection of a panel member, or of the family, that has no answer, or that was raised again and still has none.
//!
//! **Why.** In one review a perpetrator's own word that he was bipolar hardened into a fact although a panel member objected again and
//! again. A panel that is asked twice and answered once has not been heard.
//!
//! **What to do.** Answer it in the room Panel: accept it, or decline it with the reason that the member will be told.

use crate::checks::{At, Case, Mark, not_heard};
use crate::model::RuleSetting;

pub(super) fn find(case: &Case<'_>, _: &RuleSetting) -> Vec<Mark> {
    not_heard(case.review)
        .into_iter()
        .map(|one| Mark {
            subject: format!("comment {}", one.comment),
            what: format!(
                "An objection of the panel: {}.",
                one.why.words().to_lowercase()
            ),
            instead: String::new(),
            at: At::Comment(one.comment),
        })
        .collect()
}
