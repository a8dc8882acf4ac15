//! Items → Whens: ranges, open ends and lists put together, with the writer's own doubts.

use super::Context;
use super::ages::{self, AgeKind};
use super::calendar::add_days;
use super::clock::Clock;
use super::grammar::{Item, Shape};
use super::known::{Known, Reasons};
use super::point::{Base, Point};
use super::relative::Target;
use super::resolve::span;
use super::settle::settle;
use super::spoken::spoken_stretch;
use super::time_of_day::set_clock;
use super::tokens::Token;
use super::words::PartOfDay;
use crate::model::{Certainty, Moment, Precision, Span, When};

/// The understanding of one item; `tokens` are those of the whole wording.
pub fn when(item: &Item, tokens: &[Token], context: &Context) -> Result<When, Reasons> {
    let mut known = match (item.shape, &item.second) {
        (Shape::Range, Some(second)) => range(&item.first, second, context)?,
        (Shape::Either, Some(second)) => either(&item.first, second, context)?,
        _ => settle(&item.first, context)?,
    };
    let own = tokens.get(item.from..item.to).unwrap_or_default();
    if own.iter().any(|token| token.circa) {
        known.lower(Certainty::Approximate);
    }
    if own.iter().any(|token| token.doubt) {
        known.lower(Certainty::Uncertain);
    }
    let anchored = matches!(item.first.base, Some(Base::Anchor(_)));
    // “shortly before her death” may be the same day, and “until she was 18” ends before that birthday.
    let at_once = anchored && own.iter().any(|token| token.circa);
    let until_age = matches!(&item.first.base, Some(Base::Age(age)) if age.kind == AgeKind::Years);
    let mut when = match item.shape {
        Shape::At | Shape::Range | Shape::Either => known.into_when(),
        Shape::From => open(known, true, |span| span.earliest),
        Shape::Until if until_age => open(known, false, |span| day_before(span.earliest)),
        Shape::Until => open(known, false, |span| span.latest),
        Shape::After if at_once => open(known, true, |span| span.earliest),
        Shape::Before if at_once => open(known, false, |span| span.latest),
        Shape::After if anchored => open(known, true, |span| day_after(span.earliest)),
        Shape::After => open(known, true, |span| day_after(span.latest)),
        Shape::Before if anchored => open(known, false, |span| day_before(span.latest)),
        Shape::Before => open(known, false, |span| day_before(span.earliest)),
    };
    when.hangs_on = [Some(&item.first), item.second.as_ref()]
        .into_iter()
        .flatten()
        .find_map(|point| anchor_of(point, context))
        .and_then(|index| context.anchors.get(index)?.hangs_on);
    Ok(when)
}

/// The anchor that a point is counted from.
pub fn anchor_of(point: &Point, context: &Context) -> Option<usize> {
    match point.base.as_ref()? {
        Base::Anchor(index) | Base::FromAnchor(_, index) => Some(*index),
        Base::Offset(offset) => match offset.target {
            Target::Anchor(index) => Some(index),
            _ => None,
        },
        Base::Age(age) => ages::birth(age, context).ok(),
        Base::Date(_) | Base::Previous(_) => None,
    }
}

/// A time of day is not moved by a day: “before 21:10” ends at 21:10.
fn day_after(moment: Option<Moment>) -> Option<Moment> {
    moment.map(|moment| match moment.time {
        Some(_) => moment,
        None => Moment::day(add_days(moment.date, 1).unwrap_or(moment.date)),
    })
}

fn day_before(moment: Option<Moment>) -> Option<Moment> {
    moment.map(|moment| match moment.time {
        Some(_) => moment,
        None => Moment::day(add_days(moment.date, -1).unwrap_or(moment.date)),
    })
}

fn open(mut known: Known, forwards: bool, edge: impl Fn(&Span) -> Option<Moment>) -> When {
    let one_sided = |span: &Span| {
        let edge = edge(span);
        if forwards {
            Span {
                earliest: edge,
                latest: None,
            }
        } else {
            Span {
                earliest: None,
                latest: edge,
            }
        }
    };
    let ends = one_sided(&span(&known));
    known.alternatives = known.alternatives.iter().map(one_sided).collect();
    let mut when = known.into_when();
    when.earliest = ends.earliest;
    when.latest = ends.latest;
    when
}

fn range(first: &Point, second: &Point, context: &Context) -> Result<Known, Reasons> {
    if let (None, Some(part @ Clock::Part(_))) = (&first.clock, &second.clock) {
        return part_of_days(first, second, part, context);
    }
    if let (Some(part @ Clock::Part(PartOfDay::Night)), None) = (&first.clock, &second.clock) {
        let start = Point {
            clock: None,
            ..first.clone()
        };
        let known = part_of_days(&start, second, part, context)?;
        if known.precision == Precision::PartOfDay {
            return Ok(known);
        }
    }
    let start = settle(first, context)?;
    let mut end = settle(second, context)?;
    let crosses_midnight = start.is_one_day()
        && end.is_one_day()
        && start.first.date == end.first.date
        && matches!((start.first.time, end.last.time), (Some(from), Some(to)) if to < from);
    if crosses_midnight && let Some(next) = add_days(end.last.date, 1) {
        end.last.date = next;
        end.first.date = next;
        end.infer("The end is earlier in the day than the start, so it was taken as the next day.");
    }
    let mut known = Known::new(start.first.date, start.first.date, Precision::Span);
    if first.base == second.base && first.clock.is_some() && second.clock.is_none() {
        known.warnings.push(
            "The start has a time and the end has none, on the same day. Check what was meant."
                .to_owned(),
        );
        known.lower(Certainty::Uncertain);
    }
    known.first = start.first;
    known.last = end.last;
    known.heed(&start);
    known.heed(&end);
    if backwards(known.first, known.last) {
        known.first = start.first.min(end.first);
        known.last = if start.last.date >= end.last.date {
            start.last
        } else {
            end.last
        };
        known.warnings.push(format!(
            "The end is before the start. It was read as {}; correct it if you know.",
            spoken_stretch(known.first, known.last)
        ));
        known.lower(Certainty::Uncertain);
    } else {
        known.alternatives = other_range(&start, &end);
    }
    known.precision = match (known.first, known.last) {
        (first, last) if first == last => {
            if first.time.is_some() {
                Precision::Minute
            } else {
                Precision::Day
            }
        }
        (first, last)
            if first.time.is_some()
                && last.time.is_some()
                && (first.date == last.date || crosses_midnight) =>
        {
            Precision::PartOfDay
        }
        (first, last) if first.date == last.date => Precision::Day,
        _ => Precision::Span,
    };
    Ok(known)
}

/// “21/11/2012 – 22/11/2012 overnight”
fn part_of_days(
    first: &Point,
    second: &Point,
    part: &Clock,
    context: &Context,
) -> Result<Known, Reasons> {
    let end = Point {
        clock: None,
        ..second.clone()
    };
    let mut known = range(first, &end, context)?;
    set_clock(&mut known, part);
    Ok(known)
}

fn backwards(first: Moment, last: Moment) -> bool {
    first.date > last.date
        || (first.date == last.date
            && matches!((first.time, last.time), (Some(from), Some(to)) if from > to))
}

/// The range in the other order of day and month, where both ends allow it or one is the same in both.
fn other_range(start: &Known, end: &Known) -> Vec<Span> {
    if start.alternatives.is_empty() && end.alternatives.is_empty() {
        return Vec::new();
    }
    let first = start
        .alternatives
        .first()
        .map_or(Some(start.first), |other| other.earliest);
    let last = end
        .alternatives
        .first()
        .map_or(Some(end.last), |other| other.latest);
    match (first, last) {
        (Some(first), Some(last)) if !backwards(first, last) => vec![Span {
            earliest: Some(first),
            latest: Some(last),
        }],
        _ => Vec::new(),
    }
}

/// From the earlier to the later of the two; which of them is not known.
fn either(first: &Point, second: &Point, context: &Context) -> Result<Known, Reasons> {
    let one = settle(first, context)?;
    let other = settle(second, context)?;
    let earliest = one.first.min(other.first);
    let latest = if one.last.date > other.last.date
        || (one.last.date == other.last.date && one.last > other.last)
    {
        one.last
    } else {
        other.last
    };
    let mut known = Known::new(earliest.date, latest.date, Precision::Span);
    known.first = earliest;
    known.last = latest;
    known.heed(&one);
    known.heed(&other);
    known.lower(Certainty::Uncertain);
    if known.is_one_day() {
        known.precision = if earliest.time.is_some() && latest.time.is_some() {
            Precision::PartOfDay
        } else {
            Precision::Day
        };
    }
    Ok(known)
}
