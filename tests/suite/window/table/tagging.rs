//! Weaknesses set by keys in the tagging bar, and on several entries at once.

use egui::{Key, Modifiers};
use lantern::app::{ChronologyAction, tag_keys};

use super::{NONE, do_it, in_chronology, state};

#[test]
fn in_the_tagging_bar_every_weakness_has_a_key_and_enter_goes_on() {
    let mut hands = in_chronology();
    hands.key(NONE, Key::T);
    let first = hands.current_entry();
    let weaknesses = hands.review().weaknesses.clone();
    let mut own = weaknesses.iter().filter(|weakness| !weakness.is_part());
    let tenth = own.nth(9).expect("ten of their own");
    assert!(hands.sees(&format!("{}, key A", tenth.name)));
    let mut parts = weaknesses.iter().filter(|weakness| weakness.is_part());
    let part = parts.next().expect("a part");
    let keyed = tag_keys(&hands.review())
        .find(|(one, _)| one.id == part.id)
        .and_then(|(_, key)| key);
    let key = keyed.expect("a key behind those of the others");
    assert!(hands.sees(&format!("{}, key {key}", part.name)));
    let before = hands.tags_of(first);
    hands.key(NONE, Key::A);
    assert_ne!(hands.tags_of(first), before);
    assert!(hands.sees_part(&format!("{}. Ctrl Z takes it back.", tenth.name)));
    hands.key(NONE, Key::Enter);
    let second = hands.current_entry();
    assert_ne!(second, first);
    hands.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(hands.tags_of(first), before, "one undo takes the tag back");
    hands.key(NONE, Key::Escape);
    assert!(state(&hands).tagging.is_none());
    assert_eq!(
        hands.current_entry(),
        second,
        "leaving the bar leaves the entry"
    );
}

#[test]
fn a_tag_is_found_by_a_part_of_its_name() {
    let mut hands = in_chronology();
    hands.key(NONE, Key::T);
    let entry = hands.current_entry();
    let before = hands.tags_of(entry);
    let weakness = hands.review().weaknesses.last().cloned().expect("one");
    hands.key(NONE, Key::Slash);
    hands.write("Find a tag by name", &weakness.name.to_uppercase());
    hands.key(NONE, Key::Enter);
    assert_ne!(hands.tags_of(entry), before);
    let tagging = state(&hands).tagging.clone().expect("still open");
    assert!(tagging.said.contains(&weakness.name), "{}", tagging.said);
    assert_eq!(tagging.typed, None, "back to keys");
}

#[test]
fn shift_with_arrows_chooses_and_what_is_set_is_one_undo() {
    let mut hands = in_chronology();
    hands.key(NONE, Key::ArrowDown);
    hands.key(Modifiers::SHIFT, Key::ArrowDown);
    hands.key(Modifiers::SHIFT, Key::ArrowDown);
    assert!(hands.sees("3 entries chosen"));
    hands.key(Modifiers::SHIFT, Key::ArrowUp);
    assert!(hands.sees("2 entries chosen"));
    let before = hands.review();
    do_it(
        &mut hands,
        ChronologyAction::SetDisclosure(lantern::model::Disclosure::Disclosed),
    );
    assert_ne!(hands.review().entries, before.entries);
    hands.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(hands.review().entries, before.entries);
}
