//! Records of one event are proposed as one, with reasons, and records of different events are not.
//!
//! Two made-up sets with known events: the sample review, and `tests/fixtures/same_events/harbour.tsv`, which is written in other
//! words and full of near misses. The weights were set looking at the earlier half of each set only; the later half shows
//! what they are worth on records that nobody looked at. Figures are printed: `cargo test --test suite -- same_events:: --nocapture`.

mod harbour;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use lantern::chronology::{self, PeopleIndex, Proposal};
use lantern::jobs::{Cancelled, Progress, Silent};
use lantern::model::{Entry, EntryId, Event, EventId, ImportId, Parted, PartedId, Review};
use lantern::sample::{self, PASSPHRASE, PairsFound, PlantedEvent};
use lantern::store::Passphrase;
use proptest::prelude::*;
use tempfile::TempDir;

use harbour::{HARBOUR, TRUTH, with};

fn proposals(review: &Review) -> Vec<Proposal> {
    let order = chronology::in_order(review);
    let people = PeopleIndex::of(review);
    chronology::same_events(review, &order, &people, &Silent).expect("nobody stops it")
}

static SAMPLE: LazyLock<Review> = LazyLock::new(|| {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("sample.lantern");
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let today = sample::today().expect("a day");
    let store = sample::build(&path, &passphrase, "test", today, &Silent).expect("the sample");
    store.load().expect("a review")
});

/// Prints precision and recall for each half and the whole, and gives back those of the whole and of the later half at 0.5.
fn told(name: &str, review: &Review, truth: &[PlantedEvent], later: &str) -> [PairsFound; 2] {
    let found = proposals(review);
    let is_later = |id: EntryId| {
        let entry = review.entry(id).expect("an entry");
        let earliest = entry.when.earliest;
        earliest.is_none_or(|moment| moment.to_string().as_str() >= later)
    };
    let count = |at_least: f32, below: f32, part: &dyn Fn(EntryId) -> bool| {
        sample::pairs_found(truth, &found, at_least, below, |one, _| part(one))
    };
    println!(
        "\n{name}: {} entries, {} events",
        review.entries.len(),
        truth.len()
    );
    for threshold in [0.5, 0.7, 0.9] {
        for (part, all) in [
            ("earlier half", count(threshold, 2.0, &|id| !is_later(id))),
            ("later half", count(threshold, 2.0, &is_later)),
            ("whole", count(threshold, 2.0, &|_| true)),
        ] {
            println!(
                "  from {threshold}, {part:<12} precision {:.3} ({} of {}), recall {:.3} ({} of {})",
                all.precision(),
                all.right,
                all.proposed,
                all.recall(),
                all.right,
                all.there
            );
        }
    }
    for band in [0.0f32, 0.5, 0.6, 0.7, 0.8, 0.9] {
        let end = if band == 0.0 { 0.5 } else { band + 0.1 };
        let end = if band >= 0.9 { 2.0 } else { end };
        let pairs = count(band, end, &|_| true);
        println!(
            "  confidence from {band}: {} of {} pairs right",
            pairs.right, pairs.proposed
        );
    }
    [count(0.5, 2.0, &|_| true), count(0.5, 2.0, &is_later)]
}

#[test]
fn the_sample_s_events_are_found() {
    let truth = sample::truth(&SAMPLE).expect("the truth");
    let events = [truth.events, truth.plain_events].concat();
    let [whole, later] = told("sample", &SAMPLE, &events, "2019-07-01");
    assert!(whole.precision() >= 0.90, "{whole:?}");
    assert!(whole.recall() >= 0.70, "{whole:?}");
    assert!(
        later.precision() >= 0.90 && later.recall() >= 0.70,
        "{later:?}"
    );
}

#[test]
fn events_in_other_words_are_found() {
    let [whole, later] = told("harbour", &HARBOUR, &TRUTH, "2014-10-01");
    assert!(
        whole.precision() >= 0.80 && whole.recall() >= 0.80,
        "{whole:?}"
    );
    assert!(
        later.precision() >= 0.80 && later.recall() >= 0.80,
        "{later:?}"
    );
}

/// Each proposal as the beginnings of its records’ texts.
fn in_words(review: &Review, proposals: &[Proposal]) -> BTreeSet<BTreeSet<String>> {
    proposals
        .iter()
        .map(|proposal| {
            let texts = proposal.entries.iter().map(|id| {
                let entry = review.entry(*id).expect("an entry");
                format!("{} {}", entry.when.wording, entry.text)
            });
            texts.collect()
        })
        .collect()
}

fn id_of(review: &Review, words: &str) -> EntryId {
    let found: Vec<EntryId> = review
        .entries
        .iter()
        .filter(|entry| entry.text.contains(words))
        .map(|entry| entry.id)
        .collect();
    assert_eq!(found.len(), 1, "{words}: {found:?}");
    found[0]
}

fn together(proposals: &[Proposal], one: EntryId, other: EntryId) -> bool {
    proposals
        .iter()
        .any(|proposal| proposal.entries.contains(&one) && proposal.entries.contains(&other))
}

#[test]
fn near_misses_stay_apart() {
    let review = &*HARBOUR;
    let found = proposals(review);
    let cases = [
        // Two assaults by the same man on the same woman, two days apart.
        ("threw a pan of soup", "crash and screaming"),
        ("Partial thickness scald", "Second attendance this week"),
        // Two conferences about the same family, three days apart.
        ("MARAC. Case 6", "Initial conference, Effie"),
        ("Took part in MARAC", "category emotional"),
        // Every week the same.
        ("Effie feeding well", "Mother has bandage"),
        ("Mother tired, Effie", "Weight plotted"),
        ("school place, bus pass", "Sleeping better"),
        // The same day, and nothing else.
        ("threw a pan of soup", "irritable at counter"),
        ("not collected", "followed from the bus"),
        ("Travel vaccines", "tablets he took on Sunday"),
    ];
    for (one, other) in cases {
        let other = other.replace("category emotional", "Category emotional");
        let (a, b) = (id_of(review, one), id_of(review, &other));
        assert!(!together(&found, a, b), "{one} | {other}");
    }
}

#[test]
fn reasons_are_sentences_that_say_what_is_shared() {
    let review = &*HARBOUR;
    let found = proposals(review);
    let reasons_of = |words: &str| {
        let id = id_of(review, words);
        let proposal = found.iter().find(|one| one.entries.contains(&id));
        proposal.expect("a proposal").reasons.join(" ")
    };
    let cases = [
        (
            "in the canteen taking",
            "2 of them give the number CAD 3391.",
        ),
        (
            "in the canteen taking",
            "All within 4 days: from 14 June 2014 to 17 June 2014.",
        ),
        (
            "in the canteen taking",
            "names the police, whose own record is among them.",
        ),
        ("followed the bus", "speaks of 18 May 2015."),
        ("Doormat and pram", "tell of the same kind of thing: fire"),
        (
            "Contact centre, Fuller",
            "Hedda Achterberg, whom few other records name",
        ),
    ];
    for (words, expected) in cases {
        let reasons = reasons_of(words);
        assert!(reasons.contains(expected), "{words}: {reasons}");
    }
    for proposal in &found {
        for reason in &proposal.reasons {
            assert!(reason.ends_with('.') && !reason.contains("  "), "{reason}");
        }
    }
}

#[test]
fn what_the_chair_said_is_kept() {
    let pan = id_of(&HARBOUR, "threw a pan of soup");
    let scald = id_of(&HARBOUR, "Scald left forearm");
    let hospital = id_of(&HARBOUR, "Partial thickness scald");
    assert!(together(&proposals(&HARBOUR), pan, scald));

    let parted = with(|review| {
        review.parted.push(Parted {
            id: PartedId(1),
            one: pan.min(scald),
            other: pan.max(scald),
        });
    });
    assert!(!together(&proposals(&parted), pan, scald));

    let withdrawn = with(|review| {
        harbour::change(review, pan, |entry| entry.withdrawn = Some(ImportId(1)));
    });
    let found = proposals(&withdrawn);
    assert!(found.iter().all(|one| !one.entries.contains(&pan)));

    let event = EventId(7);
    let joined = with(|review| {
        let mut entries = vec![pan, scald];
        entries.sort();
        review.events.push(Event {
            id: event,
            name: String::new(),
            entries,
        });
    });
    let found = proposals(&joined);
    let joins = found.iter().find(|one| one.joins == Some(event));
    let joins = joins.expect("the hospital’s record may belong to it");
    assert!(
        [pan, scald, hospital]
            .iter()
            .all(|id| joins.entries.contains(id))
    );

    let whole = with(|review| {
        let mut entries = joins.entries.clone();
        entries.sort();
        review.events.push(Event {
            id: event,
            name: String::new(),
            entries,
        });
    });
    let found = proposals(&whole);
    assert!(
        found
            .iter()
            .all(|one| one.joins.is_none() && !one.entries.contains(&pan))
    );
}

#[test]
fn a_record_without_a_date_joins_by_what_it_says_only() {
    let undated = |text: &str| {
        let review = with(|review| {
            let student = id_of(review, "school place, bus pass");
            harbour::change(review, student, |entry: &mut Entry| {
                entry.when = lantern::model::When::not_understood("not recorded");
                text.clone_into(&mut entry.text);
            });
        });
        let found = proposals(&review);
        together(
            &found,
            id_of(&review, text),
            id_of(&review, "in the canteen taking"),
        )
    };
    assert!(undated(
        "Security report filed under CAD 3391, canteen, mobile taken."
    ));
    assert!(!undated("Weekly call. Practical things."));
}

#[test]
fn it_stops_when_told_to() {
    struct Impatient;
    impl Progress for Impatient {
        fn report(&self, done: u64, _: Option<u64>, _: &str) -> Result<(), Cancelled> {
            if done > 20 { Err(Cancelled) } else { Ok(()) }
        }
    }
    let review = &*HARBOUR;
    let order = chronology::in_order(review);
    let people = PeopleIndex::of(review);
    assert_eq!(
        chronology::same_events(review, &order, &people, &Impatient),
        Err(Cancelled)
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_import_does_not_matter(seed in any::<u64>()) {
        let shuffled = harbour::shuffled(seed);
        prop_assert_eq!(
            in_words(&shuffled, &proposals(&shuffled)),
            in_words(&HARBOUR, &proposals(&HARBOUR))
        );
    }

    #[test]
    fn each_entry_stands_in_one_proposal_and_parted_ones_in_none_together(
        pairs in prop::collection::vec((1i64..=58, 1i64..=58), 0..12),
        joined in prop::collection::btree_set(1i64..=58, 2..5),
        gone in prop::collection::vec(1i64..=58, 0..6),
    ) {
        let entries: Vec<EntryId> = joined.into_iter().map(EntryId).collect();
        let review = with(|review| {
            for (number, (one, other)) in (1..).zip(&pairs) {
                let both_joined = entries.contains(&EntryId(*one)) && entries.contains(&EntryId(*other));
                if one != other && !both_joined {
                    review.parted.push(Parted {
                        id: PartedId(number),
                        one: EntryId(*one.min(other)),
                        other: EntryId(*one.max(other)),
                    });
                }
            }
            for id in &gone {
                harbour::change(review, EntryId(*id), |entry| entry.withdrawn = Some(ImportId(1)));
            }
            review.events.push(Event { id: EventId(1), name: String::new(), entries: entries.clone() });
        });
        let found = proposals(&review);
        let mut seen = BTreeSet::new();
        for proposal in &found {
            prop_assert!(proposal.entries.len() >= 2);
            prop_assert!((0.0..=1.0).contains(&proposal.confidence));
            for id in &proposal.entries {
                prop_assert!(seen.insert(*id), "{} stands twice", id);
                prop_assert!(!gone.contains(&id.0), "{} is withdrawn", id);
            }
            let new = proposal.entries.iter().any(|id| !entries.contains(id));
            prop_assert!(new, "nothing new: {:?}", proposal);
            prop_assert_eq!(
                proposal.joins.is_some(),
                proposal.entries.iter().any(|id| entries.contains(id))
            );
        }
        for parted in &review.parted {
            prop_assert!(!together(&found, parted.one, parted.other));
        }
        prop_assert!(found.is_sorted_by(|one, other| one.confidence >= other.confidence));
    }
}
