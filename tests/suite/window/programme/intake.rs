//! A cohort comes in from spreadsheets: seen, changed, imported, taken back.

use std::path::PathBuf;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use lantern::app::{Action, IntakeAction, PartnersAction, ShellAction, StartAction};
use lantern::dates::DayOrder;
use lantern::intake::{Field, Kind, Meaning, TableAt, Understood, field_name};

use super::{opened, with_programme};
use crate::window::hands::{Hands, new_window};

const WORDS: &str = "four plain words here";

fn empty_programme() -> Hands {
    let mut hands = new_window();
    let path: PathBuf = hands.folder().join("new programme.lantern");
    hands.press("New programme file…");
    hands.act(Action::Start(StartAction::NewAt(path)));
    hands.write("Title", "Change programme");
    hands.write("Passphrase", WORDS);
    hands.write("Passphrase again", WORDS);
    hands.press("Create the programme’s file");
    hands.wait();
    hands
}

fn read(hands: &mut Hands, names: &[&str]) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("samples/programme");
    let paths = names.iter().map(|name| folder.join(name)).collect();
    hands.act(IntakeAction::Read(paths).into());
    hands.wait();
}

#[test]
fn where_a_spreadsheet_is_can_be_typed() {
    let mut hands = empty_programme();
    let field = "Where the spreadsheet is";
    assert!(!hands.has_field(field));
    hands.press("Import a cohort…");
    hands.press("Not now");
    assert!(!hands.has_field(field));
    hands.press("Import a cohort…");
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("samples/programme");
    hands.write(field, &folder.join("men.csv").display().to_string());
    hands.key(Modifiers::NONE, Key::Enter);
    hands.wait();
    assert!(opened(&hands).intake.is_some());
    hands.press("Not now");
    assert!(!hands.has_field(field));
}

#[test]
fn a_cohort_is_seen_changed_imported_and_taken_back() {
    let mut hands = empty_programme();
    assert!(hands.sees("Import a cohort…"));
    read(&mut hands, &["men.csv", "attendance.csv"]);
    let intake = opened(&hands).intake.as_ref().expect("under way");
    let understood = intake.understood.clone().expect("understood");
    let table = understood.tables[0].clone();
    assert_eq!(table.kind, Some(Kind::Men));
    assert!(hands.sees(&format!(
        "men.csv: {} rows taken, {} skipped",
        table.taken(),
        table.skipped()
    )));
    let men = understood.his_side().men.len();
    assert!(men > 0);
    assert!(opened(&hands).lines.is_empty());
    let ethnicity = Some(Meaning::Field(Field::Ethnicity));
    let column = table
        .columns
        .iter()
        .position(|one| one.meaning == ethnicity);
    let column = column.expect("a column of ethnicities");
    let heading = &table.columns[column].heading;
    assert!(hands.sees(&format!("{heading} in men.csv")));
    hands.act(IntakeAction::Column(TableAt { file: 0, table: 0 }, column, None).into());
    hands.wait();
    hands.press("Import");
    hands.wait();
    assert!(opened(&hands).intake.is_none());
    assert_eq!(opened(&hands).lines.len(), men);
    let all = &opened(&hands).programme.men;
    assert!(all.iter().all(|man| man.identity.ethnicity.is_empty()));
    hands.key(Modifiers::COMMAND, Key::Z);
    hands.wait();
    assert!(hands.sees("Nobody has been referred yet"));
}

#[test]
fn a_table_that_is_not_understood_brings_nothing_in() {
    let mut hands = empty_programme();
    let path = hands.folder().join("rota.csv");
    std::fs::write(&path, "Kettle,Biscuits\nred,four\n").expect("written");
    hands.act(IntakeAction::Read(vec![path]).into());
    hands.wait();
    assert!(hands.sees("rota.csv"));
    assert!(hands.sees("Nothing would come in. Say below what each table is."));
    hands.press("Not now");
    assert!(hands.sees("Nobody has been referred yet"));
}

#[test]
fn partners_are_refused_while_locked_and_locking_takes_all_away() {
    let mut hands = with_programme();
    read(&mut hands, &["partners.csv"]);
    assert!(hands.sees_part("is not taken while women’s safety work is locked"));
    let intake = opened(&hands).intake.as_ref().expect("under way");
    assert_eq!(
        intake.understood.as_ref().expect("understood").partners(),
        0
    );
    hands.act(PartnersAction::Unlock(super::LOCK.to_owned()).into());
    hands.wait();
    hands.act(IntakeAction::UnderstandAgain.into());
    hands.wait();
    hands.act(PartnersAction::Lock.into());
    assert!(opened(&hands).intake.is_none());
}

const FIRST: TableAt = TableAt { file: 0, table: 0 };

/// A table that somebody made by hand.
fn read_own(hands: &mut Hands, name: &str, text: &str) {
    let path = hands.folder().join(name);
    std::fs::write(&path, text).expect("written");
    hands.act(IntakeAction::Read(vec![path]).into());
    hands.wait();
}

fn understood(hands: &Hands) -> &Understood {
    let intake = opened(hands).intake.as_ref().expect("under way");
    intake.understood.as_deref().expect("understood")
}

fn choose(hands: &mut Hands, menu: &str, what: &str) {
    hands.scroll_to_and_press(menu);
    let line = hands.harness().get_all_by_label(what).last();
    line.expect("a line of the menu").scroll_to_me();
    hands.settle();
    hands.press_last(what);
    hands.wait();
}

#[test]
fn what_a_table_is_what_a_column_is_and_what_a_word_means_are_chosen_by_hand() {
    let mut hands = empty_programme();
    read_own(
        &mut hands,
        "list.csv",
        "Case number,Referral source,Referred on,Locker\nA-1,Employer,16/03/2015,9\nA-2,Police,17/03/2015,8\n",
    );
    assert!(hands.sees("2 men would come in. Nothing is stored yet."));
    assert!(hands.sees("list.csv: 2 rows taken, 0 skipped"));

    hands.press("Words that fit no key");
    assert!(hands.sees_part("once among"));
    let wording = understood(&hands).values[0].clone();
    assert_eq!(wording.wording, "Employer");
    let menu = format!("What “Employer” is among {}", wording.list.words());
    choose(&mut hands, &menu, "Probation");

    hands.press("list.csv");
    choose(&mut hands, "Locker in list.csv", field_name(Field::Group));
    assert_eq!(
        understood(&hands).tables[0].columns[3].meaning,
        Some(Meaning::Field(Field::Group))
    );
    choose(&mut hands, "Locker in list.csv", "Not taken");
    choose(&mut hands, "Referral source in list.csv", "Not taken");
    assert_eq!(understood(&hands).tables[0].columns[1].meaning, None);
    choose(&mut hands, "What list.csv is", "Not taken");
    assert!(hands.sees("Nothing would come in. Say below what each table is."));
    choose(&mut hands, "What list.csv is", "Men");
    assert!(hands.sees("2 men would come in. Nothing is stored yet."));

    hands.press("Import");
    hands.wait();
    let sources: Vec<&str> = opened(&hands)
        .programme
        .men
        .iter()
        .map(|man| man.referral.source.as_str())
        .collect();
    assert_eq!(sources, ["probation", "police"]);
    let told = hands.app().state.notices.iter().any(|notice| {
        format!("{notice:?}").contains("Imported: 2 men. One undo takes it all back.")
    });
    assert!(told);
}

#[test]
fn one_man_is_spoken_of_as_one() {
    let mut hands = empty_programme();
    read_own(
        &mut hands,
        "one.csv",
        "Case number,Referral source,Referred on\nA-1,Police,16/03/2015\n",
    );
    assert!(hands.sees("1 man would come in. Nothing is stored yet."));
    assert!(hands.sees("one.csv: 1 row taken, 0 skipped"));
    assert!(!hands.sees_part("1 men"));
}

#[test]
fn dates_that_can_be_read_either_way_are_read_as_a_person_says() {
    let mut hands = empty_programme();
    read_own(
        &mut hands,
        "list.csv",
        "Case number,Referral source,Referred on\nA-1,Police,03/04/2015\nA-2,Police,05/06/2015\n",
    );
    assert!(hands.sees_part("2 dates of this table can be read either way"));
    let first = |hands: &Hands| understood(hands).his_side().men[0].steps[0].on.to_string();
    assert_eq!(first(&hands), "2015-04-03");
    choose(
        &mut hands,
        "Order of day and month in list.csv",
        "Month first: 3/4 is 4 March",
    );
    assert_eq!(first(&hands), "2015-03-04");
    assert_eq!(understood(&hands).tables[0].order, DayOrder::MonthFirst);
    assert!(hands.sees_part("read as you said"));
}

#[test]
fn a_long_list_says_how_long_it_is_and_shows_more_when_asked() {
    let mut hands = empty_programme();
    let rows: String = (0..250)
        .map(|at| format!("A-{at},Police,\"some time {at}\"\n"))
        .collect();
    let text = format!("Case number,Referral source,Referred on\n{rows}");
    read_own(&mut hands, "list.csv", &text);
    let all = understood(&hands).doubts.len();
    assert!(all >= 250);
    hands.press("To look at");
    assert!(hands.sees(&format!("100 of {all} are shown.")));
    hands.scroll_to_and_press("Show more");
    assert!(hands.sees(&format!("200 of {all} are shown.")));
    hands.scroll_to_and_press("Show more");
    assert!(!hands.sees("Show more"));
    let last = understood(&hands).doubts.last().expect("one").place.clone();
    assert!(hands.sees(&last));
}

#[test]
fn an_import_can_be_left_before_it_is_read_while_it_is_looked_at_and_after_a_choice() {
    let mut hands = empty_programme();
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("samples/programme");
    let read = IntakeAction::Read(vec![folder.join("men.csv")]);
    // Left while it is being read: what was read is not shown afterwards.
    hands.app_mut().act(read.clone().into());
    hands.app_mut().act(IntakeAction::Leave.into());
    hands.wait();
    assert!(opened(&hands).intake.is_none());
    assert!(hands.sees("Nobody has been referred yet"));
    // While it is looked at.
    hands.app_mut().act(read.clone().into());
    hands.wait();
    hands.press("Not now");
    assert!(hands.sees("Nobody has been referred yet"));
    // A choice that is being followed is stopped: what is shown is as it was before it.
    hands.app_mut().act(read.into());
    hands.wait();
    let before = understood(&hands).his_side().men.len();
    hands.app_mut().act(IntakeAction::Kind(FIRST, None).into());
    hands.app_mut().act(Action::Shell(ShellAction::StopTasks));
    hands.wait();
    let intake = opened(&hands).intake.as_ref().expect("under way");
    assert!(!intake.waits);
    let left_out = intake.choices.kinds.get(&FIRST) == Some(&None);
    assert_eq!(understood(&hands).is_empty(), left_out);
    assert!(left_out || understood(&hands).his_side().men.len() == before);
    hands.press("Not now");
    assert!(opened(&hands).lines.is_empty());
    assert_eq!(opened(&hands).undo, None);
}

#[test]
fn after_an_import_and_its_undo_the_file_is_as_before() {
    let mut hands = with_programme();
    let before = opened(&hands).programme.clone();
    let follow_ups = opened(&hands).follow_ups.clone();
    read(
        &mut hands,
        &["men.csv", "attendance.csv", "children.csv", "substance.csv"],
    );
    hands.press("Import");
    hands.wait();
    assert!(opened(&hands).programme.men.len() > before.men.len());
    hands.key(Modifiers::COMMAND, Key::Z);
    hands.wait();
    assert_eq!(opened(&hands).programme.men, before.men);
    assert_eq!(opened(&hands).programme.groups, before.groups);
    assert_eq!(opened(&hands).programme.sessions, before.sessions);
    assert_eq!(opened(&hands).programme.attendance, before.attendance);
    assert_eq!(opened(&hands).follow_ups, follow_ups);
}
