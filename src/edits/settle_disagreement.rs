use crate::model::{CodingId, EntryId, Settlement, Tagging, TaggingId};
use crate::store::{Op, Outcome, Store, StoreError, Tx};

use super::check;

/// Records what the coders of a closed coding made of a disagreement, and brings their tags into line with it. The agreement stays as
/// it was before they talked.
///
/// Changing from one way to another begins anew from what each had tagged when the coding was closed; a memo or a passage that went with a
/// tag comes back only by undo.
pub fn settle_disagreement(
    store: &mut Store,
    coding: CodingId,
    entry: EntryId,
    weakness: &str,
    how: Settlement,
) -> Result<Outcome<()>, StoreError> {
    let label = match how {
        Settlement::Kept => "Keep a disagreement of coders",
        Settlement::Tagged => "Settle a disagreement: tag the entry",
        Settlement::NotTagged => "Settle a disagreement: take the tag off",
    };
    store.transact(Op::new(label), |tx| {
        let known = tx.coding(coding)?;
        if !known.closed {
            return Err(StoreError::Refused(format!(
                "“{}” is still open. Close it first, then talk its disagreements through.",
                known.name
            )));
        }
        if known.settlement(entry, weakness) == Some(how) {
            return Ok(());
        }
        if how == Settlement::Tagged {
            check::weakness(tx, weakness)?;
        }
        for coder in known
            .coders
            .iter()
            .filter(|coder| known.is_done(entry, coder))
        {
            let had = known.tagged.iter().any(|tag| {
                (tag.entry, tag.weakness.as_str(), &tag.coder) == (entry, weakness, coder)
            });
            let has = match how {
                Settlement::Kept => had,
                Settlement::Tagged => true,
                Settlement::NotTagged => false,
            };
            set(tx, entry, weakness, coder, has)?;
        }
        tx.settle_coding(coding, entry, weakness, how)
    })
}

/// The coder's tag is there, or it is not.
fn set(
    tx: &mut Tx<'_>,
    entry: EntryId,
    weakness: &str,
    coder: &str,
    has: bool,
) -> Result<(), StoreError> {
    match (tx.tagging(entry, weakness, coder)?, has) {
        (None, true) => {
            tx.add_tagging(&Tagging {
                id: TaggingId(0),
                entry,
                weakness: weakness.to_owned(),
                coder: coder.to_owned(),
                memo: String::new(),
                passages: Vec::new(),
            })?;
        }
        (Some(tagging), false) => tx.remove_tagging(tagging.id)?,
        _ => {}
    }
    Ok(())
}
