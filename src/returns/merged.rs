//! Cells of a sheet that are merged into one.

use super::ReturnError;
use super::limits::Budget;
use super::table::{Cell, Row};

/// Rows from 1, columns from 0, both ends inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Merged {
    pub(super) first_row: u32,
    pub(super) last_row: u32,
    pub(super) column: u32,
    pub(super) last_column: u32,
}

/// Repeats the wording of a cell merged downwards in the rows it reaches, marked as such, and tells how far a cell
/// reaches sideways. `rows` are in the order of their numbers.
pub(super) fn fill(
    rows: &mut [Row],
    merged: &[Merged],
    budget: &mut Budget<'_>,
) -> Result<(), ReturnError> {
    for merged in merged {
        let column = merged.column as usize;
        let start = rows.partition_point(|row| row.number < merged.first_row);
        let Some((first, below)) = rows.get_mut(start..).and_then(<[Row]>::split_first_mut) else {
            continue;
        };
        let Some(cell) = first
            .cells
            .get_mut(column)
            .filter(|_| first.number == merged.first_row)
        else {
            continue;
        };
        cell.across = merged.last_column.saturating_sub(merged.column) + 1;
        let cell = cell.clone();
        for row in below {
            if row.number > merged.last_row {
                break;
            }
            // Counted for each row met, so that a file cannot ask for endless overlapping regions.
            budget.cells(1)?;
            if row.text(column).is_empty() {
                if row.cells.len() <= column {
                    row.cells.resize(column + 1, Cell::default());
                }
                row.cells[column] = Cell {
                    merged: true,
                    ..cell.clone()
                };
            }
        }
    }
    Ok(())
}
