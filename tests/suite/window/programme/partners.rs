//! The lock of women’s safety work: closed, it shows nothing; open, it shows nothing elsewhere.

use egui::{Key, Modifiers};
use lantern::app::{Notice, PartnersAction, ProgrammeRoom, Screen};

use super::{HERS, LOCK, opened, with_programme};
use crate::window::hands::Hands;

fn unlocked() -> Hands {
    let mut hands = with_programme();
    hands.press("Partners");
    unlock(&mut hands);
    hands
}

fn unlock(hands: &mut Hands) {
    assert!(hands.sees("Women’s safety work is locked"));
    hands.write("Passphrase of women’s safety work", LOCK);
    hands.press("Unlock");
    hands.wait();
    assert!(opened(hands).behind.is_some());
}

#[test]
fn the_lock_opens_with_its_own_passphrase_only() {
    let mut hands = with_programme();
    hands.press("Partners");
    for wrong in ["four plain words here", "heron"] {
        hands.write("Passphrase of women’s safety work", wrong);
        hands.press("Unlock");
        hands.wait();
        assert!(opened(&hands).behind.is_none());
        assert!(!hands.sees_part(HERS));
    }
    assert!(hands.sees("The lock was not opened"));
}

#[test]
fn nothing_of_hers_stands_in_any_other_room_and_locking_takes_it_all_away() {
    let mut hands = unlocked();
    assert!(hands.sees_part(HERS));
    let first = opened(&hands).behind.as_ref().expect("open").partners()[0].id;
    hands.act(PartnersAction::Choose(Some(first)).into());
    assert!(hands.sees_part("called in the morning"));
    for room in ProgrammeRoom::ALL
        .into_iter()
        .filter(|room| *room != ProgrammeRoom::Partners)
    {
        hands.act(room.into());
        assert_eq!(hands.app().state.screen(), Screen::Programme(room));
        assert!(!hands.sees_part(HERS), "{room:?}");
    }
    hands.act(ProgrammeRoom::Partners.into());
    hands.press("Lock again");
    assert!(opened(&hands).behind.is_none());
    assert!(!hands.sees_part(HERS));
    assert!(!hands.sees_part("called in the morning"));
    assert!(hands.sees("Women’s safety work is locked"));
}

#[test]
fn what_she_says_is_kept_and_undo_names_nothing_of_it() {
    let mut hands = unlocked();
    let first = opened(&hands).behind.as_ref().expect("open").partners()[0].id;
    hands.act(PartnersAction::Choose(Some(first)).into());
    hands.press("Record a contact");
    hands.write("Words on the contact", "A heron’s secret.");
    hands.press("Keep it");
    hands.wait();
    assert!(hands.sees("A heron’s secret."));
    assert_eq!(opened(&hands).undo.as_deref(), Some("Women’s safety work"));
    hands.key(Modifiers::COMMAND, Key::Z);
    assert!(!hands.sees("A heron’s secret."));
    for notice in &hands.app().state.notices {
        let words = match notice {
            Notice::Done(words) => words.clone(),
            Notice::Problem(problem) => format!("{} {}", problem.title, problem.words),
        };
        assert!(!words.contains("heron") && !words.contains(HERS), "{words}");
    }
}

#[test]
fn while_the_lock_is_closed_undo_does_not_tell_that_anything_was_kept() {
    let mut hands = unlocked();
    let first = opened(&hands).behind.as_ref().expect("open").partners()[0].id;
    hands.act(PartnersAction::Choose(Some(first)).into());
    hands.press("Record a contact");
    hands.write("Words on the contact", "A heron’s secret.");
    hands.press("Keep it");
    hands.wait();
    hands.press("Lock again");
    assert_eq!(opened(&hands).undo, None);
    unlock(&mut hands);
    assert_eq!(opened(&hands).undo.as_deref(), Some("Women’s safety work"));
}

#[test]
fn couples_work_names_every_condition_that_is_not_met() {
    let mut hands = unlocked();
    let first = opened(&hands).behind.as_ref().expect("open").partners()[0].id;
    hands.act(PartnersAction::Choose(Some(first)).into());
    hands.press("Couples work");
    assert!(hands.sees_part("Couples work may not be offered"));
    assert!(hands.sees_part("24 are needed"));
    assert!(hands.sees_part("She wants it, asked alone: not asked"));
}

#[test]
fn a_notice_is_given() {
    let mut hands = unlocked();
    let first = opened(&hands).behind.as_ref().expect("open").partners()[0].id;
    hands.act(PartnersAction::Choose(Some(first)).into());
    hands.press("Notices");
    assert!(hands.sees_part("overdue"));
    hands.press("She was told today: a concern for her safety");
    hands.wait();
    assert!(hands.sees_part("she was told on"));
}
