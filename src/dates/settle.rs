//! A point → a stretch of time: from its own date, from an anchor or from the entry above, with its time of day.

use chrono::{Datelike, Duration, NaiveDate, Weekday};

use super::Context;
use super::ages::{self, Age, AgeKind};
use super::calendar::{
    add_days, add_months, first_of_month, last_of_month, monday, months, weekday_name,
};
use super::known::{Known, Reasons};
use super::point::{Base, Point};
use super::relative::{FromPrevious, Offset, Side, Target};
use super::resolve::resolve;
use super::spoken::{spoken_date, spoken_stretch};
use super::time_of_day::set_clock;
use super::words::Unit;
use crate::model::{Certainty, Moment, Precision};

pub fn settle(point: &Point, context: &Context) -> Result<Known, Reasons> {
    let mut known = match &point.base {
        Some(Base::Date(partial)) => {
            let mut partial = partial.as_ref().clone();
            partial.weekday = partial.weekday.or(point.weekday);
            resolve(&partial, context)?
        }
        Some(Base::Anchor(index)) => anchored(*index, context)?,
        Some(Base::Offset(offset)) => count_off(offset, context)?,
        Some(Base::Previous(from)) => from_previous(*from, context)?,
        Some(Base::FromAnchor(from, index)) => from_anchor(*from, *index, context)?,
        Some(Base::Age(age)) => at_age(age, context)?,
        None => time_alone(point.weekday, context)?,
    };
    if let Some(clock) = &point.clock {
        set_clock(&mut known, clock);
    }
    for sentence in &point.assumed {
        known.infer(sentence.clone());
    }
    if point.foreign_time {
        known.infer(
            "The time was given in universal time or with an offset and was kept as written.",
        );
    }
    Ok(known)
}

fn previous(context: &Context, what: &str) -> Result<NaiveDate, Reasons> {
    context.previous.ok_or_else(|| {
        vec![format!("{what}, and there is no entry above with a date to count from. Add the date if you know it.")]
    })
}

fn time_alone(weekday: Option<Weekday>, context: &Context) -> Result<Known, Reasons> {
    let date = previous(context, "Only a time is given")?;
    if let Some(weekday) = weekday.filter(|weekday| date.weekday() != *weekday) {
        return Err(vec![format!(
            "“{}” names no date, and the entry above ({}) is another weekday. Add the date if you know it.",
            weekday_name(weekday),
            spoken_date(date)
        )]);
    }
    let mut known = Known::new(date, date, Precision::Day);
    known.infer(format!(
        "The date was taken from the entry above ({}).",
        spoken_date(date)
    ));
    Ok(known)
}

/// The stretch of an anchor, without saying where it comes from.
fn anchor_span(index: usize, context: &Context) -> Result<(Known, &str), Reasons> {
    let anchor = context.anchors.get(index).ok_or_else(Vec::new)?;
    match (anchor.when.earliest, anchor.when.latest) {
        (Some(first), Some(last)) => {
            let mut known = Known::new(first.date, last.date, anchor.when.precision);
            known.certainty = match anchor.when.certainty {
                Certainty::Exact => Certainty::Inferred,
                other => other,
            };
            Ok((known, &anchor.name))
        }
        _ => Err(vec![format!(
            "It hangs on “{}”, which has no date yet. Give that event a date.",
            anchor.name
        )]),
    }
}

fn anchored(index: usize, context: &Context) -> Result<Known, Reasons> {
    let (mut known, name) = anchor_span(index, context)?;
    known.infer(format!(
        "The date is that of “{name}” ({}).",
        spoken_stretch(known.first, known.last)
    ));
    Ok(known)
}

/// From a birthday up to the day before another, where the context has the date of birth.
fn at_age(age: &Age, context: &Context) -> Result<Known, Reasons> {
    let birth = ages::birth(age, context).map_err(|reason| vec![reason])?;
    let (born, name) = anchor_span(birth, context)?;
    let (first, last) = age
        .days(born.first.date, born.last.date)
        .ok_or_else(|| vec!["This age leads beyond the calendar.".to_owned()])?;
    let precision = if first == last {
        Precision::Day
    } else {
        Precision::Span
    };
    let mut known = Known::new(first, last, precision);
    known.heed(&born);
    known.infer(format!(
        "Counted as {} from “{name}” ({}).",
        age.words(),
        spoken_stretch(born.first, born.last)
    ));
    if age.kind == AgeKind::Stage {
        known.lower(Certainty::Approximate);
    }
    Ok(known)
}

fn count_off(offset: &Offset, context: &Context) -> Result<Known, Reasons> {
    if matches!(offset.unit, Unit::Hour | Unit::Minute) {
        if let Target::Anchor(index) = offset.target
            && let Some(known) = hours_from(offset, index, context)
        {
            return Ok(known);
        }
        return Err(vec![
            "It is counted in hours or minutes from another event. Give the date and time if you know them.".to_owned(),
        ]);
    }
    let (target, sentence) = match &offset.target {
        Target::Anchor(index) => {
            let (known, name) = anchor_span(*index, context)?;
            let sentence = format!(
                "Counted from “{name}” ({}).",
                spoken_stretch(known.first, known.last)
            );
            (known, Some(sentence))
        }
        Target::Date(partial) => (resolve(partial, context)?, None),
        Target::Previous => {
            let date = previous(context, "It counts from another entry")?;
            let sentence = format!("Counted from the entry above ({}).", spoken_date(date));
            (Known::new(date, date, Precision::Day), Some(sentence))
        }
    };
    let ends = match (&offset.target, offset.side, offset.stretch) {
        // “the week before Christmas” ends where Christmas begins.
        (Target::Date(_), Side::Before, true) if !target.is_one_day() => {
            shift(target.first.date, -offset.most, offset.unit).zip(target.first.date.pred_opt())
        }
        (Target::Date(_), Side::After, true) if !target.is_one_day() => target
            .last
            .date
            .succ_opt()
            .zip(shift(target.last.date, offset.most, offset.unit)),
        _ => far_ends(offset, target.first.date, target.last.date),
    };
    let (first, last) = ends.ok_or_else(|| {
        vec!["The count leads beyond the calendar. Correct it if you know the date.".to_owned()]
    })?;
    let precision = match (offset.stretch, offset.unit) {
        _ if first == last => Precision::Day,
        (false, Unit::Month) if offset.least == offset.most && last == last_of_month(first) => {
            Precision::Month
        }
        _ => Precision::Span,
    };
    let mut known = Known::new(first, last, precision);
    known.heed(&target);
    if let Some(sentence) = sentence {
        known.infer(sentence);
    }
    if let Some(assumed) = &offset.assumed {
        known.infer(assumed.clone());
    }
    let rounded = !offset.stretch && matches!(offset.unit, Unit::Month | Unit::Year);
    if offset.vague || rounded || offset.least != offset.most {
        known.lower(Certainty::Approximate);
    }
    Ok(known)
}

/// Hours and minutes from an anchor whose time of day is known.
fn hours_from(offset: &Offset, index: usize, context: &Context) -> Option<Known> {
    let anchor = context.anchors.get(index)?;
    let minutes_each = if offset.unit == Unit::Hour { 60 } else { 1 };
    let at = |moment: Option<Moment>, count: i64| {
        let moment = moment?;
        let minutes = Duration::try_minutes(count.checked_mul(minutes_each)?)?;
        let then = moment
            .date
            .and_time(moment.time?)
            .checked_add_signed(minutes)?;
        Some(Moment::at(then.date(), then.time()))
    };
    let (start, end) = (anchor.when.earliest, anchor.when.latest);
    let (near, far) = (offset.least, offset.most);
    let (first, last) = match (offset.side, offset.stretch) {
        (Side::Either, _) => (at(start, -far)?, at(end, far)?),
        (Side::Before, true) => (at(start, -far)?, at(end, 0)?),
        (Side::After, true) => (at(start, 0)?, at(end, far)?),
        (Side::Before, false) => (at(start, -far)?, at(end, -near)?),
        (Side::After, false) => (at(start, near)?, at(end, far)?),
    };
    let mut known = Known::new(first.date, last.date, Precision::PartOfDay);
    known.first = first;
    known.last = last;
    if first == last {
        known.precision = Precision::Minute;
    } else if first.date != last.date {
        known.precision = Precision::Span;
    }
    known.certainty = match anchor.when.certainty {
        Certainty::Exact => Certainty::Inferred,
        other => other,
    };
    known.infer(format!(
        "Counted from “{}” ({}).",
        anchor.name,
        spoken_stretch(start?, end?)
    ));
    if let Some(assumed) = &offset.assumed {
        known.infer(assumed.clone());
        known.lower(Certainty::Approximate);
    }
    Some(known)
}

/// A count in months is good to the month, one in years to half a year either side; a stretch runs up to the target.
fn far_ends(offset: &Offset, first: NaiveDate, last: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let (near, far) = (offset.least, offset.most);
    let before = |date, count: i64| shift(date, -count, offset.unit);
    let after = |date, count| shift(date, count, offset.unit);
    let (start, end) = match (offset.side, offset.stretch) {
        (Side::Either, _) => return Some((before(first, far)?, after(last, far)?)),
        (Side::After, true) => return Some((first, after(last, far)?)),
        (Side::Before, true) => return Some((before(first, far)?, last)),
        (Side::After, false) => (after(first, near)?, after(last, far)?),
        (Side::Before, false) => (before(first, far)?, before(last, near)?),
    };
    match offset.unit {
        Unit::Month => Some((first_of_month(start), last_of_month(end))),
        Unit::Year if (last - first).num_days() < 300 => Some((
            first_of_month(add_months(start, -6)?),
            last_of_month(add_months(end, 6)?),
        )),
        _ => Some((start, end)),
    }
}

fn shift(date: NaiveDate, count: i64, unit: Unit) -> Option<NaiveDate> {
    match unit {
        Unit::Minute | Unit::Hour => None,
        Unit::Day => add_days(date, count),
        Unit::Week => add_days(date, count.checked_mul(7)?),
        Unit::Month => add_months(date, count),
        Unit::Year => add_months(date, count.checked_mul(12)?),
    }
}

fn from_previous(from: FromPrevious, context: &Context) -> Result<Known, Reasons> {
    let date = previous(context, "It refers to another entry")?;
    let origin = format!("the entry above ({})", spoken_date(date));
    from_date(from, date, &origin)
}

/// “the next day” of an event that was given, in place of the entry above.
fn from_anchor(from: FromPrevious, index: usize, context: &Context) -> Result<Known, Reasons> {
    let (event, name) = anchor_span(index, context)?;
    let origin = format!("“{name}” ({})", spoken_stretch(event.first, event.last));
    let mut known = from_date(from, event.first.date, &origin)?;
    if !event.is_one_day() {
        let end = from_date(from, event.last.date, &origin)?;
        known.last = end.last;
        known.precision = Precision::Span;
    }
    known.heed(&event);
    Ok(known)
}

fn from_date(from: FromPrevious, date: NaiveDate, origin: &str) -> Result<Known, Reasons> {
    let (first, last, precision) = days_from_previous(from, date).ok_or_else(|| {
        vec!["It leads beyond the calendar. Correct it if you know the date.".to_owned()]
    })?;
    let mut known = Known::new(first, last, precision);
    let verb = if from == FromPrevious::Same {
        "taken"
    } else {
        "counted"
    };
    known.infer(format!("The date was {verb} from {origin}."));
    Ok(known)
}

fn days_from_previous(
    from: FromPrevious,
    date: NaiveDate,
) -> Option<(NaiveDate, NaiveDate, Precision)> {
    let day = |date| Some((date, date, Precision::Day));
    match from {
        FromPrevious::Same => day(date),
        FromPrevious::SameUnit(unit) => unit_of(date, unit),
        FromPrevious::RestOf(unit) => {
            let (_, last, _) = unit_of(date, unit)?;
            Some((date, last, Precision::Span))
        }
        FromPrevious::StartOf(unit) => {
            let (first, _, _) = unit_of(date, unit)?;
            Some((
                first,
                date,
                if first == date {
                    Precision::Day
                } else {
                    Precision::Span
                },
            ))
        }
        FromPrevious::NextWeekend => {
            let ahead = (5 - i64::from(date.weekday().num_days_from_monday())).rem_euclid(7);
            let saturday = add_days(date, if ahead == 0 { 7 } else { ahead })?;
            Some((saturday, saturday.succ_opt()?, Precision::Span))
        }
        FromPrevious::BeforeWeekend => {
            let sunday = add_days(monday(date)?, -1)?;
            Some((sunday.pred_opt()?, sunday, Precision::Span))
        }
        FromPrevious::Next(unit) => unit_of(unit_of(date, unit)?.1.succ_opt()?, unit),
        FromPrevious::Before(unit) => unit_of(unit_of(date, unit)?.0.pred_opt()?, unit),
        FromPrevious::NextWeekday(weekday) => {
            let ahead = i64::from(weekday.num_days_from_monday())
                - i64::from(date.weekday().num_days_from_monday());
            day(add_days(date, (ahead + 6).rem_euclid(7) + 1)?)
        }
        FromPrevious::BeforeWeekday(weekday) => {
            let back = i64::from(date.weekday().num_days_from_monday())
                - i64::from(weekday.num_days_from_monday());
            day(add_days(date, -((back + 6).rem_euclid(7) + 1))?)
        }
    }
}

/// The calendar day, week (Monday to Sunday), month or year that holds a date.
fn unit_of(date: NaiveDate, unit: Unit) -> Option<(NaiveDate, NaiveDate, Precision)> {
    match unit {
        Unit::Minute | Unit::Hour => None,
        Unit::Day => Some((date, date, Precision::Day)),
        Unit::Week => {
            let start = monday(date)?;
            Some((start, add_days(start, 6)?, Precision::Span))
        }
        Unit::Month => Some((first_of_month(date), last_of_month(date), Precision::Month)),
        Unit::Year => {
            let (first, last) = months(date.year(), 1, 12)?;
            Some((first, last, Precision::Year))
        }
    }
}
