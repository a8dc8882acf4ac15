//! One entry: its own wording first, beside it what was understood, who says so, tags and people.

mod beside;
mod by_hand;
mod coding;
mod date;
mod source;
mod surroundings;
mod tags;
mod taken;
mod wording;

use egui::Ui;

use crate::app::{Action, App, ChronologyAction, Open};
use crate::dates;
use crate::model::{Basis, Disclosure, Enquiry, Entry, RecordCell, Review, When};
use crate::ui::screens::citation;
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, choice, heading, quote, words};

/// What a tag is called; its key where the template no longer knows it.
pub fn tag_name<'a>(review: &'a Review, key: &'a str) -> &'a str {
    review.tag_name(key)
}

pub fn show(ui: &mut Ui, app: &App, open: &Open, actions: &mut Vec<Action>) {
    surroundings::show(ui, open, actions);
    let current = open.chronology.current.and_then(|id| open.review.entry(id));
    match current {
        Some(entry) => one(ui, app, open, entry, actions),
        None => {
            heading(ui, "No entry chosen");
            words(
                ui,
                Words::Secondary,
                "Click an entry, or use the arrow keys. Its wording, its source and all that was understood of it are shown here.",
            );
            ui.add_space(space::SMALL);
            words(
                ui,
                Words::Small,
                "Hold Ctrl or Shift to choose several. The keys 1 to 9 set the first nine tags. Scroll over the timeline to look closer; double-click it to see all.",
            );
        }
    }
}

fn one(ui: &mut Ui, app: &App, open: &Open, entry: &Entry, actions: &mut Vec<Action>) {
    let agency = open
        .review
        .agency(entry.agency)
        .map_or("", |agency| agency.name.as_str());
    heading(ui, heading_of(&entry.when));
    words(ui, Words::Small, format!("{agency} · entry {}", entry.id));
    if entry.is_typed_by_hand() {
        by_hand::show(ui, app, open, entry, actions);
    } else {
        as_written(ui, open, entry, actions);
    }
    source::show(ui, open, entry, actions);
    date::show(ui, app, open, entry, actions);
    beside::show(ui, open, entry, actions);
    part(ui, "Who says so");
    citation::badges(ui, open, entry);
    badges(ui, entry, actions);
    part(ui, "Tags");
    taken::tags(ui, open, actions);
    tags::show(ui, app, open, entry, actions);
    coding::show(ui, open, entry, actions);
    part(ui, "People named");
    taken::people(ui, open, entry, actions);
    part(ui, "Shows that the agency knew of");
    taken::knowledge(ui, open, entry, actions);
    part(ui, "Rests on this entry");
    taken::evidence(ui, open, entry, actions);
}

fn heading_of(when: &When) -> String {
    if when.is_understood() || !when.wording.trim().is_empty() {
        return dates::spoken(when);
    }
    "No date yet".to_owned()
}

fn as_written(ui: &mut Ui, open: &Open, entry: &Entry, actions: &mut Vec<Action>) {
    part(ui, "As written");
    quote(ui, |ui| {
        wording::show(ui, open, entry, RecordCell::Text, actions);
        named(ui, open, entry, RecordCell::Response, actions);
        cell(ui, "Seen", &entry.seen);
        named(ui, open, entry, RecordCell::Comment, actions);
        cell(ui, "Recorded by", &entry.recorder);
        cell(ui, "Document", &entry.document);
        for (name, text) in &entry.other {
            cell(ui, name, text);
        }
    });
    wording::marked(ui, open, actions);
}

/// A cell in which words can be marked, under its name.
fn named(ui: &mut Ui, open: &Open, entry: &Entry, cell: RecordCell, actions: &mut Vec<Action>) {
    if !cell.of(entry).trim().is_empty() {
        words(ui, Words::Small, cell.words());
        wording::show(ui, open, entry, cell, actions);
    }
}

pub fn part(ui: &mut Ui, name: &str) {
    ui.add_space(space::SMALL);
    words(ui, Words::SmallStrong, name);
}

fn cell(ui: &mut Ui, name: &str, text: &str) {
    if !text.trim().is_empty() {
        words(ui, Words::Small, name);
        words(ui, Words::Matter, text);
    }
}

fn badges(ui: &mut Ui, entry: &Entry, actions: &mut Vec<Action>) {
    let mut send = |action| actions.push(Action::Chronology(action));
    let all = Basis::ALL.map(|basis| (basis, basis.words().to_owned()));
    if let Some(basis) = choice(ui, "Basis", &entry.basis, all) {
        send(ChronologyAction::SetBasis(basis));
    }
    ui.horizontal_wrapped(|ui| {
        words(ui, Words::Small, "Asked about abuse");
        let all = Enquiry::ALL.map(|enquiry| (enquiry, enquiry.words().to_owned()));
        if let Some(enquiry) = choice(ui, "Asked about abuse", &entry.enquiry, all) {
            send(ChronologyAction::SetEnquiry(enquiry));
        }
    });
    ui.horizontal_wrapped(|ui| {
        words(ui, Words::Small, "Abuse disclosed");
        let all = Disclosure::ALL.map(|disclosure| (disclosure, disclosure.words().to_owned()));
        if let Some(disclosure) = choice(ui, "Abuse disclosed", &entry.disclosure, all) {
            send(ChronologyAction::SetDisclosure(disclosure));
        }
    });
}
