//! How an agency's tables were read before, kept by their headings.

use crate::dates::DayOrder;
use crate::model::{ColumnKey, Habit};
use crate::returns::table::Table;

use super::Understood;

/// What to keep of a table for the agency's next return: every heading with what its column stands for, in the table's
/// order. [`Habit::day_first`] is for the caller to set, from an order that the chair chose by hand.
pub fn habit_of(table: &Table, understood: &Understood) -> Vec<(String, Option<ColumnKey>)> {
    let columns = understood.columns.iter().enumerate();
    columns
        .filter(|(column, known)| known.meaning.is_some() || has_content(table, *column))
        .map(|(_, known)| (kept(&known.heading), known.meaning))
        .collect()
}

/// A blank column beside the table tells nothing about how it is read.
fn has_content(table: &Table, column: usize) -> bool {
    table.rows.iter().any(|row| row.is_filled(column))
}

/// A heading as [`Habit::columns`] keeps it.
pub(super) fn kept(heading: &str) -> String {
    let words: Vec<&str> = heading.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

pub(super) fn order(habit: Option<&Habit>) -> Option<DayOrder> {
    habit?.day_first.map(|day_first| match day_first {
        true => DayOrder::DayFirst,
        false => DayOrder::MonthFirst,
    })
}

/// A habit's headings, to be found again.
pub(super) struct Known<'a> {
    columns: &'a [(String, Option<ColumnKey>)],
}

impl<'a> Known<'a> {
    pub(super) fn new(habit: &'a Habit) -> Self {
        Self {
            columns: &habit.columns,
        }
    }

    /// Columns whose heading equals one of the habit's, with what they stood for; of equal headings the first is taken
    /// for the first, the second for the second.
    pub(super) fn columns<'h>(
        &self,
        headings: impl Iterator<Item = &'h str>,
    ) -> Vec<(usize, Option<ColumnKey>)> {
        let mut used = vec![false; self.columns.len()];
        let mut found = Vec::new();
        for (column, heading) in headings.enumerate() {
            let heading = kept(heading);
            let mut known = self.columns.iter().enumerate();
            if let Some((at, (_, meaning))) = known
                .find(|(at, (known, _))| !used[*at] && !heading.is_empty() && *known == heading)
            {
                used[at] = true;
                found.push((column, *meaning));
            }
        }
        found
    }
}
