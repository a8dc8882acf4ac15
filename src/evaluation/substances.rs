//! Who uses what, with both denominators: all files, and those complete enough to count.

use std::collections::BTreeMap;

use super::cohort::{Cohort, ManRow};
use super::counts::tally;
use crate::model::programme::{
    Answer, Answers, Man, ProgrammeTemplate, Substance, SubstanceFile, Use,
};
use crate::stats::Proportion;

/// The substance of which units and regularity are asked.
pub(super) const ALCOHOL: &str = "alcohol";

/// What a man’s file tells of what he uses. Where it tells twice of one substance, the later holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HisUses {
    /// Of each substance of the template, in its order; `None`: nothing.
    pub of: Vec<Option<Use>>,
    pub alcohol: Option<Use>,
    /// `None`: he does not drink now, or nothing is told of it.
    pub drinking: Option<Drinking>,
    /// He uses something now, be it one that the template does not know.
    pub any_now: bool,
}

/// How a man drinks who drinks now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drinking {
    /// Key of how often; empty: not known.
    pub regularity: String,
    /// Units a week, in tenths; `None`: not known.
    pub tenths_of_units: Option<u32>,
}

impl HisUses {
    pub(super) fn of(man: &Man, template: &ProgrammeTemplate) -> Self {
        let last = |key: &str| man.substances.iter().rfind(|one| one.key == key);
        let told = |one: &Substance| match one.used {
            Use::NotKnown | Use::NotAsked => None,
            told => Some(told),
        };
        let known = template.substances.iter();
        let alcohol = last(ALCOHOL);
        let drinks = alcohol.filter(|one| one.used == Use::Current);
        Self {
            of: known.map(|one| last(&one.key).and_then(told)).collect(),
            alcohol: alcohol.and_then(told),
            drinking: drinks.map(|one| Drinking {
                regularity: one.regularity.clone(),
                tenths_of_units: one.tenths_of_units,
            }),
            any_now: man.substances.iter().any(|one| one.used == Use::Current),
        }
    }
}

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

    fn add(&mut self, used: Option<Use>) {
        *match used {
            Some(Use::Current) => &mut self.current,
            Some(Use::Previous) => &mut self.previous,
            Some(Use::Never) => &mut self.never,
            Some(Use::NotKnown | Use::NotAsked) | None => &mut self.missing,
        } += 1;
    }
}

/// Men whose file was judged, with that.
pub(super) fn files(cohort: &Cohort) -> impl Iterator<Item = (&ManRow, SubstanceFile)> + Clone {
    let men = cohort.men.iter();
    men.filter_map(|man| Some((man, man.substance_file?)))
}

/// Each substance of the template, by key.
pub fn uses(cohort: &Cohort) -> BTreeMap<String, Denominators<Uses>> {
    let mut counts: Vec<Denominators<Uses>> =
        vec![Denominators::default(); cohort.template.substances.len()];
    for (man, file) in files(cohort) {
        for (used, count) in man.uses.of.iter().zip(&mut counts) {
            count.all.add(*used);
            if file.complete {
                count.complete.add(*used);
            }
        }
    }
    let keys = cohort.template.substances.iter();
    keys.map(|substance| substance.key.clone())
        .zip(counts)
        .collect()
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

/// What a man’s file tells of several substances together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AnyOf {
    Current,
    Previous,
    None,
    Missing,
}

/// `of`: which, by their places in the template.
pub(super) fn any_of(man: &ManRow, of: &[usize]) -> AnyOf {
    let used = || of.iter().map(|at| man.uses.of.get(*at).copied().flatten());
    if used().any(|used| used == Some(Use::Current)) {
        AnyOf::Current
    } else if used().any(|used| used == Some(Use::Previous)) {
        AnyOf::Previous
    } else if used().all(|used| used.is_some()) {
        AnyOf::None
    } else {
        AnyOf::Missing
    }
}

/// `of`: which, by their places in the template.
pub fn any_use(cohort: &Cohort, of: &[usize]) -> AnyUse {
    let mut any = AnyUse::default();
    for (man, _) in files(cohort).filter(|(_, file)| file.complete) {
        *match any_of(man, of) {
            AnyOf::Current => &mut any.current,
            AnyOf::Previous => &mut any.previous,
            AnyOf::None => &mut any.none,
            AnyOf::Missing => &mut any.missing,
        } += 1;
    }
    any
}

/// Whether he uses anything now. “No” only of a complete file.
pub(super) fn uses_now(man: &ManRow) -> Answer {
    let Some(file) = man.substance_file else {
        return Answer::NotAsked;
    };
    if man.uses.any_now {
        Answer::Yes
    } else if file.complete {
        Answer::No
    } else {
        Answer::NotKnown
    }
}

pub fn before_incidents(cohort: &Cohort) -> Denominators<Answers> {
    let of = |complete: bool| {
        let files = files(cohort).filter(|(_, file)| file.complete || !complete);
        Answers::count(files.map(|(_, file)| file.used_before_incidents))
    };
    Denominators {
        all: of(false),
        complete: of(true),
    }
}

fn drinkers(cohort: &Cohort) -> impl Iterator<Item = &Drinking> {
    files(cohort).filter_map(|(man, _)| man.uses.drinking.as_ref())
}

/// How often those drink who drink now, by key; of whom it is not known, they stand under the empty one.
pub fn regularity(cohort: &Cohort) -> BTreeMap<String, u64> {
    tally(drinkers(cohort).map(|drinker| &*drinker.regularity))
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

pub fn units(cohort: &Cohort) -> Units {
    let mut units = Units::default();
    for drinker in drinkers(cohort) {
        match drinker.tenths_of_units {
            Some(tenths) => units.drinkers.push(f64::from(tenths) / 10.0),
            None => units.missing += 1,
        }
    }
    let complete = files(cohort).filter(|(_, file)| file.complete);
    let dry = [Some(Use::Previous), Some(Use::Never)];
    units.not_drinking = complete
        .filter(|(man, _)| dry.contains(&man.uses.alcohol))
        .count() as u64;
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

    pub fn known(&self) -> u64 {
        self.drinkers.len() as u64 + self.not_drinking
    }
}
