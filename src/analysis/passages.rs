//! Where marked words stand in a record, also after a corrected return changed its wording.

use std::ops::Range;

use crate::model::{Entry, Passage, RecordCell};

/// Where the words of a passage are now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Where they were marked; in bytes of the cell.
    Here(Range<usize>),
    /// Elsewhere in the same cell, and nowhere else in it.
    Moved(Range<usize>),
    /// No longer there, or in several places: nobody can say which were meant.
    Gone,
}

impl Place {
    pub fn range(&self) -> Option<Range<usize>> {
        match self {
            Self::Here(range) | Self::Moved(range) => Some(range.clone()),
            Self::Gone => None,
        }
    }
}

pub fn place(entry: &Entry, passage: &Passage) -> Place {
    let text = passage.cell.of(entry);
    let range = bytes(text, passage.from, passage.until);
    if let Some(range) = range.filter(|range| text[range.clone()] == passage.words) {
        return Place::Here(range);
    }
    let words = passage.words.as_str();
    let mut found = text.match_indices(words).filter(|_| !words.is_empty());
    match (found.next(), found.next()) {
        (Some((start, _)), None) => Place::Moved(start..start + words.len()),
        _ => Place::Gone,
    }
}

/// The words between two places of a cell, counted in characters, without the blanks at their ends; `None` where
/// nothing is left.
pub fn passage(entry: &Entry, cell: RecordCell, characters: Range<usize>) -> Option<Passage> {
    let text = cell.of(entry);
    let count = |place: usize| u32::try_from(place).ok();
    let range = bytes(text, count(characters.start)?, count(characters.end)?)?;
    of_bytes(entry, cell, range)
}

/// The same, counted in bytes.
pub fn of_bytes(entry: &Entry, cell: RecordCell, range: Range<usize>) -> Option<Passage> {
    let text = cell.of(entry);
    let marked = text.get(range.clone())?;
    let words = marked.trim();
    if words.is_empty() {
        return None;
    }
    let start = range.start + (marked.len() - marked.trim_start().len());
    let from = u32::try_from(text[..start].chars().count()).ok()?;
    let length = u32::try_from(words.chars().count()).ok()?;
    Some(Passage {
        cell,
        from,
        until: from.checked_add(length)?,
        words: words.to_owned(),
    })
}

/// In order, each once; those that overlap or touch are one. What no longer fits the wording is kept as it is.
pub fn joined(entry: &Entry, passages: Vec<Passage>) -> Vec<Passage> {
    let mut kept: Vec<Passage> = Vec::new();
    let mut here: Vec<(RecordCell, Range<usize>)> = Vec::new();
    for passage in passages {
        match place(entry, &passage) {
            Place::Here(range) => here.push((passage.cell, range)),
            Place::Moved(_) | Place::Gone => kept.push(passage),
        }
    }
    here.sort_by_key(|(cell, range)| (*cell, range.start));
    let mut runs: Vec<(RecordCell, Range<usize>)> = Vec::new();
    for (cell, range) in here {
        match runs.last_mut() {
            Some((of, run)) if *of == cell && range.start <= run.end => {
                run.end = run.end.max(range.end);
            }
            _ => runs.push((cell, range)),
        }
    }
    let runs = runs.into_iter();
    kept.extend(runs.filter_map(|(cell, range)| of_bytes(entry, cell, range)));
    kept.sort_unstable();
    kept.dedup();
    kept
}

/// `None` where the text is shorter, or nothing lies between the two.
fn bytes(text: &str, from: u32, until: u32) -> Option<Range<usize>> {
    let (from, until) = (usize::try_from(from).ok()?, usize::try_from(until).ok()?);
    let mut starts = text.char_indices().map(|(at, _)| at);
    let mut at = |place: usize| starts.nth(place);
    let start = at(from)?;
    let length = until.checked_sub(from).filter(|length| *length > 0)?;
    let end = at(length - 1).unwrap_or(text.len());
    let whole = text[start..end].chars().count() == length;
    whole.then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::AgencyId;

    fn entry(text: &str) -> Entry {
        Entry {
            text: text.to_owned(),
            ..Entry::without_words(AgencyId(1))
        }
    }

    #[test]
    fn marked_words_are_found_again() {
        let before = entry("She said “no”. Señora Ruiz was there.");
        let cases = [
            ("said “no”", "She said “no”. Señora Ruiz was there.", "here"),
            ("said “no”", "Later she said “no”.", "moved"),
            ("Ruiz", "Ruiz, and again Ruiz", "gone"),
            ("was there.", "She was not.", "gone"),
            ("She said “no”. Señora Ruiz was there.", "She said", "gone"),
        ];
        for (words, after, expected) in cases {
            let start = before.text.find(words).expect(words);
            let range = start..start + words.len();
            let passage = of_bytes(&before, RecordCell::Text, range.clone()).expect(words);
            assert_eq!(passage.words, words);
            assert_eq!(place(&before, &passage), Place::Here(range));
            let after = entry(after);
            let found = place(&after, &passage);
            let kind = match &found {
                Place::Here(_) => "here",
                Place::Moved(_) => "moved",
                Place::Gone => "gone",
            };
            assert_eq!(kind, expected, "{words} in {}", after.text);
            if let Some(range) = found.range() {
                assert_eq!(&after.text[range], words);
            }
        }
    }

    #[test]
    fn a_mark_takes_words_and_no_blanks_around_them() {
        let entry = entry("ab  çd e");
        for (range, expected) in [
            (0..8, Some((0, 8, "ab  çd e"))),
            (2..6, Some((4, 6, "çd"))),
            (2..4, None),
            (3..3, None),
            (6..9, None),
            (7..8, Some((7, 8, "e"))),
        ] {
            let found = passage(&entry, RecordCell::Text, range.clone());
            let found = found.map(|one| (one.from, one.until, one.words));
            let expected = expected.map(|(from, until, words)| (from, until, words.to_owned()));
            assert_eq!(found, expected, "{range:?}");
        }
    }

    #[test]
    fn overlapping_marks_become_one() {
        let entry = entry("one two three four");
        let mark = |range| passage(&entry, RecordCell::Text, range).expect("words");
        let mut lost = mark(0..3);
        "nine".clone_into(&mut lost.words);
        let all = vec![
            mark(4..13),
            lost.clone(),
            mark(14..18),
            mark(8..13),
            mark(0..3),
        ];
        let words: Vec<String> = joined(&entry, all)
            .into_iter()
            .map(|one| one.words)
            .collect();
        assert_eq!(words, ["nine", "one", "two three", "four"]);
    }
}
