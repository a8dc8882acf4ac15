//! Keeping and destruction: what is due, the second confirmation, the certificate.

use lantern::app::{KeepingAction, PartnersAction, ProgrammeRoom};
use lantern::model::programme::Man;

use super::{LOCK, opened, with_programme};
use crate::window::hands::Hands;

const FARROW: &str = "Farrow, LW-006";

fn farrow(hands: &Hands) -> Option<&Man> {
    let mut men = opened(hands).programme.men.iter();
    men.find(|man| man.reference == "LW-006")
}

fn with_page() -> Hands {
    let mut hands = with_programme();
    hands.resize(1280.0, 1400.0);
    assert!(hands.sees("4 due to be destroyed"));
    hands.press("Keeping and destruction…");
    assert!(hands.sees("Due to be destroyed"));
    hands
}

fn decided() -> Hands {
    let mut hands = with_page();
    hands.act(PartnersAction::Unlock(LOCK.to_owned()).into());
    hands.act(ProgrammeRoom::Cohort.into());
    hands.press(&format!("Choose {FARROW}"));
    assert!(hands.sees("1 of 4 chosen"));
    hands.press("Go on to destroy 1 file…");
    assert!(hands.sees("Please say who decided it, and why"));
    assert!(!hands.sees("Destroy 1 file for good?"));
    hands.write("Who decided it", "Dr Miriam Okafor");
    hands.write("Why they are destroyed", "He was never taken on");
    hands.press("Go on to destroy 1 file…");
    assert!(hands.sees("Destroy 1 file for good?"));
    hands
}

#[test]
fn what_is_due_is_told_and_the_lock_must_be_open_to_destroy_it() {
    let mut hands = with_page();
    assert!(hands.sees_part("kept for 6 years after he left"));
    assert!(hands.sees_part("only ethnicity, gender, sexual orientation"));
    assert!(hands.sees("Falls due next"));
    assert!(hands.sees("Nothing was destroyed so far."));
    hands.press("Choose all");
    assert!(hands.sees("4 of 4 chosen"));
    assert!(hands.sees_part("women’s safety work must be open to destroy anything"));
    assert!(!hands.sees_part("Go on to destroy"));
    hands.press("Open women’s safety work…");
    assert!(hands.sees("Women’s safety work is locked"));
    hands.press("Cohort");
    hands.press("Back to the cohort");
    assert!(hands.sees("24 men"));
}

#[test]
fn a_file_is_destroyed_after_a_second_confirmation_and_its_certificate_is_written() {
    let mut hands = decided();
    assert!(hands.sees_part("It cannot be undone"));
    assert!(hands.sees_part("Backups, exports and printed copies are not reached"));
    hands.press("Destroy 1 file for good");
    hands.wait();
    assert!(farrow(&hands).is_some(), "the word was not typed");
    hands.write("Word that confirms the destruction", "destroy");
    hands.press("Destroy 1 file for good");
    hands.wait();

    assert!(farrow(&hands).is_none());
    let open = opened(&hands);
    assert!(open.undo.is_none() && open.redo.is_none());
    assert_eq!(open.programme.certificates.len(), 1);
    assert_eq!(open.programme.certificates[0].references, ["LW-006"]);
    assert!(hands.sees("The file of 1 man"));
    assert!(hands.sees_part("1 file, since"));
    assert!(!hands.sees_part("Farrow"));

    let path = hands.folder().join("certificate.pdf");
    hands.act(KeepingAction::WriteCertificate(0, path.clone()).into());
    hands.wait();
    assert!(hands.sees("The certificate was written: certificate.pdf"));
    assert!(std::fs::read(path).expect("a file").starts_with(b"%PDF"));
}

#[test]
fn not_now_destroys_nothing_and_a_locked_file_is_not_destroyed() {
    let mut hands = decided();
    hands.write("Word that confirms the destruction", "destroy");
    hands.act(PartnersAction::Lock.into());
    hands.act(ProgrammeRoom::Cohort.into());
    assert!(!hands.sees("Destroy 1 file for good"));
    hands.act(KeepingAction::Destroy.into());
    hands.wait();
    assert!(farrow(&hands).is_some());
    hands.act(KeepingAction::Reconsider.into());
    assert!(hands.sees("Due to be destroyed"));
    assert!(farrow(&hands).is_some());
}
