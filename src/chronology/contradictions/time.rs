//! Times of one event that cannot both be right, allowing for the usual delay between call, dispatch and arrival.

use super::clock::{ClockTime, DAY, HALF_DAY, clock_times};
use super::cues::{Cue, Mark};
use super::record::{Record, Sentence};
use super::{Odds, services};
use crate::model::{Certainty, Precision};
use chrono::{NaiveDate, Timelike};

/// Two services are called for one event within this many minutes of each other.
const PASSED_ON: i32 = 15;
/// Clocks and memories differ by this much about an arrival, and about when something happened.
const ARRIVALS: i32 = 20;
const HAPPENINGS: i32 = 45;
/// Nobody arrives before the call, but clocks differ.
const CLOCKS: i32 = 5;
/// What is said to be about a time may be this much off.
const ABOUT: i32 = 20;

/// What a time says.
#[derive(Debug, Clone, PartialEq, Eq)]
enum What {
    /// A service was called. Key of a sector, as in the others.
    Call(String),
    Arrival(String),
    /// A service arrived at this time or later.
    ArrivalAfter(String),
    Event,
}

#[derive(Debug, Clone)]
pub(super) struct Timed {
    what: What,
    from: i32,
    until: i32,
    half_unknown: bool,
    about: bool,
    /// The day, where the record itself was made then.
    day: Option<NaiveDate>,
    words: String,
}

const EMERGENCY: [&str; 2] = ["police", "ambulance"];

pub(super) fn times(record: &Record) -> Vec<Timed> {
    let mut found = Vec::new();
    let cell = cell_time(record);
    if let Some(cell) = &cell {
        found.extend(of_cell(record, cell));
    }
    for sentence in &record.sentences {
        if sentence.heading {
            continue;
        }
        for time in clock_times(&sentence.text) {
            let what = what_at(record, sentence, &time);
            found.extend(what.map(|what| Timed {
                what,
                from: time.from,
                until: time.until,
                half_unknown: time.half_unknown,
                about: is_about(sentence, &time),
                day: None,
                words: sentence.quote(time.start, time.end),
            }));
        }
        if let (Some(cell), Some(mark)) = (&cell, sentence.of(Cue::PoliceCameAfter).next())
            && !EMERGENCY.contains(&record.sector)
        {
            found.push(Timed {
                what: What::ArrivalAfter("police".to_owned()),
                words: format!("{}: {}", cell.words, sentence.quote(mark.start, mark.end)),
                ..cell.clone()
            });
        }
    }
    found
}

/// The time of the entry itself, where it is known to the minute.
fn cell_time(record: &Record) -> Option<Timed> {
    let when = &record.entry.when;
    let (earliest, latest) = when.earliest.zip(when.latest)?;
    let (from, until) = earliest.time.zip(latest.time)?;
    let fine = matches!(when.precision, Precision::Minute | Precision::PartOfDay)
        && earliest.date == latest.date
        && when.certainty != Certainty::Uncertain;
    let minutes =
        |time: chrono::NaiveTime| i32::try_from(time.num_seconds_from_midnight() / 60).ok();
    let (from, until) = minutes(from).zip(minutes(until))?;
    fine.then_some(Timed {
        what: What::Event,
        from,
        until,
        half_unknown: false,
        about: when.certainty == Certainty::Approximate,
        day: Some(earliest.date),
        words: if from == until {
            format!("{:02}:{:02}", from / 60, from % 60)
        } else {
            format!(
                "{:02}:{:02} to {:02}:{:02}",
                from / 60,
                from % 60,
                until / 60,
                until % 60
            )
        },
    })
}

/// What the time of an entry stands for: with the police and the ambulance the call, or the arrival where the text begins
/// with it; elsewhere the time of the record, which says nothing of the event.
fn of_cell(record: &Record, cell: &Timed) -> Option<Timed> {
    if !EMERGENCY.contains(&record.sector) {
        return None;
    }
    let first = record.sentences.first()?;
    let arrives = first
        .of(Cue::TimeArrival)
        .any(|mark| first.words_between(0, mark.start).len() <= 2);
    let own = record.sector.to_owned();
    let about_a_call = record.sentences.iter().any(|sentence| {
        sentence.has_any(&[
            Cue::CallFrom,
            Cue::TimeCall,
            Cue::TimeEvent,
            Cue::TimeArrival,
        ])
    });
    about_a_call.then(|| Timed {
        what: if arrives {
            What::Arrival(own)
        } else {
            What::Call(own)
        },
        ..cell.clone()
    })
}

fn is_about(sentence: &Sentence, time: &ClockTime) -> bool {
    sentence.of(Cue::AboutTime).any(|mark| {
        let before =
            mark.end <= time.start && sentence.words_between(mark.end, time.start).is_empty();
        // "about" may lie inside what was read as the time.
        before || (mark.start >= time.start && mark.end <= time.end)
    })
}

/// What a time in the text stands for, by the nearest cue in its clause.
fn what_at(record: &Record, sentence: &Sentence, time: &ClockTime) -> Option<What> {
    const CUES: [Cue; 7] = [
        Cue::TimeCall,
        Cue::TimeDispatch,
        Cue::TimeArrival,
        Cue::TimeDeparture,
        Cue::TimeEvent,
        Cue::TimeElsewhere,
        Cue::Planned,
    ];
    let place = Mark {
        cue: Cue::AboutTime,
        start: time.start,
        end: time.end,
    };
    let nearest = sentence
        .of_any(&CUES)
        .filter(|mark| mark.end <= time.start || mark.start >= time.end)
        .filter(|mark| !parted(sentence, *mark, time))
        .map(|mark| {
            // What comes before a time says more of it than what follows.
            let behind = usize::from(mark.start >= time.end);
            (sentence.distance(mark, place) * 2 + behind, mark)
        })
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, _)| *distance <= 18)?
        .1;
    let service = |own_at_home: bool| {
        services::named_near(sentence, nearest)
            .map(str::to_owned)
            .or_else(|| own_at_home.then(|| record.sector.to_owned()))
            .filter(|sector| EMERGENCY.contains(&sector.as_str()) || sector == "hospital")
    };
    let own = EMERGENCY.contains(&record.sector) || record.sector == "hospital";
    match nearest.cue {
        Cue::TimeCall => {
            let words = &sentence.text[nearest.start..nearest.end];
            let emergency = sentence.text.contains("999")
                || own
                || sentence.has_any(&[Cue::CalledPolice, Cue::CalledAmbulance]);
            if words.eq_ignore_ascii_case("reported") || !emergency {
                return None;
            }
            let ambulance = sentence.has_any(&[Cue::CalledAmbulance, Cue::AmbulanceCalledBy]);
            let named = if ambulance {
                Some("ambulance".to_owned())
            } else {
                service(own)
            };
            named
                .or_else(|| sentence.has(Cue::CalledPolice).then(|| "police".to_owned()))
                .map(What::Call)
        }
        Cue::TimeArrival => service(own).map(What::Arrival),
        Cue::TimeEvent => Some(What::Event),
        _ => None,
    }
}

/// Whether a clause ends between the mark and the time.
fn parted(sentence: &Sentence, mark: Mark, time: &ClockTime) -> bool {
    let (from, until) = if mark.end <= time.start {
        (mark.end, time.start)
    } else {
        (time.end, mark.start)
    };
    sentence
        .text
        .get(from..until)
        .is_some_and(|between| between.contains([',', '(', ')']) || between.contains(" then "))
}

/// The moment of a call that is the entry's own; of an agency's several calls about one event only the first is *the* call.
pub(super) fn call_of(times: &[Timed]) -> Option<(NaiveDate, i32)> {
    times
        .iter()
        .find(|time| matches!(time.what, What::Call(_)) && time.day.is_some())
        .and_then(|time| Some((time.day?, time.from)))
}

/// The same without the call of the entry itself.
pub(super) fn without_call(times: &[Timed]) -> Vec<Timed> {
    let is_call = |time: &&Timed| matches!(time.what, What::Call(_)) && time.day.is_some();
    times
        .iter()
        .filter(|time| !is_call(time))
        .cloned()
        .collect()
}

pub(super) fn compare(a: (&Record, &[Timed]), b: (&Record, &[Timed])) -> Option<Odds> {
    // A record that gives two times for the same thing is at odds with itself first.
    let mut worst: Option<(i32, Odds)> = None;
    for one in a.1 {
        for other in b.1 {
            let same_agency = a.0.entry.agency == b.0.entry.agency;
            let Some((minutes, why)) = at_odds(one, other, same_agency) else {
                continue;
            };
            if agrees(one, b.1) || agrees(other, a.1) {
                continue;
            }
            if worst.as_ref().is_none_or(|(known, _)| minutes > *known) {
                let odds = Odds::new(&one.words, &other.words, why);
                worst = Some((minutes, odds));
            }
        }
    }
    worst.map(|(_, odds)| odds)
}

/// Whether the other record gives the same time for the same thing too.
fn agrees(one: &Timed, others: &[Timed]) -> bool {
    others
        .iter()
        .any(|other| one.what == other.what && apart(one, other) <= CLOCKS)
}

fn at_odds(one: &Timed, other: &Timed, same_agency: bool) -> Option<(i32, String)> {
    if let (Some(day), Some(other_day)) = (one.day, other.day)
        && (day - other_day).num_days().abs() > 1
    {
        return None;
    }
    let leeway = if one.about || other.about { ABOUT } else { 0 };
    let between = apart(one, other);
    // Farther apart than this, they hardly speak of the same moment of the same event.
    if between > 6 * 60 {
        return None;
    }
    let later = ahead(one, other);
    let said = |what: &str| Some((between, format!("{what} {}.", spoken(between))));
    match (&one.what, &other.what) {
        (What::Call(first), What::Call(second)) => {
            let limit = PASSED_ON + leeway;
            (between > limit && !same_agency)
                .then(|| {
                    if first == second {
                        said("The two records have the call at times that differ by")
                    } else {
                        said("The calls for one event are apart by")
                    }
                })
                .flatten()
        }
        (What::Arrival(first), What::Arrival(second)) => (first == second
            && between > ARRIVALS + leeway)
            .then(|| said("The same arrival is recorded at times that differ by"))
            .flatten(),
        (What::Event, What::Event) => (between > HAPPENINGS + leeway)
            .then(|| said("The two records have the event at times that differ by"))
            .flatten(),
        (What::Arrival(first), What::Call(second)) => (first == second && -later > CLOCKS + leeway)
            .then(|| said("They arrive before they were called, by"))
            .flatten(),
        (What::Call(_), What::Arrival(_)) => at_odds(other, one, same_agency),
        (What::Event, What::Call(_)) => (later > PASSED_ON + leeway)
            .then(|| said("One record has the event after the call about it, by"))
            .flatten(),
        (What::Call(_), What::Event) => at_odds(other, one, same_agency),
        (What::ArrivalAfter(first), What::Arrival(second)) => (first == second
            && later > PASSED_ON + leeway)
            .then(|| said("By one record they had not yet come when by the other they had, by"))
            .flatten(),
        (What::Arrival(_), What::ArrivalAfter(_)) => at_odds(other, one, same_agency),
        _ => None,
    }
}

/// Minutes between two times or stretches; 0 where they overlap. Without a day, the nearest way round the clock.
fn apart(one: &Timed, other: &Timed) -> i32 {
    ahead(one, other).abs()
}

/// How many minutes `one` lies after `other`; 0 where they overlap, negative where before.
fn ahead(one: &Timed, other: &Timed) -> i32 {
    let days = match (one.day, other.day) {
        (Some(day), Some(other_day)) => i32::try_from((day - other_day).num_days()).ok(),
        _ => None,
    };
    let halves = |time: &Timed| {
        if time.half_unknown {
            vec![0, HALF_DAY]
        } else {
            vec![0]
        }
    };
    let mut nearest = i32::MAX;
    for shift in halves(one) {
        for other_shift in halves(other) {
            let from = one.from + shift - (other.until + other_shift);
            let until = one.until + shift - (other.from + other_shift);
            let wound = match days {
                Some(days) => vec![days * DAY],
                None => vec![-DAY, 0, DAY],
            };
            for turn in wound {
                let gap = if from + turn > 0 {
                    from + turn
                } else if until + turn < 0 {
                    until + turn
                } else {
                    0
                };
                if gap.abs() < nearest.abs() {
                    nearest = gap;
                }
            }
        }
    }
    nearest
}

fn spoken(minutes: i32) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    let hours_said = match hours {
        0 => String::new(),
        1 => "1 hour".to_owned(),
        _ => format!("{hours} hours"),
    };
    let rest_said = match rest {
        0 => String::new(),
        1 => "1 minute".to_owned(),
        _ => format!("{rest} minutes"),
    };
    match (hours, rest) {
        (0, _) => rest_said,
        (_, 0) => hours_said,
        _ => format!("{hours_said} {rest_said}"),
    }
}
