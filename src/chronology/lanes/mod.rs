use super::ticks::{Tick, ticks};
use super::time_range::TimeRange;
use super::timeline::{AgencyRows, Open, Stretch, Timeline};
use crate::model::{AgencyId, Certainty, KeyDateId};

/// Points nearer to each other than this are drawn as one.
const APART: f64 = 12.0;
/// A stretch narrower than this is drawn as a point.
const NARROWEST_BAR: f64 = 8.0;
/// How far a bar with an open end reaches to the open side.
const OPEN_REACH: f64 = 40.0;
/// Bars one above the other in a lane; what finds no room in them is drawn together in the last.
const BAR_ROWS: usize = 3;
/// Free room between two bars of a row.
const BETWEEN_BARS: f64 = 2.0;
/// A mark that just leaves the edge is still drawn.
const EDGE: f64 = 12.0;

/// What the timeline shows at one zoom and place, in pixels from its left edge.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lanes {
    pub lanes: Vec<Lane>,
    pub ticks: Vec<Tick>,
    pub key_dates: Vec<KeyLine>,
    /// Entries that have no place because their date was not understood.
    pub undated: usize,
}

/// One agency. Every dated entry is in exactly one mark, or counted as earlier or later.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    pub agency: AgencyId,
    pub name: String,
    pub sector: String,
    /// Points by place, then bars.
    pub marks: Vec<Mark>,
    /// Entries beyond the left and the right edge.
    pub earlier: usize,
    pub later: usize,
    /// Entries whose date was not understood, as indices into `review.entries`.
    pub undated: Vec<u32>,
    /// Rows of bars in use; the points have one row above them.
    pub bar_rows: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A moment, a day, or a stretch too short to be seen as one.
    Point,
    /// A stretch of time.
    Bar,
    /// Several entries too near each other to be told apart; shows their number.
    Cluster,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    pub shape: Shape,
    /// Equal for a point. May lie beyond the edges.
    pub left: f32,
    pub right: f32,
    /// 0: the points' row; from 1: rows of bars.
    pub row: u8,
    /// The edge is not known exactly, or open: it fades instead of ending.
    pub fades_left: bool,
    pub fades_right: bool,
    /// The least certain of its entries.
    pub certainty: Certainty,
    /// Indices into `review.entries`, in order of time; never empty.
    pub entries: Vec<u32>,
}

impl Mark {
    pub fn middle(&self) -> f32 {
        f32::midpoint(self.left, self.right)
    }
}

/// A key date as a vertical line, or as a band where it is not known to the day.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyLine {
    pub key_date: KeyDateId,
    pub kind: String,
    pub label: String,
    pub left: f32,
    pub right: f32,
}

/// Lays the timeline out for `range` on `width` pixels. What is drawn together depends on the zoom only, so that
/// nothing flickers while the timeline is moved. Takes well under 2 ms for 100,000 entries.
pub fn lanes(timeline: &Timeline, range: TimeRange, width: f32) -> Lanes {
    let view = View::of(range, width);
    Lanes {
        lanes: timeline
            .lanes
            .iter()
            .map(|rows| lane(rows, &view))
            .collect(),
        ticks: ticks(range, width),
        key_dates: timeline
            .key_dates
            .iter()
            .map(|date| KeyLine {
                key_date: date.id,
                kind: date.kind.clone(),
                label: date.label.clone(),
                left: view.screen(view.pixel(date.from)),
                right: view.screen(view.pixel(date.until)),
            })
            .filter(|line| line.right >= 0.0 && line.left <= width)
            .collect(),
        undated: timeline.undated(),
    }
}

impl Lanes {
    /// The mark of a lane at `x`, where `row` is under the pointer: the nearest of those at most `reach` pixels away.
    pub fn hit(&self, lane: usize, row: u8, x: f32, reach: f32) -> Option<&Mark> {
        let away = |mark: &Mark| (mark.left - x).max(x - mark.right).max(0.0);
        self.lanes
            .get(lane)?
            .marks
            .iter()
            .filter(|mark| mark.row == row && away(mark) <= reach)
            .min_by(|one, other| {
                let from_middle = |mark: &Mark| (mark.middle() - x).abs();
                away(one)
                    .total_cmp(&away(other))
                    .then(from_middle(one).total_cmp(&from_middle(other)))
            })
    }

    /// Lane and mark that stand for an entry; `None` where it is not on the screen.
    pub fn mark_of(&self, entry: u32) -> Option<(usize, &Mark)> {
        self.lanes.iter().enumerate().find_map(|(at, lane)| {
            let mark = lane
                .marks
                .iter()
                .find(|mark| mark.entries.contains(&entry))?;
            Some((at, mark))
        })
    }
}

/// Time to pixels. Pixels are counted from 1970, so that what is laid out does not depend on the range's place.
struct View {
    per_day: f64,
    left_edge: f64,
    right_edge: f64,
}

impl View {
    fn of(range: TimeRange, width: f32) -> Self {
        let per_day = range.pixels_per_day(width);
        Self {
            per_day,
            left_edge: range.from() * per_day,
            right_edge: range.until() * per_day,
        }
    }

    fn pixel(&self, days: f64) -> f64 {
        days * self.per_day
    }

    fn screen(&self, pixel: f64) -> f32 {
        (pixel - self.left_edge) as f32
    }

    fn is_bar(&self, stretch: &Stretch) -> bool {
        stretch.until - stretch.from > 1.0
            && (stretch.until - stretch.from) * self.per_day >= NARROWEST_BAR
    }
}

fn lane(rows: &AgencyRows, view: &View) -> Lane {
    let mut lane = Lane {
        agency: rows.agency,
        name: rows.name.clone(),
        sector: rows.sector.clone(),
        marks: Vec::new(),
        earlier: 0,
        later: 0,
        undated: rows.undated.clone(),
        bar_rows: 0,
    };
    lay_points(rows, view, &mut lane);
    lay_bars(rows, view, &mut lane);
    lane
}

/// Points from left to right; one nearer than [`APART`] to the first of a group joins it.
fn lay_points(rows: &AgencyRows, view: &View, lane: &mut Lane) {
    let points = &rows.by_middle;
    let mut at = 0;
    while at < points.len() {
        if view.is_bar(&points[at]) {
            at += 1;
            continue;
        }
        let first = view.pixel(points[at].middle());
        let mut last = first;
        let mut count = 0;
        let start = at;
        while at < points.len() {
            if !view.is_bar(&points[at]) {
                let place = view.pixel(points[at].middle());
                if place - first >= APART {
                    break;
                }
                last = place;
                count += 1;
            }
            at += 1;
        }
        if last < view.left_edge - EDGE {
            lane.earlier += count;
        } else if first > view.right_edge + EDGE {
            lane.later += count;
        } else {
            let mut pending = Pending::at(first, last);
            for point in points[start..at].iter().filter(|point| !view.is_bar(point)) {
                pending.take(point);
            }
            lane.marks.push(pending.mark(view, 0));
        }
    }
}

/// Bars from left to right, each in the first row with room; bars of the same extent, and those that find no
/// room, are drawn together.
fn lay_bars(rows: &AgencyRows, view: &View, lane: &mut Lane) {
    let mut open_rows: [Option<Pending>; BAR_ROWS] = [const { None }; BAR_ROWS];
    for stretch in &rows.by_start {
        if stretch.open == Open::Neither && !view.is_bar(stretch) {
            continue;
        }
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
    for (row, bar) in open_rows.into_iter().enumerate() {
        if let Some(bar) = bar {
            finish(bar, row, view, lane);
        }
    }
}

fn finish(bar: Pending, row: usize, view: &View, lane: &mut Lane) {
    if bar.right < view.left_edge - EDGE {
        lane.earlier += bar.entries.len();
    } else if bar.left > view.right_edge + EDGE {
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

/// A mark that may still grow.
struct Pending {
    left: f64,
    right: f64,
    fades_left: bool,
    fades_right: bool,
    certainty: Certainty,
    entries: Vec<u32>,
}

impl Pending {
    fn at(left: f64, right: f64) -> Self {
        Self {
            left,
            right,
            fades_left: false,
            fades_right: false,
            certainty: Certainty::Exact,
            entries: Vec::new(),
        }
    }

    fn take(&mut self, stretch: &Stretch) {
        let soft = matches!(
            stretch.certainty,
            Certainty::Approximate | Certainty::Uncertain
        );
        self.fades_left |= soft || stretch.open == Open::Start;
        self.fades_right |= soft || stretch.open == Open::End;
        if doubt(stretch.certainty) > doubt(self.certainty) {
            self.certainty = stretch.certainty;
        }
        self.entries.push(stretch.entry);
    }

    fn mark(self, view: &View, row: u8) -> Mark {
        let shape = match (self.entries.len(), row) {
            (1, 0) => Shape::Point,
            (1, _) => Shape::Bar,
            _ => Shape::Cluster,
        };
        Mark {
            shape,
            left: view.screen(self.left),
            right: view.screen(self.right),
            row,
            fades_left: self.fades_left,
            fades_right: self.fades_right,
            certainty: self.certainty,
            entries: self.entries,
        }
    }
}

/// How much a reader must doubt it, for the mark of several.
fn doubt(certainty: Certainty) -> u8 {
    match certainty {
        Certainty::Exact => 0,
        Certainty::Approximate => 1,
        Certainty::Inferred => 2,
        Certainty::Uncertain => 3,
    }
}
