//! Where it happened.

use super::Odds;
use super::cues::{Cue, Mark};
use super::record::{Record, Sentence};

#[derive(Debug, Clone)]
pub(super) struct Placed {
    place: Cue,
    words: String,
}

const PLACES: [Cue; 8] = [
    Cue::PlaceHome,
    Cue::PlaceStreet,
    Cue::PlaceLicensed,
    Cue::PlaceWork,
    Cue::PlaceSchool,
    Cue::PlaceVehicle,
    Cue::PlaceHospital,
    Cue::PlaceKinHome,
];

/// Places right behind a word for the event: "assaulted outside the pub", "Location: home address". Places that are only
/// mentioned (where she was taken, where she works) say nothing of it.
pub(super) fn places(record: &Record) -> Vec<Placed> {
    let mut found: Vec<Placed> = Vec::new();
    for sentence in &record.sentences {
        for event in sentence.of(Cue::EventNoun) {
            if sentence.is_denied(event)
                || sentence.has(Cue::Planned)
                || sentence.has(Cue::RiskEarlier)
            {
                continue;
            }
            for place in sentence.of_any(&PLACES) {
                if place.start >= event.end && leads(sentence, event, place) {
                    found.push(Placed {
                        place: place.cue,
                        words: sentence.quote(event.start, place.end),
                    });
                }
            }
        }
    }
    found
}

fn leads(sentence: &Sentence, event: Mark, place: Mark) -> bool {
    let between = sentence.words_between(event.end, place.start);
    let gap = &sentence.text[event.end..place.start];
    let labelled = gap.trim_start().starts_with(':') && between.len() <= 2;
    let led = between.iter().all(|word| {
        matches!(
            word.as_str(),
            "at" | "in"
                | "inside"
                | "outside"
                | "on"
                | "near"
                | "the"
                | "their"
                | "her"
                | "his"
                | "a"
                | "an"
                | "place"
                | "took"
                | "occurred"
                | "happened"
                | "was"
                | "had"
                | "taken"
                | "him"
                | "by"
                | "partner"
                | "victim"
                | "while"
                | "they"
                | "were"
                | "family"
        )
    });
    labelled || (led && between.len() <= 7 && !gap.contains([',', '(']))
}

pub(super) fn compare(a: &[Placed], b: &[Placed]) -> Option<Odds> {
    let (one, other) = a.first().zip(b.first())?;
    let shared = a
        .iter()
        .any(|placed| b.iter().any(|other| may_be_one(placed.place, other.place)));
    (!shared).then(|| {
        Odds::new(
            &one.words,
            &other.words,
            "The two records have it happen in different places.".to_owned(),
        )
    })
}

/// "Outside the house" lies in the street, and so does the car, the public house or the school gate.
fn may_be_one(one: Cue, other: Cue) -> bool {
    let open = |place: Cue| {
        matches!(
            place,
            Cue::PlaceLicensed
                | Cue::PlaceSchool
                | Cue::PlaceVehicle
                | Cue::PlaceWork
                | Cue::PlaceKinHome
        )
    };
    let homes = |place: Cue| matches!(place, Cue::PlaceHome | Cue::PlaceKinHome);
    one == other
        || (one == Cue::PlaceStreet && open(other))
        || (other == Cue::PlaceStreet && open(one))
        || (homes(one) && homes(other))
        || (one == Cue::PlaceVehicle && homes(other))
}
