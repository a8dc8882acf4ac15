//! The sample programme as a file: built as a user would, undone to the empty file, with something to do behind its lock.

use lantern::jobs::Silent;
use lantern::programme::{ContactState, NoticeState, contact_duties, notices};
use lantern::sample::{self, PASSPHRASE, SAFETY_PASSPHRASE};
use lantern::store::{Passphrase, Store};
use lantern::wall::{CaseFile, Ledger, Look};

struct Nobody;

impl Ledger for Nobody {
    fn note(&self, _: Look) {}
}

fn built(folder: &tempfile::TempDir) -> Store {
    let path = folder.path().join("programme.lantern");
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    sample::build_programme(&path, &passphrase, "Test", &Silent).expect("built")
}

#[test]
fn the_sample_programme_is_built_opened_and_taken_back_to_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = built(&folder);
    let (cohort, partners) = sample::programme(&Silent).expect("understood");
    let programme = store.programme().expect("read");
    assert_eq!(programme.men.len(), cohort.men.len());
    assert_eq!(programme.sessions.len(), cohort.sessions.len());
    assert_eq!(programme.attendance.len(), cohort.attendance.len());
    assert_eq!(programme.costs, cohort.costs);
    assert_eq!(programme.feedback, cohort.feedback);
    assert_eq!(store.partners().expect("open").len(), partners.len());
    let path = store.path().to_owned();
    drop(store);

    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let mut store = Store::open(&path, &passphrase, "Test").expect("opens");
    assert!(store.partners().is_err(), "its lock is closed");
    let hers = Passphrase::new(SAFETY_PASSPHRASE.to_owned());
    store.unlock(&hers).expect("opens");
    while store.undo().expect("undone").is_some() {}
    assert!(store.programme().expect("read").men.is_empty());
    assert!(store.partners().expect("open").is_empty());
    while store.redo().expect("done again").is_some() {}
    assert_eq!(store.programme().expect("read"), programme);
    assert!(store.verify_audit().expect("a report").is_whole());
}

#[test]
fn behind_its_lock_something_is_due_late_and_done() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = built(&folder);
    let today = sample::programme_today();
    let programme = store.programme().expect("read");
    let told = programme.passed_on.iter().map(|one| &one.keep_in_mind);
    assert_eq!(told.collect::<Vec<_>>(), [&["control".to_owned()]]);
    let file = CaseFile::of(programme, store.partners().expect("open")).expect("sound");
    let me = store.clearance().expect("open");
    let view = file.view(&me, &Nobody);
    let duties = contact_duties(&view, today);
    let duties = view.open(&duties);
    let owed = notices(&view, today);
    let owed = view.open(&owed);
    for state in [ContactState::Due, ContactState::Late] {
        assert!(duties.iter().any(|duty| duty.state == state), "{state:?}");
    }
    let done = |duty: &_| matches!(duty, ContactState::Done(_));
    assert!(duties.iter().any(|duty| done(&duty.state)));
    for state in [NoticeState::Owed, NoticeState::Overdue] {
        assert!(owed.iter().any(|notice| notice.state == state), "{state:?}");
    }
}
