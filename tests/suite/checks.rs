//! The rules that a review is held to: what each finds, and what it leaves in peace.

mod chain;
mod people;
mod process;
mod stands;
mod written;

use std::sync::Arc;

use lantern::checks::{WhyNotHeard, not_heard, sounds_like_objection, two_rounds};
use lantern::model::{
    Comment, CommentId, CommentKind, Disposition, Member, MemberId, ParagraphId, Review, Round,
    RoundId, Sees, Sending, SendingId,
};
use lantern::templates;

#[path = "checks/language.rs"]
mod language;

/// Members by number; rounds that went out, each with the members who got it. What member 2 got in round 1 is sending 12.
pub(crate) fn panel(members: i64, rounds: &[&[i64]]) -> Review {
    let mut review = Review::empty(Arc::new(templates::built_in()[0].clone()));
    let name = |id: i64| ["Ade Okafor", "Bela Horváth", "Cáit Ní Bhriain"][(id - 1) as usize];
    review.members = (1..=members)
        .map(|id| Member {
            id: MemberId(id),
            name: name(id).to_owned(),
            agency: None,
            role: String::new(),
            email: String::new(),
            left: false,
            ..Member::default()
        })
        .collect();
    review.rounds = (1..)
        .zip(rounds)
        .map(|(number, got)| Round {
            id: RoundId(number),
            number: number as u32,
            deadline: "2025-03-31".parse().ok(),
            note: String::new(),
            sections: Vec::new(),
            version: None,
            sent: format!("2025-0{number}-10T09:00:00Z"),
            overridden: String::new(),
            sendings: got
                .iter()
                .map(|member| Sending {
                    id: SendingId(number * 10 + member),
                    member: MemberId(*member),
                    sees: Sees::FullDraft,
                    token: format!("{number}{member}"),
                    replied: String::new(),
                })
                .collect(),
        })
        .collect();
    review
}

/// A comment of a member in a round.
pub(crate) fn said(id: i64, round: i64, member: i64, text: &str) -> Comment {
    Comment {
        id: CommentId(id),
        sending: SendingId(round * 10 + member),
        author: String::new(),
        at: String::new(),
        kind: CommentKind::Remark,
        paragraph: None,
        quoted: String::new(),
        text: text.to_owned(),
        answers: None,
        origin: format!("{id}"),
        objection: false,
        repeats: None,
        disposition: Disposition::Open,
        reason: String::new(),
        change: String::new(),
    }
}

const CLAIM: &str = "He was never diagnosed with bipolar disorder; it is his own word.";
const AGAIN: &str = "Bipolar disorder again: his own word, and no doctor diagnosed it.";
const OTHER: &str = "Please correct the day of the conference.";

fn objected(comment: Comment) -> Comment {
    Comment {
        objection: true,
        ..comment
    }
}

fn answered(comment: Comment, disposition: Disposition, reason: &str) -> Comment {
    Comment {
        disposition,
        reason: reason.to_owned(),
        ..comment
    }
}

fn repeating(comment: Comment, earlier: i64) -> Comment {
    Comment {
        repeats: Some(CommentId(earlier)),
        ..objected(comment)
    }
}

#[test]
fn an_objection_is_heard_when_it_is_answered() {
    use Disposition::{Accepted, Declined, Open, Partly, ToDiscuss};
    for (disposition, reason, heard) in [
        (Open, "", false),
        (Open, "We will see", false),
        (ToDiscuss, "At the next meeting", false),
        (Accepted, "", true),
        (Partly, " ", false),
        (Partly, "The date stays", true),
        (Declined, "", false),
        (Declined, "The record shows it", true),
    ] {
        let mut review = panel(1, &[&[1]]);
        review.comments = vec![answered(
            objected(said(1, 1, 1, CLAIM)),
            disposition,
            reason,
        )];
        let found = not_heard(&review);
        assert_eq!(found.is_empty(), heard, "{disposition:?} {reason}");
        if let [one] = found.as_slice() {
            assert_eq!(one.why, WhyNotHeard::Unanswered);
            assert_eq!((one.comment, one.member), (CommentId(1), MemberId(1)));
        }
    }
}

#[test]
fn an_objection_raised_again_stands_once_as_the_later_one() {
    use WhyNotHeard::{RaisedAgain, SeemsRaisedAgain, Unanswered};
    let first = || objected(said(1, 1, 1, CLAIM));
    let accepted = |comment| answered(comment, Disposition::Accepted, "");
    let declined = |comment| answered(comment, Disposition::Declined, "It is on record");
    let earlier = CommentId(1);
    type Case = (&'static str, Vec<Comment>, Vec<(i64, WhyNotHeard)>);
    let cases: [Case; 11] = [
        (
            "marked by hand, whatever its words",
            vec![first(), repeating(said(2, 2, 1, OTHER), 1)],
            vec![(2, RaisedAgain(earlier))],
        ),
        (
            "the later one answered",
            vec![first(), accepted(repeating(said(2, 2, 1, AGAIN), 1))],
            vec![],
        ),
        (
            "the first answered, and raised again all the same",
            vec![declined(first()), repeating(said(2, 2, 1, AGAIN), 1)],
            vec![(2, RaisedAgain(earlier))],
        ),
        (
            "raised a third time",
            vec![
                first(),
                repeating(said(2, 2, 1, AGAIN), 1),
                repeating(said(3, 3, 1, AGAIN), 2),
            ],
            vec![(3, RaisedAgain(CommentId(2)))],
        ),
        (
            "not marked, but it reads like it",
            vec![declined(first()), said(2, 2, 1, AGAIN)],
            vec![(2, SeemsRaisedAgain(earlier))],
        ),
        (
            "an objection of its own that reads like it",
            vec![first(), objected(said(2, 2, 1, AGAIN))],
            vec![(2, SeemsRaisedAgain(earlier))],
        ),
        (
            "reads like it, and has its answer",
            vec![declined(first()), accepted(said(2, 2, 1, AGAIN))],
            vec![],
        ),
        (
            "the same words in the same round are one reply",
            vec![declined(first()), said(2, 1, 1, AGAIN)],
            vec![],
        ),
        (
            "another member has an objection of their own",
            vec![declined(first()), said(2, 2, 2, AGAIN)],
            vec![],
        ),
        (
            "a remark is no objection",
            vec![said(1, 1, 1, CLAIM), said(2, 2, 1, AGAIN)],
            vec![],
        ),
        (
            "those raised again come first",
            vec![
                objected(said(1, 1, 1, CLAIM)),
                objected(said(2, 1, 2, OTHER)),
                repeating(said(3, 2, 1, AGAIN), 1),
            ],
            vec![(3, RaisedAgain(earlier)), (2, Unanswered)],
        ),
    ];
    for (what, comments, expected) in cases {
        let mut review = panel(2, &[&[1, 2], &[1, 2], &[1, 2]]);
        review.comments = comments;
        let found = not_heard(&review).into_iter();
        let found: Vec<(i64, WhyNotHeard)> = found.map(|one| (one.comment.0, one.why)).collect();
        assert_eq!(found, expected, "{what}");
    }
}

#[test]
fn at_one_paragraph_fewer_words_tell_that_an_objection_is_raised_again() {
    for (paragraph, found) in [(Some(7), true), (Some(8), false), (None, false)] {
        let mut review = panel(1, &[&[1], &[1]]);
        let mut first = objected(said(
            1,
            1,
            1,
            "“Gave no reason” makes Anna the one who did not tell.",
        ));
        first.paragraph = Some(ParagraphId(7));
        first.disposition = Disposition::Accepted;
        let mut second = said(2, 2, 1, "Still “gave no reason”!");
        second.paragraph = paragraph.map(ParagraphId);
        review.comments = vec![first, second];
        assert_eq!(!not_heard(&review).is_empty(), found, "{paragraph:?}");
    }
}

#[test]
fn words_that_object_are_noticed() {
    for (text, expected) in [
        ("I object to this.", true),
        ("We cannot accept the second sentence.", true),
        ("This is misleading: she rang twice.", true),
        ("I don’t agree.", true),
        ("Thank you, this reads well.", false),
        ("The object of the visit was the tenancy.", false),
        ("", false),
    ] {
        assert_eq!(sounds_like_objection(text), expected, "{text}");
    }
}

#[test]
fn a_panel_is_asked_at_least_twice() {
    let both: &[i64] = &[1, 2];
    for (rounds, left, expected) in [
        (&[][..], false, Some((0, vec![(1, 0), (2, 0)], 2))),
        (&[both], false, Some((1, vec![(1, 1), (2, 1)], 1))),
        (&[both, both], false, None),
        (&[both, &[1]], false, Some((2, vec![(2, 1)], 1))),
        (&[both, &[1]], true, None),
        (&[&[1], &[1], both, both], false, None),
    ] {
        let mut review = panel(2, rounds);
        review.members[1].left = left;
        let found = two_rounds(&review).map(|few| {
            let asked = few.asked.iter().map(|(id, times)| (id.0, *times));
            (few.sent, asked.collect::<Vec<_>>(), few.missing())
        });
        assert_eq!(found, expected, "{rounds:?}");
    }
    for (least, expected) in [
        (1, None),
        (2, None),
        (3, Some((2, vec![(1, 2), (2, 2)], 1))),
    ] {
        let mut review = panel(2, &[both, both]);
        Arc::make_mut(&mut review.template).least_rounds = least;
        let found = two_rounds(&review).map(|few| {
            let asked = few.asked.iter().map(|(id, times)| (id.0, *times));
            (few.sent, asked.collect::<Vec<_>>(), few.missing())
        });
        assert_eq!(found, expected, "the template asks for {least}");
    }
    let mut begun = panel(2, &[both, both]);
    begun.rounds[1].sent.clear();
    assert_eq!(
        two_rounds(&begun).map(|few| few.sent),
        Some(1),
        "a round that is only begun asks nobody"
    );
}

#[test]
fn every_rule_has_its_page_and_its_setting_in_every_template() {
    for rule in lantern::checks::RULES {
        let page = rule.page();
        assert!(!rule.title().is_empty(), "{}", rule.key);
        for part in ["**What it finds.**", "**Why.**", "**What to do.**"] {
            assert!(page.contains(part), "{} says nothing of {part}", rule.key);
        }
    }
    for template in templates::built_in() {
        let set: Vec<&str> = template.rules.iter().map(|one| one.key.as_str()).collect();
        for rule in lantern::checks::RULES {
            assert!(set.contains(&rule.key), "{} in {}", rule.key, template.name);
        }
        for key in set {
            assert!(
                lantern::checks::RULES.iter().any(|rule| rule.key == key),
                "{key} in {}",
                template.name
            );
        }
    }
}
