//! How knowledge of a fact passed from agency to agency, drawn: lanes over time, a mark where each learnt of it, an arrow
//! from the lane of the agency that shared it.

use super::{Cell, FactRow, Knowledge, in_time};
use crate::chronology::ticks::{Tick, ticks};
use crate::chronology::time_range::{TimeRange, days_of};
use crate::chronology::timeline::{NO_EVENT, Open, Signs, Stretch};
use crate::model::{AgencyId, Certainty, EntryId, FactId, KnowingId, Moment, Review};

/// Narrower than this, in pixels, a span of time is drawn as a point.
const LEAST_BAR: f32 = 14.0;
/// How far a span with an open end reaches to the open side, in pixels.
const OPEN_REACH: f32 = 36.0;
/// How far an arrow to the next lane bows out, in pixels, and how much more for each lane between.
const BOW: f32 = 10.0;
const BOW_PER_LANE: f32 = 5.0;
const WIDEST_BOW: f32 = 44.0;
/// Free time on either side of what is drawn, as a part of the whole, and at least, in days.
const ROOM: f64 = 0.04;
const LEAST_ROOM: f64 = 2.0;

/// What is drawn of one fact, in days; made once a revision and laid out for each width.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Passing {
    /// Agencies that knew, in order of when they learnt of it; then those whose records only speak of it.
    pub lanes: Vec<PassingLane>,
    arrows: Vec<Arrow>,
    key_dates: Vec<(String, f64)>,
    range: Option<TimeRange>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct PassingLane {
    pub agency: AgencyId,
    pub name: String,
    /// Lines of who knew what without a date that is understood: they have no place on the time scale.
    pub undated: usize,
    learnt: Vec<Learnt>,
    /// Middles of the records that state it, in order.
    mentions: Vec<(f64, EntryId)>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Learnt {
    knowing: KnowingId,
    stretch: Stretch,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Arrow {
    knowing: KnowingId,
    from: usize,
    to: usize,
    stretch: Stretch,
}

/// [`Passing`] in pixels from the left edge of the time scale.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LaidPassing {
    /// One for each of [`Passing::lanes`].
    pub lanes: Vec<LaidLane>,
    pub arrows: Vec<LaidArrow>,
    pub ticks: Vec<Tick>,
    /// Key dates among what is drawn, from left to right.
    pub key_dates: Vec<(String, f32)>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct LaidLane {
    pub learnt: Vec<LaidKnowing>,
    /// Where its records speak of it, at most one a pixel, with the first record there.
    pub mentions: Vec<(f32, EntryId)>,
}

/// Where an agency learnt of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LaidKnowing {
    pub knowing: KnowingId,
    /// Equal for a point.
    pub left: f32,
    pub right: f32,
    pub fades_left: bool,
    pub fades_right: bool,
    pub certainty: Certainty,
}

impl LaidKnowing {
    pub fn middle(&self) -> f32 {
        f32::midpoint(self.left, self.right)
    }

    pub fn is_point(&self) -> bool {
        self.right <= self.left
    }
}

/// From the giver's lane to the receiver's, where the receiver learnt of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LaidArrow {
    pub knowing: KnowingId,
    /// Numbers of lanes.
    pub from: usize,
    pub to: usize,
    pub x: f32,
    /// How far it bows out to the left; negative: to the right. Arrows over more lanes bow further, so that those of one
    /// moment can be told apart.
    pub bow: f32,
}

impl Passing {
    pub fn of(review: &Review, knowledge: &Knowledge, row: &FactRow) -> Self {
        let mut lanes: Vec<PassingLane> = Vec::new();
        for agency in in_order_of_knowing(review, knowledge, row) {
            let at = knowledge.agencies.iter().position(|known| *known == agency);
            let cell = at.and_then(|at| row.cells.get(at));
            lanes.push(lane(review, row.fact, agency, cell));
        }
        let arrows = arrows(review, row.fact, &lanes);
        let ends = lanes.iter().flat_map(|lane| {
            let learnt = lane.learnt.iter();
            let learnt = learnt.flat_map(|learnt| [learnt.stretch.from, learnt.stretch.until]);
            learnt.chain(lane.mentions.iter().map(|(day, _)| *day))
        });
        let key_dates = key_dates(review);
        let death = key_dates.iter().filter(|(kind, ..)| kind == "death");
        let range = around(ends.chain(death.map(|(_, _, day)| *day)));
        Self {
            range: range.filter(|_| !lanes.is_empty()),
            lanes,
            arrows,
            key_dates: key_dates
                .into_iter()
                .map(|(_, label, day)| (label, day))
                .collect(),
        }
    }

    /// `width`: of the time scale, in pixels. Nothing where nothing has a date.
    pub fn laid(&self, width: f32) -> LaidPassing {
        let Some(range) = self.range else {
            return LaidPassing::default();
        };
        let lanes = self.lanes.iter().map(|lane| lane.laid(range, width));
        let arrows = self.arrows.iter().map(|arrow| {
            let x = place(&arrow.stretch, arrow.knowing, range, width).middle();
            let lanes_between = arrow.from.abs_diff(arrow.to).saturating_sub(1) as f32;
            let bow = (BOW + BOW_PER_LANE * lanes_between).min(WIDEST_BOW);
            LaidArrow {
                knowing: arrow.knowing,
                from: arrow.from,
                to: arrow.to,
                x,
                bow: if x < bow { -bow } else { bow },
            }
        });
        let within = |day: f64| (range.from()..=range.until()).contains(&day);
        let key_dates = self.key_dates.iter().filter(|(_, day)| within(*day));
        LaidPassing {
            lanes: lanes.collect(),
            arrows: arrows.collect(),
            ticks: ticks(range, width),
            key_dates: key_dates
                .map(|(label, day)| (label.clone(), range.x(width, *day)))
                .collect(),
        }
    }
}

impl PassingLane {
    fn laid(&self, range: TimeRange, width: f32) -> LaidLane {
        let learnt = self.learnt.iter();
        let mut mentions: Vec<(f32, EntryId)> = Vec::new();
        for (day, entry) in &self.mentions {
            let x = range.x(width, *day).round();
            if mentions.last().is_none_or(|(last, _)| *last < x) {
                mentions.push((x, *entry));
            }
        }
        LaidLane {
            learnt: learnt
                .map(|learnt| place(&learnt.stretch, learnt.knowing, range, width))
                .collect(),
            mentions,
        }
    }
}

fn place(stretch: &Stretch, knowing: KnowingId, range: TimeRange, width: f32) -> LaidKnowing {
    let (mut left, mut right) = (range.x(width, stretch.from), range.x(width, stretch.until));
    let guessed = stretch.certainty != Certainty::Exact;
    match stretch.open {
        Open::Start => left = (right - OPEN_REACH).max(0.0),
        Open::End => right = (left + OPEN_REACH).min(width),
        Open::Neither if right - left < LEAST_BAR => {
            left = f32::midpoint(left, right);
            right = left;
        }
        Open::Neither => {}
    }
    LaidKnowing {
        knowing,
        left,
        right,
        fades_left: guessed || stretch.open == Open::Start,
        fades_right: guessed || stretch.open == Open::End,
        certainty: stretch.certainty,
    }
}

/// Those that knew by when they learnt of it, each once; then those whose records state it.
fn in_order_of_knowing(review: &Review, knowledge: &Knowledge, row: &FactRow) -> Vec<AgencyId> {
    let mut order: Vec<AgencyId> = Vec::new();
    for knowing in in_time(review, row.fact) {
        // Who shared it knew it, even where nothing else is entered.
        for agency in knowing.from.into_iter().chain([knowing.agency]) {
            if !order.contains(&agency) {
                order.push(agency);
            }
        }
    }
    for (agency, cell) in knowledge.agencies.iter().zip(&row.cells) {
        if !order.contains(agency) && cell.stated().next().is_some() {
            order.push(*agency);
        }
    }
    order
}

fn lane(review: &Review, fact: FactId, agency: AgencyId, cell: Option<&Cell>) -> PassingLane {
    let known = review.agency(agency);
    let mut lane = PassingLane {
        agency,
        name: known.map_or_else(String::new, |agency| agency.name.clone()),
        undated: 0,
        learnt: Vec::new(),
        mentions: Vec::new(),
    };
    for knowing in in_time(review, fact) {
        if knowing.agency != agency {
            continue;
        }
        match Stretch::of(&knowing.when, NO_EVENT, &Signs::default()) {
            Some(stretch) => lane.learnt.push(Learnt {
                knowing: knowing.id,
                stretch,
            }),
            None => lane.undated += 1,
        }
    }
    for entry in cell.into_iter().flat_map(Cell::stated) {
        let when = review.entry(entry).map(|entry| &entry.when);
        let stretch = when.and_then(|when| Stretch::of(when, NO_EVENT, &Signs::default()));
        lane.mentions
            .extend(stretch.map(|stretch| (stretch.middle(), entry)));
    }
    lane.mentions
        .sort_by(|one, other| one.0.total_cmp(&other.0));
    lane
}

fn arrows(review: &Review, fact: FactId, lanes: &[PassingLane]) -> Vec<Arrow> {
    let at = |agency: AgencyId| lanes.iter().position(|lane| lane.agency == agency);
    let shared = in_time(review, fact).into_iter().filter_map(|knowing| {
        let stretch = Stretch::of(&knowing.when, NO_EVENT, &Signs::default())?;
        let (from, to) = (at(knowing.from?)?, at(knowing.agency)?);
        (from != to).then_some(Arrow {
            knowing: knowing.id,
            from,
            to,
            stretch,
        })
    });
    shared.collect()
}

/// Kind, label and day of the dates of the case: the death, and those the chair added; not the steps of the process.
fn key_dates(review: &Review) -> Vec<(String, String, f64)> {
    let mut dates: Vec<(String, String, f64)> = review
        .key_dates
        .iter()
        .filter(|date| date.kind.is_empty() || date.kind == "death")
        .filter_map(|date| {
            let moment: Moment = date.when.earliest.or(date.when.latest)?;
            Some((date.kind.clone(), date.label.clone(), days_of(moment)))
        })
        .collect();
    dates.sort_by(|one, other| one.2.total_cmp(&other.2));
    dates
}

fn around(days: impl Iterator<Item = f64>) -> Option<TimeRange> {
    let (first, last) = days.fold((f64::INFINITY, f64::NEG_INFINITY), |(first, last), day| {
        (first.min(day), last.max(day))
    });
    (first <= last).then(|| {
        let room = ((last - first) * ROOM).max(LEAST_ROOM);
        TimeRange::new(first - room, last + room)
    })
}
