//! The room Report: what would go out, and writing it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use super::OpenProgramme;
use super::behind::Looks;
use crate::app::open::wait;
use crate::app::{Effect, Notice, Pick, Problem, State, Task, TaskKind};
use crate::evaluation::{Cohort, Edition, Evaluated, Evaluation};
use crate::jobs::Progress;
use crate::publish::{EvaluationOutput, write_analysis_data, write_evaluation};
use crate::stats::Chance;
use crate::store::Store;
use crate::wall::CaseFile;

/// What goes out, and to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ReportPart {
    /// What may leave the programme.
    #[default]
    Released,
    /// Exact figures, for the programme itself.
    Internal,
    /// De-identified lines with their dictionary.
    Data,
}

impl ReportPart {
    pub const ALL: [Self; 3] = [Self::Released, Self::Internal, Self::Data];

    pub fn words(self) -> &'static str {
        match self {
            Self::Released => "For release",
            Self::Internal => "Internal",
            Self::Data => "Data for analysis",
        }
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReportState {
    pub part: ReportPart,
    /// Where it is written; `None`: beside the file.
    pub folder: Option<PathBuf>,
    pub writing: bool,
    /// What was written last, and what must be said of it.
    pub made: Vec<PathBuf>,
    pub notes: Vec<String>,
}

#[derive(Debug, Clone)]
pub enum ReportAction {
    Part(ReportPart),
    ChooseFolder,
    SetFolder(PathBuf),
    Write,
    ShowFolder,
}

impl OpenProgramme {
    /// Where the report is written; the data go into a new folder in it, [`OpenProgramme::data_folder`].
    pub fn report_folder(&self) -> PathBuf {
        let beside = || self.path.parent().map(Path::to_owned).unwrap_or_default();
        self.report.folder.clone().unwrap_or_else(beside)
    }

    pub fn data_folder(&self) -> PathBuf {
        self.report_folder()
            .join(format!("data for analysis {}", self.today))
    }
}

pub(super) fn update(state: &mut State, action: ReportAction) -> Result<Vec<Effect>, Problem> {
    let Some(open) = state.programme.as_deref_mut() else {
        return Ok(Vec::new());
    };
    match action {
        ReportAction::Part(part) => {
            open.report.part = part;
            forget_made(open);
        }
        ReportAction::ChooseFolder => return Ok(vec![Effect::Pick(Pick::EvaluationFolder)]),
        ReportAction::SetFolder(folder) => open.report.folder = Some(folder),
        ReportAction::ShowFolder => return Ok(vec![Effect::Show(open.report_folder())]),
        ReportAction::Write => return Ok(vec![Effect::Start(write(open))]),
    }
    Ok(Vec::new())
}

fn forget_made(open: &mut OpenProgramme) {
    open.report.made.clear();
    open.report.notes.clear();
}

/// Files, and what must be said of them.
type Written = Result<(Vec<PathBuf>, Vec<String>), String>;

fn write(open: &mut OpenProgramme) -> Task {
    open.report.writing = true;
    forget_made(open);
    let (store, today) = (open.store(), open.today);
    let (folder, data) = (open.report_folder(), open.data_folder());
    let part = open.report.part;
    let (doing, title) = match part {
        ReportPart::Data => (
            "Writing the data for analysis",
            "The data for analysis were not written",
        ),
        ReportPart::Released | ReportPart::Internal => {
            ("Writing the evaluation", "The evaluation was not written")
        }
    };
    Task::new(TaskKind::Write, doing, move |progress| {
        let edition = match part {
            ReportPart::Internal => Edition::Internal,
            ReportPart::Released | ReportPart::Data => Edition::Released,
        };
        let written = match part {
            ReportPart::Data => data_written(&mut wait(&store), &data),
            _ => evaluation_written(&store, (edition, today), &folder, progress),
        };
        Box::new(move |state: &mut State| {
            let open = state.programme.as_deref_mut();
            let Some(open) = open.filter(|open| Arc::ptr_eq(&open.store(), &store)) else {
                return Ok(Vec::new());
            };
            open.report.writing = false;
            let (made, notes) = written.map_err(|words| Problem::new(title, words))?;
            let done = format!("Written: {} files", made.len());
            (open.report.made, open.report.notes) = (made, notes);
            state.tell(Notice::Done(done));
            Ok(Vec::new())
        })
    })
}

/// What partners told is counted where their lock is open, and only then.
fn evaluation_written(
    store: &std::sync::Mutex<Store>,
    (edition, today): (Edition, NaiveDate),
    folder: &Path,
    progress: &dyn Progress,
) -> Written {
    let (cohort, clearance) = {
        let mut store = wait(store);
        let file = with_hers(&store)?;
        let programme = store.programme().map_err(|error| error.to_string())?;
        let mut cohort = Cohort::of(&programme, today);
        let clearance = store.clearance();
        if let (Some(file), Some(clearance)) = (&file, &clearance) {
            let looks = Looks::default();
            cohort = cohort.with_hers(&file.view(clearance, &looks));
            note(&mut store, looks)?;
        }
        (cohort, clearance)
    };
    let with = Evaluated {
        edition,
        clearance: clearance.as_ref(),
        published: None,
    };
    let evaluation = Evaluation::of(&cohort, &with).map_err(|refused| {
        format!("It could not be made fit to leave the programme: {refused}. Nothing was written; the internal edition can be.")
    })?;
    let (mut made, mut notes) = (Vec::new(), Vec::new());
    for output in EvaluationOutput::ALL {
        let one = write_evaluation(&evaluation, output, folder, progress)
            .map_err(|error| error.to_string())?;
        made.push(one.path);
        notes.extend(one.notes);
    }
    Ok((made, notes))
}

fn data_written(store: &mut Store, folder: &Path) -> Written {
    let programme = store.programme().map_err(|error| error.to_string())?;
    let seed = Chance::fresh_seed();
    let made = match (with_hers(store)?, store.clearance()) {
        (Some(file), Some(clearance)) => {
            let looks = Looks::default();
            let view = file.view(&clearance, &looks);
            let made = write_analysis_data(&programme, Some(&view), seed, folder);
            note(store, looks)?;
            made
        }
        _ => write_analysis_data(&programme, None, seed, folder),
    };
    let made = made.map_err(|error| error.to_string())?;
    let notes = match made.left_out {
        0 => Vec::new(),
        1 => vec!["One man of whom only monitoring data are kept was left out.".to_owned()],
        many => vec![format!(
            "{many} men of whom only monitoring data are kept were left out."
        )],
    };
    let files = made.files.iter().map(|(file, _)| folder.join(file));
    Ok((files.collect(), notes))
}

/// `None` while the lock of women’s safety work is closed.
fn with_hers(store: &Store) -> Result<Option<CaseFile>, String> {
    if !store.is_unlocked() {
        return Ok(None);
    }
    let programme = store.programme().map_err(|error| error.to_string())?;
    let partners = store.partners().map_err(|error| error.to_string())?;
    let file = CaseFile::of(programme, partners).map_err(|wrong| wrong.to_string())?;
    Ok(Some(file))
}

fn note(store: &mut Store, looks: Looks) -> Result<(), String> {
    let noted = store.note_looks(&looks.gathered());
    noted.map_err(|error| error.to_string())
}
