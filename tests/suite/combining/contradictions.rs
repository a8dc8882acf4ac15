//! Records that exclude each other.

use std::sync::Arc;

use lantern::chronology::{PeopleIndex, contradictions};
use lantern::model::{About, EntryId, ImportId, Review};
use serde::Deserialize;

use super::{agency, entry, review, template};

#[derive(Deserialize)]
struct Pairs {
    tuned: Vec<Pair>,
    held_out: Vec<Pair>,
}

#[derive(Deserialize)]
struct Pair {
    about: String,
    a: [String; 3],
    b: [String; 3],
}

/// What is found between two records alone.
fn between(pair: &Pair) -> Vec<About> {
    let mut review = Review::empty(template());
    let mut entries = Vec::new();
    for (id, [sector, time, text]) in (1..).zip([&pair.a, &pair.b]) {
        review.agencies.push(agency(id, sector));
        entries.push(Arc::new(entry(id, id, time, text)));
    }
    review.entries = Arc::new(entries);
    let groups = [vec![EntryId(1), EntryId(2)]];
    let found = contradictions(&review, &groups, &PeopleIndex::of(&review));
    found.iter().map(|one| one.about).collect()
}

struct Score {
    right: usize,
    missed: usize,
    silent: usize,
    false_alarms: usize,
}

fn score(pairs: &[Pair], name: &str) -> Score {
    let mut score = Score {
        right: 0,
        missed: 0,
        silent: 0,
        false_alarms: 0,
    };
    for pair in pairs {
        let expected = About::ALL
            .into_iter()
            .find(|about| serde_json::to_value(about).expect("a word") == pair.about.as_str());
        assert!(expected.is_some() || pair.about == "none", "{}", pair.about);
        let found = between(pair);
        match expected {
            Some(about) if found.contains(&about) => score.right += 1,
            Some(_) => {
                score.missed += 1;
                println!("missed, {}: {} | {}", pair.about, pair.a[2], pair.b[2]);
            }
            None => score.silent += 1,
        }
        if found.iter().any(|about| Some(*about) != expected) {
            score.false_alarms += 1;
            println!("false alarm, {found:?}: {} | {}", pair.a[2], pair.b[2]);
        }
    }
    println!(
        "contradictions, {name}: {} of {} found, {} false alarms in {} pairs",
        score.right,
        score.right + score.missed,
        score.false_alarms,
        pairs.len()
    );
    score
}

#[test]
fn records_that_exclude_each_other_are_found_and_others_are_left_alone() {
    let path = format!(
        "{}/tests/fixtures/combining/contradictions.toml",
        env!("CARGO_MANIFEST_DIR")
    );
    let text = std::fs::read_to_string(path).expect("the pairs");
    let pairs: Pairs = toml::from_str(&text).expect("pairs");
    let tuned = score(&pairs.tuned, "tuned on");
    let held_out = score(&pairs.held_out, "held out");
    assert_eq!((tuned.missed, tuned.false_alarms), (0, 0));
    assert!(tuned.right >= 20 && tuned.silent >= 24);
    assert!(held_out.right >= 22, "{} found", held_out.right);
    assert_eq!(held_out.false_alarms, 0);
}

#[test]
fn a_contradiction_quotes_both_sides_and_says_why() {
    let mut entries = vec![
        entry(1, 1, "2019-04-12T21:10", "999 call, female assaulted."),
        entry(2, 3, "2019-04-13", "She said no children were present."),
        entry(
            3,
            5,
            "2019-04-13",
            "Ade said he was at home, hiding upstairs, when it happened.",
        ),
        entry(
            4,
            2,
            "2019-04-13",
            "Tells me that the children were in the house.",
        ),
    ];
    entries[0].other = vec![("Risk grading".to_owned(), "Medium".to_owned())];
    entries[1].response = "DASH completed: high risk.".to_owned();
    entries[3].withdrawn = Some(ImportId(1));
    let review = review(entries);
    let group: Vec<EntryId> = (1..=4).map(EntryId).collect();
    let found = contradictions(&review, &[group.clone(), group], &PeopleIndex::of(&review));
    let told: Vec<(About, [i64; 2], &str, &str)> = found
        .iter()
        .map(|one| {
            assert!(one.why.ends_with('.') && one.why.len() > 20, "{}", one.why);
            let [a, b] = one.entries;
            (one.about, [a.0, b.0], one.a.as_str(), one.b.as_str())
        })
        .collect();
    assert_eq!(
        told,
        [
            (
                About::RiskLevel,
                [1, 2],
                "Risk grading: Medium",
                "DASH completed: high risk"
            ),
            (
                About::Children,
                [2, 3],
                "She said no children were present",
                "Ade said he was at home"
            ),
        ]
    );
}
