//! Where an entry stands in what the agency sent.

use egui::Ui;

use crate::app::{Action, EntryAction, ImportAction, Open, Room, ShellAction};
use crate::model::Entry;
use crate::ui::screens::chronology::cells;
use crate::ui::widgets::{Words, link, words};

pub fn show(ui: &mut Ui, open: &Open, entry: &Entry, actions: &mut Vec<Action>) {
    let source = &entry.source;
    if !entry.is_typed_by_hand() {
        words(ui, Words::Small, cells::source(entry));
    }
    if let Some(withdrawn) = entry.withdrawn {
        let mut imports = open.review.imports.iter();
        let by = imports.find(|import| import.id == withdrawn);
        let by = by.map_or("a corrected return", |import| import.file.as_str());
        let text =
            format!("Withdrawn: {by}, which took the place of this return, no longer holds it.");
        words(ui, Words::Doubt, text);
    }
    let Some(import) = source.import else {
        return;
    };
    if open.is_disguised() {
        let text =
            "What the agency sent holds the real names; it is not shown in the pseudonymised view.";
        words(ui, Words::Small, text);
        return;
    }
    ui.horizontal_wrapped(|ui| {
        if link(ui, "Show it in its table").clicked() {
            actions.push(Action::Entry(EntryAction::ShowSource(entry.id)));
        }
        if link(ui, "What this file left behind").clicked() {
            actions.push(Action::Shell(ShellAction::GoTo(Room::Import)));
            actions.push(Action::Import(ImportAction::ShowImport(import)));
        }
    });
}
