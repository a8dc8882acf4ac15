//! What is planted in the sample (`truth.toml`) is found; figures are printed.

use lantern::chronology::{PeopleIndex, contradictions, hardened, in_order, silences};
use lantern::model::EntryId;
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
