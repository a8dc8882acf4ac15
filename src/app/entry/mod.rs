//! What is done from the pane of one entry: its source is shown where it stands, its date is settled.

mod by_hand;
mod source;
mod when;

pub use by_hand::EntryPart;
pub(super) use by_hand::write;
pub use source::{Around, Kept, SourceState};
pub use when::is_counted;

use super::{Effect, Problem, State, field};
use crate::model::{AgencyId, EntryId, HangsOn};

#[derive(Debug, Clone)]
pub enum EntryAction {
    /// Shows the row of the agency's table that the entry came from, among its neighbours.
    ShowSource(EntryId),
    /// Adds an entry to be typed in by hand.
    Add,
    /// Whose an entry typed in by hand is.
    SetAgency(EntryId, AgencyId),
    MoreRows,
    CloseSource,
    /// The date means the reading with this number: 0 is the one that counts now, the others its alternatives.
    TakeReading(EntryId, usize),
    /// The date is counted from this.
    CountFrom(EntryId, HangsOn),
}

pub(super) fn update(state: &mut State, action: EntryAction) -> Result<Vec<Effect>, Problem> {
    field::leave(state)?;
    let Some(open) = state.open.as_mut() else {
        return Ok(Vec::new());
    };
    match action {
        EntryAction::ShowSource(entry) => return Ok(source::show(open, entry)),
        EntryAction::Add => by_hand::add(open)?,
        EntryAction::SetAgency(entry, agency) => by_hand::set_agency(open, entry, agency)?,
        EntryAction::MoreRows => open.source.more_rows(),
        EntryAction::CloseSource => open.source.close(),
        EntryAction::TakeReading(entry, reading) => when::take_reading(open, entry, reading)?,
        EntryAction::CountFrom(entry, anchor) => when::count_from(open, entry, anchor)?,
    }
    Ok(Vec::new())
}
