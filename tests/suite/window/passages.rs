//! Marking words of an entry and tagging them, by mouse and by keyboard.

use egui::{Key, Modifiers};
use lantern::app::{
    Action, App, ChronologyAction, EntryAction, PassagesAction, Selecting, ShellAction,
};
use lantern::model::{EntryId, Passage, RecordCell, Tagging};

use super::hands::{Hands, with_sample};

/// An entry with a response and without a tag, in the detail pane.
fn with_an_entry() -> (Hands, EntryId) {
    let mut hands = with_sample();
    let review = hands.review();
    let is_tagged = |id: EntryId| review.taggings.iter().any(|one| one.entry == id);
    let entry = review.entries.iter().find(|one| {
        one.response.len() > 12 && one.text.len() > 40 && one.text.is_ascii() && !is_tagged(one.id)
    });
    let id = entry.expect("such an entry").id;
    hands.act(Action::Shell(ShellAction::ShowEntry(id)));
    (hands, id)
}

fn tags(hands: &Hands, entry: EntryId) -> Vec<Tagging> {
    let review = hands.review();
    let tags = review.taggings.into_iter();
    tags.filter(|one| one.entry == entry).collect()
}

fn words(passages: &[Passage]) -> Vec<&str> {
    passages.iter().map(|one| one.words.as_str()).collect()
}

#[test]
fn words_are_marked_and_tagged_by_keyboard_alone_and_undone() {
    let (mut hands, entry) = with_an_entry();
    let text = hands.review().entry(entry).expect("there").text.clone();
    hands.key(Modifiers::COMMAND, Key::M);
    for _ in 0..2 {
        hands.key(Modifiers::SHIFT | Modifiers::CTRL, Key::ArrowRight);
    }
    let state = hands.app().state.open.as_ref().expect("open");
    let marked = state
        .chronology
        .marked_here()
        .expect("marked")
        .passage
        .words
        .clone();
    assert!(marked.len() > 3 && text.starts_with(&marked), "{marked}");
    assert!(hands.sees_part(&format!("Marked: “{marked}”")));
    hands.key(Modifiers::NONE, Key::Num2);
    let set = tags(&hands, entry);
    let second = hands
        .review()
        .weaknesses
        .iter()
        .filter(|one| !one.is_part())
        .nth(1)
        .expect("two")
        .clone();
    assert_eq!(set.len(), 1);
    assert_eq!(set[0].weakness, second.key);
    assert_eq!(set[0].coder, "Dr R. Amankwah");
    assert_eq!(words(&set[0].passages), [marked.as_str()]);
    let state = hands.app().state.open.as_ref().expect("open");
    assert!(
        state.chronology.marked_here().is_none(),
        "what is tagged is no longer in hand"
    );
    assert!(hands.sees(&format!("“{marked}”")));
    hands.key(Modifiers::NONE, Key::Escape);
    hands.key(Modifiers::COMMAND, Key::Z);
    assert!(tags(&hands, entry).is_empty());
}

#[test]
fn words_are_tagged_by_the_menu_unmarked_and_given_a_memo() {
    let (mut hands, entry) = with_an_entry();
    let mark = |from, until| PassagesAction::Mark {
        entry,
        cell: RecordCell::Response,
        from,
        until,
    };
    hands.act(mark(0, 9).into());
    let response = hands.review().entry(entry).expect("there").response.clone();
    let expected = response
        .chars()
        .take(9)
        .collect::<String>()
        .trim()
        .to_owned();
    assert!(hands.sees(&format!("Marked: “{expected}”")));
    hands.scroll_to_and_press("Tag the marked words");
    hands.press_last("Lack of training");
    let set = tags(&hands, entry);
    assert_eq!(
        (set[0].weakness.as_str(), words(&set[0].passages)),
        ("training_lacking", vec![expected.as_str()])
    );
    let memo = "Memo on Lack of training, tagged by Dr R. Amankwah";
    hands.write(memo, "Nobody had been told what to do.");
    hands.key(Modifiers::NONE, Key::Tab);
    assert_eq!(
        tags(&hands, entry)[0].memo,
        "Nobody had been told what to do."
    );
    hands.scroll_to_and_press(&format!("Unmark “{expected}”"));
    let set = tags(&hands, entry);
    assert!(set[0].passages.is_empty());
    assert_eq!(set[0].memo, "Nobody had been told what to do.");
}

#[test]
fn blanks_are_no_mark_and_another_entry_has_none() {
    let (mut hands, entry) = with_an_entry();
    let text = hands.review().entry(entry).expect("there").text.clone();
    let blank = text.find(' ').expect("two words");
    let mark = |from, until| PassagesAction::Mark {
        entry,
        cell: RecordCell::Text,
        from,
        until,
    };
    hands.act(mark(blank, blank + 1).into());
    let state = |app: &App| {
        app.state
            .open
            .as_ref()
            .expect("open")
            .chronology
            .marked_here()
            .cloned()
    };
    assert_eq!(state(hands.app()), None);
    hands.act(mark(0, blank).into());
    assert!(state(hands.app()).is_some());
    let other = hands
        .review()
        .entries
        .iter()
        .map(|one| one.id)
        .find(|id| *id != entry);
    let other = other.expect("another");
    hands.act(Action::Chronology(ChronologyAction::Select(
        other,
        Selecting::One,
    )));
    assert_eq!(state(hands.app()), None);
    hands.key(Modifiers::NONE, Key::Num1);
    let one = hands.review().weaknesses[0].key.clone();
    let mut set = tags(&hands, other)
        .into_iter()
        .filter(|tag| tag.weakness == one);
    assert!(
        set.all(|tag| tag.passages.is_empty()),
        "the digit tags the whole record"
    );
    assert!(tags(&hands, entry).is_empty());
}

#[test]
fn of_two_coders_tags_one_is_taken_off_and_the_other_stays() {
    let (mut hands, entry) = with_an_entry();
    hands.act(Action::Chronology(ChronologyAction::Tag(
        "no_enquiry".to_owned(),
    )));
    "Leyla Demir".clone_into(&mut hands.app_mut().state.settings.name);
    hands.act(Action::Chronology(ChronologyAction::Tag(
        "no_enquiry".to_owned(),
    )));
    assert_eq!(tags(&hands, entry).len(), 2);
    hands.scroll_to_and_press("Take off No routine or selective enquiry, tagged by Dr R. Amankwah");
    let left = tags(&hands, entry);
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].coder, "Leyla Demir");
}

#[test]
fn words_that_are_no_longer_in_the_record_say_so() {
    let (mut hands, _) = with_an_entry();
    hands.act(Action::Entry(EntryAction::Add));
    hands.wait();
    let entry = hands.current_entry();
    hands.write("What happened", "He rang the surgery again and again");
    hands.key(Modifiers::NONE, Key::Tab);
    let mark = PassagesAction::Mark {
        entry,
        cell: RecordCell::Text,
        from: 16,
        until: 35,
    };
    hands.act(mark.into());
    hands.act(PassagesAction::Tag("training_lacking".to_owned()).into());
    let said = "These words are no longer in the record";
    for (text, is_gone, is_elsewhere) in [
        ("He rang the surgery again and again", false, false),
        ("Later he rang the surgery again and again", false, true),
        ("He rang the surgery twice", true, false),
    ] {
        hands.write("What happened", text);
        hands.key(Modifiers::NONE, Key::Tab);
        assert_eq!(hands.sees_part(said), is_gone, "{text}");
        assert_eq!(
            hands.sees_part("stand at another place"),
            is_elsewhere,
            "{text}"
        );
        assert_eq!(
            words(&tags(&hands, entry)[0].passages),
            ["ery again and again"]
        );
    }
}
