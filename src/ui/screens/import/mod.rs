//! Import: files waiting, the table as it was sent with the columns understood on top, every doubt beside it.

mod doubts;
mod earlier;
mod files;
mod table;

use egui::{Frame, Key, Margin, TextEdit, Ui};

use crate::app::{Action, ImportAction, Open, WaitingState};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, empty, pane, primary, scroll, secondary, words};

#[derive(Default)]
pub struct Memory {
    path: String,
    new_agency: String,
    new_sector: String,
    jumped: u64,
}

pub fn show(ui: &mut Ui, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    let selected = open.import.waiting.get(open.import.selected);
    if let Some(waiting) = selected {
        pane(ui, "doubts", |ui| {
            doubts::show(ui, open, waiting, memory, actions)
        });
    }
    let inner = Frame::new().inner_margin(Margin {
        left: 24,
        right: 24,
        top: 16,
        bottom: 8,
    });
    let ready = selected.and_then(|waiting| match &waiting.state {
        WaitingState::Ready(ready) | WaitingState::Importing(ready) => Some(ready),
        WaitingState::Reading | WaitingState::Failed(_) | WaitingState::Imported { .. } => None,
    });
    inner.show(ui, |ui| {
        if open.import.waiting.is_empty() && open.review.imports.is_empty() {
            let text = "Word tables, Excel and OpenDocument sheets, CSV: whatever the agency sent. Nobody is asked to use a form of ours. \
                        You see first how each table is understood. Nothing is stored until you import, and one undo takes a whole import back.";
            if empty(ui, "Import the agencies’ returns", text, Some("Choose files…")) {
                actions.push(Action::Import(ImportAction::Choose));
            }
            ui.vertical_centered(|ui| {
                ui.set_max_width(size::PROSE * 0.75);
                path(ui, memory, actions);
            });
            return;
        }
        bar(ui, open, memory, actions);
        ui.add_space(space::SMALL);
        match ready {
            Some(ready) => {
                egui::Panel::top("files")
                    .show_separator_line(false)
                    .frame(Frame::new())
                    .resizable(false)
                    .show(ui, |ui| {
                        files::show(ui, open, actions);
                        ui.add_space(space::SMALL);
                    });
                table::show(ui, ready, memory, actions);
            }
            None => {
                scroll("files and imports").show(ui, |ui| {
                    files::show(ui, open, actions);
                    earlier::show(ui, open, actions);
                });
            }
        }
    });
}

fn bar(ui: &mut Ui, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        let chosen = if open.import.waiting.is_empty() {
            primary(ui, true, "Choose files…")
        } else {
            secondary(ui, true, "Choose files…")
        };
        if chosen.clicked() {
            actions.push(Action::Import(ImportAction::Choose));
        }
        path(ui, memory, actions);
    });
}

/// A path can be typed or pasted where no dialog is at hand.
fn path(ui: &mut Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    let edit = TextEdit::singleline(&mut memory.path)
        .hint_text(Words::Small.rich(
            ui,
            "or drop them here, or type where a file is and press Enter",
        ))
        .desired_width(f32::INFINITY)
        .margin(Margin::symmetric(8, 6));
    let response = ui.add(edit);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label("Where the file is"));
    if response.lost_focus()
        && ui.input(|input| input.key_pressed(Key::Enter))
        && !memory.path.trim().is_empty()
    {
        let path = std::mem::take(&mut memory.path);
        actions.push(Action::Import(ImportAction::Add(vec![path.trim().into()])));
    }
}

/// A line that says how a file was read.
fn about(ui: &mut Ui, text: &str) {
    words(ui, Words::Small, text);
}
