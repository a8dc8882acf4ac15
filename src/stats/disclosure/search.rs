//! Another filling of the tables in which one count is higher or lower by one.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use super::system::{Seen, System};

/// A filling, and what else would have to be left out for it to be possible.
#[derive(Debug, Clone)]
pub(super) struct Way {
    pub(super) filling: Vec<i64>,
    pub(super) changes: Vec<(usize, Seen)>,
    /// Of all changes; the sum of the counts that would be left out, by and large.
    pub(super) cost: i64,
}

/// What may be done for a way to be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Allowed {
    Nothing,
    /// Counts that are shown may be left out to protect another, but no zero: whoever knows that it is not small knows that
    /// it is a zero, or large.
    LeavingOut,
    /// Also, of counts that are left out or shown, nothing at all may be told.
    Withholding,
}

/// Sums that do not add up yet, and by how much.
type Open = Vec<(usize, i64)>;

/// One more count is moved by one.
struct Move {
    before: Option<usize>,
    count: usize,
    step: i64,
    open: Open,
}

/// Searching further than so far finds hardly anything more; then more than need be is left out.
const MOST_VISITED: usize = 20_000;
const MOST_OPEN: usize = 10;

/// The cheapest way from `filling` to one where `count` is higher or lower by `step` (1 or -1) and every sum adds up again.
/// Counts are moved by one, one after another, until no sum is open. In tables of rows and columns that finds a way where there
/// is one; where tables share figures, it may miss it.
pub(super) fn way(
    system: &System,
    filling: &[i64],
    count: usize,
    step: i64,
    allowed: Allowed,
) -> Option<Way> {
    let search = Search {
        system,
        filling,
        start: count,
        allowed,
    };
    search.cheapest(step)
}

struct Search<'a> {
    system: &'a System,
    filling: &'a [i64],
    start: usize,
    allowed: Allowed,
}

impl Search<'_> {
    fn cheapest(&self, step: i64) -> Option<Way> {
        let mut moves = vec![Move {
            before: None,
            count: self.start,
            step,
            open: self.opened(&[], self.start, step),
        }];
        let mut visited: BTreeSet<Open> = BTreeSet::new();
        let first = self.cost_at(self.start, self.filling[self.start] + step)?;
        let mut next = BinaryHeap::from([Reverse((first, 0_usize, 0_usize))]);
        while let Some(Reverse((cost, length, at))) = next.pop() {
            if visited.len() > MOST_VISITED {
                return None;
            }
            if !visited.insert(moves[at].open.clone()) {
                continue;
            }
            let Some((sum, excess)) = moves[at].open.first().copied() else {
                return Some(self.way_along(&moves, at, cost));
            };
            for (count, factor) in &self.system.sums[sum] {
                let step = -excess.signum() * factor.signum();
                let Some(extra) = self.cost_of(&moves, at, *count, step) else {
                    continue;
                };
                let open = self.opened(&moves[at].open, *count, step);
                if open.len() > MOST_OPEN || visited.contains(&open) {
                    continue;
                }
                next.push(Reverse((cost + extra, length + 1, moves.len())));
                moves.push(Move {
                    before: Some(at),
                    count: *count,
                    step,
                    open,
                });
            }
        }
        None
    }

    /// What a further step of `count` costs, after those that led to `at`. `None` where it must not be taken.
    fn cost_of(&self, moves: &[Move], at: usize, count: usize, step: i64) -> Option<i64> {
        if count == self.start {
            return None;
        }
        let moved: i64 = steps_to(moves, at)
            .filter(|one| one.count == count)
            .map(|one| one.step)
            .sum();
        if moved * step < 0 {
            return None;
        }
        let value = self.filling[count] + moved;
        Some(self.cost_at(count, value + step)? - self.cost_at(count, value)?)
    }

    /// What it costs that `count` might be `value`. `None` where nothing that is allowed makes it possible.
    fn cost_at(&self, count: usize, value: i64) -> Option<i64> {
        let own = self.system.counts[count].value;
        let threshold = self.system.rule.threshold() as i64;
        Some(match self.change_for(count, value)? {
            None => 0,
            Some(Seen::Withheld) => own.max(threshold) + 1,
            Some(_) => own,
        })
    }

    /// How `count` would have to be seen for `value` to be possible. `None`: no way that is allowed; `Some(None)`: as it is.
    fn change_for(&self, count: usize, value: i64) -> Option<Option<Seen>> {
        let system = self.system;
        let seen = system.counts[count].seen;
        if system.may_be(count, seen, value) {
            return Some(None);
        }
        let leave_out = Seen::Protecting(self.start);
        let may_leave_out = seen == Seen::Shown && system.counts[count].value > 0;
        match self.allowed {
            Allowed::Nothing => None,
            _ if may_leave_out && system.may_be(count, leave_out, value) => Some(Some(leave_out)),
            Allowed::Withholding if system.may_be(count, Seen::Withheld, value) => {
                Some(Some(Seen::Withheld))
            }
            _ => None,
        }
    }

    fn opened(&self, open: &[(usize, i64)], count: usize, step: i64) -> Open {
        let mut open: Open = open.to_vec();
        for (sum, factor) in &self.system.counts[count].sums {
            match open.binary_search_by_key(sum, |(sum, _)| *sum) {
                Ok(place) => open[place].1 += factor * step,
                Err(place) => open.insert(place, (*sum, factor * step)),
            }
        }
        open.retain(|(_, excess)| *excess != 0);
        open
    }

    fn way_along(&self, moves: &[Move], at: usize, cost: i64) -> Way {
        let mut filling = self.filling.to_vec();
        let steps: BTreeSet<usize> = steps_to(moves, at)
            .map(|one| {
                filling[one.count] += one.step;
                one.count
            })
            .collect();
        let change = |count: usize| Some((count, self.change_for(count, filling[count])??));
        Way {
            changes: steps.into_iter().filter_map(change).collect(),
            filling,
            cost,
        }
    }
}

fn steps_to(moves: &[Move], at: usize) -> impl Iterator<Item = &Move> {
    std::iter::successors(moves.get(at), |one| moves.get(one.before?))
}
