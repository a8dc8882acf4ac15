//! The chronology's table, used by mouse and keyboard: order, columns, groups, views, printing.

mod filtering;
mod tagging;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use lantern::app::{Action, ChronologyAction, ChronologyState, Line, Room, Selecting};
use lantern::chronology::{Column, Filter, Grouping, Sorting};
use lantern::model::{EntryId, Event, EventId, Review, View, ViewId};
use lantern::publish::Output;

use super::hands::{Hands, with_sample};

const NONE: Modifiers = Modifiers::NONE;

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

/// Entries in the order in which the table shows them.
fn shown(hands: &Hands) -> Vec<EntryId> {
    let review = hands.review();
    let rows = state(hands).lines.shown();
    rows.map(|row| review.entries[row as usize].id).collect()
}

/// Changes what the window reads, as an edit would, for what no edit here can bring about.
fn with_review(hands: &mut Hands, change: impl FnOnce(&mut Review)) {
    let open = hands.app_mut().state.open.as_mut().expect("open");
    let review = std::sync::Arc::make_mut(&mut open.review);
    change(review);
    review.revision += 1;
    do_it(hands, ChronologyAction::ClearFilter);
}

#[test]
fn a_heading_sorts_turns_round_and_leads_back_to_the_order_of_time() {
    let mut hands = in_chronology();
    let by_time = shown(&hands);
    assert!(hands.sees_part("in order of time"));
    hands.press("Agency");
    let sorting = state(&hands).sorting;
    assert_eq!((sorting.by, sorting.descending), (Column::Agency, false));
    assert!(hands.sees_part("sorted by agency, then by time"));
    let review = hands.review();
    let name = |id: &EntryId| {
        let entry = review.entry(*id).expect("there");
        review
            .agency(entry.agency)
            .expect("there")
            .name
            .to_lowercase()
    };
    let sorted = shown(&hands);
    assert!(
        sorted
            .windows(2)
            .all(|pair| name(&pair[0]) <= name(&pair[1]))
    );
    let place = |id: &EntryId| by_time.iter().position(|other| other == id);
    assert!(
        sorted
            .windows(2)
            .all(|pair| name(&pair[0]) != name(&pair[1]) || place(&pair[0]) < place(&pair[1])),
        "entries of one agency stay in order of time"
    );
    hands.press("Agency");
    assert!(state(&hands).sorting.descending);
    hands.press("Back to the order of time");
    assert_eq!(shown(&hands), by_time);
    hands.press("When");
    assert!(hands.sees_part("latest first"));
    hands.key(NONE, Key::O);
    assert_eq!(shown(&hands), by_time, "the key O leads back too");
}

#[test]
fn every_column_can_be_shown_and_sorted_by() {
    let mut hands = in_chronology();
    hands.key(NONE, Key::C);
    for column in Column::ALL {
        if !state(&hands).shows(column) {
            hands.press_last(column.title());
        }
        assert!(state(&hands).shows(column), "{column:?}");
    }
    hands.key(NONE, Key::Escape);
    let every = shown(&hands);
    for by in Column::ALL {
        for descending in [false, true] {
            do_it(
                &mut hands,
                ChronologyAction::Sort(Sorting { by, descending }),
            );
            let mut sorted = shown(&hands);
            sorted.sort_unstable();
            let mut all = every.clone();
            all.sort_unstable();
            assert_eq!(sorted, all, "{by:?}: no entry is lost");
        }
    }
}

#[test]
fn groups_are_counted_folded_by_key_and_chosen_as_one() {
    let mut hands = in_chronology();
    hands.key(NONE, Key::G);
    hands.press("By agency");
    hands.key(NONE, Key::Escape);
    assert_eq!(state(&hands).grouping, Grouping::Agency);
    let first = state(&hands).lines.groups[0].clone();
    assert!(hands.sees_part(&format!("{}, {} entries", first.name, first.rows.len())));
    hands.key(NONE, Key::ArrowDown);
    hands.key(NONE, Key::ArrowLeft);
    assert!(state(&hands).lines.is_folded(0));
    assert!(hands.sees_part(&format!("{} folded away", first.rows.len())));
    let current = hands.current_entry();
    hands.key(NONE, Key::ArrowDown);
    let next = hands.current_entry();
    let review = hands.review();
    let agency = |id: EntryId| review.entry(id).expect("there").agency;
    assert_ne!(agency(current), agency(next), "folded rows are passed over");
    do_it(&mut hands, ChronologyAction::FoldAll(false));
    do_it(&mut hands, ChronologyAction::SelectGroup(first.key));
    assert_eq!(state(&hands).selected.len(), first.rows.len());
    assert!(hands.sees(&format!("{} entries chosen", first.rows.len())));
}

#[test]
fn records_of_one_event_stand_together_and_the_others_stay_where_they_are() {
    let mut hands = in_chronology();
    let by_time = shown(&hands);
    let joined = vec![by_time[3].min(by_time[9]), by_time[3].max(by_time[9])];
    with_review(&mut hands, |review| {
        review.events = vec![Event {
            id: EventId(1),
            name: "The night of the call".to_owned(),
            entries: joined.clone(),
        }];
    });
    do_it(&mut hands, ChronologyAction::Group(Grouping::Event));
    let together = shown(&hands);
    assert_eq!(together[..3], by_time[..3]);
    assert_eq!(together[3..5], [by_time[3], by_time[9]]);
    assert_eq!(together[5], by_time[4]);
    assert!(hands.sees("The night of the call, 2 records"));
    do_it(
        &mut hands,
        ChronologyAction::SetFilter(Box::new(Filter {
            event: Some(lantern::chronology::InEvent::Joined),
            ..Filter::default()
        })),
    );
    assert_eq!(shown(&hands), [by_time[3], by_time[9]]);
    assert!(hands.sees("Remove filter In an event"));
}

#[test]
fn a_view_brings_back_what_was_shown_and_says_what_is_gone() {
    let mut hands = in_chronology();
    let settings = r#"{
        "filter": {"agencies": [987], "untagged": true, "bases": ["first_hand", "by_telepathy"], "of_a_later_version": 3},
        "columns": ["when", "text", "tags", "smell"], "sorting": {"by": "tags", "descending": true},
        "grouping": "year", "words": "", "names": {"agencies": {"987": "Moorland Ambulance"}}, "more": 1
    }"#;
    with_review(&mut hands, |review| {
        review.views = vec![
            View {
                id: ViewId(1),
                name: "Not yet tagged".to_owned(),
                settings: settings.to_owned(),
            },
            View {
                id: ViewId(2),
                name: "Spoilt".to_owned(),
                settings: "{".to_owned(),
            },
        ];
    });
    hands.key(NONE, Key::V);
    hands.press("Not yet tagged");
    let shown = state(&hands);
    assert!(shown.filter.untagged && shown.filter.agencies.is_empty());
    assert_eq!(shown.filter.bases.len(), 1);
    assert_eq!(shown.grouping, Grouping::Year);
    assert_eq!(
        (shown.sorting.by, shown.sorting.descending),
        (Column::Tags, true)
    );
    assert!(shown.shows(Column::Tags) && !shown.shows(Column::Agency));
    assert!(matches!(shown.lines.line(0), Some(Line::Heading(0))));
    for missing in ["Moorland Ambulance", "by_telepathy", "smell"] {
        assert!(hands.sees_part(missing), "{missing}");
    }
    let before = state(&hands).filter.clone();
    do_it(&mut hands, ChronologyAction::OpenView(ViewId(2)));
    assert!(hands.sees_part("The view “Spoilt” was not opened"));
    assert_eq!(state(&hands).filter, before);
    do_it(&mut hands, ChronologyAction::LeaveView);
    assert!(!state(&hands).is_filtered());
    assert!(state(&hands).sorting.is_by_time());
}

#[test]
fn what_is_shown_is_printed_in_its_order_with_words_that_say_so() {
    let mut hands = in_chronology();
    let before = shown(&hands).len();
    do_it(
        &mut hands,
        ChronologyAction::Sort(Sorting {
            by: Column::Agency,
            descending: true,
        }),
    );
    do_it(&mut hands, ChronologyAction::SetFrom("2019".to_owned()));
    let entries = shown(&hands);
    assert!(entries.len() < before);
    let path = hands.folder().join("shown.csv");
    do_it(
        &mut hands,
        ChronologyAction::PrintTo(Output::ChronologyCsv, path.clone()),
    );
    hands.wait();
    let text = std::fs::read_to_string(&path).expect("written");
    let mut records = csv_first_cells(&text);
    assert_eq!(records.remove(0), "\u{feff}Entry");
    let expected: Vec<String> = entries.iter().map(ToString::to_string).collect();
    assert_eq!(records, expected);
    assert!(hands.sees_part("entries printed to"));

    for output in [
        Output::ChronologyPdf,
        Output::ChronologyDocx,
        Output::ChronologyXlsx,
    ] {
        let path = hands.folder().join(format!("shown.{}", output.extension()));
        do_it(&mut hands, ChronologyAction::PrintTo(output, path.clone()));
        hands.wait();
        assert!(
            path.is_file(),
            "{output:?}: {:?}",
            hands.app().state.notices
        );
    }
    let open = hands.app().state.open.as_ref().expect("open");
    let options = open
        .chronology
        .to_print(&open.review, lantern::publish::Options::new(open.today));
    assert_eq!(
        options.note,
        format!(
            "from 1 January 2019; {} of {before} entries, sorted by agency, descending, then by time",
            entries.len()
        )
    );
}

/// First cells of the records of a CSV text whose first column never holds a quote.
fn csv_first_cells(text: &str) -> Vec<String> {
    let (mut cells, mut quoted, mut start) = (Vec::new(), false, true);
    let mut cell = String::new();
    let mut in_first = true;
    for letter in text.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => in_first = false,
            '\n' if !quoted => {
                cells.push(std::mem::take(&mut cell));
                (in_first, start) = (true, true);
                continue;
            }
            '\r' => {}
            letter if in_first => cell.push(letter),
            _ => {}
        }
        start = false;
    }
    assert!(start, "the last record ends");
    cells
}

#[test]
fn the_table_holds_with_nothing_shown_long_words_and_every_column() {
    let mut hands = in_chronology();
    do_it(&mut hands, ChronologyAction::Search("zzzzzz".to_owned()));
    hands.wait();
    assert!(hands.sees("Nothing to show"));
    hands.press("Show all entries");
    let first = shown(&hands)[0];
    do_it(&mut hands, ChronologyAction::Select(first, Selecting::One));
    with_review(&mut hands, |review| {
        let entries = std::sync::Arc::make_mut(&mut review.entries);
        let entry = std::sync::Arc::make_mut(&mut entries[0]);
        entry.text = "Unbroken".repeat(40_000);
        entry.seen = "Everybody ".repeat(500);
    });
    for column in Column::ALL {
        do_it(&mut hands, ChronologyAction::ShowColumn(column, true));
    }
    for key in [Key::End, Key::Home, Key::PageDown, Key::PageUp] {
        hands.key(NONE, key);
    }
    hands.resize(960.0, 600.0);
    assert!(
        hands
            .harness()
            .query_by_label("Scroll the columns")
            .is_some()
    );
}
