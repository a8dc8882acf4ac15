//! What is planted in the sample (`truth.toml`) is found; figures are printed.

use std::collections::BTreeSet;

use lantern::chronology::{
    Contact, PeopleIndex, SectorContacts, contact_list, contacts, contradictions, escalation,
    hardened, in_order, silences,
};
use lantern::model::{ContactRule, Enquiry, EntryId, Event, EventId};
use serde::Deserialize;

use super::day;
use crate::sample::{REVIEW, named, toml_of};

#[derive(Deserialize)]
struct Truth {
    events: Vec<Planted>,
    contradictions: Vec<Planted>,
    claim: Claimed,
    silences: Vec<Silent>,
}

#[derive(Deserialize)]
struct Planted {
    #[serde(default)]
    about: String,
    entries: Vec<String>,
}

#[derive(Deserialize)]
struct Claimed {
    entries: Vec<String>,
    ruled_out_by: String,
}

#[derive(Deserialize)]
struct Silent {
    file: String,
    after: String,
    until: String,
}

fn truth() -> Truth {
    toml_of("truth.toml")
}

fn ids_of(names: &[String]) -> Vec<EntryId> {
    names
        .iter()
        .flat_map(|name| named(name))
        .map(|entry| entry.id)
        .collect()
}

#[test]
fn the_planted_contradictions_are_found() {
    let truth = truth();
    // One planted pair lies across two groups: each pair is a group of its own, too.
    let groups: Vec<Vec<EntryId>> = truth
        .events
        .iter()
        .chain(&truth.contradictions)
        .map(|one| ids_of(&one.entries))
        .collect();
    let found = contradictions(&REVIEW, &groups, &PeopleIndex::of(&REVIEW));
    let mut hits = 0;
    for planted in &truth.contradictions {
        let pair = ids_of(&planted.entries);
        let subject = planted
            .about
            .split(' ')
            .next()
            .unwrap_or_default()
            .to_lowercase();
        let hit = found.iter().any(|one| {
            let about = one.about.words().to_lowercase();
            one.entries.iter().all(|id| pair.contains(id))
                && (about.contains(&subject) || (subject == "who" && about.starts_with("who")))
        });
        if hit {
            hits += 1;
        } else {
            println!("missed: {} {:?}", planted.about, planted.entries);
        }
    }
    println!(
        "contradictions on the sample: {hits} of {} planted found, {} in all",
        truth.contradictions.len(),
        found.len()
    );
    assert_eq!(hits, truth.contradictions.len());
    // What is found beyond them was read one by one: all of it is in the records. More would be false alarms.
    assert!(found.len() <= 18, "{found:#?}");
}

#[test]
fn his_own_word_is_followed_to_where_it_became_a_fact() {
    let truth = truth();
    let planted = ids_of(&truth.claim.entries);
    let found = hardened(&REVIEW, &in_order(&REVIEW));
    let one = found
        .iter()
        .find(|one| Some(&one.claim) == planted.first())
        .expect("the claim");
    let right = one
        .later
        .iter()
        .filter(|later| planted.contains(&later.entry))
        .count();
    println!(
        "his own word as a fact: {right} of {} later records are planted ones; {} claims in all",
        one.later.len(),
        found.len()
    );
    assert!(right >= 10 && right == one.later.len());
    assert!(
        one.ruled_out_by
            .iter()
            .any(|record| record.entry == named(&truth.claim.ruled_out_by)[0].id)
    );
    assert_eq!(
        found.len(),
        1,
        "no other claim is taken for one: {found:#?}"
    );
}

#[test]
fn the_planted_silences_are_found() {
    let found = silences(&REVIEW, &in_order(&REVIEW), 30);
    for planted in truth().silences {
        let import = REVIEW
            .imports
            .iter()
            .find(|import| import.file == planted.file);
        let agency = import.expect("the return").agency;
        let hit = found.iter().any(|one| {
            one.agency == Some(agency)
                && one.silence.last == day(&planted.after)
                && one.silence.next == day(&planted.until)
        });
        assert!(hit, "{} after {}", planted.file, planted.after);
    }
}

/// Signs are words; were they too generous, nobody would look at them any more.
#[test]
fn signs_of_danger_stand_in_a_part_of_the_records_only() {
    let found = escalation(&REVIEW, &in_order(&REVIEW));
    for row in &found.rows {
        let all: BTreeSet<EntryId> = row.entries().collect();
        println!(
            "{}: {} records, {} only denied",
            row.indicator,
            all.len(),
            row.denied.len()
        );
    }
    println!(
        "signs of danger: {} of {} records carry one",
        found.signed, found.read
    );
    assert_eq!(found.read, REVIEW.entries.len());
    assert!((60..=100).contains(&found.signed), "{}", found.signed);
}

/// Whatever the rule, each figure of the contacts has as many contacts behind it as it says.
#[test]
fn every_figure_of_the_contacts_opens_as_many_as_it_says() {
    let mut review = REVIEW.clone();
    let police = review
        .imports
        .iter()
        .find(|import| import.file.starts_with("police"));
    let police = police.expect("the return").agency;
    let of_police = review.entries.iter().filter(|entry| entry.agency == police);
    let entries: Vec<EntryId> = of_police.map(|entry| entry.id).take(6).collect();
    review.events = vec![Event {
        id: EventId(1),
        name: String::new(),
        entries,
    }];
    let people = PeopleIndex::of(&review);
    type Figure = (fn(&SectorContacts) -> u32, fn(&Contact) -> bool);
    let figures: [Figure; 7] = [
        (|cell| cell.contacts, |_| true),
        (|cell| cell.asked, |one| one.enquiry == Enquiry::Asked),
        (
            |cell| cell.not_asked,
            |one| one.enquiry == Enquiry::NotAsked,
        ),
        (
            |cell| cell.not_possible,
            |one| one.enquiry == Enquiry::NotPossible,
        ),
        (
            |cell| cell.not_recorded,
            |one| one.enquiry == Enquiry::NotRecorded,
        ),
        (|cell| cell.disclosed, |one| one.disclosed),
        (|cell| cell.uncertain, |one| one.uncertain),
    ];
    for (named_in_text, event_once) in [(true, false), (false, false), (true, true), (false, true)]
    {
        review.details.contacts = ContactRule {
            named_in_text,
            event_once,
        };
        for counted in contacts(&review, &people) {
            let listed = contact_list(&review, &people, counted.person);
            assert_eq!(listed.outside_period.len(), counted.outside_period as usize);
            assert_eq!(listed.contacts.len(), counted.total().contacts as usize);
            let entries: BTreeSet<EntryId> = listed
                .contacts
                .iter()
                .flat_map(|one| one.entries.clone())
                .collect();
            let every: usize = listed.contacts.iter().map(|one| one.entries.len()).sum();
            assert_eq!(entries.len(), every, "no record is in two contacts");
            assert!(event_once || every == listed.contacts.len());
            let all_years = counted
                .years
                .iter()
                .map(|year| (Some(year.year), &year.sectors));
            for (year, sectors) in all_years.chain([(None, &counted.sectors)]) {
                for cell in sectors {
                    for (of, fits) in figures {
                        let behind = listed.contacts.iter().filter(|one| {
                            one.sector == cell.sector
                                && year.is_none_or(|year| one.year == year)
                                && fits(one)
                        });
                        assert_eq!(
                            behind.count(),
                            of(cell) as usize,
                            "{year:?} {}",
                            cell.sector
                        );
                    }
                }
            }
        }
    }
}
