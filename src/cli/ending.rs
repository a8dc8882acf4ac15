use std::io;
use std::process::ExitCode;

use crate::exchange::ExchangeError;
use crate::exchange::refi::RefiError;
use crate::jobs::Cancelled;
use crate::leaks::ListError;
use crate::publish::PublishError;
use crate::returns::ReturnError;
use crate::sample::SampleError;
use crate::store::StoreError;
use crate::templates::TemplateError;

/// How a command ended that could be carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    Done,
    /// Done, but the answer is “no”: the audit trail is not whole, there is nothing to undo.
    No,
}

/// Exit status of a command that could not be carried out.
pub(super) const COULD_NOT: u8 = 2;

impl Ending {
    pub(super) fn exit_code(self) -> ExitCode {
        match self {
            Self::Done => ExitCode::SUCCESS,
            Self::No => ExitCode::from(1),
        }
    }
}

/// Why a command could not be carried out, in words for the person who gave it.
#[derive(Debug, thiserror::Error)]
pub(super) enum Fault {
    #[error("{0}")]
    Said(String),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Return(#[from] ReturnError),
    #[error(transparent)]
    Publish(#[from] PublishError),
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    #[error(transparent)]
    Codes(#[from] RefiError),
    #[error(transparent)]
    Template(#[from] TemplateError),
    #[error(transparent)]
    Sample(#[from] SampleError),
    #[error(transparent)]
    List(#[from] ListError),
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    #[error("The results could not be written ({0}).")]
    Output(io::Error),
    /// The reader of standard output went away.
    #[error("Nobody reads the results.")]
    NobodyListens,
}

impl Fault {
    pub(super) fn said(words: impl Into<String>) -> Self {
        Self::Said(words.into())
    }
}

/// Only for standard output: other files are named in their own errors.
impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::NobodyListens
        } else {
            Self::Output(error)
        }
    }
}

impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Self {
        io::Error::from(error).into()
    }
}
