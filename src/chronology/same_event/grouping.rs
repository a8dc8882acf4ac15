//! From pairs to groups, without chaining: a record joins a group only where it fits the group as a whole.

use std::collections::{HashMap, HashSet};

use super::candidates::Pair;
use super::records::Records;
use crate::jobs::{Cancelled, Progress};
use crate::model::{EntryId, EventId, Review};

/// Records of one event, as indices into [`Records::all`].
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Group {
    pub records: Vec<usize>,
    pub event: Option<EventId>,
    /// From 0 to 1.
    pub sureness: f32,
}

/// Two groups become one where their pairs are on average at least so likely.
const COHESION: f32 = 0.4;
/// What the second tie of a record counts beside its first.
const SECOND: f32 = 0.5;
/// An event has no more records than this.
const LARGEST: usize = 30;

/// Groups of at least two records with something new in them, in order of their first record.
pub(super) fn groups(
    review: &Review,
    records: &Records,
    pairs: Vec<Pair>,
    progress: &dyn Progress,
) -> Result<Vec<Group>, Cancelled> {
    let mut forming = Forming::of(review, records);
    let pairs = surest_first(records, pairs);
    let total = 2 * pairs.len() as u64;
    // A pair that did not fit at first may fit when the groups have grown.
    for (done, pair) in (0..).zip(pairs.iter().chain(&pairs)) {
        progress.report(done, Some(total), "Forming groups")?;
        forming.try_to_join(pair.one as usize, pair.other as usize);
    }
    Ok(forming.finish())
}

fn surest_first(records: &Records, mut pairs: Vec<Pair>) -> Vec<Pair> {
    // Among equals the wording decides, not the order of import.
    let tie = |pair: &Pair| {
        let (one, other) = (
            records.all[pair.one as usize].fingerprint,
            records.all[pair.other as usize].fingerprint,
        );
        (one.min(other), one.max(other), pair.one, pair.other)
    };
    pairs.sort_by(|one, other| {
        other
            .likelihood
            .total_cmp(&one.likelihood)
            .then_with(|| tie(one).cmp(&tie(other)))
    });
    pairs
}

struct Forming<'a> {
    records: &'a Records,
    parted: HashSet<(usize, usize)>,
    /// The group of each record.
    group_of: Vec<usize>,
    members: Vec<Vec<usize>>,
    events: Vec<Option<EventId>>,
    /// What the chair has joined already.
    settled: HashMap<EventId, HashSet<usize>>,
}

impl<'a> Forming<'a> {
    fn of(review: &Review, records: &'a Records) -> Self {
        let at: HashMap<EntryId, usize> = records
            .all
            .iter()
            .enumerate()
            .map(|(at, record)| (review.entries[record.entry].id, at))
            .collect();
        let mut forming = Self {
            records,
            parted: HashSet::new(),
            group_of: (0..records.all.len()).collect(),
            members: (0..records.all.len()).map(|at| vec![at]).collect(),
            events: vec![None; records.all.len()],
            settled: HashMap::new(),
        };
        for parted in &review.parted {
            if let (Some(one), Some(other)) = (at.get(&parted.one), at.get(&parted.other)) {
                forming.parted.insert(ordered(*one, *other));
            }
        }
        for event in &review.events {
            let mut members = event
                .entries
                .iter()
                .filter_map(|entry| at.get(entry).copied());
            if let Some(first) = members.next() {
                forming.events[first] = Some(event.id);
                let settled = forming.settled.entry(event.id).or_default();
                settled.insert(first);
                let rest: Vec<usize> = members.collect();
                settled.extend(&rest);
                for member in rest {
                    forming.merge(first, member);
                }
            }
        }
        forming
    }

    /// Puts the group `other` into the group `into`.
    fn merge(&mut self, into: usize, other: usize) {
        let moved = std::mem::take(&mut self.members[other]);
        for record in &moved {
            self.group_of[*record] = into;
        }
        self.members[into].extend(moved);
        self.events[into] = self.events[into].or(self.events[other]);
    }

    fn try_to_join(&mut self, one: usize, other: usize) {
        let (one, other) = ordered(self.group_of[one], self.group_of[other]);
        let both_settled = self.events[one].is_some() && self.events[other].is_some();
        let size = self.members[one].len() + self.members[other].len();
        if one == other || both_settled || size > LARGEST {
            return;
        }
        let mut sum = 0.0;
        for a in &self.members[one] {
            for b in &self.members[other] {
                if self.parted.contains(&ordered(*a, *b)) {
                    return;
                }
                sum += self.records.weigh(*a, *b).likelihood();
            }
        }
        let crossing = self.members[one].len() * self.members[other].len();
        if sum / crossing as f32 >= COHESION {
            self.merge(one, other);
        }
    }

    fn finish(mut self) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for (members, event) in self.members.iter_mut().zip(&self.events) {
            members.sort_unstable();
            let settled = event.as_ref().and_then(|event| self.settled.get(event));
            if members.len() < 2 {
                continue;
            }
            if let Some(sureness) = sureness(self.records, members, settled) {
                groups.push(Group {
                    records: std::mem::take(members),
                    event: *event,
                    sureness,
                });
            }
        }
        groups.sort_by_key(|group| group.records[0]);
        groups
    }
}

/// How sure the group is: how well each record that is new stands in it, on average. `None` where nothing is new.
///
/// A record is held by its surest tie to another and, less so, by its second: two agencies that agree with it are more than one.
fn sureness(records: &Records, members: &[usize], settled: Option<&HashSet<usize>>) -> Option<f32> {
    let is_settled = |at: &usize| settled.is_some_and(|settled| settled.contains(at));
    let mut sum = 0.0;
    let mut new = 0u32;
    for one in members.iter().filter(|at| !is_settled(at)) {
        let (mut surest, mut second) = (0.0f32, 0.0f32);
        for other in members.iter().filter(|other| *other != one) {
            let likelihood = records.weigh(*one, *other).likelihood();
            if likelihood > surest {
                (surest, second) = (likelihood, surest);
            } else {
                second = second.max(likelihood);
            }
        }
        sum += 1.0 - (1.0 - surest) * (1.0 - SECOND * second);
        new += 1;
    }
    (new > 0).then(|| sum / new as f32)
}

fn ordered(one: usize, other: usize) -> (usize, usize) {
    (one.min(other), one.max(other))
}
