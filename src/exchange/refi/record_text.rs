//! A record as one plain text, and where in it each of its cells stands.

use crate::analysis::{of_bytes, passage, place};
use crate::model::{Entry, Passage, RecordCell};

/// In characters, as REFI-QDA counts.
pub(super) struct RecordText {
    pub(super) text: String,
    cells: Vec<Place>,
}

struct Place {
    cell: RecordCell,
    from: usize,
    until: usize,
}

impl RecordText {
    /// What happened, then the other cells that hold something, each under its name. Line ends are those of Unix; a carriage return becomes a
    /// blank, so that places still hold.
    pub(super) fn of(entry: &Entry) -> Self {
        let (mut text, mut cells, mut at) = (String::new(), Vec::new(), 0);
        for cell in RecordCell::ALL {
            let words = cell.of(entry);
            if words.trim().is_empty() {
                continue;
            }
            if !text.is_empty() {
                text.push_str("\n\n");
                at += 2;
            }
            if cell != RecordCell::Text {
                text.push_str(cell.words());
                text.push('\n');
                at += cell.words().chars().count() + 1;
            }
            let from = at;
            for letter in words.chars() {
                text.push(if letter == '\r' { ' ' } else { letter });
                at += 1;
            }
            cells.push(Place {
                cell,
                from,
                until: at,
            });
        }
        Self { text, cells }
    }

    /// Where a passage stands in the whole text; `None` where its words are no longer in its cell, or in several places of it.
    pub(super) fn place_of(&self, entry: &Entry, passage: &Passage) -> Option<(usize, usize)> {
        let cell = self.cells.iter().find(|place| place.cell == passage.cell)?;
        let range = place(entry, passage).range()?;
        let words = passage.cell.of(entry);
        let from = cell.from + words[..range.start].chars().count();
        Some((from, from + words[range].chars().count()))
    }

    /// The passages of the cells that a stretch of the whole text touches; what stands between cells is left out.
    pub(super) fn passages(&self, entry: &Entry, from: usize, until: usize) -> Vec<Passage> {
        let mut passages = Vec::new();
        for place in &self.cells {
            let (from, until) = (from.max(place.from), until.min(place.until));
            if from < until {
                let range = from - place.from..until - place.from;
                passages.extend(passage(entry, place.cell, range));
            }
        }
        passages
    }

    /// The passage that these words are, in the first cell that has them.
    pub(super) fn passage_of_words(&self, entry: &Entry, words: &str) -> Option<Passage> {
        let words = words.trim();
        if words.is_empty() {
            return None;
        }
        self.cells.iter().find_map(|place| {
            let at = place.cell.of(entry).find(words)?;
            of_bytes(entry, place.cell, at..at + words.len())
        })
    }
}
