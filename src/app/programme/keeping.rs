//! Keeping and destruction: what is due to be destroyed, destroying it for good, and the certificates of it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::OpenProgramme;
use crate::app::open::wait;
use crate::app::{Effect, Notice, Pick, Problem, State, Task, TaskKind};
use crate::edits::{self, Destruction};
use crate::model::ManId;
use crate::programme::{Keep, Kept};
use crate::publish;

/// The page as it stands open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeepingState {
    pub chosen: BTreeSet<ManId>,
    /// Decided and reasoned; only the second confirmation is wanting.
    pub confirming: Option<Decision>,
    /// The files are being destroyed.
    pub waits: bool,
}

/// On whose word files are destroyed, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    pub decided_by: String,
    pub reason: String,
}

#[derive(Debug, Clone)]
pub enum KeepingAction {
    Open,
    Leave,
    Choose(ManId, bool),
    ChooseAll(bool),
    Decide(Decision),
    /// Not after all.
    Reconsider,
    /// The second confirmation: there is no way back.
    Destroy,
    /// Where a certificate shall be written, by its place in the file.
    PlaceCertificate(usize),
    WriteCertificate(usize, PathBuf),
}

impl OpenProgramme {
    /// Files that are to be destroyed now.
    pub fn due_for_destruction(&self) -> impl Iterator<Item = &Kept> {
        let due = |kept: &&Kept| matches!(kept.state, Keep::Due(_) | Keep::ReduceToMonitoring(_));
        self.kept.iter().filter(due)
    }

    /// The files of partners go with his, so that their lock must be open where there is one.
    pub fn must_unlock_to_destroy(&self) -> bool {
        self.has_safety_lock && self.behind.is_none()
    }
}

pub(super) fn update(
    open: &mut OpenProgramme,
    action: KeepingAction,
) -> Result<Vec<Effect>, Problem> {
    let due: BTreeSet<ManId> = open.due_for_destruction().map(|kept| kept.man).collect();
    match action {
        KeepingAction::Open => {
            open.keeping = Some(KeepingState::default());
            open.room = super::ProgrammeRoom::Cohort;
            return Ok(Vec::new());
        }
        KeepingAction::PlaceCertificate(at) => {
            return Ok(vec![Effect::Pick(Pick::Certificate(at))]);
        }
        KeepingAction::WriteCertificate(at, path) => return write(open, at, path),
        _ => {}
    }
    let Some(page) = open.keeping.as_mut().filter(|page| !page.waits) else {
        return Ok(Vec::new());
    };
    match action {
        KeepingAction::Leave => open.keeping = None,
        KeepingAction::Choose(man, true) if due.contains(&man) => {
            page.chosen.insert(man);
            page.confirming = None;
        }
        KeepingAction::Choose(man, _) => {
            page.chosen.remove(&man);
            page.confirming = None;
        }
        KeepingAction::ChooseAll(all) => {
            page.chosen = if all { due } else { BTreeSet::new() };
            page.confirming = None;
        }
        KeepingAction::Decide(decision) => {
            if decision.decided_by.trim().is_empty() || decision.reason.trim().is_empty() {
                return Err(Problem::new(
                    "Please say who decided it, and why",
                    "Both stand in the certificate. Nothing was destroyed.",
                ));
            }
            page.confirming = (!page.chosen.is_empty()).then_some(decision);
        }
        KeepingAction::Reconsider => page.confirming = None,
        KeepingAction::Destroy => return Ok(destroy(open)),
        _ => {}
    }
    Ok(Vec::new())
}

fn destroy(open: &mut OpenProgramme) -> Vec<Effect> {
    let (store, today) = (open.store(), open.today);
    let may = open.may_change() && !open.must_unlock_to_destroy();
    let Some(page) = open.keeping.as_mut().filter(|_| may) else {
        return Vec::new();
    };
    let Some(decision) = page.confirming.clone() else {
        return Vec::new();
    };
    page.waits = true;
    let what = Destruction {
        men: page.chosen.iter().copied().collect(),
        decided_by: decision.decided_by,
        reason: decision.reason,
    };
    let title = "The files were not destroyed";
    let task = Task::new(TaskKind::Import, "Destroying files for good", move |_| {
        let done = edits::destroy_files(&mut wait(&store), &what, today);
        Box::new(move |state: &mut State| {
            let open = state.programme.as_deref_mut();
            let Some(open) = open.filter(|open| open.is(&store)) else {
                return Ok(Vec::new());
            };
            // Whatever was said so far may have named them.
            open.cohort.show_all();
            open.take_in(title)?;
            open.keeping = Some(KeepingState::default());
            state.notices.clear();
            let certificate = done.map_err(|error| Problem::new(title, error))?;
            state.tell(Notice::Done(match certificate.references.len() {
                1 => "1 file was destroyed for good. Its certificate stands below.".to_owned(),
                files => {
                    format!("{files} files were destroyed for good. The certificate stands below.")
                }
            }));
            Ok(Vec::new())
        })
    });
    vec![Effect::Start(task)]
}

fn write(open: &OpenProgramme, at: usize, path: PathBuf) -> Result<Vec<Effect>, Problem> {
    let Some(certificate) = open.programme.certificates.get(at).cloned() else {
        return Ok(Vec::new());
    };
    let title = open.programme.title.clone();
    let task = Task::new(TaskKind::Write, "Writing the certificate", move |_| {
        let written = publish::write_certificate(&title, &certificate, &path);
        Box::new(move |state: &mut State| {
            let title = "The certificate was not written";
            let made = written.map_err(|error| Problem::new(title, error))?;
            state.tell(Notice::Done(written_words("certificate", &made.path)));
            Ok(Vec::new())
        })
    });
    Ok(vec![Effect::Start(task)])
}

/// That something was written, and where.
pub(super) fn written_words(what: &str, path: &std::path::Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy());
    format!("The {what} was written: {}", name.unwrap_or_default())
}
