//! The heading row or rows, and what headings mean by the template's lists and by the agency's habit.

use crate::model::{Column, ColumnKey, Habit};
use crate::returns::table::{Row, Table};

use super::content::is_like_date;
use super::habit::Known as Habitual;
use super::two_rows::{self, Heading};

/// Rows from the top among which headings are looked for; preambles of reports run to some thirty.
const ROWS_SEARCHED: usize = 60;
/// A longer cell is prose, not a heading.
pub(super) const LONGEST: usize = 90;

pub(super) struct Headings {
    pub(super) rows: HeadingRows,
    /// By column.
    pub(super) keys: Vec<Option<ColumnKey>>,
    /// By column: the habit says what it stands for, or that it stands for nothing.
    pub(super) habitual: Vec<bool>,
}

/// Indices in the table's rows; the same twice, or `last` directly below `first`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct HeadingRows {
    pub(super) first: usize,
    pub(super) last: usize,
}

impl HeadingRows {
    fn one(row: usize) -> Self {
        Self {
            first: row,
            last: row,
        }
    }

    pub(super) fn all(self) -> std::ops::RangeInclusive<usize> {
        self.first..=self.last
    }
}

/// The row with most headings that are known, at least two, alone or together with the one below; else the
/// short-worded row directly above the first dated one.
pub(super) fn find(table: &Table, columns: &[Column], habit: Option<&Habit>) -> Option<Headings> {
    let known = Known::new(columns, habit);
    let mut best: Option<(usize, Headings)> = None;
    for index in 0..table.rows.len().min(ROWS_SEARCHED) {
        let alone = HeadingRows::one(index);
        let pair = HeadingRows {
            first: index,
            last: index + 1,
        };
        for (rows, bonus) in [(alone, 0), (pair, 1)] {
            let stands = if rows == alone {
                could_be_headings(&table.rows[index])
            } else {
                is_pair(table, rows, &known)
            };
            if !stands {
                continue;
            }
            let (score, headings) = known.headings(table, rows);
            if headings.count() >= 2 && best.as_ref().is_none_or(|best| score + bonus > best.0) {
                best = Some((score + bonus, headings));
            }
        }
    }
    best.map(|(_, headings)| headings)
        .or_else(|| above_the_first_date(table, &known))
}

/// The heading rows where `row` is one of them.
pub(super) fn around(table: &Table, row: usize, columns: &[Column]) -> HeadingRows {
    let known = Known::new(columns, None);
    let pairs = [
        row.checked_sub(1)
            .map(|first| HeadingRows { first, last: row }),
        Some(HeadingRows {
            first: row,
            last: row + 1,
        }),
    ];
    let mut pairs = pairs.into_iter().flatten();
    pairs
        .find(|pair| is_pair(table, *pair, &known))
        .unwrap_or(HeadingRows::one(row))
}

/// By column, what stands over it.
pub(super) fn words(table: &Table, rows: HeadingRows) -> Vec<Heading> {
    two_rows::headings(
        &table.rows[rows.first],
        (rows.last > rows.first).then(|| &table.rows[rows.last]),
        table.width,
    )
}

/// Whether a row below the headings only goes on with them: their repetition, “(dd/mm/yyyy)”, more headings.
pub(super) fn goes_on(row: &Row, headings: &Row) -> bool {
    let mut own = row
        .cells
        .iter()
        .filter(|cell| !cell.merged && !cell.text.trim().is_empty())
        .peekable();
    own.peek().is_some()
        && own.all(|cell| {
            let text = cell.text.trim();
            text.starts_with('(') && text.ends_with(')') && text.len() <= LONGEST
        })
        || repeats(row, headings)
}

/// Whether a row says the same as the heading row, as tables do that run over several pages.
pub(super) fn repeats(row: &Row, headings: &Row) -> bool {
    let width = row.cells.len().max(headings.cells.len());
    let filled = headings
        .cells
        .iter()
        .filter(|cell| !cell.text.trim().is_empty())
        .count();
    filled >= 2
        && (0..width).all(|column| {
            let (here, there) = (row.text(column), headings.text(column));
            here == there || (here.len() <= LONGEST && plain(here) == plain(there))
        })
}

fn could_be_headings(row: &Row) -> bool {
    !row.is_blank()
        && row
            .cells
            .iter()
            .all(|cell| cell.text.len() <= LONGEST && !is_like_date(&cell.text) && !cell.dated)
}

fn is_pair(table: &Table, rows: HeadingRows, known: &Known) -> bool {
    let (Some(group), Some(sub)) = (table.rows.get(rows.first), table.rows.get(rows.last)) else {
        return false;
    };
    could_be_headings(group)
        && could_be_headings(sub)
        && two_rows::belong_together(group, sub, |text| known.fit(text))
}

fn above_the_first_date(table: &Table, known: &Known) -> Option<Headings> {
    let is_filled = |row: &Row| {
        row.cells
            .iter()
            .filter(|cell| !cell.text.trim().is_empty())
            .count()
            >= 2
    };
    let first =
        table.rows.iter().take(ROWS_SEARCHED).position(|row| {
            is_filled(row) && row.cells.iter().any(|cell| is_like_date(&cell.text))
        })?;
    let row = first.checked_sub(1)?;
    let above = &table.rows[row];
    let dated = table.rows[first]
        .cells
        .iter()
        .position(|cell| is_like_date(&cell.text))?;
    (is_filled(above) && could_be_headings(above) && !above.text(dated).trim().is_empty())
        .then(|| known.headings(table, HeadingRows::one(row)).1)
}

impl Headings {
    /// Columns whose heading says something.
    pub(super) fn count(&self) -> usize {
        let told = self.keys.iter().zip(&self.habitual);
        told.filter(|(key, habitual)| key.is_some() || **habitual)
            .count()
    }
}

/// The template's headings in plain words, and the habit's as they are.
struct Known<'a> {
    headings: Vec<(ColumnKey, String)>,
    habit: Option<Habitual<'a>>,
}

impl<'a> Known<'a> {
    fn new(columns: &[Column], habit: Option<&'a Habit>) -> Self {
        let headings = columns
            .iter()
            .flat_map(|column| {
                column
                    .headings
                    .iter()
                    .map(|heading| (column.key, plain(heading)))
            })
            .filter(|(_, heading)| !heading.is_empty())
            .collect();
        Self {
            headings,
            habit: habit.map(Habitual::new),
        }
    }

    /// How well the words of one cell are known as a heading.
    fn fit(&self, text: &str) -> two_rows::Fit {
        let text = plain(text);
        let fits = self
            .headings
            .iter()
            .filter_map(|(key, known)| fit(&text, known, *key));
        match fits.max() {
            Some(EXACT..) => two_rows::Fit::Exactly,
            Some(_) => two_rows::Fit::Partly,
            None => two_rows::Fit::Not,
        }
    }

    /// What each column means, each meaning once, and how well it fits altogether.
    fn headings(&self, table: &Table, rows: HeadingRows) -> (usize, Headings) {
        let words = words(table, rows);
        let mut keys = vec![None; words.len().max(table.width)];
        let mut habitual = vec![false; keys.len()];
        let mut score = 0;
        if let Some(habit) = &self.habit {
            for (column, meaning) in habit.columns(words.iter().map(|heading| &*heading.written)) {
                if meaning.is_none_or(|key| !keys.contains(&Some(key))) {
                    keys[column] = meaning;
                    habitual[column] = true;
                    score += 20;
                }
            }
        }
        let mut fits = Vec::new();
        for (column, heading) in words.iter().enumerate() {
            for (phrase, weight) in &heading.phrases {
                let phrase = plain(phrase);
                if phrase.is_empty() || phrase.len() > LONGEST || habitual[column] {
                    continue;
                }
                for (key, known) in &self.headings {
                    if let Some(fit) = fit(&phrase, known, *key) {
                        fits.push((fit / weight, column, *key));
                    }
                }
            }
        }
        // Best first; of equal ones the leftmost.
        fits.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        for (fit, column, key) in fits {
            if keys[column].is_none() && !keys.contains(&Some(key)) {
                keys[column] = Some(key);
                score += 10 + usize::from(fit >= EXACT) * 5;
            }
        }
        let headings = Headings {
            rows,
            keys,
            habitual,
        };
        (score, headings)
    }
}

const EXACT: usize = 1_000;

/// How well a heading fits a known one: equal, or containing it as whole words (longer is better).
fn fit(heading: &str, known: &str, key: ColumnKey) -> Option<usize> {
    if heading == known {
        return Some(EXACT + known.len());
    }
    // “Date of birth” is about a person, not about the event.
    if key == ColumnKey::Date
        && ["birth", "dob", "born"]
            .iter()
            .any(|word| has_words(heading, word))
    {
        return None;
    }
    has_words(heading, known).then_some(known.len())
}

fn has_words(text: &str, words: &str) -> bool {
    let mut from = 0;
    while let Some(at) = text[from..].find(words) {
        let start = from + at;
        let end = start + words.len();
        let opens = start == 0 || text.as_bytes()[start - 1] == b' ';
        let closes = end == text.len() || text.as_bytes()[end] == b' ';
        if opens && closes {
            return true;
        }
        from = end;
    }
    false
}

/// Words in lower case with single spaces: `Date / Time (24hr):` as `date time 24hr`.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for word in text.split(|character: char| !character.is_alphanumeric()) {
        if !word.is_empty() {
            if !plain.is_empty() {
                plain.push(' ');
            }
            plain.extend(word.chars().flat_map(char::to_lowercase));
        }
    }
    plain
}
