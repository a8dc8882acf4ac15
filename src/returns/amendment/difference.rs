use super::Told;
use crate::dates;
use crate::model::{Certainty, Entry, EntryDraft};

/// One part of an entry in which the corrected return says something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// For the reader: “Date”, “What happened”; “Other column” for a heading that stands for nothing.
    pub part: &'static str,
    pub before: String,
    pub after: String,
}

const PARTS: [&str; 6] = [
    "What happened",
    "Response or decision",
    "Who was seen",
    "Recorded by",
    "Source document",
    "Comment",
];

/// What the agency changed, in the order of the columns; the places in the files are no part of it.
pub(super) fn between(entry: &Entry, draft: &EntryDraft) -> Vec<Difference> {
    let mut found = Vec::new();
    found.extend(of_date(entry, draft));
    for ((part, before), after) in PARTS.into_iter().zip(entry.texts()).zip(draft.texts()) {
        if before != after {
            found.push(difference(part, before, after));
        }
    }
    if entry.other != draft.other {
        found.push(of_other(&entry.other, &draft.other));
    }
    found
}

fn difference(part: &'static str, before: &str, after: &str) -> Difference {
    Difference {
        part,
        before: before.to_owned(),
        after: after.to_owned(),
    }
}

/// The wordings differ; or they are equal and what was taken from around them (the row above, a heading) is not.
/// A date that the chair corrected is no longer inferred and stays.
fn of_date(entry: &Entry, draft: &EntryDraft) -> Option<Difference> {
    let (before, after) = (&entry.when, &draft.when);
    if before.wording != after.wording {
        return Some(difference("Date", &before.wording, &after.wording));
    }
    let inferred =
        before.certainty == Certainty::Inferred && after.certainty == Certainty::Inferred;
    let moved = (before.earliest, before.latest) != (after.earliest, after.latest);
    (inferred && moved).then(|| difference("Date", &dates::spoken(before), &dates::spoken(after)))
}

/// Only the columns that differ, each under its heading.
fn of_other(before: &[(String, String)], after: &[(String, String)]) -> Difference {
    let only_in = |these: &[(String, String)], those: &[(String, String)]| {
        let told: Vec<String> = these
            .iter()
            .filter(|one| !those.contains(one))
            .map(|(heading, wording)| format!("{heading}: {wording}"))
            .collect();
        told.join("\n")
    };
    let (mut told_before, mut told_after) = (only_in(before, after), only_in(after, before));
    if told_before == told_after {
        // The same columns in another order, or one of two equal ones is gone.
        (told_before, told_after) = (only_in(before, &[]), only_in(after, &[]));
    }
    difference("Other column", &told_before, &told_after)
}
