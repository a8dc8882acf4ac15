//! Several agencies' records of one event, a column for each, with what they cannot both be right about marked.

use egui::{Frame, Grid, Id, Margin, Modal, ScrollArea, Ui, vec2};

use super::cells;
use crate::app::{Action, Open, SideBySide, SideBySideAction};
use crate::dates;
use crate::model::{Disclosure, Enquiry, Entry};
use crate::ui::screens::citation;
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Side, Tone, Words, chip, heading, marked, secondary, words};

/// The share of the window that the records may take.
const SHARE: egui::Vec2 = vec2(0.9, 0.8);
const NARROWEST: f32 = 220.0;

pub fn show(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let Some(compared) = &open.chronology.side_by_side else {
        return;
    };
    let window = ui.ctx().content_rect().size() * SHARE;
    let frame = Frame::popup(ui.style()).inner_margin(Margin::symmetric(24, 24));
    let modal = Modal::new(Id::unique("side by side"))
        .frame(frame)
        .show(ui.ctx(), |ui| {
            ui.set_width(window.x);
            ui.set_max_height(window.y);
            opening(ui, compared);
            records(ui, open, compared, actions);
            ui.add_space(space::MEDIUM);
            if secondary(ui, true, "Close").clicked() {
                actions.push(SideBySideAction::Close.into());
            }
        });
    if modal.should_close() {
        actions.push(SideBySideAction::Close.into());
    }
}

fn opening(ui: &mut Ui, compared: &SideBySide) {
    heading(
        ui,
        format!("{} records side by side", compared.entries.len()),
    );
    let mut about = match compared.differences.len() {
        0 => "Nothing was found that these records could not all be right about. They may still differ: read them.".to_owned(),
        1 => "The records cannot both be right about one thing. Its words are marked.".to_owned(),
        count => format!("The records cannot all be right about {count} things. Their words are marked."),
    };
    if compared.left_out > 0 {
        about.push_str(&format!(
            " {} more records were chosen and are not shown: choose fewer to see them.",
            compared.left_out
        ));
    }
    words(ui, Words::Secondary, about);
    ui.add_space(space::SMALL);
}

fn records(ui: &mut Ui, open: &Open, compared: &SideBySide, actions: &mut Vec<Action>) {
    let entries: Vec<&Entry> = compared
        .entries
        .iter()
        .filter_map(|id| open.review.entry(*id))
        .map(|entry| &**entry)
        .collect();
    let beside = size::AGENCY_COLUMN + space::MEDIUM;
    let room = ui.available_width() - beside;
    let width = (room / entries.len().max(1) as f32 - space::MEDIUM).max(NARROWEST);
    ScrollArea::both()
        .id_salt("side by side")
        .auto_shrink([false, true])
        .max_height(ui.available_height() - size::CONTROL * 2.0)
        .show(ui, |ui| {
            Grid::new("records side by side")
                .spacing(vec2(space::MEDIUM, space::SMALL))
                .show(ui, |ui| {
                    line(ui, "", width, &entries, |ui, entry| {
                        citation::place(ui, open, entry, actions);
                    });
                    wordings(ui, compared, width, &entries);
                    line(ui, "Who says so", width, &entries, |ui, entry| {
                        words(ui, Words::Secondary, entry.basis.words());
                        citation::badges(ui, open, entry);
                    });
                    if entries.iter().any(|entry| says_of_abuse(entry)) {
                        line(ui, "Abuse", width, &entries, |ui, entry| {
                            words(ui, Words::Secondary, of_abuse(entry));
                        });
                    }
                    line(ui, "From", width, &entries, |ui, entry| {
                        words(ui, Words::Small, cells::source(entry));
                    });
                });
            differences(ui, open, compared);
        });
}

/// One kind of wording of an entry.
type Wording = fn(&Entry) -> &str;

/// What the agencies wrote, each kind on a line of its own, where any of them wrote it.
fn wordings(ui: &mut Ui, compared: &SideBySide, width: f32, entries: &[&Entry]) {
    line(ui, "When", width, entries, |ui, entry| {
        let pieces = compared.pieces(entry.id, entry.when.wording.trim());
        marked(ui, Side::Beside, &pieces);
        words(ui, Words::Small, dates::spoken(&entry.when));
    });
    let kinds: [(&str, Wording); 5] = [
        ("Who was seen", |entry| entry.seen.trim()),
        ("What was recorded", |entry| entry.text.trim()),
        ("Response", |entry| entry.response.trim()),
        ("Recorded by", |entry| entry.recorder.trim()),
        ("Comment", |entry| entry.comment.trim()),
    ];
    for (name, wording) in kinds {
        if entries.iter().all(|entry| wording(entry).is_empty()) {
            continue;
        }
        line(ui, name, width, entries, |ui, entry| {
            match wording(entry) {
                "" => words(ui, Words::Small, "Nothing written"),
                wording => marked(ui, Side::Beside, &compared.pieces(entry.id, wording)),
            };
        });
    }
}

fn line(
    ui: &mut Ui,
    name: &str,
    width: f32,
    entries: &[&Entry],
    mut contents: impl FnMut(&mut Ui, &Entry),
) {
    column(ui, size::AGENCY_COLUMN, |ui| {
        words(ui, Words::SmallStrong, name);
    });
    for entry in entries {
        ui.push_id(entry.id.0, |ui| {
            column(ui, width, |ui| contents(ui, entry));
        });
    }
    ui.end_row();
}

fn column(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.set_width(width);
        contents(ui);
    });
}

fn says_of_abuse(entry: &Entry) -> bool {
    entry.enquiry != Enquiry::NotRecorded || entry.disclosure != Disclosure::NotRecorded
}

fn of_abuse(entry: &Entry) -> String {
    format!(
        "{}; {}",
        entry.enquiry.words(),
        entry.disclosure.words().to_lowercase()
    )
}

fn differences(ui: &mut Ui, open: &Open, compared: &SideBySide) {
    for found in &compared.differences {
        ui.add_space(space::SMALL);
        ui.horizontal_wrapped(|ui| {
            chip(ui, Tone::Doubt, found.about.words());
            words(ui, Words::Secondary, found.why.as_str());
        });
        for (id, said) in found.entries.iter().zip([&found.a, &found.b]) {
            let entry = open.review.entry(*id);
            let agency = entry.and_then(|entry| open.review.agency(entry.agency));
            let agency = agency.map_or("", |agency| agency.name.as_str());
            words(ui, Words::Small, format!("{agency}: “{said}”"));
        }
    }
}
