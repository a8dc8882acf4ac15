//! What is done in one man’s file.

use chrono::NaiveDate;

use super::OpenProgramme;
use super::cohort::change_steps;
use super::day::{day, day_or_today};
use super::told;
use super::typed::{answer, change, forget_empty};
use crate::app::Problem;
use crate::edits::ManPart;
use crate::model::programme::{
    Answer, Assessment, ChildAge, Coded, Factor, InformationSource, Man, ProgrammeTemplate,
    RiskLevel, Sharing, Step, StepKind, Taken, Use,
};
use crate::model::{AssessmentId, ManId};
use crate::templates::programme::built_in;

/// An answer of his file that is no question of the referral form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerOf {
    CalledOut,
    Arrested,
    Charged,
    Custody,
    Pending,
    EngagedInGroup,
    ExposedToViolence,
    LostParent,
    UsedBeforeIncidents,
    ChildLivesWithHim(usize),
    ChildIsBiological(usize),
    ChildWitnessed(usize),
    ChildAbused(usize),
}

/// Days are as they were typed; empty means today.
#[derive(Debug, Clone)]
pub enum CaseAction {
    TakeStep {
        kind: StepKind,
        on: String,
        /// Key of a reason for leaving.
        reason: String,
    },
    /// By its place in the order in which they were recorded.
    RemoveStep(usize),
    CorrectStep {
        at: usize,
        on: String,
        reason: String,
    },
    ReferredBy(String),
    Share(Sharing),
    Monitoring(Monitored, String),
    /// By the question’s key.
    Answer(String, Answer),
    Scale(String, Option<u8>),
    SaidBy(String, Option<InformationSource>),
    Assess {
        on: String,
        level: RiskLevel,
    },
    SetLevel(AssessmentId, RiskLevel),
    CorrectAssessed(AssessmentId, String),
    Factor(AssessmentId, String, Answer),
    FactorSource(AssessmentId, String, InformationSource, bool),
    RemoveAssessment(AssessmentId),
    Measure {
        key: String,
        taken: Taken,
        on: String,
        value: u32,
    },
    CorrectMeasure {
        at: usize,
        taken: Taken,
        on: String,
        value: u32,
    },
    RemoveMeasure(usize),
    /// By the substance’s key.
    Use(String, Use),
    /// How often he drinks.
    Regularity(String),
    /// Whether his file tells enough of substances to count it; `None`: nobody has judged.
    SubstanceFile(Option<bool>),
    /// Whether he is in the sample whose records were looked up.
    InJusticeSample(bool),
    InChildhoodSample(bool),
    SetAnswer(AnswerOf, Answer),
    AddChild {
        born: String,
        age: Option<ChildAge>,
    },
    ChildAge(usize, Option<ChildAge>),
    ChildToldBy(usize, InformationSource),
    RemoveChild(usize),
    AddIncident(IncidentTyped),
    CorrectIncident(usize, IncidentTyped),
    RemoveIncident(usize),
}

/// What is kept of him for monitoring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Monitored {
    Ethnicity,
    Gender,
    SexualOrientation,
}

impl Monitored {
    pub const ALL: [Self; 3] = [Self::Ethnicity, Self::Gender, Self::SexualOrientation];

    pub fn words(self) -> &'static str {
        match self {
            Self::Ethnicity => "Ethnicity",
            Self::Gender => "Gender",
            Self::SexualOrientation => "Sexual orientation",
        }
    }

    pub fn key(self, man: &Man) -> &str {
        match self {
            Self::Ethnicity => &man.identity.ethnicity,
            Self::Gender => &man.identity.gender,
            Self::SexualOrientation => &man.identity.sexual_orientation,
        }
    }

    /// The template’s list. A file that is older than a list takes it from the template that is offered first.
    pub fn list(self, template: &ProgrammeTemplate) -> &[Coded] {
        let all = std::iter::once(template).chain(built_in());
        let mut lists = all.map(|template| match self {
            Self::Ethnicity => template.ethnicities.as_slice(),
            Self::Gender => &template.genders,
            Self::SexualOrientation => &template.sexual_orientations,
        });
        lists.find(|list| !list.is_empty()).unwrap_or(&[])
    }

    fn put(self, man: &mut Man, key: String) {
        let identity = &mut man.identity;
        *match self {
            Self::Ethnicity => &mut identity.ethnicity,
            Self::Gender => &mut identity.gender,
            Self::SexualOrientation => &mut identity.sexual_orientation,
        } = key;
    }
}

/// An incident as it was typed.
#[derive(Debug, Clone)]
pub struct IncidentTyped {
    pub on: String,
    pub told: String,
    pub physical: Answer,
    /// Never the partner: what she tells stands under Partners.
    pub source: InformationSource,
    pub words: String,
}

pub(super) fn update(open: &mut OpenProgramme, action: CaseAction) -> Result<(), Problem> {
    let Some(id) = open.cohort.chosen else {
        return Ok(());
    };
    match action {
        CaseAction::TakeStep { kind, on, reason } => take_step(open, id, kind, &on, reason),
        CaseAction::RemoveStep(at) => change_steps(open, id, |steps| {
            if at < steps.len() {
                steps.remove(at);
            }
        }),
        CaseAction::CorrectStep { at, on, reason } => {
            let on = day_of_step(&on, open.today)?;
            change_steps(open, id, |steps| {
                if let Some(step) = steps.get_mut(at) {
                    (step.on, step.reason) = (on, reason);
                }
            })
        }
        other => {
            let today = open.today;
            let Some(mut man) = open.man(id).cloned() else {
                return Ok(());
            };
            let part = put(&mut man, other, today)?;
            change(open, part, &man)
        }
    }
}

fn take_step(
    open: &mut OpenProgramme,
    id: ManId,
    kind: StepKind,
    on: &str,
    reason: String,
) -> Result<(), Problem> {
    let on = day_of_step(on, open.today)?;
    if kind.is_leaving() && kind != StepKind::Completed && reason.is_empty() {
        return Err(Problem::new(
            "Please choose a reason",
            "Where he leaves, the report counts why. “Not known” is a reason, too; nothing was changed.",
        ));
    }
    change_steps(open, id, |steps| {
        steps.push(Step { on, kind, reason });
    })
}

fn day_of_step(on: &str, today: NaiveDate) -> Result<NaiveDate, Problem> {
    let on = day_or_today(on, today)?;
    match on > today {
        true => Err(Problem::new(
            "The step was not recorded",
            "Its day has not come yet. Steps are recorded when they were taken; nothing was changed.",
        )),
        false => Ok(on),
    }
}

fn put(man: &mut Man, action: CaseAction, today: NaiveDate) -> Result<ManPart, Problem> {
    let part = match action {
        CaseAction::TakeStep { .. }
        | CaseAction::RemoveStep(_)
        | CaseAction::CorrectStep { .. } => ManPart::Pathway,
        CaseAction::ReferredBy(source) => {
            man.referral.source = source;
            ManPart::Referral
        }
        CaseAction::Share(sharing) => {
            man.referral.sharing = sharing;
            ManPart::Referral
        }
        CaseAction::Monitoring(what, key) => {
            what.put(man, key);
            ManPart::Details
        }
        CaseAction::Answer(question, given) => {
            answer(man, &question).answer = given;
            forget_empty(man);
            ManPart::Referral
        }
        CaseAction::Scale(question, scale) => {
            answer(man, &question).scale = scale;
            forget_empty(man);
            ManPart::Referral
        }
        CaseAction::SaidBy(question, source) => {
            answer(man, &question).source = source;
            forget_empty(man);
            ManPart::Referral
        }
        told @ (CaseAction::Measure { .. }
        | CaseAction::CorrectMeasure { .. }
        | CaseAction::RemoveMeasure(_)
        | CaseAction::Use(..)
        | CaseAction::Regularity(_)
        | CaseAction::SubstanceFile(_)
        | CaseAction::InJusticeSample(_)
        | CaseAction::InChildhoodSample(_)
        | CaseAction::SetAnswer(..)
        | CaseAction::AddChild { .. }
        | CaseAction::ChildAge(..)
        | CaseAction::ChildToldBy(..)
        | CaseAction::RemoveChild(_)
        | CaseAction::AddIncident(_)
        | CaseAction::CorrectIncident(..)
        | CaseAction::RemoveIncident(_)) => return told::put(man, told, today),
        assessing => {
            assess(man, assessing, today)?;
            ManPart::Assessments
        }
    };
    Ok(part)
}

fn assess(man: &mut Man, action: CaseAction, today: NaiveDate) -> Result<(), Problem> {
    let found = |man: &mut Man, id: AssessmentId| {
        let at = man.assessments.iter().position(|one| one.id == id)?;
        Some(at)
    };
    match action {
        CaseAction::Assess { on, level } => {
            let on = day_or_today(&on, today)?;
            let last = man.assessments.iter().map(|one| one.id.0).max();
            man.assessments.push(Assessment {
                id: AssessmentId(last.unwrap_or(0) + 1),
                on,
                level,
                factors: Vec::new(),
            });
            man.assessments.sort_by_key(|one| (one.on, one.id));
        }
        CaseAction::SetLevel(id, level) => {
            if let Some(at) = found(man, id) {
                man.assessments[at].level = level;
            }
        }
        CaseAction::CorrectAssessed(id, on) => {
            let on = day(&on, today)?;
            if let (Some(at), Some(on)) = (found(man, id), on) {
                man.assessments[at].on = on;
                man.assessments.sort_by_key(|one| (one.on, one.id));
            }
        }
        CaseAction::RemoveAssessment(id) => man.assessments.retain(|one| one.id != id),
        CaseAction::Factor(id, key, present) => {
            if let Some(at) = found(man, id) {
                let factors = &mut man.assessments[at].factors;
                match factors.iter_mut().find(|factor| factor.key == key) {
                    Some(factor) => factor.present = present,
                    None => factors.push(Factor {
                        key,
                        present,
                        sources: Vec::new(),
                    }),
                }
                factors.retain(|one| one.present != Answer::NotAsked || !one.sources.is_empty());
            }
        }
        CaseAction::FactorSource(id, key, source, named) => {
            if let Some(at) = found(man, id) {
                let mut factors = man.assessments[at].factors.iter_mut();
                if let Some(factor) = factors.find(|factor| factor.key == key) {
                    factor.sources.retain(|one| *one != source);
                    if named {
                        factor.sources.push(source);
                        factor.sources.sort();
                    }
                }
            }
        }
        _ => {}
    }
    Ok(())
}
