use chrono::{NaiveDate, NaiveTime, TimeDelta, Timelike};

use crate::model::{Moment, Review};

const MINUTES_A_DAY: f64 = 1440.0;
/// Nobody needs to see less than two hours or more than two centuries at once.
const SHORTEST: f64 = 2.0 / 24.0;
const LONGEST: f64 = 200.0 * 365.25;
/// Widths below this are a window being folded away.
const NARROWEST: f32 = 1.0;

/// The stretch of time between the left and the right edge of the timeline, in days since 1 January 1970; fractions
/// are times of day. `from < until`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TimeRange {
    from: f64,
    until: f64,
}

impl TimeRange {
    /// From one time to another, in days since 1 January 1970; put right where they are the wrong way round, too
    /// close or too far apart.
    pub fn new(from: f64, until: f64) -> Self {
        let (from, until) = if from <= until {
            (from, until)
        } else {
            (until, from)
        };
        let length = (until - from).clamp(SHORTEST, LONGEST);
        let middle = f64::midpoint(from, until);
        Self {
            from: middle - length / 2.0,
            until: middle + length / 2.0,
        }
    }

    /// From the beginning of one day to the end of another.
    pub fn between(first: NaiveDate, last: NaiveDate) -> Self {
        Self::new(
            days_of(Moment::day(first)),
            days_of(Moment::day(last)) + 1.0,
        )
    }

    /// All dated entries among `rows`, with a little room on either side; `None` where none is dated.
    pub fn of(review: &Review, rows: &[u32]) -> Option<Self> {
        let mut ends: Option<(NaiveDate, NaiveDate)> = None;
        for index in rows {
            let Some(entry) = review.entries.get(*index as usize) else {
                continue;
            };
            let moments = [entry.when.earliest, entry.when.latest];
            for moment in moments.into_iter().flatten() {
                ends = Some(ends.map_or((moment.date, moment.date), |(first, last)| {
                    (first.min(moment.date), last.max(moment.date))
                }));
            }
        }
        let (first, last) = ends?;
        let tight = Self::between(first, last);
        let room = (tight.length() * 0.02).max(3.0);
        Some(Self::new(tight.from - room, tight.until + room))
    }

    pub fn from(self) -> f64 {
        self.from
    }

    pub fn until(self) -> f64 {
        self.until
    }

    /// In days.
    pub fn length(self) -> f64 {
        self.until - self.from
    }

    pub fn pixels_per_day(self, width: f32) -> f64 {
        f64::from(width.max(NARROWEST)) / self.length()
    }

    /// Where a time stands, in pixels from the left edge of a timeline `width` pixels wide.
    pub fn x(self, width: f32, days: f64) -> f32 {
        ((days - self.from) * self.pixels_per_day(width)) as f32
    }

    /// The time at a pixel: the way back from [`Self::x`].
    pub fn at(self, width: f32, x: f32) -> f64 {
        self.from + f64::from(x) / self.pixels_per_day(width)
    }

    /// Nearer (`factor` over 1) or further, with the time `around` staying where it is on the screen.
    pub fn zoomed(self, around: f64, factor: f64) -> Self {
        let length = (self.length() / factor.max(f64::MIN_POSITIVE)).clamp(SHORTEST, LONGEST);
        let share = ((around - self.from) / self.length()).clamp(0.0, 1.0);
        let from = around.clamp(self.from, self.until) - share * length;
        Self::new(from, from + length)
    }

    pub fn moved(self, days: f64) -> Self {
        Self::new(self.from + days, self.until + days)
    }
}

/// Days from the beginning of 1 January 1970 to a moment; of a moment without a time, to the beginning of its day.
pub fn days_of(moment: Moment) -> f64 {
    let day = moment
        .date
        .signed_duration_since(NaiveDate::default())
        .num_days() as f64;
    let minutes = moment
        .time
        .map_or(0, |time| time.hour() * 60 + time.minute());
    day + f64::from(minutes) / MINUTES_A_DAY
}

/// The minute a number of days stands for; `None` beyond the calendar.
pub fn moment_of(days: f64) -> Option<Moment> {
    let minutes = (days * MINUTES_A_DAY).round();
    let day = (minutes / MINUTES_A_DAY).floor();
    let minute = (minutes - day * MINUTES_A_DAY) as u32;
    let date = NaiveDate::default().checked_add_signed(TimeDelta::try_days(day as i64)?)?;
    let time = NaiveTime::from_hms_opt(minute / 60, minute % 60, 0)?;
    Some(Moment::at(date, time))
}
