use crate::model::EntryId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Which way an entry goes among those of its own time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    Earlier,
    Later,
}

/// Moves an entry one place among the entries of one and the same time; the order of different times is not the chair's to change.
/// At the end of that group nothing is changed.
pub fn move_entry(
    store: &mut Store,
    entry: EntryId,
    direction: Direction,
) -> Result<Outcome<()>, StoreError> {
    let label = match direction {
        Direction::Earlier => "Move entry up",
        Direction::Later => "Move entry down",
    };
    store.transact(Op::new(label), |tx| {
        tx.require_entries(&[entry])?;
        let mut group = tx.entries_of_same_time(entry)?;
        let Some(at) = group.iter().position(|&other| other == entry) else {
            return Err(StoreError::gone("This entry"));
        };
        let to = match direction {
            Direction::Earlier => at.checked_sub(1),
            Direction::Later => Some(at + 1).filter(|&to| to < group.len()),
        };
        let Some(to) = to else { return Ok(()) };
        group.swap(at, to);
        for (id, position) in group.into_iter().zip(1..) {
            tx.set_position(id, position)?;
        }
        Ok(())
    })
}
