//! How far men came, and how long they stayed.

use std::collections::BTreeMap;

use super::cohort::{Cohort, ManRow, Reached};
use crate::model::programme::{Answer, StepKind};
use crate::stats::{Curve, LogRank, Observation, Proportion, log_rank};

/// From referral to completion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Funnel {
    /// Each step of all who were referred; `Proportion::interval` gives what each leaves open.
    pub steps: Vec<(Reached, Proportion)>,
    /// Of those who enrolled and have left.
    pub completed_of_ended: Proportion,
}

pub fn funnel(cohort: &Cohort) -> Funnel {
    let referred = || cohort.men.iter().filter(|man| man.reached.is_some());
    let came = |step| {
        let share = Proportion::of_answers(referred().map(|man| man.came_to(step)));
        (step, share)
    };
    let ended = referred().filter(|man| man.came_to(Reached::Enrolled) && man.left.is_some());
    Funnel {
        steps: Reached::WAY.into_iter().map(came).collect(),
        completed_of_ended: Proportion::of_answers(
            ended.map(|man| man.came_to(Reached::Completed)),
        ),
    }
}

/// What counts as an end of staying. Who completed did not part early: they are last seen then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parting {
    /// He dropped out.
    DroppedOut,
    /// He dropped out, was suspended or found unsuitable.
    DroppedOutOrSuspended,
}

/// Men who enrolled, and of whom it is not known how long they stayed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PassedOver {
    /// Their first day in a group is not recorded.
    pub no_date: u64,
    /// They left before they came.
    pub backwards: u64,
}

/// How long men stayed, in weeks from enrolment.
#[derive(Debug, Clone, PartialEq)]
pub struct Retention {
    pub curve: Curve,
    pub passed_over: PassedOver,
}

/// Weeks until he parted, or until he was last seen by the cohort’s day; `None` of a man who never enrolled.
pub fn stay(man: &ManRow, cohort: &Cohort, parting: Parting) -> Option<Stay> {
    if !man.came_to(Reached::Enrolled) {
        return None;
    }
    let Some(enrolled) = man.enrolled_on else {
        return Some(Stay::NoDate);
    };
    let until = man.left.as_ref().map_or(cohort.today, |step| step.on);
    let parted = match man.left_by() {
        Some(StepKind::DroppedOut) => true,
        Some(StepKind::Suspended | StepKind::Unsuitable) => {
            parting == Parting::DroppedOutOrSuspended
        }
        _ => false,
    };
    let days = (until - enrolled).num_days();
    Some(match u32::try_from(days) {
        Ok(days) => Stay::Known(Observation {
            time: days / 7,
            ended: parted,
        }),
        Err(_) => Stay::Backwards,
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stay {
    Known(Observation),
    NoDate,
    Backwards,
}

pub fn retention(cohort: &Cohort, parting: Parting) -> Retention {
    let mut passed_over = PassedOver::default();
    let mut known = Vec::new();
    for man in &cohort.men {
        match stay(man, cohort, parting) {
            Some(Stay::Known(observation)) => known.push(observation),
            Some(Stay::NoDate) => passed_over.no_date += 1,
            Some(Stay::Backwards) => passed_over.backwards += 1,
            None => {}
        }
    }
    Retention {
        curve: Curve::of(&known),
        passed_over,
    }
}

/// What men may be parted by, to see whether they stayed equally long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Split {
    Source,
    Ethnicity,
    /// A yes-or-no question of the referral form, by its key.
    Question(String),
    /// Whether he drinks or uses something now.
    UsesNow,
    /// Whether he was exposed to violence as a child.
    ExposedAsChild,
}

impl Split {
    /// The group he belongs to, as a key; `None`: not known, and so in none.
    pub fn group(&self, man: &ManRow) -> Option<String> {
        let answered = |answer: Answer| match answer {
            Answer::Yes => Some("yes".to_owned()),
            Answer::No => Some("no".to_owned()),
            Answer::NotKnown | Answer::NotAsked => None,
        };
        let told = |key: &str| (!key.is_empty() && key != "not_known").then(|| key.to_owned());
        match self {
            Self::Source => told(&man.source),
            Self::Ethnicity => told(&man.ethnicity),
            Self::Question(question) => answered(man.answer(question)),
            Self::UsesNow => answered(super::substances::uses_now(man)),
            Self::ExposedAsChild => answered(man.childhood?.exposed_to_violence),
        }
    }
}

/// A curve for each group, in the order of their keys, and whether they differ. `None` for the test where they cannot be compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    pub curves: BTreeMap<String, Curve>,
    pub test: Option<LogRank>,
    /// Men whose stay is known, but not their group.
    pub without_group: u64,
}

pub fn retention_by(cohort: &Cohort, parting: Parting, split: &Split) -> Compared {
    let mut groups: BTreeMap<String, Vec<Observation>> = BTreeMap::new();
    let mut without_group = 0;
    for man in &cohort.men {
        let Some(Stay::Known(observation)) = stay(man, cohort, parting) else {
            continue;
        };
        match split.group(man) {
            Some(group) => groups.entry(group).or_default().push(observation),
            None => without_group += 1,
        }
    }
    let test = log_rank(&groups.values().collect::<Vec<_>>());
    let curves = groups.into_iter();
    Compared {
        curves: curves
            .map(|(group, stays)| (group, Curve::of(&stays)))
            .collect(),
        test,
        without_group,
    }
}
