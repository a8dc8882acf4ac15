//! What participants wrote on their forms, question by question.

use egui::{Role, Ui, WidgetInfo};

use super::super::parts::{cell, line};
use crate::app::{Action, OpenProgramme, RunningAction};
use crate::model::programme::{FeedbackForm, Grade};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, choice, hairline, heading, primary, secondary, small, words};

/// The form that is being typed.
#[derive(Default)]
pub(in super::super) struct Form {
    is_open: bool,
    respondent: String,
    grades: Vec<Option<Grade>>,
}

pub(super) fn show(ui: &mut Ui, open: &OpenProgramme, form: &mut Form, actions: &mut Vec<Action>) {
    match form.is_open {
        true => add(ui, open, form, actions),
        false => {
            form.is_open = secondary(ui, open.may_change(), "Add a form…").clicked();
        }
    }
    ui.add_space(space::MEDIUM);
    let forms = &open.programme.feedback;
    if forms.is_empty() {
        words(ui, Words::Secondary, "No form is in the file yet.");
    }
    for (at, given) in forms.iter().enumerate() {
        hairline(ui);
        ui.horizontal(|ui| {
            cell(ui, size::AGENCY_COLUMN, |ui| {
                words(ui, Words::Plain, &given.respondent);
            });
            cell(ui, size::TEXT_COLUMN + size::SHORT_COLUMN, |ui| {
                words(ui, Words::Secondary, summary(given));
            });
            let remove = small(ui, open.may_change(), "Remove");
            let name = format!("Remove the form of {}", given.respondent);
            remove.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            if remove.clicked() {
                actions.push(RunningAction::RemoveForm(at).into());
            }
        });
    }
}

fn add(ui: &mut Ui, open: &OpenProgramme, form: &mut Form, actions: &mut Vec<Action>) {
    let forms = &open.programme.feedback;
    let asked = &open.programme.template.feedback;
    let questions = forms.iter().map(|form| form.grades.len()).max();
    let questions = questions
        .unwrap_or(1)
        .max(form.grades.len())
        .max(asked.len());
    form.grades.resize(questions, None);
    heading(ui, "Add a form");
    words(
        ui,
        Words::Secondary,
        "What was left empty stays empty: it is counted apart, never as a grade.",
    );
    ui.add_space(space::SMALL);
    line(
        ui,
        "Whose form it is",
        &mut form.respondent,
        "a number or initials",
        size::SEARCH,
    );
    for (at, given) in form.grades.iter_mut().enumerate() {
        hairline(ui);
        ui.horizontal(|ui| {
            cell(ui, size::SEARCH, |ui| {
                match asked.get(at) {
                    Some(asked) => words(ui, Words::Plain, &asked.name),
                    None => words(ui, Words::Plain, format!("Question {}", at + 1)),
                };
            });
            let grades = Grade::ALL.map(|grade| (Some(grade), grade.words().to_owned()));
            let all = grades.into_iter().chain([(None, "Left empty".to_owned())]);
            let called = format!("Answer to question {}", at + 1);
            if let Some(grade) = choice(ui, &called, given, all) {
                *given = grade;
            }
        });
    }
    hairline(ui);
    let respondent = form.respondent.trim();
    let known = forms
        .iter()
        .any(|known| known.respondent.trim() == respondent);
    if known {
        words(ui, Words::Doubt, "There is a form of that name already.");
    }
    ui.horizontal(|ui| {
        let ready = open.may_change() && !form.respondent.trim().is_empty() && !known;
        if primary(ui, ready, "Add the form").clicked() {
            let done = std::mem::take(form);
            let action = RunningAction::AddForm {
                respondent: done.respondent,
                grades: done.grades,
            };
            actions.push(action.into());
        }
        if secondary(ui, true, "One more question").clicked() {
            form.grades.push(None);
        }
        if secondary(ui, true, "Not now").clicked() {
            *form = Form::default();
        }
    });
}

/// “9 very satisfied, 3 satisfied, 1 left empty”.
fn summary(form: &FeedbackForm) -> String {
    let count = |grade| form.grades.iter().filter(|given| **given == grade).count();
    let grades = Grade::ALL.map(|grade| (Some(grade), grade.words().to_lowercase()));
    let all = grades.into_iter().chain([(None, "left empty".to_owned())]);
    let said = all.filter_map(|(grade, words)| match count(grade) {
        0 => None,
        some => Some(format!("{some} {words}")),
    });
    said.collect::<Vec<_>>().join(", ")
}
