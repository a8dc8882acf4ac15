use crate::model::{Coding, CodingId, EntryId};
use crate::store::{Op, Outcome, Store, StoreError, Tx};

use super::check;
use super::words::counted;

/// What a coding begins with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewCoding {
    pub name: String,
    /// How its entries were chosen, in words.
    pub drawn: String,
    pub entries: Vec<EntryId>,
    pub coders: Vec<String>,
    /// Those of the coders who have tagged these entries already, so that their present tags are their coding.
    pub already: Vec<String>,
}

/// Begins a blind coding. From then on each sees only their own tags on its entries, until it is closed.
pub fn begin_coding(store: &mut Store, new: &NewCoding) -> Result<Outcome<CodingId>, StoreError> {
    store.transact(Op::new("Begin a blind coding"), |tx| {
        let coders = coders(&new.coders)?;
        check::entries(tx, &new.entries)?;
        let mut entries = new.entries.clone();
        entries.sort_unstable();
        entries.dedup();
        not_in_another(tx, &entries)?;
        let already = coders.iter().filter(|coder| {
            let mut already = new.already.iter();
            already.any(|name| name.trim() == coder.as_str())
        });
        let done = already.flat_map(|coder| entries.iter().map(|entry| (*entry, coder.clone())));
        let coding = Coding {
            id: CodingId(0),
            name: named(tx, new.name.trim())?,
            drawn: new.drawn.clone(),
            done: done.collect(),
            entries,
            coders,
            closed: false,
            tagged: Vec::new(),
            settled: Vec::new(),
        };
        tx.relabel(format!(
            "Begin a blind coding of {}",
            counted(coding.entries.len(), "entry", "entries")
        ));
        tx.add_coding(&coding)
    })
}

/// At least two different people.
fn coders(names: &[String]) -> Result<Vec<String>, StoreError> {
    let mut coders: Vec<String> = Vec::new();
    for name in names.iter().map(|name| name.trim()) {
        let lower = name.to_lowercase();
        if coders.iter().any(|known| known.to_lowercase() == lower) {
            return Err(StoreError::Refused(format!(
                "“{name}” is named twice. Each coder is named once; nothing was begun."
            )));
        }
        if !name.is_empty() {
            coders.push(name.to_owned());
        }
    }
    if coders.len() < 2 {
        return Err(StoreError::Refused(
            "A coding needs at least two coders, or there is nobody to agree with. Name another; nothing was begun."
                .to_owned(),
        ));
    }
    Ok(coders)
}

/// An entry is in one open coding at most, so that it is clear what is finished when somebody has finished it.
fn not_in_another(tx: &Tx<'_>, entries: &[EntryId]) -> Result<(), StoreError> {
    for coding in tx.codings()?.iter().filter(|coding| !coding.closed) {
        let shared = entries.iter().filter(|entry| coding.has_entry(**entry));
        match shared.count() {
            0 => {}
            count => {
                return Err(StoreError::Refused(format!(
                    "{} of these entries are in “{}”, which is still open. Close that coding first, or choose other entries; nothing was begun.",
                    count, coding.name
                )));
            }
        }
    }
    Ok(())
}

/// Its own name, or the next number.
fn named(tx: &Tx<'_>, name: &str) -> Result<String, StoreError> {
    if !name.is_empty() {
        return Ok(name.to_owned());
    }
    Ok(format!("Coding {}", tx.codings()?.len() + 1))
}
