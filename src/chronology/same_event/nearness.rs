//! How near two records stand in time, by their own dates and by those in their text.

use super::mentions::{DAY, Mention};
use super::records::Record;

/// In what way two records come near each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// By their own dates and times.
    Dates,
    /// The text of the first speaks of when the other happened; the second the other way round.
    Spoken { by_first: bool },
    /// Both texts speak of the same time.
    BothSpeak,
    /// Nothing is known of when.
    Unknown,
}

/// The nearest that two records come to each other in time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Nearness {
    pub way: Way,
    /// The stretches that come near: of the first record, and of the other.
    pub mentions: Option<(Mention, Mention)>,
    /// Between the records’ own dates; between what is known where one has none.
    pub days_apart: i64,
    /// Where both have a time of day.
    pub minutes_apart: Option<i64>,
    /// Of records of one event, the part that comes so near in this way.
    share: f32,
    /// In how many days, on both sides, a record would come as near by chance.
    width: f32,
}

impl Nearness {
    /// Logarithm of the odds that records so near are of one event, where `busy` records stand on a day.
    pub(super) fn odds(&self, busy: f32) -> f32 {
        (self.share / (busy * self.width)).ln()
    }

    fn outranks(&self, other: &Self) -> bool {
        self.share / self.width > other.share / other.width
    }
}

const NOT_KNOWN: Nearness = Nearness {
    way: Way::Unknown,
    mentions: None,
    days_apart: i64::MAX,
    minutes_apart: None,
    share: 0.02,
    width: 365.0,
};

/// Of two records, `a` the earlier in order.
pub(super) fn nearness(a: &Record, b: &Record) -> Nearness {
    let mut best = NOT_KNOWN;
    for one in &a.mentions {
        for other in &b.mentions {
            let found = between(*one, *other);
            if found.outranks(&best) {
                best = found;
            }
        }
    }
    if let (Some(one), Some(other)) = (a.own(), b.own()) {
        best.days_apart = days_apart(one, other);
        best.minutes_apart = minutes_apart(one, other);
    }
    best
}

fn days_apart(one: Mention, other: Mention) -> i64 {
    let first = one.first_day().max(other.first_day());
    let last = one.last_day().min(other.last_day());
    (first - last).max(0)
}

fn minutes_apart(one: Mention, other: Mention) -> Option<i64> {
    let apart = one.from.max(other.from) - one.until.min(other.until);
    (one.is_timed() && other.is_timed()).then_some(apart.max(0))
}

fn between(one: Mention, other: Mention) -> Nearness {
    let way = match (one.own, other.own) {
        (true, true) => Way::Dates,
        (false, true) => Way::Spoken { by_first: true },
        (true, false) => Way::Spoken { by_first: false },
        (false, false) => Way::BothSpeak,
    };
    let days = days_apart(one, other);
    let minutes = minutes_apart(one, other);
    let (share, width) = match minutes {
        Some(minutes) if minutes <= DAY / 2 => by_the_clock(one, other, minutes),
        // The same date with a time on each side, and yet half a day apart.
        Some(_) if days == 0 => (0.05, 1.0),
        _ => by_the_day(way, days, (one.days() + other.days() - 1) as f32),
    };
    Nearness {
        way,
        mentions: Some((one, other)),
        days_apart: days,
        minutes_apart: minutes,
        share,
        width,
    }
}

/// Of the records of one event, so many stand so near; by chance, what falls into so many days.
fn by_the_clock(one: Mention, other: Mention, minutes: i64) -> (f32, f32) {
    let odd = one.from == one.until && one.from == other.from && one.from % 5 != 0;
    match minutes {
        0 if odd => (0.04, 0.002),
        0..=15 => (0.16, 0.03),
        16..=60 => (0.12, 0.06),
        61..=240 => (0.10, 0.25),
        _ => (0.05, 0.7),
    }
}

fn by_the_day(way: Way, days: i64, wide: f32) -> (f32, f32) {
    match (way, days) {
        (Way::Dates, 0) => (0.22, wide),
        (Way::Dates, 1) => (0.10, 1.0 + wide),
        (Way::Dates, 2..=3) => (0.07, 3.0 + wide),
        (Way::Dates, 4..=7) => (0.05, 7.0 + wide),
        (Way::Dates, 8..=14) => (0.02, 13.0 + wide),
        (Way::Dates, 15..=31) => (0.01, 31.0 + wide),
        (Way::Spoken { .. }, 0) => (0.45, wide),
        (Way::BothSpeak, 0) => (0.25, wide),
        (Way::Spoken { .. } | Way::BothSpeak, 1) => (0.06, 1.0 + wide),
        _ => (0.005, 365.0),
    }
}
