//! Spelling in British English. What the review knows is known here too: its people and their pseudonyms, its agencies, and the words of the
//! field.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use spellbook::Dictionary;

use super::citing::citations_and_words;
use super::seeking::Place;
use crate::model::{Review, Section};

/// Where they come from, and under which terms, is said in `spelling/LICENCE.txt`.
static BRITISH: LazyLock<Option<Dictionary>> = LazyLock::new(|| {
    let rules = include_str!("spelling/en_GB.aff");
    Dictionary::new(rules, include_str!("spelling/en_GB.dic")).ok()
});

/// The field's words, one a line, in small letters.
const FIELD: &str = include_str!("spelling/field.txt");

/// What is offered in the place of a word.
const MOST_SUGGESTIONS: usize = 5;

/// Parts of words with a hyphen that are no words of their own.
const FIRST_PARTS: [&str; 12] = [
    "anti", "co", "ex", "inter", "mid", "multi", "non", "post", "pre", "re", "semi", "sub",
];

/// The words that a review uses beyond the dictionary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known(HashSet<String>);

/// A word that nobody knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    pub word: String,
    /// Where it stands, in the order of the draft; never empty.
    pub places: Vec<Place>,
}

impl Known {
    pub fn of(review: &Review) -> Self {
        let people = review.people.iter().flat_map(|person| {
            [&person.name, &person.pseudonym]
                .into_iter()
                .chain(&person.aliases)
        });
        let agencies = review.agencies.iter().map(|agency| &agency.name);
        let members = review.members.iter().map(|member| &member.name);
        let details = &review.details;
        let names = people.chain(agencies).chain(members).chain([
            &details.title,
            &details.partnership,
            &details.chair,
            &details.label,
        ]);
        let parts = names.flat_map(|name| name.split(|letter: char| !letter.is_alphabetic()));
        let field = FIELD.lines().map(str::trim);
        Self(
            field
                .chain(parts)
                .filter(|word| !word.is_empty())
                .map(str::to_lowercase)
                .collect(),
        )
    }

    fn knows(&self, word: &str) -> bool {
        let plain = word.replace('’', "'");
        let lower = plain.to_lowercase();
        let bare = lower
            .strip_suffix("'s")
            .or_else(|| lower.strip_suffix('\''));
        let named = |word: &str| self.0.contains(word);
        named(&lower)
            || bare.is_some_and(named)
            || lower.strip_suffix('s').is_some_and(named)
            || in_dictionary(&plain)
            || bare.is_some_and(|bare| in_dictionary(&plain[..bare.len().min(plain.len())]))
    }
}

fn in_dictionary(word: &str) -> bool {
    // Without its dictionary the program says nothing rather than everything.
    BRITISH
        .as_ref()
        .is_none_or(|dictionary| dictionary.check(word))
}

/// Whether a word in small letters is an ordinary English word. What is only a name is none: the dictionary knows it with a capital.
pub fn is_ordinary_word(word: &str) -> bool {
    BRITISH
        .as_ref()
        .is_some_and(|dictionary| dictionary.check(word))
}

/// The stretches of a text that are words nobody knows. Citations, addresses and abbreviations in capitals are left out.
pub fn unknown_in(text: &str, known: &Known) -> Vec<Range<usize>> {
    static WORD: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’@_./:-]*").expect("a constant pattern")
    });
    let mut unknown = Vec::new();
    for (stretch, citation) in citations_and_words(text) {
        if citation.is_some() {
            continue;
        }
        for found in WORD.find_iter(&text[stretch.clone()]) {
            let from = stretch.start + found.start();
            for part in unknown_parts(found.as_str(), known) {
                unknown.push(from + part.start..from + part.end);
            }
        }
    }
    unknown
}

/// Of what stands between two spaces.
fn unknown_parts(chunk: &str, known: &Known) -> Vec<Range<usize>> {
    let address = chunk.contains(['@', '_', '/', ':']) && !chunk.ends_with(':')
        || chunk.trim_end_matches('.').contains('.');
    let either = chunk.contains('/') && !chunk.contains("://") && !chunk.contains(['@', '_', '.']);
    if address && !either {
        return Vec::new();
    }
    let mut unknown = Vec::new();
    let mut from = 0;
    for word in chunk.split(['/', ':', '.']) {
        let trimmed = word.trim_end_matches(['\'', '’', '-']);
        if !is_known(trimmed, known) {
            let mut at = from;
            let parts: Vec<&str> = trimmed.split('-').collect();
            for part in &parts {
                let first = parts.len() > 1 && FIRST_PARTS.contains(&part.to_lowercase().as_str());
                if !first && !is_known(part, known) {
                    unknown.push(at..at + part.len());
                }
                at += part.len() + 1;
            }
        }
        from += word.len() + 1;
    }
    unknown
}

fn is_known(word: &str, known: &Known) -> bool {
    let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
    letters < 2 || word.contains(char::is_numeric) || is_abbreviation(word) || known.knows(word)
}

/// “IDVA”, “IMRs”, “SafeLives”: capitals beyond the first letter.
fn is_abbreviation(word: &str) -> bool {
    word.chars().skip(1).any(char::is_uppercase)
}

/// The unknown words of the whole draft, in the order of the alphabet.
pub fn unknown_words(sections: &[Section], known: &Known) -> Vec<Unknown> {
    let mut words: BTreeMap<(String, String), Vec<Place>> = BTreeMap::new();
    for section in sections {
        for range in unknown_in(&section.text, known) {
            let word = section.text[range.clone()].to_owned();
            words
                .entry((word.to_lowercase(), word))
                .or_default()
                .push(Place {
                    section: section.id,
                    range,
                });
        }
    }
    words
        .into_iter()
        .map(|((_, word), places)| Unknown { word, places })
        .collect()
}

/// What may have been meant, the likeliest first. Takes some tenths of a second for a long word: call it on a task's thread.
pub fn suggestions(word: &str) -> Vec<String> {
    let mut suggestions = Vec::new();
    if let Some(dictionary) = BRITISH.as_ref() {
        dictionary.suggest(&word.replace('’', "'"), &mut suggestions);
    }
    suggestions.truncate(MOST_SUGGESTIONS);
    suggestions
}
