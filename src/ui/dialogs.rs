//! The system's own file dialogs, each on a thread of its own so that the window goes on.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use crate::app::{
    Action, AgreementAction, App, ChronologyAction, GroupsAction, ImportAction, IntakeAction,
    KeepingAction, Notice, PanelAction, PeopleAction, Pick, Problem, PublishAction, ReportAction,
    Room, ShellAction, StartAction,
};

const RETURNS: [&str; 11] = [
    "csv", "tsv", "txt", "xlsx", "xlsm", "xls", "xlsb", "ods", "docx", "html", "htm",
];

/// Opens the dialog; the answer arrives as an action. Nothing arrives when it is closed without a choice.
pub fn ask(pick: Pick, answer: Sender<Action>, ctx: egui::Context) {
    let thread = std::thread::Builder::new().name("file dialog".to_owned());
    // Without a thread there is no dialog; a path can still be typed.
    let _ = thread.spawn(move || {
        if let Some(action) = choose(pick) {
            let _ = answer.send(action);
            ctx.request_repaint();
        }
    });
}

fn choose(pick: Pick) -> Option<Action> {
    let dialog = rfd::FileDialog::new();
    match pick {
        Pick::OpenReview => dialog
            .set_title("Open a review, a programme’s file or a pack")
            .add_filter("Lantern", &["lantern", "lanternpack"])
            .pick_file()
            .map(|path| Action::Start(StartAction::Unlock(path))),
        Pick::NewReview => dialog
            .set_title("Where shall the new review be?")
            .set_file_name("review.lantern")
            .add_filter("Lantern", &["lantern"])
            .save_file()
            .map(|path| Action::Start(StartAction::NewAt(path))),
        Pick::Returns => dialog
            .set_title("Choose agencies’ returns")
            .add_filter("Word, Excel, OpenDocument, CSV", &RETURNS)
            .pick_files()
            .map(|paths| Action::Import(ImportAction::Add(paths))),
        Pick::OutputFolder => dialog
            .set_title("Choose a folder for the documents")
            .pick_folder()
            .map(|folder| Action::Publish(PublishAction::SetFolder(folder))),
        Pick::EvaluationFolder => dialog
            .set_title("Choose a folder for the evaluation")
            .pick_folder()
            .map(|folder| ReportAction::SetFolder(folder).into()),
        Pick::Certificate(at) => dialog
            .set_title("Where shall the certificate be written?")
            .set_file_name("certificate of destruction.pdf")
            .add_filter("PDF", &["pdf"])
            .save_file()
            .map(|path| KeepingAction::WriteCertificate(at, path).into()),
        Pick::GroupSheet => dialog
            .set_title("Where shall the group sheet be written?")
            .set_file_name("group sheet.pdf")
            .add_filter("PDF", &["pdf"])
            .save_file()
            .map(|path| GroupsAction::WriteSheet(path).into()),
        Pick::RoundFolder(round) => dialog
            .set_title("Choose a folder for the members’ files")
            .pick_folder()
            .map(|folder| Action::Panel(PanelAction::SendTo(round, folder))),
        Pick::Replies => dialog
            .set_title("Choose what members sent back")
            .add_filter("Word, Lantern packs", &["docx", "lanternpack"])
            .pick_files()
            .map(|paths| Action::Panel(PanelAction::Collect(paths))),
        Pick::Print(output) => dialog
            .set_title("Where shall it be written?")
            .set_file_name(format!("chronology.{}", output.extension()))
            .add_filter(output.title(), &[output.extension()])
            .save_file()
            .map(|path| Action::Chronology(ChronologyAction::PrintTo(output, path))),
        Pick::CodesTo(what) => dialog
            .set_title("Where shall the codes be written?")
            .set_file_name(format!("weaknesses.{}", what.extension()))
            .add_filter(what.title(), &[what.extension()])
            .save_file()
            .map(|path| AgreementAction::Write(what, path).into()),
        Pick::CodesFrom => dialog
            .set_title("Choose a codebook or a project")
            .add_filter("REFI-QDA", &["qdc", "qdpx"])
            .pick_file()
            .map(|path| AgreementAction::Take(path).into()),
        Pick::Cohort => dialog
            .set_title("Choose the spreadsheets of the cohort")
            .add_filter("Excel, OpenDocument, CSV", &RETURNS[..8])
            .pick_files()
            .map(|paths| IntakeAction::Read(paths).into()),
        Pick::PeopleTable => dialog
            .set_title("Choose a table of people")
            .add_filter("CSV", &["csv"])
            .pick_file()
            .map(|path| Action::People(PeopleAction::ImportTable(path))),
    }
}

/// Files that were dropped on an open review: in the room Panel what members sent back, elsewhere returns.
pub fn dropped(room: Room, paths: Vec<PathBuf>) -> Vec<Action> {
    if room == Room::Panel {
        return vec![Action::Panel(PanelAction::Collect(paths))];
    }
    vec![
        Action::Shell(ShellAction::GoTo(Room::Import)),
        Action::Import(ImportAction::Add(paths)),
    ]
}

/// Opens a file or folder with the system's own program for it.
pub fn show(path: &Path, app: &mut App) {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    if let Err(error) = std::process::Command::new(program).arg(path).spawn() {
        app.state.tell(Notice::Problem(Problem::new(
            "It could not be shown",
            format!(
                "The system’s program for opening files did not start ({error}). The file is {}.",
                path.display()
            ),
        )));
    }
}
