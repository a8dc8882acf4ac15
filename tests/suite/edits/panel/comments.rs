//! Comments, and what becomes of them.

use super::*;

#[test]
fn an_objection_that_was_not_heard_stands_against_the_next_round() {
    let mut case = asked();
    let store = &mut case.store;
    let id = add_comment(store, &told(1, "He was not ill."))
        .expect("told")
        .value;
    mark_objection(store, id, true).expect("marked");
    begin_round(store, &round(&[1, 2])).expect("begun");
    let refused = words(send_round(store, RoundId(2), &dispatch("  ")));
    assert!(
        refused.contains("1 objection was not heard yet"),
        "{refused}"
    );
    answer_comment(store, id, &answer(Disposition::Declined, "")).expect("answered");
    let refused = words(send_round(store, RoundId(2), &dispatch("")));
    assert!(
        refused.contains("not heard"),
        "declined without a reason: {refused}"
    );
    send_round(store, RoundId(2), &dispatch(" It is on the agenda. ")).expect("sent");
    assert_eq!(review(store).rounds[1].overridden, "It is on the agenda.");

    store.undo().expect("undone");
    answer_comment(
        store,
        id,
        &answer(Disposition::Declined, "Two doctors say so."),
    )
    .expect("answered");
    send_round(store, RoundId(2), &dispatch("Never mind")).expect("sent");
    assert_eq!(
        review(store).rounds[1].overridden,
        "",
        "nothing stood against it"
    );
}

#[test]
fn what_becomes_of_a_comment_is_kept_and_what_a_member_wrote_stays() {
    let mut case = asked();
    let store = &mut case.store;
    let paragraphs = review(store).sections[0].paragraphs.clone();
    let reply = Reply {
        token: review(store).rounds[0].sendings[1].token.clone(),
        file: "back.docx".to_owned(),
        sha256: "cd".repeat(32),
        comments: ["First", "Second"]
            .iter()
            .map(|text| Returned {
                author: "o.bello".to_owned(),
                at: SENT.to_owned(),
                kind: CommentKind::Remark,
                paragraph: Some(paragraphs[0]),
                quoted: String::new(),
                text: (*text).to_owned(),
                answers: None,
                origin: format!("origin of {text}"),
            })
            .collect(),
        notes: Vec::new(),
    };
    collect_replies(store, &[reply]).expect("collected");
    let other = add_comment(store, &told(1, "By telephone"))
        .expect("told")
        .value;
    let [first, second] = [CommentId(1), CommentId(2)];
    for (words, expected) in [
        (
            words(rewrite_comment(store, first, "Nothing")),
            "stays as they wrote it",
        ),
        (
            words(remove_comment(store, first)),
            "stays as they wrote it",
        ),
        (words(rewrite_comment(store, other, " ")), "needs words"),
        (
            words(mark_repeated(store, first, Some(second))),
            "came before it",
        ),
        (
            words(mark_repeated(store, other, Some(first))),
            "the same member",
        ),
        (
            words(mark_repeated(store, first, Some(first))),
            "came before it",
        ),
        (
            words(place_comment(store, first, Some(ParagraphId(99)))),
            "no longer in the review",
        ),
        (
            words(set_replied(store, SendingId(1), None)),
            "Nia Wyn-Jones has replied",
        ),
        (
            words(answer_comment(store, CommentId(9), &Answer::default())),
            "no longer in the review",
        ),
    ] {
        assert!(words.contains(expected), "{words}");
    }
    mark_repeated(store, second, Some(first)).expect("marked");
    let comments = review(store).comments;
    assert!(
        comments[0].objection && comments[1].objection,
        "both are objections"
    );
    mark_objection(store, first, false).expect("marked");
    let comments = review(store).comments;
    assert_eq!((comments[1].objection, comments[1].repeats), (true, None));
    place_comment(store, other, Some(paragraphs[1])).expect("placed");
    answer_comment(
        store,
        other,
        &answer(Disposition::Partly, " The date stays. "),
    )
    .expect("answered");
    let comment = review(store).comment(other).expect("there").clone();
    assert_eq!(comment.reason, "The date stays.");
    assert_eq!(comment.paragraph, Some(paragraphs[1]));
    assert_eq!(comment.author, "Nia Wyn-Jones");
    write_section(store, SectionId(1), "").expect("emptied");
    assert_eq!(
        review(store).comments.len(),
        3,
        "comments outlive their paragraphs"
    );
    remove_comment(store, other).expect("removed");
    assert_eq!(review(store).comments.len(), 2);
}
