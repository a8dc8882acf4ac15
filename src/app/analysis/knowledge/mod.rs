//! Who knew what: the fact and the agency that are chosen, and what is entered of them.

mod entering;
mod excerpts;

use entering::{NOT_CHANGED, add_fact, add_knowing, blank, change_knowing, learnt_here};
use excerpts::excerpts;
pub use excerpts::{EXCERPTS, Excerpt};

use super::{AnalysisAction, AnalysisPart, AnalysisState, Latest, Opened, latest::look};
use crate::app::{Action, Effect, Open, Problem};
use crate::chronology::{self, FactRow, Knowledge, Passing, Told};
use crate::edits;
use crate::model::{AgencyId, EntryId, FactId, Knowing, KnowingId, Review};

/// What was found of all facts.
#[derive(Debug, Clone, Default)]
pub struct Known {
    pub matrix: Knowledge,
    /// One for each of the matrix' facts.
    pub stories: Vec<Story>,
}

/// How knowledge of one fact passed from agency to agency.
#[derive(Debug, Clone)]
pub struct Story {
    pub fact: FactId,
    pub told: Vec<Told>,
    pub passing: Passing,
}

#[derive(Debug, Clone, Default)]
pub struct KnowledgeState {
    pub latest: Latest<Known>,
    /// The fact that is chosen; its pane is open.
    pub fact: Option<FactId>,
    /// With the agency beside whose cell it was chosen.
    pub agency: Option<AgencyId>,
    /// Records of the chosen agency that speak of the chosen fact, in order of time.
    pub excerpts: Vec<Excerpt>,
    /// What `excerpts` were made of.
    excerpts_of: Option<(FactId, AgencyId, i64)>,
    /// The fact whose drawing was looked at last, while none is chosen.
    drawn: Option<FactId>,
}

#[derive(Debug, Clone)]
pub enum KnowledgeAction {
    Choose(FactId, Option<AgencyId>),
    Close,
    /// With the name and words of one of the template's indicators, by its key.
    AddFact(Option<String>),
    RemoveFact(FactId),
    /// The agency whose record this is learnt of it there.
    LearntHere(FactId, EntryId),
    /// The agency knew; how and when is filled in afterwards.
    AddKnowing(FactId, AgencyId),
    /// One agency told another; when is filled in afterwards.
    AddSharing {
        fact: FactId,
        from: AgencyId,
        to: AgencyId,
    },
    SetFrom(KnowingId, Option<AgencyId>),
    SetEntry(KnowingId, Option<EntryId>),
    RemoveKnowing(KnowingId),
    /// Its records while another agency knew and it did not.
    OpenMeanwhile(FactId, AgencyId),
    /// What is told of the fact goes to the clipboard.
    Copy(FactId),
}

impl From<KnowledgeAction> for Action {
    fn from(action: KnowledgeAction) -> Self {
        Self::Analysis(AnalysisAction::Knowledge(action))
    }
}

impl KnowledgeState {
    /// The fact whose drawing is shown: the chosen one, else the one looked at last, else the first.
    pub fn drawn(&self) -> Option<FactId> {
        let first = self.latest.found().and_then(|known| known.stories.first());
        self.fact
            .or(self.drawn)
            .or_else(|| first.map(|story| story.fact))
    }

    pub(super) fn follow(&mut self, review: &Review) {
        let is_there = |fact: &FactId| review.facts.iter().any(|known| known.id == *fact);
        self.fact = self.fact.filter(is_there);
        self.drawn = self.drawn.filter(is_there);
        self.agency = self
            .agency
            .filter(|agency| self.fact.is_some() && review.agency(*agency).is_some());
    }

    fn choose(&mut self, fact: FactId, agency: Option<AgencyId>) {
        self.fact = Some(fact);
        self.drawn = Some(fact);
        self.agency = agency;
    }
}

pub(super) fn update(open: &mut Open, action: KnowledgeAction) -> Result<Vec<Effect>, Problem> {
    match action {
        KnowledgeAction::Choose(fact, agency) => {
            open.analysis.opened = None;
            open.analysis.knowledge.choose(fact, agency);
        }
        KnowledgeAction::Close => {
            open.analysis.knowledge.fact = None;
            open.analysis.knowledge.agency = None;
        }
        KnowledgeAction::AddFact(indicator) => add_fact(open, indicator.as_deref())?,
        KnowledgeAction::RemoveFact(fact) => {
            open.edit("The fact was not removed", |store| {
                edits::remove_fact(store, fact)
            })?;
        }
        KnowledgeAction::LearntHere(fact, entry) => learnt_here(open, fact, entry)?,
        KnowledgeAction::AddKnowing(fact, agency) => {
            add_knowing(open, blank(fact, agency))?;
            open.analysis.knowledge.choose(fact, Some(agency));
        }
        KnowledgeAction::AddSharing { fact, from, to } => {
            let knowing = Knowing {
                from: Some(from),
                ..blank(fact, to)
            };
            add_knowing(open, knowing)?;
            open.analysis.knowledge.choose(fact, Some(to));
        }
        KnowledgeAction::SetFrom(id, from) => {
            change_knowing(open, id, |knowing| knowing.from = from)?;
        }
        KnowledgeAction::SetEntry(id, entry) => {
            change_knowing(open, id, |knowing| knowing.entry = entry)?;
        }
        KnowledgeAction::RemoveKnowing(id) => {
            open.edit(NOT_CHANGED, |store| edits::remove_knowing(store, id))?;
        }
        KnowledgeAction::OpenMeanwhile(fact, agency) => open_meanwhile(open, fact, agency),
        KnowledgeAction::Copy(fact) => return Ok(copied(open, fact).into_iter().collect()),
    }
    Ok(Vec::new())
}

fn open_meanwhile(open: &mut Open, fact: FactId, agency: AgencyId) {
    let Some(known) = open.analysis.knowledge.latest.found() else {
        return;
    };
    let (review, order) = (&open.review, &open.derived.order);
    let entries = chronology::meanwhile(review, order, &known.matrix, fact, agency);
    let name = review.agency(agency).map_or("", |agency| &agency.name);
    open.analysis.opened = Some(Opened {
        title: format!("{name}, while another agency knew"),
        entries,
    });
}

fn copied(open: &Open, fact: FactId) -> Option<Effect> {
    let known = open.analysis.knowledge.latest.found()?;
    let story = known.stories.iter().find(|story| story.fact == fact)?;
    let name = open.review.facts.iter().find(|known| known.id == fact)?;
    let told = story.told.iter().map(|told| told.sentence.as_str());
    let lines: Vec<&str> = std::iter::once(name.name.as_str()).chain(told).collect();
    Some(Effect::Copy(lines.join("\n")))
}

pub(super) fn wanted(open: &mut Open) -> Option<Effect> {
    bring_excerpts_up_to_date(open);
    look(
        open,
        AnalysisPart::Knowledge,
        |analysis: &mut AnalysisState| &mut analysis.knowledge.latest,
        |material, _| {
            let matrix = chronology::knowledge(&material.review, &material.order);
            let story = |row: &FactRow| Story {
                fact: row.fact,
                told: chronology::told(&material.review, &matrix, row),
                passing: Passing::of(&material.review, &matrix, row),
            };
            let stories = matrix.facts.iter().map(story).collect();
            Ok(Known { matrix, stories })
        },
    )
}

/// Makes the excerpts anew where another cell is chosen or something newer was found.
fn bring_excerpts_up_to_date(open: &mut Open) {
    let state = &open.analysis.knowledge;
    let chosen = state.fact.zip(state.agency);
    let wanted = chosen.map(|(fact, agency)| (fact, agency, open.review.revision));
    let is_found = state.latest.is_of(&open.review);
    if state.excerpts_of == wanted || (wanted.is_some() && !is_found) {
        return;
    }
    let excerpts = chosen.map(|(fact, agency)| excerpts(&open.review, state, fact, agency));
    let state = &mut open.analysis.knowledge;
    state.excerpts = excerpts.unwrap_or_default();
    state.excerpts_of = wanted;
}
