//! The ledger: every comment once, where it stands in the report as it is now.

use std::sync::Arc;

use lantern::drafting::{Stands, ledger};
use lantern::model::{
    Comment, CommentId, ParagraphId, Review, Section, SectionId, Version, VersionId,
};
use proptest::prelude::*;

use super::checks::{panel, said};

fn section(id: i64, key: &str, paragraphs: &[(i64, &str)]) -> Section {
    let texts: Vec<&str> = paragraphs.iter().map(|(_, text)| *text).collect();
    Section {
        id: SectionId(id),
        key: key.to_owned(),
        title: key.to_uppercase(),
        text: texts.join("\n\n"),
        paragraphs: paragraphs.iter().map(|(id, _)| ParagraphId(*id)).collect(),
    }
}

/// Rounds 1 and 2 went out with the draft as it was; since then a paragraph moved, one was reworded and one is gone.
fn reviewed(comments: Vec<Comment>) -> Review {
    let mut review = panel(2, &[&[1, 2], &[1, 2]]);
    let template = Arc::make_mut(&mut review.template);
    template.sections.truncate(2);
    let keys: Vec<String> = template
        .sections
        .iter()
        .map(|one| one.key.clone())
        .collect();
    review.versions = vec![Version {
        id: VersionId(1),
        label: String::new(),
        at: String::new(),
        who: String::new(),
        sections: Arc::new(vec![
            section(
                1,
                &keys[0],
                &[(10, "# Beginning"), (11, "She rang."), (12, "Nobody came.")],
            ),
            section(2, &keys[1], &[(21, "He was ill.")]),
        ]),
    }];
    for round in &mut review.rounds {
        round.version = Some(VersionId(1));
    }
    review.sections = vec![
        section(
            1,
            &keys[0],
            &[
                (10, "# Beginning"),
                (21, "He said he was ill."),
                (11, "She rang."),
            ],
        ),
        section(2, &keys[1], &[]),
    ];
    review.comments = comments;
    review
}

fn at(comment: Comment, paragraph: i64) -> Comment {
    Comment {
        paragraph: Some(ParagraphId(paragraph)),
        ..comment
    }
}

fn answering(comment: Comment, above: i64) -> Comment {
    Comment {
        answers: Some(CommentId(above)),
        ..comment
    }
}

#[test]
fn comments_stand_in_the_order_of_the_report_as_it_is_now() {
    let review = reviewed(vec![
        said(1, 1, 1, "nowhere"),
        at(said(2, 1, 1, "gone"), 12),
        at(said(3, 2, 1, "later round"), 11),
        at(said(4, 1, 2, "earlier round"), 11),
        at(said(5, 1, 1, "moved and reworded"), 21),
        at(said(6, 1, 1, "a heading"), 10),
        at(said(7, 1, 1, "of no draft"), 99),
        answering(said(8, 1, 2, "reply"), 4),
        answering(said(9, 1, 2, "reply to the reply"), 8),
    ]);
    let found: Vec<(i64, String, Option<String>, usize)> = ledger(&review)
        .into_iter()
        .map(|line| (line.comment.0, line.stands.words(), line.then, line.depth))
        .collect();
    let title = review.sections[0].title.clone();
    let line = |id, words: &str, then: Option<&str>, depth| {
        (id, words.to_owned(), then.map(str::to_owned), depth)
    };
    let expected = [
        line(6, &format!("Heading in {title}"), None, 0),
        line(5, "1.1", Some("He was ill."), 0),
        line(4, "1.2", None, 0),
        line(8, "1.2", None, 1),
        line(9, "1.2", None, 2),
        line(3, "1.2", None, 0),
        line(2, "1.2, no longer in the draft", None, 0),
        line(1, "No paragraph", None, 0),
        line(7, "No paragraph", None, 0),
    ];
    assert_eq!(found, expected);
    let gone = ledger(&review)
        .into_iter()
        .find(|line| line.comment == CommentId(2));
    let Some(Stands::Gone(place)) = gone.map(|line| line.stands) else {
        panic!("its paragraph is gone");
    };
    assert_eq!(place.text, "Nobody came.");
}

proptest! {
    /// Whatever replies to what, and wherever it stands.
    #[test]
    fn every_comment_stands_in_the_ledger_once(
        made in proptest::collection::vec((1..3i64, 1..3i64, 0..30i64, proptest::option::of(1..20i64)), 0..20)
    ) {
        let comments: Vec<Comment> = (1..)
            .zip(&made)
            .map(|(id, (round, member, paragraph, answers))| Comment {
                answers: answers.map(CommentId),
                ..at(said(id, *round, *member, "x"), *paragraph)
            })
            .collect();
        let count = comments.len() as i64;
        let review = reviewed(comments);
        let mut ids: Vec<i64> = ledger(&review).iter().map(|line| line.comment.0).collect();
        ids.sort_unstable();
        prop_assert_eq!(ids, (1..=count).collect::<Vec<_>>());
    }
}

/// A comment from a file, at words of a paragraph, with the minute in which it was written.
fn from_file(comment: Comment, minute: &str, quoted: &str) -> Comment {
    Comment {
        at: format!("2026-03-04T{minute}:00Z"),
        quoted: quoted.to_owned(),
        origin: format!("{} {}", comment.id.0, comment.text),
        ..at(comment, 11)
    }
}

#[test]
fn a_comment_written_anew_is_shown_with_its_earlier_wording() {
    let first = "Please say when she rang, and whom.";
    let cases: [(&str, [&str; 3], [&str; 3], bool); 9] = [
        (
            "edited, and its time kept",
            [first, "10:15", "She rang"],
            ["Please say when she rang.", "10:15", "She rang"],
            true,
        ),
        (
            "edited later",
            [first, "10:15", "She rang"],
            [
                "Please say when she rang, and whom exactly.",
                "11:40",
                "She rang",
            ],
            true,
        ),
        (
            "about other words",
            [first, "10:15", "She"],
            [
                "Please say when she rang, and whom exactly.",
                "11:40",
                "rang",
            ],
            false,
        ),
        (
            "about no words",
            [first, "10:15", ""],
            ["Please say when she rang, and whom exactly.", "11:40", ""],
            false,
        ),
        (
            "the very same again",
            [first, "10:15", "She rang"],
            [first, "10:15", "She rang"],
            false,
        ),
        (
            "another at the same time",
            [first, "10:15", "She rang"],
            ["Thank you.", "10:15", "She rang"],
            false,
        ),
        (
            "another that is short",
            ["Source?", "10:15", "She rang"],
            ["The source?", "11:40", "She rang"],
            false,
        ),
        (
            "numbered at the same time",
            ["No. 3", "10:15", "She rang"],
            ["No. 4", "10:15", "She rang"],
            false,
        ),
        (
            "without a time",
            [first, "", "She rang"],
            ["Please say when.", "", "She rang"],
            false,
        ),
    ];
    for (what, [text, minute, quoted], [later, later_minute, later_quoted], expected) in cases {
        // Whichever file comes first.
        for [one, other] in [[1, 2], [2, 1]] {
            let mut comments = vec![
                from_file(said(one, 1, 1, text), minute, quoted),
                from_file(said(other, 1, 1, later), later_minute, later_quoted),
            ];
            comments.sort_by_key(|comment| comment.id);
            let lines = ledger(&reviewed(comments));
            assert_eq!(lines.len(), 2, "{what}: both are kept");
            let pairs: Vec<(i64, i64)> = lines
                .iter()
                .filter_map(|line| Some((line.comment.0, line.rewrites?.0)))
                .collect();
            let told = match (expected, minute == later_minute) {
                (false, _) => vec![],
                // Of two with the same time, the one that came last.
                (true, true) => vec![(2, 1)],
                (true, false) => vec![(other, one)],
            };
            assert_eq!(pairs, told, "{what}, came as {one} and {other}");
            for line in &lines {
                let later = pairs.iter().find(|(_, earlier)| *earlier == line.comment.0);
                assert_eq!(
                    line.rewritten.map(|id| id.0),
                    later.map(|(newer, _)| *newer)
                );
            }
        }
    }
    let mut elsewhere = from_file(
        said(2, 1, 2, "Please say when she rang."),
        "10:15",
        "She rang",
    );
    let one = from_file(said(1, 1, 1, first), "10:15", "She rang");
    let told = |comments: Vec<Comment>| {
        let lines = ledger(&reviewed(comments));
        lines.iter().filter(|line| line.rewrites.is_some()).count()
    };
    assert_eq!(
        told(vec![one.clone(), elsewhere.clone()]),
        0,
        "of another member"
    );
    elsewhere.sending = one.sending;
    assert_eq!(told(vec![one.clone(), elsewhere.clone()]), 1);
    let third = from_file(
        said(3, 1, 1, "Please say when she rang, please."),
        "10:15",
        "She rang",
    );
    assert_eq!(
        told(vec![one, elsewhere, third]),
        2,
        "one wording upon the other"
    );
}

#[test]
fn comments_follow_a_paragraph_that_was_joined_with_another() {
    let stood = "Nobody came on the day on which she rang.";
    let cases: [(&str, &str, Option<i64>); 4] = [
        (
            "joined",
            "She rang. Nobody came on the day on which she rang.",
            Some(11),
        ),
        (
            "joined and changed a little",
            "She rang, and nobody came on the very day on which she rang.",
            Some(11),
        ),
        ("taken out", "She rang.", None),
        (
            "written otherwise",
            "She rang, and it took them a week to come.",
            None,
        ),
    ];
    for (what, now, expected) in cases {
        let mut review = reviewed(vec![at(said(1, 1, 1, "Who?"), 12)]);
        let mut sections = (*review.versions[0].sections).clone();
        sections[0].text = sections[0].text.replace("Nobody came.", stood);
        review.versions[0].sections = Arc::new(sections);
        review.sections[0].text = review.sections[0].text.replace("She rang.", now);
        let lines = ledger(&review);
        let at = matches!(lines[0].stands, Stands::At(_)).then_some(lines[0].paragraph);
        assert_eq!(at, expected.map(|id| Some(ParagraphId(id))), "{what}");
        assert_eq!(lines[0].then.as_deref(), expected.map(|_| stood), "{what}");
    }
}
