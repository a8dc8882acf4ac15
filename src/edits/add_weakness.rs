use crate::model::{Weakness, WeaknessId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::{check, weakness_list};

/// Adds a weakness to the review's list: at its end, or, as a part, behind the other parts of the weakness whose key is `parent`. Id, key
/// and position of `weakness` are ignored; the key is made from its name.
pub fn add_weakness(
    store: &mut Store,
    weakness: &Weakness,
) -> Result<Outcome<WeaknessId>, StoreError> {
    store.transact(Op::new("Add to the list of weaknesses"), |tx| {
        check::weakness_to_keep(tx, weakness, None)?;
        let list = tx.weaknesses()?;
        let parent = list.iter().find(|other| other.key == weakness.parent);
        let id = tx.add_weakness(&Weakness {
            name: weakness.name.trim().to_owned(),
            key: weakness_list::new_key(tx, &list, &weakness.name)?,
            position: check::next_position(list.len()),
            good_practice: parent.map_or(weakness.good_practice, |parent| parent.good_practice),
            ..weakness.clone()
        })?;
        weakness_list::close_up(tx)?;
        tx.relabel(match parent {
            None => "Add to the list of weaknesses".to_owned(),
            Some(parent) => format!("Add a part to weakness {}", parent.position),
        });
        Ok(id)
    })
}
