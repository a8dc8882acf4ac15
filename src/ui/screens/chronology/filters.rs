//! The filter as chips above the table, and how much it shows.

use egui::{Align, Layout, Ui};

use crate::app::{Action, ChronologyAction, Open};
use crate::chronology::Filter;
use crate::dates;
use crate::model::Basis;
use crate::ui::widgets::{Tone, Words, label, link, menu, removable_chip};

pub fn show(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        menu(ui, "Add a filter", "Filter", |ui| add(ui, open, actions));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            label(ui, Words::Small, count(open));
            if open.chronology.is_filtered() && link(ui, "Show all").clicked() {
                actions.push(Action::Chronology(ChronologyAction::ClearFilter));
            }
            ui.with_layout(
                Layout::left_to_right(Align::Center).with_main_wrap(true),
                |ui| chips(ui, open, actions),
            );
        });
    });
}

fn count(open: &Open) -> String {
    let all = open.review.entries.len();
    let shown = open.chronology.rows.len();
    let undated = open.chronology.undated();
    let mut text = if shown == all {
        format!("{all} entries, in order of time")
    } else {
        format!("{shown} of {all} entries, in order of time")
    };
    if undated > 0 {
        text.push_str(&format!(" · {undated} without a date, at the end"));
    }
    text
}

fn chips(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let filter = &open.chronology.filter;
    let mut drop = |ui: &mut Ui, text: &str, without: Filter| {
        if removable_chip(ui, Tone::Accent, text, &format!("Remove filter {text}")).clicked() {
            actions.push(Action::Chronology(ChronologyAction::SetFilter(Box::new(
                without,
            ))));
        }
    };
    if filter.from.is_some() || filter.until.is_some() {
        let mut without = filter.clone();
        (without.from, without.until) = (None, None);
        drop(ui, &period(filter), without);
    }
    for id in &filter.agencies {
        let mut without = filter.clone();
        without.agencies.retain(|other| other != id);
        drop(
            ui,
            open.review
                .agency(*id)
                .map_or("Agency", |agency| agency.name.as_str()),
            without,
        );
    }
    for key in &filter.sectors {
        let mut without = filter.clone();
        without.sectors.retain(|other| other != key);
        drop(ui, sector_name(open, key), without);
    }
    for id in &filter.people {
        let mut without = filter.clone();
        without.people.retain(|other| other != id);
        drop(
            ui,
            open.review
                .person(*id)
                .map_or("Person", |person| person.name.as_str()),
            without,
        );
    }
    for key in &filter.tags {
        let mut without = filter.clone();
        without.tags.retain(|other| other != key);
        drop(ui, super::detail::tag_name(&open.review, key), without);
    }
    for basis in &filter.bases {
        let mut without = filter.clone();
        without.bases.retain(|other| other != basis);
        drop(ui, basis.words(), without);
    }
    if filter.doubtful {
        let without = Filter {
            doubtful: false,
            ..filter.clone()
        };
        drop(ui, "Dates to look at", without);
    }
    if filter.untagged {
        let without = Filter {
            untagged: false,
            ..filter.clone()
        };
        drop(ui, "Without tags", without);
    }
    let words = open.chronology.words.trim();
    if !words.is_empty() {
        let text = format!("“{words}”");
        if removable_chip(ui, Tone::Accent, &text, &format!("Remove search {text}")).clicked() {
            actions.push(Action::Chronology(ChronologyAction::Search(String::new())));
        }
    }
}

fn period(filter: &Filter) -> String {
    match (filter.from, filter.until) {
        (Some(from), Some(until)) => {
            format!(
                "{} – {}",
                dates::spoken_date(from),
                dates::spoken_date(until)
            )
        }
        (Some(from), None) => format!("from {}", dates::spoken_date(from)),
        (None, Some(until)) => format!("until {}", dates::spoken_date(until)),
        (None, None) => String::new(),
    }
}

fn sector_name<'a>(open: &'a Open, key: &'a str) -> &'a str {
    let sectors = &open.review.template.sectors;
    sectors
        .iter()
        .find(|sector| sector.key == key)
        .map_or(key, |sector| sector.name.as_str())
}

/// The menu: each line narrows or widens what is shown.
fn add(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let filter = &open.chronology.filter;
    let review = &open.review;
    let mut set = |changed: Filter| {
        actions.push(Action::Chronology(ChronologyAction::SetFilter(Box::new(
            changed,
        ))));
    };
    if ui
        .selectable_label(filter.doubtful, "Dates to look at")
        .clicked()
    {
        set(Filter {
            doubtful: !filter.doubtful,
            ..filter.clone()
        });
    }
    if ui
        .selectable_label(filter.untagged, "Without tags")
        .clicked()
    {
        set(Filter {
            untagged: !filter.untagged,
            ..filter.clone()
        });
    }
    if let (Some(from), Some(until)) = (review.details.scope_from, review.details.scope_until) {
        let on = filter.from == Some(from) && filter.until == Some(until);
        if ui
            .selectable_label(on, "Only the period under review")
            .clicked()
        {
            let (from, until) = if on {
                (None, None)
            } else {
                (Some(from), Some(until))
            };
            set(Filter {
                from,
                until,
                ..filter.clone()
            });
        }
    }
    ui.menu_button("Agency", |ui| {
        for agency in &review.agencies {
            if ui
                .selectable_label(filter.agencies.contains(&agency.id), &agency.name)
                .clicked()
            {
                let mut changed = filter.clone();
                toggle(&mut changed.agencies, agency.id);
                set(changed);
            }
        }
    });
    ui.menu_button("Person", |ui| {
        for person in &review.people {
            if ui
                .selectable_label(filter.people.contains(&person.id), &person.name)
                .clicked()
            {
                let mut changed = filter.clone();
                toggle(&mut changed.people, person.id);
                set(changed);
            }
        }
    });
    ui.menu_button("Tag", |ui| {
        for weakness in &review.template.weaknesses {
            if ui
                .selectable_label(filter.tags.contains(&weakness.key), &weakness.name)
                .clicked()
            {
                let mut changed = filter.clone();
                toggle(&mut changed.tags, weakness.key.clone());
                set(changed);
            }
        }
    });
    ui.menu_button("Basis", |ui| {
        for basis in Basis::ALL {
            if ui
                .selectable_label(filter.bases.contains(&basis), basis.words())
                .clicked()
            {
                let mut changed = filter.clone();
                toggle(&mut changed.bases, basis);
                set(changed);
            }
        }
    });
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, item: T) {
    let before = list.len();
    list.retain(|other| *other != item);
    if list.len() == before {
        list.push(item);
    }
}
