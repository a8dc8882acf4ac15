//! The combined chronology: timeline over table, both over the same filter, and one entry beside them.

mod cells;
mod columns;
mod detail;
mod filter_menu;
mod filters;
mod head;
mod keys;
mod proposals;
mod row;
mod rows;
mod scrolling;
mod several;
mod side_by_side;
mod table;
mod tagging;
mod timeline;
mod tools;

use egui::{Frame, Margin, Ui};

use crate::app::{Action, App, ImportAction, Open, Room, ShellAction};
use crate::ui::tokens::space;
use crate::ui::widgets::{empty, pane};

/// What has been laid out, where the table stands, and what is typed into its menus.
#[derive(Default)]
pub struct Memory {
    table: table::Memory,
    tools: tools::Memory,
    several: several::Memory,
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
    memory.tools.open = keys::pressed(ui, open, actions);
    side_by_side::show(ui, open, actions);
    pane(ui, "entry", |ui| {
        if let Some(listed) = &open.chronology.events_proposed {
            proposals::show(ui, open, listed, actions);
        } else if open.chronology.selected.len() > 1 {
            several::show(ui, open, &mut memory.several, actions);
        } else {
            detail::show(ui, app, open, actions);
        }
    });
    Frame::new()
        .inner_margin(Margin {
            left: 24,
            right: 16,
            top: 12,
            bottom: 0,
        })
        .show(ui, |ui| {
            // Above the timeline, whose height follows the filter: a menu stays where it is while one chooses.
            tools::show(ui, open, &mut memory.tools, actions);
            // Whoever tags reads: the room belongs to the table.
            if open.chronology.tagging.is_none() {
                timeline::show(ui, open, &mut memory.timeline, actions);
            }
            if let Some(tagging) = &open.chronology.tagging {
                tagging::show(ui, open, tagging, actions);
            }
            ui.spacing_mut().item_spacing.y = space::TIGHT;
            filters::show(ui, open, actions);
            table::show(ui, open, &mut memory.table, actions);
        });
}
