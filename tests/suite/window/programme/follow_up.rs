//! Follow-up on his side: what he said, what was measured, what the police answered.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use lantern::app::ProgrammeRoom;
use lantern::model::programme::{Answer, FollowUp, FollowUpResult};

use super::{opened, with_programme};
use crate::window::hands::Hands;

/// The follow-up of the one man who was reached.
fn in_hand() -> Hands {
    let mut hands = with_programme();
    hands.act(ProgrammeRoom::FollowUp.into());
    hands.press_part("With a result");
    hands.press("Record the result of Calloway after 6 months");
    hands
}

fn his(hands: &Hands) -> Vec<FollowUp> {
    let mut men = opened(hands).programme.men.iter();
    let man = men.find(|man| man.name == "Calloway");
    man.expect("on file").follow_ups.clone()
}

fn choose(hands: &mut Hands, question: &str, answer: &str) {
    let mut found = hands.harness().get_all_by_label(question);
    found.next_back().expect("a menu").scroll_to_me();
    drop(found);
    hands.settle();
    hands.press_last(question);
    hands.press_last(answer);
}

#[test]
fn what_the_police_answered_is_kept_beside_what_he_said() {
    let mut hands = in_hand();
    let day = his(&hands)[0].on;
    hands.press_part("Change the attempt of");
    choose(&mut hands, "The police: a further incident", "No");
    choose(
        &mut hands,
        "Another agency: a further incident",
        "Not known",
    );
    hands.scroll_to_and_press("Record it");
    hands.wait();
    let kept = his(&hands);
    assert_eq!(kept.len(), 1, "corrected, not added");
    assert_eq!((kept[0].on, kept[0].incident), (day, Answer::No));
    assert_eq!(kept[0].police, Answer::No);
    assert_eq!(kept[0].other_agency, Answer::NotKnown);
    assert!(hands.sees_part("police: no"));
    hands.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(his(&hands)[0].police, Answer::NotAsked);
    assert!(!hands.sees_part("police: no"));
}

#[test]
fn the_police_can_be_asked_about_a_man_who_was_not_reached() {
    let mut hands = in_hand();
    choose(&mut hands, "What came of it", "Refused");
    choose(&mut hands, "The police: a further incident", "Yes");
    hands.scroll_to_and_press("Record it");
    hands.wait();
    let kept = his(&hands);
    assert_eq!(kept[1].result, FollowUpResult::Refused);
    assert_eq!(
        (kept[1].incident, kept[1].police),
        (Answer::NotAsked, Answer::Yes)
    );
    hands.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(his(&hands).len(), 1);
}

#[test]
fn an_attempt_is_removed_and_brought_back() {
    let mut hands = in_hand();
    hands.press_part("Remove the attempt of");
    hands.wait();
    assert!(his(&hands).is_empty());
    hands.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(his(&hands).len(), 1);
}
