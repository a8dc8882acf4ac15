//! Doubts about a table as a whole: the order of day and month, hidden rows.

use crate::dates::{DayOrder, OrderEvidence};
use crate::model::{ColumnKey, Doubt};
use crate::returns::table::{Row, Table};

use super::columns::Found;

/// What was assumed of the order of day and month. `order` is what the dates show, `by_hand` what the chair chose,
/// `by_habit` how the agency's last return was read.
pub(super) fn about_the_order(
    table: &Table,
    found: &Found,
    order: &OrderEvidence,
    by_hand: Option<DayOrder>,
    by_habit: Option<DayOrder>,
    doubts: &mut Vec<Doubt>,
) {
    let Some(date) = found.column(ColumnKey::Date) else {
        doubts.extend(table.rows.first().map(|row| {
            Doubt {
            place: table.place(row),
            row: row.number,
            column: None,
            wording: row.wording(),
            why: "No column of dates was found. Choose it by hand; until then no entry has a date."
                .to_owned(),
        }
        }));
        return;
    };
    if by_hand.is_some() {
        return;
    }
    let first = found.heading_rows.map_or(0, |rows| rows.last);
    let Some(row) = table.rows.get(first) else {
        return;
    };
    let heading = &found.columns[date].heading;
    let mut doubt = |why: String| {
        doubts.push(Doubt {
            place: format!("{}, {}", table.place(row), found.named(date)),
            row: row.number,
            column: u32::try_from(date).ok(),
            wording: heading.clone(),
            why,
        });
    };
    let (taken, other) = (order.order.words(), order.order.other().words());
    if let Some(habit) = by_habit.filter(|habit| order.proved() && *habit != order.order) {
        doubt(format!(
            "This agency’s last return was read {}, but the dates of this one show {taken}, and were read so. Choose the order above if that is wrong.",
            habit.words()
        ));
    } else if let Some(habit) = by_habit.filter(|_| order.undecided > 0 && !order.proved()) {
        doubt(format!(
            "The dates of this column do not show which comes first, day or month. They were read {}, as was chosen for this agency’s last return.",
            habit.words()
        ));
    } else if order.day_first > 0 && order.month_first > 0 {
        doubt(format!(
            "The dates contradict each other: {} can only be day first, {} only month first. They were read {taken}; check those with a day up to 12.",
            order.day_first, order.month_first
        ));
    } else if order.undecided > 0 && !order.proved() {
        let evidence = match order.day_first + order.month_first {
            0 => "No date in this column shows".to_owned(),
            1 => "Only one date in this column shows".to_owned(),
            few => format!("Only {few} dates in this column show"),
        };
        doubt(format!(
            "{evidence} which comes first, day or month. They were read {taken}; if this agency writes {other}, say so above."
        ));
    }
    let dated = table
        .rows
        .iter()
        .any(|row| row.cells.get(date).is_some_and(|cell| cell.dated));
    if dated && order.order == DayOrder::MonthFirst && order.month_first > 0 {
        doubt(
            "Some dates are text written month first, others were turned into dates by Excel, which may have taken the month for the day. Compare the latter with the agency's own record."
                .to_owned(),
        );
    }
}

/// Rows named before “and others”.
const NAMED: usize = 12;

/// Hidden rows and columns: they were read, and the chair must know.
pub(super) fn about_hidden_parts(table: &Table, found: &Found, doubts: &mut Vec<Doubt>) {
    about_hidden_rows(table, doubts);
    let Some(row) = table
        .rows
        .get(found.heading_rows.map_or(0, |rows| rows.last))
    else {
        return;
    };
    let filled = table.hidden_columns.iter().filter(|column| {
        let mut rows = table.rows.iter();
        rows.any(|row| row.is_filled(**column))
    });
    for column in filled {
        doubts.push(Doubt {
            place: format!("{}, {}", table.place(row), found.named(*column)),
            row: row.number,
            column: u32::try_from(*column).ok(),
            wording: row.text(*column).to_owned(),
            why: "This column is hidden in the agency’s file and was read all the same. Ask whether it was meant to be sent."
                .to_owned(),
        });
    }
}

fn about_hidden_rows(table: &Table, doubts: &mut Vec<Doubt>) {
    let hidden: Vec<&Row> = table.rows.iter().filter(|row| row.hidden).collect();
    let Some(first) = hidden.first() else {
        return;
    };
    let mut numbers: Vec<String> = hidden
        .iter()
        .take(NAMED)
        .map(|row| row.number.to_string())
        .collect();
    if hidden.len() > NAMED {
        numbers.push("others".to_owned());
    }
    let (noun, verb, they) = if hidden.len() == 1 {
        ("Row", "is", "it was")
    } else {
        ("Rows", "are", "they were")
    };
    doubts.push(Doubt {
        place: table.place(first),
        row: first.number,
        column: None,
        wording: first.wording(),
        why: format!(
            "{noun} {} {verb} hidden in the agency’s file and read all the same. Ask whether {they} meant to be sent.",
            numbers.join(", ")
        ),
    });
}
