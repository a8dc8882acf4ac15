//! Returns that wait to be imported while something else changes: key dates that move, tasks that are queued and stopped.

use egui::Event;
use lantern::app::{
    Action, Command, Field, FieldAction, ImportAction, Ready, Room, ShellAction, WaitingState,
};
use lantern::model::AgencyId;

use super::hands::{Hands, with_sample};

/// The second date is counted from the date of the death.
const COUNTED: &str = "Date\tDetails\tAction taken\n\
    13/02/2017\tMs Okafor rang about the locks.\tJob raised\n\
    two days before her death\tSeen at the front desk with her son.\tAdvised\n";

const PLAIN: &str = "Date\tDetails\tAction taken\n\
    14/03/2017\tLetter returned unopened.\tFiled\n";

fn in_import(tables: &[&str]) -> Hands {
    let mut hands = with_sample();
    hands.go(Room::Import);
    let school = {
        let review = hands.review();
        let mut agencies = review.agencies.iter();
        let school = agencies.find(|agency| agency.sector == "education");
        school.expect("a school").id
    };
    for (place, table) in tables.iter().enumerate() {
        hands.harness().event(Event::Paste((*table).to_owned()));
        hands.wait();
        hands.act(Action::Import(ImportAction::SetAgency(place, school)));
        hands.wait();
    }
    hands
}

fn state(hands: &Hands, place: usize) -> &WaitingState {
    let open = hands.app().state.open.as_ref().expect("open");
    &open.import.waiting[place].state
}

fn ready(hands: &Hands) -> &Ready {
    match state(hands, 0) {
        WaitingState::Ready(ready) => ready,
        other => panic!("not ready: {other:?}"),
    }
}

/// The day that the second row of [`COUNTED`] is understood as.
fn counted(hands: &Hands) -> String {
    let when = &ready(hands).understood.entries[1].when;
    when.earliest.expect("a day").date.to_string()
}

/// Types another day of the death, and leaves the field; nothing is waited for.
fn move_the_death(hands: &mut Hands, to: &str) {
    let open = hands.app().state.open.as_ref().expect("open");
    let dates = &open.review.template.clock.dates;
    let place = dates.iter().position(|date| date.key == "death");
    let field = Field::KeyDate(place.expect("the template has it"));
    let app = hands.app_mut();
    for action in [
        FieldAction::Type(field, to.to_owned()),
        FieldAction::Leave(field),
    ] {
        assert!(app.act(Action::Field(action)).is_empty());
    }
}

fn start(hands: &mut Hands, action: impl Into<Action>) {
    assert!(hands.app_mut().act(action.into()).is_empty());
}

fn imports(hands: &Hands) -> usize {
    hands.review().imports.len()
}

#[test]
fn a_draft_is_understood_again_when_a_date_it_counts_from_has_moved() {
    let mut hands = in_import(&[COUNTED]);
    let before = counted(&hands);
    move_the_death(&mut hands, "1 March 2020");
    assert!(ready(&hands).is_being_understood());
    hands.wait();
    assert_eq!(counted(&hands), "2020-02-28");
    assert_ne!(before, "2020-02-28");

    hands.press("Import 2 entries");
    hands.wait();
    let review = hands.review();
    let mut entries = review.entries.iter();
    let stored = entries.find(|entry| entry.text.starts_with("Seen at the front desk with"));
    let when = &stored.expect("imported").when;
    assert_eq!(
        when.earliest
            .map(|moment| moment.date.to_string())
            .as_deref(),
        Some("2020-02-28")
    );
}

#[test]
fn what_was_stopped_is_not_imported_as_it_was_understood_before() {
    let mut hands = in_import(&[COUNTED]);
    let (before, known) = (counted(&hands), imports(&hands));
    move_the_death(&mut hands, "1 March 2020");
    start(&mut hands, Action::Shell(ShellAction::StopTasks));
    hands.wait();
    assert_eq!(counted(&hands), before, "stopped");
    assert!(hands.sees_part("A date of the case has moved since"));
    start(&mut hands, Action::Import(ImportAction::Import));
    hands.wait();
    assert!(hands.sees("The return was not imported"));
    assert_eq!(imports(&hands), known);

    hands.press("Understand it again");
    hands.wait();
    assert_eq!(counted(&hands), "2020-02-28");
    hands.press("Import 2 entries");
    hands.wait();
    assert_eq!(imports(&hands), known + 1);
}

#[test]
fn a_date_that_an_undo_moves_while_the_import_waits_for_it_stops_the_import() {
    let mut hands = in_import(&[COUNTED]);
    let (before, known) = (counted(&hands), imports(&hands));
    move_the_death(&mut hands, "1 March 2020");
    hands.wait();
    start(
        &mut hands,
        Action::Shell(ShellAction::Command(Command::Undo)),
    );
    start(&mut hands, Action::Import(ImportAction::Import));
    assert!(matches!(state(&hands, 0), WaitingState::Importing(_)));
    hands.wait();
    assert!(hands.sees("The return was not imported"));
    assert_eq!(imports(&hands), known);
    assert_eq!(counted(&hands), before, "it was understood again");
}

#[test]
fn an_import_that_is_stopped_while_it_waits_for_another_waits_to_be_decided_again() {
    let mut long = String::from("Date,Details,Action taken\n");
    for row in 0..4_000 {
        long.push_str(&format!(
            "{:02}/03/2019,Contact number {row} at the desk,Noted\n",
            row % 28 + 1
        ));
    }
    let mut hands = in_import(&[&long, PLAIN]);
    let known = imports(&hands);
    for place in [0, 1] {
        start(&mut hands, Action::Import(ImportAction::Select(place)));
        start(&mut hands, Action::Import(ImportAction::Import));
        assert!(matches!(state(&hands, place), WaitingState::Importing(_)));
    }
    hands.settle();
    if hands
        .app()
        .running()
        .iter()
        .any(|task| task.title.contains("Importing"))
    {
        assert!(
            hands.sees("It waits for what runs now.") || hands.sees("Stop importing"),
            "the pane says where it stands"
        );
    }
    start(&mut hands, Action::Shell(ShellAction::StopTasks));
    hands.wait();
    let waits = matches!(state(&hands, 1), WaitingState::Ready(_));
    let done = matches!(state(&hands, 0), WaitingState::Imported { .. });
    assert!(
        waits,
        "what waited was not imported: {:?}",
        state(&hands, 1)
    );
    assert_eq!(imports(&hands), known + usize::from(done));
    assert!(hands.sees_part("Stopped at your request"));

    // The line of tasks is free again.
    start(&mut hands, Action::Import(ImportAction::Select(1)));
    hands.settle();
    hands.press("Import 1 entry");
    hands.wait();
    assert!(matches!(state(&hands, 1), WaitingState::Imported { .. }));
    let review = hands.review();
    let of_school = |id: AgencyId| {
        review
            .agency(id)
            .is_some_and(|agency| agency.sector == "education")
    };
    assert!(of_school(review.imports.last().expect("an import").agency));
}
