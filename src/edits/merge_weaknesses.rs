use std::collections::HashMap;

use crate::analysis::joined;
use crate::model::{EntryId, Tagging, Weakness, WeaknessId};
use crate::store::{Op, Outcome, Store, StoreError, Tx};

use super::weakness_list::{self, Named};
use super::words::counted;

/// Makes one weakness of two: `into` stays, and everything that names the other names it from now on: tags with their memos and marked words,
/// declined suggestions, codings, findings, recommendations, saved views; the parts of the other and its patterns are its own. The value is the
/// number of tags that changed their name.
pub fn merge_weaknesses(
    store: &mut Store,
    id: WeaknessId,
    into: WeaknessId,
) -> Result<Outcome<usize>, StoreError> {
    store.transact(Op::new("Merge weaknesses"), |tx| {
        let (gone, kept) = (tx.weakness(id)?, tx.weakness(into)?);
        if gone.id == kept.id {
            return refuse("A weakness cannot be merged with itself. Choose another one.");
        }
        if gone.good_practice != kept.good_practice {
            return refuse(
                "One of the two is good practice and the other a weakness: merged, what is tagged would say the opposite. Nothing was changed.",
            );
        }
        let tags = taggings(tx, &gone, &kept)?;
        declined(tx, &gone, &kept)?;
        Named::in_review(tx, &gone.key)?.rename(tx, &kept.key)?;
        tx.merge_in_codings(&gone.key, &kept.key)?;
        list(tx, &gone, &kept)?;
        tx.relabel(format!(
            "Merge weakness {} into {} ({})",
            gone.position,
            kept.position,
            counted(tags, "tag", "tags")
        ));
        Ok(tags)
    })
}

fn refuse<T>(words: &str) -> Result<T, StoreError> {
    Err(StoreError::Refused(words.to_owned()))
}

/// Where a coder tagged a record with both, one tag is left, with both memos and all marked words.
fn taggings(tx: &mut Tx<'_>, gone: &Weakness, kept: &Weakness) -> Result<usize, StoreError> {
    let all = tx.taggings()?;
    let mut there: HashMap<(EntryId, &str), &Tagging> = HashMap::new();
    for tagging in all.iter().filter(|tagging| tagging.weakness == kept.key) {
        there.insert((tagging.entry, &tagging.coder), tagging);
    }
    let mut count = 0;
    for tagging in all.iter().filter(|tagging| tagging.weakness == gone.key) {
        count += 1;
        let Some(same) = there.get(&(tagging.entry, tagging.coder.as_str())) else {
            tx.set_tagging_weakness(tagging.id, &kept.key)?;
            continue;
        };
        let memo = both(&same.memo, &tagging.memo);
        let entry = tx.entry(tagging.entry)?;
        let passages = [same.passages.as_slice(), &tagging.passages].concat();
        let passages = joined(&entry, passages);
        tx.remove_tagging(tagging.id)?;
        if memo != same.memo {
            tx.set_memo(same.id, &memo)?;
        }
        if passages != same.passages {
            tx.set_passages(same.id, &passages)?;
        }
    }
    Ok(count)
}

fn both(one: &str, other: &str) -> String {
    let parts = [one.trim(), other.trim()];
    if parts[0] == parts[1] || parts[1].is_empty() {
        return one.to_owned();
    }
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("\n")
}

fn declined(tx: &mut Tx<'_>, gone: &Weakness, kept: &Weakness) -> Result<(), StoreError> {
    let all = tx.declined()?;
    for one in all.iter().filter(|one| one.weakness == gone.key) {
        let twice = all.iter().any(|other| {
            (other.entry, &other.weakness, &other.coder) == (one.entry, &kept.key, &one.coder)
        });
        match twice {
            true => tx.forget_declined(one.id)?,
            false => tx.set_declined_weakness(one.id, &kept.key)?,
        }
    }
    Ok(())
}

/// A part into which its whole is merged takes that one's place; the other parts go to what stays, or beside it where it is a part itself.
fn list(tx: &mut Tx<'_>, gone: &Weakness, kept: &Weakness) -> Result<(), StoreError> {
    let takes_its_place = kept.parent == gone.key;
    let parent = match takes_its_place {
        true => String::new(),
        false => kept.parent.clone(),
    };
    let home = match parent.is_empty() {
        true => &kept.key,
        false => &parent,
    };
    let mut patterns = kept.patterns.clone();
    for pattern in &gone.patterns {
        if !patterns.contains(pattern) {
            patterns.push(pattern.clone());
        }
    }
    tx.change_weakness(&Weakness {
        parent: parent.clone(),
        patterns,
        ..kept.clone()
    })?;
    let parts = tx.weaknesses()?.into_iter();
    for part in parts.filter(|part| part.parent == gone.key && part.id != kept.id) {
        tx.change_weakness(&Weakness {
            parent: home.clone(),
            ..part
        })?;
    }
    if takes_its_place {
        tx.set_weakness_position(kept.id, gone.position)?;
    }
    tx.remove_weakness(gone.id)?;
    weakness_list::close_up(tx)
}
