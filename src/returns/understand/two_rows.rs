//! Headings in two rows: a group (“Contact”) over sub-headings (“Date”, “Time”).

use super::headings::plain;
use crate::returns::table::Row;

/// What stands over a column.
pub(super) struct Heading {
    /// For the reader, on one line: `Contact / Date`; empty where nothing stands there.
    pub(super) written: String,
    /// What may be known of it, each with what its fit is divided by.
    pub(super) phrases: Vec<(String, usize)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    Exactly,
    Partly,
    Not,
}

/// The headings of one row, or of a group row with the row of sub-headings below it.
pub(super) fn headings(first: &Row, sub: Option<&Row>, width: usize) -> Vec<Heading> {
    let Some(sub) = sub else {
        return (0..width.max(first.cells.len()))
            .map(|column| {
                let written = on_one_line(first.text(column));
                Heading {
                    phrases: vec![(written.clone(), 1)],
                    written,
                }
            })
            .collect();
    };
    (0..width.max(first.cells.len()).max(sub.cells.len()))
        .map(|column| combined(first, sub, column))
        .collect()
}

fn combined(group: &Row, sub: &Row, column: usize) -> Heading {
    let below = if sub.is_filled(column) {
        on_one_line(sub.text(column))
    } else {
        String::new()
    };
    let above = over(group, sub, column).map_or(String::new(), |at| on_one_line(group.text(at)));
    if below.is_empty() || plain(&above) == plain(&below) {
        return Heading {
            phrases: vec![(above.clone(), 1)],
            written: above,
        };
    }
    if above.is_empty() {
        return Heading {
            phrases: vec![(below.clone(), 1)],
            written: below,
        };
    }
    Heading {
        written: format!("{above} / {below}"),
        // The sub-heading says more about its column than the group does.
        phrases: vec![
            (format!("{above} {below}"), 2),
            (below.clone(), 1),
            (format!("{below} of {above}"), 1),
        ],
    }
}

/// The column of the group that stands over `column`: its own, or one to the left that reaches so far.
fn over(group: &Row, sub: &Row, column: usize) -> Option<usize> {
    if group.is_filled(column) {
        return Some(column);
    }
    let left = (0..column).rev().find(|left| group.is_filled(*left))?;
    let across = group.cells[left].across as usize;
    let reaches = if has_across(group) {
        left + across > column
    } else {
        // Text files keep nothing of merged cells but the blanks to their right.
        sub.is_filled(column) && (left..column).all(|between| sub.is_filled(between))
    };
    reaches.then_some(left)
}

fn has_across(row: &Row) -> bool {
    row.cells.iter().any(|cell| cell.across > 1)
}

/// Whether `sub` holds sub-headings of `group`, rather than `group` being a title or `sub` the first entry: every filled
/// cell of `sub` must stand under nothing or under a group that spans several columns, and there must be cells merged
/// over columns or over both rows, or known words in both rows.
pub(super) fn belong_together(group: &Row, sub: &Row, fit: impl Fn(&str) -> Fit) -> bool {
    let merged_down = sub
        .cells
        .iter()
        .any(|cell| cell.merged && !cell.text.trim().is_empty());
    let groups: Vec<usize> = (0..group.cells.len())
        .filter(|column| group.is_filled(*column))
        .collect();
    let subs: Vec<usize> = (0..sub.cells.len())
        .filter(|column| sub.is_filled(*column))
        .collect();
    let across = |column: usize| group.cells[column].across as usize;
    let spanned = |column: usize| {
        groups
            .iter()
            .any(|at| across(*at) > 1 && (*at..*at + across(*at)).contains(&column))
    };
    let opens_a_run = |column: usize| {
        !has_across(group)
            && !group.is_filled(column + 1)
            && subs.contains(&(column + 1))
            && group.is_filled(column)
    };
    let in_brackets = |column: usize| {
        let text = sub.text(column).trim();
        text.starts_with('(') && text.ends_with(')')
    };
    let fits_in = |column: &usize| {
        !group.is_filled(*column)
            || spanned(*column)
            || opens_a_run(*column)
            || in_brackets(*column)
    };
    if groups.is_empty() || subs.is_empty() || !subs.iter().all(fits_in) {
        return false;
    }
    // A title over the whole table is no group.
    if let [only] = groups[..]
        && !merged_down
        && (only == 0 || across(only) < 2)
    {
        return false;
    }
    if merged_down {
        return subs.iter().any(|column| spanned(*column)) || known(sub, &subs, &fit);
    }
    let under_a_span = subs.iter().filter(|column| spanned(**column)).count() >= 2;
    let reaches_down = groups
        .iter()
        .any(|column| !subs.contains(column) && fit(group.text(*column)) != Fit::Not);
    under_a_span || reaches_down && known(sub, &subs, &fit)
}

fn known(row: &Row, columns: &[usize], fit: &impl Fn(&str) -> Fit) -> bool {
    columns
        .iter()
        .any(|column| fit(row.text(*column)) == Fit::Exactly)
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::returns::table::Cell;

    /// `Contact*2` spans two columns, `^Date` is the lower part of a cell merged downwards.
    fn row(cells: &[&str]) -> Row {
        Row {
            cells: cells
                .iter()
                .map(|text| {
                    let (text, across) = match text.split_once('*') {
                        Some((text, across)) => (text, across.parse().expect("a number")),
                        None => (*text, 0),
                    };
                    let merged = text.starts_with('^');
                    Cell {
                        text: text.trim_start_matches('^').to_owned(),
                        merged,
                        across,
                        ..Cell::default()
                    }
                })
                .collect(),
            ..Row::default()
        }
    }

    #[test]
    fn two_rows_of_headings_are_told_from_titles_and_entries() {
        let fit = |text: &str| match text {
            "Date" | "Time" | "Action" | "Details" => Fit::Exactly,
            text if text.contains("contact") => Fit::Partly,
            _ => Fit::Not,
        };
        for (group, sub, expected) in [
            (
                &["Contact*2", "", "Details"][..],
                &["Date", "Time", ""][..],
                true,
            ),
            (
                &["Contact", "", "Details", ""],
                &["Date", "Time", "", "Action"],
                true,
            ),
            (&["Date", "Reply*2", ""], &["^Date", "Action", "By"], true),
            (
                &["Chronology*4", "", "", ""],
                &["Date", "Time", "Details", "Action"],
                false,
            ),
            (
                &["Prepared by", "Review Unit"],
                &["Date", "Time", "Details"],
                false,
            ),
            (
                &["Date", "Details", "Action"],
                &["", "Case opened.", "Details"],
                false,
            ),
            (
                &["Date", "Details", ""],
                &["", "Undated letter", "x"],
                false,
            ),
            (
                &["", "", "Reply*2", ""],
                &["Date", "Details", "Action", "By"],
                true,
            ),
        ] {
            assert_eq!(
                belong_together(&row(group), &row(sub), fit),
                expected,
                "{group:?} over {sub:?}"
            );
        }
    }

    #[test]
    fn groups_and_sub_headings_are_joined() {
        for (group, sub, expected) in [
            (
                &["Contact*2", "", "What was known", "Reply*2"][..],
                &["Date", "Time", "", "Action", "By whom"][..],
                &[
                    "Contact / Date",
                    "Contact / Time",
                    "What was known",
                    "Reply / Action",
                    "Reply / By whom",
                ][..],
            ),
            (
                &["Date", "Reply*2"],
                &["^Date", "Action", "Date"],
                &["Date", "Reply / Action", "Reply / Date"],
            ),
            (
                &["Contact", "", "Details"],
                &["Date", "Time", ""],
                &["Contact / Date", "Contact / Time", "Details"],
            ),
        ] {
            let written: Vec<String> = headings(&row(group), Some(&row(sub)), expected.len())
                .into_iter()
                .map(|heading| heading.written)
                .collect();
            assert_eq!(written, expected);
        }
    }
}
