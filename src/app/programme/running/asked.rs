//! Scales, substances and questions: what is asked of each man, and of partners.

use super::setting::key_of;
use super::{OpenProgramme, change_settings, no_number};
use crate::app::Problem;
use crate::model::programme::{
    MeasureOf, MeasureTemplate, ProgrammeTemplate, QuestionKind, ReferralQuestion,
    SubstanceTemplate, Taken,
};

/// Lines are named by their place in their list. What is recorded keeps its meaning: of a measure that is in use only the name and the times change.
#[derive(Debug, Clone)]
pub enum AskedAction {
    AddMeasure(NewMeasure),
    /// Whether the measure is taken then.
    TakeMeasure(usize, Taken, bool),
    AddSubstance(String),
    Illicit(usize, bool),
    AddQuestion(String, QuestionKind),
}

/// A measure as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMeasure {
    pub name: String,
    pub of: MeasureOf,
    pub lowest: String,
    pub highest: String,
    pub higher_is_better: bool,
    pub taken: Vec<Taken>,
}

impl Default for NewMeasure {
    fn default() -> Self {
        Self {
            name: String::new(),
            of: MeasureOf::Man,
            lowest: String::new(),
            highest: String::new(),
            higher_is_better: true,
            taken: vec![Taken::Before, Taken::End],
        }
    }
}

/// A text of these lists, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AskedText {
    Measure(usize),
    Substance(usize),
    Question(usize),
}

impl AskedText {
    pub(super) fn text_mut(self, settings: &mut ProgrammeTemplate) -> Option<&mut String> {
        Some(match self {
            Self::Measure(at) => &mut settings.measures.get_mut(at)?.name,
            Self::Substance(at) => &mut settings.substances.get_mut(at)?.name,
            Self::Question(at) => &mut settings.referral_form.get_mut(at)?.text,
        })
    }
}

pub(super) fn update(open: &mut OpenProgramme, action: AskedAction) -> Result<(), Problem> {
    match action {
        AskedAction::AddMeasure(new) => {
            let number = |typed: &str| {
                let typed = typed.trim();
                typed.parse().map_err(|_| no_number(typed))
            };
            let (lowest, highest) = (number(&new.lowest)?, number(&new.highest)?);
            change_settings(open, |settings| {
                let name = new.name.trim();
                let measures = &mut settings.measures;
                measures.push(MeasureTemplate {
                    key: key_of(name, |key| measures.iter().any(|one| one.key == key)),
                    name: name.to_owned(),
                    of: new.of,
                    lowest,
                    highest,
                    higher_is_better: new.higher_is_better,
                    taken: in_order(&new.taken),
                });
            })
        }
        AskedAction::TakeMeasure(at, when, is_taken) => change_settings(open, |settings| {
            if let Some(measure) = settings.measures.get_mut(at) {
                measure.taken.retain(|one| *one != when);
                if is_taken {
                    measure.taken.push(when);
                }
                measure.taken = in_order(&measure.taken);
            }
        }),
        AskedAction::AddSubstance(name) => change_settings(open, |settings| {
            let (name, substances) = (name.trim(), &mut settings.substances);
            substances.push(SubstanceTemplate {
                key: key_of(name, |key| substances.iter().any(|one| one.key == key)),
                name: name.to_owned(),
                illicit: false,
            });
        }),
        AskedAction::Illicit(at, illicit) => change_settings(open, |settings| {
            if let Some(substance) = settings.substances.get_mut(at) {
                substance.illicit = illicit;
            }
        }),
        AskedAction::AddQuestion(text, kind) => change_settings(open, |settings| {
            let (text, form) = (text.trim(), &mut settings.referral_form);
            form.push(ReferralQuestion {
                key: key_of(text, |key| form.iter().any(|one| one.key == key)),
                text: text.to_owned(),
                kind,
            });
        }),
    }
}

fn in_order(taken: &[Taken]) -> Vec<Taken> {
    let all = Taken::ALL.into_iter();
    all.filter(|when| taken.contains(when)).collect()
}
