use std::collections::HashMap;

use rusqlite::{Connection, Row, params};

use super::query::query;
use super::values::{Day, List};
use super::{StoreError, Tx, rows};
use crate::model::{MemberId, Round, RoundId, Sees, Sending, SendingId};

const SQL: &str = include_str!("round.sql");
const ALL: &str = query(SQL, "all");
const SENDINGS: &str = query(SQL, "sendings");
const ADD: &str = query(SQL, "add");
const CHANGE: &str = query(SQL, "change");
const REMOVE: &str = query(SQL, "remove");
const ADD_SENDING: &str = query(SQL, "add sending");
const CHANGE_SENDING: &str = query(SQL, "change sending");
const REMOVE_SENDING: &str = query(SQL, "remove sending");

/// Without its sendings, which stand in a table of their own.
fn round(row: &Row<'_>) -> rusqlite::Result<Round> {
    Ok(Round {
        id: row.get(0)?,
        number: row.get(1)?,
        deadline: row.get::<_, Option<Day>>(2)?.map(|day| day.0),
        note: row.get(3)?,
        sections: row.get::<_, List<_>>(4)?.0,
        version: row.get(5)?,
        sent: row.get(6)?,
        overridden: row.get(7)?,
        sendings: Vec::new(),
    })
}

/// In order of number.
pub(super) fn all(connection: &Connection) -> Result<Vec<Round>, StoreError> {
    let mut sendings: HashMap<RoundId, Vec<Sending>> = HashMap::new();
    for (round, sending) in rows::all(connection, SENDINGS, [], |row| {
        let sending = Sending {
            id: row.get(1)?,
            member: row.get(2)?,
            sees: row.get(3)?,
            token: row.get(4)?,
            replied: row.get(5)?,
        };
        Ok((row.get(0)?, sending))
    })? {
        sendings.entry(round).or_default().push(sending);
    }
    let mut all = rows::all(connection, ALL, [], round)?;
    for round in &mut all {
        round.sendings = sendings.remove(&round.id).unwrap_or_default();
    }
    Ok(all)
}

impl Tx<'_> {
    pub fn rounds(&self) -> Result<Vec<Round>, StoreError> {
        all(self.connection)
    }

    pub fn round(&self, id: RoundId) -> Result<Round, StoreError> {
        self.rounds()?
            .into_iter()
            .find(|round| round.id == id)
            .ok_or_else(|| StoreError::gone("This round"))
    }

    /// Without its sendings; its id is ignored.
    pub fn add_round(&mut self, round: &Round) -> Result<RoundId, StoreError> {
        let values = params![
            round.number,
            round.deadline.map(Day),
            round.note,
            List(&round.sections),
            round.version,
            round.sent,
            round.overridden,
        ];
        rows::insert(self.connection, ADD, values).map(RoundId)
    }

    /// Everything but its number and sendings.
    pub fn change_round(&mut self, round: &Round) -> Result<(), StoreError> {
        let values = params![
            round.id,
            round.deadline.map(Day),
            round.note,
            List(&round.sections),
            round.version,
            round.sent,
            round.overridden,
        ];
        match rows::execute(self.connection, CHANGE, values)? {
            0 => Err(StoreError::gone("This round")),
            _ => Ok(()),
        }
    }

    /// Nothing may have come back to it.
    pub fn remove_round(&mut self, id: RoundId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE, [id])?;
        Ok(())
    }

    /// With a token of its own.
    pub fn add_sending(
        &mut self,
        round: RoundId,
        member: MemberId,
        sees: Sees,
    ) -> Result<SendingId, StoreError> {
        rows::insert(self.connection, ADD_SENDING, params![round, member, sees]).map(SendingId)
    }

    /// What the member sees, and when they replied.
    pub fn change_sending(&mut self, sending: &Sending) -> Result<(), StoreError> {
        let values = params![sending.id, sending.sees, sending.replied];
        match rows::execute(self.connection, CHANGE_SENDING, values)? {
            0 => Err(StoreError::gone("This sending")),
            _ => Ok(()),
        }
    }

    /// Nothing may have come back to it.
    pub fn remove_sending(&mut self, id: SendingId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE_SENDING, [id])?;
        Ok(())
    }
}
