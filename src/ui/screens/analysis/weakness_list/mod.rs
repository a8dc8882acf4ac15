//! The review's own list of weaknesses: a line each with how often it was tagged; the chosen one opens to its fields.

mod one;

use egui::Ui;

use super::{Memory, found, opening};
use crate::app::{Action, App, Open, WeaknessListAction};
use crate::model::Weakness;
use crate::ui::tokens::space;
use crate::ui::widgets::{Tone, Words, card, chip, link, secondary, words};

pub fn show(ui: &mut Ui, app: &App, open: &Open, _memory: &mut Memory, actions: &mut Vec<Action>) {
    opening(
        ui,
        "List of weaknesses",
        "What this review looks for, with good practice. It began as the template’s list and is yours to change; what is tagged follows, and each change is one undo.",
    );
    found(ui, app, open, &open.analysis.weakness_list.found, actions);
    if open.review.weaknesses.is_empty() {
        words(
            ui,
            Words::Secondary,
            "The list is empty. Add what this review shall look for.",
        );
    }
    for weakness in &open.review.weaknesses {
        ui.push_id(weakness.id, |ui| {
            if weakness.is_part() {
                ui.indent("part", |ui| line(ui, app, open, weakness, actions));
            } else {
                line(ui, app, open, weakness, actions);
            }
        });
    }
    ui.add_space(space::MEDIUM);
    if secondary(ui, open.read_only.is_none(), "Add a weakness").clicked() {
        actions.push(WeaknessListAction::Add(None).into());
    }
}

fn line(ui: &mut Ui, app: &App, open: &Open, weakness: &Weakness, actions: &mut Vec<Action>) {
    let is_chosen = open.analysis.weakness_list.chosen == Some(weakness.id);
    if !is_chosen {
        head(ui, open, weakness, false, actions);
        return;
    }
    ui.add_space(space::TIGHT);
    card(ui, true, |ui| {
        head(ui, open, weakness, true, actions);
        one::show(ui, app, open, weakness, actions);
    });
    ui.add_space(space::TIGHT);
}

fn head(ui: &mut Ui, open: &Open, weakness: &Weakness, is_chosen: bool, actions: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        let name = link(ui, &weakness.name);
        name.widget_info(|| {
            let name = format!("Weakness {}: {}", weakness.position, weakness.name);
            egui::WidgetInfo::selected(egui::Role::Button, true, is_chosen, name)
        });
        if name.on_hover_text(&weakness.definition).clicked() {
            let chosen = (!is_chosen).then_some(weakness.id);
            actions.push(WeaknessListAction::Choose(chosen).into());
        }
        if weakness.good_practice && !weakness.is_part() {
            chip(ui, Tone::Accent, "good practice");
        }
        let uses = open.analysis.weakness_list.uses_of(&weakness.key);
        let count = uses.map_or(0, |uses| uses.entries.len());
        match count {
            0 => {
                words(ui, Words::Small, "not tagged yet");
            }
            _ => records(ui, weakness, count, actions),
        }
    });
}

fn records(ui: &mut Ui, weakness: &Weakness, count: usize, actions: &mut Vec<Action>) {
    let text = match count {
        1 => "1 record".to_owned(),
        _ => format!("{count} records"),
    };
    let opens = link(ui, &text);
    opens.widget_info(|| {
        let name = format!("Records tagged {}: {text}", weakness.name);
        egui::WidgetInfo::labeled(egui::Role::Link, true, name)
    });
    if opens.clicked() {
        actions.push(WeaknessListAction::OpenRecords(weakness.id).into());
    }
}
