//! What every column says, for machines and for people.

use std::fmt::Write;

use super::codes::{NONE, NOT_ASKED, NOT_KNOWN, OTHER};
use super::table::{Column, DataTable, Kind};

const HEADINGS: [&str; 7] = [
    "file",
    "column",
    "meaning",
    "kind",
    "values",
    "missing",
    "joined_as_other",
];
const MISSING: [&str; 3] = [NOT_ASKED, NOT_KNOWN, NONE];

/// A line for each column.
pub(super) fn lines(tables: &[DataTable]) -> Vec<Vec<String>> {
    let mut lines = vec![HEADINGS.map(str::to_owned).to_vec()];
    for table in tables {
        for (at, column) in table.columns.iter().enumerate() {
            let (values, missing) = values(table, at, column);
            lines.push(vec![
                format!("{}.csv", table.name),
                column.name.to_owned(),
                column.meaning.to_owned(),
                column.kind.words().to_owned(),
                values.join(" | "),
                missing.join(" | "),
                joined(column),
            ]);
        }
    }
    lines
}

/// The codes that stand in a column: those of categories, and those of what is missing.
fn values<'a>(table: &'a DataTable, at: usize, column: &Column) -> (Vec<&'a str>, Vec<&'a str>) {
    let all = table.values(at).into_iter();
    let (missing, values): (Vec<&str>, Vec<&str>) = all.partition(|value| MISSING.contains(value));
    match column.kind {
        Kind::Category | Kind::Fixed => (values, missing),
        Kind::Number | Kind::Days | Kind::Count => (Vec::new(), missing),
    }
}

fn joined(column: &Column) -> String {
    match column.joined {
        None => String::new(),
        Some((lines, 1)) => format!("{lines} lines of 1 category"),
        Some((lines, categories)) => format!("{lines} lines of {categories} categories"),
    }
}

pub(super) fn readable(tables: &[DataTable], hers: bool) -> String {
    let mut text = String::from("# What the data say\n\n");
    if hers {
        text.push_str("**For women’s safety work only.** These files tell which men’s partners were in contact.\n\n");
    }
    let _ = writeln!(
        text,
        "Study numbers were drawn for these files and lead back to nobody. Days are counted from his referral. Missing values: `{NOT_ASKED}` (nobody asked, \
         or it is not in the file), `{NOT_KNOWN}` (asked and not learned), `{NONE}` (there is no such step). `{OTHER}`: categories that too few share, joined, \
         and what fits no category; its number stands beside the column.\n"
    );
    for table in tables {
        let _ = writeln!(
            text,
            "## {}.csv\n\nOne line is {}. Lines: {}.\n\n| Column | Meaning | Kind | Values | Joined as `{OTHER}` |\n|---|---|---|---|---|",
            table.name,
            table.line,
            table.rows.len()
        );
        for (at, column) in table.columns.iter().enumerate() {
            let (values, missing) = values(table, at, column);
            let all: Vec<String> = values
                .iter()
                .chain(&missing)
                .map(|value| format!("`{value}`"))
                .collect();
            let _ = writeln!(
                text,
                "| `{}` | {} | {} | {} | {} |",
                column.name,
                column.meaning,
                column.kind.words(),
                all.join(", "),
                joined(column)
            );
        }
        text.push('\n');
    }
    text
}
