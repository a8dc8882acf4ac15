//! The room Report: what would go out, and writing it.

use std::path::PathBuf;

use crate::app::{Effect, Problem, State};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReportState {
    /// Exact figures, for the programme itself; else what may leave it.
    pub internal: bool,
    pub folder: Option<PathBuf>,
}

#[derive(Debug, Clone)]
pub enum ReportAction {
    Internal(bool),
    SetFolder(PathBuf),
}

pub(super) fn update(state: &mut State, action: ReportAction) -> Result<Vec<Effect>, Problem> {
    let Some(open) = state.programme.as_deref_mut() else {
        return Ok(Vec::new());
    };
    match action {
        ReportAction::Internal(internal) => open.report.internal = internal,
        ReportAction::SetFolder(folder) => open.report.folder = Some(folder),
    }
    Ok(Vec::new())
}
