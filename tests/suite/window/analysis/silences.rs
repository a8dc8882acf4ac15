//! Silences: how long they must be, the records at their ends, agencies without entries, the key dates.

use std::sync::Arc;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use lantern::app::{
    Action, AnalysisAction, AnalysisPart, Notice, PeopleAction, Room, Screen, Silences,
};
use lantern::dates;
use lantern::model::AgencyId;

use super::hands::{Hands, with_sample};

fn show(hands: &mut Hands) {
    hands.go(Room::Analysis);
    hands.act(Action::Analysis(AnalysisAction::Show(
        AnalysisPart::Silences,
    )));
    hands.wait();
}

fn shown() -> Hands {
    let mut hands = with_sample();
    show(&mut hands);
    hands
}

fn found(hands: &Hands) -> Arc<Silences> {
    let open = hands.app().state.open.as_ref().expect("open");
    Arc::clone(open.analysis.silences.found.found().expect("looked at"))
}

fn days(hands: &Hands) -> i64 {
    let open = hands.app().state.open.as_ref().expect("open");
    open.analysis.silences.days
}

#[test]
fn the_number_of_days_is_chosen_or_typed_and_the_list_follows() {
    let mut hands = shown();
    let silences = found(&hands);
    let told = |days: i64| {
        let count = silences.longer_than(days).len();
        format!("{count} silences of more than {days} days, the longest first")
    };
    assert_eq!(days(&hands), 90);
    assert!(hands.sees(&told(90)));
    hands.press("1 year");
    assert!(hands.sees(&told(365)));
    hands.write("Number of days without a record", "45");
    hands.key(Modifiers::NONE, Key::Enter);
    assert_eq!(days(&hands), 45);
    assert!(hands.sees(&told(45)));
    let counts = [45, 90, 365].map(|days| silences.longer_than(days).len());
    assert!(
        counts.is_sorted_by(|more, fewer| more > fewer),
        "{counts:?}"
    );

    hands.write("Number of days without a record", "six weeks");
    hands.press("Show these");
    assert_eq!(days(&hands), 45, "the list is as it was");
    let problem = hands.app().state.notices.iter().any(
        |notice| matches!(notice, Notice::Problem(problem) if problem.title.contains("six weeks")),
    );
    assert!(problem);
}

#[test]
fn a_silence_opens_the_records_at_its_two_ends() {
    let mut hands = shown();
    let silences = found(&hands);
    let longest = silences.longer_than(90)[0];
    let open = hands.app().state.open.as_ref().expect("open");
    let agency = longest.agency.and_then(|id| open.review.agency(id));
    let name = agency.map_or("All agencies together", |agency| agency.name.as_str());
    let silence = longest.silence;
    let name = format!(
        "{name}: {} without a record, {} to {}",
        silence.words(),
        dates::spoken_date(silence.last),
        dates::spoken_date(silence.next)
    );
    // Once as a bar, once as a line of the list.
    hands.press(&name);
    let open = hands.app().state.open.as_ref().expect("open");
    let opened = open.analysis.opened.clone().expect("the records");
    assert_eq!(opened.entries, [silence.before, silence.after]);
    assert!(hands.sees("2 records"));
    hands.press("Close");
    let listed = hands.harness().get_all_by_label(&name).last();
    listed.expect("a line of the list").scroll_to_me();
    hands.settle();
    hands.press_last(&name);
    let open = hands.app().state.open.as_ref().expect("open");
    assert_eq!(open.analysis.opened, Some(opened));
}

#[test]
fn what_stands_nearest_to_a_key_date_is_opened() {
    let mut hands = shown();
    let silences = found(&hands);
    let open = hands.app().state.open.as_ref().expect("open");
    let near = silences
        .around
        .iter()
        .find(|row| row.agency.is_some() && row.before.is_some());
    let near = near.expect("a record before a key date");
    let before = near.before.expect("a record before");
    let key_date = open
        .review
        .key_dates
        .iter()
        .find(|date| date.id == near.key_date);
    let agency = near
        .agency
        .and_then(|id| open.review.agency(id))
        .expect("an agency");
    let days = match before.days {
        1 => "1 day before".to_owned(),
        days => format!("{days} days before"),
    };
    let label = &key_date.expect("a key date").label;
    let name = format!("{}, {label}: {days}", agency.name);
    hands.scroll_to_and_press(&name);
    let open = hands.app().state.open.as_ref().expect("open");
    let opened = open.analysis.opened.as_ref().expect("the record");
    assert_eq!(opened.entries, [before.entry]);
}

#[test]
fn an_agency_without_entries_is_named_and_leads_to_its_import() {
    let mut hands = with_sample();
    let before: Vec<AgencyId> = hands.review().agencies.iter().map(|one| one.id).collect();
    hands.act(Action::People(PeopleAction::AddAgency));
    let agencies = hands.review().agencies;
    let added = agencies.into_iter().find(|one| !before.contains(&one.id));
    let added = added.expect("the new one");
    show(&mut hands);
    let silent = found(&hands).without_entries.clone();
    assert!(silent.contains(&added.id));
    let has_entry = |id: &AgencyId| {
        hands
            .review()
            .entries
            .iter()
            .any(|entry| entry.agency == *id)
    };
    assert!(!silent.iter().any(has_entry));
    hands.scroll_to_and_press(&format!("Import for {}", added.name));
    assert_eq!(hands.app().state.screen(), Screen::Room(Room::Import));
    let open = hands.app().state.open.as_ref().expect("open");
    assert_eq!(open.import.agency, Some(added.id));
}
