//! One entry: its own wording first, beside it what was understood, who says so, tags and people.

use egui::Ui;

use crate::app::{Action, App, ChronologyAction, Field, ImportAction, Open, Room, ShellAction};
use crate::chronology::{self, How};
use crate::dates;
use crate::model::{Basis, Disclosure, Enquiry, Entry, PersonId, Review};
use crate::ui::tokens::space;
use crate::ui::widgets::{
    FieldLook, Tone, Words, chip, choice, hairline, heading, link, menu, quote, removable_chip,
    small, words,
};

/// What a tag is called; its key where the template no longer knows it.
pub fn tag_name<'a>(review: &'a Review, key: &'a str) -> &'a str {
    let weaknesses = &review.template.weaknesses;
    weaknesses
        .iter()
        .find(|weakness| weakness.key == key)
        .map_or(key, |weakness| weakness.name.as_str())
}

pub fn show(ui: &mut Ui, app: &App, open: &Open, actions: &mut Vec<Action>) {
    let selected = &open.chronology.selected;
    let current = open.chronology.current.and_then(|id| open.review.entry(id));
    match current {
        _ if selected.len() > 1 => several(ui, open, actions),
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
    heading(ui, dates::spoken(&entry.when));
    words(ui, Words::Small, format!("{agency} · entry {}", entry.id));
    part(ui, "As written");
    quote(ui, |ui| {
        words(ui, Words::Matter, entry.text.as_str());
        for (name, text) in [
            ("Response", &entry.response),
            ("Seen", &entry.seen),
            ("Comment", &entry.comment),
            ("Recorded by", &entry.recorder),
            ("Document", &entry.document),
        ] {
            wording(ui, name, text);
        }
        for (name, text) in &entry.other {
            wording(ui, name, text);
        }
    });
    source(ui, entry, actions);
    date(ui, app, open, entry, actions);
    part(ui, "Who says so");
    badges(ui, entry, actions);
    part(ui, "Tags");
    tags(ui, open, actions);
    part(ui, "People named");
    people(ui, open, entry, actions);
    part(ui, "Rests on this entry");
    evidence(ui, open, entry, actions);
}

fn part(ui: &mut Ui, name: &str) {
    ui.add_space(space::SMALL);
    words(ui, Words::SmallStrong, name);
}

fn wording(ui: &mut Ui, name: &str, text: &str) {
    if !text.trim().is_empty() {
        words(ui, Words::Small, name);
        words(ui, Words::Matter, text);
    }
}

fn source(ui: &mut Ui, entry: &Entry, actions: &mut Vec<Action>) {
    let text = match (&entry.source.import, entry.source.place.is_empty()) {
        (None, _) => "Typed in by hand".to_owned(),
        (Some(_), true) => entry.source.file.clone(),
        (Some(_), false) => format!("{}, {}", entry.source.file, entry.source.place),
    };
    words(ui, Words::Small, text);
    if let Some(import) = entry.source.import
        && link(ui, "What this file left behind").clicked()
    {
        actions.push(Action::Shell(ShellAction::GoTo(Room::Import)));
        actions.push(Action::Import(ImportAction::ShowImport(import)));
    }
}

fn date(ui: &mut Ui, app: &App, open: &Open, entry: &Entry, actions: &mut Vec<Action>) {
    part(ui, "When");
    words(
        ui,
        Words::Matter,
        format!("“{}”", entry.when.wording.trim()),
    );
    let understood = if entry.when.is_understood() {
        format!("Understood as {}.", dates::spoken(&entry.when))
    } else {
        "Not understood as a date.".to_owned()
    };
    words(ui, Words::Plain, understood);
    for inferred in &entry.when.inferred {
        words(ui, Words::Doubt, inferred);
    }
    for warning in &entry.when.warnings {
        words(ui, Words::Harm, warning);
    }
    let order = &open.derived.order;
    let index = open
        .review
        .entries
        .binary_search_by_key(&entry.id, |entry| entry.id);
    let at = index.ok().and_then(|index| open.derived.places.get(index));
    if let Some(at) = at.map(|at| *at as usize) {
        words(
            ui,
            Words::Small,
            chronology::why_here(&open.review, order, at),
        );
    }
    let look = FieldLook {
        hint: "Put it right, such as 12 April 2019, 21:10",
        read_only: open.read_only.is_some(),
        ..FieldLook::default()
    };
    let field = Field::EntryDate(entry.id);
    crate::ui::widgets::field(
        ui,
        "Put the date right",
        app.state.typing(),
        field,
        "",
        look,
        actions,
    );
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

/// The tags that any of the selected entries has, and a menu to set more on all of them.
fn tags(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let review = &open.review;
    let has = |key: &str| {
        open.chronology
            .selected
            .iter()
            .any(|entry| open.derived.tags(review, *entry).contains(&key))
    };
    ui.horizontal_wrapped(|ui| {
        for weakness in review
            .template
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
            for (index, weakness) in review.template.weaknesses.iter().enumerate() {
                let key = if index < 9 {
                    format!("{}   ", index + 1)
                } else {
                    String::new()
                };
                let text = format!("{key}{}", weakness.name);
                let response = ui.selectable_label(has(&weakness.key), text);
                if response.on_hover_text(&weakness.definition).clicked() {
                    actions.push(Action::Chronology(ChronologyAction::Tag(
                        weakness.key.clone(),
                    )));
                }
            }
        });
    });
}

fn people(ui: &mut Ui, open: &Open, entry: &Entry, actions: &mut Vec<Action>) {
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

fn send_person(actions: &mut Vec<Action>, person: PersonId, present: bool) {
    actions.push(Action::Chronology(ChronologyAction::NamePerson(
        person, present,
    )));
}

fn evidence(ui: &mut Ui, open: &Open, entry: &Entry, actions: &mut Vec<Action>) {
    let recommendations = &open.review.recommendations;
    for recommendation in recommendations
        .iter()
        .filter(|recommendation| recommendation.entries.contains(&entry.id))
    {
        let start: String = recommendation.text.chars().take(60).collect();
        if link(
            ui,
            &format!("Recommendation {}: {start}…", recommendation.position),
        )
        .clicked()
        {
            actions.push(Action::Shell(ShellAction::GoTo(Room::Recommendations)));
            actions.push(Action::Plan(crate::app::PlanAction::Show(
                recommendation.id,
            )));
        }
    }
    add_to_recommendation(ui, open, actions);
}

fn add_to_recommendation(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    if open.review.recommendations.is_empty() {
        words(ui, Words::Small, "There are no recommendations yet.");
        return;
    }
    menu(
        ui,
        "Add to a recommendation",
        "Add to a recommendation",
        |ui| {
            for recommendation in &open.review.recommendations {
                let start: String = recommendation.text.chars().take(48).collect();
                if ui
                    .selectable_label(false, format!("{}  {start}…", recommendation.position))
                    .clicked()
                {
                    actions.push(Action::Chronology(ChronologyAction::AddToRecommendation(
                        recommendation.id,
                    )));
                    ui.close();
                }
            }
        },
    );
}

/// What can be done to all selected entries at once.
fn several(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let count = open.chronology.selected.len();
    heading(ui, format!("{count} entries chosen"));
    words(
        ui,
        Words::Small,
        "What you set here is set on all of them, and one undo takes it back.",
    );
    part(ui, "Tags");
    tags(ui, open, actions);
    part(ui, "Who says so");
    let all = Basis::ALL.map(|basis| (Some(basis), basis.words().to_owned()));
    if let Some(Some(basis)) = choice(ui, "Basis", &None, all) {
        actions.push(Action::Chronology(ChronologyAction::SetBasis(basis)));
    }
    part(ui, "Asked about abuse");
    let all = Enquiry::ALL.map(|enquiry| (Some(enquiry), enquiry.words().to_owned()));
    if let Some(Some(enquiry)) = choice(ui, "Asked about abuse", &None, all) {
        actions.push(Action::Chronology(ChronologyAction::SetEnquiry(enquiry)));
    }
    part(ui, "Person named in all of them");
    menu(ui, "Name a person", "Name", |ui| {
        for person in &open.review.people {
            if ui.selectable_label(false, &person.name).clicked() {
                send_person(actions, person.id, true);
            }
        }
    });
    part(ui, "Evidence");
    add_to_recommendation(ui, open, actions);
    ui.add_space(space::MEDIUM);
    hairline(ui);
    ui.horizontal(|ui| {
        if small(ui, true, "Unselect").clicked() {
            actions.push(Action::Chronology(ChronologyAction::Unselect));
        }
        if small(
            ui,
            open.read_only.is_none(),
            &format!("Remove {count} entries"),
        )
        .clicked()
        {
            actions.push(Action::Chronology(ChronologyAction::Remove));
        }
    });
}
