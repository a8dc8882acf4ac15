use rusqlite::{Connection, params};

use super::query::query;
use super::{StoreError, Tx, rows};
use crate::model::{Member, MemberId};

const SQL: &str = include_str!("member.sql");
const ALL: &str = query(SQL, "all");
const ADD: &str = query(SQL, "add");
const CHANGE: &str = query(SQL, "change");
const REMOVE: &str = query(SQL, "remove");

/// In order of name.
pub(super) fn all(connection: &Connection) -> Result<Vec<Member>, StoreError> {
    rows::all(connection, ALL, [], |row| {
        Ok(Member {
            id: row.get(0)?,
            name: row.get(1)?,
            agency: row.get(2)?,
            role: row.get(3)?,
            email: row.get(4)?,
            left: row.get(5)?,
            independence: row.get(6)?,
            connection: row.get(7)?,
        })
    })
}

impl Tx<'_> {
    pub fn members(&self) -> Result<Vec<Member>, StoreError> {
        all(self.connection)
    }

    pub fn member(&self, id: MemberId) -> Result<Member, StoreError> {
        self.members()?
            .into_iter()
            .find(|member| member.id == id)
            .ok_or_else(|| StoreError::gone("This member"))
    }

    /// The id of `member` is ignored.
    pub fn add_member(&mut self, member: &Member) -> Result<MemberId, StoreError> {
        let values = params![
            member.name,
            member.agency,
            member.role,
            member.email,
            member.left,
            member.independence,
            member.connection,
        ];
        rows::insert(self.connection, ADD, values).map(MemberId)
    }

    pub fn change_member(&mut self, member: &Member) -> Result<(), StoreError> {
        let values = params![
            member.id,
            member.name,
            member.agency,
            member.role,
            member.email,
            member.left,
            member.independence,
            member.connection,
        ];
        match rows::execute(self.connection, CHANGE, values)? {
            0 => Err(StoreError::gone("This member")),
            _ => Ok(()),
        }
    }

    /// Nothing may have been sent to them.
    pub fn remove_member(&mut self, id: MemberId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE, [id])?;
        Ok(())
    }
}
