//! The questions of the terms of reference, each with the findings that answer it.

use egui::Ui;

use super::line::short;
use super::{Memory, in_hand, no_questions};
use crate::app::{Action, App, Field, FindingAction, Open, PlanAction, QuestionAction};
use crate::drafting::ChainStep;
use crate::model::{Finding, Question};
use crate::ui::tokens::space;
use crate::ui::widgets::{
    FieldLook, Words, card, field, heading, link, menu, secondary, small, titled, words,
};

pub fn show(ui: &mut Ui, app: &App, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    let questions = &open.review.questions;
    if questions.is_empty() {
        return no_questions(ui, actions);
    }
    in_hand(ui, "questions", |ui| {
        heading(ui, "What this review asks");
        words(
            ui,
            Words::Secondary,
            "The questions of the terms of reference. The report prints them in this order, and the findings that answer them.",
        );
        ui.add_space(space::SMALL);
        for question in questions {
            let chosen = open.plan.question == Some(question.id);
            let shown = ui
                .push_id(question.id.0, |ui| {
                    card(ui, chosen, |ui| one(ui, app, open, question, actions)).1
                })
                .inner;
            if chosen && memory.scrolled_to != Some(question.id) {
                shown.scroll_to_me(None);
                memory.scrolled_to = Some(question.id);
            }
            ui.add_space(space::SMALL);
        }
        if secondary(ui, open.read_only.is_none(), "Add a question").clicked() {
            actions.push(QuestionAction::Add.into());
        }
    });
}

fn one(ui: &mut Ui, app: &App, open: &Open, question: &Question, actions: &mut Vec<Action>) {
    let name = format!("Question {}", question.position);
    titled(
        ui,
        |ui| {
            words(ui, Words::SmallStrong, name.as_str());
        },
        |ui| order_buttons(ui, open, question, actions),
    );
    let look = FieldLook {
        rows: 2,
        hint: "What does the review want to know?",
        read_only: open.read_only.is_some(),
        ..FieldLook::default()
    };
    let typing = app.state.typing();
    let place = Field::Question(question.id);
    field(ui, &name, typing, place, &question.text, look, actions);
    let answers: Vec<&Finding> = open
        .review
        .findings
        .iter()
        .filter(|finding| finding.questions.contains(&question.id))
        .collect();
    if answers.is_empty() {
        words(ui, Words::Doubt, "No finding answers it yet.");
    }
    for finding in answers {
        ui.horizontal_wrapped(|ui| {
            if link(ui, &format!("Finding {}", finding.position)).clicked() {
                let step = ChainStep::Finding(finding.id);
                actions.push(Action::Plan(PlanAction::Go(step)));
            }
            words(ui, Words::Matter, short(&finding.text, 120));
        });
    }
    if open.read_only.is_none() && !open.review.findings.is_empty() {
        choose_findings(ui, open, question, actions);
    }
}

fn choose_findings(ui: &mut Ui, open: &Open, question: &Question, actions: &mut Vec<Action>) {
    let name = format!("Findings that answer question {}", question.position);
    menu(ui, &name, "Link a finding", |ui| {
        for finding in &open.review.findings {
            let present = finding.questions.contains(&question.id);
            let text = format!("{}  {}", finding.position, short(&finding.text, 60));
            if ui.selectable_label(present, text).clicked() {
                let link = FindingAction::SetQuestion(finding.id, question.id, !present);
                actions.push(link.into());
            }
        }
    });
}

fn order_buttons(ui: &mut Ui, open: &Open, question: &Question, actions: &mut Vec<Action>) {
    let last = open.review.questions.len() as u32;
    let changeable = open.read_only.is_none();
    let id = question.id;
    if small(ui, changeable, "Remove").clicked() {
        actions.push(QuestionAction::Remove(id).into());
    }
    if small(ui, changeable && question.position < last, "Down").clicked() {
        actions.push(QuestionAction::Move(id, question.position + 1).into());
    }
    if small(ui, changeable && question.position > 1, "Up").clicked() {
        actions.push(QuestionAction::Move(id, question.position - 1).into());
    }
}
