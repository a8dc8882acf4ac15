//! How much of what is known to be one event is proposed as one.

use std::collections::HashSet;

use super::PlantedEvent;
use crate::chronology::Proposal;
use crate::model::EntryId;

/// Pairs of records of one event: those that are there, those proposed, those that are both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PairsFound {
    pub there: usize,
    pub proposed: usize,
    pub right: usize,
}

impl PairsFound {
    /// The part of what was proposed that is right; 1 where nothing was.
    pub fn precision(&self) -> f64 {
        part(self.right, self.proposed)
    }

    /// The part of what is there that was proposed; 1 where there is nothing.
    pub fn recall(&self) -> f64 {
        part(self.right, self.there)
    }
}

fn part(some: usize, all: usize) -> f64 {
    if all == 0 {
        return 1.0;
    }
    some as f64 / all as f64
}

type Pair = (EntryId, EntryId);

/// Counts the pairs among proposals of a confidence from `at_least` to below `below`. Pairs with a record that stands beside an
/// event count neither way. Only pairs that are `counted` do, for looking at a part of a review.
pub fn pairs_found<'a>(
    events: impl IntoIterator<Item = &'a PlantedEvent>,
    proposals: &[Proposal],
    at_least: f32,
    below: f32,
    counted: impl Fn(EntryId, EntryId) -> bool,
) -> PairsFound {
    let mut there: HashSet<Pair> = HashSet::new();
    let mut either: HashSet<Pair> = HashSet::new();
    for event in events {
        there.extend(pairs(&event.entries));
        let all: Vec<EntryId> = event.entries.iter().chain(&event.beside).copied().collect();
        either.extend(pairs(&all));
    }
    let proposed: HashSet<Pair> = proposals
        .iter()
        .filter(|proposal| (at_least..below).contains(&proposal.confidence))
        .flat_map(|proposal| pairs(&proposal.entries))
        .filter(|pair| there.contains(pair) || !either.contains(pair))
        .collect();
    let count = |set: &mut dyn Iterator<Item = &Pair>| {
        set.filter(|(one, other)| counted(*one, *other)).count()
    };
    PairsFound {
        there: count(&mut there.iter()),
        proposed: count(&mut proposed.iter()),
        right: count(&mut proposed.intersection(&there)),
    }
}

fn pairs(entries: &[EntryId]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (at, one) in entries.iter().enumerate() {
        for other in &entries[at + 1..] {
            pairs.push((*one.min(other), *one.max(other)));
        }
    }
    pairs
}
