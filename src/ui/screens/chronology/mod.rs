//! The combined chronology: timeline over table, both over the same filter, and one entry beside them.

mod detail;
mod filters;
mod keys;
mod rows;
mod table;
mod timeline;

use egui::{Frame, Margin, Ui};

use crate::app::{Action, App, ImportAction, Open, Room, ShellAction};
use crate::ui::tokens::space;
use crate::ui::widgets::{empty, pane};

/// What has been laid out, and where the table stands.
#[derive(Default)]
pub struct Memory {
    rows: rows::Heights,
    revealed: u64,
    timeline: timeline::Memory,
}

pub fn show(ui: &mut Ui, app: &App, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    if open.review.entries.is_empty() {
        let text = "Import the agencies’ returns, as Word tables, spreadsheets or CSV, however they are written. \
                    Their entries are put in order of time here, each beside the wording it came with.";
        if empty(ui, "No entries yet", text, Some("Import a return…")) {
            actions.push(Action::Shell(ShellAction::GoTo(Room::Import)));
            actions.push(Action::Import(ImportAction::Choose));
        }
        return;
    }
    timeline::pressed(ui, open, &memory.timeline, actions);
    keys::pressed(ui, open, actions);
    pane(ui, "entry", |ui| detail::show(ui, app, open, actions));
    Frame::new()
        .inner_margin(Margin {
            left: 24,
            right: 16,
            top: 12,
            bottom: 0,
        })
        .show(ui, |ui| {
            timeline::show(ui, open, &mut memory.timeline, actions);
            ui.add_space(space::SMALL);
            filters::show(ui, open, actions);
            ui.add_space(space::TIGHT);
            table::show(ui, open, memory, actions);
        });
}
