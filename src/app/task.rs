//! Work on a thread of its own, and what to do with the state when it ends.

use super::{AnalysisPart, Effect, Problem, State};
use crate::jobs::{Job, Progress};

/// What the end of a task does to the state. Runs in the window's thread, so it must be quick.
pub type Finish = Box<dyn FnOnce(&mut State) -> Result<Vec<Effect>, Problem> + Send>;

type Work = Box<dyn FnOnce(&dyn Progress) -> Finish + Send>;

/// Work that is to be started.
pub struct Task {
    pub(super) title: String,
    pub(super) kind: TaskKind,
    pub(super) work: Work,
}

/// A newer task of the same kind takes the place of an older one where only the newest answer counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskKind {
    Open,
    Read,
    /// Of a file that waits, by its number there.
    Understand(u64),
    /// The same, beside the return it corrects.
    Compare(u64),
    /// Which records may be of one event.
    Propose,
    /// Which entries hold the words that the chronology is filtered by.
    Find,
    /// Which words of the draft nobody knows.
    Spell,
    /// What may have been meant by one of them.
    Suggest,
    /// What a part of the room Analysis shows.
    Analyse(AnalysisPart),
    /// The outcomes of a programme.
    Count,
    Import,
    /// A round goes out, or what members sent back is collected.
    Send,
    /// Undo and redo.
    Step,
    Write,
    Preview,
    /// The pages of the draft.
    Typeset,
    /// Two versions of the draft.
    Differ,
    /// The report, held to its rules.
    Check,
    /// Who must not be known, and what would be written instead.
    Identities,
    /// The view of the review in which nobody is named.
    Disguise,
}

impl TaskKind {
    pub(super) fn newest_counts(self) -> bool {
        matches!(
            self,
            Self::Understand(_)
                | Self::Compare(_)
                | Self::Propose
                | Self::Find
                | Self::Suggest
                | Self::Analyse(_)
                | Self::Count
                | Self::Preview
                | Self::Check
                | Self::Identities
                | Self::Disguise
        )
    }

    /// Changes the file, or must see it between two changes: one of these at a time, in the order in which they were asked for.
    pub(super) fn changes_file(self) -> bool {
        matches!(
            self,
            Self::Import | Self::Send | Self::Step | Self::Disguise
        )
    }

    /// Needs nothing but the review as the window shows it, and leaves nothing behind but what is shown.
    pub(super) fn only_looks(self) -> bool {
        match self {
            Self::Propose
            | Self::Find
            | Self::Spell
            | Self::Suggest
            | Self::Analyse(_)
            | Self::Count
            | Self::Typeset
            | Self::Differ => true,
            Self::Open
            | Self::Read
            | Self::Understand(_)
            | Self::Compare(_)
            | Self::Import
            | Self::Send
            | Self::Step
            | Self::Write
            | Self::Preview
            | Self::Check
            | Self::Identities
            | Self::Disguise => false,
        }
    }

    /// Whether it looks at its being stopped; an undo or a search is done before anybody could press a button.
    pub fn can_stop(self) -> bool {
        !matches!(self, Self::Step | Self::Disguise) && !self.is_quiet()
    }

    /// Its own screen says that it runs.
    pub fn is_quiet(self) -> bool {
        matches!(
            self,
            Self::Find
                | Self::Spell
                | Self::Suggest
                | Self::Count
                | Self::Typeset
                | Self::Differ
                | Self::Identities
                | Self::Check
        )
    }
}

impl Task {
    /// `title` is shown while it runs: “Importing police_return.xlsx”.
    pub fn new(
        kind: TaskKind,
        title: impl Into<String>,
        work: impl FnOnce(&dyn Progress) -> Finish + Send + 'static,
    ) -> Self {
        Self {
            title: title.into(),
            kind,
            work: Box::new(work),
        }
    }
}

/// A task under way.
pub struct Running {
    pub title: String,
    pub kind: TaskKind,
    pub job: Job<Finish>,
}
