//! Several cases in one table: named in a column, or one below the other, each under a title of its own.

use crate::model::Doubt;
use crate::returns::table::{Row, Table};

use super::columns::Found;
use super::content;
use super::headings::{self, plain};

/// Headings, in plain words, of columns that name the case or the person whose record a row is.
const CASE_HEADINGS: &[&str] = &[
    "case",
    "case name",
    "name of case",
    "case no",
    "case number",
    "case id",
    "case ref",
    "case reference",
    "relates to case",
    "dhr",
    "dhr ref",
    "dhr reference",
    "dardr",
    "review",
    "review name",
    "review ref",
    "family",
    "family name",
    "household",
    "client",
    "client name",
    "name of client",
    "client id",
    "patient",
    "patient name",
    "name of patient",
    "patient id",
    "nhs number",
    "nhs no",
    "service user",
    "name of service user",
    "tenant",
    "tenant name",
    "pupil",
    "pupil name",
    "victim",
    "victim name",
    "name of victim",
    "deceased",
    "nominal",
];
/// First words of a title that names a case.
const CASE_TITLES: &[&str] = &[
    "case",
    "dhr",
    "dardr",
    "review of",
    "family",
    "household",
    "victim",
    "client",
    "patient",
    "service user",
    "subject",
    "tenant",
    "pupil",
    "name",
];
/// Words that tell two pages of one case apart, not two cases.
const NO_NAME: &[&str] = &[
    "continued",
    "cont",
    "contd",
    "page",
    "of",
    "part",
    "the",
    "chronology",
    "table",
    "confidential",
    "restricted",
    "official",
    "sensitive",
    "fictional",
];
/// More names than this in a column are no list of cases.
const MOST: usize = 30;
/// A longer cell is an account, not a title.
const LONGEST_TITLE: usize = 120;

/// Empty where the table holds one case only, as far as can be seen.
#[derive(Default)]
pub(super) struct Cases {
    /// As written where first met, with the number of rows.
    pub(super) names: Vec<(String, usize)>,
    /// By row: the index of its case; `None` for rows of no case and of all cases.
    of: Vec<Option<usize>>,
    /// Rows that are the title of a case.
    titles: Vec<usize>,
    /// Where a reader sees it: row and column.
    at: (usize, Option<usize>),
}

impl Cases {
    pub(super) fn of(&self, row: usize) -> Option<usize> {
        self.of.get(row).copied().flatten()
    }

    pub(super) fn is_title(&self, row: usize) -> bool {
        self.titles.contains(&row)
    }

    pub(super) fn index(&self, name: &str) -> Option<usize> {
        let wanted = plain(name);
        self.names
            .iter()
            .position(|(name, _)| plain(name) == wanted)
    }

    pub(super) fn doubt(&self, table: &Table, found: &Found, asked: Option<&str>) -> Option<Doubt> {
        let row = table.rows.get(self.at.0)?;
        let unknown = asked.filter(|name| self.index(name).is_none());
        if unknown.is_none() && (self.names.is_empty() || asked.is_some()) {
            return None;
        }
        let listed: Vec<String> = self
            .names
            .iter()
            .map(|(name, rows)| {
                format!("“{name}” ({rows} row{})", if *rows == 1 { "" } else { "s" })
            })
            .collect();
        let column = self.at.1;
        let place = match column {
            Some(column) => format!("{}, {}", table.place(row), found.named(column)),
            None => table.place(row),
        };
        let why = match unknown {
            Some(name) => {
                format!("The case “{name}” was not found in this table, so every row was read.")
            }
            None => format!(
                "The table seems to hold several cases or people: {}. Every row was read; choose one where the others do not belong to this review.",
                listed.join(", ")
            ),
        };
        Some(Doubt {
            place,
            row: row.number,
            column: column.and_then(|column| u32::try_from(column).ok()),
            wording: column.map_or_else(
                || row.wording(),
                |column| row.text(column).trim().to_owned(),
            ),
            why,
        })
    }
}

pub(super) fn find(table: &Table, found: &Found) -> Cases {
    let Some(rows) = found.heading_rows else {
        return Cases::default();
    };
    let by_column = (0..table.width)
        .filter(|column| {
            let heading = found
                .columns
                .get(*column)
                .map_or("", |known| &known.heading);
            found.headed[*column] && CASE_HEADINGS.contains(&&*plain(heading))
        })
        .find_map(|column| in_column(table, found.start(), column, rows.last));
    by_column
        .or_else(|| below_each_other(table, found))
        .unwrap_or_default()
}

fn in_column(table: &Table, start: usize, column: usize, header: usize) -> Option<Cases> {
    let mut cases = Cases {
        of: vec![None; table.rows.len()],
        at: (header, Some(column)),
        ..Cases::default()
    };
    let mut known: Vec<String> = Vec::new();
    let mut current = None;
    for (index, row) in table.rows.iter().enumerate().skip(start) {
        if row
            .cells
            .iter()
            .filter(|cell| !cell.text.trim().is_empty())
            .count()
            < 2
        {
            continue;
        }
        let name = row.text(column).trim();
        if !name.is_empty() && !headings::repeats(row, &table.rows[header]) {
            let name_in_words = plain(name);
            current = known
                .iter()
                .position(|known| *known == name_in_words)
                .or_else(|| {
                    known.push(name_in_words);
                    cases.names.push((name.to_owned(), 0));
                    Some(known.len() - 1)
                });
            if known.len() > MOST {
                return None;
            }
        }
        if let Some(current) = current {
            cases.of[index] = Some(current);
            cases.names[current].1 += 1;
        }
    }
    let rows: usize = cases.names.iter().map(|(_, rows)| rows).sum();
    // Names that mostly stand once are references to documents, not cases; and who is named together belongs together.
    let together = cases
        .names
        .iter()
        .any(|(name, _)| names_several(name, &known));
    (cases.names.len() > 1 && rows >= cases.names.len() * 2 && !together).then_some(cases)
}

/// “CV, TH”, where “CV” or “TH” stands alone elsewhere.
fn names_several(name: &str, known: &[String]) -> bool {
    let parts: Vec<String> = name
        .replace(" and ", ",")
        .split([',', ';', '&', '/', '+', '\n'])
        .map(plain)
        .filter(|part| !part.is_empty())
        .collect();
    parts.len() > 1 && parts.iter().any(|part| known.contains(part))
}

/// A title, then the headings again; or a title that names a case.
fn below_each_other(table: &Table, found: &Found) -> Option<Cases> {
    let rows = found.heading_rows?;
    let mut cases = Cases {
        of: vec![None; table.rows.len()],
        ..Cases::default()
    };
    let mut known: Vec<String> = Vec::new();
    let above = (0..rows.first)
        .rev()
        .find(|index| title(&table.rows[*index]).is_some());
    let first = above.and_then(|index| title(&table.rows[index]));
    if let Some(first) = first {
        known.push(name_of(first));
        cases.names.push((first.to_owned(), 0));
    } else {
        known.push(String::new());
        cases
            .names
            .push(("the first part of the table".to_owned(), 0));
    }
    let mut current = 0;
    let mut waiting: Option<(usize, &str)> = None;
    for (index, row) in table.rows.iter().enumerate().skip(found.start()) {
        if row.is_blank() {
            continue;
        }
        if let Some(text) = title(row) {
            waiting = Some((index, text));
            if !CASE_TITLES.iter().any(|words| {
                plain(text)
                    .strip_prefix(words)
                    .is_some_and(|rest| rest.starts_with(' '))
            }) {
                continue;
            }
        } else if !rows
            .all()
            .any(|heading| headings::repeats(row, &table.rows[heading]))
        {
            waiting = None;
            cases.of[index] = Some(current);
            cases.names[current].1 += 1;
            continue;
        }
        let Some((at, text)) = waiting.take() else {
            continue;
        };
        let name = name_of(text);
        if name.is_empty() {
            continue;
        }
        cases.titles.push(at);
        current = known
            .iter()
            .position(|known| *known == name)
            .unwrap_or_else(|| {
                known.push(name);
                cases.names.push((text.to_owned(), 0));
                known.len() - 1
            });
        if cases.names.len() == 2 && cases.titles.len() == 1 {
            cases.at = (
                at,
                (0..row.cells.len()).find(|column| table.rows[at].is_filled(*column)),
            );
        }
    }
    let told = cases.names.iter().filter(|(_, rows)| *rows > 0).count();
    (told > 1).then(|| without_empty(cases))
}

fn without_empty(mut cases: Cases) -> Cases {
    let mut kept = Vec::new();
    let mut place = Vec::new();
    for (name, rows) in std::mem::take(&mut cases.names) {
        place.push((rows > 0).then_some(kept.len()));
        if rows > 0 {
            kept.push((name, rows));
        }
    }
    for of in &mut cases.of {
        *of = of.and_then(|old| place[old]);
    }
    cases.names = kept;
    cases
}

/// The words of a row that may be a title: one short cell, no year and no date.
fn title(row: &Row) -> Option<&str> {
    let mut filled = (0..row.cells.len()).filter(|column| row.is_filled(*column));
    let column = filled.next()?;
    let text = row.text(column).trim();
    let is_title = filled.next().is_none()
        && row.cells.iter().all(|cell| !cell.merged)
        && text.len() <= LONGEST_TITLE
        && content::heading_year(text).is_none()
        && !content::is_like_date(text);
    is_title.then_some(text)
}

/// What tells one case's title from another's; empty where nothing does.
fn name_of(title: &str) -> String {
    let words = plain(title);
    let words: Vec<&str> = words
        .split(' ')
        .filter(|word| !NO_NAME.contains(word))
        .collect();
    let names = words.iter().any(|word| {
        let counts = word.bytes().all(|byte| byte.is_ascii_digit());
        !counts && !CASE_TITLES.contains(word)
    });
    let is_numbered_case = words.len() > 1 && CASE_TITLES.contains(&words[0]);
    if names || is_numbered_case {
        words.join(" ")
    } else {
        String::new()
    }
}
