//! Collecting: each comment once, whatever comes in whatever order.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

/// Everything in the ledger that a file can bring.
type Line = (
    SendingId,
    String,
    Option<ParagraphId>,
    String,
    String,
    Option<String>,
);

fn ledger(review: &Review) -> BTreeSet<Line> {
    review
        .comments
        .iter()
        .map(|comment| {
            let parent = comment.answers.and_then(|id| review.comment(id));
            (
                comment.sending,
                format!("{:?} {}", comment.kind, comment.origin),
                comment.paragraph,
                comment.author.clone(),
                comment.text.clone(),
                parent.map(|parent| parent.origin.clone()),
            )
        })
        .collect()
}

/// What a member does between one sending back and the next.
fn work(file: &mut WordFile, what: u8, number: usize) {
    let text = format!("No. {number}");
    match what {
        0 => {
            file.comment("own word", "T. Wójcik", AT, &text);
        }
        1 => {
            let one = file.comment("nobody rang", "T. Wójcik", AT, "Is that so?");
            file.reply(one, "Chair", AT, &text);
        }
        2 => file.insert("She rang", "T. Wójcik", AT, &format!(" ({text})")),
        // Each time at the word that stays.
        3 => file.retype("June", &format!("June {text}")),
        4 => file.paragraph_below("gave evidence", "T. Wójcik", AT, &text),
        5 => {
            // The very same words beside the very same words.
            file.comment("own word", "T. Wójcik", AT, "Again.");
        }
        _ => file.move_to_the_end("Rosa was seen"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn any_order_and_repetition_of_collecting_gives_the_same_ledger(
        steps in prop::collection::vec((0..2_usize, 0..7_u8), 1..7),
        order in prop::collection::vec(any::<prop::sample::Index>(), 0..10),
    ) {
        let mut case = Case::sent();
        let mut desks = [case.file_of("Tadeusz"), case.file_of("Pilar")];
        let mut sent_back: Vec<Reply> = Vec::new();
        for (number, (desk, what)) in steps.into_iter().enumerate() {
            work(&mut desks[desk], what, number);
            sent_back.push(case.read(&desks[desk].saved()).expect("read"));
        }
        let untouched = case.review();

        collect_replies(&mut case.store, &sent_back).expect("collected");
        let in_order = case.review();
        let undone = case.store.undo().expect("undone").expect("a step");
        let label = undone.value;
        prop_assert!(label.starts_with("Collect comments of round 1 ("), "{}", label);
        let taken_back = case.review();
        prop_assert_eq!(Review { revision: 0, ..untouched }, Review { revision: 0, ..taken_back });

        // Some of them in any order and several times, one by one; then all of them backwards.
        for index in order {
            collect_replies(&mut case.store, std::slice::from_ref(index.get(&sent_back))).expect("collected");
        }
        sent_back.reverse();
        collect_replies(&mut case.store, &sent_back).expect("collected");
        let any_order = case.review();
        prop_assert_eq!(ledger(&in_order), ledger(&any_order));
        let files = |review: &Review| -> BTreeSet<(SendingId, String)> {
            review.collected.iter().map(|one| (one.sending, one.sha256.clone())).collect()
        };
        prop_assert_eq!(files(&in_order), files(&any_order));
        prop_assert_eq!(any_order.collected.len(), files(&any_order).len());
    }
}

#[test]
fn the_same_file_adds_nothing_and_a_newer_one_what_is_new() {
    let mut case = Case::sent();
    let mut file = case.file_of("Tadeusz");
    file.comment("own word", "T. Wójcik", AT, "Quite.");
    let first = case.read(&file.saved()).expect("read");
    file.comment("own word", "T. Wójcik", "2026-03-05T08:00:00Z", "Quite so.");
    let newer = case.read(&file.saved()).expect("read");

    for (reply, added, known, again) in [
        (&first, 1, 0, false),
        (&first, 0, 1, true),
        (&newer, 1, 1, false),
        (&first, 0, 1, true),
    ] {
        let before = case.review().revision;
        let gathered =
            collect_replies(&mut case.store, std::slice::from_ref(reply)).expect("collected");
        let one = &gathered.value.files[0];
        assert_eq!((one.added, one.known, one.again), (added, known, again));
        assert_eq!(
            gathered.revision == before,
            again,
            "only what is new is a step"
        );
    }
    let review = case.review();
    assert_eq!(review.comments.len(), 2);
    let (round, sending) = review
        .sending(review.comments[0].sending)
        .expect("a sending");
    assert_eq!(round.number, 1);
    assert!(!sending.replied.is_empty());
    assert_eq!(
        review
            .collected
            .iter()
            .map(|one| one.added)
            .collect::<Vec<_>>(),
        [1, 1]
    );
}

#[test]
fn an_answer_stays_when_its_comment_comes_again() {
    let mut case = Case::sent();
    let mut file = case.file_of("Tadeusz");
    file.comment("own word", "T. Wójcik", AT, "Quite.");
    let reply = case.read(&file.saved()).expect("read");
    collect_replies(&mut case.store, std::slice::from_ref(&reply)).expect("collected");
    let answer = Answer {
        disposition: Disposition::Accepted,
        reason: String::new(),
        change: "Said so.".to_owned(),
    };
    let id = case.review().comments[0].id;
    answer_comment(&mut case.store, id, &answer).expect("answered");
    file.comment("own word", "T. Wójcik", AT, "Thank you.");
    let newer = case.read(&file.saved()).expect("read");
    collect_replies(&mut case.store, &[newer]).expect("collected");
    let review = case.review();
    assert_eq!(review.comment(id).expect("there").change, "Said so.");
    assert_eq!(review.comments.len(), 2);
}

#[test]
fn a_reply_to_another_review_is_refused_and_nothing_is_taken() {
    let mut case = Case::sent();
    let mut file = case.file_of("Tadeusz");
    file.comment("own word", "T. Wójcik", AT, "Quite.");
    let good = case.read(&file.saved()).expect("read");
    let stranger = Reply {
        token: "0".repeat(32),
        ..good.clone()
    };
    let before = case.review();
    let error = collect_replies(&mut case.store, &[good, stranger]).expect_err("refused");
    assert!(
        error
            .to_string()
            .contains("answers nothing that this review has sent out"),
        "{error}"
    );
    assert_eq!(before, case.review());
}
