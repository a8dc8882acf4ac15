//! What only the combined records show: contradictions, claims, who knew what, signs of danger, contacts, silences.

mod claims;
mod contacts;
mod contradictions;
mod danger;
mod on_the_sample;
mod silences;
mod who_knew;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use lantern::chronology::{
    Indicators, PeopleIndex, contacts, contradictions, escalation, hardened, in_order, silences,
};
use lantern::model::{
    About, Agency, AgencyId, Basis, Disclosure, Enquiry, Entry, EntryId, ImportId, KeyDate,
    KeyDateId, Moment, Person, PersonId, Precision, Review, Role, Source, Template, When,
};
use lantern::templates;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// "2019-03-01", "2019-03-01T21:10", "2019-03-01/2019-03-31", "../2012-11-30"; anything else: not understood.
fn when(text: &str) -> When {
    let end = |text: &str| text.parse::<Moment>().ok();
    let (earliest, latest) = match text.split_once('/') {
        Some((earliest, latest)) => (end(earliest), end(latest)),
        None => (end(text), end(text)),
    };
    When {
        wording: text.to_owned(),
        earliest,
        latest,
        precision: match text.contains('T') {
            true => Precision::Minute,
            false => Precision::Day,
        },
        ..When::default()
    }
}

fn entry(id: i64, agency: i64, time: &str, text: &str) -> Entry {
    Entry {
        id: EntryId(id),
        agency: AgencyId(agency),
        when: when(time),
        text: text.to_owned(),
        response: String::new(),
        seen: String::new(),
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

fn agency(id: i64, sector: &str) -> Agency {
    Agency {
        id: AgencyId(id),
        name: format!("The {sector} service"),
        sector: sector.to_owned(),
        due: None,
        note: String::new(),
    }
}

fn template() -> Arc<Template> {
    static TEMPLATE: LazyLock<Arc<Template>> =
        LazyLock::new(|| Arc::new(templates::built_in()[0].clone()));
    Arc::clone(&TEMPLATE)
}

/// Police (1), a GP surgery (2), housing (3), mental health (4), school (5); Amina Yusuf, Kofi Danso and a child, Ade.
fn review(entries: Vec<Entry>) -> Review {
    let person = |id: i64, name: &str, role: Role, alias: &str| Person {
        id: PersonId(id),
        name: name.to_owned(),
        role,
        aliases: vec![alias.to_owned()],
        date_of_birth: None,
        pseudonym: String::new(),
        note: String::new(),
        ..Person::default()
    };
    Review {
        agencies: (1..)
            .zip(["police", "gp", "housing", "mental_health", "education"])
            .map(|(id, sector)| agency(id, sector))
            .collect(),
        people: vec![
            person(1, "Amina Yusuf", Role::Victim, "Mrs Yusuf"),
            person(2, "Kofi Danso", Role::Perpetrator, "Mr Danso"),
            person(3, "Ade Danso", Role::Child, "Ade"),
        ],
        entries: Arc::new(entries.into_iter().map(Arc::new).collect()),
        ..Review::empty(template())
    }
}

fn ids(list: &[EntryId]) -> Vec<i64> {
    list.iter().map(|id| id.0).collect()
}

fn key_date(id: i64, kind: &str, time: &str) -> KeyDate {
    KeyDate {
        id: KeyDateId(id),
        kind: kind.to_owned(),
        label: format!("Date {id}"),
        when: when(time),
    }
}

/// Words from which records are put together at random, many of them cues.
const WORDS: [&str; 40] = [
    "no",
    "children",
    "present",
    "asleep",
    "awake",
    "call from",
    "neighbour",
    "police",
    "at 18:40",
    "arrived",
    "high risk",
    "medium",
    "DASH",
    "12 ticks",
    "arrested",
    "not arrested",
    "injury",
    "visible",
    "bruising",
    "left wrist",
    "MARAC",
    "apologies:",
    "probation",
    "attended",
    "Amina Yusuf",
    "Ade",
    "he",
    "states he has",
    "epilepsy",
    "strangled",
    "denied",
    "é’",
    "—",
    ".",
    ",",
    "\n",
    "?",
    "quarter past eight",
    "referral to",
    "6.40pm",
];

fn wording() -> impl Strategy<Value = String> {
    let words = proptest::collection::vec(proptest::sample::select(WORDS.to_vec()), 0..14);
    prop_oneof![words.prop_map(|words| words.join(" ")), any::<String>()]
}

fn any_review() -> impl Strategy<Value = Review> {
    let times = proptest::sample::select(vec![
        "2019-01-01",
        "2019-01-01T18:40",
        "2019-01-01T23:55",
        "2019-01-02T00:10",
        "2018-12-01/2019-02-01",
        "../2019-01-01",
        "",
    ]);
    let rows = proptest::collection::vec(
        (1..=5i64, times, wording(), wording(), any::<bool>()),
        0..12,
    );
    rows.prop_map(|rows| {
        let entries =
            rows.into_iter()
                .zip(1..)
                .map(|((agency, time, text, response, gone), id)| {
                    let mut one = entry(id, agency, time, &text);
                    one.response = response;
                    one.withdrawn = gone.then_some(ImportId(1));
                    one
                });
        review(entries.collect())
    })
}

proptest! {
    #[test]
    fn whatever_the_records_say_the_parts_agree(review in any_review()) {
        let order = in_order(&review);
        let group: Vec<EntryId> = review.entries.iter().map(|entry| entry.id).collect();
        let stands = |id: &EntryId| review.entry(*id).is_some_and(|entry| entry.withdrawn.is_none());
        let people = PeopleIndex::of(&review);
        let found = contradictions(&review, &[group], &people);
        let mut subjects: BTreeMap<([EntryId; 2], About), u32> = BTreeMap::new();
        for one in &found {
            prop_assert!(one.entries[0] < one.entries[1] && one.entries.iter().all(stands));
            prop_assert!(!one.a.is_empty() && !one.b.is_empty() && one.why.ends_with('.'));
            *subjects.entry((one.entries, one.about)).or_default() += 1;
        }
        prop_assert!(subjects.values().all(|count| *count == 1));
        for one in hardened(&review, &order) {
            prop_assert!(stands(&one.claim) && one.later.iter().all(|later| stands(&later.entry)) && !one.later.is_empty());
        }
        let signs = escalation(&review, &order);
        let indicators = Indicators::of(&review.template);
        let counted: usize = signs
            .rows
            .iter()
            .map(|row| row.cells.iter().map(Vec::len).sum::<usize>() + row.elsewhere.len())
            .sum();
        let told: usize = review
            .entries
            .iter()
            .filter(|entry| entry.withdrawn.is_none())
            .map(|entry| indicators.of_entry(entry).len())
            .sum();
        prop_assert_eq!(counted, told, "no sign is lost between the stretches");
        for person in contacts(&review, &people) {
            let all = person.total();
            let by_year: u32 = person.years.iter().flat_map(|year| &year.sectors).map(|cell| cell.contacts).sum();
            prop_assert_eq!(all.contacts, by_year);
            prop_assert_eq!(all.contacts, all.asked + all.not_asked + all.not_possible + all.not_recorded);
            prop_assert!(all.events <= all.contacts);
        }
        for silence in silences(&review, &order, 0) {
            prop_assert!(silence.silence.days() > 0 && silence.silence.last < silence.silence.next);
        }
    }
}
