//! Coding without seeing each other's tags.

use std::collections::HashSet;

use crate::model::{Coding, EntryId, Review};

/// Takes out of `review` what `coder` shall not see yet: on the entries of open codings, the tags of everybody else, and what others have
/// declined there. What a screen or an output makes of the rest then cannot show them either.
pub fn hide_from(review: &mut Review, coder: &str) {
    let blind = entries_of_open_codings(&review.codings);
    if blind.is_empty() {
        return;
    }
    let may_see = |entry: EntryId, by: &str| by == coder || !blind.contains(&entry);
    review
        .taggings
        .retain(|tagging| may_see(tagging.entry, &tagging.coder));
    review
        .declined
        .retain(|declined| may_see(declined.entry, &declined.coder));
}

/// What is said beside tags while a coding is open; `None` where none is.
pub fn what_is_hidden(review: &Review) -> Option<String> {
    let words = match entries_of_open_codings(&review.codings).len() {
        0 => return None,
        1 => "1 entry is in a blind coding that is not closed: of its tags".to_owned(),
        count => format!("{count} entries are in a blind coding that is not closed: of their tags"),
    };
    Some(format!(
        "{words}, only those of whoever asked for this are shown."
    ))
}

/// The open coding that an entry is in; an entry is in one at most.
pub fn coded_blind(review: &Review, entry: EntryId) -> Option<&Coding> {
    let mut open = review.codings.iter().filter(|coding| !coding.closed);
    open.find(|coding| coding.has_entry(entry))
}

fn entries_of_open_codings(codings: &[Coding]) -> HashSet<EntryId> {
    let open = codings.iter().filter(|coding| !coding.closed);
    open.flat_map(|coding| coding.entries.iter().copied())
        .collect()
}
