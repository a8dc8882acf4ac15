//! The room Report: each of its parts is written, and what is hers goes with an open lock only.

use std::path::PathBuf;

use lantern::app::{Action, PartnersAction, ProgrammeRoom, ReportAction, ReportPart, StartAction};
use lantern::store::FileKind;

use super::{HERS, LOCK, opened, with_programme};
use crate::window::hands::{Hands, new_window};

/// The files that were made, once `part` is written.
fn written(hands: &mut Hands, part: ReportPart, button: &str) -> Vec<PathBuf> {
    hands.act(ProgrammeRoom::Report.into());
    hands.act(ReportAction::Part(part).into());
    hands.press(button);
    hands.wait();
    opened(hands).report.made.clone()
}

#[test]
fn both_editions_are_written_beside_the_file_under_names_of_their_own() {
    let mut hands = with_programme();
    let released = written(&mut hands, ReportPart::Released, "Write the evaluation");
    let internal = written(
        &mut hands,
        ReportPart::Internal,
        "Write the internal edition",
    );
    assert_eq!((released.len(), internal.len()), (3, 3));
    for path in &released {
        assert!(path.is_file() && !internal.contains(path), "{path:?}");
    }
}

#[test]
fn data_for_analysis_hold_partners_with_an_open_lock_only_and_never_a_name() {
    for open in [false, true] {
        let mut hands = with_programme();
        if open {
            hands.act(PartnersAction::Unlock(LOCK.to_owned()).into());
        }
        let made = written(&mut hands, ReportPart::Data, "Write the data");
        let hers = made.iter().filter(|path| {
            path.components()
                .any(|part| part.as_os_str() == "womens-safety")
        });
        assert_eq!(hers.count() > 0, open);
        for path in &made {
            let text = std::fs::read_to_string(path).expect("read");
            for name in [HERS, "Bellamy", "LW-0"] {
                assert!(!text.contains(name), "{name} stands in {path:?}");
            }
        }
    }
}

#[test]
fn data_are_not_written_over_others() {
    let mut hands = with_programme();
    let before = written(&mut hands, ReportPart::Data, "Write the data");
    let first = std::fs::read(&before[0]).expect("read");
    assert!(written(&mut hands, ReportPart::Data, "Write the data").is_empty());
    assert!(hands.sees("The data for analysis were not written"));
    assert_eq!(std::fs::read(&before[0]).expect("read"), first);
}

#[test]
fn the_sample_programme_opens_from_the_start_and_says_its_passphrase() {
    let mut hands = new_window();
    hands.press("Open the sample programme");
    hands.wait();
    assert!(hands.sees("Fictional sample"));
    assert!(opened(&hands).behind.is_none());
    hands.press("Partners");
    assert!(hands.sees_part("its passphrase is no secret: fictional words of hers"));
    let path = opened(&hands).path.clone();
    hands.act(Action::Shell(lantern::app::ShellAction::Command(
        lantern::app::Command::CloseFile,
    )));
    hands.act(Action::Start(StartAction::OpenSample(FileKind::Programme)));
    hands.wait();
    assert_eq!(opened(&hands).path, path);
}
