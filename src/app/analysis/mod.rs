//! The room Analysis: what only the combined records show. Each part is looked for in a task when it is shown, and once
//! more when the review has changed meanwhile; what was found before stays visible until then.

mod agreement;
mod contacts;
mod contradictions;
mod danger;
mod knowledge;
mod latest;
mod own_word;
mod silences;
mod suggestions;
mod weakness_list;
mod weaknesses;

use std::collections::HashMap;

use super::{Action, Effect, Open, Problem, Room, State, chronology, field};
use crate::model::{EntryId, Review};

pub use agreement::{
    AgreementAction, AgreementState, CoderLine, CodesFile, CodingForm, own_coding,
};
pub use contacts::{ContactFigure, ContactsAction, ContactsFound, ContactsState, CountedContacts};
pub use contradictions::{
    ContradictionKey, ContradictionLine, ContradictionPart, ContradictionsAction,
    ContradictionsState, LineStanding,
};
pub use danger::{Danger, DangerAction, DateLine, MarkedWords};
pub use knowledge::{EXCERPTS, Excerpt, KnowledgeAction, KnowledgeState, Known, Story};
pub use latest::{Latest, Material};
pub use own_word::{OwnWordAction, OwnWordState, OwnWordStep, own_word_chain};
pub use silences::{SilenceRow, Silences, SilencesAction, SilencesState};
pub use suggestions::{SuggestionKey, SuggestionsAction, SuggestionsState, key_of};
pub use weakness_list::{WeaknessListAction, WeaknessListState, place_of_weakness, rules_at_hand};
pub use weaknesses::{Matrices, WeaknessesAction, WeaknessesState};

pub(super) use contradictions::write as write_contradiction;

/// What the room shows, one at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum AnalysisPart {
    #[default]
    Weaknesses,
    Suggestions,
    WeaknessList,
    Agreement,
    Knowledge,
    Danger,
    Contradictions,
    OwnWord,
    Silences,
    Contacts,
}

impl AnalysisPart {
    pub const ALL: [Self; 10] = [
        Self::Weaknesses,
        Self::Suggestions,
        Self::WeaknessList,
        Self::Agreement,
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
            Self::Suggestions => "Suggestions",
            Self::WeaknessList => "List of weaknesses",
            Self::Agreement => "Agreement",
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
    /// What is marked in these records; empty where nothing is.
    pub marks: HashMap<EntryId, Vec<MarkedWords>>,
    pub weaknesses: WeaknessesState,
    pub suggestions: SuggestionsState,
    pub weakness_list: WeaknessListState,
    pub agreement: AgreementState,
    pub danger: Latest<Danger>,
    pub contacts: ContactsState,
    pub contradictions: ContradictionsState,
    pub own_word: OwnWordState,
    pub silences: SilencesState,
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
    Contradictions(ContradictionsAction),
    OwnWord(OwnWordAction),
    Silences(SilencesAction),
    Knowledge(KnowledgeAction),
    /// The records beside the figure, and only these, in the chronology. The room stays as it is.
    ShowInChronology,
    Weaknesses(WeaknessesAction),
    Suggestions(SuggestionsAction),
    WeaknessList(WeaknessListAction),
    Agreement(AgreementAction),
    Danger(DangerAction),
    Contacts(ContactsAction),
}

impl AnalysisState {
    pub(super) fn follow(&mut self, review: &Review) {
        if let Some(opened) = &mut self.opened {
            opened
                .entries
                .retain(|entry| review.entry(*entry).is_some());
        }
        self.opened.take_if(|opened| opened.entries.is_empty());
        self.contacts.follow(review);
        self.weakness_list.follow(review);
        self.own_word.follow(review);
        self.knowledge.follow(review);
    }

    /// After a search was stopped, the part on the screen is looked for again.
    fn look_again(&mut self) {
        match self.part {
            AnalysisPart::Weaknesses => self.weaknesses.found.forget(),
            AnalysisPart::Suggestions => self.suggestions.found.forget(),
            AnalysisPart::WeaknessList => self.weakness_list.found.forget(),
            AnalysisPart::Agreement => self.agreement.found.forget(),
            AnalysisPart::Knowledge => self.knowledge.latest.forget(),
            AnalysisPart::Danger => self.danger.forget(),
            AnalysisPart::Contradictions => self.contradictions.found.forget(),
            AnalysisPart::OwnWord => self.own_word.found.forget(),
            AnalysisPart::Silences => self.silences.found.forget(),
            AnalysisPart::Contacts => self.contacts.found.forget(),
        }
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
        AnalysisAction::Weaknesses(action) => return weaknesses::update(state, action),
        AnalysisAction::Suggestions(action) => suggestions::update(state, action)?,
        AnalysisAction::WeaknessList(action) => weakness_list::update(state, action)?,
        AnalysisAction::Agreement(action) => return agreement::update(state, action),
        AnalysisAction::Danger(action) => danger::update(open, action),
        AnalysisAction::Contacts(action) => return contacts::update(state, action),
        AnalysisAction::LookAgain => open.analysis.look_again(),
        AnalysisAction::Open(opened) => {
            open.analysis.opened = Some(opened);
            open.analysis.marks.clear();
        }
        AnalysisAction::CloseOpened => open.analysis.opened = None,
        AnalysisAction::ShowInChronology => {
            if let Some(Opened { title, entries }) = open.analysis.opened.clone() {
                open.room = Room::Chronology;
                chronology::show_only(open, title, entries);
            }
        }
        AnalysisAction::Contradictions(action) => contradictions::update(open, action)?,
        AnalysisAction::OwnWord(action) => own_word::update(state, action)?,
        AnalysisAction::Silences(action) => silences::update(open, action)?,
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
    let shown = match open.analysis.part {
        AnalysisPart::Weaknesses => weaknesses::wanted(open),
        AnalysisPart::Suggestions => suggestions::wanted(open),
        AnalysisPart::WeaknessList => weakness_list::wanted(open),
        AnalysisPart::Agreement => agreement::wanted(open),
        AnalysisPart::Knowledge => knowledge::wanted(open),
        AnalysisPart::Danger => danger::wanted(open),
        AnalysisPart::Contradictions => None,
        AnalysisPart::OwnWord => own_word::wanted(open),
        AnalysisPart::Silences => silences::wanted(open),
        AnalysisPart::Contacts => contacts::wanted(open),
    };
    // Their number stands in the line of parts, whichever is shown.
    shown.or_else(|| contradictions::wanted(open))
}
