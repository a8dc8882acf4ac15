//! How far coders agree, who sees what meanwhile, and what the figures can bear.

use std::sync::Arc;

use lantern::analysis::{Agreed, AgreementRow, Bearing, agreement, coded_blind, hide_from};
use lantern::model::{
    Coded, Coding, CodingId, Declined, DeclinedId, EntryId, Review, Settled, Settlement, Weakness,
    WeaknessId,
};
use lantern::templates;

use super::{entry, tagging};
use crate::sample::REVIEW;

/// A weakness a letter; “B” has the part “b”.
fn weakness(key: &str, parent: &str) -> Weakness {
    Weakness {
        id: WeaknessId(0),
        position: 1,
        key: key.to_owned(),
        name: format!("Weakness {key}"),
        definition: String::new(),
        example: String::new(),
        good_practice: false,
        parent: parent.to_owned(),
        patterns: Vec::new(),
    }
}

/// What each coder made of each entry: a word an entry, “-” for none, “.” for not finished.
fn coded(coders: &[(&str, &str)]) -> (Review, Coding) {
    let mut coding = Coding {
        id: CodingId(1),
        name: "First check".to_owned(),
        drawn: String::new(),
        coders: coders.iter().map(|(name, _)| (*name).to_owned()).collect(),
        entries: Vec::new(),
        done: Vec::new(),
        closed: true,
        tagged: Vec::new(),
        settled: Vec::new(),
    };
    let mut count = 0;
    for (coder, line) in coders {
        for (id, word) in (1..).zip(line.split_whitespace()) {
            count = count.max(id);
            if word == "." {
                continue;
            }
            coding.done.push((EntryId(id), (*coder).to_owned()));
            let keys = word.chars().filter(|key| *key != '-');
            coding.tagged.extend(keys.map(|key| Coded {
                entry: EntryId(id),
                weakness: key.to_string(),
                coder: (*coder).to_owned(),
            }));
        }
    }
    coding.done.sort();
    coding.entries = (1..=count).map(EntryId).collect();
    let review = Review {
        weaknesses: vec![
            weakness("A", ""),
            weakness("B", ""),
            weakness("b", "B"),
            weakness("C", ""),
        ],
        entries: Arc::new((1..=count).map(|id| entry(id, 1)).collect()),
        codings: vec![coding.clone()],
        ..Review::empty(Arc::new(templates::built_in()[0].clone()))
    };
    (review, coding)
}

fn of(coders: &[(&str, &str)]) -> Agreed {
    let (review, coding) = coded(coders);
    agreement(&review, &coding)
}

fn row<'a>(agreed: &'a Agreed, key: &str) -> &'a AgreementRow {
    let mut rows = agreed.rows.iter();
    rows.find(|row| row.weakness == key).expect("a row")
}

/// How many entries each coder tagged.
fn counts(row: &AgreementRow) -> Vec<usize> {
    row.tagged.iter().map(Vec::len).collect()
}

fn rounded(figure: Option<f64>) -> Option<f64> {
    figure.map(|figure| (figure * 1_000.0).round() / 1_000.0)
}

/// So many entries with each pair of answers.
fn pairs(both: usize, one: usize, other: usize, neither: usize) -> (String, String) {
    let line = |parts: [(&str, usize); 4]| -> String {
        let words = parts.iter().flat_map(|(word, count)| vec![*word; *count]);
        words.collect::<Vec<_>>().join(" ")
    };
    (
        line([("A", both), ("A", one), ("-", other), ("-", neither)]),
        line([("A", both), ("-", one), ("A", other), ("-", neither)]),
    )
}

#[test]
fn figures_are_as_in_worked_examples_and_say_what_they_can_bear() {
    // (both, only one, only the other, neither) → share alike, Cohen's kappa, Krippendorff's alpha, what it can bear.
    // The first three kappas are textbook examples; alpha of two coders by hand: 1 - (N - 1) apart / (yes · no).
    for (cells, alike, kappa, alpha, bearing) in [
        ((20, 5, 10, 15), 0.7, 0.4, Some(0.4), Bearing::Weak),
        ((45, 15, 25, 15), 0.6, 0.130, Some(0.125), Bearing::Weak),
        ((25, 35, 5, 35), 0.6, 0.259, Some(0.193), Bearing::Weak),
        ((40, 1, 1, 58), 0.98, 0.959, Some(0.959), Bearing::Reliable),
        ((4, 1, 1, 94), 0.98, 0.789, Some(0.791), Bearing::TooFew),
        ((5, 0, 0, 5), 1.0, 1.0, Some(1.0), Bearing::TooFew),
        ((2, 0, 0, 60), 1.0, 1.0, Some(1.0), Bearing::TooRare),
        ((35, 9, 5, 111), 0.9125, 0.774, Some(0.775), Bearing::TooFew),
        (
            (350, 90, 50, 1110),
            0.9125,
            0.774,
            Some(0.774),
            Bearing::Tentative,
        ),
    ] {
        let (one, other) = pairs(cells.0, cells.1, cells.2, cells.3);
        let agreed = of(&[("R. Okoro", &one), ("L. Marsh", &other)]);
        let found = row(&agreed, "A");
        let figures = found.figures;
        assert!(
            (figures.alike.expect("a share") - alike).abs() < 1e-9,
            "{cells:?}"
        );
        assert_eq!(rounded(figures.kappa), Some(kappa), "{cells:?}");
        // By hand it is rounded to the second figure or so.
        let apart = (figures.alpha.expect("a figure") - alpha.expect("one")).abs();
        assert!(apart < 0.006, "{cells:?}: {:?}", figures.alpha);
        assert_eq!(figures.bearing(), bearing, "{cells:?}: {figures:?}");
        assert_eq!(counts(found), [cells.0 + cells.1, cells.0 + cells.2]);
        assert_eq!(found.apart.len(), cells.1 + cells.2);
        let (low, high) = figures.interval.expect("an interval");
        let alpha = figures.alpha.expect("a figure");
        assert!(low <= alpha && alpha <= high, "{cells:?}: {low} {high}");
        assert_eq!(agreed.disagreements.len(), cells.1 + cells.2);
    }
    let (one, other) = pairs(0, 0, 0, 30);
    let none = of(&[("R. Okoro", &one), ("L. Marsh", &other)]);
    let figures = row(&none, "A").figures;
    assert_eq!(figures.bearing(), Bearing::NothingToAgreeAbout);
    assert_eq!(
        (figures.alike, figures.alpha, figures.kappa),
        (Some(1.0), None, None)
    );
}

#[test]
fn a_missing_coding_is_no_no() {
    let agreed = of(&[
        ("R. Okoro", "A A - . A"),
        ("L. Marsh", "A . - A ."),
        ("W. Halloran", ". . - . -"),
    ]);
    let found = row(&agreed, "A");
    // Entries 1, 3 and 5; the second and the fourth were finished by one alone.
    assert_eq!(found.figures.entries, 3);
    assert_eq!(counts(found), [2, 1, 0]);
    assert_eq!(found.apart, [EntryId(5)]);
    assert_eq!(found.figures.kappa, None, "of two coders only");
    assert!(found.figures.alpha.is_some());
    let apart: Vec<_> = agreed.disagreements.iter().map(|one| one.entry.0).collect();
    assert_eq!(apart, [5]);
    assert_eq!(
        of(&[("R. Okoro", "A ."), ("L. Marsh", ". A")])
            .all
            .bearing(),
        Bearing::NotCompared
    );
}

#[test]
fn a_part_counts_with_its_whole_and_only_what_differs_is_a_disagreement() {
    // Entry by entry: with and without, as keys.
    let agreed = of(&[("R. Okoro", "B b  b B AC -"), ("L. Marsh", "b b  - B C  B")]);
    let whole = row(&agreed, "B");
    assert_eq!((counts(whole), whole.is_part), (vec![4, 4], false));
    let part = row(&agreed, "b");
    assert_eq!((counts(part), part.is_part), (vec![2, 2], true));
    let found: Vec<_> = agreed
        .disagreements
        .iter()
        .map(|one| (one.entry.0, one.weakness.as_str(), one.with[0].as_str()))
        .collect();
    assert_eq!(
        found,
        [
            // One named the whole, the other the part: they differ in the part alone.
            (1, "b", "L. Marsh"),
            (3, "b", "R. Okoro"),
            (5, "A", "R. Okoro"),
            (6, "B", "L. Marsh"),
        ]
    );
    // Three weaknesses of their own, six entries; the part is no decision of its own.
    assert_eq!((agreed.all.entries, agreed.all.decisions), (6, 18));
}

#[test]
fn what_was_settled_stands_beside_its_disagreement_and_keys_that_are_gone_stay() {
    let (mut review, mut coding) = coded(&[("R. Okoro", "AZ -"), ("L. Marsh", "- -")]);
    coding.settled.push(Settled {
        entry: EntryId(1),
        weakness: "A".to_owned(),
        how: Settlement::NotTagged,
    });
    review.codings[0] = coding.clone();
    let agreed = agreement(&review, &coding);
    let found: Vec<_> = agreed
        .disagreements
        .iter()
        .map(|one| (one.weakness.as_str(), one.settled))
        .collect();
    assert_eq!(found, [("A", Some(Settlement::NotTagged)), ("Z", None)]);
    assert_eq!(agreed.rows.last().expect("rows").weakness, "Z");
    coding.closed = false;
    assert_eq!(
        agreement(&review, &coding),
        Agreed::default(),
        "nobody shall see it yet"
    );
}

#[test]
fn in_an_open_coding_everybody_sees_their_own_tags_alone() {
    let (mut review, mut coding) = coded(&[("R. Okoro", "- - ."), ("L. Marsh", "- - .")]);
    coding.closed = false;
    coding.entries = vec![EntryId(1), EntryId(2)];
    review.codings = vec![coding];
    review.taggings = vec![
        tagging(1, 1, "A", "R. Okoro"),
        tagging(2, 1, "A", "L. Marsh"),
        tagging(3, 2, "B", "L. Marsh"),
        tagging(4, 3, "B", "L. Marsh"),
        tagging(5, 2, "C", "the chair"),
    ];
    let declined = |id, entry, coder: &str| Declined {
        id: DeclinedId(id),
        entry: EntryId(entry),
        weakness: "C".to_owned(),
        coder: coder.to_owned(),
    };
    review.declined = vec![declined(1, 1, "L. Marsh"), declined(2, 3, "L. Marsh")];
    for (who, tags, declined) in [
        ("R. Okoro", vec![1, 4], vec![2]),
        ("L. Marsh", vec![2, 3, 4], vec![1, 2]),
        ("the chair", vec![4, 5], vec![2]),
        ("somebody else", vec![4], vec![2]),
    ] {
        let mut seen = review.clone();
        hide_from(&mut seen, who);
        let found: Vec<i64> = seen.taggings.iter().map(|one| one.id.0).collect();
        assert_eq!(found, tags, "{who}");
        let found: Vec<i64> = seen.declined.iter().map(|one| one.id.0).collect();
        assert_eq!(found, declined, "{who}");
    }
    assert!(coded_blind(&review, EntryId(2)).is_some());
    assert!(coded_blind(&review, EntryId(3)).is_none());
    review.codings[0].closed = true;
    let before = review.clone();
    hide_from(&mut review, "R. Okoro");
    assert_eq!(review, before, "closed: everybody sees all");
}

#[test]
fn the_second_coding_of_the_sample_has_something_to_talk_through() {
    let coding = REVIEW.codings.first().expect("a coding");
    let agreed = agreement(&REVIEW, coding);
    let entries = coding.entries.len();
    assert!(coding.closed && entries > 50);
    assert!(
        agreed.all.entries < entries,
        "some are not finished by both"
    );
    assert!((0.6..0.95).contains(&agreed.all.alpha.expect("a figure")));
    let settled = agreed
        .disagreements
        .iter()
        .filter(|one| one.settled.is_some());
    assert!(settled.count() >= 3);
    assert!(agreed.disagreements.iter().any(|one| one.settled.is_none()));
    // What was settled changed the tags, and not the figures.
    for tag in &coding.tagged {
        let settled = coding.settlement(tag.entry, &tag.weakness);
        let stands = REVIEW.taggings.iter().any(|one| {
            (one.entry, &one.weakness, &one.coder) == (tag.entry, &tag.weakness, &tag.coder)
        });
        assert_eq!(stands, settled != Some(Settlement::NotTagged), "{tag:?}");
    }
}
