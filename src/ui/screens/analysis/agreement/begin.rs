//! A coding that is being made ready.

use egui::{Margin, TextEdit, Ui};

use crate::app::{Action, AgreementAction, CoderLine, CodingForm, Open};
use crate::ui::tokens::{self, letter, palette, size, space};
use crate::ui::widgets::{Words, card, heading, primary, quiet, small, tick, words};

pub fn show(ui: &mut Ui, open: &Open, form: &CodingForm, actions: &mut Vec<Action>) {
    let mut now = form.clone();
    card(ui, false, |ui| {
        heading(ui, "A new blind coding");
        words(
            ui,
            Words::Secondary,
            "Until it is closed, everybody sees only their own tags on its entries: in the chronology, in the matrices, in suggestions and in what is written from this window.",
        );
        ui.add_space(space::SMALL);
        entries(ui, open, &mut now);
        ui.add_space(space::SMALL);
        coders(ui, open, &mut now);
        ui.add_space(space::SMALL);
        words(ui, Words::SmallStrong, "Name of this coding");
        typed(
            ui,
            "Name of this coding",
            &mut now.name,
            "such as “First check”",
            size::SEARCH,
        );
        ui.add_space(space::MEDIUM);
        ui.horizontal_wrapped(|ui| {
            if primary(ui, true, "Begin the coding").clicked() {
                actions.push(AgreementAction::Begin.into());
            }
            if quiet(ui, "Not now").clicked() {
                actions.push(AgreementAction::Prepare(false).into());
            }
        });
    });
    if now != *form {
        // Before a press of “Begin”, which came after it.
        actions.insert(0, AgreementAction::SetForm(now).into());
    }
}

fn entries(ui: &mut Ui, open: &Open, form: &mut CodingForm) {
    let shown = open.chronology.rows.len();
    words(ui, Words::SmallStrong, "Which entries");
    words(
        ui,
        Words::Secondary,
        "They are taken from those that the chronology shows now; set a filter there to choose others.",
    );
    let all = match shown {
        1 => "The one entry shown".to_owned(),
        _ => format!("All {shown} entries shown"),
    };
    for (draws, text) in [
        (false, all.as_str()),
        (true, "Some of them, drawn at random"),
    ] {
        if ui
            .radio(form.draws == draws, Words::Plain.rich(ui, text))
            .clicked()
        {
            form.draws = draws;
        }
    }
    if form.draws {
        ui.horizontal_wrapped(|ui| {
            words(ui, Words::Plain, "Draw");
            typed(
                ui,
                "How many entries are drawn",
                &mut form.count,
                "20",
                space::HUGE,
            );
            words(ui, Words::Plain, format!("of the {shown}, with the seed"));
            typed(
                ui,
                "Seed of the draw",
                &mut form.seed,
                "1847",
                space::HUGE * 2.0,
            );
        });
        words(
            ui,
            Words::Small,
            "The seed is kept with the coding: with it, anybody can draw the same entries again.",
        );
    }
}

fn coders(ui: &mut Ui, open: &Open, form: &mut CodingForm) {
    words(ui, Words::SmallStrong, "Who codes");
    words(
        ui,
        Words::Secondary,
        "Each codes under the name that they enter on the start screen before they open the file.",
    );
    let mut removed = None;
    let many = form.coders.len() > 2;
    for (place, line) in form.coders.iter_mut().enumerate() {
        let number = place + 1;
        ui.horizontal_wrapped(|ui| {
            typed(
                ui,
                &format!("Name of coder {number}"),
                &mut line.name,
                "Name",
                size::SEARCH,
            );
            tick(
                ui,
                &mut line.already,
                "has tagged these entries already",
                &format!("Coder {number} has tagged these entries already"),
            );
            if line.name.trim() == open.who {
                words(ui, Words::Small, "you");
            }
            if many && small(ui, true, &format!("Leave out coder {number}")).clicked() {
                removed = Some(place);
            }
        });
    }
    if let Some(place) = removed {
        form.coders.remove(place);
    }
    if small(ui, true, "Another coder").clicked() {
        form.coders.push(CoderLine::default());
    }
}

fn typed(ui: &mut Ui, name: &str, text: &mut String, hint: &str, width: f32) {
    let edit = TextEdit::singleline(text)
        .id_salt(name)
        .font(tokens::sans(letter::BODY))
        .hint_text(Words::Small.rich(ui, hint))
        .desired_width(width)
        .margin(Margin::symmetric(8, 5))
        .background_color(palette(ui).sheet);
    let response = ui.add(edit);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(name));
}
