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
use crate::publish::{EvaluationOutput, write_evaluation};
use crate::store::{Store, StoreError};
use crate::wall::{CaseFile, Clearance, WomensSafety};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReportState {
    /// Exact figures, for the programme itself; else what may leave it.
    pub internal: bool,
    /// Where it is written; `None`: beside the file.
    pub folder: Option<PathBuf>,
    pub writing: bool,
    /// What was written last, and what must be said of it.
    pub made: Vec<PathBuf>,
    pub notes: Vec<String>,
}

#[derive(Debug, Clone)]
pub enum ReportAction {
    Internal(bool),
    ChooseFolder,
    SetFolder(PathBuf),
    Write,
    ShowFolder,
}

impl OpenProgramme {
    /// Where the report is written.
    pub fn report_folder(&self) -> PathBuf {
        let beside = || self.path.parent().map(Path::to_owned).unwrap_or_default();
        self.report.folder.clone().unwrap_or_else(beside)
    }
}

pub(super) fn update(state: &mut State, action: ReportAction) -> Result<Vec<Effect>, Problem> {
    let Some(open) = state.programme.as_deref_mut() else {
        return Ok(Vec::new());
    };
    match action {
        ReportAction::Internal(internal) => open.report.internal = internal,
        ReportAction::ChooseFolder => return Ok(vec![Effect::Pick(Pick::EvaluationFolder)]),
        ReportAction::SetFolder(folder) => open.report.folder = Some(folder),
        ReportAction::ShowFolder => return Ok(vec![Effect::Show(open.report_folder())]),
        ReportAction::Write => return Ok(vec![Effect::Start(write(open))]),
    }
    Ok(Vec::new())
}

fn write(open: &mut OpenProgramme) -> Task {
    open.report.writing = true;
    open.report.made.clear();
    open.report.notes.clear();
    let (store, folder, today) = (open.store(), open.report_folder(), open.today);
    let edition = match open.report.internal {
        true => Edition::Internal,
        false => Edition::Released,
    };
    Task::new(TaskKind::Write, "Writing the evaluation", move |progress| {
        let read = read(&mut wait(&store), today);
        let written = read
            .map_err(|error| error.to_string())
            .and_then(|(cohort, clearance)| {
                made(&cohort, clearance.as_ref(), edition, &folder, progress)
            });
        Box::new(move |state: &mut State| {
            let open = state.programme.as_deref_mut();
            let Some(open) = open.filter(|open| Arc::ptr_eq(&open.store(), &store)) else {
                return Ok(Vec::new());
            };
            open.report.writing = false;
            let (made, notes) =
                written.map_err(|words| Problem::new("The evaluation was not written", words))?;
            let done = format!("The evaluation was written: {} files", made.len());
            (open.report.made, open.report.notes) = (made, notes);
            state.tell(Notice::Done(done));
            Ok(Vec::new())
        })
    })
}

/// What partners told is counted where their lock is open, and only then.
fn read(
    store: &mut Store,
    today: NaiveDate,
) -> Result<(Cohort, Option<Clearance<WomensSafety>>), StoreError> {
    let programme = store.programme()?;
    let Some(clearance) = store.clearance() else {
        return Ok((Cohort::of(&programme, today), None));
    };
    let file = CaseFile::of(programme, store.partners()?)
        .map_err(|wrong| StoreError::Refused(wrong.to_string()))?;
    let looks = Looks::default();
    let cohort = {
        let view = file.view(&clearance, &looks);
        Cohort::of(view.programme(), today).with_hers(&view)
    };
    store.note_looks(&looks.gathered())?;
    Ok((cohort, Some(clearance)))
}

fn made(
    cohort: &Cohort,
    clearance: Option<&Clearance<WomensSafety>>,
    edition: Edition,
    folder: &Path,
    progress: &dyn Progress,
) -> Result<(Vec<PathBuf>, Vec<String>), String> {
    let with = Evaluated {
        edition,
        clearance,
        published: None,
    };
    let evaluation = Evaluation::of(cohort, &with).map_err(|refused| {
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
