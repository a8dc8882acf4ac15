use crate::model::Weakness;
use crate::store::{Op, Outcome, Store, StoreError};

use super::{check, weakness_list};

/// Changes everything of a weakness but its key and its place among its like. Made a part of another, it follows that one's other parts; its own
/// parts are good practice, or not, as it is.
pub fn change_weakness(store: &mut Store, weakness: &Weakness) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Change the list of weaknesses"), |tx| {
        let present = tx.weakness(weakness.id)?;
        check::weakness_to_keep(tx, weakness, Some(weakness.id))?;
        tx.relabel(format!("Change weakness {}", present.position));
        let list = tx.weaknesses()?;
        let parent = list.iter().find(|other| other.key == weakness.parent);
        let good_practice = parent.map_or(weakness.good_practice, |parent| parent.good_practice);
        tx.change_weakness(&Weakness {
            name: weakness.name.trim().to_owned(),
            good_practice,
            ..weakness.clone()
        })?;
        for part in list.iter().filter(|part| part.parent == present.key) {
            if part.good_practice != good_practice {
                tx.change_weakness(&Weakness {
                    good_practice,
                    ..part.clone()
                })?;
            }
        }
        weakness_list::close_up(tx)
    })
}
