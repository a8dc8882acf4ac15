//! Which column stands for what: by hand, by heading, by content.

use crate::model::ColumnKey;
use crate::returns::table::Table;

use super::headings::{self, Headings};
use super::{Mapping, Settings, UnderstoodColumn, content};

pub(super) struct Found {
    pub(super) mapping: Mapping,
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
}

pub(super) fn find(table: &Table, settings: &Settings<'_>) -> Found {
    match settings.mapping {
        Some(mapping) => by_hand(table, mapping),
        None => by_itself(table, settings),
    }
}

fn by_hand(table: &Table, mapping: &Mapping) -> Found {
    let header = mapping.header.filter(|row| *row < table.rows.len());
    let mut keys = mapping.columns.clone();
    keys.resize(table.width, None);
    let why = vec![Some("chosen by hand".to_owned()); keys.len()];
    found(table, header, keys, why)
}

fn by_itself(table: &Table, settings: &Settings<'_>) -> Found {
    let headings = headings::find(table, settings.columns);
    let (header, mut keys) = match headings {
        Some(Headings { row, keys }) => (Some(row), keys),
        None => (None, vec![None; table.width]),
    };
    keys.resize(table.width, None);
    let by_heading: Vec<bool> = keys.iter().map(Option::is_some).collect();
    let mut why = content::fill(table, header.map_or(0, |row| row + 1), &mut keys);
    for (why, by_heading) in why.iter_mut().zip(by_heading) {
        if by_heading {
            *why = Some("by its heading".to_owned());
        }
    }
    found(table, header, keys, why)
}

fn found(
    table: &Table,
    header: Option<usize>,
    keys: Vec<Option<ColumnKey>>,
    why: Vec<Option<String>>,
) -> Found {
    let columns = keys
        .iter()
        .zip(why)
        .enumerate()
        .map(|(column, (meaning, why))| UnderstoodColumn {
            heading: heading(table, header, column),
            meaning: *meaning,
            why: match meaning {
                Some(_) => why.unwrap_or_default(),
                None => "not understood: kept with each entry under its own heading".to_owned(),
            },
        })
        .collect();
    let headed = (0..keys.len())
        .map(|column| header.is_some_and(|row| !table.rows[row].text(column).trim().is_empty()))
        .collect();
    Found {
        headed,
        mapping: Mapping {
            header,
            columns: keys,
        },
        columns,
    }
}

/// As written, on one line; by its letter in a spreadsheet, by its number elsewhere, where there is none.
fn heading(table: &Table, header: Option<usize>, column: usize) -> String {
    let written = header.map_or("", |row| table.rows[row].text(column));
    if !written.trim().is_empty() {
        return written.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    if table.name.starts_with("sheet") {
        format!("column {}", letters(column))
    } else {
        format!("column {}", column + 1)
    }
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
