use std::sync::Arc;

use crate::jobs::Progress;
use crate::model::{AgencyId, Doubt, EntryDraft, Habit, Import, ImportId, Skipped};
use crate::store::{EntryPlace, Op, Outcome, Store, StoreError, Tx};

use super::words::counted;

/// An agency's return as it was understood and looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnToImport {
    pub agency: AgencyId,
    /// File name without folder.
    pub file: String,
    /// SHA-256 of the file's bytes, in lower-case hexadecimal.
    pub sha256: String,
    pub entries: Vec<EntryDraft>,
    pub doubts: Vec<Doubt>,
    pub skipped: Vec<Skipped>,
    /// The file as it was sent, to be kept in the review; `None` where there is none, as for a pasted table.
    pub bytes: Option<Arc<[u8]>>,
    /// How the agency's tables were read, for its next return; its id and agency are ignored.
    pub habit: Option<Habit>,
}

impl ReturnToImport {
    /// How many entries it has, as far as one import can count.
    pub(super) fn count(&self) -> Result<u32, StoreError> {
        u32::try_from(self.entries.len()).map_err(|_| {
            StoreError::Refused(format!(
                "{} has more entries than one import can hold. Split the file and import its parts.",
                self.file
            ))
        })
    }
}

/// Entries between two looks at whether the import was stopped.
const PART: usize = 256;

/// Takes a return into the chronology: all its entries, doubts and skipped rows, or (cancelled, disk full) nothing of it.
pub fn import_return(
    store: &mut Store,
    new: &ReturnToImport,
    progress: &dyn Progress,
) -> Result<Outcome<ImportId>, StoreError> {
    let count = new.entries.len();
    let label = format!(
        "Import {} ({})",
        new.file,
        counted(count, "entry", "entries")
    );
    store.transact(Op::new(label), |tx| {
        tx.agency(new.agency)?;
        let import = keep(tx, new, new.doubts.clone(), None)?;
        let what = format!("Importing {}", new.file);
        let mut done = 0;
        for part in new.entries.chunks(PART) {
            progress.report(done as u64, Some(count as u64), &what)?;
            let place = EntryPlace {
                agency: new.agency,
                import: Some(import),
                position: done as i64 + 1,
            };
            tx.add_entries(place, part)?;
            done += part.len();
        }
        progress.report(count as u64, Some(count as u64), &what)?;
        Ok(import)
    })
}

/// Writes all of a return but its entries: the import, the file as it was sent, the agency's habit.
pub(super) fn keep(
    tx: &mut Tx<'_>,
    new: &ReturnToImport,
    doubts: Vec<Doubt>,
    replaces: Option<ImportId>,
) -> Result<ImportId, StoreError> {
    let import = tx.add_import(&Import {
        id: ImportId(0),
        agency: new.agency,
        file: new.file.clone(),
        sha256: new.sha256.clone(),
        at: crate::store::now(),
        entries: new.count()?,
        doubts,
        skipped: new.skipped.clone(),
        replaces,
    })?;
    if let Some(bytes) = &new.bytes {
        tx.add_import_file(import, bytes)?;
    }
    if let Some(habit) = &new.habit {
        tx.set_habit(&Habit {
            agency: new.agency,
            ..habit.clone()
        })?;
    }
    Ok(import)
}
