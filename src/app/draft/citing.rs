//! Citing by typing: an `@`, a few words, and Enter.

use super::shaping::put;
use crate::app::{Open, Problem, State};
use crate::drafting::{self, Asked, Citation, Citing, Offer, Target};

/// As many as can be looked over.
const MOST: usize = 12;

/// What can be cited here, and which of it Enter would take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offers {
    pub asked: Asked,
    pub list: Vec<Offer>,
    pub current: usize,
    revision: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfferStep {
    Next,
    Previous,
    Take,
    PutAway,
}

pub(super) fn ask(state: &mut State) -> Result<(), Problem> {
    let Some(open) = state.open.as_mut() else {
        return Ok(());
    };
    let chosen = open.draft.chosen.clone();
    let before = open.draft.look.text().get(..chosen.end).unwrap_or_default();
    let inside_word = before
        .chars()
        .next_back()
        .is_some_and(char::is_alphanumeric);
    open.draft.put_away = None;
    put(
        state,
        chosen.end..chosen.end,
        if inside_word { " @" } else { "@" },
    )
}

pub(super) fn step(state: &mut State, step: OfferStep) -> Result<(), Problem> {
    let Some(open) = state.open.as_mut() else {
        return Ok(());
    };
    let Some(offers) = open.draft.offers.as_mut() else {
        return Ok(());
    };
    let count = offers.list.len().max(1);
    match step {
        OfferStep::Next => offers.current = (offers.current + 1) % count,
        OfferStep::Previous => offers.current = (offers.current + count - 1) % count,
        OfferStep::PutAway => {
            open.draft.put_away = Some(offers.asked.range.start);
            open.draft.offers = None;
        }
        OfferStep::Take => {
            let target = offers.list.get(offers.current).map(|offer| offer.target);
            if let Some(target) = target {
                return cite(state, target);
            }
        }
    }
    Ok(())
}

/// Puts the citation in the place of the `@` and its words; at the caret where none was typed.
pub(super) fn cite(state: &mut State, target: Target) -> Result<(), Problem> {
    let Some(open) = state.open.as_mut() else {
        return Ok(());
    };
    let review = &open.review;
    let words = String::new();
    let citation = Citation { target, words };
    let words = Citing::of(review, &open.derived.claims)
        .cited(&citation)
        .said();
    let written = Citation { target, words }.written();
    let range = match open.draft.offers.take() {
        Some(offers) => offers.asked.range,
        None => open.draft.chosen.clone(),
    };
    put(state, range, &written)
}

pub(super) fn look(open: &mut Open) {
    let draft = &mut open.draft;
    let caret = draft.chosen.end;
    let asked = Some(&draft.chosen)
        .filter(|chosen| chosen.is_empty())
        .and_then(|_| drafting::asked(draft.look.text(), caret));
    draft.put_away.take_if(|place| {
        asked
            .as_ref()
            .is_none_or(|asked| asked.range.start != *place)
    });
    let Some(asked) = asked.filter(|_| draft.put_away.is_none()) else {
        draft.offers = None;
        return;
    };
    let revision = open.review.revision;
    let known = draft.offers.as_ref();
    if known.is_some_and(|known| known.asked == asked && known.revision == revision) {
        return;
    }
    let list = drafting::offers(
        &open.review,
        &open.derived.claims,
        &open.derived.order,
        &asked.words,
        MOST,
    );
    draft.offers = Some(Offers {
        asked,
        list,
        current: 0,
        revision,
    });
}
