//! An abbreviation that is not explained.
//!
//! **What it finds.** Abbreviations in capitals whose words stand neither at their first use, in brackets before or after, nor in the glossary.
//! Those that everybody knows are a list in the template. Each is marked once.
//!
//! **Why.** The family and most readers have never worked in an agency. To them a page of “IDVA”, “MARAC” and “DASH” is closed.
//!
//! **What to do.** Write the words at the first use, “multi-agency risk assessment conference (MARAC)”, or add it to the glossary.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use regex::Regex;

use crate::checks::prose::StretchKind;
use crate::checks::{Case, Mark};
use crate::model::RuleSetting;

static CAPITALS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b[A-Z](?:&[A-Z]|[A-Z]{1,6})(?:s\b|\b)").expect("a constant pattern")
});
static ROMAN: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^[IVX]+$").expect("a constant pattern"));
/// “(multi-agency risk …”, at least two words.
static WORDS_FOLLOW: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^s?\s*(?:\(|, (?:the|a|an)\s|[:–—]\s|(?:stands for|means|is short for)\s)\s*[“‘]?\p{L}[\p{L}’-]*[\s-]\p{L}")
        .expect("a constant pattern")
});

pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    let passages = case.passages();
    let known: HashSet<&str> = setting.words.iter().map(String::as_str).collect();
    let in_pseudonyms: HashSet<&str> = case
        .review
        .people
        .iter()
        .flat_map(|person| person.pseudonym.split_whitespace())
        .collect();
    let mut glossary: HashSet<&str> = HashSet::new();
    let mut first: HashMap<&str, usize> = HashMap::new();
    let mut explained: HashMap<&str, usize> = HashMap::new();
    let mut order: Vec<&str> = Vec::new();
    for (at, passage) in passages.iter().enumerate() {
        for stretch in &passage.stretches {
            if stretch.kind == StretchKind::Heading {
                continue;
            }
            let text = &stretch.text;
            for found in CAPITALS.find_iter(text) {
                let name = found.as_str().trim_end_matches('s');
                if setting.sections.contains(&passage.section) {
                    glossary.insert(name);
                    continue;
                }
                let (before, after) = (&text[..found.start()], &text[found.end()..]);
                if known.contains(name.to_lowercase().as_str())
                    || in_pseudonyms.contains(name)
                    || ROMAN.is_match(name)
                    || is_part(before, after)
                    || is_shouted(before, after)
                {
                    continue;
                }
                if !first.contains_key(name) {
                    first.insert(name, at);
                    order.push(name);
                }
                if in_brackets(before, after) || WORDS_FOLLOW.is_match(after) {
                    explained.entry(name).or_insert(at);
                }
            }
        }
    }
    order
        .into_iter()
        .filter(|name| !glossary.contains(name))
        .filter_map(|name| {
            let used = *first.get(name)?;
            let passage = &passages[used];
            let what = match explained.get(name) {
                Some(later) if *later <= used => return None,
                Some(later) => format!(
                    "{} uses “{name}”, which is explained only later: {}.",
                    passage.place,
                    passages[*later].place.to_lowercase()
                ),
                None => format!(
                    "{} uses “{name}”, which is explained neither there nor in the glossary.",
                    passage.place
                ),
            };
            let mut mark = passage.mark(name, what, "Write its words at the first use, or add it to the glossary.");
            mark.subject = format!("abbreviation {name}");
            Some(mark)
        })
        .collect()
}

/// “(MARAC)”, “(MARAC, …)”, “(the MARAC)”, after words.
fn in_brackets(before: &str, after: &str) -> bool {
    let opened = before.trim_end_matches(['“', '‘', '"']).trim_end_matches("the ");
    let closed = after.trim_start_matches(['”', '’', '"']);
    opened
        .strip_suffix('(')
        .is_some_and(|words| words.contains(char::is_alphabetic))
        && closed.starts_with([')', ',', ';'])
}

/// Of a number, postcode, reference, address or longer word.
fn is_part(before: &str, after: &str) -> bool {
    let joint = |letter: char| letter.is_numeric() || matches!(letter, '/' | '_' | '@');
    let goes_on = after
        .strip_prefix(['-', '.'])
        .is_some_and(|rest| rest.starts_with(char::is_numeric));
    before.ends_with(joint)
        || before.ends_with('.')
        || after.starts_with(joint)
        || goes_on
        || before
            .strip_suffix('-')
            .is_some_and(|rest| rest.ends_with(char::is_alphanumeric))
}

/// Whether the words on both sides, or two on one side, are in capitals too: “DO NOT RING”.
fn is_shouted(before: &str, after: &str) -> bool {
    let capitals = |word: &&str| {
        let letters: Vec<char> = word.chars().filter(|letter| letter.is_alphabetic()).collect();
        letters.len() > 1 && letters.iter().all(|letter| letter.is_uppercase())
    };
    let left = before.split_whitespace().rev().take_while(|word| capitals(word)).count();
    let right = after.split_whitespace().take_while(|word| capitals(word)).count();
    left + right >= 2
}
