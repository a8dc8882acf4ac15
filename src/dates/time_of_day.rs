//! A time of day put on a stretch of days.

use chrono::NaiveDate;

use super::clock::{Clock, after_noon, part_span};
use super::known::Known;
use super::words::PartOfDay;
use crate::model::{Certainty, Moment, Precision, Span};

/// Puts a time of day on a stretch that is one day; on a longer one it is kept as a warning.
pub fn set_clock(known: &mut Known, clock: &Clock) {
    if *clock == Clock::NoneGiven {
        known.infer("“00:00:00” was taken to mean that no time was given.");
        return;
    }
    if let Clock::Impossible(written) = clock {
        known.warnings.push(format!(
            "There is no time “{written}”; only the date was kept. Correct it if you know."
        ));
        known.lower(Certainty::Uncertain);
        return;
    }
    if let Clock::Part(part @ PartOfDay::Night) = clock
        && known.first.date.succ_opt() == Some(known.last.date)
    {
        let (first, last) = part_span(*part);
        known.first.time = Some(first);
        known.last.time = Some(last);
        known.precision = Precision::PartOfDay;
        return;
    }
    if !known.is_one_day() {
        known.warnings.push(
            "A time is given too, but it is not sure to which day it belongs; only the date was kept.".to_owned(),
        );
        return;
    }
    let date = known.first.date;
    let (start, end, precision) = clock_ends(clock, date);
    let time_of_day = start.time.map(|first| (first, end.time, end.date - date));
    for alternative in &mut known.alternatives {
        let Some(Moment { date, .. }) = alternative.earliest else {
            continue;
        };
        if let Some((first, last, days)) = time_of_day {
            alternative.earliest = Some(Moment::at(date, first));
            alternative.latest = date
                .checked_add_signed(days)
                .map(|date| Moment { date, time: last });
        }
    }
    known.first = start;
    known.last = end;
    known.precision = precision;
    other_half(known, clock, date);
}

fn clock_ends(clock: &Clock, date: NaiveDate) -> (Moment, Moment, Precision) {
    let next = date.succ_opt().unwrap_or(date);
    match clock {
        Clock::At(time) | Clock::EitherHalf(time) => {
            let moment = Moment::at(date, *time);
            (moment, moment, Precision::Minute)
        }
        Clock::EndOfDay => {
            let moment = Moment::at(next, chrono::NaiveTime::MIN);
            (moment, moment, Precision::Minute)
        }
        Clock::Midnight => {
            let moment = Moment::at(date, chrono::NaiveTime::MIN);
            (moment, moment, Precision::Minute)
        }
        Clock::Part(part) => {
            let (first, last) = part_span(*part);
            let end = if last < first { next } else { date };
            (
                Moment::at(date, first),
                Moment::at(end, last),
                Precision::PartOfDay,
            )
        }
        Clock::NoneGiven | Clock::Impossible(_) => {
            (Moment::day(date), Moment::day(date), Precision::Day)
        }
    }
}

/// Morning or evening, this midnight or the next: the reading that was not taken.
fn other_half(known: &mut Known, clock: &Clock, date: NaiveDate) {
    let (other, sentence) = match clock {
        Clock::EitherHalf(time) => (
            after_noon(*time).map(|time| Moment::at(date, time)),
            "It is not said whether this is before or after noon; the hour was read as written. Correct it if you know.",
        ),
        Clock::Midnight => (
            date.succ_opt()
                .map(|next| Moment::at(next, chrono::NaiveTime::MIN)),
            "Midnight may begin or end this day; it was read as its beginning, 00:00. Correct it if you know.",
        ),
        _ => return,
    };
    known.alternatives.push(Span {
        earliest: other,
        latest: other,
    });
    known.warnings.push(sentence.to_owned());
    known.lower(Certainty::Uncertain);
}
