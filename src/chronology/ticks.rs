use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime, Timelike};

use super::time_range::{TimeRange, days_of, moment_of};
use crate::model::Moment;

/// Labels need this much room.
const LABEL_ROOM: f64 = 56.0;

/// A mark of the time scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Pixels from the left edge.
    pub x: f32,
    pub label: String,
    /// Begins a larger unit, such as a year among months: drawn stronger.
    pub major: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Years(i32),
    Months(u32),
    /// From Monday to Monday.
    Week,
    Day,
    /// Up to an hour.
    Minutes(u32),
    Hours(u32),
}

/// From fine to coarse, with the days each lasts at least.
const STEPS: [(Step, f64); 14] = [
    (Step::Minutes(15), 1.0 / 96.0),
    (Step::Minutes(30), 1.0 / 48.0),
    (Step::Hours(1), 1.0 / 24.0),
    (Step::Hours(3), 3.0 / 24.0),
    (Step::Hours(6), 6.0 / 24.0),
    (Step::Day, 1.0),
    (Step::Week, 7.0),
    (Step::Months(1), 28.0),
    (Step::Months(3), 90.0),
    (Step::Years(1), 365.0),
    (Step::Years(2), 730.0),
    (Step::Years(5), 1826.0),
    (Step::Years(10), 3652.0),
    (Step::Years(50), 18262.0),
];

/// The scale: the finest calendar step whose labels have room.
pub fn ticks(range: TimeRange, width: f32) -> Vec<Tick> {
    let per_day = range.pixels_per_day(width);
    let step = STEPS
        .iter()
        .find(|(_, days)| days * per_day >= LABEL_ROOM)
        .map_or(Step::Years(100), |(step, _)| *step);
    let Some(first) = moment_of(range.from()) else {
        return Vec::new();
    };
    let mut ticks = Vec::new();
    let mut next = step.begin(first);
    while let Some(moment) = next {
        let days = days_of(moment);
        if days >= range.until() {
            break;
        }
        if days >= range.from() {
            ticks.push(Tick {
                x: range.x(width, days),
                label: step.label(moment, ticks.is_empty()),
                major: step.is_major(moment),
            });
        }
        next = step.after(moment);
    }
    ticks
}

impl Step {
    /// The last tick at or before a moment.
    fn begin(self, moment: Moment) -> Option<Moment> {
        let date = moment.date;
        let begun = match self {
            Self::Years(years) => {
                NaiveDate::from_ymd_opt(date.year() - date.year().rem_euclid(years), 1, 1)?
            }
            Self::Months(months) => {
                NaiveDate::from_ymd_opt(date.year(), date.month0() / months * months + 1, 1)?
            }
            Self::Week => {
                date.checked_sub_days(Days::new(u64::from(date.weekday().num_days_from_monday())))?
            }
            Self::Day => date,
            Self::Minutes(minutes) => {
                let (hour, minute) = clock(moment);
                let begun = NaiveTime::from_hms_opt(hour, minute / minutes * minutes, 0)?;
                return Some(Moment::at(date, begun));
            }
            Self::Hours(hours) => {
                let hour = clock(moment).0 / hours * hours;
                return Some(Moment::at(date, NaiveTime::from_hms_opt(hour, 0, 0)?));
            }
        };
        Some(Moment::day(begun))
    }

    fn after(self, moment: Moment) -> Option<Moment> {
        let date = moment.date;
        match self {
            Self::Years(years) => NaiveDate::from_ymd_opt(date.year() + years, 1, 1),
            Self::Months(months) => date.checked_add_months(Months::new(months)),
            Self::Week => date.checked_add_days(Days::new(7)),
            Self::Day => date.checked_add_days(Days::new(1)),
            Self::Minutes(minutes) => return minutes_after(moment, minutes),
            Self::Hours(hours) => return minutes_after(moment, hours * 60),
        }
        .map(Moment::day)
    }

    /// The first label on the screen, and each that begins a larger unit, says the larger unit too.
    fn label(self, moment: Moment, first: bool) -> String {
        let date = moment.date;
        let whole = first || self.is_major(moment);
        match self {
            Self::Years(_) => date.year().to_string(),
            Self::Months(_) if whole => date.format("%b %Y").to_string(),
            Self::Months(_) => date.format("%b").to_string(),
            Self::Week | Self::Day if whole => date.format("%-d %b %Y").to_string(),
            Self::Week | Self::Day => date.format("%-d %b").to_string(),
            Self::Minutes(_) | Self::Hours(_) if is_midnight(moment) => {
                date.format("%-d %b %Y").to_string()
            }
            Self::Minutes(_) | Self::Hours(_) => {
                let (hour, minute) = clock(moment);
                let day = if first {
                    date.format("%-d %b, ").to_string()
                } else {
                    String::new()
                };
                format!("{day}{hour:02}:{minute:02}")
            }
        }
    }

    fn is_major(self, moment: Moment) -> bool {
        let date = moment.date;
        match self {
            Self::Years(years) => date.year().rem_euclid(years * 10) == 0,
            Self::Months(_) => date.month() == 1,
            Self::Week => date.month() == 1 && date.day() <= 7,
            Self::Day => date.day() == 1,
            Self::Minutes(_) | Self::Hours(_) => is_midnight(moment),
        }
    }
}

/// Hour and minute.
fn clock(moment: Moment) -> (u32, u32) {
    moment
        .time
        .map_or((0, 0), |time| (time.hour(), time.minute()))
}

fn is_midnight(moment: Moment) -> bool {
    clock(moment) == (0, 0)
}

fn minutes_after(moment: Moment, minutes: u32) -> Option<Moment> {
    let (hour, minute) = clock(moment);
    let minute = hour * 60 + minute + minutes;
    let date = moment
        .date
        .checked_add_days(Days::new(u64::from(minute / 1440)))?;
    let time = NaiveTime::from_hms_opt(minute / 60 % 24, minute % 60, 0)?;
    Some(Moment::at(date, time))
}
