//! A programme’s file as rows, one a man. What is not known stays so in them; it is never a no.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::hers::HerRows;
use super::substances::HisUses;
use crate::jobs::in_parts;
use crate::model::ManId;
use crate::model::programme::{
    Answer, Child, Childhood, Coded, Cost, FeedbackForm, FollowUp, InformationSource, Justice, Man,
    Mark, Measure, Programme, ProgrammeTemplate, Step, StepKind, SubstanceFile,
};
use crate::programme::{Register, Registers, Window, faults, follow_up_of_man, left_on, standing};
use crate::wall::Hers;

/// Everything that is evaluated, as it stands on a day.
#[derive(Debug)]
pub struct Cohort {
    pub title: String,
    pub today: NaiveDate,
    pub template: ProgrammeTemplate,
    pub men: Vec<ManRow>,
    pub costs: Vec<Cost>,
    pub feedback: Vec<FeedbackForm>,
    /// What cannot be so in the file, with the case it stands in.
    pub faults: Vec<(String, String)>,
    /// What partners told; `None`: it was not opened.
    pub hers: Option<Hers<HerRows>>,
}

/// A man of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct ManRow {
    pub man: ManId,
    /// What stands for him.
    pub case: String,
    /// Key of a source of referral; empty: not recorded.
    pub source: String,
    /// Key of an ethnicity; empty: not asked.
    pub ethnicity: String,
    /// Questions of the referral form that were answered yes, no or not known.
    pub answers: Vec<(String, Answer)>,
    pub referred_on: Option<NaiveDate>,
    /// The furthest of [`Reached::WAY`] that he came to; `None`: no step is recorded.
    pub reached: Option<Reached>,
    /// Where he stands.
    pub stands: Option<StepKind>,
    /// Every kind of step he took.
    pub took: Vec<StepKind>,
    /// His first day in a group.
    pub enrolled_on: Option<NaiveDate>,
    /// The step with which he left; `None`: he has not, or came back.
    pub left: Option<Step>,
    pub register: Register,
    /// His sessions in order; `None`: not registered.
    pub sheet: Vec<Option<Mark>>,
    pub substance_file: Option<SubstanceFile>,
    pub uses: HisUses,
    pub children: Vec<Child>,
    pub justice: Option<Justice>,
    pub childhood: Option<Childhood>,
    pub measures: Vec<Measure>,
    pub windows: Vec<Window>,
    pub follow_ups: Vec<FollowUp>,
    /// Who told of incidents after he had completed.
    pub incidents: Vec<(NaiveDate, InformationSource)>,
}

/// A step of the way into the group and to its end. Whoever came to one came to those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reached {
    Referred,
    AppointmentOffered,
    Assessed,
    Enrolled,
    Attending,
    Completed,
}

impl Reached {
    pub const WAY: [Self; 6] = [
        Self::Referred,
        Self::AppointmentOffered,
        Self::Assessed,
        Self::Enrolled,
        Self::Attending,
        Self::Completed,
    ];

    pub fn key(self) -> &'static str {
        match self {
            Self::Referred => "referred",
            Self::AppointmentOffered => "appointment_offered",
            Self::Assessed => "assessed",
            Self::Enrolled => "enrolled",
            Self::Attending => "attending",
            Self::Completed => "completed",
        }
    }

    pub fn words(self) -> &'static str {
        match self {
            Self::Referred => "Referred",
            Self::AppointmentOffered => "Offered an appointment",
            Self::Assessed => "Assessed",
            Self::Enrolled => "Enrolled in a group",
            Self::Attending => "Attended",
            Self::Completed => "Completed the group",
        }
    }
}

/// Fewer men than this are read sooner than another thread is started.
const WORTH_A_THREAD: usize = 1_000;

impl Cohort {
    /// As it stands on `today`, without what is hers: [`Cohort::with_hers`] adds that.
    pub fn of(programme: &Programme, today: NaiveDate) -> Self {
        let registers = Registers::of(programme);
        let rows = in_parts(&programme.men, WORTH_A_THREAD, |_, men| -> Vec<ManRow> {
            let row = |man: &Man| ManRow::of(man, programme, &registers, today);
            men.iter().map(row).collect()
        });
        Self {
            title: programme.title.clone(),
            today,
            template: programme.template.clone(),
            men: rows.into_iter().flatten().collect(),
            costs: programme.costs.clone(),
            feedback: programme.feedback.clone(),
            faults: faults(&registers, today)
                .into_iter()
                .map(|fault| {
                    let case = programme.man(fault.man).map(case);
                    (case.unwrap_or_default(), fault.words)
                })
                .collect(),
            hers: None,
        }
    }

    pub fn count(&self, is: impl Fn(&ManRow) -> bool) -> u64 {
        self.men.iter().filter(|man| is(man)).count() as u64
    }

    /// Keys with their names: those of the template in its order, then those it does not know, then what is empty as “Not recorded”.
    pub(super) fn named<'a>(
        known: &[Coded],
        keys: impl IntoIterator<Item = &'a str>,
    ) -> Vec<(String, String)> {
        let mut counted: BTreeMap<&str, u64> = BTreeMap::new();
        for key in keys {
            *counted.entry(key).or_default() += 1;
        }
        let mut named: Vec<(String, String)> = known
            .iter()
            .filter(|coded| counted.remove(&*coded.key).is_some())
            .map(|coded| (coded.key.clone(), coded.name.clone()))
            .collect();
        let empty = counted.remove("");
        named.extend(counted.keys().map(|key| ((*key).to_owned(), in_words(key))));
        named.extend(empty.map(|_| (String::new(), "Not recorded".to_owned())));
        named
    }
}

fn case(man: &Man) -> String {
    match man.reference.trim() {
        "" => format!("Man {}", man.id),
        reference => reference.to_owned(),
    }
}

/// A key that the template does not know, as words.
fn in_words(key: &str) -> String {
    let words = key.replace('_', " ");
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => words,
    }
}

impl ManRow {
    fn of(man: &Man, programme: &Programme, registers: &Registers<'_>, today: NaiveDate) -> Self {
        let mut steps: Vec<&Step> = man.steps.iter().filter(|step| step.on <= today).collect();
        steps.sort_by_key(|step| (step.on, step.kind));
        let mut took: Vec<StepKind> = steps.iter().map(|step| step.kind).collect();
        took.sort();
        took.dedup();
        let first = |kind| {
            steps
                .iter()
                .find(|step| step.kind == kind)
                .map(|step| step.on)
        };
        let in_group = [StepKind::Enrolled, StepKind::Attending].into_iter();
        let enrolled_on = in_group.filter_map(first).min().or_else(|| {
            let days = man.places.iter().map(|place| place.from);
            days.filter(|day| *day <= today).min()
        });
        let left = left_on(man, today).and_then(|on| {
            let leaving = |step: &&&Step| step.on == on && step.kind.is_leaving();
            steps.iter().rev().find(leaving).map(|step| (*step).clone())
        });
        let sessions = registers.sheet(man, today);
        let sheet: Vec<Option<Mark>> = sessions.iter().map(|(_, mark)| *mark).collect();
        let reached = reached(&took, enrolled_on.is_some(), &sheet, left.as_ref());
        let completed_on = steps
            .iter()
            .rev()
            .find(|step| step.kind == StepKind::Completed)
            .map(|step| step.on);
        let after = |on: NaiveDate| on <= today && completed_on.is_some_and(|done| on >= done);
        let answers = man.referral.answers.iter();
        Self {
            man: man.id,
            case: case(man),
            source: man.referral.source.clone(),
            ethnicity: man.identity.ethnicity.clone(),
            answers: answers
                .filter(|one| one.answer != Answer::NotAsked)
                .map(|one| (one.question.clone(), one.answer))
                .collect(),
            referred_on: first(StepKind::Referred),
            reached,
            stands: standing(man, today).map(|standing| standing.kind),
            took,
            enrolled_on,
            left,
            register: registers.register_of(&sessions, today),
            sheet,
            substance_file: man.substance_file,
            uses: HisUses::of(man, &programme.template),
            children: man.children.clone(),
            justice: man.justice,
            childhood: man.childhood,
            measures: man
                .measures
                .iter()
                .cloned()
                .chain(man.follow_ups.iter().flat_map(FollowUp::as_measures))
                .filter(|one| one.on <= today)
                .collect(),
            windows: follow_up_of_man(man, &programme.template, today),
            follow_ups: man
                .follow_ups
                .iter()
                .filter(|one| one.on <= today)
                .cloned()
                .collect(),
            incidents: man
                .incidents
                .iter()
                .filter(|one| after(one.on))
                .map(|one| (one.on, one.source))
                .collect(),
        }
    }

    /// Whether he came to `step` or beyond.
    pub fn came_to(&self, step: Reached) -> bool {
        self.reached.is_some_and(|reached| reached >= step)
    }

    /// How he left, where he has.
    pub fn left_by(&self) -> Option<StepKind> {
        self.left.as_ref().map(|step| step.kind)
    }

    /// `NotAsked` where the form does not answer it.
    pub fn answer(&self, question: &str) -> Answer {
        let answers = self.answers.iter();
        answers
            .filter(|(key, _)| key == question)
            .map(|(_, answer)| *answer)
            .next()
            .unwrap_or_default()
    }
}

/// He completed the group where that is how he left it, and he was in one.
fn reached(
    took: &[StepKind],
    enrolled: bool,
    sheet: &[Option<Mark>],
    left: Option<&Step>,
) -> Option<Reached> {
    let has = |kind| took.contains(&kind);
    let assessed = [
        StepKind::Assessed,
        StepKind::WaitingList,
        StepKind::IndividualWork,
        StepKind::Unsuitable,
        StepKind::Completed,
    ];
    let attended = |mark: &Option<Mark>| matches!(mark, Some(Mark::Attended | Mark::MadeUp(_)));
    let completed = left.is_some_and(|step| step.kind == StepKind::Completed);
    Some(if enrolled && completed {
        Reached::Completed
    } else if enrolled && (has(StepKind::Attending) || sheet.iter().any(attended)) {
        Reached::Attending
    } else if enrolled {
        Reached::Enrolled
    } else if assessed.into_iter().any(has) {
        Reached::Assessed
    } else if has(StepKind::AppointmentOffered) {
        Reached::AppointmentOffered
    } else if !took.is_empty() {
        Reached::Referred
    } else {
        return None;
    })
}
