//! Dates that hang on others move when those move.

use super::*;

fn today() -> NaiveDate {
    day("2024-01-01").expect("a day")
}

fn death(on: &str) -> KeyDate {
    KeyDate {
        when: When::on(day(on).expect("a day")),
        ..key_date("death", "Death")
    }
}

/// A review with a death on 29 February 2020 (key date 1) and these wordings as entries 6, 7, …
fn with(wordings: &[&str]) -> Case {
    let mut case = case();
    set_key_date(&mut case.store, &death("2020-02-29")).expect("set");
    let mut new = a_return(2, &[]);
    new.entries = wordings.iter().map(|text| wording(text)).collect();
    for (draft, row) in new.entries.iter_mut().zip(2..) {
        draft.row = row;
    }
    import_return(&mut case.store, &new, &Silent).expect("imported");
    case
}

fn on_death() -> HangsOn {
    HangsOn::KeyDate(KeyDateId(1))
}

fn on_entry(id: i64) -> HangsOn {
    HangsOn::Entry(EntryId(id))
}

fn ends(when: &When) -> String {
    let end = |moment: Option<Moment>| moment.map_or("open".to_owned(), |end| end.to_string());
    if when.earliest == when.latest {
        end(when.earliest)
    } else {
        format!("{} to {}", end(when.earliest), end(when.latest))
    }
}

fn date(store: &Store, entry: i64) -> When {
    review(store)
        .entry(EntryId(entry))
        .expect("there")
        .when
        .clone()
}

#[test]
fn dates_move_with_the_key_date_they_hang_on() {
    let cases = [
        ("two days after her death", "2020-03-02", "2021-03-03"),
        ("The day before the death", "2020-02-28", "2021-02-28"),
        (
            "within two weeks of the death",
            "2020-02-15 to 2020-03-14",
            "2021-02-15 to 2021-03-15",
        ),
    ];
    let wordings = cases.map(|(wording, ..)| wording);
    let mut case = with(&wordings);
    let store = &mut case.store;
    for (id, (wording, before, _)) in (6..).zip(cases) {
        hang_date(store, EntryId(id), on_death(), today()).expect(wording);
        assert_eq!(ends(&date(store, id)), before, "{wording}");
        assert_eq!(date(store, id).hangs_on, Some(on_death()), "{wording}");
    }
    let before = review(store);
    let moved = set_key_date(store, &death("2021-03-01")).expect("set");
    assert!(moved.touched.entries.contains(&EntryId(6)));
    for (id, (wording, _, after)) in (6..).zip(cases) {
        let when = date(store, id);
        assert_eq!(ends(&when), after, "{wording}");
        assert_eq!(when.wording, wording);
        assert!(
            when.inferred.concat().contains("1 March 2021"),
            "{:?}",
            when.inferred
        );
    }
    store.undo().expect("undone").expect("one step");
    assert!(same(&review(store), &before));
}

#[test]
fn a_chain_moves_as_one_and_the_chairs_correction_holds() {
    let mut case = with(&[
        "two days after her death",
        "the day after the visit",
        "a week after the call",
    ]);
    let store = &mut case.store;
    hang_date(store, EntryId(6), on_death(), today()).expect("hung");
    hang_date(store, EntryId(8), on_entry(7), today()).expect_err("nothing to count from yet");
    hang_date(store, EntryId(7), on_entry(6), today()).expect("hung");
    hang_date(store, EntryId(8), on_entry(7), today()).expect("hung");
    add_fact(store, &fact(0, "Separation")).expect("added");
    let known = Knowing {
        when: When {
            hangs_on: Some(on_entry(7)),
            ..When::not_understood("two days before the visit")
        },
        ..knowing(0, 1, 2)
    };
    add_knowing(store, &known).expect("added");
    let inquest = KeyDate {
        when: When {
            hangs_on: Some(on_entry(6)),
            ..When::not_understood("three days after the call")
        },
        ..key_date("", "Inquest")
    };
    set_key_date(store, &inquest).expect("set");
    let dates = |store: &Store| {
        let review = review(store);
        let entries = [6, 7, 8].map(|id| ends(&review.entry(EntryId(id)).expect("there").when));
        let key_date = ends(&review.key_dates[1].when);
        (entries, key_date, ends(&review.knowings[0].when))
    };
    set_key_date(store, &death("2020-03-01")).expect("set");
    let expected = |entries: [&str; 3], key_date: &str, knowing: &str| {
        (
            entries.map(str::to_owned),
            key_date.to_owned(),
            knowing.to_owned(),
        )
    };
    let moved = expected(
        ["2020-03-03", "2020-03-04", "2020-03-11"],
        "2020-03-06",
        "2020-03-02",
    );
    assert_eq!(dates(store), moved);

    let by_hand = When::on(day("2019-12-24").expect("a day"));
    correct_when(store, EntryId(7), &by_hand).expect("corrected");
    let corrected = expected(
        ["2020-03-03", "2019-12-24", "2019-12-31"],
        "2020-03-06",
        "2019-12-22",
    );
    assert_eq!(dates(store), corrected);
    set_key_date(store, &death("2020-03-02")).expect("set");
    let held = expected(
        ["2020-03-04", "2019-12-24", "2019-12-31"],
        "2020-03-07",
        "2019-12-22",
    );
    assert_eq!(dates(store), held);
    for expected in [corrected, moved] {
        store.undo().expect("undone").expect("one step");
        assert_eq!(dates(store), expected);
    }
}

#[test]
fn a_circle_is_refused() {
    let mut case = with(&[
        "the day after the visit",
        "two days before the call",
        "a week after the row",
    ]);
    let store = &mut case.store;
    correct_when(store, EntryId(6), &When::on(today())).expect("corrected");
    hang_date(store, EntryId(7), on_entry(6), today()).expect("hung");
    hang_date(store, EntryId(8), on_entry(7), today()).expect("hung");
    let before = review(store);
    for on in [6, 7, 8] {
        let refused = words(hang_date(store, EntryId(6), on_entry(on), today()));
        assert!(
            refused.contains("itself counted from this one"),
            "{on}: {refused}"
        );
        let when = When {
            hangs_on: Some(on_entry(on)),
            ..When::on(today())
        };
        let refused = words(correct_when(store, EntryId(6), &when));
        assert!(
            refused.contains("itself counted from this one"),
            "{on}: {refused}"
        );
    }
    let inquest = KeyDate {
        id: KeyDateId(1),
        when: When {
            hangs_on: Some(on_death()),
            ..When::on(today())
        },
        ..death("2020-01-01")
    };
    let refused = words(set_key_date(store, &inquest));
    assert!(
        refused.contains("itself counted from this one"),
        "{refused}"
    );
    let refused = words(hang_date(store, EntryId(6), on_entry(99), today()));
    assert!(refused.contains("no longer in the review"), "{refused}");
    assert_eq!(review(store), before);
}

#[test]
fn what_is_counted_from_something_removed_stays_and_warns() {
    let mut case = with(&["two days after her death", "the day after the visit"]);
    let store = &mut case.store;
    hang_date(store, EntryId(6), on_death(), today()).expect("hung");
    hang_date(store, EntryId(7), on_entry(6), today()).expect("hung");
    let before = review(store);
    remove_key_date(store, KeyDateId(1)).expect("removed");
    let when = date(store, 6);
    assert_eq!(
        (ends(&when), when.hangs_on),
        ("2020-03-02".to_owned(), None)
    );
    assert!(
        when.warnings
            .concat()
            .contains("“death”, which was removed"),
        "{:?}",
        when.warnings
    );
    assert_eq!(
        date(store, 7),
        before.entry(EntryId(7)).expect("there").when
    );
    remove_entries(store, &ids(&[6])).expect("removed");
    let when = date(store, 7);
    assert_eq!(
        (ends(&when), when.hangs_on),
        ("2020-03-03".to_owned(), None)
    );
    assert!(
        when.warnings.concat().contains("an entry of Hill Surgery"),
        "{:?}",
        when.warnings
    );
    for _ in 0..2 {
        store.undo().expect("undone").expect("a step");
    }
    assert!(same(&review(store), &before));
}

#[test]
fn an_anchor_that_loses_its_date_leaves_the_last_reading_with_a_warning() {
    let mut case = with(&["two days after her death"]);
    let store = &mut case.store;
    hang_date(store, EntryId(6), on_death(), today()).expect("hung");
    let lost = KeyDate {
        when: When::not_understood("not yet known"),
        ..death("2020-01-01")
    };
    set_key_date(store, &lost).expect("set");
    let when = date(store, 6);
    assert_eq!(
        (ends(&when), when.hangs_on),
        ("2020-03-02".to_owned(), Some(on_death()))
    );
    assert!(
        when.warnings.concat().contains("could not be counted"),
        "{:?}",
        when.warnings
    );
    set_key_date(store, &death("2020-02-01")).expect("set");
    let when = date(store, 6);
    assert_eq!(
        (ends(&when), when.warnings.len()),
        ("2020-02-03".to_owned(), 0)
    );
}

#[test]
fn what_cannot_be_counted_from_there_is_refused_with_the_reason() {
    let mut case = with(&["03/06/2019", "she thinks so", ""]);
    let store = &mut case.store;
    let before = review(store);
    for id in [6, 7, 8] {
        let refused = words(hang_date(store, EntryId(id), on_death(), today()));
        assert!(
            refused.contains("could not be counted from “death”"),
            "{refused}"
        );
    }
    assert_eq!(review(store), before);
}

#[test]
fn several_dates_of_one_cell_move_each_in_its_place() {
    let wording = "two days after her death; a week after her death";
    let mut case = with(&[wording, wording]);
    let store = &mut case.store;
    // Both stand in one row, as the reading of returns makes them.
    let mut new = a_return(2, &[]);
    new.entries = vec![super::wording(wording), super::wording(wording)];
    import_return(store, &new, &Silent).expect("imported");
    for id in [8, 9] {
        hang_date(store, EntryId(id), on_death(), today()).expect("hung");
    }
    let dates = |store: &Store| [8, 9].map(|id| ends(&date(store, id)));
    assert_eq!(dates(store), ["2020-03-02", "2020-03-07"]);
    set_key_date(store, &death("2020-01-01")).expect("set");
    assert_eq!(dates(store), ["2020-01-03", "2020-01-08"]);
    let refused = words(hang_date(store, EntryId(6), on_death(), today()));
    assert!(refused.contains("holds 2 dates"), "{refused}");
}
