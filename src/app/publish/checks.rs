//! What the rules find in the report, once a revision; marks that may stand, and the way from a mark to its place.

use std::sync::Arc;

use super::{PublishAction, PublishPart};
use crate::app::{
    Action, Effect, Open, PanelAction, PanelPart, Problem, Room, State, Task, TaskKind, chronology,
    panel, plan,
};
use crate::checks::{self, At, Case, Found, Mark, RuleMark};
use crate::drafting::ChainStep;
use crate::edits;
use crate::model::{Severity, Suppressed, SuppressedId};

/// By which a mark is known from one revision to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkKey {
    pub rule: String,
    pub subject: String,
}

/// What the rules found, ready to be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// Of the review that was looked at.
    pub revision: i64,
    pub found: Found,
    /// In words, where each of `found.marks` leads to.
    pub places: Vec<String>,
    /// The decision on each of `found.suppressed`, and where it leads to.
    pub decided: Vec<(Suppressed, String)>,
}

#[derive(Debug, Clone)]
pub struct ChecksState {
    /// What was found last; it stays visible while the report is looked at anew.
    pub found: Option<Arc<Checked>>,
    /// The mark that is to stand, while its reason is typed.
    pub asked: Option<MarkKey>,
    /// The rule whose page is open beside the marks; `None` while all rules are listed.
    pub rule: Option<&'static str>,
    /// Marks that are drawn.
    pub drawn: usize,
    looked_at: Option<i64>,
}

const DRAWN: usize = 60;

impl Default for ChecksState {
    fn default() -> Self {
        Self {
            found: None,
            asked: None,
            rule: None,
            drawn: DRAWN,
            looked_at: None,
        }
    }
}

impl ChecksState {
    /// How many marks stand against publication; `None` until the report was looked at.
    pub fn against(&self) -> Option<usize> {
        self.found.as_ref().map(|checked| checked.found.against())
    }

    pub fn is_of(&self, revision: i64) -> bool {
        self.found
            .as_ref()
            .is_some_and(|checked| checked.revision == revision)
    }
}

impl Checked {
    fn of(case: &Case<'_>) -> Self {
        let found = checks::preflight(case);
        let decisions = &case.review.publishing.suppressed;
        Self {
            revision: case.review.revision,
            places: found
                .marks
                .iter()
                .map(|(_, mark)| mark.at.words(case))
                .collect(),
            decided: found
                .suppressed
                .iter()
                .filter_map(|(_, mark, at)| {
                    Some((decisions.get(*at)?.clone(), mark.at.words(case)))
                })
                .collect(),
            found,
        }
    }

    /// The marks of one weight with their places in `found.marks`.
    pub fn of_severity(
        &self,
        severity: Severity,
    ) -> impl Iterator<Item = (usize, &RuleMark, &Mark)> {
        let marks = self.found.marks.iter().enumerate();
        marks
            .map(|(at, (of, mark))| (at, of, mark))
            .filter(move |(_, of, _)| of.severity == severity)
    }
}

#[derive(Debug, Clone)]
pub enum ChecksAction {
    /// Goes where the matter can be put right.
    Show(At),
    /// Asks for the reason why a mark may stand; `None`: it may not.
    Ask(Option<MarkKey>),
    LetStand(MarkKey, String),
    CountAgain(SuppressedId),
    /// The page of a rule; `None`: the list of all rules.
    ShowRule(Option<&'static str>),
    DrawMore,
}

impl From<ChecksAction> for Action {
    fn from(action: ChecksAction) -> Self {
        Self::Publish(PublishAction::Checks(action))
    }
}

/// The task that holds the report to its rules, where its marks are shown and it has changed.
pub(in crate::app) fn wanted(open: &mut Open) -> Option<Effect> {
    if !matches!(open.room, Room::Overview | Room::Publish) {
        return None;
    }
    let (revision, today) = (open.review.revision, open.today);
    let state = &mut open.publish.checks;
    if state.looked_at == Some(revision) {
        return None;
    }
    state.looked_at = Some(revision);
    let (store, review) = (open.store(), Arc::clone(&open.review));
    Some(Effect::Start(Task::new(
        TaskKind::Check,
        "Holding the report to its rules",
        move |_| {
            let checked = Checked::of(&Case::of(&review, today));
            Box::new(move |state: &mut State| {
                if let Some(open) = state.open_as(&store)
                    && open.publish.checks.looked_at == Some(revision)
                {
                    open.publish.checks.found = Some(Arc::new(checked));
                }
                Ok(Vec::new())
            })
        },
    )))
}

pub(super) fn update(state: &mut State, action: ChecksAction) -> Result<Vec<Effect>, Problem> {
    let Some(open) = state.open.as_mut() else {
        return Ok(Vec::new());
    };
    let checks = &mut open.publish.checks;
    match action {
        ChecksAction::Show(at) => return lead(state, at),
        ChecksAction::Ask(asked) => checks.asked = asked,
        ChecksAction::ShowRule(rule) => checks.rule = rule,
        ChecksAction::DrawMore => checks.drawn += DRAWN,
        ChecksAction::LetStand(MarkKey { rule, subject }, reason) => {
            open.edit("The mark does not stand", |store| {
                edits::suppress(store, &rule, &subject, &reason)
            })?;
            open.publish.checks.asked = None;
        }
        ChecksAction::CountAgain(id) => open.edit("The mark still stands", |store| {
            edits::unsuppress(store, id)
        })?,
    }
    Ok(Vec::new())
}

fn lead(state: &mut State, at: At) -> Result<Vec<Effect>, Problem> {
    let Some(open) = state.open.as_mut() else {
        return Ok(Vec::new());
    };
    match at {
        At::Review | At::KeyDate(_) => open.room = Room::Overview,
        At::Section(section) => {
            open.draft.section = Some(section);
            open.room = Room::Draft;
        }
        At::Paragraph(section, paragraph) => {
            open.draft.section = Some(section);
            return panel::update(state, PanelAction::ShowInDraft(paragraph));
        }
        At::Entry(entry) => {
            open.room = Room::Chronology;
            open.way.lead();
            chronology::show(open, entry);
        }
        At::Person(person) => {
            open.people.person = Some(person);
            open.room = Room::PeopleAndAgencies;
        }
        At::Question(id) => plan::go(open, ChainStep::Question(id)),
        At::Finding(id) => plan::go(open, ChainStep::Finding(id)),
        At::Recommendation(id) => plan::go(open, ChainStep::Recommendation(id)),
        At::Action(id) => plan::go(open, ChainStep::Action(id)),
        At::Member(_) => show_part_of_panel(open, PanelPart::Members),
        At::Comment(comment) => return panel::update(state, PanelAction::Show(comment)),
        At::Rounds => show_part_of_panel(open, PanelPart::Rounds),
        At::Letter(_) => show_part(open, PublishPart::Letter),
        At::Record => show_part(open, PublishPart::Record),
    }
    Ok(Vec::new())
}

fn show_part(open: &mut Open, part: PublishPart) {
    open.publish.part = part;
    open.room = Room::Publish;
}

fn show_part_of_panel(open: &mut Open, part: PanelPart) {
    open.panel.part = part;
    open.room = Room::Panel;
}
