//! How often each sector was in contact with one person, what counts as a contact, and other reviews’ numbers.

mod beside;
mod tables;

use egui::Ui;

use super::{Memory, found, opening};
use crate::app::{
    Action, App, ContactFigure, ContactsAction, CountedContacts, Open, Room, ShellAction,
};
use crate::chronology::PersonContacts;
use crate::model::{ContactRule, Person};
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, choice, empty, heading, link, words};

pub fn show(ui: &mut Ui, app: &App, open: &Open, _memory: &mut Memory, actions: &mut Vec<Action>) {
    opening(
        ui,
        "Contacts",
        "How often each sector was in contact, and whether anybody asked about abuse. A figure opens its records.",
    );
    let Some(found) = found(ui, app, open, &open.analysis.contacts.found, actions) else {
        return;
    };
    let person = open.analysis.contacts.person;
    let Some(person) = person.and_then(|id| open.review.person(id)) else {
        let text =
            "Enter the people the records speak of, with the other forms of their names in use.";
        let button = Some("To People & agencies");
        if empty(ui, "Nobody is in the register yet", text, button) {
            actions.push(Action::Shell(ShellAction::GoTo(Room::PeopleAndAgencies)));
        }
        return;
    };
    whose(ui, open, person, actions);
    let of_person = |one: &&PersonContacts| one.person == person.id;
    match found.people.iter().find(of_person) {
        Some(contacts) if !contacts.sectors.is_empty() => {
            tables::show(ui, open, person, contacts, actions);
        }
        contacts => {
            words(
                ui,
                Words::Secondary,
                format!(
                    "No record counts as a contact with {}. Enter the other forms of the name under People & agencies, or see below what \
                     counts as a contact.",
                    person.name
                ),
            );
            if let Some(contacts) = contacts {
                outside(ui, person, contacts, actions);
            }
        }
    }
    ui.add_space(space::LARGE);
    rule(ui, open, actions);
    ui.add_space(space::LARGE);
    beside::show(ui, open, &found.comparisons, actions);
}

fn whose(ui: &mut Ui, open: &Open, person: &Person, actions: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        words(ui, Words::Plain, "Contacts with");
        let people = open.review.people.iter();
        let people = people.map(|one| {
            let named = format!("{}, {}", one.name, one.role.words().to_lowercase());
            (one.id, named)
        });
        if let Some(person) = choice(ui, "Contacts with", &person.id, people) {
            actions.push(ContactsAction::ShowPerson(person).into());
        }
    });
    ui.add_space(space::SMALL);
}

/// What lies outside the period under review is told, and counted nowhere.
fn outside(ui: &mut Ui, person: &Person, contacts: &PersonContacts, actions: &mut Vec<Action>) {
    let count = contacts.outside_period;
    if count == 0 {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let said = match count {
            1 => "1 more lies outside the period under review and is not counted.".to_owned(),
            _ => format!("{count} more lie outside the period under review and are not counted."),
        };
        words(ui, Words::Small, said);
        if link(ui, "Show what lies outside").clicked() {
            let figure = ContactFigure {
                people: vec![person.id],
                sectors: Vec::new(),
                year: None,
                what: CountedContacts::OutsidePeriod,
            };
            let title = format!("{}, outside the period under review", person.name);
            actions.push(ContactsAction::Open(title, figure).into());
        }
    });
}

/// What counts as a contact: each change is one edit.
fn rule(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    heading(ui, "What counts as a contact");
    words(
        ui,
        Words::Secondary,
        "A record counts where it says that the person was seen, or where you named the person in it. Withdrawn records count nowhere. \
         The panel decides the rest:",
    );
    let present = open.review.details.contacts;
    let choices = [
        (
            "Being named in a record is enough where it does not say who was seen",
            "Without this, only records with a name in the column of who was seen count: fewer, and surer.",
            present.named_in_text,
            ContactRule {
                named_in_text: !present.named_in_text,
                ..present
            },
        ),
        (
            "Several records of one agency of one event are one contact",
            "Asked, where one of them says so; in the year of the first. It rests on the events you joined in the chronology.",
            present.event_once,
            ContactRule {
                event_once: !present.event_once,
                ..present
            },
        ),
    ];
    for (name, about, is_on, changed) in choices {
        ui.add_space(space::TIGHT);
        let mut on = is_on;
        let check = egui::Checkbox::new(&mut on, name);
        if ui.add_enabled(open.read_only.is_none(), check).changed() {
            actions.push(ContactsAction::SetRule(changed).into());
        }
        words(ui, Words::Small, about);
    }
}
