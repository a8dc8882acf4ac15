//! What the rules of the list see in the records: one after the other is accepted, which tags its words, or declined.

use super::latest::{MadeOf, look};
use super::{AnalysisAction, AnalysisPart, Latest};
use crate::analysis::{Decided, Suggestion, seen_by_rules};
use crate::app::{Action, Effect, Open, Problem, State};
use crate::edits;
use crate::model::{DeclinedId, EntryId, Review};
use crate::store::{Outcome, Store, StoreError};

/// Which suggestion: entry, and key of the weakness.
pub type SuggestionKey = (EntryId, String);

#[derive(Debug, Clone, Default)]
pub struct SuggestionsState {
    /// All that the rules see, decided or not.
    pub found: Latest<Vec<Suggestion>>,
    /// What of it nobody has decided, in order of time.
    pub left: Vec<Suggestion>,
    /// What `left` was made from.
    made_of: Option<MadeOf<Vec<Suggestion>>>,
    /// Only of this weakness and its parts.
    pub weakness: Option<String>,
    /// The one in hand, which keys accept and decline.
    pub at: Option<SuggestionKey>,
    /// Grows when the one in hand shall be brought into view.
    pub asked: u64,
    pub drawn: usize,
    /// What was declined is unfolded.
    pub shows_declined: bool,
}

/// More are drawn as they are asked for.
const DRAWN: usize = 30;
/// Neighbours that are remembered while one is decided.
const NEAR: usize = 8;

#[derive(Debug, Clone)]
pub enum SuggestionsAction {
    /// Tags the words in the coder's name.
    Accept(SuggestionKey),
    Decline(SuggestionKey),
    /// Makes a declined one again.
    Reconsider(DeclinedId),
    /// Takes another one in hand: the next, or with -1 the one before.
    Step(isize),
    OfWeakness(Option<String>),
    DrawMore,
    ShowDeclined(bool),
}

impl From<SuggestionsAction> for Action {
    fn from(action: SuggestionsAction) -> Self {
        Self::Analysis(AnalysisAction::Suggestions(action))
    }
}

impl SuggestionsState {
    /// Those that the choice above the list leaves.
    pub fn shown<'a>(&'a self, review: &'a Review) -> Vec<&'a Suggestion> {
        let wanted: Option<Vec<&str>> = self
            .weakness
            .as_deref()
            .map(|key| review.with_parts(key).collect());
        let fits = |one: &&Suggestion| {
            wanted
                .as_ref()
                .is_none_or(|wanted| wanted.contains(&one.weakness.as_str()))
        };
        self.left.iter().filter(fits).collect()
    }

    fn place(&self, review: &Review, key: &SuggestionKey) -> Option<usize> {
        let shown = self.shown(review);
        shown.iter().position(|one| is(one, key))
    }
}

/// Whether it is this suggestion.
fn is(suggestion: &Suggestion, (entry, weakness): &SuggestionKey) -> bool {
    suggestion.entry == *entry && suggestion.weakness == *weakness
}

pub(super) fn wanted(open: &mut Open) -> Option<Effect> {
    let effect = look(
        open,
        AnalysisPart::Suggestions,
        |analysis| &mut analysis.suggestions.found,
        |material, progress| seen_by_rules(&material.review, &material.order, progress),
    );
    bring_up_to_date(open);
    effect
}

/// What was decided leaves the list at once.
fn bring_up_to_date(open: &mut Open) {
    let state = &mut open.analysis.suggestions;
    state.drawn = state.drawn.max(DRAWN);
    let is_made = state
        .made_of
        .as_ref()
        .is_some_and(|made_of| made_of.holds(&open.review, &state.found));
    if !is_made {
        let decided = Decided::of(&open.review);
        let all = state
            .found
            .found()
            .into_iter()
            .flat_map(|found| found.iter());
        let left = all.filter(|one| !decided.holds(one) && open.review.entry(one.entry).is_some());
        state.left = left.cloned().collect();
        state.made_of = Some(MadeOf::of(&open.review, &state.found));
    }
    let is_there = state
        .at
        .as_ref()
        .is_some_and(|at| state.place(&open.review, at).is_some());
    if !is_there {
        state.at = state.shown(&open.review).first().map(|one| key_of(one));
    }
    if let Some(place) = state
        .at
        .as_ref()
        .and_then(|at| state.place(&open.review, at))
    {
        state.drawn = state.drawn.max(place + 1);
    }
}

pub fn key_of(suggestion: &Suggestion) -> SuggestionKey {
    (suggestion.entry, suggestion.weakness.clone())
}

pub(super) fn update(state: &mut State, action: SuggestionsAction) -> Result<(), Problem> {
    let coder = state.settings.name.trim().to_owned();
    let Some(open) = state.open.as_mut() else {
        return Ok(());
    };
    let suggestions = &mut open.analysis.suggestions;
    match action {
        SuggestionsAction::Accept(key) => accept(open, &key, &coder)?,
        SuggestionsAction::Decline(key) => {
            let near = neighbours(open, &key);
            decide(open, "The suggestion was not declined", |store| {
                edits::decline_suggestion(store, key.0, &key.1, &coder)
            })?;
            take_in_hand(open, near);
        }
        SuggestionsAction::Reconsider(id) => {
            decide(open, "The suggestion was not made again", |store| {
                edits::reconsider_suggestion(store, id)
            })?;
        }
        SuggestionsAction::Step(by) => {
            let shown = suggestions.shown(&open.review);
            let place = suggestions.at.as_ref();
            let place = place.and_then(|at| shown.iter().position(|one| is(one, at)));
            let last = shown.len().saturating_sub(1);
            let to = place.map_or(0, |place| place.saturating_add_signed(by).min(last));
            let next: Vec<SuggestionKey> =
                shown.get(to).map(|one| key_of(one)).into_iter().collect();
            take_in_hand(open, next);
        }
        SuggestionsAction::OfWeakness(weakness) => {
            suggestions.weakness = weakness;
            suggestions.drawn = DRAWN;
            suggestions.at = None;
        }
        SuggestionsAction::DrawMore => suggestions.drawn += DRAWN,
        SuggestionsAction::ShowDeclined(shows) => suggestions.shows_declined = shows,
    }
    bring_up_to_date(open);
    Ok(())
}

fn accept(open: &mut Open, key: &SuggestionKey, coder: &str) -> Result<(), Problem> {
    let found = open
        .analysis
        .suggestions
        .left
        .iter()
        .find(|one| is(one, key));
    let Some(suggestion) = found.cloned() else {
        return Ok(());
    };
    let near = neighbours(open, key);
    decide(open, "The suggestion was not accepted", |store| {
        let Suggestion {
            entry,
            weakness,
            passages,
        } = &suggestion;
        edits::tag_words(store, *entry, weakness, coder, passages)
    })?;
    take_in_hand(open, near);
    Ok(())
}

/// What the rules see is the same after a decision.
fn decide<T>(
    open: &mut Open,
    title: &str,
    work: impl FnOnce(&mut Store) -> Result<Outcome<T>, StoreError>,
) -> Result<(), Problem> {
    let before = open.review.revision;
    open.edit(title, work)?;
    let now = open.review.revision;
    open.analysis.suggestions.found.holds_for(before, now);
    Ok(())
}

/// The suggestions after this one, then the one before: deciding one may decide the next of the same entry, too.
fn neighbours(open: &Open, key: &SuggestionKey) -> Vec<SuggestionKey> {
    let state = &open.analysis.suggestions;
    let shown = state.shown(&open.review);
    let Some(place) = shown.iter().position(|one| is(one, key)) else {
        return Vec::new();
    };
    let after = shown.iter().skip(place + 1).take(NEAR);
    let before = shown[..place].iter().rev().take(1);
    after.chain(before).map(|one| key_of(one)).collect()
}

/// Takes in hand the first of these that is still there.
fn take_in_hand(open: &mut Open, near: Vec<SuggestionKey>) {
    bring_up_to_date(open);
    let state = &mut open.analysis.suggestions;
    let mut near = near.into_iter();
    state.at = near.find(|key| state.place(&open.review, key).is_some());
    state.asked += 1;
}
