use super::marks::Pending;
use super::{Lane, View};
use crate::chronology::timeline::{LaneRows, Open, Stretch};

/// How far a bar with an open end reaches to the open side.
const OPEN_REACH: f64 = 40.0;
/// Bars one above the other in a lane; what finds no room in them is drawn together in the last.
const BAR_ROWS: usize = 3;
/// Free room between two bars of a row.
const BETWEEN_BARS: f64 = 2.0;

/// Bars from left to right, each in the first row with room; bars of the same extent, and those that find no
/// room, are drawn together.
pub(super) fn lay(rows: &LaneRows, view: &View, lane: &mut Lane) {
    let mut open_rows: [Option<Pending>; BAR_ROWS] = [const { None }; BAR_ROWS];
    let days: &[Stretch] = if view.days_are_points() {
        &[]
    } else {
        &rows.days_by_start
    };
    for stretch in merged(&rows.by_start, days) {
        if stretch.open == Open::Neither && !view.is_bar(stretch) {
            continue;
        }
        lay_one(stretch, view, &mut open_rows, lane);
    }
    for (row, bar) in open_rows.into_iter().enumerate() {
        if let Some(bar) = bar {
            finish(bar, row, view, lane);
        }
    }
}

/// Both lists, in order of start.
fn merged<'a>(
    long: &'a [Stretch],
    short: &'a [Stretch],
) -> impl Iterator<Item = &'a Stretch> + use<'a> {
    let (mut long, mut short) = (long.iter().peekable(), short.iter().peekable());
    std::iter::from_fn(move || match (long.peek(), short.peek()) {
        (Some(one), Some(other)) if one.from <= other.from => long.next(),
        (_, Some(_)) => short.next(),
        (_, None) => long.next(),
    })
}

fn lay_one(
    stretch: &Stretch,
    view: &View,
    open_rows: &mut [Option<Pending>; BAR_ROWS],
    lane: &mut Lane,
) {
    let (left, right) = extent(stretch, view);
    let same = |row: &Option<Pending>| {
        row.as_ref()
            .is_some_and(|bar| (bar.left - left).abs() < 1.0 && (bar.right - right).abs() < 1.0)
    };
    let free = |row: &Option<Pending>| {
        row.as_ref()
            .is_none_or(|bar| bar.right + BETWEEN_BARS <= left)
    };
    if let Some(bar) = open_rows
        .iter_mut()
        .find(|row| same(row))
        .and_then(Option::as_mut)
    {
        bar.take(stretch);
    } else if let Some(row) = open_rows.iter().position(free) {
        let mut next = Pending::at(left, right);
        next.take(stretch);
        lane.bar_rows = lane.bar_rows.max(row as u8 + 1);
        if let Some(done) = open_rows[row].replace(next) {
            finish(done, row, view, lane);
        }
    } else if let Some(bar) = open_rows.last_mut().and_then(Option::as_mut) {
        bar.left = bar.left.min(left);
        bar.right = bar.right.max(right);
        bar.take(stretch);
    }
}

fn finish(bar: Pending, row: usize, view: &View, lane: &mut Lane) {
    if view.is_left(bar.right) {
        lane.earlier += bar.entries.len();
    } else if view.is_right(bar.left) {
        lane.later += bar.entries.len();
    } else {
        lane.marks.push(bar.mark(view, row as u8 + 1));
    }
}

fn extent(stretch: &Stretch, view: &View) -> (f64, f64) {
    let (from, until) = (view.pixel(stretch.from), view.pixel(stretch.until));
    match stretch.open {
        Open::Neither => (from, until),
        Open::Start => (until - OPEN_REACH, until),
        Open::End => (from, from + OPEN_REACH),
    }
}
