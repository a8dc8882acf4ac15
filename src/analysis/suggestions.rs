use std::collections::HashSet;
use std::ops::Range;

use regex::Regex;

use super::passages::{joined, of_bytes};
use crate::jobs::{Cancelled, Progress};
use crate::model::{Entry, EntryId, Passage, RecordCell, Review};
use crate::templates::{is_exception, pattern};

/// A weakness that a rule of the list sees in a record. Nothing is tagged before somebody accepts it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    pub entry: EntryId,
    /// Key of the weakness.
    pub weakness: String,
    /// The words that caused it; at least one passage.
    pub passages: Vec<Passage>,
}

/// The patterns of a review's list of weaknesses, ready to search with.
pub struct Rules {
    /// In the order of the list; those without a usable pattern are left out.
    rules: Vec<Rule>,
}

struct Rule {
    weakness: String,
    patterns: Vec<Regex>,
    /// What a pattern finds within one of these is none.
    exceptions: Vec<Regex>,
}

impl Rules {
    pub fn of(review: &Review) -> Self {
        let lists = &review.template.word_lists;
        let rules = review.weaknesses.iter().map(|weakness| {
            let (exceptions, patterns): (Vec<&String>, Vec<&String>) = weakness
                .patterns
                .iter()
                .partition(|text| is_exception(text));
            let usable = |texts: Vec<&String>| {
                let texts = texts.into_iter();
                texts.filter_map(|text| pattern(text, lists).ok()).collect()
            };
            Rule {
                weakness: weakness.key.clone(),
                patterns: usable(patterns),
                exceptions: usable(exceptions),
            }
        });
        Self {
            rules: rules.filter(|rule| !rule.patterns.is_empty()).collect(),
        }
    }

    /// The review's list has no rule to look by.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// What the rules see in an entry, whatever was tagged or declined: in the order of the list, each weakness once.
    pub fn in_entry(&self, entry: &Entry) -> Vec<Suggestion> {
        let seen = self.rules.iter().map(|rule| Suggestion {
            entry: entry.id,
            weakness: rule.weakness.clone(),
            passages: rule.passages(entry),
        });
        seen.filter(|suggestion| !suggestion.passages.is_empty())
            .collect()
    }
}

impl Rule {
    fn passages(&self, entry: &Entry) -> Vec<Passage> {
        let mut passages = Vec::new();
        for cell in RecordCell::ALL {
            let text = cell.of(entry);
            let found = self
                .patterns
                .iter()
                .flat_map(|pattern| pattern.find_iter(text));
            let found = found.map(|found| found.range());
            let found = found.filter(|found| !self.excepted(text, found));
            passages
                .extend(found.filter_map(|found| of_bytes(entry, cell, whole_words(text, found))));
        }
        joined(entry, passages)
    }

    fn excepted(&self, text: &str, found: &Range<usize>) -> bool {
        let exceptions = self.exceptions.iter();
        let mut exceptions = exceptions.flat_map(|exception| exception.find_iter(text));
        exceptions.any(|exception| exception.start() < found.end && found.start < exception.end())
    }
}

/// A pattern may end within a word: the whole of it is marked.
fn whole_words(text: &str, found: Range<usize>) -> Range<usize> {
    let before = text[..found.start].chars().rev();
    let before: usize = before
        .take_while(|letter| letter.is_alphanumeric())
        .map(char::len_utf8)
        .sum();
    let after = text[found.end..].chars();
    let after: usize = after
        .take_while(|letter| letter.is_alphanumeric())
        .map(char::len_utf8)
        .sum();
    let starts_with_word = text[found.clone()].starts_with(char::is_alphanumeric);
    let ends_with_word = text[found.clone()].ends_with(char::is_alphanumeric);
    let start = found.start - if starts_with_word { before } else { 0 };
    let end = found.end + if ends_with_word { after } else { 0 };
    start..end
}

/// Entries between two reports of progress.
const STRIDE: usize = 256;

/// What the rules of the list see in the entries of `order`, in that order, and nobody has decided yet: neither tagged so, with the whole or with a
/// part of it, nor declined. Withdrawn entries are left out.
pub fn suggestions(
    review: &Review,
    order: &[u32],
    progress: &dyn Progress,
) -> Result<Vec<Suggestion>, Cancelled> {
    let rules = Rules::of(review);
    let decided = Decided::of(review);
    let mut suggestions = Vec::new();
    let total = order.len() as u64;
    for (done, index) in order.iter().enumerate() {
        if done % STRIDE == 0 {
            progress.report(done as u64, Some(total), "Looking for what the rules see")?;
        }
        let Some(entry) = review.entries.get(*index as usize) else {
            continue;
        };
        if entry.withdrawn.is_none() {
            let seen = rules.in_entry(entry).into_iter();
            suggestions.extend(seen.filter(|one| !decided.has(one)));
        }
    }
    Ok(suggestions)
}

/// What somebody has decided: a tag with a part is one with the whole, and where the whole is declined its parts are.
pub struct Decided<'a>(HashSet<(EntryId, &'a str)>);

impl<'a> Decided<'a> {
    pub fn of(review: &'a Review) -> Self {
        Self(decided(review))
    }

    pub fn has(&self, suggestion: &Suggestion) -> bool {
        self.0
            .contains(&(suggestion.entry, suggestion.weakness.as_str()))
    }
}

fn decided(review: &Review) -> HashSet<(EntryId, &str)> {
    let mut decided = HashSet::new();
    for tagging in &review.taggings {
        decided.insert((tagging.entry, tagging.weakness.as_str()));
        let weakness = review.weakness(&tagging.weakness);
        if let Some(part) = weakness.filter(|weakness| weakness.is_part()) {
            decided.insert((tagging.entry, part.parent.as_str()));
        }
    }
    for declined in &review.declined {
        let keys = review.with_parts(&declined.weakness);
        decided.extend(keys.map(|key| (declined.entry, key)));
    }
    decided
}
