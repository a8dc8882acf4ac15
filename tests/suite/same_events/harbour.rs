//! The second made-up set: `tests/fixtures/same_events/harbour.tsv` as a review.
//!
//! Columns: event (`-`: of none; with `?`: beside it), agency, when, text, response, who was seen.

use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use lantern::dates::{self, Context};
use lantern::model::{
    Agency, AgencyId, Basis, Disclosure, Enquiry, Entry, EntryId, Person, PersonId, Review, Role,
    Source,
};
use lantern::sample::PlantedEvent;
use lantern::templates;

const TABLE: &str = include_str!("../../fixtures/same_events/harbour.tsv");

/// Agencies by what the table calls them, with their sectors.
const AGENCIES: [(&str, &str); 13] = [
    ("police", "police"),
    ("ambulance", "ambulance"),
    ("hospital", "hospital"),
    ("gp", "gp"),
    ("housing", "housing"),
    ("health_visiting", "maternity_and_health_visiting"),
    ("pharmacy", "other"),
    ("childrens", "childrens_social_care"),
    ("college", "education"),
    ("specialist", "specialist_domestic_abuse"),
    ("refuge", "specialist_domestic_abuse"),
    ("substance", "substance_misuse"),
    ("fire", "other"),
];

const PEOPLE: [(&str, Role, &[&str]); 5] = [
    ("Bronwen Achterberg", Role::Victim, &["BA", "Bronwen"]),
    (
        "Kieran Moyle",
        Role::Perpetrator,
        &["Moyle", "KM", "Kieran"],
    ),
    ("Effie Moyle", Role::Child, &["Effie"]),
    ("Hedda Achterberg", Role::Family, &["Hedda"]),
    ("Yusuf Demir", Role::Other, &["Mr Demir"]),
];

pub static HARBOUR: LazyLock<Review> = LazyLock::new(|| of(rows().collect()));

pub static TRUTH: LazyLock<Vec<PlantedEvent>> = LazyLock::new(|| {
    let mut events: Vec<PlantedEvent> = Vec::new();
    for (id, row) in (1..).zip(rows()) {
        let name = row[0].trim_end_matches('?');
        if name == "-" {
            continue;
        }
        let at = events.iter().position(|event| event.name == name);
        let at = at.unwrap_or_else(|| {
            events.push(PlantedEvent {
                name: name.to_owned(),
                entries: Vec::new(),
                beside: Vec::new(),
            });
            events.len() - 1
        });
        let list = match row[0].ends_with('?') {
            true => &mut events[at].beside,
            false => &mut events[at].entries,
        };
        list.push(EntryId(id));
    }
    events
});

type Row = Vec<&'static str>;

fn rows() -> impl Iterator<Item = Row> {
    TABLE.lines().skip(1).map(|line| {
        let cells: Row = line.split('\t').collect();
        assert_eq!(cells.len(), 6, "{line}");
        cells
    })
}

fn of(rows: Vec<Row>) -> Review {
    let mut review = Review::empty(Arc::new(templates::built_in()[0].clone()));
    review.agencies = (1..)
        .zip(AGENCIES)
        .map(|(id, (name, sector))| Agency {
            id: AgencyId(id),
            name: name.to_owned(),
            sector: sector.to_owned(),
            due: None,
            note: String::new(),
        })
        .collect();
    review.people = (1..)
        .zip(PEOPLE)
        .map(|(id, (name, role, aliases))| Person {
            id: PersonId(id),
            name: name.to_owned(),
            role,
            aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            date_of_birth: None,
            pseudonym: String::new(),
            note: String::new(),
            ..Person::default()
        })
        .collect();
    let entries = (1..).zip(rows).map(|(id, row)| Arc::new(entry(id, &row)));
    review.entries = Arc::new(entries.collect());
    review
}

fn entry(id: i64, row: &Row) -> Entry {
    let agency = AGENCIES.iter().position(|(name, _)| *name == row[1]);
    let mut context = Context::new(NaiveDate::from_ymd_opt(2016, 1, 1).expect("a day"));
    context.order_proved = true;
    let when = dates::read(row[2], &context).dates.remove(0);
    assert!(when.is_understood(), "{}", row[2]);
    Entry {
        id: EntryId(id),
        agency: AgencyId(agency.expect("an agency") as i64 + 1),
        when,
        text: row[3].to_owned(),
        response: row[4].to_owned(),
        seen: row[5].to_owned(),
        recorder: String::new(),
        document: String::new(),
        comment: String::new(),
        basis: Basis::NotStated,
        enquiry: Enquiry::NotRecorded,
        disclosure: Disclosure::NotRecorded,
        other: Vec::new(),
        source: Source::default(),
        position: id,
        people: Vec::new(),
        withdrawn: None,
    }
}

/// The set with something changed.
pub fn with(change: impl FnOnce(&mut Review)) -> Review {
    let mut review = HARBOUR.clone();
    change(&mut review);
    review
}

pub fn change(review: &mut Review, id: EntryId, change: impl FnOnce(&mut Entry)) {
    let entries = Arc::make_mut(&mut review.entries);
    let entry = entries.iter_mut().find(|entry| entry.id == id);
    change(Arc::make_mut(entry.expect("an entry")));
}

/// The same records with other ids and positions.
pub fn shuffled(seed: u64) -> Review {
    let mut rows: Vec<Row> = rows().collect();
    let mut state = seed | 1;
    for at in (1..rows.len()).rev() {
        // Xorshift: any order will do, the same for the same seed.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        rows.swap(at, (state % (at as u64 + 1)) as usize);
    }
    of(rows)
}
