//! What buttons and keys do to the text that is typed.

use std::ops::Range;

use crate::app::{Field, FieldAction, Open, Problem, State, field};
use crate::drafting::{self, Citing, Shape, Shaped};
use crate::edits;
use crate::model::SectionId;

pub(super) fn shape(state: &mut State, shape: Shape) -> Result<(), Problem> {
    change(state, |text, chosen| Some(shape.of(text, chosen)))
}

pub(super) fn next_line(state: &mut State) -> Result<(), Problem> {
    change(state, |text, chosen| drafting::next_line(text, chosen.end))
}

/// Puts `words` in the place of a stretch of the text; the caret stands behind them.
pub(super) fn put(state: &mut State, range: Range<usize>, words: &str) -> Result<(), Problem> {
    change(state, |text, _| {
        let (before, after) = (text.get(..range.start)?, text.get(range.end..)?);
        let at = range.start + words.len();
        Some(Shaped {
            text: format!("{before}{words}{after}"),
            chosen: at..at,
        })
    })
}

fn change(
    state: &mut State,
    work: impl FnOnce(&str, Range<usize>) -> Option<Shaped>,
) -> Result<(), Problem> {
    super::look_again(state);
    let Some(open) = state.open.as_mut() else {
        return Ok(());
    };
    let (Some(section), None) = (open.draft.section, &open.read_only) else {
        return Ok(());
    };
    let Some(shaped) = work(open.draft.look.text(), open.draft.chosen.clone()) else {
        return Ok(());
    };
    open.draft.place(shaped.chosen);
    field::update(
        state,
        FieldAction::Type(Field::Section(section), shaped.text),
    )?;
    Ok(())
}

/// Writes a section's text down, with the words of its citations brought up to date.
pub(in crate::app) fn store_section(
    open: &mut Open,
    id: SectionId,
    text: &str,
) -> Result<(), Problem> {
    let fresh = Citing::of(&open.review, &open.derived.claims).brought_up_to_date(text);
    open.edit("The text was not saved", |store| {
        edits::write_section(store, id, &fresh)
    })
}
