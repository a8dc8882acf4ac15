//! A real name in the draft.
//!
//! **What it finds.** Every paragraph, finding, recommendation or action in which somebody who has a pseudonym stands under the real name, a
//! part of it, another name in use, or a number or address of the register.
//!
//! **Why.** Reports were published, or went to the quality-assurance panel, with the name of the person who died or of a child left in. A
//! published identity can kill. What Lantern publishes is written without names in any case, but rounds and copies made in other ways are not.
//!
//! **What to do.** Write the pseudonym. Where the word is an ordinary one here and nobody's name, settle it among the identities.

use crate::checks::prose::once;
use crate::checks::{At, Case, Mark};
use crate::identities::{Disguise, Replaced, Why};
use crate::model::{RuleSetting, Review};

pub(super) fn find(case: &Case<'_>, _: &RuleSetting) -> Vec<Mark> {
    let disguise = Disguise::of(case.review);
    let mut marks = Vec::new();
    for passage in case.passages() {
        for stretch in &passage.stretches {
            let disguised = disguise.text(&stretch.text);
            let doubtful = |one: &Replaced| {
                disguised.doubtful.iter().any(|doubt| doubt.range == one.range)
            };
            for one in &disguised.replaced {
                let Some(whose) = whose(case.review, one.why) else {
                    continue;
                };
                let was = one.was.trim();
                if was.eq_ignore_ascii_case(one.became.trim()) || is_pseudonym(case.review, was) {
                    continue;
                }
                let what = match doubtful(one) {
                    true => format!("{} has “{was}”, which may be {whose}.", passage.place),
                    false => format!("{} has “{was}”, {whose}.", passage.place),
                };
                let instead = match one.became.trim() {
                    "" => "Leave it out.".to_owned(),
                    became => format!("Write “{became}”."),
                };
                marks.push(passage.mark(was, what, instead));
            }
        }
    }
    marks.extend(title(case, &disguise));
    once(marks)
}

/// It stands on the cover and in the window.
fn title(case: &Case<'_>, disguise: &Disguise<'_>) -> Option<Mark> {
    let replaced = disguise.text(&case.review.details.title).replaced;
    let one = replaced
        .into_iter()
        .find(|one| matches!(one.why, Why::Person(_) | Why::Shared))?;
    Some(Mark {
        subject: format!("title: {}", one.was.to_lowercase()),
        what: format!("The title of the review has “{}”, a real name.", one.was),
        instead: format!("Write “{}”.", one.became),
        at: At::Review,
    })
}

fn whose(review: &Review, why: Why) -> Option<&'static str> {
    match why {
        Why::Person(id) => {
            let person = review.person(id)?;
            (!person.pseudonym.trim().is_empty())
                .then_some("the real name of somebody who has a pseudonym")
        }
        Why::Shared => Some("a real name that several people share"),
        Why::Identifier(_) => Some("a number or address that tells who somebody is"),
        // Places are written as the register has them when the report is published; dates and ages have rules of their own.
        Why::Place(_)
        | Why::DateOfBirth
        | Why::DateOfDeath
        | Why::Date
        | Why::TimeOfDay
        | Why::Age => None,
    }
}

fn is_pseudonym(review: &Review, word: &str) -> bool {
    review
        .people
        .iter()
        .any(|person| person.pseudonym.trim().eq_ignore_ascii_case(word))
}
