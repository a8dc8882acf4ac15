//! Categories that too few share.

use std::collections::BTreeMap;

use super::codes::{NONE, NOT_ASKED, NOT_KNOWN, OTHER};
use super::table::{DataTable, Kind};

/// Joins categories of each column that fewer than `threshold` lines share, until what is joined is as many; within each value of `by` apart, where
/// a column says what the line is about. Missing values are no categories.
pub(super) fn join(table: &mut DataTable, by: Option<usize>, threshold: usize) {
    for column in 0..table.columns.len() {
        if table.columns[column].kind != Kind::Category || by == Some(column) {
            continue;
        }
        let mut parts: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, row) in table.rows.iter().enumerate() {
            let part = by.map_or_else(String::new, |by| row[by].clone());
            parts.entry(part).or_default().push(at);
        }
        let mut joined = (0, 0);
        for rows in parts.values() {
            let (lines, categories) = join_part(table, column, rows, threshold);
            joined.0 += lines;
            joined.1 += categories;
        }
        if joined.0 > 0 {
            table.columns[column].joined = Some(joined);
        }
    }
}

fn join_part(
    table: &mut DataTable,
    column: usize,
    rows: &[usize],
    threshold: usize,
) -> (usize, usize) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows {
        *counts.entry(&table.rows[*row][column]).or_default() += 1;
    }
    for missing in [NOT_ASKED, NOT_KNOWN, NONE] {
        counts.remove(missing);
    }
    let mut lines = counts.remove(OTHER).unwrap_or(0);
    let mut categories = usize::from(lines > 0);
    let mut by_size: Vec<(usize, String)> = counts
        .into_iter()
        .map(|(value, count)| (count, value.to_owned()))
        .collect();
    by_size.sort();
    let mut joined: Vec<String> = Vec::new();
    for (count, value) in by_size {
        let rare = count < threshold;
        // What was joined must not be too few in its turn, or it tells who they are.
        if !rare && (lines == 0 || lines >= threshold) {
            break;
        }
        lines += count;
        categories += 1;
        joined.push(value);
    }
    for row in rows {
        let cell = &mut table.rows[*row][column];
        if joined.contains(cell) {
            OTHER.clone_into(cell);
        }
    }
    (lines, categories)
}
