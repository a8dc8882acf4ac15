//! Events, what was parted, contradictions, who knew what, views, habits and kept files.

use super::*;

/// Events as lists of entries.
fn events(store: &Store) -> Vec<Vec<i64>> {
    let numbers = |event: Event| event.entries.iter().map(|entry| entry.0).collect();
    review(store).events.into_iter().map(numbers).collect()
}

fn parted(store: &Store) -> Vec<(i64, i64)> {
    let pair = |parted: &Parted| (parted.one.0, parted.other.0);
    review(store).parted.iter().map(pair).collect()
}

#[test]
fn entries_are_joined_and_taken_apart() {
    type Pairs = &'static [(i64, i64)];
    enum Do {
        Join(&'static [i64]),
        Many(&'static [&'static [i64]], usize),
        Leave(&'static [i64]),
        Part(&'static [i64]),
    }
    use Do::{Join, Leave, Many, Part};
    let steps: [(Do, &[&[i64]], Pairs); 11] = [
        (Join(&[2, 1]), &[&[1, 2]], &[]),
        (Join(&[3, 4]), &[&[1, 2], &[3, 4]], &[]),
        // Several events become the one made first.
        (Join(&[4, 2]), &[&[1, 2, 3, 4]], &[]),
        (Leave(&[4]), &[&[1, 2, 3]], &[]),
        (Part(&[3, 4]), &[&[1, 2, 3]], &[(3, 4)]),
        // A proposal among many does not outweigh what was said of two entries.
        (
            Many(&[&[4, 1], &[4, 5]], 1),
            &[&[1, 2, 3], &[4, 5]],
            &[(3, 4)],
        ),
        // The chair's own joining does.
        (Join(&[1, 5]), &[&[1, 2, 3, 4, 5]], &[]),
        (Part(&[1, 2]), &[&[3, 4, 5]], &[(1, 2)]),
        // One that is left alone is no event.
        (Leave(&[3, 4]), &[], &[(1, 2)]),
        (
            Many(&[&[1, 3], &[3, 5], &[5, 1]], 2),
            &[&[1, 3, 5]],
            &[(1, 2)],
        ),
        (Part(&[5, 3, 1]), &[], &[(1, 2), (1, 3), (1, 5), (3, 5)]),
    ];
    let mut case = case();
    let store = &mut case.store;
    for (index, (step, expected, apart)) in steps.into_iter().enumerate() {
        let before = review(store);
        match step {
            Join(entries) => drop(join_entries(store, &ids(entries)).expect("joined")),
            Many(groups, joined) => {
                let groups: Vec<_> = groups.iter().map(|group| ids(group)).collect();
                let outcome = join_many(store, &groups).expect("joined");
                assert_eq!(outcome.value, joined, "step {index}");
            }
            Leave(entries) => drop(leave_event(store, &ids(entries)).expect("left")),
            Part(entries) => drop(part_entries(store, &ids(entries)).expect("parted")),
        }
        assert_eq!(events(store), expected, "step {index}");
        let mut found = parted(store);
        found.sort_unstable();
        assert_eq!(found, apart, "step {index}");
        store.undo().expect("undone").expect("one step");
        assert!(same(&review(store), &before), "undo of step {index}");
        store.redo().expect("redone").expect("one step");
    }
}

#[test]
fn events_that_become_one_keep_their_names() {
    let mut case = case();
    let store = &mut case.store;
    let first = join_entries(store, &ids(&[1, 2])).expect("joined").value;
    let second = join_entries(store, &ids(&[3, 4])).expect("joined").value;
    name_event(store, second, " The visit ").expect("named");
    assert_eq!(review(store).events[1].name, "The visit");
    name_event(store, first, "The call").expect("named");
    let joined = join_entries(store, &ids(&[1, 3])).expect("joined").value;
    assert_eq!(joined, first);
    assert_eq!(review(store).events[0].name, "The call / The visit");
    let again = join_entries(store, &ids(&[1, 4])).expect("fine");
    assert_eq!((again.value, again.touched.is_empty()), (first, true));
}

#[test]
fn what_cannot_be_joined_is_refused_in_words() {
    let mut case = case();
    let store = &mut case.store;
    let before = review(store);
    let mut with_itself = contradiction(0, [3, 3], About::Place);
    with_itself.note.clear();
    let of_itself = Knowing {
        from: Some(AgencyId(1)),
        ..knowing(0, 1, 1)
    };
    let many: Vec<EntryId> = (1..=150).map(EntryId).collect();
    for (words, expected) in [
        (words(join_entries(store, &ids(&[2]))), "at least two"),
        (words(join_entries(store, &ids(&[2, 2]))), "at least two"),
        (
            words(join_many(store, &[ids(&[1, 2]), ids(&[3])])),
            "at least two",
        ),
        (
            words(join_entries(store, &ids(&[1, 77]))),
            "no longer in the review",
        ),
        (words(part_entries(store, &many)), "no longer in the review"),
        (words(leave_event(store, &[])), "No entry is chosen"),
        (
            words(name_event(store, EventId(1), "x")),
            "no longer in the review",
        ),
        (
            words(settle_contradiction(store, &with_itself)),
            "contradict itself",
        ),
        (
            words(settle_contradiction(
                store,
                &contradiction(4, [1, 2], About::Time),
            )),
            "no longer in the review",
        ),
        (
            words(remove_contradiction(store, ContradictionId(4))),
            "no longer in the review",
        ),
        (words(add_fact(store, &fact(0, " "))), "needs a name"),
        (
            words(change_fact(store, &fact(3, "x"))),
            "no longer in the review",
        ),
        (
            words(add_knowing(store, &knowing(0, 1, 1))),
            "no longer in the review",
        ),
        (
            words(remove_knowing(store, KnowingId(1))),
            "no longer in the review",
        ),
        (words(save_view(store, "  ", "{}")), "needs a name"),
        (words(rename_view(store, ViewId(1), " ")), "needs a name"),
        (
            words(rename_view(store, ViewId(1), "Nights")),
            "no longer in the review",
        ),
        (
            words(remove_view(store, ViewId(1))),
            "no longer in the review",
        ),
    ] {
        assert!(words.contains(expected), "{words}");
    }
    assert_eq!(review(store), before);
    add_fact(store, &fact(0, "Strangulation")).expect("added");
    let refused = words(add_knowing(store, &of_itself));
    assert!(refused.contains("from itself"), "{refused}");
}

#[test]
fn a_contradiction_is_settled_once_for_two_entries_and_a_matter() {
    let mut case = case();
    let store = &mut case.store;
    let first = settle_contradiction(store, &contradiction(0, [4, 2], About::Time));
    let first = first.expect("recorded").value;
    let kept = review(store).contradictions[0].clone();
    assert_eq!(kept.entries, [EntryId(2), EntryId(4)]);
    assert_eq!((&*kept.a, &*kept.b), ("as 2 has it", "as 4 has it"));
    let resolved = Contradiction {
        standing: Standing::Resolved,
        ..contradiction(0, [2, 4], About::Time)
    };
    let again = settle_contradiction(store, &resolved).expect("changed");
    assert_eq!(again.value, first);
    assert_eq!(
        store.undo_label().as_deref(),
        Some("Resolve a contradiction")
    );
    let second = settle_contradiction(store, &contradiction(0, [2, 4], About::Injury));
    let second = second.expect("recorded").value;
    assert_eq!(review(store).contradictions.len(), 2);
    let clash = contradiction(second.0, [2, 4], About::Time);
    let refused = words(settle_contradiction(store, &clash));
    assert!(
        refused.contains("already stand in the list with “Time”"),
        "{refused}"
    );
    remove_contradiction(store, first).expect("removed");
    settle_contradiction(store, &clash).expect("now it fits");
    assert_eq!(review(store).contradictions[0].about, About::Time);
}

#[test]
fn removing_an_entry_takes_along_what_hangs_together_and_undo_brings_it_back() {
    let mut case = case();
    let store = &mut case.store;
    join_entries(store, &ids(&[1, 2])).expect("joined");
    join_entries(store, &ids(&[3, 4, 5])).expect("joined");
    part_entries(store, &ids(&[2, 3])).expect("parted");
    settle_contradiction(store, &contradiction(0, [2, 5], About::Place)).expect("recorded");
    add_fact(store, &fact(0, "Strangulation")).expect("added");
    let shown = Knowing {
        entry: Some(EntryId(2)),
        ..knowing(0, 1, 2)
    };
    add_knowing(store, &shown).expect("added");
    let before = review(store);
    assert_eq!(before.facts[0].words, ["strangl*"]);
    remove_entries(store, &ids(&[2, 3])).expect("removed");
    let after = review(store);
    assert_eq!(events(store), [[4, 5]]);
    assert!(after.parted.is_empty() && after.contradictions.is_empty());
    let expected = Knowing {
        entry: None,
        ..before.knowings[0].clone()
    };
    assert_eq!(after.knowings, [expected]);
    store.undo().expect("undone").expect("a step");
    assert!(same(&review(store), &before));
    store.redo().expect("redone").expect("a step");
    assert!(same(&review(store), &after));
    assert_eq!(store.integrity().expect("read"), Vec::<String>::new());
}

#[test]
fn an_agency_that_knew_or_shared_is_not_removed() {
    let mut case = case();
    let store = &mut case.store;
    add_fact(store, &fact(0, "Separation")).expect("added");
    let school = add_agency(store, &agency(0, "School"))
        .expect("added")
        .value;
    let shared = Knowing {
        from: Some(school),
        ..knowing(0, 1, 2)
    };
    let line = add_knowing(store, &shared).expect("added").value;
    for agency in [school, AgencyId(2)] {
        let refused = words(remove_agency(store, agency));
        assert!(refused.contains("1 line of who knew what"), "{refused}");
    }
    remove_knowing(store, line).expect("removed");
    let before = review(store);
    import_return(store, &a_return(school.0, &[]), &Silent).expect("imported");
    assert_eq!(review(store).habits.len(), 2);
    let habits = review(store);
    remove_agency(store, school).expect("removed");
    assert_eq!(review(store).habits.len(), 1);
    store.undo().expect("undone").expect("a step");
    assert!(same(&review(store), &habits));
    store.undo().expect("undone").expect("a step");
    assert!(same(&review(store), &before));
}

#[test]
fn a_view_of_the_same_name_is_replaced() {
    let mut case = case();
    let store = &mut case.store;
    let first = save_view(store, " Nights ", "{\"a\":1}")
        .expect("saved")
        .value;
    save_view(store, "All of it", "{}").expect("saved");
    let again = save_view(store, "nights", "{\"a\":2}")
        .expect("saved")
        .value;
    assert_eq!(first, again);
    let views: Vec<_> = review(store)
        .views
        .into_iter()
        .map(|view| (view.name, view.settings))
        .collect();
    let expected = [("All of it", "{}"), ("nights", "{\"a\":2}")]
        .map(|(name, settings)| (name.to_owned(), settings.to_owned()));
    assert_eq!(views, expected);
}

#[test]
fn the_file_as_sent_and_the_habit_go_and_come_with_their_import() {
    let mut case = case();
    let store = &mut case.store;
    let mut new = a_return(1, &["one", "two"]);
    let bytes: Vec<u8> = (0..=255).cycle().take(300_000).collect();
    new.bytes = Some(Arc::from(&*bytes));
    new.habit = Some(habit(None));
    let import = import_return(store, &new, &Silent).expect("imported").value;
    let habits = |store: &Store| -> Vec<_> {
        let kept = review(store).habits;
        kept.into_iter()
            .map(|habit| (habit.agency, habit.columns.len()))
            .collect()
    };
    let file = |store: &Store| store.import_file(import).expect("read");
    assert_eq!(file(store).as_deref(), Some(&*bytes));
    assert_eq!(habits(store), [(AgencyId(1), 0)]);
    store.undo().expect("undone").expect("a step");
    assert_eq!(file(store), None);
    assert_eq!(habits(store), [(AgencyId(1), 1)]);
    store.redo().expect("redone").expect("a step");
    assert_eq!(file(store).as_deref(), Some(&*bytes));
    let pasted = ReturnToImport {
        bytes: None,
        habit: None,
        ..a_return(2, &["x"])
    };
    let pasted = import_return(store, &pasted, &Silent)
        .expect("imported")
        .value;
    assert_eq!(store.import_file(pasted).expect("read"), None);
    assert_eq!(habits(store).len(), 1);
}

#[test]
fn what_counts_as_a_contact_is_kept() {
    let mut case = case();
    let store = &mut case.store;
    assert_eq!(review(store).details.contacts, ContactRule::default());
    let contacts = ContactRule {
        named_in_text: false,
        event_once: true,
    };
    let titled = Details {
        title: "Adult A".to_owned(),
        ..Details::default()
    };
    change_details(store, &titled).expect("changed");
    set_contact_rule(store, contacts).expect("changed");
    let expected = Details { contacts, ..titled };
    assert_eq!(review(store).details, expected, "the rest stays");
    store.undo().expect("undone").expect("a step");
    assert_eq!(review(store).details.contacts, ContactRule::default());
}
