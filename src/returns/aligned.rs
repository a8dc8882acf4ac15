//! Tables in plain text whose columns are held apart by spaces, as PDF readers and e-mails give them.

use super::limits::Budget;
use super::table::{Cell, Row, Table};
use super::{Parts, ReturnError};
use crate::jobs::Progress;

/// Of a hundred lines, those that must have a gap for the text to be a table.
const GAPPED: usize = 60;
/// Of a hundred lines, those that must be blank at a place for columns to part there.
const BLANK: usize = 96;
/// A longer line is prose that was not wrapped.
const LONGEST_LINE: usize = 2_000;

/// The table; `None` where the text has no columns.
pub(super) fn read(
    file: &str,
    text: &str,
    progress: &dyn Progress,
) -> Result<Option<Parts>, ReturnError> {
    let lines: Vec<Vec<char>> = text
        .lines()
        .map(|line| line.trim_end().chars().collect())
        .collect();
    let Some(columns) = columns(&lines) else {
        return Ok(None);
    };
    let mut budget = Budget::new(file);
    let mut rows: Vec<Row> = Vec::new();
    let mut joined: Vec<String> = Vec::new();
    let mut follows = false;
    for (number, line) in (1..).zip(&lines) {
        progress.report(u64::from(number), None, "Reading the pasted table")?;
        let cells: Vec<String> = cut(line, &columns);
        let mut filled = cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_empty());
        let only = filled.next().filter(|_| filled.next().is_none());
        if let (Some((column @ 1.., words)), true, Some(above)) = (only, follows, rows.last_mut())
            && above.is_filled(column)
        {
            // A line with words under one cell alone goes on with it.
            above.cells[column].text.push(' ');
            above.cells[column].text.push_str(words);
            budget.text(&above.cells[column].text, || format!("line {number}"))?;
            joined.push(number.to_string());
            continue;
        }
        follows = !line.is_empty();
        budget.row()?;
        budget.cells(cells.len())?;
        rows.push(Row {
            number,
            cells: cells.into_iter().map(Cell::text).collect(),
            ..Row::default()
        });
    }
    let notes = match &joined[..] {
        [] => Vec::new(),
        lines => vec![format!(
            "Some lines have words under one column only and were joined to the row above: line {}. Check that they belong to it.",
            lines.join(", ")
        )],
    };
    Ok(Some(Parts {
        about: String::new(),
        tables: vec![Table::new(String::new(), rows)],
        notes,
    }))
}

/// Where each column begins: behind places, two or more wide, that are blank in nearly every line with a gap.
fn columns(lines: &[Vec<char>]) -> Option<Vec<usize>> {
    let told: Vec<&Vec<char>> = lines.iter().filter(|line| !line.is_empty()).collect();
    let gapped: Vec<&Vec<char>> = told.iter().copied().filter(|line| has_gap(line)).collect();
    if gapped.len() < 2 || gapped.len() * 100 < told.len() * GAPPED {
        return None;
    }
    let width = gapped.iter().map(|line| line.len()).max()?;
    if width > LONGEST_LINE {
        return None;
    }
    let mut filled = vec![0; width];
    for line in &gapped {
        for (at, character) in line.iter().enumerate() {
            filled[at] += usize::from(*character != ' ');
        }
    }
    let is_blank = |at: usize| filled[at] * 100 <= gapped.len() * (100 - BLANK);
    let first = (0..width).find(|at| !is_blank(*at))?;
    let mut starts = vec![0];
    let mut blank = 0;
    for at in first..width {
        if is_blank(at) {
            blank += 1;
        } else {
            if blank >= 2 {
                starts.push(at);
            }
            blank = 0;
        }
    }
    (starts.len() > 1).then_some(starts)
}

fn has_gap(line: &[char]) -> bool {
    let start = line
        .iter()
        .position(|character| *character != ' ')
        .unwrap_or(0);
    line[start..].windows(2).any(|two| two == [' ', ' '])
}

/// The cells of a line. A word that reaches over the place where columns part stays whole, in the column where it
/// begins.
fn cut(line: &[char], columns: &[usize]) -> Vec<String> {
    let mut cells = vec![String::new(); columns.len()];
    let mut at = 0;
    for (column, cell) in cells.iter_mut().enumerate() {
        let mut end = columns
            .get(column + 1)
            .copied()
            .unwrap_or(line.len())
            .min(line.len());
        while end > at && end < line.len() && line[end - 1] != ' ' && line[end] != ' ' {
            end += 1;
        }
        if end > at {
            *cell = line[at..end].iter().collect::<String>().trim().to_owned();
            at = end;
        }
    }
    while cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    cells
}
