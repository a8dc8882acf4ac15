//! The panel: members, rounds that go out once, comments and what becomes of them.

use proptest::prelude::*;

use super::*;

const SENT: &str = "2025-02-10T09:00:00+00:00";

fn member(id: i64, name: &str) -> Member {
    Member {
        id: MemberId(id),
        name: name.to_owned(),
        agency: Some(AgencyId(1)),
        role: "Safeguarding lead".to_owned(),
        email: String::new(),
        left: false,
        ..Member::default()
    }
}

/// For these members, with the one section of the template.
fn round(members: &[i64]) -> Round {
    Round {
        id: RoundId(0),
        number: 0,
        deadline: day("2025-03-01"),
        note: "Are the facts right?".to_owned(),
        sections: vec!["introduction".to_owned()],
        version: None,
        sent: String::new(),
        overridden: String::new(),
        sendings: members
            .iter()
            .map(|member| Sending {
                id: SendingId(0),
                member: MemberId(*member),
                sees: Sees::FullDraft,
                token: String::new(),
                replied: String::new(),
            })
            .collect(),
    }
}

fn dispatch(overriding: &str) -> Dispatch {
    Dispatch {
        at: SENT.to_owned(),
        who: "Chair".to_owned(),
        overriding: overriding.to_owned(),
    }
}

fn told(sending: i64, text: &str) -> ToldComment {
    ToldComment {
        sending: SendingId(sending),
        paragraph: None,
        text: text.to_owned(),
        objection: false,
        at: "2025-02-12T10:00:00+00:00".to_owned(),
    }
}

fn answer(disposition: Disposition, reason: &str) -> Answer {
    Answer {
        disposition,
        reason: reason.to_owned(),
        change: String::new(),
    }
}

/// Three members, a section of two paragraphs; round 1 went out to the first two.
fn asked() -> Case {
    let mut case = case();
    let store = &mut case.store;
    for name in ["Nia Wyn-Jones", "Oluwaseun Bello", "Petra Sandhu"] {
        add_member(store, &member(0, name)).expect("added");
    }
    write_section(store, SectionId(1), "She was loved.\n\nShe rang twice.").expect("written");
    begin_round(store, &round(&[1, 2])).expect("begun");
    send_round(store, RoundId(1), &dispatch("")).expect("sent");
    case
}

#[test]
fn a_round_goes_out_with_the_draft_as_it_stands() {
    let mut case = asked();
    let store = &mut case.store;
    let before = review(store);
    let sent = &before.rounds[0];
    assert_eq!((sent.number, sent.sent.as_str()), (1, SENT));
    let tokens: Vec<&str> = sent.sendings.iter().map(|one| one.token.as_str()).collect();
    assert!(tokens.iter().all(|token| token.len() == 32) && tokens[0] != tokens[1]);
    assert_eq!(before.sections[0].paragraphs.len(), 2);
    let version = &before.versions[0];
    assert_eq!(Some(version.id), sent.version);
    assert_eq!(
        (version.label.as_str(), version.at.as_str()),
        ("Sent in round 1", SENT)
    );
    assert_eq!(*version.sections, before.sections);
    write_section(store, SectionId(1), "Something else.").expect("written");
    let after = review(store);
    assert_eq!(after.versions, before.versions, "what went out stays");
    store.undo().expect("undone");
    store.undo().expect("undone");
    let taken_back = review(store);
    assert!(taken_back.versions.is_empty() && !taken_back.rounds[0].is_sent());
}

#[test]
fn what_has_gone_out_is_not_taken_from_anybody() {
    let mut case = asked();
    let store = &mut case.store;
    let present = review(store).rounds[0].clone();
    let with = |how: fn(&mut Round)| {
        let mut round = present.clone();
        how(&mut round);
        round
    };
    let before = review(store);
    for (words, expected) in [
        (
            words(send_round(store, RoundId(1), &dispatch(""))),
            "has gone out already",
        ),
        (
            words(remove_round(store, RoundId(1))),
            "has gone out: members hold it",
        ),
        (
            words(remove_member(store, MemberId(1))),
            "as having left the panel",
        ),
        (
            words(change_round(store, &with(|one| one.note.push('!')))),
            "what was asked in it stays",
        ),
        (
            words(change_round(store, &with(|one| one.sections.clear()))),
            "what was asked in it stays",
        ),
        (
            words(change_round(store, &with(|one| drop(one.sendings.pop())))),
            "has gone out to Oluwaseun Bello already",
        ),
        (
            words(change_round(
                store,
                &with(|one| one.sendings[0].sees = Sees::AgencyFacts),
            )),
            "has gone out to Nia Wyn-Jones already",
        ),
    ] {
        assert!(words.contains(expected), "{words}");
    }
    assert_eq!(review(store), before);
    change_round(store, &with(|one| one.deadline = None)).expect("a later day");
    let mut later = present.clone();
    later.deadline = None;
    later.sendings.push(round(&[3]).sendings[0].clone());
    change_round(store, &later).expect("somebody joined the panel");
    let now = review(store).rounds[0].clone();
    assert_eq!(now.sendings[..2], present.sendings, "tokens stay");
    assert_eq!(now.sendings[2].member, MemberId(3));
    assert_eq!((now.deadline, now.version), (None, present.version));
    let mut left = member(1, "Nia Wyn-Jones");
    left.left = true;
    change_member(store, &left).expect("left");
}

#[test]
fn a_round_that_cannot_go_out_says_why() {
    let mut case = case();
    let store = &mut case.store;
    add_member(store, &member(0, "Nia Wyn-Jones")).expect("added");
    let twice = round(&[1, 1]);
    let mut nowhere = round(&[1]);
    nowhere.sections = vec!["epilogue".to_owned()];
    for (words, expected) in [
        (
            words(begin_round(store, &twice)),
            "would get this round twice",
        ),
        (words(begin_round(store, &nowhere)), "no section “epilogue”"),
        (
            words(begin_round(store, &round(&[9]))),
            "no longer in the review",
        ),
        (words(add_member(store, &member(0, " "))), "needs a name"),
    ] {
        assert!(words.contains(expected), "{words}");
    }
    begin_round(store, &round(&[])).expect("begun");
    let refused = words(begin_round(store, &round(&[1])));
    assert!(
        refused.contains("Round 1 has not gone out yet"),
        "{refused}"
    );
    let send = |store: &mut Store| words(send_round(store, RoundId(1), &dispatch("")));
    assert!(send(store).contains("goes to nobody yet"));
    let mut with_member = round(&[1]);
    with_member.id = RoundId(1);
    change_round(store, &with_member).expect("changed");
    assert!(send(store).contains("Nothing is written"));
    let early = words(set_replied(store, SendingId(1), Some(SENT)));
    assert!(early.contains("has not gone out yet"), "{early}");
    remove_member(store, MemberId(1)).expect("nothing was sent to her");
    assert!(review(store).rounds[0].sendings.is_empty());
    remove_round(store, RoundId(1)).expect("removed");
    assert!(review(store).rounds.is_empty());
}

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

#[test]
fn labels_of_the_panels_edits_name_nobody() {
    let mut case = case();
    let store = &mut case.store;
    type Edit = fn(&mut Store) -> Result<(), StoreError>;
    let edits: [(&str, Edit); 20] = [
        ("Add a panel member", |s| {
            add_member(s, &member(0, "Nia Wyn-Jones")).map(drop)
        }),
        ("Change a panel member", |s| {
            change_member(s, &member(1, "Nia Wynne")).map(drop)
        }),
        ("Write section Introduction", |s| {
            write_section(s, SectionId(1), "Nia’s").map(drop)
        }),
        ("Begin round 1", |s| begin_round(s, &round(&[1])).map(drop)),
        ("Change round 1", |s| {
            let mut changed = review(s).rounds[0].clone();
            "Dear Nia".clone_into(&mut changed.note);
            change_round(s, &changed).map(drop)
        }),
        ("Send round 1", |s| {
            send_round(s, RoundId(1), &dispatch("")).map(drop)
        }),
        ("Note who has replied", |s| {
            set_replied(s, SendingId(1), Some(SENT)).map(drop)
        }),
        ("Add a comment", |s| {
            add_comment(s, &told(1, "Nia said so")).map(drop)
        }),
        ("Change a comment typed in by hand", |s| {
            rewrite_comment(s, CommentId(1), "Nia says so").map(drop)
        }),
        ("Mark a comment as an objection", |s| {
            mark_objection(s, CommentId(1), true).map(drop)
        }),
        ("Answer a comment: declined", |s| {
            answer_comment(s, CommentId(1), &answer(Disposition::Declined, "")).map(drop)
        }),
        ("Answer a comment", |s| {
            answer_comment(
                s,
                CommentId(1),
                &answer(Disposition::Declined, "Nia agrees"),
            )
            .map(drop)
        }),
        ("Place a comment at a paragraph", |s| {
            let paragraph = review(s).sections[0].paragraphs[0];
            place_comment(s, CommentId(1), Some(paragraph)).map(drop)
        }),
        ("Take a comment from its paragraph", |s| {
            place_comment(s, CommentId(1), None).map(drop)
        }),
        ("Add a comment", |s| {
            add_comment(s, &told(1, "Nia again")).map(drop)
        }),
        ("Mark an objection as raised again", |s| {
            mark_repeated(s, CommentId(2), Some(CommentId(1))).map(drop)
        }),
        ("Mark an objection as raised once", |s| {
            mark_repeated(s, CommentId(2), None).map(drop)
        }),
        ("Mark a comment as no objection", |s| {
            mark_objection(s, CommentId(2), false).map(drop)
        }),
        ("Remove a comment typed in by hand", |s| {
            remove_comment(s, CommentId(2)).map(drop)
        }),
        ("Begin round 2", |s| begin_round(s, &round(&[])).map(drop)),
    ];
    for (label, edit) in edits {
        let before = review(store);
        edit(store).unwrap_or_else(|error| panic!("{label}: {error}"));
        let after = review(store);
        assert_eq!(store.undo_label().as_deref(), Some(label));
        store.undo().expect(label).expect(label);
        assert!(same(&review(store), &before), "undo of {label}");
        store.redo().expect(label).expect(label);
        assert!(same(&review(store), &after), "redo of {label}");
    }
    for row in store.audit(999).expect("rows") {
        assert!(!row.what.contains("Nia"), "{}", row.what);
    }
}

/// One edit of a random sequence; numbers pick among what is there.
fn edit(store: &mut Store, kind: u8, n: usize) -> Result<(), StoreError> {
    let now = review(store);
    let comment = CommentId(n as i64 % 5);
    let earlier = Some(CommentId(n as i64 / 2 % 5)).filter(|_| !n.is_multiple_of(3));
    let paragraph = now.sections[0].paragraphs.get(n % 3).copied();
    let latest = now.rounds.last().map_or(RoundId(0), |round| round.id);
    match kind {
        0 => add_member(store, &member(0, "Nia")).map(drop),
        1 => remove_member(store, MemberId(n as i64 % 4)).map(drop),
        2 => begin_round(store, &round(&[1, 2][..n % 3])).map(drop),
        3 => send_round(store, latest, &dispatch(["", "It must"][n % 2])).map(drop),
        4 => remove_round(store, latest).map(drop),
        5 => write_section(store, SectionId(1), &"One.\n\n".repeat(n % 4)).map(drop),
        6 => add_comment(store, &told(n as i64 % 4, "Said")).map(drop),
        7 => mark_repeated(store, comment, earlier).map(drop),
        8 => mark_objection(store, comment, n.is_multiple_of(2)).map(drop),
        9 => place_comment(store, comment, paragraph).map(drop),
        10 => answer_comment(store, comment, &answer(Disposition::ALL[n % 5], "So")).map(drop),
        11 => remove_comment(store, comment).map(drop),
        _ => set_replied(
            store,
            SendingId(n as i64 % 3),
            Some(SENT).filter(|_| n.is_multiple_of(2)),
        )
        .map(drop),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_about_the_panel_is_undone_and_redone_exactly(
        sequence in proptest::collection::vec((0..13u8, 0..60usize), 10..40)
    ) {
        let mut case = asked();
        let store = &mut case.store;
        let mut states = vec![review(store)];
        for (kind, number) in sequence {
            let earlier = review(store);
            match edit(store, kind, number) {
                Ok(()) | Err(StoreError::Refused(_)) => {}
                Err(error) => prop_assert!(false, "{kind} {number}: {error}"),
            }
            let now = review(store);
            if now.revision > earlier.revision {
                states.push(now);
            } else {
                prop_assert_eq!(now, earlier);
            }
        }
        let mut followed = review(store);
        for expected in states.iter().rev().skip(1) {
            let undone = store.undo().expect("undone").expect("a step");
            store.refresh(&mut followed, &undone.touched).expect("refreshed");
            prop_assert!(same(&followed, expected), "undo of {}", undone.value);
        }
        for expected in states.iter().skip(1) {
            store.redo().expect("redone").expect("a step");
            prop_assert!(same(&review(store), expected));
        }
        prop_assert_eq!(store.integrity().expect("read"), Vec::<String>::new());
    }
}
