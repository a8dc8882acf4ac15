//! The entries that something rests on, with their claims' badges.

use egui::Ui;

use crate::app::{Action, Open};
use crate::model::EntryId;
use crate::ui::screens::citation;
use crate::ui::widgets::{Words, link, words};

/// Entries drawn at once.
const DRAWN: usize = 60;
const SHOWN: usize = 90;

/// `unlink` is what takes one of them away.
pub fn show(
    ui: &mut Ui,
    open: &Open,
    entries: &[EntryId],
    none: &str,
    unlink: impl Fn(EntryId) -> Action,
    actions: &mut Vec<Action>,
) {
    words(ui, Words::SmallStrong, "Rests on");
    if entries.is_empty() {
        words(ui, Words::Doubt, none);
    }
    for id in entries.iter().take(DRAWN) {
        let Some(entry) = open.review.entry(*id) else {
            continue;
        };
        ui.push_id(id.0, |ui| {
            ui.horizontal_wrapped(|ui| {
                citation::place(ui, open, entry, actions);
                citation::badge(ui, open, entry);
                words(ui, Words::Matter, citation::beginning(entry, SHOWN));
                if open.read_only.is_none() && link(ui, "Unlink").clicked() {
                    actions.push(unlink(*id));
                }
            });
        });
    }
    if entries.len() > DRAWN {
        let more = entries.len() - DRAWN;
        words(ui, Words::Small, format!("and {more} more entries"));
    }
}
