//! Doubts about a table as a whole: the order of day and month, hidden rows.

use crate::dates::{DayOrder, OrderEvidence};
use crate::model::{ColumnKey, Doubt};
use crate::returns::table::{Row, Table};

use super::columns::Found;

pub(super) fn about_the_table(
    table: &Table,
    found: &Found,
    order: &OrderEvidence,
    by_hand: bool,
    doubts: &mut Vec<Doubt>,
) {
    if let Some(date) = found.column(ColumnKey::Date) {
        about_the_order(table, found, date, order, by_hand, doubts);
    } else if let Some(row) = table.rows.first() {
        doubts.push(Doubt {
            place: table.place(row),
            row: row.number,
            column: None,
            wording: row.wording(),
            why: "No column of dates was found. Choose it by hand; until then no entry has a date."
                .to_owned(),
        });
    }
    about_hidden_rows(table, doubts);
}

fn about_the_order(
    table: &Table,
    found: &Found,
    date: usize,
    order: &OrderEvidence,
    by_hand: bool,
    doubts: &mut Vec<Doubt>,
) {
    let first = found.mapping.header.map_or(0, |row| row);
    let Some(row) = table.rows.get(first) else {
        return;
    };
    let heading = &found.columns[date].heading;
    let mut doubt = |why: String| {
        doubts.push(Doubt {
            place: format!("{}, column “{heading}”", table.place(row)),
            row: row.number,
            column: u32::try_from(date).ok(),
            wording: heading.clone(),
            why,
        });
    };
    let (taken, other) = match order.order {
        DayOrder::DayFirst => ("day first", "month first"),
        DayOrder::MonthFirst => ("month first", "day first"),
    };
    if by_hand {
        return;
    }
    if order.day_first > 0 && order.month_first > 0 {
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
