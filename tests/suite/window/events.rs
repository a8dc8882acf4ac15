//! Records of one event: proposed beside the chronology, accepted, kept apart, taken back.

use lantern::app::{Action, EventsAction, Room};

use super::hands::{Hands, with_sample};

fn proposed() -> Hands {
    let mut hands = with_sample();
    hands.go(Room::Chronology);
    hands.press("Records of one event");
    hands.wait();
    hands
}

fn waiting(hands: &Hands) -> usize {
    let open = hands.app().state.open.as_ref().expect("open");
    let listed = open.chronology.events_proposed.as_ref().expect("the list");
    listed.proposals.len()
}

#[test]
fn records_of_one_event_are_proposed_and_nothing_is_joined_before_the_chair_says_so() {
    let mut hands = proposed();
    let before = hands.review();
    let proposals = waiting(&hands);
    assert!(proposals > 10, "{proposals} proposals");
    assert!(before.events.is_empty(), "nothing is joined by looking");

    hands.scroll_to_and_press("One event: proposal 1");
    let joined = hands.review();
    assert_eq!(joined.events.len(), 1);
    assert_eq!(waiting(&hands), proposals - 1);
    assert_eq!(
        joined.entries.len(),
        before.entries.len(),
        "nothing is merged"
    );

    hands.scroll_to_and_press("Not the same: proposal 1");
    assert!(!hands.review().parted.is_empty());
    assert_eq!(hands.review().events.len(), 1);
    assert_eq!(waiting(&hands), proposals - 2);

    hands.act(EventsAction::AcceptSure.into());
    assert!(hands.review().events.len() > 5);

    for _ in 0..3 {
        hands.press("Undo");
        hands.wait();
    }
    let after = hands.review();
    assert_eq!((after.events, after.parted), (before.events, before.parted));

    hands.scroll_to_and_press("Close the list");
    let open = hands.app().state.open.as_ref().expect("open");
    assert!(open.chronology.events_proposed.is_none());
}

#[test]
fn what_is_kept_apart_is_not_proposed_again() {
    let mut hands = proposed();
    let listed = |hands: &Hands| {
        let open = hands.app().state.open.as_ref().expect("open");
        let listed = open.chronology.events_proposed.clone().expect("the list");
        let proposals = listed.proposals.into_iter();
        proposals
            .map(|one| one.proposal.entries)
            .collect::<Vec<_>>()
    };
    let first = listed(&hands).swap_remove(0);
    hands.scroll_to_and_press("Not the same: proposal 1");
    hands.act(Action::from(EventsAction::Look));
    hands.wait();
    for entries in listed(&hands) {
        let together = first.iter().filter(|entry| entries.contains(entry)).count();
        assert!(together < 2, "{entries:?} holds two of {first:?}");
    }
}
