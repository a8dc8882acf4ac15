//! What may be printed of every table of a release.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::rule::{Refused, Rule};
use super::search::{Allowed, Way, way};
use super::system::{Seen, System};
use super::table::{Place, Spot, Table};

/// What is printed at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    Shown(u64),
    Suppressed(Why),
    /// Empty by construction.
    Empty,
    /// Not part of what is printed.
    Unprinted,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It is below the threshold.
    Small,
    /// Without it, what stands there could be worked out or narrowed down.
    ToProtect(Spot),
    /// Whether it is small is not told, since even that would give away what stands beside it. Seldom: where a small sum is of
    /// small counts.
    Withheld,
}

/// One table as it may be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protected {
    pub key: String,
    pub marks: BTreeMap<Place, Mark>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    pub rule: Rule,
    /// In the order given.
    pub tables: Vec<Protected>,
}

/// What must be said under a table. Shown by `{}` in sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Account {
    pub rule: Rule,
    pub shown: usize,
    pub small: usize,
    pub to_protect: usize,
    /// Of which it is not told whether they are small.
    pub withheld: usize,
}

/// Leaves out of `tables`, which are everything that goes out together, what the rule wants left out and as much more as
/// keeps that from being worked out.
pub fn protect(tables: &[Table], rule: Rule) -> Result<Release, Refused> {
    let mut system = System::of(tables, rule)?;
    let counts = 0..system.counts.len();
    let mut waiting: BTreeSet<usize> = counts
        .filter(|count| system.must_be_hidden(*count))
        .collect();
    // Telling less makes no filling impossible that was possible before: what is hidden once stays hidden.
    while let Some(count) = waiting.pop_first() {
        while let Err(ends) = hidden(&system, count) {
            let more = [Allowed::LeavingOut, Allowed::Withholding]
                .into_iter()
                .find_map(|allowed| cheaper_way(&system, count, &ends, allowed))
                .ok_or_else(|| Refused::CannotProtect {
                    spot: system.counts[count].spot.clone(),
                })?;
            for (another, seen) in more.changes {
                system.counts[another].seen = seen;
                waiting.insert(another);
            }
        }
    }
    let tables = tables.iter().map(|table| printed(&system, table)).collect();
    Ok(Release { rule, tables })
}

/// The fillings with the highest and the lowest value that were found.
struct Ends {
    highest: Vec<i64>,
    lowest: Vec<i64>,
}

/// Whether fillings are found for `count` that lie apart as far as the rule asks; else how far apart some lie.
fn hidden(system: &System, count: usize) -> Result<(), Ends> {
    let wanted = system.rule.least_values() as i64 - 1;
    let mut ends = Ends {
        highest: system.values(),
        lowest: system.values(),
    };
    let mut apart = 0;
    for (end, step) in [(&mut ends.highest, 1), (&mut ends.lowest, -1)] {
        while apart < wanted {
            let further = way(system, end, count, step, Allowed::Nothing);
            let Some(further) = further.filter(|found| system.agrees(&found.filling)) else {
                break;
            };
            *end = further.filling;
            apart += 1;
        }
    }
    if apart >= wanted { Ok(()) } else { Err(ends) }
}

fn cheaper_way(system: &System, count: usize, ends: &Ends, allowed: Allowed) -> Option<Way> {
    let up = way(system, &ends.highest, count, 1, allowed);
    let down = way(system, &ends.lowest, count, -1, allowed);
    up.into_iter()
        .chain(down)
        .filter(|way| !way.changes.is_empty())
        .min_by_key(|way| (way.cost, way.changes.len()))
}

fn printed(system: &System, table: &Table) -> Protected {
    let mark = |place: Place| {
        let Some(count) = system.at(&table.key, place) else {
            return Mark::Empty;
        };
        if table.unprinted.contains(&place) {
            return Mark::Unprinted;
        }
        let found = &system.counts[count];
        match system.told(count) {
            Seen::Shown => Mark::Shown(found.value.unsigned_abs()),
            Seen::Small => Mark::Suppressed(Why::Small),
            Seen::Protecting(other) => {
                Mark::Suppressed(Why::ToProtect(system.counts[other].spot.clone()))
            }
            Seen::Withheld => Mark::Suppressed(Why::Withheld),
            Seen::Unprinted => Mark::Unprinted,
        }
    };
    let places = table.places().into_iter();
    Protected {
        key: table.key.clone(),
        marks: places.map(|place| (place, mark(place))).collect(),
    }
}

impl Release {
    pub fn table(&self, key: &str) -> Option<&Protected> {
        self.tables.iter().find(|table| table.key == key)
    }

    /// What must be said under the table with this key.
    pub fn account(&self, key: &str) -> Option<Account> {
        let mut account = Account {
            rule: self.rule,
            shown: 0,
            small: 0,
            to_protect: 0,
            withheld: 0,
        };
        for mark in self.table(key)?.marks.values() {
            match mark {
                Mark::Shown(_) => account.shown += 1,
                Mark::Suppressed(Why::Small) => account.small += 1,
                Mark::Suppressed(Why::ToProtect(_)) => account.to_protect += 1,
                Mark::Suppressed(Why::Withheld) => account.withheld += 1,
                Mark::Empty | Mark::Unprinted => {}
            }
        }
        Some(account)
    }
}

impl fmt::Display for Account {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            rule,
            shown,
            small,
            to_protect,
            withheld,
        } = *self;
        let threshold = rule.threshold();
        let left_out = small + to_protect + withheld;
        if left_out == 0 {
            return out.write_str("Every count is shown.");
        }
        let parts = [
            (small, format!("{small} below {threshold}")),
            (
                to_protect,
                format!("{to_protect} so that no count below {threshold} can be worked out"),
            ),
            (
                withheld,
                format!("{withheld} of which even that is not told"),
            ),
        ];
        let told = parts.into_iter().filter(|(count, _)| *count > 0);
        let told: Vec<String> = told.map(|(_, words)| words).collect();
        write!(
            out,
            "Left out of {} counts: {}. A count of 0 is {}.",
            shown + left_out,
            told.join("; "),
            if rule.hides_zeros() {
                "left out, too"
            } else {
                "shown"
            }
        )
    }
}
