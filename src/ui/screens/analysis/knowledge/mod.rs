//! Who knew what: facts × agencies, below it how knowledge of one fact passed from agency to agency, drawn and in words;
//! beside it what is entered of one cell.

mod beside;
mod cell;
mod drawing;
mod fact;
mod legend;
mod matrix;
mod words;

use egui::Ui;

use super::{Memory, found, opening};
use crate::app::{Action, App, KnowledgeAction, Open};
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, empty, menu, words as say};

pub use beside::show as beside;

pub fn show(ui: &mut Ui, app: &App, open: &Open, _memory: &mut Memory, actions: &mut Vec<Action>) {
    opening(
        ui,
        "Who knew what",
        "Each fact that mattered, when each agency learnt of it, and who told whom. What is entered here is the chair’s judgement; what the records say stands beside it.",
    );
    let changeable = open.read_only.is_none();
    if open.review.facts.is_empty() {
        let text = "A fact is something that somebody could have acted on: a strangulation, a separation, a threat. Lantern finds the records that speak of it by its words; you enter when each agency learnt of it, and from whom.";
        let button = changeable.then_some("Add a fact");
        if empty(ui, "No facts yet", text, button) {
            actions.push(KnowledgeAction::AddFact(None).into());
        }
        if changeable {
            ui.vertical_centered(|ui| add(ui, open, "Begin with a sign of danger", actions));
        }
        return;
    }
    let Some(known) = found(ui, app, open, &open.analysis.knowledge.latest, actions) else {
        return;
    };
    matrix::show(ui, open, known, actions);
    ui.horizontal_wrapped(|ui| {
        if changeable {
            add(ui, open, "Add a fact", actions);
        }
        legend::of_matrix(ui);
    });
    let drawn = open.analysis.knowledge.drawn();
    let mut stories = known.stories.iter();
    let Some(story) = stories.find(|story| Some(story.fact) == drawn) else {
        return;
    };
    ui.add_space(space::MEDIUM);
    drawing::show(ui, open, story, actions);
    ui.add_space(space::SMALL);
    words::show(ui, story, actions);
    ui.add_space(space::LARGE);
}

/// A fact of one's own, or one of the template's signs of danger with its words.
fn add(ui: &mut Ui, open: &Open, name: &str, actions: &mut Vec<Action>) {
    menu(ui, name, name, |ui| {
        let mut send = |ui: &mut Ui, key| {
            actions.push(KnowledgeAction::AddFact(key).into());
            ui.close();
        };
        if ui.selectable_label(false, "In words of your own").clicked() {
            send(ui, None);
        }
        say(ui, Words::Small, "With the words of the template:");
        for indicator in &open.review.template.indicators {
            if ui.selectable_label(false, &indicator.name).clicked() {
                send(ui, Some(indicator.key.clone()));
            }
        }
    });
}
