//! What is asked of each man: the questions of the referral form, and substances.

use egui::Ui;

use super::super::parts::{adding, controls};
use super::asked_field;
use crate::app::{Action, App, AskedAction, AskedText, OpenProgramme, RunningAction};
use crate::model::programme::QuestionKind;
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, choice, heading, tick, words};

/// What is being typed.
#[derive(Default)]
pub(in super::super) struct Form {
    question: String,
    kind: Option<QuestionKind>,
    substance: String,
}

pub(super) fn show(
    ui: &mut Ui,
    app: &App,
    open: &OpenProgramme,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    words(
        ui,
        Words::Secondary,
        "The words can be changed as long as they ask the same. Nothing can be taken out, since files may answer it.",
    );
    ui.add_space(space::MEDIUM);
    questions(ui, app, open, form, actions);
    ui.add_space(space::LARGE);
    substances(ui, app, open, &mut form.substance, actions);
}

fn questions(
    ui: &mut Ui,
    app: &App,
    open: &OpenProgramme,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    heading(ui, "The referral form");
    for (at, question) in open.programme.template.referral_form.iter().enumerate() {
        let name = format!("Question {} of the referral form", at + 1);
        let of = AskedText::Question(at);
        asked_field(ui, app, open, (&name, of, &question.text), None, actions);
        words(
            ui,
            Words::Small,
            format!("Answered {}.", question.kind.words()),
        );
        ui.add_space(space::TIGHT);
    }
    controls(ui, |ui| {
        let kinds = QuestionKind::ALL.map(|kind| (kind, kind.words().to_owned()));
        let kind = form.kind.unwrap_or(QuestionKind::YesNo);
        if let Some(kind) = choice(ui, "How it is answered", &kind, kinds) {
            form.kind = Some(kind);
        }
        let line = ("New question", "one more question", size::SEARCH);
        let button = ("Add", "Add the question");
        if let Some(text) = adding(ui, open.may_change(), line, &mut form.question, button) {
            let action = AskedAction::AddQuestion(text, kind);
            actions.push(RunningAction::Asked(action).into());
        }
    });
}

fn substances(
    ui: &mut Ui,
    app: &App,
    open: &OpenProgramme,
    new: &mut String,
    actions: &mut Vec<Action>,
) {
    heading(ui, "Substances");
    for (at, substance) in open.programme.template.substances.iter().enumerate() {
        let name = format!("Substance {}", at + 1);
        let of = (&*name, AskedText::Substance(at), &*substance.name);
        ui.horizontal(|ui| {
            asked_field(ui, app, open, of, Some(size::SEARCH), actions);
            ui.add_enabled_ui(open.may_change(), |ui| {
                let mut illicit = substance.illicit;
                let name = format!("{}: illicit", substance.name);
                if tick(ui, &mut illicit, "Illicit", &name).changed() {
                    let action = AskedAction::Illicit(at, illicit);
                    actions.push(RunningAction::Asked(action).into());
                }
            });
        });
    }
    ui.horizontal(|ui| {
        let line = ("New substance", "one more", size::SEARCH);
        let button = ("Add", "Add the substance");
        if let Some(name) = adding(ui, open.may_change(), line, new, button) {
            let action = AskedAction::AddSubstance(name);
            actions.push(RunningAction::Asked(action).into());
        }
    });
}
