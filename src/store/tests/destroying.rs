//! What stands in the pages of a programme’s file under its encryption: of what is hers nothing, of what was destroyed nothing.

use rusqlite::MAIN_DB;

use super::*;
use crate::edits::{self, Destruction, ManPart};
use crate::model::programme::{Group, Man, Mark, Place, Step, StepKind};
use crate::model::{GroupId, ManId, PartnerId};
use crate::templates::programme::built_in;
use crate::wall::{Partner, Statement, Walled};
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn today() -> NaiveDate {
    day("2026-11-22")
}

/// Every page of the file as it is under the encryption, free pages among them, and the log beside it.
fn pages(store: &mut Store) -> Vec<u8> {
    let bytes = store.connection.serialize(MAIN_DB).expect("read whole");
    bytes.to_vec()
}

fn holds(store: &mut Store, words: &str) -> bool {
    let sixteen: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let bytes = pages(store);
    [words.as_bytes(), &sixteen]
        .iter()
        .any(|form| bytes.windows(form.len()).any(|at| at == *form))
}

fn man(name: &str, reference: &str, steps: &[(&str, StepKind)]) -> Man {
    let mut man = Man::new(ManId(0), name);
    man.reference = reference.to_owned();
    man.identity.ethnicity = "white_irish".to_owned();
    man.steps = steps
        .iter()
        .map(|(on, kind)| Step::new(day(on), *kind))
        .collect();
    man
}

/// Three men: one who left eight years ago, one who was not taken on, one who attends. Each has a partner who said something.
fn programme(folder: &Path) -> Store {
    let new = NewProgramme {
        template: built_in()[0].clone(),
        title: String::new(),
    };
    let path = folder.join("programme.lantern");
    let mut store = Store::create_programme(&path, &passphrase(), &new, "Team").expect("made");
    let group = Group {
        id: GroupId(0),
        name: "Monday".to_owned(),
        size: 8,
        openings: Vec::new(),
    };
    let group = edits::add_group(&mut store, &group).expect("added").value;
    let hers = Passphrase::new("heron on the weir".to_owned());
    store.set_safety_lock(&hers).expect("locked");
    for (name, reference, steps, said) in [
        (
            "Emrys Oldcastle",
            "N-1",
            &[
                ("2017-01-09", StepKind::Referred),
                ("2017-02-06", StepKind::Enrolled),
                ("2018-03-05", StepKind::Completed),
            ][..],
            "he broke the kingfisher",
        ),
        (
            "Tarik Farnborough",
            "N-2",
            &[
                ("2026-01-09", StepKind::Referred),
                ("2026-02-09", StepKind::Unsuitable),
            ],
            "he burnt the goldfinch",
        ),
        (
            "Wei Thornbury",
            "N-3",
            &[
                ("2026-01-09", StepKind::Referred),
                ("2026-02-09", StepKind::Attending),
            ],
            "he hid the nightjar",
        ),
    ] {
        let mut man = man(name, reference, steps);
        man.id = edits::add_man(&mut store, &man).expect("added").value;
        man.places = vec![Place {
            group,
            from: day("2017-02-06"),
            until: Some(day("2018-03-05")),
        }];
        if reference == "N-1" {
            edits::change_man(&mut store, ManPart::Places, &man, today()).expect("placed");
            let session = edits::hold_session(&mut store, group, day("2017-02-06"));
            let marks = [(man.id, Some(Mark::Attended))];
            edits::mark_register(&mut store, session.expect("held").value, &marks).expect("marked");
        }
        let mut partner = Partner::new(PartnerId(0), man.id, day("2017-01-10"));
        partner.name = Walled::new(format!("{reference} Kestrelwood"));
        partner.statements.push(Statement {
            id: crate::model::StatementId(1),
            on: day("2017-05-01"),
            kind: "abuse".to_owned(),
            words: said.into(),
            factors: Vec::new(),
        });
        edits::add_partner(&mut store, &mut partner, today()).expect("added");
    }
    store
}

fn wanted(men: &[i64]) -> Destruction {
    Destruction {
        men: men.iter().map(|id| ManId(*id)).collect(),
        decided_by: "Mei Harris".to_owned(),
        reason: "Kept for six years".to_owned(),
    }
}

#[test]
fn of_what_is_hers_no_byte_can_be_read_with_the_files_passphrase() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = programme(folder.path());
    assert!(holds(&mut store, "Emrys Oldcastle"), "his side can be read");
    for hers in ["Kestrelwood", "kingfisher", "goldfinch", "nightjar"] {
        assert!(!holds(&mut store, hers), "“{hers}” stands in the file");
    }
}

#[test]
fn what_was_destroyed_is_in_no_byte_of_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = programme(folder.path());
    for there in ["Emrys Oldcastle", "Tarik Farnborough", "Wei Thornbury"] {
        assert!(holds(&mut store, there), "{there}");
    }
    let certificate =
        edits::destroy_files(&mut store, &wanted(&[1, 2]), today()).expect("destroyed");
    assert_eq!(certificate.references, ["N-1", "N-2"]);
    assert_eq!(certificate.partners, 2);
    assert_eq!(
        certificate.kept,
        ["Ethnicity", "Gender", "Sexual orientation"]
    );
    for gone in [
        "Oldcastle",
        "Farnborough",
        "2018-03-05",
        "2026-02-09\",\"kind\":\"unsuitable",
    ] {
        assert!(!holds(&mut store, gone), "“{gone}” is still in the file");
    }
    assert!(holds(&mut store, "Wei Thornbury"), "he stays");

    let left = store.programme().expect("read");
    let names: Vec<&str> = left.men.iter().map(|man| man.name.as_str()).collect();
    assert_eq!(names, ["", "Wei Thornbury"]);
    assert_eq!(left.men[0].identity.ethnicity, "white_irish");
    assert_eq!(left.certificates, [certificate]);
    assert!(left.attendance.is_empty());
    let partners = store.partners().expect("open");
    assert_eq!(partners.len(), 1);
    assert_eq!(partners[0].man, ManId(3));
    assert_eq!((store.undo_label(), store.redo_label()), (None, None));
    assert!(store.verify_audit().expect("a report").is_whole());
    assert_eq!(store.integrity().expect("read"), Vec::<String>::new());
    let log = store.path().with_extension("lantern-wal");
    assert!(std::fs::metadata(log).map_or(0, |about| about.len()) == 0);
}

#[test]
fn nothing_is_destroyed_that_is_not_due_or_that_nobody_answers_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = programme(folder.path());
    let before = store.programme().expect("read");
    let nobody = Destruction {
        decided_by: " ".to_owned(),
        ..wanted(&[1])
    };
    for (what, said) in [
        (wanted(&[1, 3]), "N-3 is not due"),
        (wanted(&[]), "No file is chosen"),
        (nobody, "Say who decided it"),
    ] {
        let refused = edits::destroy_files(&mut store, &what, today()).expect_err("refused");
        assert!(refused.to_string().contains(said), "{refused}");
    }
    store.lock_again();
    let refused = edits::destroy_files(&mut store, &wanted(&[1]), today());
    assert!(matches!(refused, Err(StoreError::BehindTheWall)));
    assert_eq!(store.programme().expect("read"), before);
    assert!(
        store.undo_label().is_none(),
        "the last step is hers, and locked"
    );
}
