//! Suggestions are looked through one by one, by keyboard alone, and nothing is tagged before.

use egui::{Key, Modifiers};
use lantern::app::{
    Action, AnalysisAction, AnalysisPart, Room, Screen, SuggestionKey, SuggestionsState,
};

use super::hands::{Hands, with_sample};

fn shown() -> Hands {
    let mut hands = with_sample();
    hands.go(Room::Analysis);
    hands.act(Action::Analysis(AnalysisAction::Show(
        AnalysisPart::Suggestions,
    )));
    hands.wait();
    hands
}

fn state(hands: &Hands) -> &SuggestionsState {
    &hands
        .app()
        .state
        .open
        .as_ref()
        .expect("open")
        .analysis
        .suggestions
}

fn in_hand(hands: &Hands) -> SuggestionKey {
    state(hands).at.clone().expect("one in hand")
}

#[test]
fn a_suggestion_is_accepted_and_declined_by_keyboard_and_undone() {
    let mut hands = shown();
    let before = hands.review();
    let count = state(&hands).left.len();
    assert!(count > 20, "{count}");
    assert!(hands.sees(&format!("{count} to look at")));
    let (entry, weakness) = in_hand(&hands);
    let passages = state(&hands).left[0].passages.clone();
    hands.key(Modifiers::NONE, Key::A);
    let tag = hands.review().taggings.last().expect("tagged").clone();
    assert_eq!((tag.entry, &tag.weakness), (entry, &weakness));
    assert_eq!(
        (tag.passages, tag.coder.as_str()),
        (passages, "Dr R. Amankwah")
    );
    let next = in_hand(&hands);
    assert_ne!(next, (entry, weakness.clone()));
    hands.key(Modifiers::NONE, Key::D);
    let declined = hands.review().declined;
    assert_eq!(declined.len(), 1);
    assert_eq!((declined[0].entry, declined[0].weakness.clone()), next);
    assert!(
        !state(&hands)
            .left
            .iter()
            .any(|one| (one.entry, one.weakness.clone()) == next)
    );
    for _ in 0..2 {
        hands.key(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(hands.review(), before);
    assert_eq!(state(&hands).left.len(), count);
}

#[test]
fn arrows_take_another_in_hand_and_o_opens_its_entry() {
    let mut hands = shown();
    let first = in_hand(&hands);
    hands.key(Modifiers::NONE, Key::ArrowDown);
    hands.key(Modifiers::NONE, Key::ArrowDown);
    hands.key(Modifiers::NONE, Key::ArrowUp);
    let second = in_hand(&hands);
    assert_ne!(second, first);
    hands.key(Modifiers::NONE, Key::O);
    assert_eq!(hands.app().state.screen(), Screen::Room(Room::Chronology));
    assert_eq!(hands.current_entry(), second.0);
    hands.go(Room::Analysis);
    hands.wait();
    assert_eq!(in_hand(&hands), second, "the place is kept");
}

#[test]
fn one_weakness_is_looked_through_and_what_was_declined_can_be_suggested_again() {
    let mut hands = shown();
    let review = hands.review();
    let key = "dynamics_not_understood";
    let keys: Vec<&str> = review.with_parts(key).collect();
    let of = state(&hands)
        .left
        .iter()
        .filter(|one| keys.contains(&one.weakness.as_str()))
        .count();
    assert!(of > 2);
    hands.press("Only suggestions of");
    hands.press_last(&format!("Dynamics of abuse not understood ({of})"));
    let shown = state(&hands).shown(&review).len();
    assert_eq!(shown, of);
    let first = in_hand(&hands);
    let name = review.tag_name(&first.1).to_owned();
    hands.press(&format!("Decline suggestion 1: {name}"));
    hands.wait();
    assert_eq!(state(&hands).shown(&review).len(), of - 1);
    hands.scroll_to_and_press("Show the 1 declined");
    hands.scroll_to_and_press("Suggest it again");
    hands.wait();
    assert_eq!(state(&hands).shown(&review).len(), of);
    assert!(hands.review().declined.is_empty());
}

#[test]
fn without_a_name_nothing_is_tagged_and_the_window_says_what_to_do() {
    let mut hands = shown();
    hands.app_mut().state.settings.name.clear();
    let before = hands.review();
    hands.key(Modifiers::NONE, Key::A);
    assert_eq!(hands.review(), before);
    assert!(hands.sees_part("Enter your name first"));
}
