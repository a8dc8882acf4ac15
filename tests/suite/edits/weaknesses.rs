//! The review's own list of weaknesses, and what follows when it is changed.

use lantern::analysis::{Place, passage, place};
use lantern::templates;

use super::*;

/// “1 a, 2 – b (part of a)” for the whole list.
fn listed(store: &Store) -> Vec<String> {
    let review = review(store);
    let list = review.weaknesses.iter();
    list.map(|one| match one.is_part() {
        true => format!("{} {} in {}", one.position, one.key, one.parent),
        false => format!("{} {}", one.position, one.key),
    })
    .collect()
}

fn add(store: &mut Store, name: &str, parent: &str) -> WeaknessId {
    let id = add_weakness(store, &weakness(0, name, parent));
    id.expect("added").value
}

#[test]
fn parts_stand_behind_their_whole_and_move_with_it() {
    let mut case = case();
    let store = &mut case.store;
    let late = add(store, "Asked too late", "no_enquiry");
    add(store, "Asked before him", "no_enquiry");
    add(store, "Été, 2nd time!", "");
    let expected = [
        "1 no_enquiry",
        "2 asked_too_late in no_enquiry",
        "3 asked_before_him in no_enquiry",
        "4 not_shared",
        "5 t_2nd_time",
    ];
    assert_eq!(listed(store), expected);
    move_weakness(store, WeaknessId(1), 2).expect("moved");
    let expected = [
        "1 not_shared",
        "2 no_enquiry",
        "3 asked_too_late in no_enquiry",
        "4 asked_before_him in no_enquiry",
        "5 t_2nd_time",
    ];
    assert_eq!(listed(store), expected);
    move_weakness(store, late, 9).expect("moved");
    assert_eq!(
        listed(store)[2..4],
        [
            "3 asked_before_him in no_enquiry",
            "4 asked_too_late in no_enquiry"
        ]
    );
    let mut part = review(store).weaknesses[3].clone();
    "not_shared".clone_into(&mut part.parent);
    change_weakness(store, &part).expect("changed");
    assert_eq!(
        listed(store)[..2],
        ["1 not_shared", "2 asked_too_late in not_shared"]
    );
    remove_weakness(store, WeaknessId(1)).expect("removed");
    assert_eq!(listed(store)[2..], ["3 asked_before_him", "4 t_2nd_time"]);
}

#[test]
fn what_cannot_stand_in_the_list_is_refused() {
    let mut case = case();
    let store = &mut case.store;
    let part = add(store, "Asked too late", "no_enquiry");
    add_weakness(
        store,
        &Weakness {
            good_practice: true,
            ..weakness(0, "Kind words", "")
        },
    )
    .expect("added");
    let before = review(store);
    let with = |store: &Store, id: WeaknessId, change: fn(&mut Weakness)| {
        let mut one = review(store)
            .weaknesses
            .into_iter()
            .find(|one| one.id == id)
            .expect("there");
        change(&mut one);
        one
    };
    let cases = [
        (
            words(add_weakness(store, &weakness(0, " ", ""))),
            "needs a name",
        ),
        (
            words(add_weakness(store, &weakness(0, "NOT_shared ", ""))),
            "has “NOT_SHARED” already",
        ),
        (
            words(add_weakness(store, &weakness(0, "x", "asked_too_late"))),
            "one level of parts only",
        ),
        (
            words(add_weakness(store, &weakness(0, "x", "gone"))),
            "is no longer there",
        ),
        (
            {
                let own = with(store, WeaknessId(1), |one| {
                    "not_shared".clone_into(&mut one.parent)
                });
                words(change_weakness(store, &own))
            },
            "one level of parts only",
        ),
        (
            {
                let own = with(store, WeaknessId(2), |one| {
                    "not_shared".clone_into(&mut one.parent)
                });
                words(change_weakness(store, &own))
            },
            "one level of parts only",
        ),
        (
            {
                let open = with(store, part, |one| one.patterns = vec!["(not".to_owned()]);
                words(change_weakness(store, &open))
            },
            "“(not” is no pattern",
        ),
        (
            words(merge_weaknesses(store, WeaknessId(2), WeaknessId(2))),
            "with itself",
        ),
        (
            words(merge_weaknesses(store, WeaknessId(2), WeaknessId(4))),
            "would say the opposite",
        ),
        (
            words(remove_weakness(store, WeaknessId(99))),
            "no longer in the review",
        ),
        (
            words(tag_words(store, EntryId(1), "no_enquiry", " ", &[])),
            "Enter your name first",
        ),
        (
            words(tag_words(store, EntryId(1), "no_enquiry", "Chair", &[])),
            "Mark them again",
        ),
        (
            words(decline_suggestion(store, EntryId(1), "unheard", "Chair")),
            "no tag “unheard”",
        ),
        (
            words(write_memo(store, TaggingId(9), "x")),
            "no longer in the review",
        ),
    ];
    for (words, expected) in cases {
        assert!(words.contains(expected), "{expected}: {words}");
    }
    assert_eq!(review(store), before);
}

/// Two coders, both weaknesses, marked words, a finding, a recommendation, a view, a declined suggestion.
fn named_everywhere(store: &mut Store) {
    for (entries, key, coder, memo) in [
        (&[1, 2][..], "no_enquiry", "Chair", "Never alone"),
        (&[2, 3], "not_shared", "Chair", "Kept in a drawer"),
        (&[2], "no_enquiry", "Leyla Demir", ""),
    ] {
        tag_entries(store, &ids(entries), key, coder, memo).expect("tagged");
    }
    let now = review(store);
    let visit = now.entry(EntryId(2)).expect("there");
    for (key, range) in [("no_enquiry", 0..5), ("not_shared", 2..7)] {
        let words = passage(visit, RecordCell::Text, range).expect("words");
        tag_words(store, EntryId(2), key, "Chair", &[words]).expect("tagged");
    }
    let finding = Finding {
        id: FindingId(0),
        position: 0,
        text: "Nobody asked".to_owned(),
        analysis: String::new(),
        good_practice: false,
        questions: Vec::new(),
        weaknesses: vec!["not_shared".to_owned(), "no_enquiry".to_owned()],
        entries: ids(&[2]),
    };
    add_finding(store, &finding).expect("added");
    let settings = r#"{"filter":{"tags":["no_enquiry","not_shared"]},"words":"no_enquiry"}"#;
    save_view(store, "Both", settings).expect("saved");
    save_view(store, "Torn", "{").expect("saved");
    for (entry, key) in [(4, "no_enquiry"), (4, "not_shared"), (5, "no_enquiry")] {
        decline_suggestion(store, EntryId(entry), key, "Chair").expect("declined");
    }
}

#[test]
fn merging_takes_along_everything_that_names_the_weakness() {
    let mut case = case();
    let store = &mut case.store;
    add(store, "Asked too late", "no_enquiry");
    named_everywhere(store);
    let before = review(store);
    let merged = merge_weaknesses(store, WeaknessId(1), WeaknessId(2)).expect("merged");
    assert_eq!(merged.value, 3);
    let now = review(store);
    assert_eq!(
        listed(store),
        ["1 not_shared", "2 asked_too_late in not_shared"]
    );
    let tags: Vec<(i64, &str, &str)> = now
        .taggings
        .iter()
        .map(|one| (one.entry.0, one.coder.as_str(), one.memo.as_str()))
        .collect();
    let expected = [
        (1, "Chair", "Never alone"),
        (2, "Chair", "Kept in a drawer\nNever alone"),
        (3, "Chair", "Kept in a drawer"),
        (2, "Leyla Demir", ""),
    ];
    assert_eq!(tags, expected);
    let words = now.taggings[1].passages.iter();
    let words: Vec<&str> = words.map(|one| one.words.as_str()).collect();
    assert_eq!(words, ["A visit"], "marks that overlap are one");
    assert!(now.taggings.iter().all(|one| one.weakness == "not_shared"));
    assert_eq!(now.findings[0].weaknesses, ["not_shared"]);
    assert!(
        now.recommendations
            .iter()
            .all(|one| one.weakness == "not_shared")
    );
    assert_eq!(
        now.views[0].settings,
        r#"{"filter":{"tags":["not_shared"]},"words":"no_enquiry"}"#
    );
    assert_eq!(now.views[1].settings, "{");
    let declined: Vec<i64> = now.declined.iter().map(|one| one.entry.0).collect();
    assert_eq!(declined, [4, 5]);
    assert_eq!(now.weaknesses[0].patterns.len(), 0, "neither had any");
    store.undo().expect("undone");
    assert!(same(&review(store), &before));
}

#[test]
fn a_part_into_which_its_whole_is_merged_takes_its_place() {
    let mut case = case();
    let store = &mut case.store;
    let part = add(store, "Asked too late", "no_enquiry");
    add(store, "Asked before him", "no_enquiry");
    merge_weaknesses(store, WeaknessId(1), part).expect("merged");
    let expected = [
        "1 asked_too_late",
        "2 asked_before_him in asked_too_late",
        "3 not_shared",
    ];
    assert_eq!(listed(store), expected);
}

#[test]
fn removing_a_weakness_leaves_nothing_that_names_it() {
    let mut case = case();
    let store = &mut case.store;
    named_everywhere(store);
    let before = review(store);
    let removed = remove_weakness(store, WeaknessId(1)).expect("removed");
    assert_eq!(removed.value, 3);
    let now = review(store);
    assert_eq!(listed(store), ["1 not_shared"]);
    assert_eq!(now.taggings.len(), 2);
    assert_eq!(now.declined.len(), 1);
    assert_eq!(now.findings[0].weaknesses, ["not_shared"]);
    assert!(
        now.recommendations
            .iter()
            .all(|one| one.weakness.is_empty())
    );
    assert!(now.views[0].settings.contains(r#""tags":["not_shared"]"#));
    store.undo().expect("undone");
    assert!(same(&review(store), &before));
}

#[test]
fn words_are_tagged_once_and_a_decline_is_forgotten() {
    let mut case = case();
    let store = &mut case.store;
    decline_suggestion(store, EntryId(2), "no_enquiry", "Chair").expect("declined");
    let twice = decline_suggestion(store, EntryId(2), "no_enquiry", "Chair").expect("there");
    assert!(twice.touched.is_empty());
    decline_suggestion(store, EntryId(2), "no_enquiry", "Leyla Demir").expect("declined");
    let now = review(store);
    let visit = now.entry(EntryId(2)).expect("there").clone();
    let words = |range| vec![passage(&visit, RecordCell::Text, range).expect("words")];
    for range in [0..1, 2..7, 0..3] {
        tag_words(store, EntryId(2), "no_enquiry", "Chair", &words(range)).expect("tagged");
    }
    let now = review(store);
    let declined: Vec<&str> = now.declined.iter().map(|one| one.coder.as_str()).collect();
    assert_eq!(declined, ["Leyla Demir"], "each coder’s own");
    assert_eq!(now.taggings.len(), 1);
    assert_eq!(now.taggings[0].passages, words(0..7));
    let again = tag_words(store, EntryId(2), "no_enquiry", "Chair", &words(2..7)).expect("there");
    assert!(again.touched.is_empty());
    unmark_words(store, now.taggings[0].id, &words(0..7)[0]).expect("unmarked");
    assert!(
        review(store).taggings[0].passages.is_empty(),
        "the tag stays"
    );
}

#[test]
fn rules_that_come_with_the_program_need_no_list_of_words_in_the_review() {
    let mut case = case();
    let store = &mut case.store;
    let known = templates::built_in()
        .iter()
        .find(|one| one.name == "dhr-2016");
    let known = known.expect("built in");
    let taken = take_rules(store, known).expect("taken");
    assert_eq!(taken.value, 1, "only “no_enquiry” stands in both");
    let now = review(store);
    let patterns = &now.weaknesses[0].patterns;
    assert!(
        patterns
            .iter()
            .all(|one| templates::pattern(one, &[]).is_ok())
    );
    assert!(patterns.iter().any(|one| one.contains("husband")));
    let again = take_rules(store, known).expect("taken");
    assert!(again.touched.is_empty());
}

#[test]
fn marked_words_outlive_a_corrected_return_and_say_where_they_are() {
    let mut case = case();
    let store = &mut case.store;
    let now = review(store);
    for (entry, range) in [(1, 2..6), (2, 2..7), (3, 2..8)] {
        let record = now.entry(EntryId(entry)).expect("there");
        let words = passage(record, RecordCell::Text, range).expect("words");
        tag_words(store, EntryId(entry), "no_enquiry", "Chair", &[words]).expect("tagged");
    }
    let corrected = a_return(1, &["A call", "Then a visit", "A note"]);
    let amendment = Amendment {
        same: vec![(EntryId(1), 0)],
        gone: ids(&[4, 5]),
        changed: [(2, 1), (3, 2)]
            .map(|(entry, draft)| Changed {
                entry: EntryId(entry),
                draft,
                what: Vec::new(),
            })
            .to_vec(),
        ..Amendment::default()
    };
    amend_return(store, &corrected, ImportId(1), &amendment, &Silent).expect("amended");
    let now = review(store);
    let places: Vec<Place> = now
        .taggings
        .iter()
        .map(|one| {
            let entry = now.entry(one.entry).expect("there");
            place(entry, &one.passages[0])
        })
        .collect();
    assert_eq!(
        places,
        [Place::Here(2..6), Place::Moved(7..12), Place::Gone]
    );
}
