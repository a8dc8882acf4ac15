//! What the chair has made of an entry: its tags, the people named in it, what rests on it.

use egui::Ui;

use crate::app::{Action, ChronologyAction, KnowledgeAction, Open};
use crate::chronology::How;
use crate::model::{Entry, PersonId};
use crate::ui::screens::rests_on;
use crate::ui::screens::weaknesses;
use crate::ui::widgets::{Tone, Words, chip, menu, removable_chip, words};

/// The tags that any of the selected entries has, and a menu to set more on all of them.
pub fn tags(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let review = &open.review;
    let has = |key: &str| {
        open.chronology
            .selected
            .iter()
            .any(|entry| open.derived.tags(review, *entry).contains(&key))
    };
    ui.horizontal_wrapped(|ui| {
        for weakness in review
            .weaknesses
            .iter()
            .filter(|weakness| has(&weakness.key))
        {
            let tone = if weakness.good_practice {
                Tone::Accent
            } else {
                Tone::Plain
            };
            let name = format!("Remove tag {}", weakness.name);
            if removable_chip(ui, tone, &weakness.name, &name).clicked() {
                actions.push(Action::Chronology(ChronologyAction::Untag(
                    weakness.key.clone(),
                )));
            }
        }
        menu(ui, "Add a tag", "Tag", |ui| {
            if let Some(weakness) = weaknesses::list(ui, review, has) {
                let key = weakness.key.clone();
                actions.push(Action::Chronology(ChronologyAction::Tag(key)));
            }
        });
    });
}

pub fn people(ui: &mut Ui, open: &Open, entry: &Entry, actions: &mut Vec<Action>) {
    let review = &open.review;
    let index = review
        .entries
        .binary_search_by_key(&entry.id, |entry| entry.id)
        .unwrap_or(usize::MAX);
    ui.horizontal_wrapped(|ui| {
        for named in open.derived.people.in_entry(index) {
            let name = review
                .person(named.person)
                .map_or("", |person| person.name.as_str());
            let uncertain = if named.uncertain { ", perhaps" } else { "" };
            match named.how {
                How::ByHand => {
                    if removable_chip(ui, Tone::Accent, name, &format!("Take {name} out")).clicked()
                    {
                        send_person(actions, named.person, false);
                    }
                }
                How::Seen => {
                    chip(ui, Tone::Plain, &format!("{name} (seen{uncertain})"));
                }
                How::InText => {
                    chip(ui, Tone::Plain, &format!("{name} (in the text{uncertain})"));
                }
            }
        }
        menu(ui, "Name a person", "Name", |ui| {
            for person in &review.people {
                if ui
                    .selectable_label(entry.people.contains(&person.id), &person.name)
                    .clicked()
                {
                    send_person(actions, person.id, !entry.people.contains(&person.id));
                }
            }
        });
    });
}

pub fn send_person(actions: &mut Vec<Action>, person: PersonId, present: bool) {
    actions.push(Action::Chronology(ChronologyAction::NamePerson(
        person, present,
    )));
}

/// The facts that its agency is said to have learnt of by this entry, and a menu to enter another.
pub fn knowledge(ui: &mut Ui, open: &Open, entry: &Entry, actions: &mut Vec<Action>) {
    let review = &open.review;
    if review.facts.is_empty() {
        let text = "There are no facts yet. Add them in the room Analysis, under Who knew what.";
        words(ui, Words::Small, text);
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let here = review.knowings.iter();
        for knowing in here.filter(|knowing| knowing.entry == Some(entry.id)) {
            let fact = review.facts.iter().find(|fact| fact.id == knowing.fact);
            let fact = fact.map_or("", |fact| fact.name.as_str());
            let agency = review.agency(knowing.agency);
            let agency = agency.map_or("", |agency| agency.name.as_str());
            let (text, who) = if knowing.agency == entry.agency {
                (fact.to_owned(), "the agency")
            } else {
                (format!("{fact} ({agency})"), agency)
            };
            let name = format!("Take back that {who} learnt of {fact} here");
            if removable_chip(ui, Tone::Accent, &text, &name).clicked() {
                actions.push(KnowledgeAction::RemoveKnowing(knowing.id).into());
            }
        }
        menu(ui, "Shows that the agency knew of", "Knew of", |ui| {
            for fact in &review.facts {
                let mut knowings = review.knowings.iter();
                let here = knowings.find(|knowing| {
                    let line = (knowing.fact, knowing.agency, knowing.entry);
                    line == (fact.id, entry.agency, Some(entry.id))
                });
                if ui.selectable_label(here.is_some(), &fact.name).clicked() {
                    let action = match here {
                        Some(knowing) => KnowledgeAction::RemoveKnowing(knowing.id),
                        None => KnowledgeAction::LearntHere(fact.id, entry.id),
                    };
                    actions.push(action.into());
                    ui.close();
                }
            }
        });
    });
}

pub fn evidence(ui: &mut Ui, open: &Open, entry: &Entry, actions: &mut Vec<Action>) {
    rests_on::steps(ui, open, entry.id, 60, actions);
    rests_on::add(ui, open, actions);
}
