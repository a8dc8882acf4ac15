//! The family has not seen the draft.
//!
//! **What it finds.** A review of which no round went out in the family's version, and whose report says nothing of the family and the draft; and a
//! family's version that went out and was neither answered nor spoken of in the report.
//!
//! **Why.** A mistake about somebody's daughter hurts her family first. They are offered the draft in time to be heard, with their advocate, and the
//! report says what they said of it.
//!
//! **What to do.** Send them the family's version in a round, or read it with them; then write what came of it, or that they did not wish to.

use crate::checks::reading::{all_words, finds};
use crate::checks::{At, Case, Mark};
use crate::model::{RuleSetting, Sees, Sending};

pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    let is_told = case
        .named(&setting.sections)
        .any(|section| finds(&setting.words, &all_words(section)));
    if is_told {
        return Vec::new();
    }
    let sent = case.review.rounds.iter().filter(|round| round.is_sent());
    let versions: Vec<&Sending> = sent
        .flat_map(|round| &round.sendings)
        .filter(|sending| sending.sees == Sees::FamilyVersion)
        .collect();
    let (subject, what, at) = if versions.is_empty() {
        let what = "The family was sent no draft, and the report does not say whether they saw one.";
        ("not sent", what, At::Rounds)
    } else if versions.iter().all(|sending| sending.replied.is_empty()) {
        let what = "The family was sent a draft; no answer is noted, and the report does not say what they said of it.";
        ("not answered", what, At::Rounds)
    } else {
        let what = "The family answered the draft, and the report does not say what they said of it.";
        ("not told", what, case.first_of(&setting.sections))
    };
    vec![Mark {
        subject: subject.to_owned(),
        what: what.to_owned(),
        instead: "Write what came of it, or that they were asked and did not wish to see it.".to_owned(),
        at,
    }]
}
