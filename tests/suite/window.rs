//! The window without a display: found by accessible name, used like a person would, by mouse and keyboard.

mod analysis;
mod by_hand;
mod checks;
mod draft;
mod draft_pages;
mod drafts;
mod events;
mod hands;
mod identities;
mod import;
mod keeping_up;
mod pack;
mod panel;
mod passages;
mod pictures;
mod plan;
mod programme;
mod publishing;
mod side_by_side;
mod table;
mod timeline;
mod views;
mod way;

use egui::{Key, Modifiers};
use lantern::app::{
    Action, Field, FieldAction, ImportAction, Notice, Room, Screen, StartAction, StartForm, Theme,
};
use lantern::model::EntryId;
use lantern::overview::Waiting;

use hands::{Hands, new_window, with_sample};

#[test]
fn every_room_is_reached_by_its_name_and_shows_its_matter() {
    let mut hands = with_sample();
    for (room, matter) in [
        (Room::Chronology, "When"),
        (Room::Import, "Imported so far"),
        (Room::Analysis, "Weaknesses"),
        (Room::Draft, "Find and replace"),
        (Room::Panel, "Enter a comment…"),
        (Room::Recommendations, "SMART"),
        (Room::Publish, "Documents"),
        (Room::PeopleAndAgencies, "What changes"),
        (Room::Overview, "What waits"),
    ] {
        hands.press(room.words());
        assert_eq!(hands.app().state.screen(), Screen::Room(room));
        assert!(hands.sees(matter), "{room:?} shows no “{matter}”");
    }
}

#[test]
fn every_room_is_reached_by_its_key_and_f1_opens_its_page() {
    let mut hands = with_sample();
    for (key, room) in [
        (Key::Num1, Room::Overview),
        (Key::Num2, Room::Chronology),
        (Key::Num3, Room::Import),
        (Key::Num4, Room::Analysis),
        (Key::Num5, Room::Draft),
        (Key::Num6, Room::Recommendations),
        (Key::Num7, Room::Panel),
        (Key::Num8, Room::Publish),
        (Key::Num9, Room::PeopleAndAgencies),
    ] {
        hands.key(Modifiers::COMMAND, key);
        assert_eq!(hands.app().state.screen(), Screen::Room(room));
        hands.key(Modifiers::NONE, Key::F1);
        assert!(hands.sees("Close help"), "{room:?}");
        hands.press("Close help");
        assert!(!hands.sees("Close help"), "{room:?}");
    }
}

#[test]
fn a_new_review_is_created_closed_and_opened_with_its_passphrase_only() {
    let mut hands = new_window();
    let path = hands.folder().join("new.lantern");
    hands.press("New review…");
    hands.act(Action::Start(StartAction::NewAt(path.clone())));
    hands.write("Title", "Review of the death of “Maya”");
    hands.write("Passphrase", "four plain words here");
    hands.write("Passphrase again", "four plain words there");
    hands.press("Create the review");
    assert!(hands.sees_part("The two passphrases differ"));
    hands.write("Passphrase again", "four plain words here");
    hands.press("Create the review");
    hands.wait();
    assert_eq!(hands.app().state.screen(), Screen::Room(Room::Overview));
    assert!(hands.sees("Review of the death of “Maya”"));

    hands.press("Chronology");
    assert!(
        hands.sees("No entries yet"),
        "an empty room says what to do"
    );
    hands.key(Modifiers::COMMAND, Key::W);
    assert_eq!(hands.app().state.screen(), Screen::Start);

    hands.act(Action::Start(StartAction::Unlock(path.clone())));
    hands.write("Passphrase", "four wrong words here");
    hands.press("Open");
    hands.wait();
    assert_eq!(
        hands.app().state.start.form,
        Some(StartForm::Unlock { path })
    );
    let fault = hands
        .app()
        .state
        .start
        .fault
        .clone()
        .expect("a word about it");
    assert!(fault.to_lowercase().contains("passphrase"), "{fault}");
    hands.write("Passphrase", "four plain words here");
    hands.press("Open");
    hands.wait();
    assert_eq!(hands.app().state.screen(), Screen::Room(Room::Overview));
}

#[test]
fn a_return_is_looked_at_imported_and_taken_back_by_one_undo() {
    let mut hands = with_sample();
    let before = hands.review();
    let file = hands.folder().join("second school return.csv");
    std::fs::write(
        &file,
        lantern::sample::file("school.csv").expect("embedded"),
    )
    .expect("written");
    hands.press("Import");
    hands.act(Action::Import(ImportAction::Add(vec![file])));
    hands.wait();
    assert!(hands.sees("The table as it was sent"));
    assert_eq!(
        hands.review().entries.len(),
        before.entries.len(),
        "nothing is stored by looking"
    );

    let school = before
        .agencies
        .iter()
        .find(|agency| agency.sector == "education")
        .expect("a school");
    let name = school.name.clone();
    hands.press("Agency that sent it");
    hands.press_last(&name);
    hands.press("Import 39 entries");
    hands.wait();
    assert_eq!(hands.review().entries.len(), before.entries.len() + 39);
    assert!(hands.sees_part("39 entries stand in the chronology"));
    hands.press("Undo");
    hands.wait();
    assert!(!hands.sees_part("stand in the chronology"));
    assert!(
        hands.sees("Import 39 entries"),
        "what was taken back waits again"
    );
    let after = hands.review();
    assert_eq!(after.entries, before.entries);
    assert_eq!(after.imports, before.imports);
}

#[test]
fn a_file_that_cannot_be_read_says_why_and_stores_nothing() {
    let mut hands = with_sample();
    let before = hands.review();
    let file = hands.folder().join("photo of the record.pdf");
    std::fs::write(&file, b"%PDF-1.7 scanned").expect("written");
    hands.press("Import");
    hands.act(Action::Import(ImportAction::Add(vec![file])));
    hands.wait();
    assert!(hands.sees("This file cannot be read"));
    assert!(hands.sees_part("photo of the record.pdf"));
    assert_eq!(hands.review(), before);
}

#[test]
fn entries_are_tagged_by_keyboard_and_each_tag_is_undone() {
    let mut hands = with_sample();
    hands.press("Chronology");
    hands.key(Modifiers::NONE, Key::ArrowDown);
    hands.key(Modifiers::NONE, Key::ArrowDown);
    let current = hands.current_entry();
    let before = hands.tags_of(current);
    hands.key(Modifiers::NONE, Key::Num6);
    assert_ne!(hands.tags_of(current), before);
    hands.key(Modifiers::NONE, Key::Num6);
    assert_eq!(
        hands.tags_of(current),
        before,
        "the same key takes the tag away"
    );
    hands.key(Modifiers::COMMAND, Key::Z);
    assert_ne!(hands.tags_of(current), before);
    hands.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(hands.tags_of(current), before);
}

#[test]
fn several_entries_are_tagged_at_once_and_one_undo_takes_it_back() {
    let mut hands = with_sample();
    hands.press("Chronology");
    hands.key(Modifiers::COMMAND, Key::A);
    let all = hands.review().entries.len();
    assert!(hands.sees(&format!("{all} entries chosen")));
    let before = hands.review().taggings;
    hands.key(Modifiers::NONE, Key::Num2);
    assert!(hands.review().taggings.len() > before.len());
    hands.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(hands.review().taggings, before);
}

#[test]
fn text_is_saved_on_leaving_its_field_and_dropped_by_escape() {
    let mut hands = with_sample();
    let title = "Title, with a pseudonym";
    let before = hands.review().details.title;
    hands.write(title, "A better title");
    hands.press("Chronology");
    assert_eq!(hands.review().details.title, "A better title");
    hands.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(hands.review().details.title, before);

    hands.press("Overview");
    hands.write(title, "Not meant");
    hands.key(Modifiers::NONE, Key::Escape);
    hands.press("Chronology");
    assert_eq!(hands.review().details.title, before);
}

#[test]
fn a_date_that_is_none_stays_in_its_field_with_a_word_about_it() {
    let mut hands = with_sample();
    let before = hands.review().details.scope_from;
    hands.write("Period under review, from", "the day after");
    hands.press("Chronology");
    assert_eq!(hands.review().details.scope_from, before);
    assert_eq!(
        hands
            .app()
            .state
            .typing()
            .map(|typing| typing.text.as_str()),
        Some("the day after")
    );
    assert!(hands.sees_part("was not understood as a date") || hands.sees_part("is not one day"));
}

#[test]
fn search_finds_in_every_room_and_enter_shows_it_in_the_chronology() {
    let mut hands = with_sample();
    hands.key(Modifiers::COMMAND, Key::K);
    hands.write("Search everywhere", "strangul");
    assert!(!hands.app().state.search.found.is_empty());
    hands.key(Modifiers::NONE, Key::Enter);
    assert_eq!(hands.app().state.screen(), Screen::Room(Room::Chronology));
    let open = hands.app().state.open.as_ref().expect("open");
    assert!(
        !open.chronology.rows.is_empty() && open.chronology.rows.len() < open.review.entries.len()
    );
}

#[test]
fn what_waits_leads_to_where_it_is_dealt_with() {
    let mut hands = with_sample();
    let open = hands.app().state.open.as_ref().expect("open");
    let mut waiting = open.derived.standing.waiting.iter();
    let doubtful = waiting.find(|waiting| matches!(waiting, Waiting::DoubtfulDates(_)));
    let words = doubtful.expect("dates in doubt").words();
    hands.press(&format!("Look at this: {words}"));
    assert_eq!(hands.app().state.screen(), Screen::Room(Room::Chronology));
    let open = hands.app().state.open.as_ref().expect("open");
    assert!(open.chronology.filter.doubtful);
    assert!(
        open.chronology
            .rows
            .iter()
            .all(|row| open.review.entries[*row as usize].when.is_doubtful())
    );
}

#[test]
fn a_second_window_on_the_same_file_reads_and_says_why_it_cannot_write() {
    let first = with_sample();
    let mut second = new_window();
    second.act(Action::Start(StartAction::Open {
        path: first.path().to_owned(),
        passphrase: lantern::sample::PASSPHRASE.to_owned(),
    }));
    second.wait();
    assert!(second.sees("For reading only"));
    assert!(second.sees("Opened for reading only"));
}

#[test]
fn every_theme_and_text_size_can_be_drawn_in_the_smallest_window() {
    let mut hands = with_sample();
    hands.resize(960.0, 600.0);
    for theme in Theme::ALL {
        for per_cent in lantern::app::TEXT_SIZES {
            hands.app_mut().state.settings.theme = theme;
            hands.app_mut().state.settings.text_size = per_cent;
            for room in Room::ALL {
                hands.go(room);
            }
        }
    }
}

#[test]
fn an_entry_that_is_gone_leaves_the_selection() {
    let mut hands = with_sample();
    hands.press("Chronology");
    hands.key(Modifiers::NONE, Key::End);
    let last = hands.current_entry();
    hands.key(Modifiers::NONE, Key::Home);
    let first: EntryId = hands.current_entry();
    assert_ne!(first, last);
    hands.key(Modifiers::COMMAND, Key::A);
    let count = hands.review().entries.len();
    hands.scroll_to_and_press(&format!("Remove {count} entries"));
    assert_eq!(hands.review().entries.len(), 0);
    assert!(hands.sees("No entries yet"));
    hands.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(hands.review().entries.len(), count);
}

#[test]
fn what_was_done_is_told_for_a_while_and_what_went_wrong_until_it_is_put_away() {
    let mut hands = with_sample();
    hands.act(Action::Import(ImportAction::Paste(" ".to_owned())));
    let done = "39 entries imported";
    hands.app_mut().state.tell(Notice::Done(done.to_owned()));
    hands.settle();
    assert!(hands.sees(done));
    let later = hands.harness().ctx.input(|input| input.time) + 60.0;
    hands.harness().input_mut().time = Some(later);
    hands.settle();
    assert!(!hands.sees(done));
    assert!(hands.sees("There is nothing to paste"));
}

#[test]
fn a_date_set_by_hand_may_be_counted_from_a_key_date_and_then_stays() {
    let mut hands = with_sample();
    let entry = hands.review().entries[3].id;
    let when = |hands: &Hands| hands.review().entry(entry).expect("there").when.clone();
    let wording = when(&hands).wording;
    let set = |hands: &mut Hands, field: Field, text: &str| {
        let text = text.to_owned();
        hands.act(Action::Field(FieldAction::Type(field, text)));
        hands.act(Action::Field(FieldAction::Leave(field)));
    };
    set(
        &mut hands,
        Field::EntryDate(entry),
        "two days before her death",
    );
    let set_to = when(&hands);
    let death = hands
        .review()
        .key_date("death")
        .expect("known")
        .when
        .clone();
    let [death, day] = [&death, &set_to].map(|when| when.earliest.expect("a day").date);
    assert_eq!((death - day).num_days(), 2);
    assert_eq!(
        (set_to.wording.as_str(), set_to.hangs_on),
        (&*wording, None)
    );
    let said = set_to.inferred.join(" ");
    assert!(
        said.contains("Set by hand to “two days before her death”"),
        "{said}"
    );
    assert!(said.contains("stays where it is"), "{said}");

    set(&mut hands, Field::EntryDate(entry), "Christmas 2018");
    let days = [when(&hands).earliest, when(&hands).latest];
    let days = days.map(|moment| moment.expect("a day").date.to_string());
    assert_eq!(days, ["2018-12-24", "2018-12-26"]);
}
