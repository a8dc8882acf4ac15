//! From the questions of the review to what changed: questions, findings, recommendations with the panel's action plan, and all of it as a
//! chain.

mod action;
mod chain;
mod chain_cards;
mod evidence;
mod finding;
mod findings;
mod line;
mod list;
mod one;
mod questions;
mod smart;

use egui::{Frame, Margin, Panel, Ui};

use crate::app::{Action, App, FindingAction, Open, PlanAction, PlanTab, QuestionAction};
use crate::model::QuestionId;
use crate::ui::tokens::{palette, size};
use crate::ui::widgets::{at_side, empty, hairline, scroll, tabs};

/// What the room remembers for drawing.
#[derive(Default)]
pub struct Memory {
    /// The question that was last scrolled to.
    scrolled_to: Option<QuestionId>,
}

pub fn show(ui: &mut Ui, app: &App, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    Frame::new()
        .inner_margin(Margin::symmetric(24, 12))
        .show(ui, |ui| {
            let all = PlanTab::ALL.map(|tab| (tab, tab.words().to_owned()));
            if let Some(tab) = tabs(ui, open.plan.tab, all) {
                actions.push(Action::Plan(PlanAction::ShowTab(tab)));
            }
        });
    hairline(ui);
    match open.plan.tab {
        PlanTab::Questions => questions::show(ui, app, open, memory, actions),
        PlanTab::Findings => findings(ui, app, open, actions),
        PlanTab::Recommendations => recommendations(ui, app, open, actions),
        PlanTab::Chain => chain::show(ui, open, actions),
    }
}

fn findings(ui: &mut Ui, app: &App, open: &Open, actions: &mut Vec<Action>) {
    if open.review.findings.is_empty() {
        let text = "A finding is what the review has learnt: a lesson, or good practice. It answers a question of the terms of reference, \
                    rests on entries of the chronology, and a lesson leads to a recommendation.";
        if empty(ui, "No findings yet", text, Some("Add a finding")) {
            actions.push(FindingAction::Add.into());
        }
        return;
    }
    at_left(ui, "findings", |ui| findings::show(ui, open, actions));
    let mut all = open.review.findings.iter();
    if let Some(finding) = all.find(|each| Some(each.id) == open.plan.finding) {
        in_hand(ui, "finding", |ui| {
            finding::show(ui, app, open, finding, actions)
        });
    }
}

fn recommendations(ui: &mut Ui, app: &App, open: &Open, actions: &mut Vec<Action>) {
    if open.review.recommendations.is_empty() {
        let text = "A recommendation answers what was found and leads to actions, each with an owner, a date and resources. \
                    The panel makes the action plan; what changed is written down here.";
        if empty(
            ui,
            "No recommendations yet",
            text,
            Some("Add a recommendation"),
        ) {
            actions.push(Action::Plan(PlanAction::AddRecommendation));
        }
        return;
    }
    at_left(ui, "recommendations", |ui| list::show(ui, open, actions));
    let mut all = open.review.recommendations.iter();
    if let Some(recommendation) = all.find(|each| Some(each.id) == open.plan.recommendation) {
        in_hand(ui, "recommendation", |ui| {
            one::show(ui, app, open, recommendation, actions);
        });
    }
}

fn at_left(ui: &mut Ui, id: &'static str, contents: impl FnOnce(&mut Ui)) {
    let ground = palette(ui).paper;
    Panel::left(id)
        .exact_size(at_side(ui, size::DETAIL))
        .resizable(false)
        .show_separator_line(false)
        .frame(
            Frame::new()
                .fill(ground)
                .inner_margin(Margin::symmetric(16, 16)),
        )
        .show(ui, |ui| scroll(id).show(ui, contents));
}

fn in_hand(ui: &mut Ui, id: &'static str, contents: impl FnOnce(&mut Ui)) {
    scroll(id).show(ui, |ui| {
        Frame::new()
            .inner_margin(Margin::symmetric(24, 16))
            .show(ui, |ui| {
                ui.set_width(ui.available_width().min(size::IN_HAND));
                contents(ui);
            });
    });
}

/// The questions’ own words for an empty list.
fn no_questions(ui: &mut Ui, actions: &mut Vec<Action>) {
    let text = "The terms of reference ask what this review wants to know. Write each question down; findings answer them, and the report \
                prints them.";
    if empty(ui, "No questions yet", text, Some("Add a question")) {
        actions.push(QuestionAction::Add.into());
    }
}
