//! Dates that hang on another date: which they are, and moving them.

use chrono::{NaiveDate, Utc};

use super::query::query;
use super::when::Understood;
use super::{StoreError, Tx, key_date, knowing, rows};
use crate::model::{EntryId, HangsOn, KeyDate, Knowing, When};

const SQL: &str = include_str!("hanging.sql");
const ENTRIES: &str = query(SQL, "entries");
const ENTRY_HANGS_ON: &str = query(SQL, "entry hangs on");
const KEY_DATE_HANGS_ON: &str = query(SQL, "key date hangs on");
const MOVE_ENTRY: &str = query(SQL, "move entry");
const OF_ONE_CELL: &str = query(SQL, "of one cell");

impl Tx<'_> {
    /// What this date itself hangs on.
    pub fn hangs_on(&self, date: HangsOn) -> Result<Option<HangsOn>, StoreError> {
        let (found, what) = match date {
            HangsOn::Entry(id) => (
                rows::one(self.connection, ENTRY_HANGS_ON, [id], |row| row.get(0))?,
                "The entry that a date is counted from",
            ),
            HangsOn::KeyDate(id) => (
                rows::one(self.connection, KEY_DATE_HANGS_ON, [id], |row| row.get(0))?,
                "The key date that a date is counted from",
            ),
        };
        found.ok_or_else(|| StoreError::gone(what))
    }

    pub fn entries_hanging_on(&self, date: HangsOn) -> Result<Vec<EntryId>, StoreError> {
        rows::all(self.connection, ENTRIES, [date], |row| row.get(0))
    }

    pub fn key_dates_hanging_on(&self, date: HangsOn) -> Result<Vec<KeyDate>, StoreError> {
        let mut dates = key_date::all(self.connection)?;
        dates.retain(|each| each.when.hangs_on == Some(date));
        Ok(dates)
    }

    pub fn knowings_hanging_on(&self, date: HangsOn) -> Result<Vec<Knowing>, StoreError> {
        let mut knowings = knowing::all(self.connection)?;
        knowings.retain(|each| each.when.hangs_on == Some(date));
        Ok(knowings)
    }

    /// The day on which dates are read again: none later is expected.
    pub fn today(&self) -> NaiveDate {
        Utc::now().date_naive()
    }

    /// As [`Tx::set_when`], but by counting anew rather than by the chair's hand.
    pub fn move_entry_date(&mut self, id: EntryId, when: &When) -> Result<(), StoreError> {
        let understood = Understood::of(when);
        rows::execute(self.connection, MOVE_ENTRY, &*understood.after(&[&id]))?;
        Ok(())
    }

    /// The entries that one cell with several dates became, itself included; none for an entry typed in by hand.
    pub fn entries_of_one_cell(&self, id: EntryId) -> Result<Vec<EntryId>, StoreError> {
        rows::all(self.connection, OF_ONE_CELL, [id], |row| row.get(0))
    }
}
