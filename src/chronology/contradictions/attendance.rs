//! Who was at a meeting, and who was still there when help arrived.

use super::cues::{Cue, Mark};
use super::record::{Reader, Record, Sentence, Subject};
use super::{Odds, services};

#[derive(Debug, Clone, Default)]
pub(super) struct Attendance {
    /// Services at a meeting.
    services: Vec<(String, bool, String)>,
    /// People, when a service arrived.
    people: Vec<Met>,
}

#[derive(Debug, Clone)]
struct Met {
    subject: Subject,
    there: bool,
    /// Whose arrival: key of a sector.
    arrival: String,
    words: String,
}

pub(super) fn attendance(reader: &Reader, record: &Record) -> Attendance {
    let mut found = Attendance::default();
    let of_a_meeting = record
        .sentences
        .iter()
        .any(|sentence| sentence.has(Cue::Meeting));
    for sentence in &record.sentences {
        if of_a_meeting {
            at_meeting(record, sentence, &mut found.services);
        }
        on_arrival(reader, record, sentence, &mut found.people);
    }
    found
}

fn at_meeting(record: &Record, sentence: &Sentence, found: &mut Vec<(String, bool, String)>) {
    for mark in sentence.of_any(&[Cue::Attended, Cue::StayedAway]) {
        let planned = sentence
            .of(Cue::Planned)
            .any(|plan| plan.end <= mark.start && sentence.distance(plan, mark) <= 4);
        if planned {
            continue;
        }
        let there = mark.cue == Cue::Attended && !sentence.is_denied(mark);
        let beside = services_beside(sentence, mark);
        if beside.is_empty() {
            // "MARAC attended by N. Abara" in an agency's own record speaks of the agency.
            let own = sentence.has(Cue::Meeting) && !speaks_of_others(record, sentence, mark);
            if own {
                let words = sentence.quote(mark.start, mark.end);
                found.push((record.sector.to_owned(), there, words));
            }
            continue;
        }
        for (sector, place) in beside {
            let words = sentence.quote(mark.start.min(place.start), mark.end.max(place.end));
            found.push((sector.to_owned(), there, words));
        }
    }
}

/// Services named right beside the word: just before it, or listed behind it ("Apologies: housing, probation").
fn services_beside(sentence: &Sentence, at: Mark) -> Vec<(&'static str, Mark)> {
    let all: Vec<(&'static str, Mark)> = services::named(sentence).collect();
    let before = all
        .iter()
        .filter(|(_, mark)| {
            let between = sentence.text.get(mark.end..at.start);
            mark.end <= at.start
                && between.is_some_and(|between| !between.contains([',', ';']))
                && sentence.words_between(mark.end, at.start).len() <= 3
        })
        .max_by_key(|(_, mark)| mark.start);
    if let Some(found) = before {
        return vec![*found];
    }
    let mut from = at.end;
    let mut listed = Vec::new();
    for (sector, mark) in all.iter().filter(|(_, mark)| mark.start >= at.end) {
        let between = sentence.words_between(from, mark.start);
        let joins = between.iter().all(|word| {
            matches!(
                word.as_str(),
                "by" | "from" | "and" | "the" | "for" | "were" | "was" | "received"
            )
        });
        if !joins {
            break;
        }
        listed.push((*sector, *mark));
        from = mark.end;
    }
    listed
}

/// Whether the attendance is that of the person concerned, or of somebody named who did not make the record.
fn speaks_of_others(record: &Record, sentence: &Sentence, mark: Mark) -> bool {
    const OTHERS: [Cue; 6] = [
        Cue::Female,
        Cue::Male,
        Cue::Victim,
        Cue::Perpetrator,
        Cue::Child,
        Cue::CallerMother,
    ];
    let people = sentence
        .of_any(&OTHERS)
        .any(|other| sentence.distance(other, mark) <= 4);
    let named = sentence.text.get(mark.end..).is_some_and(|after| {
        let after = after.trim_start();
        let by = after.strip_prefix("by ").or_else(|| {
            let attended_by = sentence.text[mark.start..mark.end]
                .to_lowercase()
                .ends_with(" by");
            attended_by.then_some(after)
        });
        by.is_some_and(|by| {
            let recorder = record.entry.recorder.trim();
            let capital = by.starts_with(char::is_uppercase);
            capital && (recorder.is_empty() || !by.starts_with(recorder))
        })
    });
    people || named
}

/// "Male had left before police arrived", "suspect present on arrival".
fn on_arrival(reader: &Reader, record: &Record, sentence: &Sentence, found: &mut Vec<Met>) {
    let arrival = if sentence.has(Cue::ServicePolice) {
        "police"
    } else if sentence.has(Cue::ServiceAmbulance) {
        "ambulance"
    } else if matches!(record.sector, "police" | "ambulance") {
        record.sector
    } else {
        return;
    };
    for mark in sentence.of_any(&[Cue::GoneBefore, Cue::StillThere]) {
        let subject = Subject::near(reader, sentence, mark);
        if subject.is_known() && !sentence.is_denied(mark) && !sentence.has(Cue::Planned) {
            found.push(Met {
                subject,
                there: mark.cue == Cue::StillThere,
                arrival: arrival.to_owned(),
                words: sentence.quote(mark.start, mark.end),
            });
        }
    }
}

pub(super) fn compare(a: &Attendance, b: &Attendance) -> Option<Odds> {
    for (sector, there, words) in &a.services {
        let of_sector = || b.services.iter().filter(|(other, _, _)| other == sector);
        let itself = a
            .services
            .iter()
            .any(|(other, also, _)| other == sector && also != there);
        let agrees = of_sector().any(|(_, other, _)| other == there);
        if let (Some((_, _, other_words)), false, false) = (of_sector().next(), itself, agrees) {
            return Some(Odds::new(
                words,
                other_words,
                "By one record they were at the meeting, by the other they were not.".to_owned(),
            ));
        }
    }
    for one in &a.people {
        for other in &b.people {
            let same = one.arrival == other.arrival && one.subject.may_be(&other.subject);
            if same && one.there != other.there {
                return Some(Odds::new(
                    &one.words,
                    &other.words,
                    "By one record this person was there on arrival, by the other already gone."
                        .to_owned(),
                ));
            }
        }
    }
    None
}
