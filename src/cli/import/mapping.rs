//! Columns named by hand.

use std::str::FromStr;

use crate::cli::ending::Fault;
use crate::model::ColumnKey;
use crate::returns::{Mapping, ReturnFile, Row, Table};

/// `KEY=COLUMN` on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wish {
    /// `None`: the column shall stand for nothing.
    key: Option<ColumnKey>,
    /// A heading, a letter or a number.
    column: String,
}

/// Headings are looked for this far down where the row that was taken for headings does not hold them.
const HEADING_ROWS: usize = 60;

impl FromStr for Wish {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (key, column) = text
            .split_once('=')
            .map(|(key, column)| (key.trim(), column.trim()))
            .filter(|(_, column)| !column.is_empty())
            .ok_or_else(|| "write it as KEY=COLUMN, such as date=C".to_owned())?;
        let known = ColumnKey::ALL.into_iter().find(|known| known.key() == key);
        if known.is_none() && key != "none" {
            let keys = ColumnKey::ALL.map(ColumnKey::key).join(", ");
            return Err(format!(
                "“{key}” is no column of a chronology; use {keys} or none"
            ));
        }
        Ok(Self {
            key: known,
            column: column.to_owned(),
        })
    }
}

/// What was understood of the columns, under these headings, changed as wished. The error is a sentence.
pub(super) fn by_hand(
    table: &Table,
    found: &Mapping,
    headings: &[&str],
    wishes: &[Wish],
) -> Result<Mapping, String> {
    let header = found.header;
    let row = header.and_then(|index| table.rows.get(index));
    let (header, places) = match places(table, row, headings, wishes) {
        Ok(places) => (header, places),
        Err(why) => elsewhere(table, wishes).ok_or(why)?,
    };
    let mut columns = found.columns.clone();
    columns.resize(table.width.max(columns.len()), None);
    for (wish, &place) in wishes.iter().zip(&places) {
        for column in &mut columns {
            if wish.key.is_some() && *column == wish.key {
                *column = None;
            }
        }
        if let Some(column) = columns.get_mut(place) {
            *column = wish.key;
        }
    }
    Ok(Mapping { header, columns })
}

/// The column of each wish, by the headings in `header` or as they were understood, else by letter or number.
fn places(
    table: &Table,
    header: Option<&Row>,
    understood: &[&str],
    wishes: &[Wish],
) -> Result<Vec<usize>, String> {
    wishes
        .iter()
        .map(|wish| {
            let mut headed = header.map_or(Vec::new(), |row| headed(row, &wish.column));
            if headed.is_empty() {
                let wanted = plain(&wish.column);
                let all = understood.iter().enumerate();
                headed.extend(
                    all.filter(|(_, words)| plain(words) == wanted)
                        .map(|(at, _)| at),
                );
            }
            match headed[..] {
                [place] => Ok(place),
                [_, _, ..] => Err(format!(
                    "“{}” stands over several columns; give the letter of the one you mean.",
                    wish.column
                )),
                [] => position(&wish.column)
                    .filter(|place| *place < table.width)
                    .ok_or_else(|| not_there(table, header, &wish.column)),
            }
        })
        .collect()
}

/// A row further down, or up, that holds all the headings: then the headings had not been recognised.
fn elsewhere(table: &Table, wishes: &[Wish]) -> Option<(Option<usize>, Vec<usize>)> {
    let rows = table.rows.iter().enumerate().take(HEADING_ROWS);
    rows.into_iter().find_map(|(index, row)| {
        let all_headed = wishes
            .iter()
            .all(|wish| !headed(row, &wish.column).is_empty() || position(&wish.column).is_some());
        let places = places(table, Some(row), &[], wishes).ok()?;
        all_headed.then_some((Some(index), places))
    })
}

fn headed(row: &Row, heading: &str) -> Vec<usize> {
    let wanted = plain(heading);
    let cells = row.cells.iter().enumerate();
    cells
        .filter(|(_, cell)| !cell.text.trim().is_empty() && plain(&cell.text) == wanted)
        .map(|(place, _)| place)
        .collect()
}

fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// `A` or `1` is the first column, `AA` or `27` the twenty-seventh.
fn position(column: &str) -> Option<usize> {
    if let Ok(number) = column.parse::<usize>() {
        return number.checked_sub(1);
    }
    if column.is_empty()
        || column.len() > 3
        || !column.bytes().all(|byte| byte.is_ascii_alphabetic())
    {
        return None;
    }
    let number = column.bytes().fold(0, |sum, byte| {
        sum * 26 + usize::from(byte.to_ascii_uppercase() - b'A') + 1
    });
    Some(number - 1)
}

fn not_there(table: &Table, header: Option<&Row>, column: &str) -> String {
    let headings: Vec<String> = header
        .iter()
        .flat_map(|row| &row.cells)
        .filter(|cell| !cell.text.trim().is_empty())
        .map(|cell| {
            format!(
                "“{}”",
                cell.text.split_whitespace().collect::<Vec<_>>().join(" ")
            )
        })
        .collect();
    if headings.is_empty() {
        format!(
            "no column “{column}” was found. The table has no headings and {} columns; give a letter or a number.",
            table.width
        )
    } else {
        format!(
            "no column “{column}” was found. Its headings are: {}.",
            headings.join(", ")
        )
    }
}

pub(super) fn no_such_table(file: &ReturnFile, number: usize) -> Fault {
    let names: Vec<String> = file
        .tables
        .iter()
        .zip(1..)
        .map(
            |(table, number): (&Table, usize)| match table.name.as_str() {
                "" => format!("{number}: the text"),
                name => format!("{number}: {name}"),
            },
        )
        .collect();
    Fault::said(format!(
        "“{}” has no table {number}. It has: {}. Nothing was imported.",
        file.name,
        names.join("; ")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::returns::Cell;

    fn table(rows: &[&[&str]]) -> Table {
        let rows: Vec<Row> = rows
            .iter()
            .zip(1..)
            .map(|(cells, number)| Row {
                number,
                cells: cells
                    .iter()
                    .map(|text| Cell {
                        text: (*text).to_owned(),
                        ..Cell::default()
                    })
                    .collect(),
                ..Row::default()
            })
            .collect();
        Table {
            width: rows.iter().map(|row| row.cells.len()).max().unwrap_or(0),
            rows,
            ..Table::default()
        }
    }

    fn wishes(texts: &[&str]) -> Vec<Wish> {
        texts
            .iter()
            .map(|text| text.parse().expect("a wish"))
            .collect()
    }

    #[test]
    fn letters_and_numbers_count_from_the_left() {
        for (column, place) in [
            ("A", Some(0)),
            ("c", Some(2)),
            ("Z", Some(25)),
            ("AA", Some(26)),
            ("1", Some(0)),
            ("27", Some(26)),
            ("0", None),
            ("When", None),
            ("", None),
        ] {
            assert_eq!(position(column), place, "{column}");
        }
    }

    #[test]
    fn wishes_are_read_or_explained() {
        for (text, fault) in [
            ("date=C", ""),
            ("none = Reference", ""),
            ("text=What happened = exactly", ""),
            ("date", "KEY=COLUMN"),
            ("date=", "KEY=COLUMN"),
            ("when=C", "use date, time, text"),
        ] {
            match text.parse::<Wish>() {
                Ok(_) => assert_eq!(fault, "", "{text}"),
                Err(why) => assert!(!fault.is_empty() && why.contains(fault), "{text}: {why}"),
            }
        }
    }

    #[test]
    fn columns_are_found_by_heading_letter_and_number() {
        use ColumnKey::{Comment, Date, Text};
        let table = table(&[
            &["Return of Wexmoor Homes"],
            &["Ref", "When it\nhappened", "What", "What"],
            &["1", "3 May 2018", "Visit", "none"],
        ]);
        let understood = Mapping {
            header: Some(1),
            columns: vec![Some(Date), None, Some(Text), None],
        };
        for (given, expected) in [
            (
                vec!["date=when it  HAPPENED"],
                vec![None, Some(Date), Some(Text), None],
            ),
            (
                vec!["date=B", "comment=4"],
                vec![None, Some(Date), Some(Text), Some(Comment)],
            ),
            (vec!["none=A"], vec![None, None, Some(Text), None]),
            (
                vec!["text=Contact / What"],
                vec![Some(Date), None, None, Some(Text)],
            ),
        ] {
            let words = ["Ref", "When it happened", "What", "Contact / What"];
            let mapping = by_hand(&table, &understood, &words, &wishes(&given)).expect("found");
            assert_eq!(mapping.columns, expected, "{given:?}");
            assert_eq!(mapping.header, Some(1));
        }
        for (given, why) in [
            ("text=What", "several columns"),
            ("date=Z", "headings are: “Ref”, “When it happened”"),
            ("date=Where", "no column “Where”"),
        ] {
            let fault = by_hand(&table, &understood, &[], &wishes(&[given])).expect_err(given);
            assert!(fault.contains(why), "{given}: {fault}");
        }
    }

    #[test]
    fn headings_that_were_not_recognised_are_found_by_their_words() {
        let table = table(&[&["Return"], &["Tag", "Ereignis"], &["3.5.2018", "Besuch"]]);
        let understood = Mapping {
            header: None,
            columns: vec![None, None],
        };
        let mapping = by_hand(
            &table,
            &understood,
            &[],
            &wishes(&["date=Tag", "text=ereignis"]),
        );
        assert_eq!(
            mapping,
            Ok(Mapping {
                header: Some(1),
                columns: vec![Some(ColumnKey::Date), Some(ColumnKey::Text)],
            })
        );
    }
}
