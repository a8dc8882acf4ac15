//! The date of an entry: its wording, what was understood, and the ways to settle it.

use egui::Ui;

use super::part;
use crate::app::{Action, App, ChronologyAction, EntryAction, Field, Open, is_counted};
use crate::chronology;
use crate::dates;
use crate::model::{Entry, HangsOn, When};
use crate::ui::widgets::{FieldLook, Words, field, menu, small, words};

/// Entries before this one that are offered to count from, and how many are looked through for them.
const OFFERED: usize = 10;
const LOOKED_THROUGH: usize = 600;

pub fn show(ui: &mut Ui, app: &App, open: &Open, entry: &Entry, actions: &mut Vec<Action>) {
    part(ui, "When");
    understood(ui, &entry.when);
    readings(ui, open, entry, actions);
    counted_from(ui, open, entry, actions);
    why_here(ui, open, entry);
    let look = FieldLook {
        hint: "Put it right, such as 12 April 2019, 21:10",
        read_only: open.read_only.is_some(),
        ..FieldLook::default()
    };
    let name = "Put the date right";
    let of = Field::EntryDate(entry.id);
    field(ui, name, app.state.typing(), of, "", look, actions);
    ui.horizontal(|ui| {
        words(ui, Words::Small, "Among entries of the same time:");
        if small(ui, true, "Earlier").clicked() {
            actions.push(Action::Chronology(ChronologyAction::MoveUp));
        }
        if small(ui, true, "Later").clicked() {
            actions.push(Action::Chronology(ChronologyAction::MoveDown));
        }
    });
}

/// The agency's wording stays above whatever was made of it.
fn understood(ui: &mut Ui, when: &When) {
    let wording = when.wording.trim();
    if wording.is_empty() {
        words(ui, Words::Secondary, "No date was written.");
    } else {
        words(ui, Words::Matter, format!("“{wording}”"));
    }
    let text = if when.is_understood() {
        format!("Understood as {}.", dates::spoken(when))
    } else {
        "Not understood as a date.".to_owned()
    };
    words(ui, Words::Plain, text);
    for inferred in &when.inferred {
        let style = if inferred.contains(" by hand ") {
            Words::Small
        } else {
            Words::Doubt
        };
        words(ui, style, inferred);
    }
    for warning in &when.warnings {
        words(ui, Words::Harm, warning);
    }
}

/// Where the wording can be read in several ways, each is a button.
fn readings(ui: &mut Ui, open: &Open, entry: &Entry, actions: &mut Vec<Action>) {
    if entry.when.alternatives.is_empty() {
        return;
    }
    words(ui, Words::Small, "Which of these is meant?");
    let present = When {
        alternatives: Vec::new(),
        certainty: crate::model::Certainty::Exact,
        ..entry.when.clone()
    };
    let others = entry.when.alternatives.iter().map(|span| When {
        earliest: span.earliest,
        latest: span.latest,
        ..present.clone()
    });
    let all: Vec<String> = std::iter::once(present.clone())
        .chain(others)
        .map(|when| dates::spoken(&when))
        .collect();
    ui.horizontal_wrapped(|ui| {
        for (reading, text) in all.iter().enumerate() {
            if small(ui, open.read_only.is_none(), text).clicked() {
                actions.push(Action::Entry(EntryAction::TakeReading(entry.id, reading)));
            }
        }
    });
}

/// What a relative date is counted from, with a menu to count it from something else.
fn counted_from(ui: &mut Ui, open: &Open, entry: &Entry, actions: &mut Vec<Action>) {
    if !is_counted(&entry.when) {
        return;
    }
    let review = &open.review;
    let present = match entry.when.hangs_on {
        None => "Counted from …".to_owned(),
        Some(HangsOn::KeyDate(id)) => {
            let mut dates = review.key_dates.iter();
            let date = dates.find(|date| date.id == id);
            format!(
                "Counted from {}",
                date.map_or("a key date", |date| date.label.as_str())
            )
        }
        Some(HangsOn::Entry(id)) => match review.entry(id) {
            Some(anchor) => format!("Counted from {}", offered(open, anchor)),
            None => "Counted from an entry".to_owned(),
        },
    };
    ui.add_enabled_ui(open.read_only.is_none(), |ui| {
        menu(ui, "Counted from", &present, |ui| {
            let mut send =
                |anchor| actions.push(Action::Entry(EntryAction::CountFrom(entry.id, anchor)));
            for date in review
                .key_dates
                .iter()
                .filter(|date| date.when.is_understood())
            {
                let anchor = HangsOn::KeyDate(date.id);
                let text = format!("{} · {}", date.label, dates::spoken(&date.when));
                if ui
                    .selectable_label(entry.when.hangs_on == Some(anchor), text)
                    .clicked()
                {
                    send(anchor);
                    ui.close();
                }
            }
            ui.separator();
            for other in entries_before(open, entry) {
                let anchor = HangsOn::Entry(other.id);
                let chosen = entry.when.hangs_on == Some(anchor);
                if ui.selectable_label(chosen, offered(open, other)).clicked() {
                    send(anchor);
                    ui.close();
                }
            }
        });
    });
}

/// “12 April 2019 · Police · 999 call from neighbour…”
fn offered(open: &Open, entry: &Entry) -> String {
    const SHOWN: usize = 36;
    let agency = open.review.agency(entry.agency);
    let agency = agency.map_or("", |agency| agency.name.as_str());
    let mut text: String = entry.text.chars().take(SHOWN).collect();
    if entry.text.chars().count() > SHOWN {
        text.push('…');
    }
    format!(
        "{} · {agency} · {}",
        dates::spoken(&entry.when),
        text.replace('\n', " ")
    )
}

/// Dated entries that stand before this one in its own return, nearest first, then those before it in time.
fn entries_before<'a>(open: &'a Open, entry: &Entry) -> Vec<&'a Entry> {
    let entries = &open.review.entries;
    let Ok(index) = entries.binary_search_by_key(&entry.id, |entry| entry.id) else {
        return Vec::new();
    };
    let fits = |other: &&Entry| other.id != entry.id && other.when.is_understood();
    let own = entries[index.saturating_sub(LOOKED_THROUGH)..index]
        .iter()
        .rev()
        .map(AsRef::as_ref)
        .filter(|other: &&Entry| other.agency == entry.agency)
        .filter(fits)
        .take(OFFERED / 2);
    let mut found: Vec<&Entry> = own.collect();
    let place = open
        .derived
        .places
        .get(index)
        .map_or(0, |place| *place as usize);
    let order = open.derived.order.get(..place).unwrap_or_default();
    for before in order.iter().rev().take(LOOKED_THROUGH) {
        if found.len() >= OFFERED {
            break;
        }
        let other: &Entry = &entries[*before as usize];
        if fits(&other) && found.iter().all(|found| found.id != other.id) {
            found.push(other);
        }
    }
    found
}

fn why_here(ui: &mut Ui, open: &Open, entry: &Entry) {
    let index = open
        .review
        .entries
        .binary_search_by_key(&entry.id, |entry| entry.id);
    let at = index.ok().and_then(|index| open.derived.places.get(index));
    if let Some(at) = at {
        let why = chronology::why_here(&open.review, &open.derived.order, *at as usize);
        words(ui, Words::Small, why);
    }
}
