use std::collections::BTreeSet;

use crate::jobs::Progress;
use crate::model::{EntryDraft, EntryId, HangsOn, ImportId};
use crate::returns::Amendment;
use crate::store::{EntryPlace, Op, Outcome, Store, StoreError, Tx};

use super::correction::{Corrected, corrected};
use super::hanging;
use super::import_return::{ReturnToImport, keep};

/// Puts a corrected return in the place of an earlier one, as compared before. Entries that are the same stand in the new file now; those that
/// changed say what the agency now says, with their tags, links and all that was set by hand; new ones are added; those that are gone are
/// marked as withdrawn by it and kept. Where the chair's word was kept against the agency's new one, or gave way to it, a doubt says so.
///
/// # Errors
/// Refused where the comparison no longer fits: compare again.
pub fn amend_return(
    store: &mut Store,
    new: &ReturnToImport,
    replaces: ImportId,
    amendment: &Amendment,
    progress: &dyn Progress,
) -> Result<Outcome<ImportId>, StoreError> {
    let label = format!(
        "Amend by {} ({} new, {} changed, {} gone)",
        new.file,
        amendment.new.len(),
        amendment.changed.len(),
        amendment.gone.len()
    );
    store.transact(Op::new(label), |tx| {
        fits(tx, new, replaces, amendment)?;
        let mut doubts = new.doubts.clone();
        let corrections = corrections(tx, new, amendment, &mut doubts)?;
        let import = keep(tx, new, doubts, Some(replaces))?;
        let steps = Steps {
            what: format!("Amending by {}", new.file),
            total: (new.entries.len() + amendment.gone.len()) as u64,
            progress,
        };
        let mut done = 0;
        for (entry, draft) in &amendment.same {
            steps.report(&mut done)?;
            tx.set_source(*entry, import, &new.entries[*draft])?;
        }
        for (entry, corrected) in &corrections {
            steps.report(&mut done)?;
            tx.rewrite_entry(*entry, Some(import), &corrected.draft)?;
            if corrected.date_gave_way {
                tx.date_is_the_agencys(*entry)?;
            }
        }
        add_new(tx, new, import, amendment, || steps.report(&mut done))?;
        for entry in &amendment.gone {
            steps.report(&mut done)?;
            tx.withdraw_entry(*entry, import)?;
        }
        for (entry, _) in &corrections {
            hanging::follow(tx, HangsOn::Entry(*entry))?;
        }
        Ok(import)
    })
}

struct Steps<'a> {
    what: String,
    total: u64,
    progress: &'a dyn Progress,
}

impl Steps<'_> {
    fn report(&self, done: &mut u64) -> Result<(), StoreError> {
        self.progress.report(*done, Some(self.total), &self.what)?;
        *done += 1;
        Ok(())
    }
}

/// Every draft is spoken of once, every entry once, and all are the agency's.
fn fits(
    tx: &Tx<'_>,
    new: &ReturnToImport,
    replaces: ImportId,
    amendment: &Amendment,
) -> Result<(), StoreError> {
    let agency = tx.agency(new.agency)?;
    let imports = tx.imports()?;
    let replaced = imports.iter().find(|import| import.id == replaces);
    let replaced = replaced.ok_or_else(|| StoreError::gone("The return that is to be replaced"))?;
    if let Some(newer) = imports
        .iter()
        .find(|import| import.replaces == Some(replaces))
    {
        return Err(StoreError::Refused(format!(
            "{} took the place of {} already. Nothing was changed; say that this return corrects that one.",
            newer.file, replaced.file
        )));
    }
    if replaced.agency != agency.id {
        return Err(StoreError::Refused(format!(
            "{} was not sent by “{}”, so its return cannot take that one's place. Choose the agency's own earlier return.",
            replaced.file, agency.name
        )));
    }
    let changed =
        |of: fn(&crate::returns::Changed) -> (EntryId, usize)| amendment.changed.iter().map(of);
    let mut drafts: Vec<usize> = amendment
        .same
        .iter()
        .map(|(_, draft)| *draft)
        .chain(changed(|changed| (changed.entry, changed.draft)).map(|(_, draft)| draft))
        .chain(amendment.new.iter().copied())
        .collect();
    drafts.sort_unstable();
    let entries: Vec<EntryId> = amendment
        .same
        .iter()
        .map(|(entry, _)| *entry)
        .chain(changed(|changed| (changed.entry, changed.draft)).map(|(entry, _)| entry))
        .chain(amendment.gone.iter().copied())
        .collect();
    let each_once = entries.iter().collect::<BTreeSet<_>>().len() == entries.len();
    if !drafts.into_iter().eq(0..new.entries.len()) || !each_once {
        return Err(does_not_fit(&new.file));
    }
    tx.require_entries(&entries)?;
    for entry in entries {
        if tx.agency_of_entry(entry)? != agency.id {
            return Err(does_not_fit(&new.file));
        }
    }
    Ok(())
}

fn does_not_fit(file: &str) -> StoreError {
    StoreError::Refused(format!(
        "What was compared with {file} has changed meanwhile. Nothing was changed; compare the two returns again."
    ))
}

fn corrections(
    tx: &Tx<'_>,
    new: &ReturnToImport,
    amendment: &Amendment,
    doubts: &mut Vec<crate::model::Doubt>,
) -> Result<Vec<(EntryId, Corrected)>, StoreError> {
    let mut corrections = Vec::with_capacity(amendment.changed.len());
    for changed in &amendment.changed {
        let entry = tx.entry(changed.entry)?;
        let by_hand = tx.set_by_hand(changed.entry)?;
        let mut draft = new.entries[changed.draft].clone();
        if let Some(on) = draft.when.hangs_on
            && hanging::is_circle(tx, Some(HangsOn::Entry(entry.id)), on)?
        {
            draft.when.hangs_on = None;
            draft.when.warnings.push(
                "The date it is counted from is itself counted from this one, so it will not move with it. Check both."
                    .to_owned(),
            );
        }
        let corrected = corrected(&entry, by_hand, draft);
        doubts.extend(corrected.doubts.iter().cloned());
        corrections.push((changed.entry, corrected));
    }
    Ok(corrections)
}

/// Adds the new entries, each after the one that stands above it in the return, so that the chair's own order of the others stays.
fn add_new(
    tx: &mut Tx<'_>,
    new: &ReturnToImport,
    import: ImportId,
    amendment: &Amendment,
    mut report: impl FnMut() -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut known: Vec<Option<EntryId>> = vec![None; new.entries.len()];
    for (entry, draft) in &amendment.same {
        known[*draft] = Some(*entry);
    }
    for changed in &amendment.changed {
        known[changed.draft] = Some(changed.entry);
    }
    let mut position = 0;
    for (draft, known) in new.entries.iter().zip(known) {
        match known {
            Some(entry) => position = tx.position_of_entry(entry)?,
            None => {
                report()?;
                add(tx, new, import, position, draft)?;
            }
        }
    }
    Ok(())
}

fn add(
    tx: &mut Tx<'_>,
    new: &ReturnToImport,
    import: ImportId,
    position: i64,
    draft: &EntryDraft,
) -> Result<(), StoreError> {
    let place = EntryPlace {
        agency: new.agency,
        import: Some(import),
        position,
    };
    tx.add_entry(place, draft)?;
    Ok(())
}
