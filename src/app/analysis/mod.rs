//! The room Analysis: what only the combined records show. Each part is looked for in a task when it is shown, and once
//! more when the review has changed meanwhile; what was found before stays visible until then.

mod contacts;
mod contradictions;
mod danger;
mod knowledge;
mod latest;
mod own_word;
mod silences;
mod weaknesses;

use super::{Effect, Open, Problem, Room, State, field};
use crate::model::{EntryId, Review};

pub use knowledge::{EXCERPTS, Excerpt, KnowledgeAction, KnowledgeState, Known, Story};
pub use latest::{Latest, Material};

/// What the room shows, one at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum AnalysisPart {
    #[default]
    Weaknesses,
    Knowledge,
    Danger,
    Contradictions,
    OwnWord,
    Silences,
    Contacts,
}

impl AnalysisPart {
    pub const ALL: [Self; 7] = [
        Self::Weaknesses,
        Self::Knowledge,
        Self::Danger,
        Self::Contradictions,
        Self::OwnWord,
        Self::Silences,
        Self::Contacts,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Weaknesses => "Weaknesses",
            Self::Knowledge => "Who knew what",
            Self::Danger => "Signs of danger",
            Self::Contradictions => "Contradictions",
            Self::OwnWord => "Own word taken as fact",
            Self::Silences => "Silences",
            Self::Contacts => "Contacts",
        }
    }
}

#[derive(Debug, Clone, Default)]
pub struct AnalysisState {
    pub part: AnalysisPart,
    /// The records behind a figure, while they are shown beside it.
    pub opened: Option<Opened>,
    pub knowledge: KnowledgeState,
}

/// The records behind one figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// “Strangulation, spring 2019”
    pub title: String,
    /// In the order in which they are shown.
    pub entries: Vec<EntryId>,
}

#[derive(Debug, Clone)]
pub enum AnalysisAction {
    Show(AnalysisPart),
    /// After a search was stopped.
    LookAgain,
    Open(Opened),
    CloseOpened,
    Knowledge(KnowledgeAction),
}

impl AnalysisState {
    pub(super) fn follow(&mut self, review: &Review) {
        if let Some(opened) = &mut self.opened {
            opened
                .entries
                .retain(|entry| review.entry(*entry).is_some());
        }
        self.opened.take_if(|opened| opened.entries.is_empty());
        self.knowledge.follow(review);
    }
}

pub(super) fn update(state: &mut State, action: AnalysisAction) -> Result<Vec<Effect>, Problem> {
    field::leave(state)?;
    let Some(open) = state.open.as_mut() else {
        return Ok(Vec::new());
    };
    match action {
        AnalysisAction::Show(part) => {
            open.analysis.part = part;
            open.analysis.opened = None;
        }
        AnalysisAction::LookAgain => {}
        AnalysisAction::Open(opened) => open.analysis.opened = Some(opened),
        AnalysisAction::CloseOpened => open.analysis.opened = None,
        AnalysisAction::Knowledge(action) => return knowledge::update(open, action),
    }
    Ok(Vec::new())
}

/// The task that the part on the screen waits for, unless it is under way or nothing has changed. Asked after every action
/// and every task.
pub(super) fn wanted(open: &mut Open) -> Option<Effect> {
    if open.room != Room::Analysis {
        return None;
    }
    match open.analysis.part {
        AnalysisPart::Weaknesses => None,
        AnalysisPart::Knowledge => knowledge::wanted(open),
        AnalysisPart::Danger => None,
        AnalysisPart::Contradictions => None,
        AnalysisPart::OwnWord => None,
        AnalysisPart::Silences => None,
        AnalysisPart::Contacts => None,
    }
}
