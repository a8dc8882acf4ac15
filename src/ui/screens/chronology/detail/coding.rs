//! Whether the entry is in an open coding, and whether whoever works here has finished it.

use egui::Ui;

use crate::analysis::coded_blind;
use crate::app::{Action, AgreementAction, Open, own_coding};
use crate::model::Entry;
use crate::ui::widgets::{Words, tick, words};

pub fn show(ui: &mut Ui, open: &Open, entry: &Entry, actions: &mut Vec<Action>) {
    let Some(coding) = coded_blind(&open.review, entry.id) else {
        return;
    };
    words(
        ui,
        Words::Doubt,
        format!(
            "In the open coding “{}”: you see only the tags that you set yourself.",
            coding.name
        ),
    );
    let Some((_, mut finished)) = own_coding(open, entry.id) else {
        return;
    };
    let text = match open.chronology.selected.len() {
        0 | 1 => "I have finished this entry".to_owned(),
        count => format!("I have finished these {count} entries"),
    };
    let may_change = open.read_only.is_none();
    ui.add_enabled_ui(may_change, |ui| {
        if tick(ui, &mut finished, &text, &text).changed() {
            actions.push(AgreementAction::Finish(finished).into());
        }
    });
}
