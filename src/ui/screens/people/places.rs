//! Places, schools, employers and services that are not to be named.

use egui::Ui;

use super::list;
use crate::app::{Action, Open, PeopleAction};
use crate::model::{Place, PlaceKind};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, empty, hairline, label, menu, words};

pub(super) fn show(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let may = open.read_only.is_none();
    let places = &open.review.publishing.places;
    if places.is_empty() {
        let text = "The street, the school, the employer, the surgery: whatever tells who somebody is as surely as a name does. \
                    Its kind is written instead, or words of your own.";
        let button = may.then_some("Add a place");
        if empty(ui, "No places yet", text, button) {
            actions.push(PeopleAction::AddPlace(PlaceKind::Place).into());
        }
        return;
    }
    let text =
        "What is written instead of the name of a place, a school, an employer or a service.";
    words(ui, Words::Secondary, text);
    ui.add_space(space::TIGHT);
    for place in places {
        hairline(ui);
        line(ui, open, place, actions);
    }
    ui.add_space(space::SMALL);
    if !may {
        return;
    }
    menu(ui, "Add a place", "Add a place", |ui| {
        for kind in PlaceKind::ALL {
            if ui.selectable_label(false, kind.words()).clicked() {
                actions.push(PeopleAction::AddPlace(kind).into());
                ui.close();
            }
        }
    });
}

fn line(ui: &mut Ui, open: &Open, place: &Place, actions: &mut Vec<Action>) {
    let narrow = ui.available_width() < size::NARROW_LINE;
    let instead = format!("written as “{}”", written(open, place));
    ui.horizontal(|ui| {
        let width = match narrow {
            true => size::LONG_COLUMN,
            false => size::SEARCH,
        };
        let chosen = open.people.place == Some(place.id);
        if list::name(ui, &place.name, chosen, width) {
            actions.push(PeopleAction::ShowPlace(place.id).into());
        }
        ui.allocate_ui(list::a_line(size::AGENCY_COLUMN), |ui| {
            ui.set_width(size::AGENCY_COLUMN);
            label(ui, Words::Secondary, place.kind.words());
        });
        if !narrow && !open.is_disguised() {
            label(ui, Words::Secondary, &instead);
        }
    });
    if narrow && !open.is_disguised() {
        label(ui, Words::Secondary, &instead);
    }
}

/// The chair’s words, or the template’s for this kind.
pub(super) fn written<'a>(open: &'a Open, place: &'a Place) -> &'a str {
    if !place.written.is_empty() {
        return &place.written;
    }
    let mut words = open.review.template.publication.places.iter();
    let words = words.find(|words| words.kind == place.kind);
    words.map_or("", |words| words.written.as_str())
}
