//! Text typed into fields of a programme’s file on his side of the wall. What is typed behind the wall stays in [`super::Behind`].

use super::day::day;
use super::told::{ALCOHOL, of_substance};
use super::{OpenProgramme, RunningText, running};
use crate::app::Problem;
use crate::edits::{self, ManPart};
use crate::model::programme::{Man, ReferralAnswer, Sharing};
use crate::model::{GroupId, ManId};

/// A place of the file that text can be typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProgrammeField {
    Man(ManId, ManText),
    /// What was answered in words, by the question’s place in the template.
    Answer(ManId, usize),
    GroupName(GroupId),
    GroupSize(GroupId),
    /// In the room Programme.
    Running(RunningText),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ManText {
    Name,
    Reference,
    Born,
    Referrer,
    /// The day on which he consented, or consent was waived.
    SharingOn,
    WaivedBy,
    /// Units of alcohol a week.
    Units,
    /// The day of birth of a child, by its place in his file.
    ChildBorn(usize),
}

pub(in crate::app) fn store(
    open: &mut OpenProgramme,
    field: ProgrammeField,
    text: &str,
) -> Result<(), Problem> {
    match field {
        ProgrammeField::Running(of) => running::store(open, of, text),
        ProgrammeField::Man(id, part) => {
            let Some(mut man) = open.man(id).cloned() else {
                return Ok(());
            };
            let part = put(&mut man, part, text.trim(), open)?;
            change(open, part, &man)
        }
        ProgrammeField::Answer(id, at) => {
            let question = open.programme.template.referral_form.get(at);
            let key = question.map(|question| question.key.clone());
            let (Some(mut man), Some(key)) = (open.man(id).cloned(), key) else {
                return Ok(());
            };
            text.trim().clone_into(&mut answer(&mut man, &key).words);
            forget_empty(&mut man);
            change(open, ManPart::Referral, &man)
        }
        ProgrammeField::GroupName(id) | ProgrammeField::GroupSize(id) => {
            let Some(mut group) = open.group(id).cloned() else {
                return Ok(());
            };
            match field {
                ProgrammeField::GroupSize(_) => {
                    group.size = text.trim().parse().map_err(|_| {
                        let words = "Type how many places it has, as a whole number. What you typed is still in the field.";
                        Problem::new(format!("“{}” is no number of places", text.trim()), words)
                    })?;
                }
                _ => text.trim().clone_into(&mut group.name),
            }
            open.edit("The group was not changed", |store| {
                edits::change_group(store, &group)
            })
        }
    }
}

pub(super) fn change(open: &mut OpenProgramme, part: ManPart, man: &Man) -> Result<(), Problem> {
    let today = open.today;
    open.edit("His file was not changed", |store| {
        edits::change_man(store, part, man, today)
    })
}

fn put(man: &mut Man, part: ManText, text: &str, open: &OpenProgramme) -> Result<ManPart, Problem> {
    match part {
        ManText::Name => text.clone_into(&mut man.name),
        ManText::Reference => text.clone_into(&mut man.reference),
        ManText::Born => man.born = day(text, open.today)?,
        ManText::Referrer => text.clone_into(&mut man.referral.referrer),
        ManText::SharingOn => {
            if let Some(typed) = day(text, open.today)? {
                match &mut man.referral.sharing {
                    Sharing::NotSettled => {}
                    Sharing::Consented(on) | Sharing::Waived { on, .. } => *on = typed,
                }
            }
        }
        ManText::WaivedBy => {
            if let Sharing::Waived { by, .. } = &mut man.referral.sharing {
                text.clone_into(by);
            }
        }
        ManText::Units => {
            let units = tenths(text)?;
            of_substance(man, ALCOHOL, |alcohol| alcohol.tenths_of_units = units);
        }
        ManText::ChildBorn(at) => {
            let born = day(text, open.today)?;
            if let Some(child) = man.children.get_mut(at) {
                child.born = born;
                // A day of birth says more than an age.
                child.age = child.age.filter(|_| born.is_none());
            }
        }
    }
    Ok(match part {
        ManText::Name | ManText::Reference | ManText::Born => ManPart::Details,
        ManText::Units => ManPart::Substances,
        ManText::ChildBorn(_) => ManPart::Children,
        ManText::Referrer | ManText::SharingOn | ManText::WaivedBy => ManPart::Referral,
    })
}

/// Units a week, with one decimal place at most; nothing where the field is empty.
fn tenths(text: &str) -> Result<Option<u32>, Problem> {
    const MOST: f64 = 1000.0;
    if text.is_empty() {
        return Ok(None);
    }
    let units = text.replace(',', ".").parse::<f64>().ok();
    let tenths = units.filter(|units| (0.0..=MOST).contains(units));
    match tenths.map(|units| units * 10.0) {
        Some(tenths) if (tenths - tenths.round()).abs() < 1e-6 => Ok(Some(tenths.round() as u32)),
        _ => Err(Problem::new(
            format!("“{text}” is no number of units"),
            "Type units of alcohol a week with at most one decimal place, such as 24 or 7.5. What you typed is still in the field.",
        )),
    }
}

/// His answer to a question; one that was not asked so far stands as that.
pub(super) fn answer<'a>(man: &'a mut Man, question: &str) -> &'a mut ReferralAnswer {
    let answers = &mut man.referral.answers;
    let at = answers
        .iter()
        .position(|answer| answer.question == question)
        .unwrap_or_else(|| {
            answers.push(ReferralAnswer {
                question: question.to_owned(),
                answer: crate::model::programme::Answer::NotAsked,
                scale: None,
                words: String::new(),
                source: None,
            });
            answers.len() - 1
        });
    &mut answers[at]
}

/// What says nothing was not asked, and does not stand in the form.
pub(super) fn forget_empty(man: &mut Man) {
    man.referral.answers.retain(|given| {
        given.answer != crate::model::programme::Answer::NotAsked
            || given.scale.is_some()
            || !given.words.is_empty()
            || given.source.is_some()
    });
}
