//! Import: files waiting, the table as it was sent with the columns understood on top, every doubt beside it.

mod agency;
mod beside;
mod changes;
mod columns;
mod doubts;
mod earlier;
mod files;
mod paste;
mod table;

use egui::{Frame, Key, Margin, TextEdit, Ui};

use crate::app::{Action, App, ImportAction, Open, Ready, WaitingState};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, empty, pane, primary, scroll, secondary};

/// More files than these scroll, in this share of the window's height.
const FILES_WHOLE: usize = 3;
const FILES_SHARE: f32 = 0.28;

#[derive(Default)]
pub struct Memory {
    path: String,
    new_agency: String,
    new_sector: String,
    jumped: u64,
    /// How far the table is scrolled to the right.
    scrolled: f32,
    pasting: paste::Pasting,
    groups: doubts::Groups,
}

pub fn show(ui: &mut Ui, app: &App, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    paste::take(ui, &mut memory.pasting, actions);
    let selected = open.import.waiting.get(open.import.selected);
    if let Some(waiting) = selected {
        pane(ui, "doubts", |ui| {
            beside::show(ui, app, open, waiting, memory, actions)
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
        WaitingState::Reading
        | WaitingState::Stopped
        | WaitingState::Failed(_)
        | WaitingState::Imported { .. } => None,
    });
    inner.show(ui, |ui| {
        if open.import.waiting.is_empty() && open.review.imports.is_empty() {
            let text = "Word tables, Excel and OpenDocument sheets, CSV, a table copied from an e-mail: whatever the agency sent. Nobody is asked to use a form of ours. \
                        You see first how each table is understood. Nothing is stored until you import, and one undo takes a whole import back.";
            if empty(ui, "Import the agencies’ returns", text, Some("Choose files…")) {
                actions.push(Action::Import(ImportAction::Choose));
            }
            ui.vertical_centered(|ui| {
                ui.set_max_width(size::PROSE * 0.75);
                ui.horizontal(|ui| {
                    paste::button(ui, &mut memory.pasting);
                    path(ui, memory, actions);
                });
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
                        if open.import.waiting.len() <= FILES_WHOLE {
                            files::show(ui, open, actions);
                        } else {
                            // Many files must leave room for the table.
                            let most = ui.ctx().content_rect().height() * FILES_SHARE;
                            ui.set_min_height(most);
                            scroll("files")
                                .max_height(most)
                                .show(ui, |ui| files::show(ui, open, actions));
                        }
                        ui.add_space(space::SMALL);
                    });
                views(ui, ready, actions);
                match &ready.amends {
                    Some(amending) if ready.shows_changes => {
                        changes::show(ui, open, ready, amending, actions);
                    }
                    _ => table::show(ui, ready, memory, actions),
                }
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
    let narrow = ui.available_width() < size::NARROW_LINE;
    ui.horizontal(|ui| {
        let chosen = if open.import.waiting.is_empty() {
            primary(ui, true, "Choose files…")
        } else {
            secondary(ui, true, "Choose files…")
        };
        if chosen.clicked() {
            actions.push(Action::Import(ImportAction::Choose));
        }
        paste::button(ui, &mut memory.pasting);
        if !narrow {
            path(ui, memory, actions);
        }
    });
    if narrow {
        path(ui, memory, actions);
    }
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

/// A corrected return can be looked at in two ways.
fn views(ui: &mut Ui, ready: &Ready, actions: &mut Vec<Action>) {
    if ready.amends.is_none() {
        return;
    }
    ui.horizontal(|ui| {
        for (changes, name) in [
            (true, "What it changes"),
            (false, "The table as it was sent"),
        ] {
            let shown = ready.shows_changes == changes;
            let style = if shown {
                Words::Strong
            } else {
                Words::Secondary
            };
            let text = style.rich(ui, name);
            let response = ui.selectable_label(shown, text);
            if response.clicked() {
                actions.push(Action::Import(ImportAction::ShowChanges(changes)));
            }
        }
    });
    ui.add_space(space::TIGHT);
}
