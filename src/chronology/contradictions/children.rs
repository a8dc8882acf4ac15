//! Whether children were there, and whether they slept.

use std::collections::BTreeSet;

use super::Odds;
use super::cues::{Cue, Mark};
use super::record::{Reader, Record, Sentence};
use crate::model::{PersonId, Role};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Absent,
    Present,
    Asleep,
    Awake,
}

#[derive(Debug, Clone)]
pub(super) struct Said {
    state: State,
    who: Who,
    words: String,
}

/// Of which children it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Who {
    /// "Children", "kids", "no children": all of them.
    All,
    Named(BTreeSet<PersonId>),
    /// By a word that fits some of them only: "baby", "daughter".
    Kind(Cue),
}

const CHILDREN: [Cue; 6] = [
    Cue::Child,
    Cue::Baby,
    Cue::Son,
    Cue::Daughter,
    Cue::OlderChild,
    Cue::YoungerChild,
];

pub(super) fn children(reader: &Reader, record: &Record) -> Vec<Said> {
    let mut found = Vec::new();
    for sentence in &record.sentences {
        if sentence.has(Cue::Planned) && !sentence.heading {
            continue;
        }
        in_sentence(reader, sentence, &mut found);
    }
    found
}

fn in_sentence(reader: &Reader, sentence: &Sentence, found: &mut Vec<Said>) {
    for mark in sentence.of(Cue::ByChildren) {
        if !sentence.is_denied(mark) {
            found.push(Said {
                state: State::Awake,
                who: Who::All,
                words: sentence.quote(mark.start, mark.end),
            });
        }
    }
    for (start, end, who) in subjects(reader, sentence) {
        let subject = Mark {
            cue: Cue::Child,
            start,
            end,
        };
        let none = who == Who::All && none_of(sentence, start);
        for mark in states(sentence, subject, &who) {
            let denied = sentence.is_denied(mark);
            let state = match (mark.cue, denied || none) {
                (Cue::Asleep, false) | (Cue::DidNotWake, _) => State::Asleep,
                (Cue::Asleep, true) if !none => State::Awake,
                (Cue::Awake, false) => State::Awake,
                (Cue::AtHand, false) => State::Present,
                (Cue::AtHand, true) if is_general(sentence, mark) => State::Absent,
                (Cue::Away, false) => State::Absent,
                _ => continue,
            };
            found.push(Said {
                state,
                who: who.clone(),
                words: sentence.quote(start.min(mark.start), end.max(mark.end)),
            });
        }
    }
}

/// "not upstairs" does not say that they were away; "not present" does.
fn is_general(sentence: &Sentence, mark: Mark) -> bool {
    let words = sentence.text[mark.start..mark.end].to_lowercase();
    [
        "present",
        "at home",
        "in the house",
        "in the home",
        "property",
        "address",
        "scene",
        "sighted",
        "in the flat",
        "in the building",
    ]
    .iter()
    .any(|general| words.contains(general))
        && words != "sighted"
}

fn none_of(sentence: &Sentence, start: usize) -> bool {
    let before = sentence.text[..start].trim_end().to_lowercase();
    let word = before
        .rsplit(|letter: char| !letter.is_alphanumeric())
        .next();
    matches!(word, Some("no" | "nil" | "zero"))
}

/// Words and names for children in a sentence.
fn subjects(reader: &Reader, sentence: &Sentence) -> Vec<(usize, usize, Who)> {
    let mut found: Vec<(usize, usize, Who)> = Vec::new();
    for mark in sentence.of_any(&CHILDREN) {
        let who = match mark.cue {
            Cue::Child => Who::All,
            cue => Who::Kind(cue),
        };
        found.push((mark.start, mark.end, who));
    }
    let mut named = BTreeSet::new();
    let mut last: Option<(usize, usize)> = None;
    for (range, person) in &sentence.people {
        if reader
            .people
            .get(person)
            .is_some_and(|whom| whom.role == Role::Child)
        {
            named.insert(*person);
            let start = last.map_or(range.start, |(start, _)| start);
            last = Some((start, range.end));
        }
    }
    // "Children (Ade and Bisi) asleep": the general word counts.
    if let Some((start, end)) = last
        && found.is_empty()
    {
        found.push((start, end, Who::Named(named)));
    }
    found
}

/// What is said of the subject: states behind it in the sentence, before another subject takes over.
fn states(sentence: &Sentence, subject: Mark, who: &Who) -> Vec<Mark> {
    const STATES: [Cue; 5] = [
        Cue::Asleep,
        Cue::DidNotWake,
        Cue::Awake,
        Cue::AtHand,
        Cue::Away,
    ];
    const OTHERS: [Cue; 6] = [
        Cue::Female,
        Cue::Male,
        Cue::Victim,
        Cue::Perpetrator,
        Cue::ServicePolice,
        Cue::CallerNeighbour,
    ];
    let taken = sentence
        .of_any(&OTHERS)
        .filter(|mark| mark.start >= subject.end && !stays(sentence, *mark, who))
        .map(|mark| mark.start)
        .min()
        .unwrap_or(usize::MAX);
    sentence
        .of_any(&STATES)
        .filter(|mark| {
            let behind = mark.start >= subject.end && mark.start < taken;
            // "Present: two children", "asleep upstairs were both children".
            let before = mark.end <= subject.start
                && sentence.words_between(mark.end, subject.start).len() <= 2
                && mark.cue != Cue::Awake;
            (behind && sentence.words_between(subject.end, mark.start).len() <= 12) || before
        })
        .collect()
}

/// Whether the word brings no new subject: "her", "his" before a place, and "he" after one child's name.
fn stays(sentence: &Sentence, mark: Mark, who: &Who) -> bool {
    match sentence.text[mark.start..mark.end].to_lowercase().as_str() {
        "her" | "his" | "him" => true,
        "he" | "she" => *who != Who::All,
        _ => false,
    }
}

/// `moments`: two records of one agency of different times, between which children may wake or fall asleep.
pub(super) fn compare(a: &[Said], b: &[Said], moments: bool) -> Option<Odds> {
    let has = |side: &[Said], state: State| side.iter().any(|said| said.state == state);
    for one in a {
        for other in b {
            let Some(why) = at_odds(one.state, other.state) else {
                continue;
            };
            let slept = one.state == State::Asleep || other.state == State::Asleep;
            if moments && slept {
                continue;
            }
            let itself = has(a, other.state) || has(b, one.state);
            if !itself && same_children(one, other) {
                return Some(Odds::new(&one.words, &other.words, why.to_owned()));
            }
        }
    }
    None
}

fn at_odds(one: State, other: State) -> Option<&'static str> {
    use State::{Absent, Asleep, Awake, Present};
    match (one, other) {
        (Absent, Present | Awake | Asleep) | (Present | Awake | Asleep, Absent) => {
            Some("By one record children were there, by the other they were not.")
        }
        (Asleep, Awake) | (Awake, Asleep) => {
            Some("By one record the children slept, by the other they were awake.")
        }
        _ => None,
    }
}

/// Whether both speak of one child at least.
fn same_children(one: &Said, other: &Said) -> bool {
    match (&one.who, &other.who) {
        (Who::All, _) | (_, Who::All) => true,
        (Who::Named(some), Who::Named(others)) => !some.is_disjoint(others),
        (Who::Kind(kind), Who::Kind(other)) => kind == other,
        _ => false,
    }
}
