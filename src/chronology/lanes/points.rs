use super::marks::Pending;
use super::{Lane, View};
use crate::chronology::timeline::{LaneRows, Stretch};

/// Points nearer to each other than this are drawn as one.
const APART: f64 = 12.0;
/// Columns are so wide, and stand side by side.
const COLUMN: f64 = 8.0;
/// From so many entries to each place of a lane on, columns are read more easily than clusters.
const CROWD: f64 = 3.0;
/// A lane with fewer entries than this is never a crowd.
const FEW: usize = 60;

/// Points from left to right; one nearer than [`APART`] to the first of a group joins it. Where a lane is crowded,
/// groups are columns instead.
pub(super) fn lay(rows: &LaneRows, view: &View, lane: &mut Lane) {
    if is_crowd(rows, view) {
        let column = |pixel: f64| (pixel / COLUMN).floor();
        let mut most = 0;
        each_group(
            &rows.by_middle,
            view,
            |first, next| column(first) != column(next),
            |group, first, _| {
                let left = column(first) * COLUMN;
                most = most.max(put(group, (left, left + COLUMN), view, lane));
            },
        );
        lane.columns = Some(most);
    } else {
        each_group(
            &rows.by_middle,
            view,
            |first, next| next - first >= APART,
            |group, first, last| {
                put(group, (first, last), view, lane);
            },
        );
    }
}

/// Depends on the zoom, and not on the place.
fn is_crowd(rows: &LaneRows, view: &View) -> bool {
    let points = &rows.by_middle;
    let ends = points.first().zip(points.last());
    points.len() >= FEW
        && ends.is_some_and(|(first, last)| {
            let places = view.pixel(last.middle() - first.middle()) / APART;
            points.len() as f64 > CROWD * places.max(1.0)
        })
}

/// Groups of neighbours that are points at this zoom, each with the pixels of its first and last.
fn each_group(
    stretches: &[Stretch],
    view: &View,
    parted: impl Fn(f64, f64) -> bool,
    mut done: impl FnMut(&[Stretch], f64, f64),
) {
    let mut at = 0;
    while at < stretches.len() {
        if view.is_bar(&stretches[at]) {
            at += 1;
            continue;
        }
        let start = at;
        let first = view.pixel(stretches[at].middle());
        let (mut last, mut end) = (first, at + 1);
        at += 1;
        while at < stretches.len() {
            if !view.is_bar(&stretches[at]) {
                let place = view.pixel(stretches[at].middle());
                if parted(first, place) {
                    break;
                }
                last = place;
                end = at + 1;
            }
            at += 1;
        }
        done(&stretches[start..end], first, last);
    }
}

/// Makes a mark of the points of a group, or counts them where they are not on the screen. Returns how many they are.
fn put(group: &[Stretch], (left, right): (f64, f64), view: &View, lane: &mut Lane) -> usize {
    let points = group.iter().filter(|stretch| !view.is_bar(stretch));
    if view.is_left(right) {
        let count = points.count();
        lane.earlier += count;
        return count;
    }
    if view.is_right(left) {
        let count = points.count();
        lane.later += count;
        return count;
    }
    let mut pending = Pending::at(left, right);
    for point in points {
        pending.take(point);
    }
    let count = pending.entries.len();
    lane.marks.push(pending.mark(view, 0));
    count
}
