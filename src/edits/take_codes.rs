use std::collections::BTreeSet;

use crate::analysis::joined;
use crate::model::{Code, CodedProject, CodedRecord, Tagging, TaggingId, Weakness, WeaknessId};
use crate::store::{Op, Outcome, Store, StoreError, Tx};

use super::weakness_list;
use super::words::counted;

/// What came of taking in another tool's codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CodesTaken {
    /// Weaknesses that the review did not have.
    pub added: usize,
    /// Codes that are weaknesses of the review already, by their mark or their name.
    pub known: usize,
    /// New tags, and tags that got a memo or passages which they did not have.
    pub tags: usize,
}

/// Takes in the codes of another tool, and what coders made of the records with them. Nothing that is in the review is changed or removed:
/// a code that is known fills what is empty in its weakness; a tag that the coder has set already gets the passages it did not have, and the
/// memo where it had none. So the same file twice adds nothing.
pub fn take_codes(
    store: &mut Store,
    project: &CodedProject,
) -> Result<Outcome<CodesTaken>, StoreError> {
    store.transact(Op::new("Take in codes"), |tx| {
        let mut list = List::of(tx)?;
        let mut keys: Vec<String> = Vec::with_capacity(project.codes.len());
        for code in &project.codes {
            keys.push(list.take(tx, code, &project.codes)?);
        }
        let mut taken = CodesTaken {
            added: list.added.len(),
            known: project.codes.len() - list.added.len(),
            tags: 0,
        };
        list.store(tx)?;
        for record in &project.records {
            let weakness = keys.get(record.code).map(String::as_str);
            taken.tags += usize::from(tag(tx, record, weakness.unwrap_or_default())?);
        }
        tx.relabel(format!(
            "Take in {} and {}",
            counted(taken.added, "weakness", "weaknesses"),
            counted(taken.tags, "tag", "tags")
        ));
        Ok(taken)
    })
}

/// The review's list on its way to hold another tool's codes as well.
struct List {
    all: Vec<Weakness>,
    added: BTreeSet<String>,
    changed: BTreeSet<String>,
}

impl List {
    fn of(tx: &Tx<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            all: tx.weaknesses()?,
            added: BTreeSet::new(),
            changed: BTreeSet::new(),
        })
    }

    /// The key of the weakness that a code is; it is added where there is none.
    fn take(&mut self, tx: &Tx<'_>, code: &Code, codes: &[Code]) -> Result<String, StoreError> {
        let name = code.name.trim().to_lowercase();
        let place = self
            .all
            .iter()
            .position(|known| !code.key.is_empty() && known.key == code.key)
            .or_else(|| {
                let mut all = self.all.iter();
                all.position(|known| known.name.trim().to_lowercase() == name)
            });
        if let Some(place) = place {
            let known = &mut self.all[place];
            for (ours, theirs) in [
                (&mut known.definition, &code.definition),
                (&mut known.example, &code.example),
            ] {
                if ours.trim().is_empty() && !theirs.trim().is_empty() {
                    ours.clone_from(theirs);
                    self.changed.insert(known.key.clone());
                }
            }
            return Ok(known.key.clone());
        }
        let parent = code.parent.and_then(|place| codes.get(place));
        let parent = parent.map_or_else(String::new, |parent| self.whole_of(parent));
        let key = weakness_list::new_key(tx, &self.all, &name)?;
        self.all.push(Weakness {
            id: WeaknessId(0),
            position: 0,
            key: key.clone(),
            name: code.name.trim().to_owned(),
            definition: code.definition.clone(),
            example: code.example.clone(),
            good_practice: code.good_practice,
            parent,
            patterns: Vec::new(),
        });
        self.added.insert(key.clone());
        Ok(key)
    }

    /// The key of a code that others are parts of; where the review has it as a part itself, of what that is a part.
    fn whole_of(&self, parent: &Code) -> String {
        let name = parent.name.trim().to_lowercase();
        let known = self.all.iter().find(|known| {
            known.name.trim().to_lowercase() == name
                || (!parent.key.is_empty() && known.key == parent.key)
        });
        known.map_or_else(String::new, |known| match known.parent.as_str() {
            "" => known.key.clone(),
            whole => whole.to_owned(),
        })
    }

    fn store(self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        if self.added.is_empty() && self.changed.is_empty() {
            return Ok(());
        }
        for weakness in Weakness::in_families(self.all) {
            if self.added.contains(&weakness.key) {
                tx.add_weakness(&weakness)?;
                continue;
            }
            tx.set_weakness_position(weakness.id, weakness.position)?;
            if self.changed.contains(&weakness.key) {
                tx.change_weakness(&weakness)?;
            }
        }
        Ok(())
    }
}

/// Whether that changed anything.
fn tag(tx: &mut Tx<'_>, record: &CodedRecord, weakness: &str) -> Result<bool, StoreError> {
    tx.require_entries(&[record.entry])?;
    let Some(known) = tx.tagging(record.entry, weakness, &record.coder)? else {
        tx.add_tagging(&Tagging {
            id: TaggingId(0),
            entry: record.entry,
            weakness: weakness.to_owned(),
            coder: record.coder.clone(),
            memo: record.memo.clone(),
            passages: record.passages.clone(),
        })?;
        return Ok(true);
    };
    let entry = tx.entry(record.entry)?;
    let passages = [known.passages.as_slice(), &record.passages].concat();
    let passages = joined(&entry, passages);
    let more = passages != known.passages;
    if more {
        tx.set_passages(known.id, &passages)?;
    }
    let memo = known.memo.trim().is_empty() && !record.memo.trim().is_empty();
    if memo {
        tx.set_memo(known.id, &record.memo)?;
    }
    Ok(more || memo)
}
