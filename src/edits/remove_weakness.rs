use crate::model::{Weakness, WeaknessId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::weakness_list::{self, Named};
use super::words::counted;

/// Takes a weakness off the list, with its tags and declined suggestions; findings, recommendations and saved views name it no longer. Its parts
/// stay, as weaknesses of their own. The value is the number of tags removed.
pub fn remove_weakness(store: &mut Store, id: WeaknessId) -> Result<Outcome<usize>, StoreError> {
    store.transact(Op::new("Remove weakness"), |tx| {
        let gone = tx.weakness(id)?;
        let mut tags = 0;
        for tagging in tx.taggings()? {
            if tagging.weakness == gone.key {
                tx.remove_tagging(tagging.id)?;
                tags += 1;
            }
        }
        for declined in tx.declined()? {
            if declined.weakness == gone.key {
                tx.forget_declined(declined.id)?;
            }
        }
        Named::in_review(tx, &gone.key)?.forget(tx)?;
        for part in tx.weaknesses()? {
            if part.parent == gone.key {
                tx.change_weakness(&Weakness {
                    parent: String::new(),
                    ..part
                })?;
            }
        }
        tx.remove_weakness(id)?;
        weakness_list::close_up(tx)?;
        tx.relabel(match tags {
            0 => format!("Remove weakness {}", gone.position),
            _ => format!(
                "Remove weakness {} with {}",
                gone.position,
                counted(tags, "tag", "tags")
            ),
        });
        Ok(tags)
    })
}
