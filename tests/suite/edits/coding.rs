//! Blind coding: what begins, what is kept when it is closed, and what settling does to the tags.

use super::*;

fn new_coding(entries: &[i64], coders: &[&str]) -> NewCoding {
    NewCoding {
        name: "First check".to_owned(),
        drawn: "All 3 entries then shown".to_owned(),
        entries: ids(entries),
        coders: coders.iter().map(|name| (*name).to_owned()).collect(),
        already: Vec::new(),
    }
}

/// Entry, weakness and coder of every tag, in order.
fn tags(store: &Store) -> Vec<(i64, String, String)> {
    let taggings = review(store).taggings;
    let mut tags: Vec<_> = taggings
        .into_iter()
        .map(|one| (one.entry.0, one.weakness, one.coder))
        .collect();
    tags.sort();
    tags
}

fn is_tagged(store: &Store, entry: i64, coder: &str) -> bool {
    let wanted = (entry, "no_enquiry".to_owned(), coder.to_owned());
    tags(store).contains(&wanted)
}

/// Entries 1 to 3: the chair has tagged the first two, and Amara Diallo codes them blind; 1 and 3, and not the second.
fn closed() -> (Case, CodingId) {
    let mut case = case();
    let store = &mut case.store;
    tag_entries(store, &ids(&[1, 2]), "no_enquiry", "Chair", "Asked nobody.").expect("tagged");
    let new = NewCoding {
        already: vec!["Chair".to_owned()],
        ..new_coding(&[3, 1, 2, 1], &["Chair", "Amara Diallo"])
    };
    let coding = begin_coding(store, &new).expect("begun").value;
    tag_entries(store, &ids(&[1, 3]), "no_enquiry", "Amara Diallo", "").expect("tagged");
    let done = finish_coding(store, coding, &ids(&[1, 2, 3]), "Amara Diallo", true);
    assert_eq!(done.expect("finished").value, 3);
    close_coding(store, coding).expect("closed");
    (case, coding)
}

#[test]
fn a_coding_needs_coders_and_entries_of_its_own() {
    let mut case = case();
    let store = &mut case.store;
    begin_coding(store, &new_coding(&[1, 2], &["Chair", "Amara Diallo"])).expect("begun");
    let before = review(store);
    for (new, expected) in [
        (new_coding(&[3], &["Chair"]), "at least two coders"),
        (new_coding(&[3], &["Chair", " "]), "at least two coders"),
        (new_coding(&[3], &["Chair", "chair "]), "named twice"),
        (new_coding(&[], &["Chair", "Li Wei"]), "No entry is chosen"),
        (
            new_coding(&[99], &["Chair", "Li Wei"]),
            "no longer in the review",
        ),
        (
            new_coding(&[2, 3], &["Chair", "Li Wei"]),
            "1 of these entries are in “First check”",
        ),
    ] {
        let words = begin_coding(store, &new).expect_err(expected).to_string();
        assert!(words.contains(expected), "{words}");
    }
    let coding = before.codings[0].id;
    for (refused, expected) in [
        (
            finish_coding(store, coding, &ids(&[3]), "Chair", true).map(drop),
            "not in “First check”",
        ),
        (
            finish_coding(store, coding, &ids(&[1]), "Li Wei", true).map(drop),
            "not among the coders",
        ),
        (close_coding(store, coding).map(drop), "Nobody has finished"),
        (
            settle_disagreement(store, coding, EntryId(1), "no_enquiry", Settlement::Tagged)
                .map(drop),
            "still open",
        ),
        (
            close_coding(store, CodingId(9)).map(drop),
            "no longer in the review",
        ),
    ] {
        let words = refused.expect_err(expected).to_string();
        assert!(words.contains(expected), "{words}");
    }
    assert_eq!(review(store), before);
    begin_coding(
        store,
        &NewCoding {
            name: " ".to_owned(),
            ..new_coding(&[3], &["A", "B"])
        },
    )
    .expect("others are free");
    assert_eq!(review(store).codings[1].name, "Coding 2");
}

#[test]
fn closing_keeps_the_tags_of_what_was_finished_and_talking_leaves_them() {
    let (mut case, coding) = closed();
    let store = &mut case.store;
    let kept = |store: &Store| {
        let coding = review(store).codings.remove(0);
        let tags: Vec<(i64, String)> = coding
            .tagged
            .into_iter()
            .map(|one| (one.entry.0, one.coder))
            .collect();
        tags
    };
    let expected = [
        (1, "Amara Diallo"),
        (1, "Chair"),
        (2, "Chair"),
        (3, "Amara Diallo"),
    ];
    let expected = expected.map(|(entry, coder)| (entry, coder.to_owned()));
    assert_eq!(kept(store), expected);
    untag_entries(store, &ids(&[1, 2, 3]), "no_enquiry", "Chair").expect("untagged");
    assert_eq!(
        kept(store),
        expected,
        "what is done later changes no figure"
    );
    let again = finish_coding(store, coding, &ids(&[1]), "Chair", false);
    assert!(again.expect_err("closed").to_string().contains("is closed"));
}

#[test]
fn settling_brings_the_tags_of_all_coders_into_line() {
    let (mut case, coding) = closed();
    let store = &mut case.store;
    // Of entry 2, which the chair has tagged and the second coder has not.
    for (how, chair, second) in [
        (Settlement::Tagged, true, true),
        (Settlement::NotTagged, false, false),
        (Settlement::Kept, true, false),
        (Settlement::NotTagged, false, false),
    ] {
        settle_disagreement(store, coding, EntryId(2), "no_enquiry", how).expect("settled");
        assert_eq!(is_tagged(store, 2, "Chair"), chair, "{how:?}");
        assert_eq!(is_tagged(store, 2, "Amara Diallo"), second, "{how:?}");
        let settled = review(store).codings[0].settlement(EntryId(2), "no_enquiry");
        assert_eq!(settled, Some(how));
        let label = store.undo_label();
        settle_disagreement(store, coding, EntryId(2), "no_enquiry", how).expect("the same");
        assert_eq!(store.undo_label(), label, "the same leaves no step");
    }
    for _ in 0..4 {
        store.undo().expect("undone").expect("a step");
    }
    let memo = |store: &Store| review(store).taggings[1].memo.clone();
    assert!(is_tagged(store, 2, "Chair") && memo(store) == "Asked nobody.");
    assert!(review(store).codings[0].settled.is_empty());
}

#[test]
fn in_an_open_coding_only_ones_own_tag_is_taken_off() {
    let mut case = case();
    let store = &mut case.store;
    for coder in ["Chair", "Amara Diallo"] {
        tag_entries(store, &ids(&[1, 4]), "no_enquiry", coder, "").expect("tagged");
    }
    let coding = begin_coding(store, &new_coding(&[1, 2], &["Chair", "Amara Diallo"]));
    let coding = coding.expect("begun").value;
    let off = untag_entries(store, &ids(&[1, 4]), "no_enquiry", "Amara Diallo");
    assert_eq!(
        off.expect("untagged").value,
        3,
        "one of the first entry, both of the other"
    );
    assert!(is_tagged(store, 1, "Chair") && !is_tagged(store, 1, "Amara Diallo"));
    remove_coding(store, coding).expect("removed");
    untag_entries(store, &ids(&[1]), "no_enquiry", "Amara Diallo").expect("untagged");
    assert!(!is_tagged(store, 1, "Chair"), "no longer blind");
}

#[test]
fn a_merged_weakness_counts_as_the_one_it_became() {
    let (mut case, coding) = closed();
    let store = &mut case.store;
    settle_disagreement(store, coding, EntryId(2), "no_enquiry", Settlement::Kept)
        .expect("settled");
    let list = review(store).weaknesses;
    merge_weaknesses(store, list[0].id, list[1].id).expect("merged");
    let coding = review(store).codings.remove(0);
    assert!(coding.tagged.iter().all(|tag| tag.weakness == "not_shared"));
    assert_eq!((coding.tagged.len(), coding.settled.len()), (4, 1));
    assert_eq!(coding.settled[0].weakness, "not_shared");
}

#[test]
fn codes_of_another_tool_add_and_never_change() {
    let mut case = case();
    let store = &mut case.store;
    tag_entries(store, &ids(&[1]), "no_enquiry", "Chair", "Asked nobody.").expect("tagged");
    let code = |name: &str, parent| Code {
        name: name.to_owned(),
        definition: "As the researchers say it".to_owned(),
        parent,
        ..Code::default()
    };
    let passage = Passage {
        cell: RecordCell::Text,
        from: 2,
        until: 6,
        words: "call".to_owned(),
    };
    let record = |entry, code, coder: &str| CodedRecord {
        entry: EntryId(entry),
        code,
        coder: coder.to_owned(),
        memo: "From the other tool".to_owned(),
        passages: vec![passage.clone()],
    };
    let project = CodedProject {
        codes: vec![
            code("no_enquiry ", None),
            code("Economic abuse", None),
            code("Debt", Some(1)),
            Code {
                key: "not_shared".to_owned(),
                ..code("Silos", None)
            },
        ],
        records: vec![
            record(1, 0, "Chair"),
            record(1, 2, "Li Wei"),
            record(4, 3, "Li Wei"),
        ],
        ..CodedProject::default()
    };
    let taken = take_codes(store, &project).expect("taken").value;
    assert_eq!(
        taken,
        CodesTaken {
            added: 2,
            known: 2,
            tags: 3
        }
    );
    assert_eq!(
        store.undo_label().as_deref(),
        Some("Take in 2 weaknesses and 3 tags")
    );
    let now = review(store);
    let names: Vec<(&str, &str)> = now
        .weaknesses
        .iter()
        .map(|one| (one.name.as_str(), one.parent.as_str()))
        .collect();
    assert_eq!(
        names,
        [
            ("NO_ENQUIRY", ""),
            ("NOT_SHARED", ""),
            ("Economic abuse", ""),
            ("Debt", "economic_abuse")
        ]
    );
    assert_eq!(
        now.weaknesses[0].definition, "As the researchers say it",
        "it was empty"
    );
    assert_eq!(
        now.taggings[0].memo, "Asked nobody.",
        "what was noted here stays"
    );
    assert!(
        now.taggings
            .iter()
            .all(|one| one.passages == [passage.clone()])
    );
    let again = take_codes(store, &project).expect("taken");
    assert_eq!(
        again.value,
        CodesTaken {
            added: 0,
            known: 4,
            tags: 0
        }
    );
    assert!(again.touched.is_empty(), "the same twice adds nothing");
    store.undo().expect("undone").expect("a step");
    assert_eq!(review(store).weaknesses.len(), 2);
}
