//! Times that have a name – lockdowns, Christmas, school terms – as the template lists them.
//!
//! `from` and `until` of a [`Period`] are a day of one year (`2020-03-23`), a day of every year (`12-24`), a day counted
//! from Easter Sunday (`easter`, `easter-2`), or a weekday of a month (`last monday of may`, `third sunday of june + 1`).
//! A period of every year whose end lies before its start runs into the next year. It then goes by the year in
//! which the larger part of it lies (New Year 2014 began in 2013), and where more than a month of it lies in the other year,
//! that reading is given too.

use chrono::{Datelike, NaiveDate, Weekday};

use super::calendar::{add_days, last_of_month};
use super::cursor::Cursor;
use super::partial::{Form, Partial};
use super::words::{Word, meaning};
use crate::model::Period;

/// A day as a template writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DayRule {
    Once(NaiveDate),
    EveryYear {
        month: u32,
        day: u32,
    },
    Easter(i64),
    /// `nth` from 1; 0 is the last.
    OfMonth {
        nth: u8,
        weekday: Weekday,
        month: u32,
        plus: i64,
    },
}

impl DayRule {
    fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Ok(date) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
            return Some(Self::Once(date));
        }
        if let Some((month, day)) = text.split_once('-')
            && let (Ok(month), Ok(day)) = (month.parse(), day.parse())
        {
            // A leap year, so that 29 February may stand.
            NaiveDate::from_ymd_opt(2000, month, day)?;
            return Some(Self::EveryYear { month, day });
        }
        let (rule, plus) = match text.find(['+', '-']) {
            Some(at) => {
                let count: i64 = text[at + 1..].trim().parse().ok()?;
                let sign = if text[at..].starts_with('-') { -1 } else { 1 };
                (text[..at].trim(), sign * count.min(366))
            }
            None => (text, 0),
        };
        if rule == "easter" {
            return Some(Self::Easter(plus));
        }
        let words: Vec<&str> = rule.split_whitespace().collect();
        let [nth, weekday, "of", month] = words[..] else {
            return None;
        };
        let nth = ["last", "first", "second", "third", "fourth"]
            .iter()
            .position(|word| *word == nth)?;
        match (meaning(weekday), meaning(month)) {
            (Word::Weekday(weekday), Word::Month(month)) => Some(Self::OfMonth {
                nth: nth as u8,
                weekday,
                month,
                plus,
            }),
            _ => None,
        }
    }

    fn in_year(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Once(date) => Some(date),
            Self::EveryYear { month, day } => NaiveDate::from_ymd_opt(year, month, day)
                .or_else(|| NaiveDate::from_ymd_opt(year, month, 1).map(last_of_month)),
            Self::Easter(plus) => add_days(easter(year)?, plus),
            Self::OfMonth {
                nth: 0,
                weekday,
                month,
                plus,
            } => {
                let last = last_of_month(NaiveDate::from_ymd_opt(year, month, 1)?);
                let back = (7 + i64::from(last.weekday().num_days_from_monday())
                    - i64::from(weekday.num_days_from_monday()))
                    % 7;
                add_days(last, plus - back)
            }
            Self::OfMonth {
                nth,
                weekday,
                month,
                plus,
            } => add_days(
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth)?,
                plus,
            ),
        }
    }

    fn is_once(self) -> bool {
        matches!(self, Self::Once(_))
    }
}

/// Easter Sunday of the western churches (the anonymous Gregorian computus).
pub fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (
        year.rem_euclid(19),
        year.div_euclid(100),
        year.rem_euclid(100),
    );
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let g = (8 * b + 13).div_euclid(25);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(sum / 31).ok()?,
        u32::try_from(sum % 31 + 1).ok()?,
    )
}

/// What is wrong with a period of a template: the field, and why.
pub fn fault_of_period(period: &Period) -> Option<(&'static str, String)> {
    let unread = |field, text: &str| {
        Some((
            field,
            format!(
                "“{text}” is no day. Write 2020-03-23 for one year, 12-24 for every year, easter-2, or last monday of may."
            ),
        ))
    };
    let Some(from) = DayRule::of(&period.from) else {
        return unread("from", &period.from);
    };
    let Some(until) = DayRule::of(&period.until) else {
        return unread("until", &period.until);
    };
    match (from, until) {
        (DayRule::Once(from), DayRule::Once(until)) if until < from => {
            Some(("until", "The period ends before it begins.".to_owned()))
        }
        _ if from.is_once() != until.is_once() => Some((
            "until",
            "One end names a year and the other does not. Write both with a year, or both without."
                .to_owned(),
        )),
        _ => None,
    }
}

/// Whether the period is one of a certain year.
pub fn is_of_one_year(period: &Period) -> bool {
    DayRule::of(&period.from).is_some_and(DayRule::is_once)
}

/// First and last day. Of a period of every year: the one that goes by `year`, and where doubtful the other.
pub fn days_of(period: &Period, year: i32) -> Option<(Stretch, Option<Stretch>)> {
    let (from, until) = (DayRule::of(&period.from)?, DayRule::of(&period.until)?);
    let beginning_in = |year| {
        let first = from.in_year(year)?;
        let last = until.in_year(year)?;
        let last = if last < first {
            until.in_year(year + 1)?
        } else {
            last
        };
        Some((first, last))
    };
    let own = beginning_in(year)?;
    if from.is_once() || own.1.year() == year {
        return Some((own, None));
    }
    let ended = beginning_in(year - 1)?;
    let turn = NaiveDate::from_ymd_opt(year, 12, 31)?;
    let before = (turn - own.0).num_days() + 1;
    let after = (own.1 - turn).num_days();
    let is_doubtful = before.min(after) > 31;
    let (taken, other) = if before > after {
        (own, ended)
    } else {
        (ended, own)
    };
    Some((taken, is_doubtful.then_some(other)))
}

/// First and last day.
pub type Stretch = (NaiveDate, NaiveDate);

impl Cursor<'_> {
    /// “the first lockdown”, “Christmas Eve 2013”, “academic year 2013/14”.
    pub fn named_period(&mut self) -> Option<Partial> {
        let (length, periods) = self.names.periods_at(self.at)?;
        self.at += length;
        let year = self.attempt(Self::year_of_period);
        let mut partial = year.unwrap_or_else(|| Partial::new(Form::Year, None));
        partial.form = match partial.form {
            Form::Years(_) => Form::PeriodInto,
            _ => Form::Period,
        };
        partial.doubtful = false;
        partial.warnings.clear();
        partial.periods = periods.to_vec();
        Some(partial)
    }
}
