//! A filter set in its menu and its chips, and what is hidden by it.

use egui::Key;
use lantern::app::ChronologyAction;
use lantern::model::ImportId;

use super::{NONE, do_it, in_chronology, shown, state, with_review};

#[test]
fn a_filter_is_set_in_its_menu_and_taken_away_by_its_chip() {
    let mut hands = in_chronology();
    let all = shown(&hands).len();
    hands.key(NONE, Key::F);
    hands.press("Without tags");
    let untagged = shown(&hands).len();
    assert!(untagged < all);
    hands.press("Basis");
    hands.press_last("First-hand record");
    hands.key(NONE, Key::Escape);
    assert!(hands.sees("Remove filter First-hand record"));
    assert!(hands.sees_part(&format!("of {all} entries")));
    hands.press("Remove filter Without tags");
    assert!(!state(&hands).filter.untagged);
    hands.press("Show all");
    assert_eq!(shown(&hands).len(), all);
}

#[test]
fn a_stretch_of_time_is_typed_as_a_person_writes_it() {
    let mut hands = in_chronology();
    do_it(&mut hands, ChronologyAction::SetFrom("2019".to_owned()));
    do_it(
        &mut hands,
        ChronologyAction::SetUntil("March 2019".to_owned()),
    );
    let filter = &state(&hands).filter;
    assert_eq!(
        filter.from.map(|day| day.to_string()).as_deref(),
        Some("2019-01-01")
    );
    assert_eq!(
        filter.until.map(|day| day.to_string()).as_deref(),
        Some("2019-03-31")
    );
    let christmas = || "Christmas 2018".to_owned();
    do_it(&mut hands, ChronologyAction::SetFrom(christmas()));
    do_it(&mut hands, ChronologyAction::SetUntil(christmas()));
    let filter = &state(&hands).filter;
    let days = [filter.from, filter.until].map(|day| day.map(|day| day.to_string()));
    assert_eq!(
        days,
        [Some("2018-12-24".to_owned()), Some("2018-12-26".to_owned())],
        "times with a name are those of the template"
    );
    do_it(
        &mut hands,
        ChronologyAction::SetFrom("the day of the fish".to_owned()),
    );
    assert!(hands.sees_part("was not understood as a date"));
    assert!(
        state(&hands).filter.from.is_some(),
        "the filter is as it was"
    );
}

#[test]
fn what_was_withdrawn_is_hidden_with_a_word_and_shown_on_demand() {
    let mut hands = in_chronology();
    let all = shown(&hands);
    let gone = all[4];
    with_review(&mut hands, |review| {
        let entries = std::sync::Arc::make_mut(&mut review.entries);
        let entry = entries
            .iter_mut()
            .find(|entry| entry.id == gone)
            .expect("there");
        std::sync::Arc::make_mut(entry).withdrawn = Some(ImportId(1));
    });
    assert!(!shown(&hands).contains(&gone));
    assert!(hands.sees("1 withdrawn entry is hidden"));
    hands.press("Show what was withdrawn");
    assert_eq!(shown(&hands), all);
    let open = hands.app().state.open.as_ref().expect("open");
    let options = lantern::publish::Options::new(open.today);
    let options = open.chronology.to_print(&open.review, options);
    assert_eq!(options.rows.map(|rows| rows.len()), Some(all.len() - 1));
    assert!(
        options.note.contains("without 1 that were withdrawn"),
        "{}",
        options.note
    );
}
