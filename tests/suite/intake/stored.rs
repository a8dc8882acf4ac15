//! A cohort in the file: as it was understood, one undo, and its partners behind the lock.

use lantern::edits;
use lantern::intake::{Choices, Settings, understand};
use lantern::jobs::Silent;
use lantern::model::programme::Programme;
use lantern::sample;
use lantern::store::{NewProgramme, Passphrase, Store};

use super::read;

fn passphrase(words: &str) -> Passphrase {
    Passphrase::new(words.to_owned())
}

fn empty(folder: &tempfile::TempDir) -> Store {
    let new = NewProgramme {
        template: sample::programme_template().expect("a template"),
        title: String::new(),
    };
    let path = folder.path().join("pilot.lantern");
    Store::create_programme(
        &path,
        &passphrase("four unrelated words here"),
        &new,
        "coordinator",
    )
    .expect("a file")
}

/// The register, whatever numbers its sessions have.
fn register(programme: &Programme) -> Vec<String> {
    let lines = programme.attendance.iter();
    let mut lines: Vec<String> = lines
        .map(|line| {
            let mut sessions = programme.sessions.iter();
            let held = sessions.find(|held| held.id == line.session);
            let held = held.expect("a session");
            format!("{} {} {} {:?}", line.man, held.group, held.on, line.mark)
        })
        .collect();
    lines.sort();
    lines
}

#[test]
fn what_is_imported_is_what_was_understood_and_undo_takes_it_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = empty(&folder);
    store
        .set_safety_lock(&passphrase("her own four words"))
        .expect("a lock");
    let before = store.programme().expect("a programme");
    let (cohort, partners) = sample::programme(&Silent).expect("the sample");
    let day = sample::programme_today();
    edits::import_cohort(&mut store, "the sample", &cohort, partners, day).expect("imported");
    let after = store.programme().expect("a programme");
    assert_eq!(after.men, cohort.men);
    assert_eq!(after.groups, cohort.groups);
    assert_eq!(register(&after), register(&cohort));
    assert_eq!(
        (&after.costs, &after.feedback),
        (&cohort.costs, &cohort.feedback)
    );
    assert_eq!(store.partners().expect("open").len(), 70);
    store.undo().expect("undone");
    assert_eq!(store.programme().expect("a programme"), before);
    assert!(store.partners().expect("open").is_empty());
    store.redo().expect("done again");
    assert_eq!(store.programme().expect("a programme"), after);
    store.lock_again();
    assert!(store.partners().is_err());
}

#[test]
fn with_the_lock_closed_his_side_comes_in_and_nothing_of_hers() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = empty(&folder);
    let files: Vec<_> = sample::programme_files()
        .iter()
        .map(|(name, bytes)| read(name, bytes))
        .collect();
    let programme = store.programme().expect("a programme");
    let choices = Choices::default();
    let settings = Settings {
        programme: &programme,
        unlocked: store.is_unlocked(),
        today: sample::programme_today(),
        choices: &choices,
    };
    let understood = understand(&files, &settings, &Silent).expect("not cancelled");
    let (cohort, partners) = understood.records();
    let day = sample::programme_today();
    edits::import_cohort(&mut store, "the sample", &cohort, partners, day).expect("imported");
    assert_eq!(store.programme().expect("a programme").men.len(), 70);
    let again = understand(
        &files,
        &Settings {
            programme: &store.programme().expect("a programme"),
            ..settings
        },
        &Silent,
    )
    .expect("not cancelled");
    assert!(again.is_empty(), "nothing stands twice");
}
