//! Records of one event read beside each other.

use lantern::app::{Action, ChronologyAction, EventsAction, Room, Selecting};
use lantern::model::EntryId;

use super::hands::{Hands, with_sample};

/// The two entries whose wordings hold these words.
fn entries_with(hands: &Hands, words: [&str; 2]) -> Vec<EntryId> {
    let review = hands.review();
    words
        .iter()
        .map(|words| {
            let mut entries = review.entries.iter();
            let entry = entries.find(|entry| entry.text.contains(words));
            entry
                .unwrap_or_else(|| panic!("no entry with “{words}”"))
                .id
        })
        .collect()
}

#[test]
fn a_proposal_is_read_side_by_side_before_it_is_decided() {
    let mut hands = with_sample();
    hands.go(Room::Chronology);
    hands.act(EventsAction::Look.into());
    hands.wait();
    let before = hands.review();
    hands.scroll_to_and_press("Side by side: proposal 1");
    let open = hands.app().state.open.as_ref().expect("open");
    let listed = open.chronology.events_proposed.as_ref().expect("the list");
    let count = listed.proposals[0].proposal.entries.len();
    assert!(hands.sees(&format!("{count} records side by side")));
    assert!(hands.sees("What was recorded"));
    hands.press("Close");
    assert!(!hands.sees(&format!("{count} records side by side")));
    assert_eq!(hands.review(), before, "reading stores nothing");
}

#[test]
fn chosen_records_lie_side_by_side_in_order_of_time_with_what_stands_against_another() {
    let mut hands = with_sample();
    hands.go(Room::Chronology);
    let [police, hospital] =
        entries_with(&hands, ["reddening to neck", "No visible injury noted"])[..]
    else {
        panic!("two entries");
    };
    for (entry, how) in [(hospital, Selecting::One), (police, Selecting::Toggle)] {
        hands.act(Action::Chronology(ChronologyAction::Select(entry, how)));
    }
    hands.settle();
    hands.key(egui::Modifiers::NONE, egui::Key::B);
    let open = hands.app().state.open.as_ref().expect("open");
    let compared = open.chronology.side_by_side.as_ref().expect("side by side");
    assert_eq!(
        compared.entries,
        [police, hospital],
        "by time, not by choice"
    );
    let marked = compared.differences.iter().map(|found| found.about.words());
    let marked: Vec<&str> = marked.collect();
    assert!(marked.contains(&"Injury"), "{marked:?}");
    assert!(hands.sees("2 records side by side"));
    hands.key(egui::Modifiers::NONE, egui::Key::Escape);
    let open = hands.app().state.open.as_ref().expect("open");
    assert!(open.chronology.side_by_side.is_none(), "Escape closes it");
    assert_eq!(open.chronology.selected.len(), 2, "and nothing else");
}
