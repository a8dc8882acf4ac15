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
