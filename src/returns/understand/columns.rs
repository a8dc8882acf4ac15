//! Which column stands for what: by hand, by heading, by content.

use crate::model::{Column, ColumnKey};
use crate::returns::table::Table;

use super::habit::Known as Habitual;
use super::headings::{self, HeadingRows, Headings};
use super::{Mapping, Settings, UnderstoodColumn, content};

pub(super) struct Found {
    pub(super) mapping: Mapping,
    /// The rows that hold the headings; `None`: there are none.
    pub(super) heading_rows: Option<HeadingRows>,
    pub(super) columns: Vec<UnderstoodColumn>,
    /// Whether a column has a heading of its own.
    pub(super) headed: Vec<bool>,
}

impl Found {
    /// The first column that stands for `key`.
    pub(super) fn column(&self, key: ColumnKey) -> Option<usize> {
        self.mapping
            .columns
            .iter()
            .position(|meaning| *meaning == Some(key))
    }

    /// The first row below the headings.
    pub(super) fn start(&self) -> usize {
        self.heading_rows.map_or(0, |rows| rows.last + 1)
    }

    /// The column as a place names it: `column “Date”`, `column C`.
    pub(super) fn named(&self, column: usize) -> String {
        match self.columns.get(column) {
            Some(known) if self.headed[column] => format!("column “{}”", known.heading),
            Some(known) => known.heading.clone(),
            None => format!("column {}", column + 1),
        }
    }
}

pub(super) fn find(table: &Table, settings: &Settings<'_>) -> Found {
    match settings.mapping {
        Some(mapping) => by_hand(table, mapping, settings.columns),
        None => by_itself(table, settings),
    }
}

fn by_hand(table: &Table, mapping: &Mapping, columns: &[Column]) -> Found {
    let header = mapping.header.filter(|row| *row < table.rows.len());
    let rows = header.map(|row| headings::around(table, row, columns));
    let mut keys = mapping.columns.clone();
    keys.resize(table.width, None);
    let why = keys
        .iter()
        .map(|meaning| match meaning {
            Some(_) => "chosen by hand".to_owned(),
            None => LEFT_ASIDE.to_owned(),
        })
        .collect();
    let mut found = found(table, rows, keys, why);
    found.mapping.header = header;
    found
}

const LEFT_ASIDE: &str = "not understood: kept with each entry under its own heading";
const BY_HABIT: &str = "as when this agency’s last return was imported";

fn by_itself(table: &Table, settings: &Settings<'_>) -> Found {
    let (rows, mut keys, mut habitual) =
        match headings::find(table, settings.columns, settings.habit) {
            Some(Headings {
                rows,
                keys,
                habitual,
            }) => (Some(rows), keys, habitual),
            None => (None, vec![None; table.width], vec![false; table.width]),
        };
    keys.resize(table.width, None);
    habitual.resize(table.width, false);
    let names: Vec<String> = named(table, rows)
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    let habit = settings.habit.map(Habitual::new);
    let known = habit.map_or_else(Vec::new, |habit| {
        habit.columns(names.iter().map(|name| &**name))
    });
    // Columns without a heading are known by their letter or number.
    for (column, meaning) in known {
        let is_new = meaning.is_some_and(|key| !keys.contains(&Some(key)));
        if keys[column].is_none() && (is_new || meaning.is_none()) {
            keys[column] = meaning;
            habitual[column] = true;
        }
    }
    let by_heading: Vec<bool> = keys.iter().map(Option::is_some).collect();
    let start = rows.map_or(0, |rows| rows.last + 1);
    let by_content = content::fill(table, start, &mut keys, &habitual);
    let why = (0..keys.len())
        .map(|column| match (habitual[column], keys[column]) {
            (true, Some(_)) => BY_HABIT.to_owned(),
            (true, None) => {
                format!("left aside, {BY_HABIT}: kept with each entry under its own heading")
            }
            (false, None) => LEFT_ASIDE.to_owned(),
            (false, Some(_)) if by_heading[column] => "by its heading".to_owned(),
            (false, Some(_)) => by_content[column].clone().unwrap_or_default(),
        })
        .collect();
    found(table, rows, keys, why)
}

fn found(
    table: &Table,
    heading_rows: Option<HeadingRows>,
    keys: Vec<Option<ColumnKey>>,
    why: Vec<String>,
) -> Found {
    let mut columns = Vec::with_capacity(keys.len());
    let mut headed = Vec::with_capacity(keys.len());
    for (((heading, own), meaning), why) in
        named(table, heading_rows).into_iter().zip(&keys).zip(why)
    {
        columns.push(UnderstoodColumn {
            heading,
            meaning: *meaning,
            why,
        });
        headed.push(own);
    }
    Found {
        headed,
        heading_rows,
        mapping: Mapping {
            header: heading_rows.map(|rows| rows.last),
            columns: keys,
        },
        columns,
    }
}

/// By column: its heading as written, on one line, or its letter in a spreadsheet and its number elsewhere; and whether
/// it has one of its own.
fn named(table: &Table, rows: Option<HeadingRows>) -> Vec<(String, bool)> {
    let mut written: Vec<String> = rows.map_or_else(Vec::new, |rows| {
        let words = headings::words(table, rows).into_iter();
        words.map(|heading| heading.written).collect()
    });
    written.resize(table.width, String::new());
    let nameless = |column: usize| {
        if table.name.starts_with("sheet") {
            format!("column {}", letters(column))
        } else {
            format!("column {}", column + 1)
        }
    };
    written
        .into_iter()
        .enumerate()
        .map(|(column, written)| match &*written {
            "" => (nameless(column), false),
            _ => (written, true),
        })
        .collect()
}

fn letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or(0)));
        if column < 26 {
            break;
        }
        column = column / 26 - 1;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_have_letters_as_in_a_spreadsheet() {
        for (column, expected) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(column), expected);
        }
    }
}
