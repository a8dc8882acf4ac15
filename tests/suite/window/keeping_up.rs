//! What is shown keeps up with searches and edits: nothing waits for more than it must, and nothing is left behind.

use lantern::app::{Action, ChronologyAction, Command, Notice, Open, Room, Selecting, ShellAction};
use lantern::chronology::{self, LaneOrder, LanesBy, PeopleIndex, Signs, TimeRange, Timeline};
use lantern::model::{Basis, Disclosure, EntryId, Review};
use lantern::overview;

use super::hands::{Hands, with_sample};

fn in_chronology() -> Hands {
    let mut hands = with_sample();
    hands.go(Room::Chronology);
    hands
}

fn open(hands: &Hands) -> &Open {
    hands.app().state.open.as_ref().expect("open")
}

fn rows(hands: &Hands) -> Vec<EntryId> {
    let open = open(hands);
    let entry = |row: &u32| open.review.entries[*row as usize].id;
    open.chronology.rows.iter().map(entry).collect()
}

fn do_it(hands: &mut Hands, action: ChronologyAction) {
    hands.act(Action::Chronology(action));
}

fn search(hands: &mut Hands, words: &str) {
    do_it(hands, ChronologyAction::Search(words.to_owned()));
}

fn command(hands: &mut Hands, command: Command) {
    hands.act(Action::Shell(ShellAction::Command(command)));
    hands.wait();
}

/// Entries that hold a beginning of a word, in order of time, by a plain look at each.
fn holding(review: &Review, beginning: &str) -> Vec<EntryId> {
    let holds = |text: &str| {
        text.to_lowercase()
            .split(|letter: char| !letter.is_alphanumeric())
            .any(|word| word.starts_with(beginning))
    };
    chronology::in_order(review)
        .into_iter()
        .map(|row| &review.entries[row as usize])
        .filter(|entry| entry.withdrawn.is_none())
        .filter(|entry| {
            [
                &entry.when.wording,
                &entry.text,
                &entry.response,
                &entry.seen,
                &entry.document,
                &entry.comment,
            ]
            .iter()
            .any(|text| holds(text))
        })
        .map(|entry| entry.id)
        .collect()
}

#[test]
fn while_a_search_runs_what_was_shown_stays_and_the_newest_search_counts() {
    let mut hands = in_chronology();
    let all = rows(&hands);
    let store = open(&hands).store();
    let held = store.lock().expect("the file");
    search(&mut hands, "school");
    search(&mut hands, "strangul");
    assert_eq!(rows(&hands), all);
    assert!(hands.sees_part("Searching for “strangul”"));
    assert!(hands.sees("Saved"));
    drop(held);
    hands.wait();
    assert!(!hands.sees_part("Searching for"));
    let found = rows(&hands);
    assert!(!found.is_empty());
    assert_eq!(found, holding(&hands.review(), "strangul"));
    let held = store.lock().expect("the file");
    search(&mut hands, "school");
    assert_eq!(rows(&hands), found);
    search(&mut hands, " ");
    assert_eq!(rows(&hands), all);
    drop(held);
    hands.wait();
    assert_eq!(
        rows(&hands),
        all,
        "a search that was given up changes nothing"
    );
    search(&mut hands, "police");
    do_it(&mut hands, ChronologyAction::ClearFilter);
    hands.wait();
    assert_eq!(rows(&hands), all);
}

#[test]
fn an_edit_during_a_search_is_made_all_the_same() {
    let mut hands = in_chronology();
    for (entry, words) in rows(&hands).into_iter().take(12).zip(
        ["he", "she", "police", "the", "child", "said"]
            .iter()
            .cycle(),
    ) {
        do_it(&mut hands, ChronologyAction::Select(entry, Selecting::One));
        let action = Action::Chronology(ChronologyAction::Search((*words).to_owned()));
        // No frame between the two.
        let app = hands.app_mut();
        app.act(action);
        app.act(Action::Chronology(ChronologyAction::SetBasis(
            Basis::Opinion,
        )));
        let review = hands.review();
        let found = review.entry(entry).expect("there");
        assert_eq!(found.basis, Basis::Opinion);
    }
    hands.wait();
    let problems = hands.app().state.notices.iter();
    let problems: Vec<&Notice> = problems
        .filter(|notice| matches!(notice, Notice::Problem(_)))
        .collect();
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(rows(&hands), holding(&hands.review(), "said"));
}

#[test]
fn entries_that_come_back_are_found_without_searching_again() {
    let mut hands = in_chronology();
    search(&mut hands, "police");
    hands.wait();
    let found = rows(&hands);
    assert!(found.len() > 2);
    do_it(&mut hands, ChronologyAction::SelectAll);
    do_it(&mut hands, ChronologyAction::Remove);
    hands.wait();
    assert!(rows(&hands).is_empty());
    command(&mut hands, Command::Undo);
    assert_eq!(rows(&hands), found);
}

/// What is kept from before an edit must be what would be found anew.
#[track_caller]
fn is_as_anew(hands: &Hands, after: &str) {
    let open = open(hands);
    let (review, shown) = (&*open.review, &open.chronology);
    let order = chronology::in_order(review);
    assert_eq!(*open.derived.order, order, "order after {after}");
    let standing = overview::standing(review, open.today);
    assert_eq!(open.derived.standing, standing, "standing after {after}");
    let people = PeopleIndex::of(review);
    assert!(
        open.derived.people.names_as(&people),
        "people after {after}"
    );
    let signs = Signs::of(review, &people);
    assert!(*open.derived.signs == signs, "signs after {after}");
    let by = LanesBy::Agency(LaneOrder::Sector);
    let timeline = Timeline::of(review, &shown.rows, by, &signs).with_silences(
        review,
        &order,
        by,
        shown.look.silence,
    );
    assert!(*shown.timeline == timeline, "timeline after {after}");
    assert_eq!(shown.whole, TimeRange::of(review, &shown.rows), "{after}");
}

#[test]
fn after_every_edit_all_is_as_if_it_were_computed_anew() {
    let mut hands = in_chronology();
    is_as_anew(&hands, "opening");
    let all = rows(&hands);
    let person = hands.review().people[0].id;
    let weakness = hands.review().weaknesses[0].key.clone();
    let edits = [
        ChronologyAction::SetBasis(Basis::Opinion),
        ChronologyAction::SetDisclosure(Disclosure::Disclosed),
        ChronologyAction::Tag(weakness),
        ChronologyAction::NamePerson(person, true),
        ChronologyAction::NamePerson(person, false),
        ChronologyAction::MoveDown,
        ChronologyAction::MoveUp,
        ChronologyAction::JoinAsEvent,
        ChronologyAction::Remove,
    ];
    for (place, edit) in edits.into_iter().enumerate() {
        let after = format!("{edit:?}");
        let entry = all[place * 7];
        do_it(&mut hands, ChronologyAction::Select(entry, Selecting::One));
        if matches!(edit, ChronologyAction::JoinAsEvent) {
            do_it(
                &mut hands,
                ChronologyAction::Select(all[place * 7 + 1], Selecting::Toggle),
            );
        }
        do_it(&mut hands, edit);
        is_as_anew(&hands, &after);
        command(&mut hands, Command::Undo);
        is_as_anew(&hands, &format!("{after}, taken back"));
        command(&mut hands, Command::Redo);
        is_as_anew(&hands, &format!("{after}, done again"));
    }
    // What the sample was built with: returns, people, dates that were put right.
    for _ in 0..8 {
        command(&mut hands, Command::Undo);
        is_as_anew(&hands, "an undo");
    }
}
