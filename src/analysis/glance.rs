//! Which of many patterns may fit a text, told in one pass: those with whose first letters something in it begins.

use aho_corasick::AhoCorasick;
use regex::Regex;
use regex_syntax::hir::literal::{ExtractKind, Extractor};

/// Beginnings shorter than this are found in nearly every text.
const SHORTEST: usize = 3;

/// The beginnings of many patterns, none of which heeds case.
pub(super) struct Glance {
    finder: Option<AhoCorasick>,
    /// Which pattern each beginning belongs to.
    owners: Vec<usize>,
    /// For each pattern whether it must be looked for whatever a text holds: no few beginnings are known of it.
    always: Vec<bool>,
}

impl Glance {
    pub(super) fn of<'a>(patterns: impl Iterator<Item = &'a Regex>) -> Self {
        let (mut beginnings, mut owners, mut always) = (Vec::new(), Vec::new(), Vec::new());
        for (at, pattern) in patterns.enumerate() {
            let known = beginnings_of(pattern.as_str());
            always.push(known.is_none());
            for beginning in known.into_iter().flatten() {
                beginnings.push(beginning);
                owners.push(at);
            }
        }
        let finder = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .build(&beginnings)
            .ok();
        Self {
            finder,
            owners,
            always,
        }
    }

    /// For each pattern whether it may fit somewhere in the text; never false where it does.
    pub(super) fn may_fit(&self, text: &str) -> Vec<bool> {
        let Some(finder) = self.finder.as_ref().filter(|_| !has_other_case(text)) else {
            return vec![true; self.always.len()];
        };
        let mut may_fit = self.always.clone();
        for hit in finder.find_overlapping_iter(text) {
            may_fit[self.owners[hit.pattern().as_usize()]] = true;
        }
        may_fit
    }
}

/// With one of which every match begins; none where that cannot be told.
fn beginnings_of(pattern: &str) -> Option<Vec<Vec<u8>>> {
    let pattern = regex_syntax::parse(pattern).ok()?;
    let known = Extractor::new().kind(ExtractKind::Prefix).extract(&pattern);
    let beginnings = known.literals()?.iter().map(|one| one.as_bytes().to_vec());
    let beginnings: Vec<Vec<u8>> = beginnings.collect();
    let is_plain = |one: &Vec<u8>| {
        let letters = std::str::from_utf8(one).is_ok_and(|words| {
            words
                .chars()
                .all(|letter| letter.is_ascii() || !letter.is_alphabetic())
        });
        letters && one.len() >= SHORTEST
    };
    (!beginnings.is_empty() && beginnings.iter().all(is_plain)).then_some(beginnings)
}

/// The long s and the Kelvin sign are letters of the alphabet in another case.
fn has_other_case(text: &str) -> bool {
    text.contains(['\u{17F}', '\u{212A}'])
}
