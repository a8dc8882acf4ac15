//! The page under the cursor, and versions of the draft.

use std::thread;

use lantern::app::{Action, DraftAction, Laid, PAUSE, Room};
use lantern::model::Section;
use lantern::publish::Place;

use super::hands::{Hands, with_sample};

fn draft() -> Hands {
    let mut hands = with_sample();
    hands.go(Room::Draft);
    hands
}

/// The longest section, shown.
fn longest(hands: &mut Hands) -> Section {
    let sections = hands.review().sections;
    let section = sections
        .into_iter()
        .max_by_key(|section| section.text.len())
        .expect("a section");
    hands.act(Action::Draft(DraftAction::Show(section.id)));
    section
}

fn laid(hands: &Hands) -> &Laid {
    let open = hands.app().state.open.as_ref().expect("an open review");
    open.draft.pages.laid.as_ref().expect("pages")
}

fn place(hands: &Hands) -> Place {
    let open = hands.app().state.open.as_ref().expect("an open review");
    open.draft.place_on_page().expect("a place")
}

fn pause(hands: &mut Hands) {
    thread::sleep(PAUSE);
    hands.wait();
}

#[test]
fn the_page_under_the_cursor_follows_the_text() {
    let mut hands = draft();
    let section = longest(&mut hands);
    hands.press("Show the page");
    hands.wait();
    let first = place(&hands);
    assert!(first.page > 0, "title page and contents come first");
    let shown = |place: &Place| format!("Page {} as it is printed", place.page + 1);
    assert!(hands.sees(&shown(&first)));

    let end = section.text.len();
    hands.act(Action::Draft(DraftAction::Choose(end..end)));
    let last = place(&hands);
    assert!(
        last.page > first.page || last.lines.start > first.lines.end,
        "{first:?} {last:?}"
    );
    assert!(hands.sees(&shown(&last)));
    hands.press("Page before");
    assert!(hands.sees(&format!("Page {} as it is printed", last.page)));
    hands.press("To the cursor");
    assert!(hands.sees(&shown(&last)));

    let number = laid(&hands).number;
    let longer = format!(
        "{}\n\n{}",
        section.text,
        "Nobody had asked her about it. ".repeat(400)
    );
    hands.write(&format!("Text of {}", section.title), &longer);
    pause(&mut hands);
    assert!(laid(&hands).number > number, "typeset anew after a pause");
    let typed = place(&hands);
    assert!(typed.page > last.page, "{last:?} {typed:?}");
    assert!(hands.sees(&shown(&typed)));
    hands.go(Room::Draft);
    pause(&mut hands);
    let number = laid(&hands).number;
    pause(&mut hands);
    assert_eq!(
        laid(&hands).number,
        number,
        "nothing changed, so nothing is typeset"
    );
    hands.press("Hide the page");
    assert!(!hands.sees(&shown(&typed)));
}

#[test]
fn a_version_is_kept_compared_and_gone_back_to() {
    let mut hands = draft();
    let mut section = longest(&mut hands);
    section.text.push_str("\n\nWhat the family added.");
    hands.write(&format!("Text of {}", section.title), &section.text);
    hands.go(Room::Draft);
    let before = hands.review().sections;
    let kept = hands.review().versions.len();
    hands.press_part("Versions");
    hands.press("Put this draft aside");
    hands.wait();
    assert_eq!(hands.review().versions.len(), kept + 1);
    assert!(hands.sees("Both say the same, word for word."));
    hands.write("Name of the version", "Before the meeting");
    hands.press("Back to the text");
    let mut paragraphs: Vec<&str> = section.text.split("\n\n").collect();
    paragraphs.remove(0);
    paragraphs.push("A paragraph that nobody had read.");
    hands.write(
        &format!("Text of {}", section.title),
        &paragraphs.join("\n\n"),
    );
    hands.press_part("Versions (");
    hands.wait();
    assert!(hands.sees_part("From “Before the meeting” to the draft now"));
    let summary = hands
        .app()
        .state
        .open
        .as_ref()
        .expect("open")
        .draft
        .versions
        .summary();
    assert_eq!(summary, "Paragraphs: 1 new, 1 gone.");
    assert!(hands.sees(&summary));
    assert!(hands.sees("[new: A paragraph that nobody had read.]"));
    assert!(hands.sees_part("[gone: "));
    hands.press("Make it the draft again");
    hands.wait();
    assert_eq!(hands.review().sections, before);
    assert_eq!(hands.review().versions.len(), kept + 2);
    let undo = hands.app().state.open.as_ref().expect("open").undo.clone();
    assert_eq!(undo.as_deref(), Some("Go back to a version of the draft"));
}
