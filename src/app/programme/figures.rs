//! The figures of the room Outcomes, on `stats` and `programme`. The report counts in `evaluation`; this file alone would change to count there.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;

use super::{OpenProgramme, name_of_key};
use crate::model::ManId;
use crate::model::programme::{Man, MeasureOf, Programme, StepKind, Taken};
use crate::programme::{Registers, left_on, standing};
use crate::stats::{Change, Curve, LogRank, Observation, Pair, Proportion, log_rank};

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Figures {
    pub funnel: Vec<FunnelStep>,
    /// Weeks from enrolment until he dropped out or was suspended.
    pub retention: Curve,
    /// By the name of the referral source.
    pub by_source: Vec<(String, Curve)>,
    pub sources_differ: Option<LogRank>,
    pub scales: Vec<Scale>,
    pub attended: Attended,
}

/// A step of the way, and who came so far.
#[derive(Debug, Clone, PartialEq)]
pub struct FunnelStep {
    pub words: &'static str,
    /// Of all who were referred.
    pub share: Proportion,
    pub men: HashSet<ManId>,
}

/// A measure before and at the end, of the same men.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    pub name: String,
    pub lowest: u32,
    pub highest: u32,
    pub higher_is_better: bool,
    pub change: Change,
    /// Before and after of each man of whom both are known.
    pub pairs: Vec<(u32, u32)>,
    pub men: HashSet<ManId>,
}

/// Sessions of all men together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Attended {
    pub attended: usize,
    pub made_up: usize,
    pub missed: usize,
    pub not_registered: usize,
}

impl Attended {
    pub fn registered(self) -> usize {
        self.attended + self.made_up + self.missed
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutcomesState {
    pub by_source: bool,
    pub tables: bool,
}

#[derive(Debug, Clone)]
pub enum OutcomesAction {
    BySource(bool),
    Tables(bool),
}

pub(super) fn update(open: &mut OpenProgramme, action: OutcomesAction) {
    match action {
        OutcomesAction::BySource(apart) => open.outcomes.by_source = apart,
        OutcomesAction::Tables(shown) => open.outcomes.tables = shown,
    }
}

impl Figures {
    pub(super) fn of(programme: &Programme, today: NaiveDate) -> Self {
        let courses: Vec<(&Man, Observation)> = programme
            .men
            .iter()
            .filter_map(|man| Some((man, course(man, today)?)))
            .collect();
        let all: Vec<Observation> = courses.iter().map(|(_, course)| *course).collect();
        let mut groups: BTreeMap<&str, Vec<Observation>> = BTreeMap::new();
        for (man, course) in &courses {
            let source = man.referral.source.as_str();
            groups.entry(source).or_default().push(*course);
        }
        let sources = &programme.template.referral_sources;
        let mut by_source: Vec<(String, Curve)> = groups
            .iter()
            .map(|(key, group)| (source_name(sources, key), Curve::of(group)))
            .collect();
        by_source.sort_by_key(|(_, curve)| std::cmp::Reverse(curve.people()));
        Self {
            funnel: funnel(programme, today),
            retention: Curve::of(&all),
            by_source,
            sources_differ: log_rank(&groups.values().collect::<Vec<_>>()),
            scales: scales(programme),
            attended: attended(programme, today),
        }
    }
}

fn source_name(sources: &[crate::model::programme::Coded], key: &str) -> String {
    match key {
        "" => "Not recorded".to_owned(),
        key => name_of_key(sources, key).to_owned(),
    }
}

fn reached(man: &Man, kinds: &[StepKind], today: NaiveDate) -> bool {
    let mut steps = man.steps.iter();
    steps.any(|step| step.on <= today && kinds.contains(&step.kind))
}

fn funnel(programme: &Programme, today: NaiveDate) -> Vec<FunnelStep> {
    use StepKind as Kind;
    let referred: Vec<&Man> = programme
        .men
        .iter()
        .filter(|man| standing(man, today).is_some())
        .collect();
    // Who came to a later step has come to those before it, recorded or not.
    let steps: [(&'static str, &[StepKind]); 5] = [
        ("Referred", &Kind::ALL),
        (
            "Appointment offered",
            &[
                Kind::AppointmentOffered,
                Kind::Assessed,
                Kind::WaitingList,
                Kind::IndividualWork,
                Kind::Unsuitable,
                Kind::Enrolled,
                Kind::Attending,
                Kind::Completed,
            ],
        ),
        (
            "Assessed",
            &[
                Kind::Assessed,
                Kind::WaitingList,
                Kind::IndividualWork,
                Kind::Unsuitable,
                Kind::Enrolled,
                Kind::Attending,
                Kind::Completed,
            ],
        ),
        ("Enrolled in a group", &[Kind::Enrolled, Kind::Attending]),
        ("Completed", &[Kind::Completed]),
    ];
    let all = referred.len() as u64;
    let steps = steps.into_iter().filter_map(|(words, kinds)| {
        let men = referred.iter().filter(|man| reached(man, kinds, today));
        let men: HashSet<ManId> = men.map(|man| man.id).collect();
        Some(FunnelStep {
            words,
            share: Proportion::of(men.len() as u64, all)?,
            men,
        })
    });
    steps.collect()
}

/// Weeks from his first enrolment; `None` where he never enrolled or his days run backwards.
fn course(man: &Man, today: NaiveDate) -> Option<Observation> {
    let enrolled = man.steps.iter().filter(|step| {
        step.on <= today && matches!(step.kind, StepKind::Enrolled | StepKind::Attending)
    });
    let from = enrolled.map(|step| step.on).min()?;
    let left = left_on(man, today);
    let parted = left.is_some_and(|on| {
        let mut steps = man.steps.iter();
        steps.any(|step| {
            step.on == on && matches!(step.kind, StepKind::DroppedOut | StepKind::Suspended)
        })
    });
    let weeks = (left.unwrap_or(today) - from).num_weeks();
    Some(Observation {
        time: u32::try_from(weeks).ok()?,
        ended: parted,
    })
}

fn scales(programme: &Programme) -> Vec<Scale> {
    let measures = programme.template.measures.iter();
    let measures = measures.filter(|measure| measure.of == MeasureOf::Man);
    measures
        .map(|measure| {
            let value = |man: &Man, taken: Taken| {
                let mine = man.measures.iter();
                let mine = mine.filter(|one| one.key == measure.key && one.taken == taken);
                mine.max_by_key(|one| one.on).map(|one| one.value)
            };
            let both: Vec<(ManId, Option<u32>, Option<u32>)> = programme
                .men
                .iter()
                .map(|man| (man.id, value(man, Taken::Before), value(man, Taken::End)))
                .collect();
            let whole = |value: Option<u32>| value.and_then(|value| i32::try_from(value).ok());
            let people: Vec<Pair> = both
                .iter()
                .map(|(_, before, after)| (whole(*before), whole(*after)))
                .collect();
            let known = both
                .iter()
                .filter_map(|(man, before, after)| Some((*man, ((*before)?, (*after)?))));
            let (men, pairs) = known.unzip();
            Scale {
                name: measure.name.clone(),
                lowest: measure.lowest,
                highest: measure.highest,
                higher_is_better: measure.higher_is_better,
                change: Change::of(&people),
                pairs,
                men,
            }
        })
        .collect()
}

fn attended(programme: &Programme, today: NaiveDate) -> Attended {
    let registers = Registers::of(programme);
    let mut sum = Attended::default();
    for man in &programme.men {
        let register = registers.register(man, today);
        sum.attended += register.attended;
        sum.made_up += register.made_up;
        sum.missed += register.missed;
        sum.not_registered += register.not_registered;
    }
    sum
}
