//! EDTF (ISO 8601-2), where it reaches.
//!
//! EDTF has no half-open times, no part of a day and no mark for what was inferred: a part of a day becomes its day,
//! and an inferred date carries no mark. Approximate is `~`, uncertain `?`.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use super::calendar::{last_of_month, months};
use crate::model::{Certainty, Moment, Precision, Span, When};

/// The first season code of EDTF level 1 (spring) and the first quarter of level 2.
const SPRING: u32 = 21;
const FIRST_QUARTER: u32 = 33;

/// `None`: not understood.
pub fn edtf(when: &When) -> Option<String> {
    of_span(
        &Span {
            earliest: when.earliest,
            latest: when.latest,
        },
        when.precision,
        when.certainty,
    )
}

pub fn of_span(span: &Span, precision: Precision, certainty: Certainty) -> Option<String> {
    let mark = match certainty {
        Certainty::Exact | Certainty::Inferred => "",
        Certainty::Approximate => "~",
        Certainty::Uncertain => "?",
    };
    match (span.earliest, span.latest) {
        (None, None) => None,
        (Some(first), None) => Some(format!("{}{mark}/..", day(first.date)?)),
        (None, Some(last)) => Some(format!("../{}{mark}", day(last.date)?)),
        (Some(first), Some(last)) => both_ends(first, last, precision, mark),
    }
}

fn both_ends(first: Moment, last: Moment, precision: Precision, mark: &str) -> Option<String> {
    let (from, to) = (first.date, last.date);
    let year = from.year();
    if !(0..=9999).contains(&year) || !(0..=9999).contains(&to.year()) {
        return None;
    }
    let is = |stretch: Option<(NaiveDate, NaiveDate)>| stretch == Some((from, to));
    if first == last
        && let Some(time) = first.time
    {
        let (hour, minute) = (time.hour(), time.minute());
        return Some(format!("{}T{hour:02}:{minute:02}:00{mark}", day(from)?));
    }
    if from == to {
        return Some(format!("{}{mark}", day(from)?));
    }
    let month = from.month();
    match precision {
        Precision::Month if is(months(year, month, month)) => {
            Some(format!("{year:04}-{month:02}{mark}"))
        }
        Precision::Year if is(months(year, 1, 12)) => Some(format!("{year:04}{mark}")),
        Precision::Decade if year % 10 == 0 && is(months(year, 1, 120)) => {
            Some(format!("{:03}X{mark}", year / 10))
        }
        Precision::Season if month % 3 == 0 && is(months(year, month, month + 2)) => {
            Some(format!("{year:04}-{:02}{mark}", SPRING - 1 + month / 3))
        }
        Precision::Quarter if month % 3 == 1 && is(months(year, month, month + 2)) => {
            Some(format!("{year:04}-{:02}{mark}", FIRST_QUARTER + month / 3))
        }
        _ => Some(format!("{}{mark}/{}{mark}", day(from)?, day(to)?)),
    }
}

fn day(date: NaiveDate) -> Option<String> {
    (0..=9999)
        .contains(&date.year())
        .then(|| date.format("%Y-%m-%d").to_string())
}

/// Levels 0 and 1 and the season and quarter codes of level 2; the wording is the notation itself.
/// `%` (approximate and uncertain) is read as uncertain.
pub fn from_edtf(notation: &str) -> Option<When> {
    let mut when = match notation.split_once('/') {
        None => {
            let part = part(notation)?;
            part.when()
        }
        Some((start, end)) => interval(start, end)?,
    };
    notation.clone_into(&mut when.wording);
    Some(when)
}

fn interval(start: &str, end: &str) -> Option<When> {
    let is_open = |text: &str| text.is_empty() || text == "..";
    match (is_open(start), is_open(end)) {
        (true, true) => None,
        (true, false) => {
            let mut when = part(end)?.when();
            when.earliest = None;
            Some(when)
        }
        (false, true) => {
            let mut when = part(start)?.when();
            when.latest = None;
            Some(when)
        }
        (false, false) => {
            let (from, to) = (part(start)?, part(end)?);
            if from.first > to.last {
                return None;
            }
            let certainty = if from.certainty == Certainty::Exact {
                to.certainty
            } else {
                from.certainty
            };
            Some(When {
                earliest: Some(from.first),
                latest: Some(to.last),
                precision: Precision::Span,
                certainty,
                ..When::default()
            })
        }
    }
}

struct Part {
    first: Moment,
    last: Moment,
    precision: Precision,
    certainty: Certainty,
}

impl Part {
    fn when(&self) -> When {
        When {
            earliest: Some(self.first),
            latest: Some(self.last),
            precision: self.precision,
            certainty: self.certainty,
            ..When::default()
        }
    }
}

fn part(text: &str) -> Option<Part> {
    let (body, certainty) = match text.strip_suffix(['?', '~', '%']) {
        None => (text, Certainty::Exact),
        Some(body) if text.ends_with('~') => (body, Certainty::Approximate),
        Some(body) => (body, Certainty::Uncertain),
    };
    let made = |(first, last): (NaiveDate, NaiveDate), precision| {
        Some(Part {
            first: Moment::day(first),
            last: Moment::day(last),
            precision,
            certainty,
        })
    };
    if let Some((date, time)) = body.split_once('T') {
        let date = whole_day(date)?;
        let time = NaiveTime::parse_from_str(time, "%H:%M:%S")
            .or_else(|_| NaiveTime::parse_from_str(time, "%H:%M"))
            .ok()?;
        let moment = Moment::at(date, time.with_second(0)?);
        return Some(Part {
            first: moment,
            last: moment,
            precision: Precision::Minute,
            certainty,
        });
    }
    let mut pieces = body.split('-');
    let (year, month, day) = (pieces.next()?, pieces.next(), pieces.next());
    if pieces.next().is_some() || year.len() != 4 {
        return None;
    }
    if let Some(decade) = year.strip_suffix('X').filter(|_| month.is_none()) {
        return made(
            months(digits(decade, 3)? as i32 * 10, 1, 120)?,
            Precision::Decade,
        );
    }
    let year = digits(year, 4)? as i32;
    match (month, day) {
        (None, None) | (Some("XX"), None | Some("XX")) => {
            made(months(year, 1, 12)?, Precision::Year)
        }
        (Some(month), None | Some("XX")) => match digits(month, 2)? {
            month @ 1..=12 => made(months(year, month, month)?, Precision::Month),
            season @ 21..=24 if day.is_none() => {
                let month = (season - SPRING + 1) * 3;
                made(months(year, month, month + 2)?, Precision::Season)
            }
            quarter @ 33..=36 if day.is_none() => {
                let month = (quarter - FIRST_QUARTER) * 3 + 1;
                made(months(year, month, month + 2)?, Precision::Quarter)
            }
            _ => None,
        },
        (Some(_), Some(_)) => {
            let date = whole_day(body)?;
            made((date, date), Precision::Day)
        }
        (None, Some(_)) => None,
    }
}

fn whole_day(text: &str) -> Option<NaiveDate> {
    let mut pieces = text.splitn(3, '-');
    let year = digits(pieces.next()?, 4)? as i32;
    let month = digits(pieces.next()?, 2)?;
    let day = digits(pieces.next()?, 2)?;
    let date = NaiveDate::from_ymd_opt(year, month, day)?;
    (date <= last_of_month(date)).then_some(date)
}

fn digits(text: &str, length: usize) -> Option<u32> {
    (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}
