//! What is done in one man’s file.

use super::OpenProgramme;
use super::cohort::change_steps;
use super::day::{day, day_or_today};
use super::typed::{answer, change, forget_empty};
use crate::app::Problem;
use crate::edits::ManPart;
use crate::model::programme::{
    Answer, Assessment, Child, Childhood, Factor, Incident, InformationSource, Justice, Man,
    Measure, RiskLevel, Sharing, Step, StepKind, Taken,
};
use crate::model::{AssessmentId, ManId};

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
    SetReason(usize, String),
    ReferredBy(String),
    Share(Sharing),
    Ethnicity(String),
    /// By the question’s key.
    Answer(String, Answer),
    Scale(String, Option<u8>),
    SaidBy(String, Option<InformationSource>),
    Assess {
        on: String,
        level: RiskLevel,
    },
    SetLevel(AssessmentId, RiskLevel),
    Factor(AssessmentId, String, Answer),
    FactorSource(AssessmentId, String, InformationSource, bool),
    RemoveAssessment(AssessmentId),
    Measure {
        key: String,
        taken: Taken,
        on: String,
        value: u32,
    },
    RemoveMeasure(usize),
    /// Whether he is in the sample whose records were looked up.
    InJusticeSample(bool),
    InChildhoodSample(bool),
    SetAnswer(AnswerOf, Answer),
    AddChild {
        born: String,
    },
    RemoveChild(usize),
    AddIncident {
        on: String,
        told: String,
        physical: Answer,
        source: InformationSource,
        words: String,
    },
    RemoveIncident(usize),
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
        CaseAction::SetReason(at, reason) => change_steps(open, id, |steps| {
            if let Some(step) = steps.get_mut(at) {
                step.reason = reason;
            }
        }),
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
    let on = day_or_today(on, open.today)?;
    if on > open.today {
        return Err(Problem::new(
            "The step was not taken",
            "Its day has not come yet. Steps are recorded when they were taken; nothing was changed.",
        ));
    }
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

fn put(man: &mut Man, action: CaseAction, today: chrono::NaiveDate) -> Result<ManPart, Problem> {
    let part = match action {
        CaseAction::TakeStep { .. } | CaseAction::RemoveStep(_) | CaseAction::SetReason(..) => {
            ManPart::Pathway
        }
        CaseAction::ReferredBy(source) => {
            man.referral.source = source;
            ManPart::Referral
        }
        CaseAction::Share(sharing) => {
            man.referral.sharing = sharing;
            ManPart::Referral
        }
        CaseAction::Ethnicity(key) => {
            man.identity.ethnicity = key;
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
        CaseAction::Measure {
            key,
            taken,
            on,
            value,
        } => {
            let on = day_or_today(&on, today)?;
            man.measures.push(Measure {
                key,
                on,
                taken,
                value,
            });
            man.measures.sort_by_key(|measure| measure.on);
            ManPart::Measures
        }
        CaseAction::RemoveMeasure(at) => {
            remove(&mut man.measures, at);
            ManPart::Measures
        }
        CaseAction::InJusticeSample(is_in) => {
            man.justice = is_in.then(Justice::default);
            ManPart::Background
        }
        CaseAction::InChildhoodSample(is_in) => {
            man.childhood = is_in.then(Childhood::default);
            ManPart::Background
        }
        CaseAction::SetAnswer(of, given) => set_answer(man, of, given),
        CaseAction::AddChild { born } => {
            man.children.push(Child {
                born: day(&born, today)?,
                lives_with_him: Answer::NotAsked,
                biological: Answer::NotAsked,
                witnessed_violence: Answer::NotAsked,
                directly_abused: Answer::NotAsked,
                source: InformationSource::Himself,
            });
            ManPart::Children
        }
        CaseAction::RemoveChild(at) => {
            remove(&mut man.children, at);
            ManPart::Children
        }
        CaseAction::AddIncident {
            on,
            told,
            physical,
            source,
            words,
        } => {
            man.incidents.push(Incident {
                on: day_or_today(&on, today)?,
                told: day_or_today(&told, today)?,
                physical,
                source,
                words: words.trim().to_owned(),
            });
            ManPart::Incidents
        }
        CaseAction::RemoveIncident(at) => {
            remove(&mut man.incidents, at);
            ManPart::Incidents
        }
        assessing => {
            assess(man, assessing, today)?;
            ManPart::Assessments
        }
    };
    Ok(part)
}

fn remove<T>(list: &mut Vec<T>, at: usize) {
    if at < list.len() {
        list.remove(at);
    }
}

fn assess(man: &mut Man, action: CaseAction, today: chrono::NaiveDate) -> Result<(), Problem> {
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

fn set_answer(man: &mut Man, of: AnswerOf, given: Answer) -> ManPart {
    use AnswerOf as Of;
    let child = match of {
        Of::ChildLivesWithHim(at)
        | Of::ChildIsBiological(at)
        | Of::ChildWitnessed(at)
        | Of::ChildAbused(at) => man.children.get_mut(at),
        _ => None,
    };
    if let Some(child) = child {
        *match of {
            Of::ChildLivesWithHim(_) => &mut child.lives_with_him,
            Of::ChildIsBiological(_) => &mut child.biological,
            Of::ChildWitnessed(_) => &mut child.witnessed_violence,
            _ => &mut child.directly_abused,
        } = given;
        return ManPart::Children;
    }
    let slot = match (of, &mut man.justice, &mut man.childhood) {
        (Of::CalledOut, Some(justice), _) => Some(&mut justice.called_out),
        (Of::Arrested, Some(justice), _) => Some(&mut justice.arrested),
        (Of::Charged, Some(justice), _) => Some(&mut justice.charged),
        (Of::Custody, Some(justice), _) => Some(&mut justice.custody),
        (Of::Pending, Some(justice), _) => Some(&mut justice.pending),
        (Of::EngagedInGroup, _, Some(childhood)) => Some(&mut childhood.engaged_in_group),
        (Of::ExposedToViolence, _, Some(childhood)) => Some(&mut childhood.exposed_to_violence),
        (Of::LostParent, _, Some(childhood)) => Some(&mut childhood.lost_parent),
        _ => None,
    };
    if let Some(slot) = slot {
        *slot = given;
    }
    ManPart::Background
}
