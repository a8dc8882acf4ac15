use std::collections::HashSet;

use lantern::drafting::{blocks, keep_ids, put_back_ids};
use lantern::model::ParagraphId;
use proptest::prelude::*;

/// Numbers from 1 for each block of `before`; 0 stands for a new paragraph.
fn kept(before: &str, after: &str) -> Vec<i64> {
    let known: Vec<ParagraphId> = (1..).map(ParagraphId).take(blocks(before).len()).collect();
    let kept = keep_ids(before, &known, after);
    kept.into_iter().map(|id| id.map_or(0, |id| id.0)).collect()
}

#[test]
fn a_paragraph_keeps_its_number_through_what_a_chair_does_to_it() {
    let before = "The police were called twice.\n\n# Asking\n\nNobody asked her alone.\n\nShe told the crew.";
    let cases: [(&str, &str, &[i64]); 12] = [
        ("nothing", before, &[1, 2, 3, 4]),
        ("emptied", "", &[]),
        (
            "one put first",
            "New words here.\n\nThe police were called twice.\n\n# Asking\n\nNobody asked her alone.\n\nShe told the crew.",
            &[0, 1, 2, 3, 4],
        ),
        (
            "one taken out",
            "The police were called twice.\n\n# Asking\n\nShe told the crew.",
            &[1, 2, 4],
        ),
        (
            "the order turned",
            "She told the crew.\n\nNobody asked her alone.\n\n# Asking\n\nThe police were called twice.",
            &[4, 3, 2, 1],
        ),
        (
            "one word changed",
            "The police were called often.\n\n# Asking\n\nNobody asked her alone.\n\nShe told the crew.",
            &[1, 2, 3, 4],
        ),
        (
            "rewritten in its place",
            "The police were called twice.\n\n# Asking\n\nSilence is not consent to silence.\n\nShe told the crew.",
            &[1, 2, 3, 4],
        ),
        (
            "moved and changed",
            "Nobody ever asked her alone.\n\nThe police were called twice.\n\n# Asking\n\nShe told the crew.",
            &[3, 1, 2, 4],
        ),
        (
            "split",
            "The police were called twice.\n\n# Asking\n\nNobody asked\n\nher alone, it seems.\n\nShe told the crew.",
            &[1, 2, 3, 0, 4],
        ),
        (
            "joined",
            "The police were called twice.\n\n# Asking\n\nNobody asked her alone. She told the crew.",
            &[1, 2, 3],
        ),
        (
            "more space",
            "The police were called twice.\n\n\n\n# Asking\nNobody asked her alone.   \n\nShe told the crew.\n",
            &[1, 2, 3, 4],
        ),
        ("all new", "One.\n\nTwo.\n\nThree.", &[0, 0, 0]),
    ];
    for (what, after, expected) in cases {
        assert_eq!(kept(before, after), expected, "{what}");
    }
}

#[test]
fn a_section_of_an_older_file_gets_new_numbers() {
    assert_eq!(keep_ids("One.\n\nTwo.", &[], "One.\n\nTwo."), [None, None]);
}

#[test]
fn the_same_words_twice_are_two_paragraphs() {
    assert_eq!(kept("Same.\n\nSame.", "Same.\n\nSame.\n\nSame."), [1, 2, 0]);
}

#[test]
fn a_long_section_is_done_in_good_time() {
    let paragraph = |word: &str, at: usize| {
        format!("{word} {at} of the many contacts that {word} agencies had.")
    };
    let before: Vec<String> = (0..400).map(|at| paragraph("early", at)).collect();
    let after: Vec<String> = (0..400).rev().map(|at| paragraph("later", at)).collect();
    let begun = std::time::Instant::now();
    let kept = kept(&before.join("\n\n"), &after.join("\n\n"));
    assert_eq!(kept.len(), 400);
    assert!(begun.elapsed() < std::time::Duration::from_secs(20));
}

fn paragraphs() -> impl Strategy<Value = Vec<String>> {
    prop::collection::hash_set("[a-z]{3,8}( [a-z]{2,7}){0,6}", 1..12)
        .prop_map(|set| set.into_iter().collect())
}

proptest! {
    #[test]
    fn no_number_is_given_twice_or_made_up(before in paragraphs(), after in paragraphs()) {
        let (before, after) = (before.join("\n\n"), after.join("\n\n"));
        let kept = kept(&before, &after);
        prop_assert_eq!(kept.len(), blocks(&after).len());
        let ids: Vec<i64> = kept.into_iter().filter(|id| *id > 0).collect();
        prop_assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
        prop_assert!(ids.iter().all(|id| *id <= blocks(&before).len() as i64));
    }

    #[test]
    fn paragraphs_left_alone_keep_their_numbers_in_any_order(before in paragraphs(), seed in any::<u64>(), new in "[A-Z]{9}( [A-Z]{9}){3}") {
        let mut places: Vec<usize> = (0..before.len()).collect();
        places.sort_by_key(|place| (*place as u64 + 1).wrapping_mul(seed | 1).rotate_left(17));
        let mut after: Vec<String> = places.iter().map(|place| before[*place].clone()).collect();
        let at = seed as usize % (after.len() + 1);
        after.insert(at, new);
        let mut expected: Vec<i64> = places.iter().map(|place| *place as i64 + 1).collect();
        expected.insert(at, 0);
        prop_assert_eq!(kept(&before.join("\n\n"), &after.join("\n\n")), expected);
    }
}

#[test]
fn a_paragraph_that_was_cut_comes_back_under_its_number() {
    let gone = [
        (7, "Nobody asked her alone at any visit."),
        (6, "The police were called twice that night."),
        (5, "# Asking"),
        (4, "Nobody asked her alone at any visit."),
    ];
    let gone = gone.map(|(id, words)| (ParagraphId(id), words.to_owned()));
    let cases: [(&str, &str, &[i64], &[i64]); 7] = [
        (
            "nothing like it",
            "Her mother rang the school every week.",
            &[0],
            &[0],
        ),
        (
            "the same words",
            "Nobody asked her alone at any visit.",
            &[0],
            &[7],
        ),
        (
            "not one that has its number",
            "Nobody asked her alone at any visit.",
            &[2],
            &[2],
        ),
        (
            "a word more",
            "The police were called twice that same night.",
            &[0],
            &[6],
        ),
        (
            "twice, and both were there",
            "Nobody asked her alone at any visit.\n\nNobody asked her alone at any visit.",
            &[0, 0],
            &[7, 4],
        ),
        (
            "one of them is there already",
            "Nobody asked her alone at any visit.\n\nNobody ever asked her alone at any visit.",
            &[7, 0],
            &[7, 4],
        ),
        ("too short to tell", "# Asking", &[0], &[0]),
    ];
    for (what, text, kept, expected) in cases {
        let mut ids: Vec<Option<ParagraphId>> = kept
            .iter()
            .map(|id| (*id > 0).then_some(ParagraphId(*id)))
            .collect();
        put_back_ids(text, &mut ids, &gone);
        let found: Vec<i64> = ids.iter().map(|id| id.map_or(0, |id| id.0)).collect();
        assert_eq!(found, expected, "{what}");
    }
}
