//! Records that contradict each other, and nobody has said how that stands.
//!
//! **What it finds.** A contradiction between two records that is still to be talked through; and one that the panel could not settle, of which the
//! report cites neither record.
//!
//! **Why.** Two agencies who tell one night in two ways cannot both be right. The report says which account it follows and why, or that the records differ.
//!
//! **What to do.** Settle it under Analysis, Contradictions; where it stays disputed, say so in the report and cite both.

use std::collections::BTreeSet;

use crate::checks::{At, Case, Mark};
use crate::drafting::{Target, citations};
use crate::model::{EntryId, RuleSetting, Standing};

pub(super) fn find(case: &Case<'_>, _: &RuleSetting) -> Vec<Mark> {
    let sections = case.review.sections.iter();
    let cited: BTreeSet<EntryId> = sections
        .flat_map(|section| citations(&section.text))
        .filter_map(|citation| match citation.target {
            Target::Entry(entry) => Some(entry),
            _ => None,
        })
        .collect();
    let contradictions = case.review.contradictions.iter();
    contradictions
        .filter_map(|each| {
            let about = each.about.words().to_lowercase();
            let (subject, what) = match each.standing {
                Standing::Open => (
                    format!("contradiction {} open", each.id),
                    format!("Two records contradict each other ({about}), and it is not said how that stands."),
                ),
                Standing::Disputed if each.entries.iter().all(|entry| !cited.contains(entry)) => (
                    format!("contradiction {} disputed", each.id),
                    format!("Two records contradict each other ({about}), it could not be settled, and the report cites neither."),
                ),
                Standing::Disputed | Standing::Resolved | Standing::None => return None,
            };
            Some(Mark {
                subject,
                what,
                instead: String::new(),
                at: At::Entry(each.entries[0]),
            })
        })
        .collect()
}
