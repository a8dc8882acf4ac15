//! `--replaces`: a corrected return beside the earlier one.

use serde::Serialize;

use super::Prepared;
use crate::cli::console::Console;
use crate::cli::ending::Fault;
use crate::cli::progress::Telling;
use crate::cli::words::counted;
use crate::edits::{self, ReturnToImport};
use crate::model::{AgencyId, Entry, EntryId, Import, ImportId, Review};
use crate::overview;
use crate::returns::{self, Amendment};
use crate::store::Store;

/// The earlier return, and what the corrected one changes in it.
pub(super) struct Replaced<'a> {
    import: ImportId,
    file: &'a str,
    old: Vec<&'a Entry>,
    amendment: Amendment,
}

/// Compares `prepared` with the last return of this agency called `name`.
pub(super) fn compare<'a>(
    review: &'a Review,
    agency: Option<AgencyId>,
    name: &str,
    prepared: &Prepared,
) -> Result<Replaced<'a>, Fault> {
    let of_agency = || {
        let imports = review.imports.iter();
        imports.filter(|import| Some(import.agency) == agency)
    };
    let replaced = overview::replaced(review);
    let stands = |import: &&Import| !replaced.contains_key(&import.id);
    let mut standing = of_agency().filter(stands);
    let Some(import) = standing.rfind(|import| import.file == name) else {
        let known: Vec<String> = of_agency()
            .filter(stands)
            .map(|import| format!("“{}”", import.file))
            .collect();
        return Err(Fault::said(if known.is_empty() {
            format!("No return of this agency was imported, so “{name}” cannot be replaced.")
        } else {
            format!(
                "This agency has no return called “{name}” that still stands. It has sent: {}.",
                known.join(", ")
            )
        }));
    };
    let old: Vec<&Entry> = review
        .entries
        .iter()
        .map(AsRef::as_ref)
        .filter(|entry: &&Entry| {
            entry.source.import == Some(import.id) && entry.withdrawn.is_none()
        })
        .collect();
    let amendment = returns::compare(&old, &prepared.understood.entries);
    Ok(Replaced {
        import: import.id,
        file: &import.file,
        old,
        amendment,
    })
}

impl Replaced<'_> {
    /// Puts `new` in the place of the earlier return; one undo takes it back.
    pub(super) fn amend(&self, store: &mut Store, new: &ReturnToImport) -> Result<(), Fault> {
        edits::amend_return(store, new, self.import, &self.amendment, &Telling::new())?;
        Ok(())
    }

    fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.old.iter().copied().find(|entry| entry.id == id)
    }

    pub(super) fn tell(&self, prepared: &Prepared, console: &mut Console) -> Result<(), Fault> {
        let Amendment {
            same,
            changed,
            new,
            gone,
        } = &self.amendment;
        console.say(&format!(
            "Beside “{}”: {}, {} changed, {} new, {} gone.",
            self.file,
            counted(same.len(), "entry is the same", "entries are the same"),
            changed.len(),
            new.len(),
            gone.len()
        ))?;
        let drafts = &prepared.understood.entries;
        for one in changed {
            let Some(draft) = drafts.get(one.draft) else {
                continue;
            };
            for what in &one.what {
                console.say(&format!(
                    "  Changed, {}, {}: “{}” was “{}”",
                    draft.place, what.part, what.after, what.before
                ))?;
            }
        }
        for draft in new.iter().filter_map(|index| drafts.get(*index)) {
            console.say(&format!(
                "  New, {}: “{}” {}",
                draft.place, draft.when.wording, draft.text
            ))?;
        }
        for entry in gone.iter().filter_map(|id| self.entry(*id)) {
            console.say(&format!(
                "  Gone, formerly {}: “{}” {}",
                entry.source.place, entry.when.wording, entry.text
            ))?;
        }
        Ok(())
    }

    pub(super) fn as_json(&self, prepared: &Prepared) -> Record {
        let drafts = &prepared.understood.entries;
        let place = |index: usize| {
            drafts
                .get(index)
                .map_or("", |draft| &draft.place)
                .to_owned()
        };
        Record {
            replaces: self.file.to_owned(),
            same: self.amendment.same.len(),
            changed: self
                .amendment
                .changed
                .iter()
                .map(|one| ChangedRecord {
                    place: place(one.draft),
                    former_place: self
                        .entry(one.entry)
                        .map_or(String::new(), |entry| entry.source.place.clone()),
                    what: one
                        .what
                        .iter()
                        .map(|what| DifferenceRecord {
                            part: what.part,
                            before: what.before.clone(),
                            after: what.after.clone(),
                        })
                        .collect(),
                })
                .collect(),
            new: self
                .amendment
                .new
                .iter()
                .filter_map(|index| drafts.get(*index))
                .map(|draft| RowRecord {
                    place: draft.place.clone(),
                    wording: draft.when.wording.clone(),
                    text: draft.text.clone(),
                })
                .collect(),
            gone: self
                .amendment
                .gone
                .iter()
                .filter_map(|id| self.entry(*id))
                .map(|entry| RowRecord {
                    place: entry.source.place.clone(),
                    wording: entry.when.wording.clone(),
                    text: entry.text.clone(),
                })
                .collect(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct Record {
    replaces: String,
    same: usize,
    changed: Vec<ChangedRecord>,
    new: Vec<RowRecord>,
    /// With the place in the earlier file.
    gone: Vec<RowRecord>,
}

#[derive(Serialize)]
struct ChangedRecord {
    place: String,
    former_place: String,
    what: Vec<DifferenceRecord>,
}

#[derive(Serialize)]
struct DifferenceRecord {
    part: &'static str,
    before: String,
    after: String,
}

#[derive(Serialize)]
struct RowRecord {
    place: String,
    wording: String,
    text: String,
}
