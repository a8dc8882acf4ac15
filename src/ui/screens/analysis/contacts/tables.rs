//! Sectors down; what was counted, and the years, across.

use std::collections::BTreeSet;

use egui::Ui;

use super::super::grid::{Figure, Grid, Head, Line, Look, Pressed};
use crate::app::{Action, ContactFigure, ContactsAction, CountedContacts, Open};
use crate::chronology::{PersonContacts, SectorContacts, YearContacts};
use crate::model::{Enquiry, Person, Review};
use crate::ui::tokens::{figures, space};
use crate::ui::widgets::{Words, heading, link, words};

/// A column of the table: its heading, what stands in it, and what it opens.
struct Counted {
    head: &'static str,
    full: &'static str,
    of: fn(&SectorContacts) -> u32,
    what: CountedContacts,
}

const COUNTED: [Counted; 7] = [
    Counted {
        head: "Contacts",
        full: "Contacts by the rule below",
        of: |cell| cell.contacts,
        what: CountedContacts::All,
    },
    Counted {
        head: "Events",
        full: "Different happenings: records of one joined event count once",
        of: |cell| cell.events,
        what: CountedContacts::All,
    },
    Counted {
        head: "Asked",
        full: "Contacts at which somebody asked about abuse",
        of: |cell| cell.asked,
        what: CountedContacts::Answer(Enquiry::Asked),
    },
    Counted {
        head: "Not asked",
        full: "Contacts at which nobody asked about abuse",
        of: |cell| cell.not_asked,
        what: CountedContacts::Answer(Enquiry::NotAsked),
    },
    Counted {
        head: "Not possible",
        full: "Contacts at which it was not possible to ask",
        of: |cell| cell.not_possible,
        what: CountedContacts::Answer(Enquiry::NotPossible),
    },
    Counted {
        head: "Not recorded",
        full: "Contacts whose record does not say whether anybody asked",
        of: |cell| cell.not_recorded,
        what: CountedContacts::Answer(Enquiry::NotRecorded),
    },
    Counted {
        head: "Disclosed",
        full: "Contacts at which abuse was disclosed",
        of: |cell| cell.disclosed,
        what: CountedContacts::Disclosed,
    },
];

pub fn show(
    ui: &mut Ui,
    open: &Open,
    person: &Person,
    contacts: &PersonContacts,
    actions: &mut Vec<Action>,
) {
    let total = contacts.total();
    // The last line is the sum.
    let lines: Vec<&SectorContacts> = contacts.sectors.iter().chain([&total]).collect();
    counted(ui, open, person, &lines, actions);
    notes(ui, person, contacts, &total, actions);
    absent(ui, &open.review, person, contacts);
    ui.add_space(space::LARGE);
    heading(ui, "Contacts by year");
    by_year(ui, open, person, contacts, &lines, actions);
}

fn counted(
    ui: &mut Ui,
    open: &Open,
    person: &Person,
    sectors: &[&SectorContacts],
    actions: &mut Vec<Action>,
) {
    let line = |cell: &&SectorContacts| {
        let name = sector_name(&open.review, &cell.sector, is_sum(cell, sectors));
        let figures = COUNTED.iter().map(|column| {
            let count = (column.of)(cell);
            of_count(
                format!("{name}, {}", column.head.to_lowercase()),
                count,
                Look::Plain,
            )
        });
        Line {
            figures: figures.collect(),
            strong: is_sum(cell, sectors),
            parted: is_sum(cell, sectors),
            name,
            ..Line::default()
        }
    };
    let grid = Grid {
        id: "contacts",
        corner: "Sector",
        fixed: Vec::new(),
        heads: COUNTED
            .iter()
            .map(|column| head(column.head, column.full))
            .collect(),
        column: figures::AGENCY,
        lines: sectors.iter().map(line).collect(),
        days: &[],
        opened: open.analysis.opened.as_ref().map(|one| one.title.as_str()),
    };
    if let Some(Pressed::Figure(row, place)) = grid.show(ui)
        && let (Some(line), Some(column)) = (grid.lines.get(row), COUNTED.get(place))
        && let Some(cell) = sectors.get(row)
    {
        let figure = ContactFigure {
            people: vec![person.id],
            sectors: asked_for(cell, sectors),
            year: None,
            what: column.what,
        };
        let title = format!("{}, {}", line.name, column.head.to_lowercase());
        actions.push(ContactsAction::Open(title, figure).into());
    }
}

/// The sum is the last line; it has no sector of its own.
fn is_sum(cell: &SectorContacts, sectors: &[&SectorContacts]) -> bool {
    sectors.last().is_some_and(|last| std::ptr::eq(*last, cell))
}

/// Of the sum: every sector.
fn asked_for(cell: &SectorContacts, sectors: &[&SectorContacts]) -> Vec<String> {
    match is_sum(cell, sectors) {
        true => Vec::new(),
        false => vec![cell.sector.clone()],
    }
}

fn sector_name(review: &Review, key: &str, sum: bool) -> String {
    if sum {
        return "All sectors".to_owned();
    }
    let mut sectors = review.template.sectors.iter();
    match sectors.find(|sector| sector.key == key) {
        Some(sector) => sector.name.clone(),
        None if key.is_empty() => "No sector chosen".to_owned(),
        None => key.to_owned(),
    }
}

fn head(text: &str, full: &str) -> Head {
    Head {
        text: text.to_owned(),
        full: full.to_owned(),
        ..Head::default()
    }
}

fn of_count(title: String, count: u32, look: Look) -> Figure {
    match count {
        0 => Figure {
            text: "·".to_owned(),
            look: Look::Quiet,
            ..Figure::default()
        },
        _ => Figure {
            text: count.to_string(),
            name: format!("{title}: {count}"),
            look,
            ..Figure::default()
        },
    }
}

fn notes(
    ui: &mut Ui,
    person: &Person,
    contacts: &PersonContacts,
    total: &SectorContacts,
    actions: &mut Vec<Action>,
) {
    if total.uncertain > 0 {
        ui.horizontal_wrapped(|ui| {
            words(
                ui,
                Words::Doubt,
                format!(
                    "In {} of them the name may mean somebody else.",
                    total.uncertain
                ),
            );
            if link(ui, "Show where it may").clicked() {
                let figure = ContactFigure {
                    people: vec![person.id],
                    sectors: Vec::new(),
                    year: None,
                    what: CountedContacts::Uncertain,
                };
                let title = format!("{}, the name may mean somebody else", person.name);
                actions.push(ContactsAction::Open(title, figure).into());
            }
        });
    }
    super::outside(ui, person, contacts, actions);
}

/// Sectors without any contact, in a sentence: those whose agencies take part, and those nobody speaks for.
fn absent(ui: &mut Ui, review: &Review, person: &Person, contacts: &PersonContacts) {
    let taking_part: BTreeSet<&str> = review
        .agencies
        .iter()
        .map(|agency| agency.sector.as_str())
        .collect();
    let without = review.template.sectors.iter().filter(|sector| {
        let counted = contacts.sectors.iter();
        !counted
            .map(|cell| &cell.sector)
            .any(|key| *key == sector.key)
    });
    let (silent, missing): (Vec<_>, Vec<_>) =
        without.partition(|sector| taking_part.contains(sector.key.as_str()));
    let names = |list: &[&crate::model::Sector]| {
        let names: Vec<&str> = list.iter().map(|sector| sector.name.as_str()).collect();
        names.join("; ")
    };
    if !silent.is_empty() {
        words(
            ui,
            Words::Plain,
            format!(
                "No record counts as a contact with {} in: {}. Where agencies write nobody’s name, or another form of it, look into their \
                 records before you say so.",
                person.name,
                names(&silent)
            ),
        );
    }
    if !missing.is_empty() {
        words(
            ui,
            Words::Small,
            format!("No agency of this review belongs to: {}.", names(&missing)),
        );
    }
}

fn by_year(
    ui: &mut Ui,
    open: &Open,
    person: &Person,
    contacts: &PersonContacts,
    sectors: &[&SectorContacts],
    actions: &mut Vec<Action>,
) {
    let years: Vec<String> = contacts.years.iter().map(year_name).collect();
    let most = contacts
        .years
        .iter()
        .flat_map(|year| &year.sectors)
        .map(|cell| cell.contacts)
        .max()
        .unwrap_or(0)
        .max(1);
    let line = |cell: &&SectorContacts| {
        let sum = is_sum(cell, sectors);
        let name = sector_name(&open.review, &cell.sector, sum);
        let of_year = |(year, words): (&YearContacts, &String)| {
            let counted = year.sectors.iter();
            let count: u32 = counted
                .filter(|one| sum || one.sector == cell.sector)
                .map(|one| one.contacts)
                .sum();
            let look = match sum {
                true => Look::Strong,
                false => Look::Wash(count as f32 / most as f32),
            };
            of_count(format!("{name}, {words}"), count, look)
        };
        Line {
            figures: contacts.years.iter().zip(&years).map(of_year).collect(),
            strong: sum,
            parted: sum,
            name,
            ..Line::default()
        }
    };
    let grid = Grid {
        id: "contacts by year",
        corner: "Sector",
        fixed: Vec::new(),
        heads: years.iter().map(|year| head(year, year)).collect(),
        column: figures::YEAR,
        lines: sectors.iter().map(line).collect(),
        days: &[],
        opened: open.analysis.opened.as_ref().map(|one| one.title.as_str()),
    };
    if let Some(Pressed::Figure(row, place)) = grid.show(ui)
        && let (Some(cell), Some(year)) = (sectors.get(row), contacts.years.get(place))
        && let (Some(line), Some(words)) = (grid.lines.get(row), years.get(place))
    {
        let figure = ContactFigure {
            people: vec![person.id],
            sectors: asked_for(cell, sectors),
            year: Some(year.year),
            what: CountedContacts::All,
        };
        let title = format!("{}, {words}", line.name);
        actions.push(ContactsAction::Open(title, figure).into());
    }
}

fn year_name(year: &YearContacts) -> String {
    year.year
        .map_or("no single year".to_owned(), |year| year.to_string())
}
