//! The room Programme: what it decides for itself, who works in it, its money, and what participants said of it.

mod asked;
mod setting;

pub use asked::{AskedAction, AskedText, NewMeasure};
pub use setting::{NOTICES, Setting, SettingList};

use super::OpenProgramme;
use crate::app::Problem;
use crate::edits;
use crate::intake::pence;
use crate::model::programme::{
    Colleague, Cost, Duty, FeedbackForm, Grade, OwesNotice, ProgrammeTemplate, Way,
};
use crate::store::Frame;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RunningPart {
    #[default]
    Settings,
    Lists,
    Measures,
    Forms,
    Colleagues,
    Money,
    Feedback,
}

impl RunningPart {
    pub const ALL: [Self; 7] = [
        Self::Settings,
        Self::Lists,
        Self::Measures,
        Self::Forms,
        Self::Colleagues,
        Self::Money,
        Self::Feedback,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Settings => "Settings",
            Self::Lists => "Lists",
            Self::Measures => "Measures",
            Self::Forms => "Forms",
            Self::Colleagues => "Colleagues",
            Self::Money => "Money",
            Self::Feedback => "Feedback",
        }
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RunningState {
    pub part: RunningPart,
    pub list: SettingList,
}

/// Lines are named by their place in their list.
#[derive(Debug, Clone)]
pub enum RunningAction {
    Part(RunningPart),
    List(SettingList),
    /// Whether she is told of it.
    Tell(OwesNotice, bool),
    AddLine(SettingList, String),
    Asked(AskedAction),
    AddColleague(String),
    RemoveColleague(usize),
    GiveDuty(usize, Duty, bool),
    AddCost {
        quarter: String,
        heading: String,
        way: Way,
        /// As it was typed.
        pounds: String,
    },
    RemoveCost(usize),
    AddForm {
        respondent: String,
        grades: Vec<Option<Grade>>,
    },
    RemoveForm(usize),
}

/// A text of this room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RunningText {
    Title,
    Setting(Setting),
    Line(SettingList, usize),
    Asked(AskedText),
    Colleague(usize),
}

pub(super) fn update(open: &mut OpenProgramme, action: RunningAction) -> Result<(), Problem> {
    match action {
        RunningAction::Part(part) => {
            open.running.part = part;
            Ok(())
        }
        RunningAction::List(list) => {
            open.running.list = list;
            Ok(())
        }
        RunningAction::Tell(event, told) => change_settings(open, |settings| {
            settings.notices.events.retain(|one| *one != event);
            if told {
                settings.notices.events.push(event);
                settings.notices.events.sort();
            }
        }),
        RunningAction::AddLine(list, name) => change_settings(open, |settings| {
            let lines = list.lines_mut(settings);
            lines.push(setting::coded(lines, name.trim()));
        }),
        RunningAction::Asked(action) => asked::update(open, action),
        RunningAction::AddColleague(name) => change_frame(open, "Add a colleague", |frame| {
            frame.colleagues.push(Colleague {
                name: name.trim().to_owned(),
                duties: Vec::new(),
            });
        }),
        RunningAction::RemoveColleague(at) => change_frame(open, "Remove a colleague", |frame| {
            remove(&mut frame.colleagues, at);
        }),
        RunningAction::GiveDuty(at, duty, has) => {
            change_frame(open, "Change a colleague’s duties", |frame| {
                if let Some(colleague) = frame.colleagues.get_mut(at) {
                    colleague.duties.retain(|one| *one != duty);
                    if has {
                        colleague.duties.push(duty);
                    }
                }
            })
        }
        RunningAction::AddCost {
            quarter,
            heading,
            way,
            pounds,
        } => {
            let cost = Cost {
                quarter: quarter.trim().to_owned(),
                heading: heading.trim().to_owned(),
                way,
                pence: pence(&pounds).ok_or_else(|| no_sum(&pounds))?,
            };
            change_frame(open, "Add a sum of money", |frame| frame.costs.push(cost))
        }
        RunningAction::RemoveCost(at) => change_frame(open, "Remove a sum of money", |frame| {
            remove(&mut frame.costs, at);
        }),
        RunningAction::AddForm { respondent, grades } => {
            change_frame(open, "Add a feedback form", |frame| {
                frame.feedback.push(FeedbackForm {
                    respondent: respondent.trim().to_owned(),
                    grades,
                });
            })
        }
        RunningAction::RemoveForm(at) => change_frame(open, "Remove a feedback form", |frame| {
            remove(&mut frame.feedback, at);
        }),
    }
}

impl OpenProgramme {
    /// Whether what is owed to partners can be changed now: without a lock anybody may, with one while it is open.
    pub fn may_settle_what_is_owed(&self) -> bool {
        self.may_change() && (!self.has_safety_lock || self.behind.is_some())
    }
}

/// Stores what was typed into a field of this room.
pub(super) fn store(
    open: &mut OpenProgramme,
    field: RunningText,
    text: &str,
) -> Result<(), Problem> {
    let text = text.trim();
    match field {
        RunningText::Title => change_frame(open, "Change the programme’s title", |frame| {
            text.clone_into(&mut frame.title);
        }),
        RunningText::Colleague(at) => change_frame(open, "Change a colleague’s name", |frame| {
            if let Some(colleague) = frame.colleagues.get_mut(at) {
                text.clone_into(&mut colleague.name);
            }
        }),
        RunningText::Line(list, at) => change_settings(open, |settings| {
            if let Some(line) = list.lines_mut(settings).get_mut(at) {
                text.clone_into(&mut line.name);
            }
        }),
        RunningText::Asked(of) => change_settings(open, |settings| {
            if let Some(words) = of.text_mut(settings) {
                text.clone_into(words);
            }
        }),
        RunningText::Setting(setting) => {
            let mut settings = open.programme.template.clone();
            setting
                .put(&mut settings, text)
                .ok_or_else(|| no_number(text))?;
            put(open, &settings)
        }
    }
}

fn no_number(text: &str) -> Problem {
    Problem::new(
        format!("“{text}” is not a number"),
        "Type it in figures. What you typed is still in the field.",
    )
}

fn no_sum(text: &str) -> Problem {
    Problem::new(
        format!("“{}” is not a sum of money", text.trim()),
        "Type pounds and pence, such as 1,200.50. What you typed is still in the field.",
    )
}

fn remove<T>(list: &mut Vec<T>, at: usize) {
    if at < list.len() {
        list.remove(at);
    }
}

fn change_frame(
    open: &mut OpenProgramme,
    label: &str,
    change: impl FnOnce(&mut Frame),
) -> Result<(), Problem> {
    open.edit("The programme was not changed", |store| {
        edits::change_frame(store, label, change)
    })
}

fn change_settings(
    open: &mut OpenProgramme,
    change: impl FnOnce(&mut ProgrammeTemplate),
) -> Result<(), Problem> {
    let mut settings = open.programme.template.clone();
    change(&mut settings);
    put(open, &settings)
}

fn put(open: &mut OpenProgramme, settings: &ProgrammeTemplate) -> Result<(), Problem> {
    open.edit("The setting was not changed", |store| {
        edits::change_settings(store, settings)
    })
}
