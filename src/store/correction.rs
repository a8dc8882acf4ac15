//! What a corrected return does to the entries of the one it replaces.

use rusqlite::{ToSql, params};

use super::query::query;
use super::values::List;
use super::when::Understood;
use super::{StoreError, Tx, rows};
use crate::model::{AgencyId, EntryDraft, EntryId, ImportId};

const SQL: &str = include_str!("correction.sql");
const BY_HAND: &str = query(SQL, "by hand");
const SET_SOURCE: &str = query(SQL, "set source");
const REWRITE: &str = query(SQL, "rewrite");
const DATE_IS_THE_AGENCYS: &str = query(SQL, "date is the agency's");
const AGENCY: &str = query(SQL, "agency");
const SET_AGENCY: &str = query(SQL, "set agency");
const POSITION: &str = query(SQL, "position");
const WITHDRAW: &str = query(SQL, "withdraw");

/// What the chair set by hand in an entry, against what the agency's return said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ByHand {
    Yes,
    No,
    /// The entry is older than the note of it (files of version 1).
    NotKnown,
}

/// The same for each part that the chair can set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetByHand {
    pub basis: ByHand,
    pub enquiry: ByHand,
    pub disclosure: ByHand,
    pub date: ByHand,
}

impl SetByHand {
    fn of(bits: i64) -> Self {
        let part = |bit: i64| match (bits & bit != 0, bits & 16 != 0) {
            (true, _) => ByHand::Yes,
            (false, true) => ByHand::NotKnown,
            (false, false) => ByHand::No,
        };
        Self {
            basis: part(1),
            enquiry: part(2),
            disclosure: part(4),
            date: part(8),
        }
    }
}

impl Tx<'_> {
    pub fn set_by_hand(&self, id: EntryId) -> Result<SetByHand, StoreError> {
        let bits = rows::one(self.connection, BY_HAND, [id], |row| row.get(0))?;
        bits.map(SetByHand::of)
            .ok_or_else(|| StoreError::gone("This entry"))
    }

    pub fn agency_of_entry(&self, id: EntryId) -> Result<AgencyId, StoreError> {
        rows::one(self.connection, AGENCY, [id], |row| row.get(0))?
            .ok_or_else(|| StoreError::gone("This entry"))
    }

    pub fn set_agency_of_entry(&mut self, id: EntryId, agency: AgencyId) -> Result<(), StoreError> {
        rows::execute(self.connection, SET_AGENCY, params![id, agency])?;
        Ok(())
    }

    pub fn position_of_entry(&self, id: EntryId) -> Result<i64, StoreError> {
        rows::one(self.connection, POSITION, [id], |row| row.get(0))?
            .ok_or_else(|| StoreError::gone("This entry"))
    }

    /// The entry stands in `import` now, at the place of `draft`; nothing else of it changes.
    pub fn set_source(
        &mut self,
        id: EntryId,
        import: ImportId,
        draft: &EntryDraft,
    ) -> Result<(), StoreError> {
        let values = params![id, import, draft.place, draft.row];
        rows::execute(self.connection, SET_SOURCE, values)?;
        Ok(())
    }

    /// The entry says what `draft` says and stands where it stands; `import` is `None` for what was typed in by hand. Agency, position, tags, people and links stay.
    pub fn rewrite_entry(
        &mut self,
        id: EntryId,
        import: Option<ImportId>,
        draft: &EntryDraft,
    ) -> Result<(), StoreError> {
        let understood = Understood::of(&draft.when);
        let place: [&dyn ToSql; 5] = [&id, &import, &draft.place, &draft.row, &draft.when.wording];
        let other = List(&draft.other);
        let said: [&dyn ToSql; 10] = [
            &draft.text,
            &draft.response,
            &draft.seen,
            &draft.recorder,
            &draft.document,
            &draft.comment,
            &draft.basis,
            &draft.enquiry,
            &draft.disclosure,
            &other,
        ];
        let values = [understood.after(&place), said.to_vec()].concat();
        rows::execute(self.connection, REWRITE, &*values)?;
        Ok(())
    }

    /// The agency wrote another date, and the chair's correction of the old one went with it.
    pub fn date_is_the_agencys(&mut self, id: EntryId) -> Result<(), StoreError> {
        rows::execute(self.connection, DATE_IS_THE_AGENCYS, [id])?;
        Ok(())
    }

    /// Marks the entry as one that the corrected return no longer holds; one that was marked before stays as it is.
    pub fn withdraw_entry(&mut self, id: EntryId, import: ImportId) -> Result<(), StoreError> {
        rows::execute(self.connection, WITHDRAW, params![id, import])?;
        Ok(())
    }
}
