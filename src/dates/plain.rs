//! The fast path: whole cells such as `13/03/2012`, `13/03/2012 01:32`, `2012-03-13`, `2012-03-13T01:32`.
//!
//! It answers only where the answer is exact and needs no word to the reader; everything else is left to the
//! grammar, which must give the same answer for what is answered here (a test compares them).

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::{Context, DayOrder};
use crate::model::{Moment, Precision, When};

/// Years before this one are looked at by the grammar.
pub const EARLIEST_YEAR: i32 = 1900;

pub fn read(wording: &str, context: &Context) -> Option<When> {
    let moment = moment(wording.trim_ascii().as_bytes(), context)?;
    Some(understood(wording, moment))
}

fn understood(wording: &str, moment: Moment) -> When {
    When {
        wording: wording.to_owned(),
        earliest: Some(moment),
        latest: Some(moment),
        precision: match moment.time {
            Some(_) => Precision::Minute,
            None => Precision::Day,
        },
        ..When::default()
    }
}

/// A date and a time in two cells.
pub fn read_with_time(wording: &str, date: &str, time: &str, context: &Context) -> Option<When> {
    let day = moment(date.trim_ascii().as_bytes(), context).filter(|day| day.time.is_none())?;
    let time = clock(time.trim_ascii().as_bytes())?;
    Some(understood(wording, Moment::at(day.date, time)))
}

fn moment(text: &[u8], context: &Context) -> Option<Moment> {
    let (date, rest) = if text.get(4) == Some(&b'-') {
        iso(text)?
    } else {
        numeric(text, context)?
    };
    let year = date.year();
    if year < EARLIEST_YEAR || date > context.today {
        return None;
    }
    match rest {
        [] => Some(Moment::day(date)),
        [b' ' | b'T', time @ ..] => Some(Moment::at(date, clock(time)?)),
        _ => None,
    }
}

fn iso(text: &[u8]) -> Option<(NaiveDate, &[u8])> {
    let (year, rest) = number(text, 4, 4)?;
    let (month, rest) = number(rest.strip_prefix(b"-")?, 2, 2)?;
    let (day, rest) = number(rest.strip_prefix(b"-")?, 2, 2)?;
    Some((NaiveDate::from_ymd_opt(year as i32, month, day)?, rest))
}

fn numeric<'a>(text: &'a [u8], context: &Context) -> Option<(NaiveDate, &'a [u8])> {
    let (first, rest) = number(text, 1, 2)?;
    let (&separator, rest) = rest.split_first()?;
    if !matches!(separator, b'/' | b'.' | b'-') {
        return None;
    }
    let (second, rest) = number(rest, 1, 2)?;
    let (year, rest) = number(rest.strip_prefix(&[separator])?, 4, 4)?;
    let (day, month) = match context.order {
        DayOrder::DayFirst => (first, second),
        DayOrder::MonthFirst => (second, first),
    };
    if !context.order_proved && day <= 12 && day != month {
        return None;
    }
    Some((NaiveDate::from_ymd_opt(year as i32, month, day)?, rest))
}

/// `1:32` to `01:32`, to the end of the text. Seconds are left to the grammar.
fn clock(text: &[u8]) -> Option<NaiveTime> {
    let (hour, rest) = number(text, 1, 2)?;
    let (minute, rest) = number(rest.strip_prefix(b":")?, 2, 2)?;
    if rest.is_empty() {
        NaiveTime::from_hms_opt(hour, minute, 0)
    } else {
        None
    }
}

/// A number of `least` to `most` digits, and what follows it.
fn number(text: &[u8], least: usize, most: usize) -> Option<(u32, &[u8])> {
    let mut value = 0;
    let mut length = 0;
    while length < most {
        match text.get(length) {
            Some(digit @ b'0'..=b'9') => value = value * 10 + u32::from(digit - b'0'),
            _ => break,
        }
        length += 1;
    }
    (length >= least).then(|| (value, &text[length..]))
}
