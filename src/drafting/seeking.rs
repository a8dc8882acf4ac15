//! Finding words in the draft, and putting others in their place.

use std::ops::Range;

use regex::{Regex, RegexBuilder};

use super::citing::citations_and_words;
use crate::model::{Section, SectionId};

/// Words that are looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought {
    pub words: String,
    /// Capitals and small letters are told apart.
    pub capitals: bool,
    /// Not inside a longer word.
    pub whole_words: bool,
}

/// A place of the draft where they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub section: SectionId,
    /// Bytes of the section's text.
    pub range: Range<usize>,
}

impl Sought {
    /// Where the words stand, in order. The words of a citation are not the chair's to change, so they are left out. Straight and curly quotation
    /// marks are the same, as is any white space on one line.
    pub fn places(&self, text: &str) -> Vec<Range<usize>> {
        let Some(pattern) = self.pattern() else {
            return Vec::new();
        };
        let citations: Vec<Range<usize>> = citations_and_words(text)
            .into_iter()
            .filter_map(|(range, citation)| citation.map(|_| range))
            .collect();
        pattern
            .find_iter(text)
            .map(|found| found.range())
            .filter(|found| {
                let first = citations.partition_point(|citation| citation.end <= found.start);
                citations
                    .get(first)
                    .is_none_or(|citation| citation.start >= found.end)
            })
            .collect()
    }

    /// The same for all sections, in the order of the draft.
    pub fn places_in(&self, sections: &[Section]) -> Vec<Place> {
        sections
            .iter()
            .flat_map(|section| {
                self.places(&section.text).into_iter().map(|range| Place {
                    section: section.id,
                    range,
                })
            })
            .collect()
    }

    /// The text with `with` in the place of each, and how many they were.
    pub fn replaced(&self, text: &str, with: &str) -> (String, usize) {
        let places = self.places(text);
        let mut written = String::with_capacity(text.len());
        let mut from = 0;
        for place in &places {
            written.push_str(&text[from..place.start]);
            written.push_str(with);
            from = place.end;
        }
        written.push_str(&text[from..]);
        (written, places.len())
    }

    /// `None` where nothing is sought.
    fn pattern(&self) -> Option<Regex> {
        let words: Vec<&str> = self.words.split_whitespace().collect();
        if words.is_empty() {
            return None;
        }
        let mut pattern = words
            .into_iter()
            .map(with_any_quotes)
            .collect::<Vec<_>>()
            .join(r"[^\S\n]+");
        let sought = self.words.trim();
        if self.whole_words && sought.starts_with(char::is_alphanumeric) {
            pattern.insert_str(0, r"\b");
        }
        if self.whole_words && sought.ends_with(char::is_alphanumeric) {
            pattern.push_str(r"\b");
        }
        RegexBuilder::new(&pattern)
            .case_insensitive(!self.capitals)
            .build()
            .ok()
    }
}

/// A pattern for the word in which a quotation mark stands for its other forms, too.
fn with_any_quotes(word: &str) -> String {
    const ALIKE: [&str; 2] = ["'‘’", "\"“”"];
    word.chars()
        .map(
            |letter| match ALIKE.iter().find(|forms| forms.contains(letter)) {
                Some(forms) => format!("[{forms}]"),
                None => regex::escape(&letter.to_string()),
            },
        )
        .collect()
}
