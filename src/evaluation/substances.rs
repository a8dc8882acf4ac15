//! Who uses what, with both denominators: all files, and those complete enough to count.

use std::collections::{BTreeMap, BTreeSet};

use super::cohort::{Answers, Completeness, FileRow, Use, UseRow, counted};
use crate::stats::Proportion;

/// The same figure of all files and of the complete ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Denominators<T> {
    pub all: T,
    pub complete: T,
}

/// Use of one substance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Uses {
    pub current: u64,
    /// Before, and not now.
    pub previous: u64,
    pub never: u64,
    /// Files that do not tell.
    pub missing: u64,
}

impl Uses {
    pub fn ever(&self) -> u64 {
        self.current + self.previous
    }

    pub fn files(&self) -> u64 {
        self.ever() + self.never + self.missing
    }

    /// `count` of all these files, those that do not tell among them.
    pub fn of_files(&self, count: u64) -> Option<Proportion> {
        Proportion::of(count, self.files())
    }

    fn of<'a>(cases: impl Iterator<Item = &'a str>, used: &BTreeMap<&str, Use>) -> Self {
        let mut uses = Self::default();
        for case in cases {
            *match used.get(case) {
                Some(Use::Current) => &mut uses.current,
                Some(Use::Previous) => &mut uses.previous,
                Some(Use::Never) => &mut uses.never,
                None => &mut uses.missing,
            } += 1;
        }
        uses
    }
}

/// Each substance that the rows name.
pub fn uses(files: &[FileRow], rows: &[UseRow]) -> BTreeMap<String, Denominators<Uses>> {
    let mut used: BTreeMap<&str, BTreeMap<&str, Use>> = BTreeMap::new();
    for row in rows {
        let by_case = used.entry(&row.substance).or_default();
        by_case.extend(row.used.map(|used| (&*row.case, used)));
    }
    let counted = used.into_iter().map(|(substance, used)| {
        let counts = Denominators {
            all: Uses::of(files.iter().map(|file| &*file.case), &used),
            complete: Uses::of(complete(files).map(|file| &*file.case), &used),
        };
        (substance.to_owned(), counts)
    });
    counted.collect()
}

fn complete(files: &[FileRow]) -> impl Iterator<Item = &FileRow> {
    let is_complete = |file: &&FileRow| file.file == Completeness::Complete;
    files.iter().filter(is_complete)
}

/// Use of any of several substances, of complete files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AnyUse {
    /// At least one of them now.
    pub current: u64,
    /// None now, at least one before.
    pub previous: u64,
    /// None of them ever, and all are told.
    pub none: u64,
    /// None is told of, but not all are told.
    pub missing: u64,
}

pub fn any_use(files: &[FileRow], rows: &[UseRow], of: &[&str]) -> AnyUse {
    let mut any = AnyUse::default();
    for file in complete(files) {
        let told: Vec<Use> = rows
            .iter()
            .filter(|row| row.case == file.case && of.contains(&&*row.substance))
            .filter_map(|row| row.used)
            .collect();
        *if told.contains(&Use::Current) {
            &mut any.current
        } else if told.contains(&Use::Previous) {
            &mut any.previous
        } else if told.len() == of.len() {
            &mut any.none
        } else {
            &mut any.missing
        } += 1;
    }
    any
}

pub fn before_incidents(files: &[FileRow]) -> Denominators<Answers> {
    Denominators {
        all: Answers::of(files.iter().map(|file| file.used_before_incidents)),
        complete: Answers::of(complete(files).map(|file| file.used_before_incidents)),
    }
}

/// How often those drink who drink now; of whom it is not known, they are not among them.
pub fn regularity(rows: &[UseRow]) -> BTreeMap<&str, u64> {
    let drinkers = rows
        .iter()
        .filter(|row| row.substance == "alcohol" && row.used == Some(Use::Current));
    let mut counts = counted(drinkers.map(|row| &*row.regularity));
    counts.remove("");
    counts
}

/// Units of alcohol a week.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Units {
    /// Of drinkers whose units are known, from the least.
    pub drinkers: Vec<f64>,
    /// Men of complete files who do not drink now, so 0 units.
    pub not_drinking: u64,
    /// Drinkers whose units are not known. They count in no mean.
    pub missing: u64,
}

pub fn units(files: &[FileRow], rows: &[UseRow]) -> Units {
    let complete: BTreeSet<&str> = complete(files).map(|file| &*file.case).collect();
    let mut units = Units::default();
    for row in rows.iter().filter(|row| row.substance == "alcohol") {
        match (row.used, row.units_per_week) {
            (Some(Use::Current), Some(known)) => units.drinkers.push(known),
            (Some(Use::Current), None) => units.missing += 1,
            (Some(_), _) if complete.contains(&*row.case) => units.not_drinking += 1,
            _ => {}
        }
    }
    units.drinkers.sort_by(f64::total_cmp);
    units
}

impl Units {
    /// `None` without drinkers whose units are known.
    pub fn mean_of_drinkers(&self) -> Option<f64> {
        let count = self.drinkers.len();
        (count > 0).then(|| self.drinkers.iter().sum::<f64>() / count as f64)
    }

    /// Of all whose units are known, those who do not drink among them.
    pub fn mean_of_all(&self) -> Option<f64> {
        let count = self.known();
        (count > 0).then(|| self.drinkers.iter().sum::<f64>() / count as f64)
    }

    /// Those who drink more than `limit`, of all whose units are known.
    pub fn over(&self, limit: f64) -> Option<Proportion> {
        let over = self.drinkers.iter().filter(|units| **units > limit).count();
        Proportion::of(over as u64, self.known())
    }

    fn known(&self) -> u64 {
        self.drinkers.len() as u64 + self.not_drinking
    }
}
