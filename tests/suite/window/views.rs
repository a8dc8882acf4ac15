//! Saved views, used through their menu: saved, changed, renamed, removed, and what they bring back.

use lantern::app::{
    Action, ChronologyAction, ChronologyState, Command, LaneChoice, Room, ShellAction,
    TimelineAction,
};
use lantern::chronology::Grouping;
use lantern::model::View;

use super::hands::{Hands, with_sample};

fn in_chronology() -> Hands {
    let mut hands = with_sample();
    hands.go(Room::Chronology);
    hands
}

fn state(hands: &Hands) -> &ChronologyState {
    &hands.app().state.open.as_ref().expect("open").chronology
}

fn do_it(hands: &mut Hands, action: ChronologyAction) {
    hands.act(Action::Chronology(action));
}

fn open_menu(hands: &mut Hands) {
    if !hands.sees("Name of the view") {
        hands.press("Saved views");
    }
    assert!(hands.sees("Name of the view"));
}

fn save_as(hands: &mut Hands, name: &str) {
    open_menu(hands);
    hands.write("Name of the view", name);
    hands.press("Save the view");
}

fn views(hands: &Hands) -> Vec<View> {
    hands.review().views
}

fn names(hands: &Hands) -> Vec<String> {
    views(hands).into_iter().map(|view| view.name).collect()
}

fn command(hands: &mut Hands, command: Command) {
    hands.act(Action::Shell(ShellAction::Command(command)));
    hands.wait();
}

#[test]
fn a_view_is_saved_changed_renamed_and_removed_each_in_one_undo() {
    let mut hands = in_chronology();
    save_as(&mut hands, "Nights");
    assert_eq!(names(&hands), ["Nights"]);
    assert!(!hands.sees("Name of the view"), "the menu closes");

    do_it(&mut hands, ChronologyAction::Group(Grouping::Year));
    open_menu(&mut hands);
    assert!(hands.sees("“Nights”, changed since it was saved"));
    let before = views(&hands);
    hands.press("Save the change");
    assert!(hands.sees("“Nights”"));
    let changed = views(&hands);
    assert_eq!((changed[0].id, changed.len()), (before[0].id, 1));
    assert_ne!(changed[0].settings, before[0].settings);

    hands.write("Name of the view", "Nights by year");
    hands.press("Rename it so");
    let renamed = views(&hands);
    assert_eq!(
        renamed,
        [View {
            name: "Nights by year".to_owned(),
            ..changed[0].clone()
        }]
    );
    command(&mut hands, Command::Undo);
    assert_eq!(views(&hands), changed, "renaming is one step");
    command(&mut hands, Command::Redo);
    assert_eq!(views(&hands), renamed);
    assert_eq!(state(&hands).view, Some(renamed[0].id), "it stays open");

    open_menu(&mut hands);
    hands.press("Remove it");
    assert_eq!(names(&hands), [""; 0]);
    assert_eq!(
        state(&hands).grouping,
        Grouping::Year,
        "what it showed stays"
    );
    command(&mut hands, Command::Undo);
    assert_eq!(views(&hands), renamed);
}

#[test]
fn a_name_that_is_taken_is_refused_with_a_word_and_what_was_typed_stays() {
    let mut hands = in_chronology();
    save_as(&mut hands, "Nights");
    save_as(&mut hands, "All of 2019");
    let before = views(&hands);
    open_menu(&mut hands);
    hands.write("Name of the view", "NIGHTS ");
    assert!(hands.sees("Replace that view"));
    hands.press("Rename it so");
    assert!(hands.sees("The view was not renamed"));
    assert!(hands.sees_part("There is a view “Nights” already"));
    assert_eq!(views(&hands), before);
    assert!(
        hands.sees("Replace that view"),
        "what was typed is still there"
    );
}

#[test]
fn a_view_brings_back_lanes_and_silences() {
    let mut hands = in_chronology();
    let timeline = ChronologyAction::Timeline;
    do_it(
        &mut hands,
        timeline(TimelineAction::Lanes(LaneChoice::People)),
    );
    do_it(&mut hands, timeline(TimelineAction::Silence(365)));
    save_as(&mut hands, "Who was where");
    let lanes = state(&hands).timeline.clone();

    do_it(&mut hands, ChronologyAction::LeaveView);
    let look = &state(&hands).look;
    assert_eq!((look.lanes, look.silence), (LaneChoice::Agencies, 180));

    let view = views(&hands)[0].clone();
    do_it(&mut hands, ChronologyAction::OpenView(view.id));
    let look = &state(&hands).look;
    assert_eq!((look.lanes, look.silence), (LaneChoice::People, 365));
    assert_eq!(state(&hands).timeline, lanes, "drawn as it was");
    assert!(!state(&hands).differs_from(&hands.review(), &view));
    do_it(&mut hands, timeline(TimelineAction::Silence(30)));
    assert!(state(&hands).differs_from(&hands.review(), &view));
}

#[test]
fn a_view_saved_before_lanes_were_kept_leaves_them_as_they_are() {
    let mut hands = in_chronology();
    let open = hands.app_mut().state.open.as_mut().expect("open");
    open.edit("The view was not saved", |store| {
        lantern::edits::save_view(store, "Older", r#"{"columns": ["text"]}"#)
    })
    .expect("saved");
    let view = views(&hands)[0].clone();
    do_it(
        &mut hands,
        ChronologyAction::Timeline(TimelineAction::Lanes(LaneChoice::People)),
    );
    do_it(&mut hands, ChronologyAction::OpenView(view.id));
    assert_eq!(state(&hands).look.lanes, LaneChoice::People);
    assert!(!state(&hands).differs_from(&hands.review(), &view));
}
