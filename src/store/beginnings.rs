//! The whole words behind a beginning, looked up in the entries themselves.
//!
//! The index answers a whole word as it goes along, but a beginning only after it has gathered every place of every word that
//! begins so: with a million entries, “the” takes a tenth of a second to find fifty. Such common beginnings are
//! found by looking at some entries first; what is not found that way is rare, and then the index is quick.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::search::tokens;
use crate::model::{Entry, EntryId, Review};

/// Entries that are looked at.
const LOOKED_AT: usize = 2_000;
/// With more words than this the index is asked for the beginning after all.
const MOST: usize = 64;

/// Words of the first entries of a review that begin with what was typed.
pub(super) struct Beginnings {
    pub words: BTreeSet<String>,
    /// Up to this entry no word that begins so is missing from `words`.
    pub complete_until: EntryId,
}

/// `None` where it would not help: a small review, no such word, or very many.
pub(super) fn of(review: &Review, beginning: &str) -> Option<Beginnings> {
    let last = review.entries.get(LOOKED_AT)?;
    let beginning = folded(beginning);
    let mut words = BTreeSet::new();
    for entry in &review.entries[..=LOOKED_AT] {
        for part in indexed(entry) {
            for token in tokens(part) {
                if begins(token, &beginning) {
                    words.insert(folded(token));
                }
            }
        }
        if words.len() > MOST {
            return None;
        }
    }
    (!words.is_empty()).then_some(Beginnings {
        words,
        complete_until: last.id,
    })
}

/// The columns of the index.
fn indexed(entry: &Entry) -> [&str; 6] {
    [
        &entry.when.wording,
        &entry.text,
        &entry.response,
        &entry.seen,
        &entry.document,
        &entry.comment,
    ]
}

fn begins(token: &str, beginning: &str) -> bool {
    match token.as_bytes().get(..beginning.len()) {
        Some(start) if start.is_ascii() => start.eq_ignore_ascii_case(beginning.as_bytes()),
        _ if token.is_ascii() => false,
        _ => folded(token).starts_with(beginning),
    }
}

/// As the index folds: lower case, without accents.
fn folded(token: &str) -> String {
    token
        .nfd()
        .filter(|character| !is_combining_mark(*character))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_do_not_matter() {
        for (token, beginning, expected) in [
            ("Police", "pol", true),
            ("POLICE", "police", true),
            ("policé", "police", true),
            ("pólice", "pol", true),
            ("po", "pol", false),
            ("Zoë", "zoe", true),
            ("Zoë", "zo", true),
            ("Zoe\u{308}", "zoe", true),
            ("spolice", "pol", false),
        ] {
            assert_eq!(begins(token, &folded(beginning)), expected, "{token}");
        }
    }
}
