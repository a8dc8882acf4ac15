use std::collections::HashSet;
use std::ops::Range;

use regex::Regex;

use super::glance::Glance;
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
    /// All patterns of all rules, one after the other.
    glance: Glance,
}

struct Rule {
    weakness: String,
    /// Place of the first pattern among those of all rules.
    first: usize,
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
                first: 0,
                patterns: usable(patterns),
                exceptions: usable(exceptions),
            }
        });
        let mut rules: Vec<Rule> = rules.filter(|rule| !rule.patterns.is_empty()).collect();
        let mut first = 0;
        for rule in &mut rules {
            rule.first = first;
            first += rule.patterns.len();
        }
        let glance = Glance::of(rules.iter().flat_map(|rule| &rule.patterns));
        Self { rules, glance }
    }

    /// The review's list has no rule to look by.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// What the rules see in an entry, whatever was tagged or declined: in the order of the list, each weakness once.
    pub fn in_entry(&self, entry: &Entry) -> Vec<Suggestion> {
        let cells = RecordCell::ALL.map(|cell| self.glance.may_fit(cell.of(entry)));
        let is_seen = |rule: &Rule, at: usize, cell: usize| cells[cell][rule.first + at];
        let seen = self.rules.iter().map(|rule| Suggestion {
            entry: entry.id,
            weakness: rule.weakness.clone(),
            passages: rule.passages(entry, |at, cell| is_seen(rule, at, cell)),
        });
        seen.filter(|suggestion| !suggestion.passages.is_empty())
            .collect()
    }
}

impl Rule {
    /// `is_seen` tells of a pattern and a cell, by their places, whether the one may fit somewhere in the other.
    fn passages(&self, entry: &Entry, is_seen: impl Fn(usize, usize) -> bool) -> Vec<Passage> {
        let mut passages = Vec::new();
        for (place, cell) in RecordCell::ALL.into_iter().enumerate() {
            let text = cell.of(entry);
            let patterns = self.patterns.iter().enumerate();
            let found = patterns
                .filter(|(at, _)| is_seen(*at, place))
                .flat_map(|(_, pattern)| pattern.find_iter(text));
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

/// What the rules of the list see in the entries of `order`, in that order, whatever was decided. Withdrawn entries are left out.
pub fn seen_by_rules(
    review: &Review,
    order: &[u32],
    progress: &dyn Progress,
) -> Result<Vec<Suggestion>, Cancelled> {
    let rules = Rules::of(review);
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
            suggestions.extend(rules.in_entry(entry));
        }
    }
    Ok(suggestions)
}

/// What somebody has decided, by a tag or by declining: a part and its whole are one, but that a whole may still be in question where one of its
/// parts is declined.
pub struct Decided<'a>(HashSet<(EntryId, &'a str)>);

impl<'a> Decided<'a> {
    pub fn of(review: &'a Review) -> Self {
        Self(decided(review))
    }

    pub fn holds(&self, suggestion: &Suggestion) -> bool {
        self.0
            .contains(&(suggestion.entry, suggestion.weakness.as_str()))
    }
}

fn decided(review: &Review) -> HashSet<(EntryId, &str)> {
    let mut decided = HashSet::new();
    for tagging in &review.taggings {
        let keys = review.with_parts(&tagging.weakness);
        decided.extend(keys.map(|key| (tagging.entry, key)));
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Weakness, WeaknessId};
    use crate::templates;

    #[test]
    fn a_glance_passes_over_no_pattern_that_fits() {
        let mut review = Review::empty(Arc::new(templates::built_in()[0].clone()));
        let listed = review.template.weaknesses.iter().map(|one| Weakness {
            id: WeaknessId(0),
            position: 1,
            key: one.key.clone(),
            name: one.name.clone(),
            definition: String::new(),
            example: String::new(),
            good_practice: one.good_practice,
            parent: one.parent.clone(),
            patterns: one.patterns.clone(),
        });
        review.weaknesses = listed.collect();
        let rules = Rules::of(&review);
        for (text, is_seen) in [
            ("", false),
            ("Kept her company; tea was made.", false),
            (
                "Partner answered most questions. NOT ASKED about home.",
                true,
            ),
            ("Not referred to MARAC; the school was not told.", true),
            ("Félt unsafe – “training had lapsed”, not\u{a0}asked.", true),
            ("Not a\u{17F}\u{212A}ed.", true),
        ] {
            let may_fit = rules.glance.may_fit(text);
            let patterns = rules.rules.iter().flat_map(|rule| &rule.patterns);
            let fits: Vec<bool> = patterns.map(|pattern| pattern.is_match(text)).collect();
            assert_eq!(fits.contains(&true), is_seen, "{text}");
            assert!(fits.iter().zip(&may_fit).all(|(fits, may)| *may || !fits));
        }
        let few = rules.glance.may_fit("Kept her company; tea was made.");
        let looked_for = few.iter().filter(|may_fit| **may_fit).count();
        assert!(looked_for * 4 < few.len(), "{looked_for} of {}", few.len());
    }
}
