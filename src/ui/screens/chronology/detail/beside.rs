//! The other agencies' records of the same event, and where records stand against each other.

use egui::Ui;

use super::part;
use crate::app::{Action, ContradictionKey, ContradictionsAction, Open, ShellAction};
use crate::dates;
use crate::model::{Contradiction, Entry, EntryId, Standing};
use crate::ui::widgets::{Tone, Words, chip, link, quote, words};

pub fn show(ui: &mut Ui, open: &Open, entry: &Entry, actions: &mut Vec<Action>) {
    let mut events = open.review.events.iter();
    if let Some(event) = events.find(|event| event.entries.contains(&entry.id)) {
        part(ui, "Also recorded by");
        if !event.name.trim().is_empty() {
            words(ui, Words::Secondary, event.name.as_str());
        }
        for other in event.entries.iter().filter(|other| **other != entry.id) {
            record(ui, open, *other, actions);
        }
    }
    let contradictions: Vec<&Contradiction> = open
        .review
        .contradictions
        .iter()
        .filter(|contradiction| contradiction.entries.contains(&entry.id))
        .filter(|contradiction| contradiction.standing != Standing::None)
        .collect();
    if !contradictions.is_empty() {
        part(ui, "The records differ");
        for contradiction in contradictions {
            differ(ui, open, entry, contradiction, actions);
        }
    }
}

/// “Ambulance, 12 April 2019, 20:52”, which leads there.
fn record(ui: &mut Ui, open: &Open, id: EntryId, actions: &mut Vec<Action>) {
    let Some(other) = open.review.entry(id) else {
        return;
    };
    let agency = open.review.agency(other.agency);
    let agency = agency.map_or("", |agency| agency.name.as_str());
    let text = format!("{agency}, {}", dates::spoken(&other.when));
    if link(ui, &text).clicked() {
        actions.push(Action::Shell(ShellAction::ShowEntry(id)));
    }
}

fn differ(
    ui: &mut Ui,
    open: &Open,
    entry: &Entry,
    contradiction: &Contradiction,
    actions: &mut Vec<Action>,
) {
    let is_first = contradiction.entries[0] == entry.id;
    let (own, others) = if is_first {
        (&contradiction.a, &contradiction.b)
    } else {
        (&contradiction.b, &contradiction.a)
    };
    let other = contradiction.entries[usize::from(is_first)];
    let style = if contradiction.standing.is_settled() {
        Words::Secondary
    } else {
        Words::Harm
    };
    let text = format!(
        "{}: {}",
        contradiction.about.words(),
        contradiction.standing.words()
    );
    words(ui, style, text);
    quote(ui, |ui| {
        // One that the chair put on record may have no words yet.
        if !own.is_empty() {
            words(ui, Words::Matter, format!("“{own}”"));
        }
        words(ui, Words::Small, "stands against");
        if !others.is_empty() {
            words(ui, Words::Matter, format!("“{others}”"));
        }
        record(ui, open, other, actions);
        if !contradiction.note.trim().is_empty() {
            words(ui, Words::Secondary, contradiction.note.as_str());
        }
        if link(ui, "In the list of contradictions").clicked() {
            let key = ContradictionKey::of(contradiction.about, contradiction.entries);
            actions.push(ContradictionsAction::ShowOne(key).into());
        }
    });
}

/// A claim is not a fact: the badge says whose word it is, who bears it out and who disputes it.
pub fn claim(ui: &mut Ui, open: &Open, entry: &Entry) {
    let claim = open.derived.claims.of_entry(entry);
    if let Some(badge) = claim.badge() {
        chip(ui, Tone::Doubt, &badge);
    }
}
