//! Where the records of one event cannot all be right.
//!
//! A file for each subject: it reads what an entry says of it, by the word lists of `words.toml` and with an eye to
//! denials, plans and what lay earlier, and says which two things exclude each other. In doubt it stays silent.

mod attendance;
mod callers;
mod children;
mod clock;
mod cues;
mod injury;
mod outcome;
mod place;
mod record;
mod risk;
mod services;
mod time;

use std::collections::HashSet;

use chrono::NaiveDate;

use super::PeopleIndex;
use crate::jobs::in_parts;
use crate::model::{About, Entry, EntryId, Review};
use record::{Reader, Record};

/// Two records that contradict each other, with their words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub about: About,
    /// As [`crate::model::Contradiction::entries`].
    pub entries: [EntryId; 2],
    pub a: String,
    pub b: String,
    /// A sentence for the chair: “The calls are 18 minutes apart.”
    pub why: String,
}

/// Contradictions among the entries of each group (an event, or a proposal); in order of group, then of entry. Of one
/// pair at most one about each subject. Withdrawn entries are left out.
/// Those the chair has already looked at (same entries, same [`About`] in `review.contradictions`) are found all the same.
pub fn contradictions(
    review: &Review,
    groups: &[Vec<EntryId>],
    people: &PeopleIndex,
) -> Vec<Found> {
    let reader = Reader::of(review);
    let parts = in_parts(groups, WORTH_A_THREAD, |_, part| -> Vec<Found> {
        let of_group = |group: &Vec<EntryId>| in_group(review, &reader, people, group);
        part.iter().flat_map(of_group).collect()
    });
    let mut seen: HashSet<([EntryId; 2], About)> = HashSet::new();
    let mut found: Vec<Found> = parts.into_iter().flatten().collect();
    found.retain(|one| seen.insert((one.entries, one.about)));
    found
}

/// Fewer groups than this are read sooner than another thread is started.
const WORTH_A_THREAD: usize = 500;

fn in_group(
    review: &Review,
    reader: &Reader,
    people: &PeopleIndex,
    group: &[EntryId],
) -> Vec<Found> {
    let mut ids: Vec<EntryId> = group.to_vec();
    ids.sort_unstable();
    ids.dedup();
    let place = |id: &EntryId| review.entries.binary_search_by_key(id, |entry| entry.id);
    let records: Vec<Said> = ids
        .iter()
        .filter_map(|id| place(id).ok())
        .map(|at| (&*review.entries[at], !people.in_entry(at).is_empty()))
        .filter(|(entry, _)| entry.withdrawn.is_none())
        .map(|(entry, names_people)| Said::of(reader, reader.read(entry, names_people)))
        .collect();
    let later = later_calls(&records);
    let mut found = Vec::new();
    for (at, one) in records.iter().enumerate() {
        for other in &records[at + 1..] {
            compare(one, other, &later, &mut found);
        }
    }
    found
}

/// Entries of a group with an agency's second or later call about the event: its time says nothing of the first.
fn later_calls(records: &[Said]) -> HashSet<EntryId> {
    let calls: Vec<_> = records
        .iter()
        .filter_map(|said| Some((said.record.entry, time::call_of(&said.times)?)))
        .collect();
    let is_later = |(entry, call): &&(&Entry, (NaiveDate, i32))| {
        calls
            .iter()
            .any(|(other, first)| other.agency == entry.agency && first < call)
    };
    let later = calls.iter().filter(is_later);
    later.map(|(entry, _)| entry.id).collect()
}

/// What one record says of each subject.
struct Said<'a> {
    record: Record<'a>,
    times: Vec<time::Timed>,
    callers: callers::Callers,
    attendance: attendance::Attendance,
    places: Vec<place::Placed>,
    injuries: injury::Injuries,
    risks: risk::Risks,
    outcomes: outcome::Outcomes,
    children: Vec<children::Said>,
}

impl<'a> Said<'a> {
    fn of(reader: &Reader, record: Record<'a>) -> Self {
        Self {
            times: time::times(&record),
            callers: callers::callers(reader, &record),
            attendance: attendance::attendance(reader, &record),
            places: place::places(&record),
            injuries: injury::injuries(reader, &record),
            risks: risk::risks(&record),
            outcomes: outcome::outcomes(reader, &record),
            children: children::children(reader, &record),
            record,
        }
    }
}

/// Two wordings that stand against each other, and why.
struct Odds {
    a: String,
    b: String,
    why: String,
}

impl Odds {
    fn new(a: &str, b: &str, why: String) -> Self {
        Self {
            a: a.to_owned(),
            b: b.to_owned(),
            why,
        }
    }
}

fn compare(a: &Said, b: &Said, later_calls: &HashSet<EntryId>, found: &mut Vec<Found>) {
    let entries = [a.record.entry.id, b.record.entry.id];
    let person = callers::compare(&a.callers, &b.callers)
        .or_else(|| attendance::compare(&a.attendance, &b.attendance));
    let times_of = |said: &Said| match later_calls.contains(&said.record.entry.id) {
        true => time::without_call(&said.times),
        false => said.times.clone(),
    };
    let times = match a.times.is_empty() || b.times.is_empty() {
        true => None,
        false => time::compare((&a.record, &times_of(a)), (&b.record, &times_of(b))),
    };
    let (one, other) = (a.record.entry, b.record.entry);
    let moments = one.agency == other.agency && one.when.order_key() != other.when.order_key();
    let all = [
        (About::Time, times),
        (About::Person, person),
        (About::Place, place::compare(&a.places, &b.places)),
        (About::Injury, injury::compare(&a.injuries, &b.injuries)),
        (About::RiskLevel, risk::compare(&a.risks, &b.risks)),
        (About::Outcome, outcome::compare(&a.outcomes, &b.outcomes)),
        (
            About::Children,
            children::compare(&a.children, &b.children, moments),
        ),
    ];
    for (about, odds) in all {
        found.extend(odds.map(|Odds { a, b, why }| Found {
            about,
            entries,
            a,
            b,
            why,
        }));
    }
}
