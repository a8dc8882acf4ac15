use crate::analysis::{Place, joined, place};
use crate::model::{EntryId, Passage, Tagging, TaggingId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;
use super::words::counted;

/// Tags an entry with a weakness in the name of `coder`, and keeps the words in which it shows. Words that the coder marked before for the same
/// weakness stay marked; what overlaps is one. A suggestion that was declined is no longer.
pub fn tag_words(
    store: &mut Store,
    entry: EntryId,
    weakness: &str,
    coder: &str,
    passages: &[Passage],
) -> Result<Outcome<TaggingId>, StoreError> {
    check::coder(coder)?;
    store.transact(Op::new("Tag words"), |tx| {
        check::weakness(tx, weakness)?;
        let record = tx.entry(entry)?;
        let fits = |passage: &Passage| matches!(place(&record, passage), Place::Here(_));
        if passages.is_empty() || !passages.iter().all(fits) {
            return Err(StoreError::Refused(
                "The marked words are not in the record as it stands. Mark them again.".to_owned(),
            ));
        }
        tx.relabel(format!(
            "Tag {} in an entry",
            counted(passages.len(), "passage", "passages")
        ));
        tx.remove_declined(entry, weakness)?;
        let Some(tagging) = tx.tagging(entry, weakness, coder)? else {
            return tx.add_tagging(&Tagging {
                id: TaggingId(0),
                entry,
                weakness: weakness.to_owned(),
                coder: coder.to_owned(),
                memo: String::new(),
                passages: joined(&record, passages.to_vec()),
            });
        };
        let all = joined(&record, [tagging.passages.as_slice(), passages].concat());
        if all != tagging.passages {
            tx.set_passages(tagging.id, &all)?;
        }
        Ok(tagging.id)
    })
}
