//! The tables of one release as one set of counts and sums.

use std::collections::{BTreeMap, BTreeSet};

use super::rule::{Refused, Rule};
use super::table::{Place, Spot, Table};

/// What a reader gets to see of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seen {
    Shown,
    /// Left out, since it is small; or small and never printed, which whoever reads that it is protected may guess.
    Small,
    /// Left out to protect another count.
    Protecting(usize),
    /// Left out, and whether it is small is not told.
    Withheld,
    /// Not small and never printed, but in a sum.
    Unprinted,
}

/// A count that stands in one or more places.
#[derive(Debug, Clone)]
pub(super) struct Count {
    pub(super) value: i64,
    /// Where it stood first.
    pub(super) spot: Spot,
    pub(super) seen: Seen,
    /// The sums that it is in, with its factor there.
    pub(super) sums: Vec<(usize, i64)>,
}

#[derive(Debug, Clone)]
pub(super) struct System {
    pub(super) rule: Rule,
    pub(super) counts: Vec<Count>,
    /// Counts with factors, which add up to nothing: a total has -1, its parts have 1.
    pub(super) sums: Vec<Vec<(usize, i64)>>,
    places: BTreeMap<Spot, usize>,
}

/// More people than this are in no table, and sums of so many stay whole numbers.
const MOST: u64 = u32::MAX as u64;
const ANY: i64 = i64::MAX / 4;

impl System {
    pub(super) fn of(tables: &[Table], rule: Rule) -> Result<Self, Refused> {
        let mut system = Self {
            rule,
            counts: Vec::new(),
            sums: Vec::new(),
            places: BTreeMap::new(),
        };
        let mut keys = BTreeSet::new();
        let mut names: BTreeMap<&str, usize> = BTreeMap::new();
        for table in tables {
            if !keys.insert(&table.key) {
                let key = table.key.clone();
                return Err(Refused::KeyTwice { key });
            }
            system.take_in(table, &mut names)?;
        }
        for table in tables {
            system.add_sums(table);
        }
        Ok(system)
    }

    fn take_in<'t>(
        &mut self,
        table: &'t Table,
        names: &mut BTreeMap<&'t str, usize>,
    ) -> Result<(), Refused> {
        let key = || table.key.clone();
        let spot = |place: Place| Spot {
            table: key(),
            place,
        };
        if !table.is_whole() {
            return Err(Refused::Ragged { table: key() });
        }
        if let Some((place, name)) = table
            .names
            .iter()
            .find(|(place, _)| table.count(**place).is_none())
        {
            let (spot, name) = (spot(*place), name.clone());
            return Err(Refused::NoSuchPlace { spot, name });
        }
        for place in table.places() {
            let Some(value) = table.count(place) else {
                continue;
            };
            if value > MOST {
                return Err(Refused::TooLarge { table: key() });
            }
            let printed = !table.unprinted.contains(&place);
            let name = table.names.get(&place).map(String::as_str);
            let known = name.and_then(|name| names.get(name).copied());
            let count = match known {
                Some(count) => count,
                None => self.added(value, spot(place)),
            };
            let small = self.rule.is_small(value);
            let found = &mut self.counts[count];
            if found.value != value as i64 {
                return Err(Refused::Disagreement {
                    name: name.unwrap_or_default().to_owned(),
                    one: found.value.unsigned_abs(),
                    table: found.spot.table.clone(),
                    other: value,
                    other_table: key(),
                });
            }
            found.seen = match found.seen {
                _ if small => Seen::Small,
                _ if printed => Seen::Shown,
                seen => seen,
            };
            if let Some(name) = name {
                names.insert(name, count);
            }
            self.places.insert(spot(place), count);
        }
        Ok(())
    }

    fn added(&mut self, value: u64, spot: Spot) -> usize {
        self.counts.push(Count {
            value: value as i64,
            spot,
            seen: Seen::Unprinted,
            sums: Vec::new(),
        });
        self.counts.len() - 1
    }

    fn add_sums(&mut self, table: &Table) {
        for (total, parts) in table.sums() {
            let Some(total) = self.at(&table.key, total) else {
                continue;
            };
            let mut factors = BTreeMap::from([(total, -1)]);
            for part in parts.iter().filter_map(|part| self.at(&table.key, *part)) {
                *factors.entry(part).or_insert(0) += 1;
            }
            factors.retain(|_, factor| *factor != 0);
            for (count, factor) in &factors {
                self.counts[*count].sums.push((self.sums.len(), *factor));
            }
            self.sums.push(factors.into_iter().collect());
        }
    }

    /// The count that stands there.
    pub(super) fn at(&self, table: &str, place: Place) -> Option<usize> {
        let table = table.to_owned();
        self.places.get(&Spot { table, place }).copied()
    }

    pub(super) fn values(&self) -> Vec<i64> {
        self.counts.iter().map(|count| count.value).collect()
    }

    /// Whether a reader must not be able to work it out.
    pub(super) fn must_be_hidden(&self, count: usize) -> bool {
        !matches!(self.counts[count].seen, Seen::Shown | Seen::Unprinted)
    }

    /// What is told of it. Who reads that one count protects another reads something of both.
    pub(super) fn told(&self, count: usize) -> Seen {
        let seen = self.counts[count].seen;
        let protected = std::iter::successors(Some(seen), |seen| match seen {
            Seen::Protecting(other) => Some(self.counts[*other].seen),
            _ => None,
        });
        match protected.last() {
            Some(Seen::Withheld) => Seen::Withheld,
            _ => seen,
        }
    }

    /// Between what a reader must take it to be who sees it so.
    fn bounds(&self, count: usize, seen: Seen) -> (i64, i64) {
        let value = self.counts[count].value;
        let threshold = self.rule.threshold() as i64;
        match seen {
            Seen::Shown => (value, value),
            Seen::Small => (self.rule.lowest_small() as i64, threshold - 1),
            Seen::Protecting(_) => (threshold, ANY),
            Seen::Withheld | Seen::Unprinted => (0, ANY),
        }
    }

    pub(super) fn may_be(&self, count: usize, seen: Seen, value: i64) -> bool {
        let (low, high) = self.bounds(count, seen);
        (low..=high).contains(&value)
    }

    /// Whether a reader must take `filling` for possible.
    pub(super) fn agrees(&self, filling: &[i64]) -> bool {
        let within = filling
            .iter()
            .enumerate()
            .all(|(count, value)| self.may_be(count, self.counts[count].seen, *value));
        let adds_up = |sum: &Vec<(usize, i64)>| {
            sum.iter()
                .map(|(count, factor)| factor * filling[*count])
                .sum::<i64>()
                == 0
        };
        within && filling.len() == self.counts.len() && self.sums.iter().all(adds_up)
    }
}
