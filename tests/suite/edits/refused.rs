//! What is refused, in words, and what leaves no step.

use super::*;

#[test]
fn what_does_not_fit_is_refused_in_words_and_changes_nothing() {
    let mut case = case();
    let store = &mut case.store;
    let before = review(store);
    let late = When {
        latest: "2019-01-01".parse().ok(),
        ..When::on(day("2019-06-03").expect("a day"))
    };
    let nobody = Person {
        name: "  ".to_owned(),
        ..person(0, "X")
    };
    let other_sector = Agency {
        sector: "navy".to_owned(),
        ..agency(0, "Fleet")
    };
    let scope = Details {
        scope_from: day("2020-01-02"),
        scope_until: day("2020-01-01"),
        ..Details::default()
    };
    let gone = [
        words(remove_agency(store, AgencyId(9))),
        words(remove_entries(store, &ids(&[1, 99]))),
        words(set_basis(store, &ids(&[99]), Basis::Victim)),
        words(name_people(store, &ids(&[1]), PersonId(9), true)),
        words(change_person(store, &person(9, "X"))),
        words(remove_pause(store, PauseId(1))),
        words(remove_key_date(store, KeyDateId(1))),
        words(write_section(store, SectionId(9), "x")),
        words(change_action(store, &action(9, 1, "x"))),
        words(add_action(store, &action(0, 9, "x"))),
        words(move_recommendation(store, RecommendationId(9), 1)),
        words(import_return(store, &a_return(9, &["x"]), &Silent)),
    ];
    for words in gone {
        assert!(words.contains("no longer in the review"), "{words}");
    }
    for (words, expected) in [
        (
            words(remove_agency(store, AgencyId(1))),
            "“Northmoor Police” has 5 entries",
        ),
        (
            words(add_agency(store, &agency(0, "hill surgery "))),
            "already an agency “Hill Surgery”",
        ),
        (words(add_agency(store, &agency(0, " "))), "needs a name"),
        (words(add_agency(store, &other_sector)), "no sector “navy”"),
        (
            words(correct_when(store, EntryId(1), &late)),
            "earliest moment is after",
        ),
        (
            words(tag_entries(store, &ids(&[1]), "unheard", "Chair", "")),
            "no tag “unheard”",
        ),
        (
            words(tag_entries(store, &ids(&[1]), "no_enquiry", " ", "")),
            "name of who sets it",
        ),
        (
            words(set_enquiry(store, &[], Enquiry::Asked)),
            "No entry is chosen",
        ),
        (words(add_person(store, &nobody)), "needs a name"),
        (
            words(change_details(store, &scope)),
            "ends before it begins",
        ),
        (
            words(add_pause(store, &pause(0, day("2024-04-30")))),
            "ends before it begins",
        ),
        (
            words(set_key_date(store, &key_date("birth", ""))),
            "no date “birth”",
        ),
        (
            words(set_key_date(store, &key_date("", " "))),
            "needs a name",
        ),
    ] {
        assert!(words.contains(expected), "{words}");
    }
    assert_eq!(review(store), before);
}

#[test]
fn an_edit_that_changes_nothing_leaves_no_step() {
    let mut case = case();
    let store = &mut case.store;
    let before = review(store);
    let label = store.undo_label();
    let present = before.recommendations[0].clone();
    let count = |outcome: Outcome<usize>| outcome.value;
    assert_eq!(
        set_basis(store, &ids(&[1]), Basis::NotStated)
            .map(count)
            .ok(),
        Some(0)
    );
    assert_eq!(
        untag_entries(store, &ids(&[1]), "no_enquiry", "Chair")
            .map(count)
            .ok(),
        Some(0)
    );
    change_recommendation(store, &present).expect("fine");
    move_recommendation(store, present.id, 1).expect("fine");
    move_entry(store, EntryId(1), Direction::Earlier).expect("fine");
    change_details(store, &before.details).expect("fine");
    let again = import_people(store, &[person(0, "amara osei")]).expect("fine");
    assert_eq!(again.value.known, 1);
    assert!(again.touched.is_empty());
    assert_eq!(review(store), before);
    assert_eq!(store.undo_label(), label);
}

#[test]
fn a_mark_stands_only_for_a_reason_and_once() {
    let mut case = case();
    let store = &mut case.store;
    let before = review(store);
    assert!(words(suppress(store, "rounds_held", "0 rounds", " ")).contains("only for a reason"));
    assert!(words(suppress(store, "no_such_rule", "x", "so")).contains("no rule “no_such_rule”"));
    assert!(same(&review(store), &before));
    let first = suppress(store, "rounds_held", "0 rounds", "so")
        .expect("stands")
        .value;
    let revision = review(store).revision;
    suppress(store, "rounds_held", "0 rounds", " so ").expect("stands already");
    assert_eq!(
        review(store).revision,
        revision,
        "the same again is no step"
    );
    suppress(store, "rounds_held", "0 rounds", "because the panel met").expect("another reason");
    let stands = review(store).publishing.suppressed;
    assert_eq!(stands.len(), 1);
    assert_ne!(stands[0].id, first);
    assert_eq!(stands[0].reason, "because the panel met");
    assert_eq!(stands[0].by, store.who());
}
