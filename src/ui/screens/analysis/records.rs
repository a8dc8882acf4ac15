//! The records behind one figure, in the agencies' own words.

use egui::Ui;

use crate::app::{Action, AnalysisAction, FindingAction, Open, Opened};
use crate::model::EntryId;
use crate::ui::screens::{citation, rests_on};
use crate::ui::tokens::space;
use crate::ui::widgets::{Side, Words, heading, marked, quote, small, words};

/// Records drawn at once; a figure with more of them is opened in the chronology.
const DRAWN: usize = 100;
/// Characters of each, where nothing in it is marked.
const SHOWN: usize = 400;

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
        if small(ui, open.read_only.is_none(), "A finding on these").clicked() {
            actions.push(FindingAction::AddOn(opened.entries.clone()).into());
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
    citation::place(ui, open, entry, actions);
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
        quote(ui, |ui| {
            words(ui, Words::Matter, citation::beginning(entry, SHOWN))
        });
    }
    citation::badges(ui, open, entry);
    ui.horizontal_wrapped(|ui| rests_on::steps(ui, open, id, 0, actions));
}
