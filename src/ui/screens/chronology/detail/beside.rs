//! The other agencies' records of the same event, and where records stand against each other.

use egui::Ui;

use super::part;
use crate::app::{Action, Open, SideBySideAction};
use crate::model::{Contradiction, Entry, Standing};
use crate::ui::screens::citation;
use crate::ui::widgets::{Words, quote, small, words};

pub fn show(ui: &mut Ui, open: &Open, entry: &Entry, actions: &mut Vec<Action>) {
    let mut events = open.review.events.iter();
    if let Some(event) = events.find(|event| event.entries.contains(&entry.id)) {
        part(ui, "Also recorded by");
        if !event.name.trim().is_empty() {
            words(ui, Words::Secondary, event.name.as_str());
        }
        if small(ui, true, "Show side by side").clicked() {
            actions.push(SideBySideAction::Show(event.entries.clone()).into());
        }
        for other in event.entries.iter().filter(|other| **other != entry.id) {
            if let Some(other) = open.review.entry(*other) {
                citation::place(ui, open, other, actions);
            }
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
        words(ui, Words::Matter, format!("“{own}”"));
        words(ui, Words::Small, "stands against");
        words(ui, Words::Matter, format!("“{others}”"));
        if let Some(other) = open.review.entry(other) {
            citation::place(ui, open, other, actions);
        }
        if !contradiction.note.trim().is_empty() {
            words(ui, Words::Secondary, contradiction.note.as_str());
        }
    });
}
