//! What the records of one agency say of one fact, with its words marked.

use std::ops::Range;

use super::KnowledgeState;
use crate::app::Piece;
use crate::chronology::{Cell, words_in};
use crate::model::{AgencyId, Entry, EntryId, FactId, Review};

/// What one record says of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    pub entry: EntryId,
    /// A part of its wording, with the words of the fact marked.
    pub pieces: Vec<Piece>,
    /// It only denies it, or asks about it.
    pub denied: bool,
}

/// Excerpts shown at once.
pub const EXCERPTS: usize = 50;

pub(super) fn excerpts(
    review: &Review,
    state: &KnowledgeState,
    fact: FactId,
    agency: AgencyId,
) -> Vec<Excerpt> {
    let known = state.latest.found();
    let cell = known.and_then(|known| known.matrix.cell(fact, agency));
    let fact = review.facts.iter().find(|known| known.id == fact);
    let Some((cell, fact)) = cell.zip(fact) else {
        return Vec::new();
    };
    let of = |entry: &EntryId| {
        let entry = review.entry(*entry)?;
        Some(excerpt(entry, &fact.words, cell))
    };
    cell.mentions.iter().take(EXCERPTS).filter_map(of).collect()
}

fn excerpt(entry: &Entry, words: &[String], cell: &Cell) -> Excerpt {
    let other = entry.other.iter().map(|(_, text)| text);
    let mut texts = [&entry.text, &entry.response].into_iter().chain(other);
    let marked = texts.find_map(|text| {
        let marks = words_in(words, text);
        (!marks.is_empty()).then(|| pieces(text, &marks))
    });
    Excerpt {
        entry: entry.id,
        pieces: marked.unwrap_or_default(),
        denied: cell.denied.contains(&entry.id),
    }
}

/// The wording around the first mark, with every mark in it.
fn pieces(text: &str, marks: &[Range<usize>]) -> Vec<Piece> {
    const BEFORE: usize = 120;
    const AFTER: usize = 200;
    let first = marks.first().cloned().unwrap_or_default();
    let from = text.floor_char_boundary(first.start.saturating_sub(BEFORE));
    let from = after_a_blank(text, from, first.start);
    let until = text.ceil_char_boundary((first.end + AFTER).min(text.len()));
    let mut pieces: Vec<Piece> = Vec::new();
    let mut push = |text: &str, differs: bool| {
        if !text.is_empty() {
            pieces.push(Piece {
                text: text.to_owned(),
                differs,
            });
        }
    };
    push(if from > 0 { "…" } else { "" }, false);
    let mut at = from;
    for mark in marks.iter().filter(|mark| mark.end <= until) {
        push(&text[at..mark.start], false);
        push(&text[mark.clone()], true);
        at = mark.end;
    }
    push(&text[at..until], false);
    push(if until < text.len() { "…" } else { "" }, false);
    pieces
}

/// The beginning of a word between the two places, so that none is cut.
fn after_a_blank(text: &str, from: usize, mark: usize) -> usize {
    if from == 0 {
        return 0;
    }
    let blank = text[from..mark].find(char::is_whitespace);
    blank.map_or(from, |blank| {
        let after = &text[from + blank..mark];
        mark - after.trim_start().len()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_marks_every_word_and_cuts_none() {
        let long = "word ".repeat(60);
        let far = format!("{long}hands round her throat. {long}Throat again.");
        let cases = [
            ("Throat sore, THROAT red.", "[Throat] sore, [THROAT] red."),
            ("Voice hoarse – throat", "Voice hoarse – [throat]"),
            (far.as_str(), "hands round her [throat]. word"),
        ];
        let words = ["throat".to_owned()];
        for (text, expected) in cases {
            let told: String = pieces(text, &words_in(&words, text))
                .into_iter()
                .map(|piece| match piece.differs {
                    true => format!("[{}]", piece.text),
                    false => piece.text,
                })
                .collect();
            assert!(told.contains(expected), "{told}");
            assert!(!told.contains("…ord "), "{told}");
        }
    }
}
