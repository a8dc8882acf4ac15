use crate::model::{EntryId, PersonId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;
use super::words::counted;

/// Says by hand that a person is in these entries (`present`), or takes that back. The value is the number of entries for which it was otherwise.
pub fn name_people(
    store: &mut Store,
    entries: &[EntryId],
    person: PersonId,
    present: bool,
) -> Result<Outcome<usize>, StoreError> {
    store.transact(Op::new("Name a person"), |tx| {
        check::entries(tx, entries)?;
        tx.person(person)?;
        let (count, what) = if present {
            (tx.name_person(entries, person)?, "Name a person in")
        } else {
            (tx.unname_person(entries, person)?, "Unname a person in")
        };
        tx.relabel(format!("{what} {}", counted(count, "entry", "entries")));
        Ok(count)
    })
}
