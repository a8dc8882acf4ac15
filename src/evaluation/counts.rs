//! Every count of an evaluation by its name, and how they add up: what a reader could work out, stands here.

use std::collections::{BTreeMap, BTreeSet};

use crate::stats::Proportion;
use crate::stats::disclosure::{Mark, Place, Refused, Release, Rule, Spot, Table, Why, protect};

/// A total and what it is made of, by name.
#[derive(Debug)]
struct Sum {
    total: String,
    parts: Vec<String>,
}

#[derive(Debug, Default)]
pub(super) struct Counts {
    values: BTreeMap<String, u64>,
    sums: Vec<Sum>,
}

/// What may be told of every count.
pub(super) enum Told<'a> {
    Everything(&'a Counts),
    Protected {
        release: Release,
        spots: BTreeMap<String, Spot>,
    },
}

/// Why a count is not told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    /// It is below the threshold.
    Small,
    /// With it, one that is could be worked out.
    ToProtect,
    /// It rests on a count that is left out, or on one person.
    RestsOnOthers,
    /// Not even which of the two is told.
    Withheld,
}

impl Counts {
    /// Notes that `total` is made of `parts`, which exclude each other; returns it.
    pub(super) fn sum<S: Into<String>>(
        &mut self,
        total: &str,
        parts: impl IntoIterator<Item = (S, u64)>,
    ) -> u64 {
        let mut sum = 0;
        let mut names = Vec::new();
        for (name, value) in parts {
            let name = name.into();
            sum += value;
            self.values.insert(name.clone(), value);
            names.push(name);
        }
        if names.is_empty() {
            let nobody = format!("{total} of nobody");
            self.values.insert(nobody.clone(), 0);
            names.push(nobody);
        }
        self.values.insert(total.to_owned(), sum);
        self.sums.push(Sum {
            total: total.to_owned(),
            parts: names,
        });
        sum
    }

    /// Notes that `part` is so many of `whole`; what is left is nobody’s to read, but follows.
    pub(super) fn part(&mut self, part: &str, value: u64, whole: (&str, u64)) {
        let rest = format!("{part} else of {}", whole.0);
        self.sum(
            whole.0,
            [
                (part.to_owned(), value),
                (rest, whole.1.saturating_sub(value)),
            ],
        );
    }

    /// Notes that two counts are one, where they are as large: a reader will take them for that.
    pub(super) fn same(&mut self, one: &str, other: &str) {
        if let (Some(value), Some(as_large)) = (self.value(one), self.value(other))
            && value == as_large
        {
            self.sum(one, [(other.to_owned(), value)]);
        }
    }

    pub(super) fn value(&self, name: &str) -> Option<u64> {
        self.values.get(name).copied()
    }

    /// Every total with its parts.
    pub(super) fn sums(&self) -> Vec<(String, Vec<String>)> {
        let sums = self.sums.iter();
        sums.map(|sum| (sum.total.clone(), sum.parts.clone()))
            .collect()
    }

    /// What of it may leave the programme, where those in `printed` are to be printed.
    pub(super) fn protected(
        &self,
        printed: &BTreeSet<String>,
        rule: Rule,
    ) -> Result<Told<'_>, Refused> {
        let tables = self.tables(printed);
        let mut spots = BTreeMap::new();
        for (table, sum) in tables.iter().zip(&self.sums) {
            let names = sum.parts.iter().enumerate().map(|(row, part)| {
                let place = Place::Cell { row, column: 0 };
                (part, place)
            });
            for (name, place) in names.chain([(&sum.total, Place::Total)]) {
                let table = table.key.clone();
                spots.entry(name.clone()).or_insert(Spot { table, place });
            }
        }
        Ok(Told::Protected {
            release: protect(&tables, rule)?,
            spots,
        })
    }

    /// Every sum as a table of its own; a count that stands in several has its name in each.
    pub(super) fn tables(&self, printed: &BTreeSet<String>) -> Vec<Table> {
        let table = |(number, sum): (usize, &Sum)| {
            let rows: Vec<(&str, Option<u64>)> = sum
                .parts
                .iter()
                .map(|part| (&**part, self.value(part)))
                .collect();
            let mut table = Table::list(&format!("{} ({number})", sum.total), &rows);
            let names = sum.parts.iter().enumerate();
            let places = names.map(|(row, part)| (Place::Cell { row, column: 0 }, part));
            for (place, name) in places.chain([(Place::Total, &sum.total)]) {
                table = table.named(place, name);
                if !printed.contains(name) {
                    table = table.unprinted(place);
                }
            }
            table
        };
        self.sums.iter().enumerate().map(table).collect()
    }
}

/// How often each key stands among `keys`.
pub(super) fn tally<'a>(keys: impl IntoIterator<Item = &'a str>) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for key in keys {
        match counts.get_mut(key) {
            Some(count) => *count += 1,
            None => {
                counts.insert(key.to_owned(), 1);
            }
        }
    }
    counts
}

impl Told<'_> {
    /// The count, or why it is not told. A name that stands for nothing is withheld.
    pub(super) fn count(&self, name: &str) -> Result<u64, LeftOut> {
        match self {
            Self::Everything(counts) => counts.value(name).ok_or(LeftOut::Withheld),
            Self::Protected { release, spots, .. } => {
                let mark = spots.get(name).and_then(|spot| {
                    let table = release.table(&spot.table)?;
                    table.marks.get(&spot.place)
                });
                match mark {
                    Some(Mark::Shown(count)) => Ok(*count),
                    Some(Mark::Suppressed(Why::Small)) => Err(LeftOut::Small),
                    Some(Mark::Suppressed(Why::ToProtect(_))) => Err(LeftOut::ToProtect),
                    _ => Err(LeftOut::Withheld),
                }
            }
        }
    }

    pub(super) fn share(&self, part: &str, whole: &str) -> Result<Proportion, LeftOut> {
        let (part, whole) = (self.count(part)?, self.count(whole)?);
        Proportion::of(part, whole).ok_or(LeftOut::Withheld)
    }

    /// Whether every one of `names` is told: what rests on them may be.
    pub(super) fn all(&self, names: &[String]) -> bool {
        names.iter().all(|name| self.count(name).is_ok())
    }

    pub(super) fn is_protected(&self) -> bool {
        matches!(self, Self::Protected { .. })
    }

    /// What an unprotected release would tell, for figures that were made safe in themselves.
    pub(super) fn threshold(&self) -> Option<u64> {
        match self {
            Self::Everything(_) => None,
            Self::Protected { release, .. } => Some(release.rule.threshold()),
        }
    }
}
