//! Rounds: prepared, sent once, or refused with a reason.

use super::*;

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
