//! Entries typed in by hand beside those that agencies sent.

use egui::{Key, Modifiers};
use lantern::app::{Action, EntryAction, Room};
use lantern::dates;
use lantern::model::{Entry, HangsOn};

use super::hands::{Hands, with_sample};

fn current(hands: &Hands) -> Entry {
    let open = hands.app().state.open.as_ref().expect("open");
    Entry::clone(open.review.entry(hands.current_entry()).expect("there"))
}

#[test]
fn an_entry_is_typed_by_hand_changed_and_taken_back_step_by_step() {
    let mut hands = with_sample();
    hands.go(Room::Chronology);
    let before = hands.review();
    hands.key(Modifiers::NONE, Key::N);
    let added = current(&hands);
    assert!(added.is_typed_by_hand() && !added.when.is_understood());
    for (name, text) in [
        ("When", "two days before the death"),
        ("What happened", "Her sister rang; she sounded afraid."),
        ("Who told or wrote it", "Her sister, to the chair"),
    ] {
        hands.write(name, text);
        hands.key(Modifiers::NONE, Key::Tab);
    }
    let typed = current(&hands);
    assert_eq!(typed.id, added.id);
    assert_eq!(typed.when.wording, "two days before the death");
    assert_eq!(dates::spoken(&typed.when), "16 May 2021, inferred");
    assert!(matches!(typed.when.hangs_on, Some(HangsOn::KeyDate(_))));
    assert_eq!(typed.text, "Her sister rang; she sounded afraid.");
    assert_eq!(typed.recorder, "Her sister, to the chair");

    let other = before
        .agencies
        .iter()
        .find(|agency| agency.id != typed.agency);
    let other = other.expect("another agency").id;
    hands.act(Action::Entry(EntryAction::SetAgency(typed.id, other)));
    assert_eq!(current(&hands).agency, other);

    for _ in 0..5 {
        hands.press("Undo");
        hands.wait();
    }
    assert_eq!(hands.review(), before);
}

#[test]
fn what_an_agency_sent_has_no_field_to_change_it_and_is_refused() {
    let mut hands = with_sample();
    hands.go(Room::Chronology);
    hands.key(Modifiers::NONE, Key::Home);
    let sent = current(&hands);
    assert!(!sent.is_typed_by_hand());
    assert!(!hands.sees("What happened"));
    let other = hands
        .review()
        .agencies
        .iter()
        .map(|agency| agency.id)
        .find(|id| *id != sent.agency);
    hands.act(Action::Entry(EntryAction::SetAgency(
        sent.id,
        other.expect("one"),
    )));
    assert_eq!(current(&hands), sent);
    assert!(hands.sees_part("stays as it is"), "the refusal is said");
}

#[test]
fn two_dates_in_one_field_stay_there_with_a_word() {
    let mut hands = with_sample();
    hands.go(Room::Chronology);
    hands.key(Modifiers::NONE, Key::N);
    hands.write("When", "in October 2017 and again in February 2018");
    hands.key(Modifiers::NONE, Key::Tab);
    assert!(hands.sees_part("more than one date"));
    assert!(!current(&hands).when.is_understood());
    hands.write("When", "October 2017");
    hands.key(Modifiers::NONE, Key::Tab);
    assert_eq!(dates::spoken(&current(&hands).when), "October 2017");
}
