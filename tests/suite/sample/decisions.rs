//! What the chair and the coders decided stands in it, and what is planted.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use lantern::chronology::{in_order, knowledge};
use lantern::model::{Basis, Disclosure, Enquiry, Role};
use serde::Deserialize;

use super::{DECISIONS, REVIEW, named, toml_of, wording};

#[test]
fn every_name_resolves_and_what_is_planted_is_there() {
    #[derive(Deserialize)]
    struct Truth {
        events: Vec<Event>,
        contradictions: Vec<Contradiction>,
        claim: Claim,
        silences: Vec<Silence>,
    }
    #[derive(Deserialize)]
    struct Event {
        name: String,
        entries: Vec<String>,
    }
    #[derive(Deserialize)]
    struct Contradiction {
        entries: [String; 2],
        a: String,
        b: String,
    }
    #[derive(Deserialize)]
    struct Claim {
        ruled_out_by: String,
        entries: Vec<String>,
    }
    #[derive(Deserialize)]
    struct Silence {
        file: String,
        after: NaiveDate,
        until: NaiveDate,
    }
    let truth: Truth = toml_of("truth.toml");
    assert!(truth.events.len() >= 12);
    for event in &truth.events {
        let files: BTreeSet<&str> = event
            .entries
            .iter()
            .map(|name| named(name)[0].source.file.as_str())
            .collect();
        assert!(files.len() >= 2, "{} stands in one record only", event.name);
    }
    assert!(truth.contradictions.len() >= 3);
    for Contradiction { entries, a, b } in &truth.contradictions {
        for (name, words) in entries.iter().zip([a, b]) {
            let text = wording(named(name)[0]);
            assert!(
                text.contains(words.as_str()),
                "{name} does not say “{words}”: {text}"
            );
        }
    }
    assert!(wording(named(&truth.claim.ruled_out_by)[0]).contains("No evidence of bipolar"));
    let order: Vec<NaiveDate> = truth
        .claim
        .entries
        .iter()
        .filter_map(|name| named(name)[0].when.earliest)
        .map(|moment| moment.date)
        .collect();
    assert_eq!(order.len(), truth.claim.entries.len());
    assert!(order.is_sorted(), "{order:?}");
    for Silence { file, after, until } in truth.silences {
        let inside = REVIEW.entries.iter().find(|entry| {
            let date = entry.when.earliest.map(|moment| moment.date);
            entry.source.file == file && date.is_some_and(|date| date > after && date < until)
        });
        assert!(inside.is_none(), "{file}: {inside:?}");
    }
}

#[test]
fn tags_people_and_answers_are_entered() {
    let review = &*REVIEW;
    // A row with two dates has its tag on both of its entries.
    assert!(review.taggings.len() >= DECISIONS.taggings.len());
    let used: BTreeSet<&str> = review
        .taggings
        .iter()
        .map(|tagging| tagging.weakness.as_str())
        .collect();
    let all: BTreeSet<&str> = review
        .weaknesses
        .iter()
        .filter(|weakness| !weakness.is_part())
        .map(|weakness| weakness.key.as_str())
        .collect();
    assert_eq!(used, all);
    assert_eq!(named("p-dash11")[0].basis, Basis::Victim);
    assert_eq!(named("v-stars")[0].disclosure, Disclosure::Disclosed);
    assert_eq!(named("g-loudspeaker")[0].enquiry, Enquiry::NotPossible);
    let asked = |file: &str| {
        let entries = review
            .entries
            .iter()
            .filter(|entry| entry.source.file == file);
        entries
            .filter(|entry| entry.enquiry == Enquiry::Asked)
            .count()
    };
    assert_eq!(asked("hospital.xlsx"), 1);
    assert_eq!(asked("gp_records.docx"), 5);
    let anna = review
        .people
        .iter()
        .find(|person| person.role == Role::Victim);
    assert_eq!(anna.map(|person| person.pseudonym.as_str()), Some("Anna"));
    assert!(
        review
            .people
            .iter()
            .all(|person| !person.pseudonym.is_empty())
    );
    assert!(review.details.fictional);
}

/// A line of who knew what that names a record must be borne out by it: it speaks of the fact, and was written when the
/// agency learnt of it.
#[test]
fn who_knew_what_is_borne_out_by_the_records() {
    let review = &*REVIEW;
    assert_eq!((review.facts.len(), review.knowings.len()), (8, 44));
    let matrix = knowledge(review, &in_order(review));
    for knowing in &review.knowings {
        let row = matrix.facts.iter().find(|row| row.fact == knowing.fact);
        let row = row.expect("its fact");
        let known = &review.facts.iter().find(|fact| fact.id == knowing.fact);
        let name = format!("{} / {:?}", known.expect("a fact").name, knowing.how);
        assert!(knowing.when.is_understood(), "{name}");
        assert!(!knowing.how.is_empty(), "{name}");
        let Some(entry) = knowing.entry.and_then(|id| review.entry(id)) else {
            continue;
        };
        let speaks = row
            .cells
            .iter()
            .any(|cell| cell.mentions.contains(&entry.id) && !cell.denied.contains(&entry.id));
        assert!(speaks, "{name}: {}", wording(entry));
        let written_by = [Some(knowing.agency), knowing.from].contains(&Some(entry.agency));
        assert!(written_by, "{name}: a third agency’s record");
        let is_heard_late = entry.id == named("v-message")[0].id;
        let day = |when: &lantern::model::When| when.earliest.map(|moment| moment.date);
        assert!(
            is_heard_late || day(&knowing.when) == day(&entry.when),
            "{name}: {:?} and {:?}",
            knowing.when,
            entry.when
        );
    }
    let shared = |name: &str| {
        let fact = review.facts.iter().find(|fact| fact.name.contains(name));
        let fact = fact.expect("a fact").id;
        let lines = review.knowings.iter().filter(|line| line.fact == fact);
        lines.filter(|line| line.from.is_some()).count()
    };
    // Shared with many at one conference; within hours; never.
    assert_eq!(
        ["Strangulation", "ribs", "tracks"].map(shared),
        [5, 4, 0],
        "how many learnt it from another agency"
    );
}

#[test]
fn the_coders_marked_words_stand_in_their_records() {
    let marked = REVIEW
        .taggings
        .iter()
        .filter(|one| !one.passages.is_empty());
    let passages: Vec<_> = marked
        .flat_map(|one| one.passages.iter().map(|passage| (one.entry, passage)))
        .collect();
    assert!(passages.len() >= 12, "{}", passages.len());
    for (entry, passage) in passages {
        let entry = REVIEW.entry(entry).expect("an entry");
        let place = lantern::analysis::place(entry, passage);
        assert!(
            matches!(place, lantern::analysis::Place::Here(_)),
            "{passage:?}"
        );
    }
}
