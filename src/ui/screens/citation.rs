//! A record of an agency that is spoken of: whose it is, when, in which words, and whose word it rests on.

use egui::Ui;

use crate::app::{Action, Open, ShellAction};
use crate::dates;
use crate::model::{Entry, EntryId};
use crate::ui::widgets::{Tone, Words, chip, link, quote, words};

/// Agency and date, which lead to the chronology; then the first `shown` characters of what was recorded, and the claim's
/// badge. Nothing where the entry is gone.
pub fn cited_record(
    ui: &mut Ui,
    open: &Open,
    id: EntryId,
    shown: usize,
    actions: &mut Vec<Action>,
) {
    let Some(entry) = open.review.entry(id) else {
        return;
    };
    place(ui, open, entry, actions);
    quote(ui, |ui| words(ui, Words::Matter, beginning(entry, shown)));
    badges(ui, open, entry);
}

/// “Wexmoor Constabulary, 12 April 2019, 21:10”
pub fn place(ui: &mut Ui, open: &Open, entry: &Entry, actions: &mut Vec<Action>) {
    let agency = open.review.agency(entry.agency);
    let agency = agency.map_or("", |agency| agency.name.as_str());
    let text = format!("{agency}, {}", dates::spoken(&entry.when));
    if link(ui, &text).clicked() {
        actions.push(Action::Shell(ShellAction::ShowEntry(entry.id)));
    }
}

/// The badges on a line of their own; nothing where there are none.
pub fn badges(ui: &mut Ui, open: &Open, entry: &Entry) {
    if entry.withdrawn.is_some() || open.derived.claims.of_entry(entry).badge().is_some() {
        ui.horizontal_wrapped(|ui| badge(ui, open, entry));
    }
}

/// A claim is not a fact: whose word it is, who bears it out and who disputes it; and whether it was withdrawn.
pub fn badge(ui: &mut Ui, open: &Open, entry: &Entry) {
    if let Some(badge) = open.derived.claims.of_entry(entry).badge() {
        chip(ui, Tone::Doubt, &badge);
    }
    if entry.withdrawn.is_some() {
        chip(ui, Tone::Doubt, "Withdrawn by the agency");
    }
}

/// The first `shown` characters of what was recorded; of the response where nothing else was.
pub fn beginning(entry: &Entry, shown: usize) -> String {
    let text = match entry.text.trim() {
        "" => entry.response.trim(),
        text => text,
    };
    let mut beginning: String = text.chars().take(shown).collect();
    if beginning.len() < text.len() {
        beginning.push('…');
    }
    beginning
}
