//! The import screen and the source of an entry, used by name, mouse and keyboard.

mod comparing;

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use lantern::app::{Action, ImportAction, Ready, ShellAction, WaitingState};
use lantern::model::{AgencyId, ColumnKey, Habit, HabitId};
use lantern::returns::Mapping;

use super::hands::{Hands, with_sample};

const RETURNS: [&str; 11] = [
    "police_return.xlsx",
    "ambulance.csv",
    "gp_records.docx",
    "hospital.xlsx",
    "maternity_and_health_visiting.csv",
    "mental_health.xlsx",
    "childrens_services.docx",
    "housing_chronology_FINAL_v2.docx",
    "school.csv",
    "probation.csv",
    "specialist_service.docx",
];

/// Three columns whose headings say what they are; the second date can be read in two ways.
const TABLE: &str = "Date\tDetails\tAction taken\n\
    13/02/2017\tMs Okafor rang about the locks.\tJob raised\n\
    02/11/2017\tSeen at the front desk with her son.\tAdvised\n\
    02/25/2018\tLetter returned unopened.\tFiled\n";

fn in_import() -> Hands {
    let mut hands = with_sample();
    hands.press("Import");
    hands
}

fn paste(hands: &mut Hands, text: &str) {
    hands.harness().event(Event::Paste(text.to_owned()));
    hands.wait();
}

fn add(hands: &mut Hands, name: &str, bytes: &[u8]) -> PathBuf {
    let path = hands.folder().join(name);
    std::fs::write(&path, bytes).expect("written");
    hands.act(Action::Import(ImportAction::Add(vec![path.clone()])));
    hands.wait();
    path
}

fn ready(hands: &Hands) -> &Ready {
    let open = hands.app().state.open.as_ref().expect("open");
    match &open.import.waiting[open.import.selected].state {
        WaitingState::Ready(ready) => ready,
        other => panic!("not ready: {other:?}"),
    }
}

fn meanings(hands: &Hands) -> Vec<Option<ColumnKey>> {
    ready(hands).understood.mapping.columns.clone()
}

fn agency(hands: &Hands, sector: &str) -> (AgencyId, String) {
    let review = hands.review();
    let mut agencies = review.agencies.iter();
    let found = agencies.find(|agency| agency.sector == sector);
    let found = found.expect("an agency of the sector");
    (found.id, found.name.clone())
}

#[test]
fn a_table_is_pasted_looked_at_and_imported_like_a_file() {
    let mut hands = in_import();
    let before = hands.review().entries.len();
    paste(&mut hands, TABLE);
    assert!(hands.sees("pasted table"));
    assert!(hands.sees("The table as it was sent"));
    assert_eq!(hands.review().entries.len(), before);
    let (_, name) = agency(&hands, "education");
    hands.press("Agency that sent it");
    hands.press_last(&name);
    hands.wait();
    hands.press("Import 3 entries");
    hands.wait();
    let after = hands.review();
    assert_eq!(after.entries.len(), before + 3);
    assert!(
        after
            .entries
            .iter()
            .any(|entry| entry.text == "Letter returned unopened.")
    );
}

#[test]
fn an_empty_clipboard_is_told_and_a_field_keeps_what_is_pasted_into_it() {
    let mut hands = in_import();
    hands.act(Action::Import(ImportAction::Paste("  \n".to_owned())));
    assert!(hands.sees("There is nothing to paste"));
    hands.harness().get_by_label("Where the file is").focus();
    hands.settle();
    paste(&mut hands, "a table");
    let open = hands.app().state.open.as_ref().expect("open");
    assert!(open.import.waiting.is_empty());
}

#[test]
fn what_a_column_stands_for_is_dragged_to_another_and_moved_by_keys() {
    let mut hands = in_import();
    paste(&mut hands, TABLE);
    let understood = [
        Some(ColumnKey::Date),
        Some(ColumnKey::Text),
        Some(ColumnKey::Response),
    ];
    assert_eq!(meanings(&hands), understood);

    let from = hands
        .harness()
        .get_by_label("What column 2 is")
        .rect()
        .center();
    let to = hands
        .harness()
        .get_by_label("What column 3 is")
        .rect()
        .center();
    hands.harness().hover_at(from);
    hands.settle();
    hands.harness().drag_at(from);
    hands.settle();
    hands.harness().hover_at(from + (to - from) / 2.0);
    hands.settle();
    hands.harness().hover_at(to);
    hands.settle();
    hands.harness().drop_at(to);
    hands.wait();
    let exchanged = [understood[0], understood[2], understood[1]];
    assert_eq!(meanings(&hands), exchanged);
    assert!(hands.sees("Columns were set by hand."));

    hands.harness().get_by_label("What column 2 is").focus();
    hands.settle();
    hands.key(Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(meanings(&hands), understood);

    // The line with what no column stands for has moved the headings.
    let to = hands
        .harness()
        .get_by_label("What column 3 is")
        .rect()
        .center();
    let spare = hands
        .harness()
        .get_by_label("Comment, on no column")
        .rect()
        .center();
    hands.harness().hover_at(spare);
    hands.settle();
    hands.harness().drag_at(spare);
    hands.settle();
    hands.harness().hover_at(to);
    hands.settle();
    hands.harness().drop_at(to);
    hands.wait();
    assert_eq!(meanings(&hands)[2], Some(ColumnKey::Comment));

    hands.press("As understood");
    hands.wait();
    assert_eq!(meanings(&hands), understood);
}

#[test]
fn every_doubt_of_every_return_leads_to_its_cell() {
    let mut hands = in_import();
    for name in RETURNS {
        let bytes = lantern::sample::file(name).expect("embedded");
        add(&mut hands, name, bytes);
        let doubts = ready(&hands).understood.doubts.clone();
        for (index, doubt) in doubts.iter().enumerate() {
            let table = ready(&hands).table().expect("a table");
            assert!(
                table.rows.iter().any(|row| row.number == doubt.row),
                "{name}: {doubt:?} names no row"
            );
            let width = u32::try_from(table.width).expect("small");
            assert!(
                doubt.column.is_none_or(|column| column < width),
                "{name}: {doubt:?}"
            );
            hands.act(Action::Import(ImportAction::Jump(index)));
            let row = format!("Row {}", doubt.row);
            assert!(hands.sees_part(&row), "{name}: {row} is not in view");
        }
    }
}

#[test]
fn a_wide_table_is_scrolled_to_the_cell_in_doubt() {
    let mut hands = in_import();
    let wide: String = (0..14).map(|column| format!("Box {column}\t")).collect();
    let cells: String = (0..14)
        .map(|column| format!("filled in as box number {column}\t"))
        .collect();
    let table = format!(
        "Details\t{wide}Date\nSeen at home\t{cells}31/06/2019\nSeen again\t{cells}12/07/2019\n"
    );
    paste(&mut hands, &table);
    let visible = |hands: &mut Hands| {
        let screen = hands.harness().ctx.content_rect();
        let heading = hands.harness().get_by_label("What column 16 is").rect();
        heading.left() >= 0.0 && heading.right() < screen.right() - 344.0
    };
    assert!(!visible(&mut hands), "the date stands outside at first");
    let doubts = &ready(&hands).understood.doubts;
    let of_date = doubts.iter().position(|doubt| doubt.column == Some(15));
    hands.act(Action::Import(ImportAction::Jump(
        of_date.expect("no such day"),
    )));
    assert!(visible(&mut hands), "the jump brings it into view");
}

#[test]
fn a_return_is_read_as_the_agencys_last_one_and_there_is_a_way_back() {
    let mut hands = in_import();
    let (id, name) = agency(&hands, "housing");
    let open = hands.app_mut().state.open.as_mut().expect("open");
    let review = Arc::make_mut(&mut open.review);
    review.habits.retain(|habit| habit.agency != id);
    review.habits.push(Habit {
        id: HabitId(900),
        agency: id,
        columns: vec![
            ("date".to_owned(), Some(ColumnKey::Date)),
            ("details".to_owned(), Some(ColumnKey::Comment)),
            ("action taken".to_owned(), Some(ColumnKey::Text)),
        ],
        day_first: None,
    });
    paste(&mut hands, TABLE);
    let by_itself = meanings(&hands);
    hands.act(Action::Import(ImportAction::SetAgency(0, id)));
    hands.wait();
    assert!(hands.sees(&format!(
        "Read as the last return of {name} was: 3 columns known."
    )));
    let by_habit = [
        Some(ColumnKey::Date),
        Some(ColumnKey::Comment),
        Some(ColumnKey::Text),
    ];
    assert_eq!(meanings(&hands), by_habit);
    hands.press("Read it without that");
    hands.wait();
    assert!(hands.sees(&format!("Read as if {name} had sent nothing before.")));
    assert_eq!(meanings(&hands), by_itself);
    hands.press("Read it as its last return was");
    hands.wait();
    assert_eq!(meanings(&hands), by_habit);
}

#[test]
fn an_entry_is_shown_in_its_table_and_escape_closes_it() {
    let mut hands = in_import();
    paste(&mut hands, TABLE);
    let (id, _) = agency(&hands, "education");
    hands.act(Action::Import(ImportAction::SetAgency(0, id)));
    hands.wait();
    hands.press("Import 3 entries");
    hands.wait();
    let review = hands.review();
    let mut entries = review.entries.iter();
    let entry = entries.find(|entry| entry.text.starts_with("Seen at the front desk"));
    let entry = entry.expect("imported").id;
    hands.act(Action::Shell(ShellAction::ShowEntry(entry)));
    hands.scroll_to_and_press("Show it in its table");
    hands.wait();
    assert!(hands.sees("As it stands in what the agency sent"));
    assert!(hands.sees_part("This entry’s row 3: 02/11/2017 | Seen at the front desk"));
    assert!(hands.sees_part("Row 4: 02/25/2018"));
    hands.key(Modifiers::NONE, Key::ArrowDown);
    assert_eq!(
        hands.current_entry(),
        entry,
        "keys do not reach what lies behind"
    );
    hands.key(Modifiers::NONE, Key::Escape);
    assert!(!hands.sees("As it stands in what the agency sent"));
    assert_eq!(
        hands.current_entry(),
        entry,
        "Escape closes only what lies above"
    );
}

#[test]
fn both_readings_of_a_date_are_buttons_and_one_settles_it() {
    let mut hands = in_import();
    paste(&mut hands, TABLE);
    let (id, _) = agency(&hands, "education");
    hands.act(Action::Import(ImportAction::SetAgency(0, id)));
    hands.wait();
    hands.press("Import 3 entries");
    hands.wait();
    let review = hands.review();
    let mut entries = review.entries.iter();
    let doubtful = entries.find(|entry| !entry.when.alternatives.is_empty());
    let doubtful = doubtful.expect("02/11/2017 can be two days");
    assert_eq!(doubtful.when.wording, "02/11/2017");
    hands.act(Action::Shell(ShellAction::ShowEntry(doubtful.id)));
    assert!(hands.sees("2 November 2017"));
    hands.scroll_to_and_press("11 February 2017");
    let review = hands.review();
    let settled = &review.entry(doubtful.id).expect("there").when;
    assert_eq!(settled.wording, "02/11/2017");
    assert_eq!(
        settled.earliest.map(|moment| moment.to_string()).as_deref(),
        Some("2017-02-11")
    );
    assert!(settled.alternatives.is_empty());
    hands.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(
        hands.review().entry(doubtful.id).expect("there").when,
        doubtful.when
    );
}

#[test]
fn a_long_reading_is_stopped_and_taken_up_again() {
    let mut hands = in_import();
    let mut table = String::from("Date,Details,Action taken\n");
    for row in 0..4_000 {
        table.push_str(&format!(
            "{:02}/03/2019,Contact number {row} at the desk,Noted\n",
            row % 28 + 1
        ));
    }
    let path = hands.folder().join("long return.csv");
    std::fs::write(&path, table).expect("written");
    let app = hands.app_mut();
    assert!(
        app.act(Action::Import(ImportAction::Add(vec![path])))
            .is_empty()
    );
    assert!(app.act(Action::Shell(ShellAction::StopTasks)).is_empty());
    hands.wait();
    assert!(hands.sees("Reading was stopped"));
    hands.press("Read it after all");
    hands.wait();
    assert_eq!(ready(&hands).understood.entries.len(), 4_000);
}

#[test]
fn stopping_leaves_the_table_as_it_was_understood() {
    let mut hands = in_import();
    paste(&mut hands, TABLE);
    let before = ready(&hands).understood.clone();
    let app = hands.app_mut();
    let swap = Action::Import(ImportAction::SwapColumns(0, 1));
    assert!(app.act(swap).is_empty());
    assert!(app.act(Action::Shell(ShellAction::StopTasks)).is_empty());
    hands.wait();
    let ready = ready(&hands);
    assert_eq!(ready.understood, before);
    assert!(!ready.is_being_understood());
    assert_eq!(ready.reading.mapping, None::<Mapping>);
}
