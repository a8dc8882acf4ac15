//! The heading row, and what its headings mean by the template's lists.

use crate::model::{Column, ColumnKey};
use crate::returns::table::{Row, Table};

use super::content::is_like_date;

/// Rows from the top among which headings are looked for; preambles of reports run to some thirty.
const ROWS_SEARCHED: usize = 60;
/// A longer cell is prose, not a heading.
const LONGEST: usize = 90;

pub(super) struct Headings {
    /// Index in the table's rows.
    pub(super) row: usize,
    /// By column.
    pub(super) keys: Vec<Option<ColumnKey>>,
}

/// The row with most headings known to the template, at least two; else the short-worded row directly above
/// the first dated one.
pub(super) fn find(table: &Table, columns: &[Column]) -> Option<Headings> {
    let known = Known::new(columns);
    let mut best: Option<(usize, Headings)> = None;
    for (index, row) in table.rows.iter().enumerate().take(ROWS_SEARCHED) {
        if !could_be_headings(row) {
            continue;
        }
        let (score, keys) = known.keys(row, table.width);
        if keys.iter().flatten().count() >= 2 && best.as_ref().is_none_or(|best| score > best.0) {
            best = Some((score, Headings { row: index, keys }));
        }
    }
    best.map(|(_, headings)| headings)
        .or_else(|| above_the_first_date(table, &known))
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
    (is_filled(above) && could_be_headings(above) && !above.text(dated).trim().is_empty()).then(
        || Headings {
            row,
            keys: known.keys(above, table.width).1,
        },
    )
}

/// The template's headings in plain words.
struct Known {
    headings: Vec<(ColumnKey, String)>,
}

impl Known {
    fn new(columns: &[Column]) -> Self {
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
        Self { headings }
    }

    /// What each column of the row means, each meaning once, and how well it fits altogether.
    fn keys(&self, row: &Row, width: usize) -> (usize, Vec<Option<ColumnKey>>) {
        let mut fits = Vec::new();
        for (column, cell) in row.cells.iter().enumerate() {
            let heading = plain(&cell.text);
            if heading.is_empty() || cell.text.len() > LONGEST {
                continue;
            }
            for (key, known) in &self.headings {
                if let Some(fit) = fit(&heading, known, *key) {
                    fits.push((fit, column, *key));
                }
            }
        }
        // Best first; of equal ones the leftmost.
        fits.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut keys = vec![None; width.max(row.cells.len())];
        let mut score = 0;
        for (fit, column, key) in fits {
            if keys[column].is_none() && !keys.contains(&Some(key)) {
                keys[column] = Some(key);
                score += 10 + usize::from(fit >= EXACT) * 5;
            }
        }
        (score, keys)
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
