//! Honest dates: what was written, and beside it what was understood.

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

use super::{EntryId, KeyDateId};

/// A calendar day, with a time of day where one is known (to the minute).
///
/// Written `2012-03-13` or `2012-03-13T01:32`. A moment without a time sorts before any time of that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    pub date: NaiveDate,
    pub time: Option<NaiveTime>,
}

impl Moment {
    pub fn day(date: NaiveDate) -> Self {
        Self { date, time: None }
    }

    pub fn at(date: NaiveDate, time: NaiveTime) -> Self {
        Self {
            date,
            time: Some(time),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date.format("%Y-%m-%d"))?;
        match self.time {
            Some(time) => write!(f, "T{:02}:{:02}", time.hour(), time.minute()),
            None => Ok(()),
        }
    }
}

/// The text was not `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a date of the form 2012-03-13 or 2012-03-13T01:32")]
pub struct NotAMoment(pub String);

impl FromStr for Moment {
    type Err = NotAMoment;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fault = || NotAMoment(text.to_owned());
        let (date, time) = match text.split_once('T') {
            Some((date, time)) => (date, Some(time)),
            None => (text, None),
        };
        Ok(Self {
            date: NaiveDate::parse_from_str(date, "%Y-%m-%d").map_err(|_| fault())?,
            time: time
                .map(|time| NaiveTime::parse_from_str(time, "%H:%M").map_err(|_| fault()))
                .transpose()?,
        })
    }
}

impl Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

/// How finely the wording places the event in time.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    Minute,
    /// Morning, evening, "between 20:00 and 22:00".
    PartOfDay,
    Day,
    /// Several days that are no calendar unit: "3 to 5 June", "the following week".
    Span,
    Month,
    Season,
    Quarter,
    Year,
    Decade,
    /// Nothing was understood, or the wording gives no date.
    #[default]
    None,
}

/// How far the understanding may be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// The wording says so, and it can be read in one way only.
    #[default]
    Exact,
    /// The writer said "about", "circa", "approximately".
    Approximate,
    /// The writer doubted it, or it can be read in several ways.
    Uncertain,
    /// A part of it (a year, a day) is not in the wording but was taken from elsewhere.
    Inferred,
}

/// Two ends of a stretch of time, both inclusive; an open end is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    pub earliest: Option<Moment>,
    pub latest: Option<Moment>,
}

/// When something happened: the agency's wording, and beside it what was understood of it.
///
/// Invariant: where both ends are known, `earliest.date <= latest.date`, and on one day with two times
/// `earliest <= latest`. A wording that was not understood has neither end and [`Precision::None`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct When {
    /// Word for word, never changed: the date cell, and the time cell after a space where there is one.
    pub wording: String,
    pub earliest: Option<Moment>,
    pub latest: Option<Moment>,
    pub precision: Precision,
    pub certainty: Certainty,
    /// What was assumed beyond the wording, each with its reason, as a sentence for the reader.
    pub inferred: Vec<String>,
    /// What is wrong or doubtful (impossible day, other day order possible), each with what to do.
    pub warnings: Vec<String>,
    /// Other readings that the wording allows, such as the other day order.
    pub alternatives: Vec<Span>,
    /// What a relative date is counted from; when that moves, this date moves with it.
    #[serde(default)]
    pub hangs_on: Option<HangsOn>,
}

/// What a relative date is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HangsOn {
    KeyDate(KeyDateId),
    Entry(EntryId),
}

impl When {
    /// A wording of which nothing was understood.
    pub fn not_understood(wording: impl Into<String>) -> Self {
        Self {
            wording: wording.into(),
            ..Self::default()
        }
    }

    /// A calendar day given by the user, exact.
    pub fn on(date: NaiveDate) -> Self {
        Self {
            wording: date.format("%d/%m/%Y").to_string(),
            earliest: Some(Moment::day(date)),
            latest: Some(Moment::day(date)),
            precision: Precision::Day,
            ..Self::default()
        }
    }

    pub fn is_understood(&self) -> bool {
        self.earliest.is_some() || self.latest.is_some()
    }

    /// Whether a reader must look at it: not understood, something assumed, or something wrong.
    pub fn is_doubtful(&self) -> bool {
        !self.is_understood() || !self.inferred.is_empty() || !self.warnings.is_empty()
    }

    /// What entries are ordered by: earliest, then latest; an open start stands where its end is, and what
    /// was not understood comes last.
    pub fn order_key(&self) -> (NaiveDate, Option<NaiveTime>, NaiveDate, Option<NaiveTime>) {
        let first = self.earliest.or(self.latest);
        let last = self.latest.or(self.earliest);
        let date = |moment: Option<Moment>| moment.map_or(NaiveDate::MAX, |moment| moment.date);
        let time = |moment: Option<Moment>| moment.and_then(|moment| moment.time);
        (date(first), time(first), date(last), time(last))
    }
}
