//! The register of identities: people, places and agencies; what of them is still to be settled; what would be written instead.

mod agencies;
mod changes;
mod identifiers;
mod list;
mod person;
mod place;
mod places;
mod remembered;
mod settle;

use egui::{Frame, Margin, Ui};

use crate::app::{Action, App, Command, Open, PeopleAction, PeoplePart, ShellAction};
use crate::ui::tokens::space;
use crate::ui::widgets::{empty, pane, scroll, tabs};

/// What is typed into forms that are no part of the review.
#[derive(Default)]
pub struct Memory {
    /// Where a table of people is.
    path: String,
    identifier: identifiers::Form,
}

pub fn show(ui: &mut Ui, app: &App, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    let part = open.people.part;
    let publishing = &open.review.publishing;
    if part == PeoplePart::People
        && let Some(person) = open.people.person.and_then(|id| open.review.person(id))
    {
        pane(ui, "person", |ui| {
            person::show(ui, app, open, person, &mut memory.identifier, actions);
        });
    }
    let mut places = publishing.places.iter();
    if part == PeoplePart::Places
        && let Some(place) = places.find(|place| Some(place.id) == open.people.place)
    {
        pane(ui, "place", |ui| {
            place::show(ui, app, open, place, &mut memory.identifier, actions);
        });
    }
    let around = Frame::new().inner_margin(Margin::symmetric(24, 16));
    around.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let all = PeoplePart::ALL.map(|part| (part, named(open, part)));
        if let Some(part) = tabs(ui, part, all) {
            actions.push(PeopleAction::ShowPart(part).into());
        }
        ui.add_space(space::MEDIUM);
        match part {
            PeoplePart::Settle | PeoplePart::Changes if open.is_disguised() => {
                not_shown(ui, actions);
            }
            PeoplePart::Changes => changes::show(ui, open, actions),
            _ => {
                scroll("people and agencies").show(ui, |ui| match part {
                    PeoplePart::People => list::show(ui, open, &mut memory.path, actions),
                    PeoplePart::Places => places::show(ui, open, actions),
                    PeoplePart::Agencies => agencies::show(ui, app, open, actions),
                    _ => settle::show(ui, app, open, actions),
                });
            }
        }
    });
}

fn not_shown(ui: &mut Ui, actions: &mut Vec<Action>) {
    let text = "Here real names stand beside what is written instead. That is not shown in the pseudonymised view.";
    let back = Some("Go back to the real names");
    if empty(ui, "Not shown in this view", text, back) {
        actions.push(Action::Shell(ShellAction::Command(Command::SwitchView)));
    }
}

/// “To settle 5”
fn named(open: &Open, part: PeoplePart) -> String {
    let review = &open.review;
    let found = open.people.found.found();
    let count = match part {
        PeoplePart::People => review.people.len(),
        PeoplePart::Places => review.publishing.places.len(),
        PeoplePart::Agencies => review.agencies.len(),
        PeoplePart::Settle => open.people.to_settle(),
        PeoplePart::Changes => found.map_or(0, |found| found.changes.len()),
    };
    match count {
        0 => part.words().to_owned(),
        count => format!("{} {count}", part.words()),
    }
}
