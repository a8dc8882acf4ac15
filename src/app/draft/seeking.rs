//! Find and replace across the draft.

use std::sync::Arc;

use crate::app::{Notice, Open, Problem, State, field};
use crate::drafting::{Place, Sought};
use crate::edits;
use crate::model::Section;

#[derive(Debug, Clone, Default)]
pub struct Seeking {
    /// The line to find and replace with is shown.
    pub open: bool,
    pub sought: Sought,
    pub with: String,
    /// Where the words stand, in the order of the draft.
    pub places: Vec<Place>,
    /// The place that is shown.
    pub current: Option<usize>,
    of: Option<(Arc<Vec<Section>>, Sought)>,
}

#[derive(Debug, Clone)]
pub enum SeekAction {
    Open,
    Close,
    Words(String),
    With(String),
    Capitals(bool),
    WholeWords(bool),
    Next,
    Previous,
    /// Replaces the place that is shown, and goes on to the next.
    Replace,
    ReplaceAll,
}

impl Seeking {
    /// “3 of 12, in 4 sections”
    pub fn words(&self) -> String {
        let mut sections: Vec<_> = self.places.iter().map(|place| place.section).collect();
        sections.dedup();
        let places = self.places.len();
        let of_all = match (places, self.current) {
            (0, _) if self.sought.words.trim().is_empty() => return String::new(),
            (0, _) => return "Not found in the draft".to_owned(),
            (_, Some(current)) => format!("{} of {places}", current + 1),
            (1, None) => "1 place".to_owned(),
            (_, None) => format!("{places} places"),
        };
        match sections.len() {
            1 => format!("{of_all}, in one section"),
            count => format!("{of_all}, in {count} sections"),
        }
    }
}

pub(super) fn update(state: &mut State, action: SeekAction) -> Result<(), Problem> {
    let Some(open) = state.open.as_mut() else {
        return Ok(());
    };
    let seeking = &mut open.draft.seeking;
    match action {
        SeekAction::Open => {
            seeking.open = true;
            let chosen = open.draft.look.text().get(open.draft.chosen.clone());
            if let Some(words) = chosen.filter(|words| !words.is_empty() && !words.contains('\n')) {
                words.clone_into(&mut seeking.sought.words);
            }
        }
        SeekAction::Close => seeking.open = false,
        SeekAction::Words(words) => seeking.sought.words = words,
        SeekAction::With(with) => seeking.with = with,
        SeekAction::Capitals(on) => seeking.sought.capitals = on,
        SeekAction::WholeWords(on) => seeking.sought.whole_words = on,
        SeekAction::Next => return go(state, 1),
        SeekAction::Previous => return go(state, -1),
        SeekAction::Replace => return replace_one(state),
        SeekAction::ReplaceAll => return replace_all(state),
    }
    Ok(())
}

fn go(state: &mut State, step: isize) -> Result<(), Problem> {
    field::leave(state)?;
    super::look_again(state);
    let Some(open) = state.open.as_mut() else {
        return Ok(());
    };
    let count = open.draft.seeking.places.len();
    if count == 0 {
        return Ok(());
    }
    let next = match open.draft.seeking.current {
        Some(current) => (current + count).wrapping_add_signed(step) % count,
        None => first_from_caret(open, step),
    };
    let place = open.draft.seeking.places[next].clone();
    open.draft.seeking.current = Some(next);
    super::show(state, place)
}

/// The first place behind the caret, or the last before it.
fn first_from_caret(open: &Open, step: isize) -> usize {
    let rank = |section| {
        open.review
            .sections
            .iter()
            .position(|one| Some(one.id) == section)
    };
    let here = (rank(open.draft.section), open.draft.chosen.start);
    let places = &open.draft.seeking.places;
    let behind = places
        .iter()
        .position(|place| (rank(Some(place.section)), place.range.start) >= here);
    let behind = behind.unwrap_or(0);
    if step > 0 {
        behind
    } else {
        (behind + places.len() - 1) % places.len()
    }
}

fn replace_one(state: &mut State) -> Result<(), Problem> {
    let Some(open) = state.open.as_ref() else {
        return Ok(());
    };
    let seeking = &open.draft.seeking;
    let with = seeking.with.clone();
    let shown = seeking
        .current
        .and_then(|at| seeking.places.get(at))
        .cloned();
    let shown = shown.filter(|place| {
        Some(place.section) == open.draft.section && place.range == open.draft.chosen
    });
    let Some(place) = shown else {
        return go(state, 1);
    };
    super::shaping::put(state, place.range.clone(), &with)?;
    field::leave(state)?;
    super::look_again(state);
    if let Some(open) = state.open.as_mut() {
        open.draft.seeking.current = None;
        open.draft.chosen = place.range.start + with.len()..place.range.start + with.len();
    }
    go(state, 1)
}

fn replace_all(state: &mut State) -> Result<(), Problem> {
    field::leave(state)?;
    let Some(open) = state.open.as_mut() else {
        return Ok(());
    };
    let (sought, with) = (
        open.draft.seeking.sought.clone(),
        open.draft.seeking.with.clone(),
    );
    let replaced = open.edit("Nothing was replaced", |store| {
        edits::replace_words(store, &sought, &with)
    })?;
    open.draft.seeking.current = None;
    state.tell(Notice::Done(match replaced {
        0 => "The words stand nowhere in the draft".to_owned(),
        1 => "Replaced in 1 place; one undo takes it back".to_owned(),
        count => format!("Replaced in {count} places; one undo takes it all back"),
    }));
    Ok(())
}

pub(super) fn look(open: &mut Open) {
    let draft = &mut open.draft;
    let seeking = &mut draft.seeking;
    if !seeking.open {
        return;
    }
    let known = seeking.of.as_ref();
    if known.is_some_and(|(sections, sought)| {
        Arc::ptr_eq(sections, &draft.look.sections) && *sought == seeking.sought
    }) {
        return;
    }
    let another = known.is_none_or(|(_, sought)| *sought != seeking.sought);
    seeking.places = seeking.sought.places_in(&draft.look.sections);
    if another || seeking.current.is_some_and(|at| at >= seeking.places.len()) {
        seeking.current = None;
    }
    seeking.of = Some((Arc::clone(&draft.look.sections), seeking.sought.clone()));
}
