//! Words beside a date that turn round what was understood.

use super::cursor::Cursor;
use super::grammar::{Item, LeftOver};
use super::words::Word;

/// Words that turn round what was understood: a negation, or a count from the date that was not understood.
pub fn changes_meaning(cursor: &Cursor<'_>, items: &[Item], left: &LeftOver) -> bool {
    let first = items.iter().map(|item| item.from).min().unwrap_or(0);
    let last = items.iter().map(|item| item.to).max().unwrap_or(0);
    let numbers_run_on = items.iter().any(|item| {
        let is_left = |at: usize| left.iter().any(|(from, to)| (*from..*to).contains(&at));
        let after = runs_on(cursor, item.to) && is_left(item.to + 1);
        let before = item.from.checked_sub(2).is_some_and(|number| {
            is_left(number) && number_at(cursor, number) && runs_on_into(cursor, number + 1)
        });
        // “20XX”: a year that is partly withheld.
        let end = Cursor {
            at: item.to,
            ..*cursor
        };
        let blacked = end.joined(0) && end.word(0) == Some(Word::Withheld) && is_left(item.to);
        after || before || blacked
    });
    numbers_run_on
        || left.iter().any(|(from, to)| {
            (*from..*to).any(|at| match cursor.word(at) {
                Some(Word::Not) => at < last || !NOT_KNOWN.contains(&word_at(cursor, at + 1)),
                Some(Word::Ago | Word::Than) => true,
                Some(
                    Word::Before
                    | Word::After
                    | Word::Prior
                    | Word::Earlier
                    | Word::Later
                    | Word::Next,
                ) => at < first,
                _ => false,
            })
        })
}

/// What “not” may be followed by and leave the date before it standing.
const NOT_KNOWN: [&str; 9] = [
    "known",
    "recorded",
    "stated",
    "given",
    "sure",
    "certain",
    "clear",
    "confirmed",
    "specified",
];

fn word_at<'a>(cursor: &Cursor<'a>, at: usize) -> &'a str {
    Cursor { at, ..*cursor }.written(0)
}

fn number_at(cursor: &Cursor<'_>, at: usize) -> bool {
    Cursor { at, ..*cursor }.number(0).is_some()
}

/// A mark stands here with no space on either side: what is around it belongs together.
fn runs_on_into(cursor: &Cursor<'_>, at: usize) -> bool {
    let here = Cursor { at, ..*cursor };
    matches!(here.mark(0), Some('/' | '.' | ':' | '-' | '\\')) && here.joined(0) && here.joined(1)
}

fn runs_on(cursor: &Cursor<'_>, at: usize) -> bool {
    runs_on_into(cursor, at) && number_at(cursor, at + 1)
}
