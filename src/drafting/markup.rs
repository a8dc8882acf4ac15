//! What is written inside a paragraph beside plain words.
//!
//! - `*stressed*` and `**strong**`: the stars stand at the words, as in `2 * 3 * 4` they do not.
//! - `[entry 22: Police, 12 April 2019]` cites; so do `person`, `date`, `finding`, `recommendation` and `paragraph`. The number tells what is
//!   cited; the words after it are for whoever reads the text, and are brought up to date when the section is saved.
//! - `[note: …]` is a footnote, and may cite; it goes on to its bracket, but not beyond a blank line.
//!
//! Whatever is not one of these is words, brackets and stars included.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::model::{EntryId, FindingId, KeyDateId, ParagraphId, PersonId, RecommendationId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    Words(String),
    Stressed(String),
    Strong(String),
    Citation(Citation),
    /// A footnote.
    Note(Vec<Inline>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    pub target: Target,
    /// As they stood when it was written or last brought up to date; may be empty.
    pub words: String,
}

/// What can be cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    Entry(EntryId),
    Person(PersonId),
    KeyDate(KeyDateId),
    Finding(FindingId),
    Recommendation(RecommendationId),
    Paragraph(ParagraphId),
}

impl Target {
    /// The word and number by which it stands in the text.
    pub fn handle(self) -> String {
        match self {
            Self::Entry(id) => format!("entry {id}"),
            Self::Person(id) => format!("person {id}"),
            Self::KeyDate(id) => format!("date {id}"),
            Self::Finding(id) => format!("finding {id}"),
            Self::Recommendation(id) => format!("recommendation {id}"),
            Self::Paragraph(id) => format!("paragraph {id}"),
        }
    }

    fn of(word: &str, number: &str) -> Option<Self> {
        let number = number.parse().ok()?;
        Some(match word {
            "entry" => Self::Entry(EntryId(number)),
            "person" => Self::Person(PersonId(number)),
            "date" => Self::KeyDate(KeyDateId(number)),
            "finding" => Self::Finding(FindingId(number)),
            "recommendation" => Self::Recommendation(RecommendationId(number)),
            "paragraph" => Self::Paragraph(ParagraphId(number)),
            _ => return None,
        })
    }
}

impl Citation {
    /// As it stands in the text. Brackets in the words would end it, so they become round; a bar would end a table's cell.
    pub fn written(&self) -> String {
        let words = self.words.replace('[', "(").replace(']', ")");
        let words = words.replace('|', "/");
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        match words.as_str() {
            "" => format!("[{}]", self.target.handle()),
            words => format!("[{}: {words}]", self.target.handle()),
        }
    }
}

/// The words alone, without footnotes; a citation as its own words.
pub fn plain(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Words(words) | Inline::Stressed(words) | Inline::Strong(words) => words,
            Inline::Citation(citation) => &citation.words,
            Inline::Note(_) => "",
        })
        .collect()
}

/// A text on one line cut into its pieces, in their order.
pub fn inlines(text: &str) -> Vec<Inline> {
    pieces(text).into_iter().map(|(_, inline)| inline).collect()
}

/// As [`inlines`], each with the bytes of `text` that it was written in: together they are all of it.
pub fn pieces(text: &str) -> Vec<(Range<usize>, Inline)> {
    cut(text, true)
}

/// The pieces of what stands in a footnote, in which no other is.
pub(super) fn pieces_of_note(inner: &str) -> Vec<(Range<usize>, Inline)> {
    cut(inner, false)
}

fn cut(text: &str, notes: bool) -> Vec<(Range<usize>, Inline)> {
    let mut pieces = Vec::new();
    let mut words_from = 0;
    let mut at = 0;
    while let Some(found) = text[at..].find(['[', '*']) {
        at += found;
        let Some((length, inline)) = special(text, at, notes) else {
            at += 1;
            continue;
        };
        push_words(&mut pieces, text, words_from..at);
        pieces.push((at..at + length, inline));
        at += length;
        words_from = at;
    }
    push_words(&mut pieces, text, words_from..text.len());
    pieces
}

fn push_words(pieces: &mut Vec<(Range<usize>, Inline)>, text: &str, range: Range<usize>) {
    if !range.is_empty() {
        let words = text[range.clone()].to_owned();
        pieces.push((range, Inline::Words(words)));
    }
}

/// What begins at `at`, with its length in bytes, where it is more than words.
fn special(text: &str, at: usize, notes: bool) -> Option<(usize, Inline)> {
    let rest = &text[at..];
    if rest.starts_with('[') {
        return citation(rest).or_else(|| note(rest).filter(|_| notes));
    }
    if !rest.starts_with('*') || text[..at].chars().next_back().is_some_and(is_inside_word) {
        return None;
    }
    stressed(rest, "**", Inline::Strong).or_else(|| stressed(rest, "*", Inline::Stressed))
}

fn is_inside_word(character: char) -> bool {
    character.is_alphanumeric() || character == '*'
}

fn citation(rest: &str) -> Option<(usize, Inline)> {
    static CITATION: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"^\[(entry|person|date|finding|recommendation|paragraph) ([0-9]{1,18})(?:: ?([^\[\]\n]*))?\]",
        )
        .expect("a constant pattern")
    });
    let found = CITATION.captures(rest)?;
    let target = Target::of(&found[1], &found[2])?;
    let words = found.get(3).map_or("", |words| words.as_str()).trim();
    let citation = Citation {
        target,
        words: words.to_owned(),
    };
    Some((found[0].len(), Inline::Citation(citation)))
}

/// How a footnote begins.
pub(super) const NOTE: &str = "[note:";

/// Brackets in a footnote: its own, a citation's, and one pair that somebody typed inside those.
const DEEPEST: usize = 3;

fn note(rest: &str) -> Option<(usize, Inline)> {
    let body = rest.strip_prefix(NOTE)?;
    let body = body.split("\n\n").next()?;
    let mut depth = 1;
    for (at, character) in body.char_indices() {
        match character {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        if depth > DEEPEST {
            return None;
        }
        if depth == 0 {
            let inner = pieces_of_note(body[..at].trim());
            let inner = inner.into_iter().map(|(_, inline)| inline).collect();
            return Some((NOTE.len() + at + 1, Inline::Note(inner)));
        }
    }
    None
}

fn stressed(rest: &str, mark: &str, make: fn(String) -> Inline) -> Option<(usize, Inline)> {
    let body = rest.lines().next()?.strip_prefix(mark)?;
    let first = body.chars().next()?;
    if first.is_whitespace() || first == '*' {
        return None;
    }
    let mut from = 0;
    while let Some(at) = body[from..].find(mark).map(|at| at + from) {
        let before = body[..at].chars().next_back();
        let after = body[at + mark.len()..].chars().next();
        let closes = before.is_some_and(|before| !before.is_whitespace())
            && !after.is_some_and(is_inside_word);
        if closes {
            return Some((2 * mark.len() + at, make(body[..at].to_owned())));
        }
        from = at + mark.len();
    }
    None
}
