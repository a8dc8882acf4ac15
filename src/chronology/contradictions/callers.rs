//! Who called for help.

use super::Odds;
use super::cues::{Cue, Mark};
use super::record::{Reader, Record, Sentence};
use crate::model::{PersonId, Role};

/// Who a caller may have been, a bit for each kind of person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kinds(u32);

const VICTIM: u32 = 1;
const PERPETRATOR: u32 = 1 << 1;
const CHILD: u32 = 1 << 2;
const MOTHER: u32 = 1 << 3;
const FATHER: u32 = 1 << 4;
const SIBLING: u32 = 1 << 5;
const KIN: u32 = 1 << 6;
const NEIGHBOUR: u32 = 1 << 7;
const FRIEND: u32 = 1 << 8;
const PASSER_BY: u32 = 1 << 9;
const STAFF: u32 = 1 << 10;
const PROFESSIONAL: u32 = 1 << 11;
const ANYBODY: u32 = u32::MAX;

const KINDS: [(Cue, u32); 15] = [
    (Cue::CallerVictim, VICTIM),
    (Cue::CallerPerpetrator, PERPETRATOR),
    (Cue::CallerPartner, VICTIM | PERPETRATOR),
    (Cue::CallerChild, CHILD),
    // Of whom is she the mother? In a school's record often of the pupil, and so herself the victim.
    (Cue::CallerMother, VICTIM | MOTHER),
    (Cue::CallerFather, PERPETRATOR | FATHER),
    (Cue::CallerSibling, SIBLING),
    (Cue::CallerKin, KIN),
    (Cue::CallerFamily, CHILD | MOTHER | FATHER | SIBLING | KIN),
    (Cue::CallerNeighbour, NEIGHBOUR | FRIEND),
    (Cue::CallerFriend, FRIEND | NEIGHBOUR),
    (Cue::CallerPublic, PASSER_BY | NEIGHBOUR | FRIEND | STAFF),
    (Cue::CallerStaff, STAFF | PASSER_BY),
    (Cue::CallerProfessional, PROFESSIONAL | STAFF),
    (Cue::CallerUnknown, ANYBODY),
];

/// Which service was called.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Called {
    /// Key of a sector.
    Sector(String),
    Unknown,
}

#[derive(Debug, Clone)]
pub(super) struct Caller {
    kinds: Kinds,
    person: Option<PersonId>,
    called: Called,
    words: String,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Callers {
    callers: Vec<Caller>,
    /// It speaks of more than one call.
    several: bool,
}

pub(super) fn callers(reader: &Reader, record: &Record) -> Callers {
    let mut found = Callers::default();
    for sentence in &record.sentences {
        found.several |= sentence.has(Cue::MoreCalls);
        behind(reader, record, sentence, &mut found.callers);
        before(reader, sentence, &mut found.callers);
    }
    found
}

/// "Call from a neighbour", "caller: daughter", "police were called by her sister".
fn behind(reader: &Reader, record: &Record, sentence: &Sentence, found: &mut Vec<Caller>) {
    for mark in sentence.of_any(&[Cue::CallFrom, Cue::CallMadeBy, Cue::AmbulanceCalledBy]) {
        let Some((who, place)) = nearest(reader, sentence, |at| {
            at.start >= mark.end && sentence.words_between(mark.end, at.start).len() <= 4
        }) else {
            continue;
        };
        if is_parted(sentence, mark.end, place.start) {
            continue;
        }
        let called = match mark.cue {
            Cue::CallFrom => Called::Sector(record.sector.to_owned()),
            Cue::AmbulanceCalledBy => Called::Sector("ambulance".to_owned()),
            _ if sentence.text[mark.start..mark.end]
                .to_lowercase()
                .contains("police") =>
            {
                Called::Sector("police".to_owned())
            }
            _ => Called::Unknown,
        };
        found.push(who.with(called, sentence.quote(mark.start, place.end)));
    }
}

/// "A neighbour called the police": the caller stands before.
fn before(reader: &Reader, sentence: &Sentence, found: &mut Vec<Caller>) {
    for mark in sentence.of_any(&[Cue::CalledPolice, Cue::CalledAmbulance]) {
        let Some((who, place)) = nearest(reader, sentence, |at| {
            at.end <= mark.start && sentence.words_between(at.end, mark.start).len() <= 3
        }) else {
            continue;
        };
        let between = sentence.words_between(place.end, mark.start);
        let only_helpers = between.iter().all(|word| {
            matches!(
                word.as_str(),
                "had"
                    | "has"
                    | "then"
                    | "who"
                    | "also"
                    | "downstairs"
                    | "upstairs"
                    | "later"
                    | "eventually"
                    | "immediately"
                    | "next"
                    | "door"
                    | "having"
            )
        });
        if is_parted(sentence, place.end, mark.start) || !only_helpers || sentence.is_denied(mark) {
            continue;
        }
        let ambulance = mark.cue == Cue::CalledAmbulance;
        let words = sentence.text[mark.start..mark.end].to_lowercase();
        let called = match (ambulance, words.contains("police")) {
            (true, _) => Called::Sector("ambulance".to_owned()),
            (_, true) => Called::Sector("police".to_owned()),
            _ => Called::Unknown,
        };
        found.push(who.with(called, sentence.quote(place.start, mark.end)));
    }
}

fn is_parted(sentence: &Sentence, from: usize, until: usize) -> bool {
    sentence
        .text
        .get(from..until)
        .is_some_and(|between| between.contains([',', '(', '"', '“']))
}

struct Who {
    kinds: u32,
    person: Option<PersonId>,
}

impl Who {
    fn with(&self, called: Called, words: String) -> Caller {
        Caller {
            kinds: Kinds(self.kinds),
            person: self.person,
            called,
            words,
        }
    }
}

/// The caller named at a place that fits, by a word or by name; the first, with the name or word beside it.
fn nearest(
    reader: &Reader,
    sentence: &Sentence,
    fits: impl Fn(Mark) -> bool,
) -> Option<(Who, Mark)> {
    let callers = KINDS.map(|(cue, _)| cue);
    let marked = sentence.of_any(&callers).filter_map(|mark| {
        let kinds = KINDS.iter().find(|(cue, _)| *cue == mark.cue)?.1;
        Some((kinds, None, mark))
    });
    let named = sentence.people.iter().map(|(range, person)| {
        let kinds = match reader.people.get(person).map(|whom| whom.role) {
            Some(Role::Victim) => VICTIM,
            Some(Role::Perpetrator) => PERPETRATOR,
            Some(Role::Child) => CHILD,
            Some(Role::Family) => MOTHER | FATHER | SIBLING | KIN | FRIEND,
            Some(Role::Professional) => PROFESSIONAL | STAFF,
            _ => ANYBODY,
        };
        let mark = Mark {
            cue: Cue::CallerUnknown,
            start: range.start,
            end: range.end,
        };
        (kinds, Some(*person), mark)
    });
    let all: Vec<(u32, Option<PersonId>, Mark)> = marked
        .chain(named)
        .filter(|(_, _, mark)| fits(*mark))
        .collect();
    let (kinds, person, place) = *all.iter().min_by_key(|(_, _, mark)| mark.start)?;
    // "Neighbour FARRANT", "her sister Ade": two words for one caller.
    let beside = all
        .iter()
        .find(|(_, _, mark)| mark.start > place.start && mark.start <= place.end + 2);
    let (kinds, person, end) = match beside {
        Some((more, name, mark)) => {
            let both = kinds & more;
            (
                if both == 0 { kinds } else { both },
                person.or(*name),
                mark.end,
            )
        }
        None => (kinds, person, place.end),
    };
    Some((Who { kinds, person }, Mark { end, ..place }))
}

pub(super) fn compare(a: &Callers, b: &Callers) -> Option<Odds> {
    if a.several || b.several {
        return None;
    }
    let agree = |one: &Caller, other: &Caller| {
        let kinds = one.kinds.0 & other.kinds.0 != 0;
        let people = one
            .person
            .zip(other.person)
            .is_none_or(|(one, other)| one == other);
        kinds && people
    };
    for one in &a.callers {
        for other in &b.callers {
            let same_call = match (&one.called, &other.called) {
                (Called::Sector(sector), Called::Sector(other)) => sector == other,
                _ => true,
            };
            let elsewhere = a.callers.iter().any(|caller| agree(caller, other))
                || b.callers.iter().any(|caller| agree(one, caller));
            if same_call && !agree(one, other) && !elsewhere {
                return Some(Odds::new(
                    &one.words,
                    &other.words,
                    "The two records name different callers.".to_owned(),
                ));
            }
        }
    }
    None
}
