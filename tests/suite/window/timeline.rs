//! The timeline as somebody uses it: by pointer, by keyboard, and by what a screen reader is told.

use std::sync::Arc;

use egui::{Event as Input, Key, Modifiers, PointerButton, Pos2, pos2};
use egui_kittest::kittest::Queryable;
use lantern::app::{Action, ChronologyAction, LaneChoice, Open, Selecting, TimelineAction};
use lantern::chronology::TimeRange;
use lantern::edits;
use lantern::model::{About, Contradiction, ContradictionId, Entry, EntryId, Standing};

use super::hands::{Hands, with_sample};

fn chronology() -> Hands {
    let mut hands = with_sample();
    hands.press("Chronology");
    hands
}

fn open(hands: &Hands) -> &Open {
    hands.app().state.open.as_deref().expect("an open review")
}

fn show(hands: &mut Hands, from: &str, until: &str) {
    let day = |text: &str| text.parse().expect("a day");
    let range = TimeRange::between(day(from), day(until));
    hands.act(Action::Chronology(ChronologyAction::SetRange(Some(range))));
}

fn focus(hands: &mut Hands) {
    hands.harness().get_by_label_contains("Timeline: ").focus();
    hands.settle();
}

/// The records of the evening of 12 April 2019.
fn evening(hands: &Hands) -> Vec<EntryId> {
    let entries = &open(hands).review.entries;
    let is_evening = |entry: &&Arc<Entry>| {
        let earliest = entry.when.earliest.map(|moment| moment.to_string());
        earliest.is_some_and(|time| time.starts_with("2019-04-12T2"))
    };
    entries
        .iter()
        .filter(is_evening)
        .map(|entry| entry.id)
        .collect()
}

#[test]
fn lanes_and_few_marks_have_names_and_a_mark_leads_to_its_entry() {
    let mut hands = chronology();
    assert!(
        hands.sees_part("Wexmoor Constabulary: "),
        "a lane has a name"
    );
    show(&mut hands, "2019-04-12", "2019-04-13");
    let name = "Wexmoor Constabulary, 12 April 2019, 21:10: 999 call";
    assert!(hands.sees_part(name));
    hands.harness().get_by_label_contains(name).click();
    hands.settle();
    let chosen = hands.current_entry();
    let review = hands.review();
    let entry = review.entry(chosen).expect("an entry");
    assert!(entry.text.starts_with("999 call"), "{}", entry.text);
}

#[test]
fn lanes_may_be_those_of_people() {
    let mut hands = chronology();
    hands.press("Lanes");
    hands.press_last("By person");
    assert_eq!(open(&hands).chronology.look.lanes, LaneChoice::People);
    let victim = open(&hands).review.people[0].name.clone();
    assert!(hands.sees_part(&format!("{victim}: ")));
    assert!(!hands.sees_part("Wexmoor Constabulary: "));
}

#[test]
fn zoom_follows_keys_buttons_and_the_wheel() {
    let mut hands = chronology();
    let length = |hands: &Hands| {
        let chronology = &open(hands).chronology;
        chronology
            .range
            .or(chronology.whole)
            .expect("dated entries")
            .length()
    };
    let whole = length(&hands);
    hands.key(Modifiers::NONE, Key::Plus);
    let nearer = length(&hands);
    assert!(nearer < whole);
    hands.press("Look closer");
    assert!(length(&hands) < nearer);
    hands.key(Modifiers::NONE, Key::Minus);
    assert!((length(&hands) - nearer).abs() < 0.01);
    hands.key(Modifiers::NONE, Key::Num0);
    assert!(open(&hands).chronology.range.is_none());
    hands.press("Look from further away");
    assert!(length(&hands) > whole);
    hands.press("Show all of time");
    assert!((length(&hands) - whole).abs() < 0.01);
}

#[test]
fn arrows_walk_from_mark_to_mark_and_enter_chooses() {
    let mut hands = chronology();
    focus(&mut hands);
    hands.key(Modifiers::NONE, Key::ArrowRight);
    hands.key(Modifiers::NONE, Key::Enter);
    let first = hands.current_entry();
    hands.key(Modifiers::NONE, Key::ArrowRight);
    hands.key(Modifiers::NONE, Key::Enter);
    let second = hands.current_entry();
    assert_ne!(first, second);
    let agency = |hands: &Hands, id| hands.review().entry(id).expect("an entry").agency;
    assert_eq!(agency(&hands, first), agency(&hands, second));
    hands.key(Modifiers::NONE, Key::ArrowDown);
    hands.key(Modifiers::NONE, Key::Enter);
    assert_ne!(agency(&hands, hands.current_entry()), agency(&hands, first));

    show(&mut hands, "2018-01-01", "2018-02-28");
    hands.key(Modifiers::NONE, Key::End);
    hands.key(Modifiers::NONE, Key::Enter);
    let last = hands.current_entry();
    let review = hands.review();
    let lane = review.entry(last).expect("an entry").agency;
    let latest = review
        .entries
        .iter()
        .filter(|entry| entry.agency == lane)
        .filter_map(|entry| entry.when.earliest)
        .max();
    let chosen = &open(&hands).chronology.selected;
    let reached = chosen
        .iter()
        .filter_map(|id| review.entry(*id))
        .any(|entry| entry.when.earliest == latest);
    assert!(reached, "the last mark of the lane holds its last entry");
}

#[test]
fn a_stretch_is_picked_by_keyboard_and_its_chip_takes_it_away() {
    let mut hands = chronology();
    show(&mut hands, "2019-04-01", "2019-04-30");
    let all = open(&hands).chronology.rows.len();
    focus(&mut hands);
    hands.key(Modifiers::NONE, Key::P);
    hands.key(Modifiers::NONE, Key::Enter);
    for _ in 0..5 {
        hands.key(Modifiers::NONE, Key::ArrowRight);
    }
    hands.key(Modifiers::NONE, Key::Enter);
    let filter = open(&hands).chronology.filter.clone();
    let (from, until) = filter.from.zip(filter.until).expect("a stretch");
    assert_eq!((until - from).num_days(), 5);
    assert!(open(&hands).chronology.rows.len() < all);
    assert!(hands.sees_part("Remove filter "));
    hands
        .harness()
        .get_by_label_contains("Remove filter ")
        .click();
    hands.settle();
    assert_eq!(open(&hands).chronology.rows.len(), all);

    hands.press("Pick a stretch");
    assert!(open(&hands).chronology.look.picking.is_some());
    hands.key(Modifiers::NONE, Key::Escape);
    assert!(open(&hands).chronology.look.picking.is_none());
}

fn drag(hands: &mut Hands, from: Pos2, to: Pos2, modifiers: Modifiers) {
    let button = |pos, pressed| Input::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers,
    };
    let half = pos2(f32::midpoint(from.x, to.x), from.y);
    for input in [
        Input::PointerMoved(from),
        button(from, true),
        Input::PointerMoved(half),
        Input::PointerMoved(to),
        button(to, false),
    ] {
        hands.harness().event_modifiers(input, modifiers);
        hands.harness().run_steps(2);
    }
    hands.settle();
}

#[test]
fn dragging_moves_and_with_shift_picks_what_the_table_shows() {
    let mut hands = chronology();
    show(&mut hands, "2019-01-01", "2019-12-31");
    let before = open(&hands).chronology.range.expect("a range");
    drag(
        &mut hands,
        pos2(700.0, 200.0),
        pos2(600.0, 200.0),
        Modifiers::NONE,
    );
    let after = open(&hands).chronology.range.expect("a range");
    assert!(after.from() > before.from());
    assert!((after.length() - before.length()).abs() < 0.01);

    drag(
        &mut hands,
        pos2(600.0, 200.0),
        pos2(700.0, 200.0),
        Modifiers::SHIFT,
    );
    let filter = &open(&hands).chronology.filter;
    let (from, until) = filter.from.zip(filter.until).expect("a stretch");
    let days = (until - from).num_days() as f64;
    let per_pixel = after.length() / 530.0;
    assert!(
        (days / (100.0 * per_pixel) - 1.0).abs() < 0.2,
        "{days} days"
    );
    let moved = open(&hands).chronology.range.expect("a range");
    assert_eq!(moved, after, "picking does not move the timeline");
}

#[test]
fn a_mark_outside_the_picked_stretch_opens_its_record_and_leaves_the_filter() {
    let mut hands = chronology();
    let first = &open(&hands).review.entries[open(&hands).derived.order[0] as usize];
    let (outside, text) = (first.id, first.text.clone());
    let inside = evening(&hands);
    hands.act(Action::Chronology(ChronologyAction::SetFrom(
        "12 April 2019".to_owned(),
    )));
    hands.act(Action::Chronology(ChronologyAction::SetUntil(
        "13 April 2019".to_owned(),
    )));
    let (filter, rows) = {
        let chronology = &open(&hands).chronology;
        (chronology.filter.clone(), Arc::clone(&chronology.rows))
    };
    let choose = |entries: Vec<EntryId>| {
        Action::Chronology(ChronologyAction::Timeline(TimelineAction::Choose(entries)))
    };
    let chosen = |hands: &Hands| open(hands).chronology.selected.clone();

    hands.act(choose(vec![outside]));
    assert_eq!(open(&hands).chronology.filter, filter);
    assert_eq!(open(&hands).chronology.rows, rows);
    assert_eq!(hands.current_entry(), outside);
    assert!(hands.reads(&text), "it stands beside the table");
    assert!(hands.sees_part(
        "outside the stretch of time that the table shows (12 April 2019 – 13 April 2019)"
    ));

    hands.act(choose(vec![outside, inside[0], inside[1]]));
    assert_eq!(open(&hands).chronology.filter, filter);
    assert_eq!(chosen(&hands), [inside[0], inside[1]].into());
    assert!(hands.sees_part("1 of these 3 records lies outside"));

    hands.act(choose(vec![inside[0]]));
    assert_eq!(chosen(&hands), [inside[0]].into());
    assert_eq!(open(&hands).chronology.filter, filter);
}

#[test]
fn an_event_in_several_records_is_told_with_its_contradiction() {
    let mut hands = chronology();
    let mut entries = evening(&hands);
    let mut agencies = Vec::new();
    entries.retain(|id| {
        let agency = hands.review().entry(*id).map(|entry| entry.agency);
        let is_new = !agencies.contains(&agency);
        agencies.push(agency);
        is_new
    });
    let records = entries.len();
    assert!(records >= 3, "{entries:?}");
    for (place, entry) in entries.iter().enumerate() {
        let how = if place == 0 {
            Selecting::One
        } else {
            Selecting::Toggle
        };
        hands.act(Action::Chronology(ChronologyAction::Select(*entry, how)));
    }
    hands.act(Action::Chronology(ChronologyAction::JoinAsEvent));
    show(&mut hands, "2019-04-12", "2019-04-13");
    let told = format!("One event in {records} records");
    assert!(hands.sees_part(&told), "no “{told}”");

    entries.sort();
    let contradiction = Contradiction {
        id: ContradictionId(0),
        about: About::Time,
        entries: [entries[0], entries[1]],
        a: "21:10".to_owned(),
        b: "20:52".to_owned(),
        standing: Standing::Open,
        note: String::new(),
    };
    let open = hands.app_mut().state.open.as_deref_mut().expect("open");
    open.edit("The contradiction was not kept", |store| {
        edits::settle_contradiction(store, &contradiction)
    })
    .unwrap_or_else(|problem| panic!("{problem:?}"));
    hands.settle();
    let told = format!("{told} that contradict each other");
    assert!(hands.sees_part(&told), "no “{told}”");
}

#[test]
fn silences_are_as_long_as_was_asked_for() {
    let mut hands = chronology();
    assert!(hands.sees_part("longer than 180 days"));
    hands.press("What the marks mean");
    hands.press_last("1 year");
    assert_eq!(open(&hands).chronology.look.silence, 365);
    hands.key(Modifiers::NONE, Key::Escape);
    hands.act(Action::Chronology(ChronologyAction::Timeline(
        TimelineAction::Silence(0),
    )));
    assert!(!hands.sees_part("silence longer than"));
    assert!(!hands.sees_part("silences longer than"));
}
