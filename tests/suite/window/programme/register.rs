//! The register of a session, filled by keyboard alone.

use egui::{Key, Modifiers};
use lantern::app::{GroupsAction, RegisterRow};
use lantern::model::programme::Mark;

use super::{HERS, before, opened, with_programme};
use crate::window::hands::Hands;

fn rows(hands: &Hands) -> Vec<RegisterRow> {
    let open = opened(hands);
    open.register(open.groups.session.expect("a session"))
}

#[test]
fn a_register_is_filled_by_keyboard_alone() {
    let mut hands = with_programme();
    hands.key(Modifiers::COMMAND, Key::Num2);
    assert!(rows(&hands).iter().all(|row| row.mark.is_none()));
    let all = rows(&hands).len();
    assert!(all > 5);
    for key in [Key::A, Key::M, Key::A, Key::U] {
        hands.key(Modifiers::NONE, key);
    }
    let day = before(0).format("%d/%m/%Y").to_string();
    hands.harness().event(egui::Event::Text(day));
    hands.settle();
    hands.key(Modifiers::NONE, Key::Enter);
    let marks: Vec<Option<Mark>> = rows(&hands).iter().map(|row| row.mark).collect();
    let expected = [
        Some(Mark::Attended),
        Some(Mark::Missed),
        Some(Mark::Attended),
        Some(Mark::MadeUp(before(0))),
        None,
    ];
    assert_eq!(marks[..5], expected);

    hands.key(Modifiers::NONE, Key::ArrowUp);
    hands.key(Modifiers::NONE, Key::Backspace);
    assert_eq!(rows(&hands)[3].mark, None, "not registered again");
    hands.press("All attended");
    hands.wait();
    assert!(rows(&hands).iter().all(|row| row.mark.is_some()));
    assert_eq!(
        rows(&hands)[1].mark,
        Some(Mark::Missed),
        "a mark that stands is kept"
    );
    hands.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(rows(&hands)[5].mark, None);
}

#[test]
fn a_session_is_held_and_a_second_on_the_same_day_is_refused() {
    let mut hands = with_programme();
    hands.press("Groups & attendance");
    let before_now = opened(&hands).programme.sessions.len();
    hands.press("Hold a session");
    hands.wait();
    assert_eq!(opened(&hands).programme.sessions.len(), before_now + 1);
    hands.press("Hold a session");
    hands.wait();
    assert_eq!(opened(&hands).programme.sessions.len(), before_now + 1);
    assert!(hands.sees_part("Go on in its register"));
}

#[test]
fn the_calendar_says_every_line_and_a_place_can_end() {
    let mut hands = with_programme();
    hands.press("Groups & attendance");
    hands.press("Calendar");
    assert!(hands.sees_part("attended"));
    hands.press("Places");
    let group = opened(&hands).programme.groups[0].id;
    let taken = opened(&hands).members(group, opened(&hands).today).len();
    hands.press("End the place of Inskip");
    hands.wait();
    let tomorrow = opened(&hands).today.succ_opt().expect("a day");
    assert_eq!(opened(&hands).members(group, tomorrow).len(), taken - 1);
}

#[test]
fn a_group_sheet_is_written_and_holds_nothing_of_hers() {
    let mut hands = with_programme();
    hands.key(Modifiers::COMMAND, Key::Num2);
    assert!(hands.sees("Group sheet…"));
    let path = hands.folder().join("tuesday.pdf");
    hands.act(GroupsAction::WriteSheet(path.clone()).into());
    hands.wait();
    assert!(hands.sees("The group sheet was written: tuesday.pdf"));
    assert!(std::fs::read(path).expect("a file").starts_with(b"%PDF"));
    assert!(!hands.sees_part(HERS));
}
