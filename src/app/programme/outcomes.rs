//! The room Outcomes: the internal evaluation of the file as it stands, made anew after each change, with the men behind its figures.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Only, OpenProgramme, ProgrammeRoom};
use crate::app::{Effect, Problem, State, Task, TaskKind};
use crate::evaluation::{
    Cases, Cohort, Evaluation, PARTING, Section, SplitBy, by_session, retention, retention_by,
    splits,
};
use crate::model::ManId;
use crate::model::programme::{Mark, Programme};
use crate::stats::disclosure::Refused;
use crate::stats::{Curve, LogRank};

/// Sections of the evaluation that have a room of their own.
const ELSEWHERE: [&str; 1] = ["partners"];

#[derive(Debug, Clone, Default)]
pub struct OutcomesState {
    /// Key of the section that is shown; empty: the first.
    section: String,
    /// Key of that by which men are parted in the curve; `None`: all together.
    pub split: Option<String>,
    /// `None`: it is being counted.
    pub counted: Option<Arc<Counted>>,
    /// What `counted` is made of, or will be.
    asked: Option<Arc<Programme>>,
}

/// The evaluation, what is drawn of it, and whose figures they are.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    pub evaluation: Evaluation,
    pub cases: Cases,
    pub curve: Curve,
    pub splits: Vec<Parted>,
    /// Of each man’s first session, second and so on, who stands under each of [`crate::evaluation::SESSION_MARKS`].
    pub sessions: Vec<[Vec<ManId>; 4]>,
    /// Men who had sessions, with what each session was for them; `None`: not registered.
    pub sheets: Vec<(ManId, Vec<Option<Mark>>)>,
}

/// Men parted into groups, and whether these stayed equally long.
#[derive(Debug, Clone, PartialEq)]
pub struct Parted {
    pub by: SplitBy,
    pub groups: Vec<PartedGroup>,
    pub test: Option<LogRank>,
    pub without_group: u64,
}

#[derive(Debug, Clone, PartialEq)]
pub struct PartedGroup {
    pub name: String,
    /// What begins the names of its counts.
    pub prefix: String,
    pub curve: Curve,
}

#[derive(Debug, Clone)]
pub enum OutcomesAction {
    Section(String),
    Split(Option<String>),
}

pub(super) fn update(open: &mut OpenProgramme, action: OutcomesAction) {
    match action {
        OutcomesAction::Section(key) => open.outcomes.section = key,
        OutcomesAction::Split(key) => open.outcomes.split = key,
    }
}

/// Counts on a task’s thread where the room shows figures of what the file no longer is.
pub(in crate::app) fn wanted(open: &mut OpenProgramme) -> Option<Effect> {
    let fresh = open.outcomes.asked.as_ref();
    let fresh = fresh.is_some_and(|asked| Arc::ptr_eq(asked, &open.programme));
    if fresh || open.room != ProgrammeRoom::Outcomes || open.lines.is_empty() {
        return None;
    }
    let (store, programme, today) = (open.store(), Arc::clone(&open.programme), open.today);
    open.outcomes.asked = Some(Arc::clone(&programme));
    open.outcomes.counted = None;
    let task = Task::new(TaskKind::Count, "Counting the outcomes", move |_| {
        let counted = Counted::of(&programme, today);
        Box::new(move |state: &mut State| {
            let open = state.programme.as_deref_mut();
            let open = open.filter(|open| open.is(&store));
            let asked = open.filter(|open| {
                let asked = open.outcomes.asked.as_ref();
                asked.is_some_and(|asked| Arc::ptr_eq(asked, &programme))
            });
            if let Some(open) = asked {
                let counted = counted
                    .map_err(|refused| Problem::new("The outcomes were not counted", refused))?;
                open.outcomes.counted = Some(Arc::new(counted));
            }
            Ok(Vec::new())
        })
    });
    Some(Effect::Start(task))
}

impl OutcomesState {
    /// The section that is shown.
    pub fn section<'a>(&self, counted: &'a Counted) -> Option<&'a Section> {
        let chosen = counted.evaluation.section(&self.section);
        chosen.or_else(|| counted.sections().next())
    }
}

impl Counted {
    /// The same evaluation that is written, without what partners told.
    pub fn of(programme: &Programme, today: NaiveDate) -> Result<Self, Refused> {
        let cohort = Cohort::of(programme, today);
        let (evaluation, cases) = Evaluation::with_cases(&cohort)?;
        let with_sessions = cohort.men.iter().filter(|man| !man.sheet.is_empty());
        Ok(Self {
            curve: retention(&cohort, PARTING).curve,
            splits: splits(&cohort)
                .into_iter()
                .map(|by| Parted::of(&cohort, by))
                .filter(|parted| !parted.groups.is_empty())
                .collect(),
            sessions: by_session(&cohort),
            sheets: with_sessions
                .map(|man| (man.man, man.sheet.clone()))
                .collect(),
            evaluation,
            cases,
        })
    }

    /// The sections that this room shows.
    pub fn sections(&self) -> impl Iterator<Item = &Section> {
        let all = self.evaluation.sections.iter();
        all.filter(|section| !ELSEWHERE.contains(&section.key.as_str()))
    }

    /// The men behind any of these counts, as the room Cohort shows them; `None`: nobody.
    pub fn only(&self, words: impl Into<String>, counts: &[String]) -> Option<Only> {
        only(words, self.cases.of_any(counts))
    }

    /// Those who were still followed just before a week.
    pub fn followed(&self, words: impl Into<String>, prefix: &str, week: u32) -> Option<Only> {
        let last = self.curve.steps.last().map_or(0, |step| step.time);
        only(words, self.cases.followed(prefix, week, last))
    }
}

fn only(words: impl Into<String>, men: BTreeSet<ManId>) -> Option<Only> {
    (!men.is_empty()).then(|| Only {
        words: words.into(),
        men: men.into_iter().collect(),
    })
}

impl Parted {
    fn of(cohort: &Cohort, by: SplitBy) -> Self {
        let compared = retention_by(cohort, PARTING, &by.by);
        let groups = compared
            .curves
            .into_iter()
            .map(|(group, curve)| PartedGroup {
                name: by.group_name(&group, cohort),
                prefix: by.prefix(&group),
                curve,
            });
        let mut groups: Vec<PartedGroup> = groups.collect();
        groups.sort_by_key(|group| std::cmp::Reverse(group.curve.people()));
        Self {
            groups,
            test: compared.test,
            without_group: compared.without_group,
            by,
        }
    }
}
