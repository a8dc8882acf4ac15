//! The chain from a question of the terms of reference to what changed: question → finding → recommendation → action → outcome.

use std::collections::{BTreeMap, BTreeSet};

use super::markup::{Inline, Target, inlines};
use super::numbering::paragraphs;
use crate::model::{
    Action, ActionId, Finding, FindingId, ParagraphId, Question, QuestionId, Recommendation,
    RecommendationId, Review, SectionId,
};

/// One link of the chain, in the order in which the chain is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChainStep {
    Question(QuestionId),
    Finding(FindingId),
    Recommendation(RecommendationId),
    Action(ActionId),
    /// What changed by an action.
    Outcome(ActionId),
}

/// Which step leads to which.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chain {
    after: BTreeMap<ChainStep, BTreeSet<ChainStep>>,
    before: BTreeMap<ChainStep, BTreeSet<ChainStep>>,
    cited: BTreeMap<Target, Vec<CitedAt>>,
}

/// A paragraph of the draft in which something is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedAt {
    pub section: SectionId,
    /// `None` in a section that was last written before version 4 of the file.
    pub paragraph: Option<ParagraphId>,
    /// "4.2"; of a heading, the section's number.
    pub number: String,
}

impl Chain {
    pub fn of(review: &Review) -> Self {
        let mut chain = Self::default();
        for finding in &review.findings {
            for question in &finding.questions {
                chain.link(
                    ChainStep::Question(*question),
                    ChainStep::Finding(finding.id),
                );
            }
        }
        for recommendation in &review.recommendations {
            for finding in &recommendation.findings {
                chain.link(
                    ChainStep::Finding(*finding),
                    ChainStep::Recommendation(recommendation.id),
                );
            }
        }
        for action in &review.actions {
            chain.link(
                ChainStep::Recommendation(action.recommendation),
                ChainStep::Action(action.id),
            );
            if has_outcome(action) {
                chain.link(ChainStep::Action(action.id), ChainStep::Outcome(action.id));
            }
        }
        chain.cited = cited_at(review);
        chain
    }

    fn link(&mut self, from: ChainStep, to: ChainStep) {
        self.after.entry(from).or_default().insert(to);
        self.before.entry(to).or_default().insert(from);
    }

    /// What a step leads to directly.
    pub fn after(&self, step: ChainStep) -> impl Iterator<Item = ChainStep> + '_ {
        self.after.get(&step).into_iter().flatten().copied()
    }

    /// What leads to a step directly.
    pub fn before(&self, step: ChainStep) -> impl Iterator<Item = ChainStep> + '_ {
        self.before.get(&step).into_iter().flatten().copied()
    }

    /// All that leads to a step, the step, and all that it leads to.
    pub fn through(&self, step: ChainStep) -> BTreeSet<ChainStep> {
        let mut through = walk(&self.before, step);
        through.append(&mut walk(&self.after, step));
        through
    }

    /// Each pair of steps of which one leads to the other.
    pub fn links(&self) -> impl Iterator<Item = (ChainStep, ChainStep)> + '_ {
        self.after
            .iter()
            .flat_map(|(from, all)| all.iter().map(move |to| (*from, *to)))
    }

    /// The paragraphs that cite something, in the order of the draft, each once.
    pub fn cited(&self, target: Target) -> &[CitedAt] {
        self.cited.get(&target).map_or(&[], Vec::as_slice)
    }
}

fn walk(links: &BTreeMap<ChainStep, BTreeSet<ChainStep>>, from: ChainStep) -> BTreeSet<ChainStep> {
    let mut seen = BTreeSet::from([from]);
    let mut next = vec![from];
    while let Some(step) = next.pop() {
        let further = links.get(&step).into_iter().flatten();
        next.extend(further.copied().filter(|step| seen.insert(*step)));
    }
    seen
}

fn cited_at(review: &Review) -> BTreeMap<Target, Vec<CitedAt>> {
    let mut cited: BTreeMap<Target, Vec<CitedAt>> = BTreeMap::new();
    for numbered in paragraphs(&review.sections, &review.template) {
        let mut sections = review.sections.iter();
        let Some(section) = sections.find(|section| section.key == numbered.key) else {
            continue;
        };
        for paragraph in &numbered.paragraphs {
            let number = match paragraph.number.as_str() {
                "" => &numbered.number,
                number => number,
            };
            let mut targets = BTreeSet::new();
            targets_in(&inlines(&paragraph.text), &mut targets);
            for target in targets {
                cited.entry(target).or_default().push(CitedAt {
                    section: section.id,
                    paragraph: paragraph.id,
                    number: number.to_owned(),
                });
            }
        }
    }
    cited
}

fn targets_in(inlines: &[Inline], targets: &mut BTreeSet<Target>) {
    for inline in inlines {
        match inline {
            Inline::Citation(citation) => {
                targets.insert(citation.target);
            }
            Inline::Note(inner) => targets_in(inner, targets),
            _ => {}
        }
    }
}

pub(super) fn has_outcome(action: &Action) -> bool {
    !action.outcome.trim().is_empty()
}

impl ChainStep {
    pub fn question(self, review: &Review) -> Option<&Question> {
        match self {
            Self::Question(id) => review.questions.iter().find(|each| each.id == id),
            _ => None,
        }
    }

    pub fn finding(self, review: &Review) -> Option<&Finding> {
        match self {
            Self::Finding(id) => review.finding(id),
            _ => None,
        }
    }

    pub fn recommendation(self, review: &Review) -> Option<&Recommendation> {
        match self {
            Self::Recommendation(id) => review.recommendations.iter().find(|each| each.id == id),
            _ => None,
        }
    }

    /// Of an action, or of an outcome.
    pub fn action(self, review: &Review) -> Option<&Action> {
        match self {
            Self::Action(id) | Self::Outcome(id) => {
                review.actions.iter().find(|each| each.id == id)
            }
            _ => None,
        }
    }

    /// As it is printed: “3”, “2.1” for an action; empty where it is gone.
    pub fn number(self, review: &Review) -> String {
        let position = match self {
            Self::Question(_) => self.question(review).map(|each| each.position),
            Self::Finding(_) => self.finding(review).map(|each| each.position),
            Self::Recommendation(_) => self.recommendation(review).map(|each| each.position),
            Self::Action(_) | Self::Outcome(_) => {
                let Some(action) = self.action(review) else {
                    return String::new();
                };
                let number = Self::Recommendation(action.recommendation).number(review);
                return format!("{number}.{}", action.position);
            }
        };
        position.map_or_else(String::new, |position| position.to_string())
    }

    /// “Finding 3”, “Outcome of action 2.1”.
    pub fn words(self, review: &Review) -> String {
        let kind = match self {
            Self::Question(_) => "Question",
            Self::Finding(_) => "Finding",
            Self::Recommendation(_) => "Recommendation",
            Self::Action(_) => "Action",
            Self::Outcome(_) => "Outcome of action",
        };
        format!("{kind} {}", self.number(review))
    }

    /// What it says; empty where nothing is written, or it is gone.
    pub fn text(self, review: &Review) -> &str {
        let text = match self {
            Self::Question(_) => self.question(review).map(|each| each.text.as_str()),
            Self::Finding(_) => self.finding(review).map(|each| each.text.as_str()),
            Self::Recommendation(_) => self.recommendation(review).map(|each| each.text.as_str()),
            Self::Action(_) => self.action(review).map(|each| each.text.as_str()),
            Self::Outcome(_) => self.action(review).map(|each| each.outcome.as_str()),
        };
        text.unwrap_or_default().trim()
    }
}
