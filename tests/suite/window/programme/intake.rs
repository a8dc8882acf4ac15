//! A cohort comes in from spreadsheets: seen, changed, imported, taken back.

use std::path::PathBuf;

use egui::{Key, Modifiers};
use lantern::app::{Action, IntakeAction, PartnersAction, StartAction};
use lantern::intake::{Field, Kind, Meaning, TableAt};

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
    assert!(hands.sees("0 men, 0 sessions, 0 partners would come in. Nothing is stored yet."));
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
