//! The records behind one figure, in the agencies' own words.

use egui::Ui;

use crate::app::{Action, AnalysisAction, Open, Opened, ShellAction};
use crate::dates;
use crate::model::EntryId;
use crate::ui::tokens::space;
use crate::ui::widgets::{Side, Tone, Words, chip, heading, link, marked, quote, small, words};

/// Records drawn at once; a figure with more of them is opened in the chronology.
const DRAWN: usize = 100;

pub fn show(ui: &mut Ui, open: &Open, opened: &Opened, actions: &mut Vec<Action>) {
    heading(ui, &opened.title);
    let count = opened.entries.len();
    words(
        ui,
        Words::Secondary,
        match count {
            1 => "1 record".to_owned(),
            _ if count > DRAWN => format!("{count} records, the first {DRAWN} of them here"),
            _ => format!("{count} records"),
        },
    );
    ui.add_space(space::TIGHT);
    ui.horizontal_wrapped(|ui| {
        if small(ui, true, "Show these in the chronology").clicked() {
            actions.push(Action::Analysis(AnalysisAction::ShowInChronology));
        }
        if small(ui, true, "Close").clicked() {
            actions.push(Action::Analysis(AnalysisAction::CloseOpened));
        }
    });
    for entry in opened.entries.iter().take(DRAWN) {
        ui.add_space(space::SMALL);
        record(ui, open, *entry, actions);
    }
}

/// Agency, date, badge and wording of one record; its heading leads to the chronology.
pub fn record(ui: &mut Ui, open: &Open, id: EntryId, actions: &mut Vec<Action>) {
    let Some(entry) = open.review.entry(id) else {
        return;
    };
    let agency = open.review.agency(entry.agency);
    let agency = agency.map_or("", |agency| agency.name.as_str());
    let place = format!("{agency}, {}", dates::spoken(&entry.when));
    if link(ui, &place).clicked() {
        actions.push(Action::Shell(ShellAction::ShowEntry(id)));
    }
    if let Some(found) = open
        .analysis
        .marks
        .get(&id)
        .filter(|found| !found.is_empty())
    {
        for cell in found {
            quote(ui, |ui| marked(ui, Side::After, &cell.pieces));
            if cell.denied {
                words(ui, Words::Small, "Only denied or asked about here.");
            }
        }
    } else {
        wording(ui, &entry.text);
    }
    if let Some(badge) = open.chronology.claims.of_entry(entry).badge() {
        ui.horizontal_wrapped(|ui| chip(ui, Tone::Plain, &badge));
    }
}

fn wording(ui: &mut Ui, text: &str) {
    const SHOWN: usize = 400;
    let text = text.trim();
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    quote(ui, |ui| words(ui, Words::Matter, shown));
}
