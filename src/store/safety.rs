//! What stands behind the wall, sealed: the lock of women’s safety work, partners’ files, and who looked at them.

use rusqlite::{Connection, params};

use super::query::query;
use super::{Passphrase, Store, StoreError, Tx, audit, rows};
use crate::model::PartnerId;
use crate::wall::{Clearance, Key, Lock, Look, LookRecord, Partner, Sealed, WomensSafety};

const SQL: &str = include_str!("safety.sql");
const LOCK: &str = query(SQL, "lock");
const SET_LOCK: &str = query(SQL, "set lock");
const PARTNERS: &str = query(SQL, "partners");
const NEXT_PARTNER: &str = query(SQL, "next partner");
const ADD_PARTNER: &str = query(SQL, "add partner");
const CHANGE_PARTNER: &str = query(SQL, "change partner");
const REMOVE_PARTNER: &str = query(SQL, "remove partner");
const LOOKS: &str = query(SQL, "looks");
const ADD_LOOK: &str = query(SQL, "add look");

/// What undo and the audit trail say of everything that is done behind the wall. It names no record, so that nobody learns whose.
pub const WOMENS_SAFETY_WORK: &str = "Women’s safety work";

fn lock(connection: &Connection) -> Result<Option<Lock>, StoreError> {
    let text: Option<Option<String>> = rows::one(connection, LOCK, [], |row| row.get(0))?;
    text.flatten()
        .map(|text| serde_json::from_str(&text))
        .transpose()
        .map_err(|_| crate::wall::LockFault::Damaged.into())
}

fn sealed(connection: &Connection, sql: &str) -> Result<Vec<(i64, Sealed)>, StoreError> {
    rows::all(connection, sql, [], |row| {
        Ok((row.get(0)?, Sealed(row.get(1)?)))
    })
}

fn partners(connection: &Connection, key: &Key) -> Result<Vec<Partner>, StoreError> {
    let sealed = sealed(connection, PARTNERS)?.into_iter();
    sealed
        .map(|(id, sealed)| Ok(key.open_partner(PartnerId(id), &sealed)?))
        .collect()
}

impl Store {
    pub fn has_safety_lock(&self) -> Result<bool, StoreError> {
        Ok(self.read(lock)?.is_some())
    }

    /// Sets the lock of women’s safety work, or gives it another passphrase; the latter only while it is open. It is open afterwards.
    pub fn set_safety_lock(&mut self, passphrase: &Passphrase) -> Result<(), StoreError> {
        let (lock, key) = match (self.has_safety_lock()?, self.key.take()) {
            (false, _) => Lock::new(passphrase.words())?,
            (true, None) => return Err(StoreError::BehindTheWall),
            (true, Some(key)) => {
                let lock = Lock::of(&key, passphrase.words());
                (lock.inspect_err(|_| self.key = None)?, key)
            }
        };
        let text = serde_json::to_string(&lock)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
        self.aside("Set the lock of women’s safety work", |connection| {
            rows::execute(connection, SET_LOCK, [text])?;
            Ok(())
        })?;
        self.key = Some(key);
        Ok(())
    }

    /// Opens what is hers until [`Store::lock_again`] or until the file is closed.
    pub fn unlock(&mut self, passphrase: &Passphrase) -> Result<(), StoreError> {
        let Some(lock) = self.read(lock)? else {
            return Err(StoreError::Refused(
                "Women’s safety work has no lock in this file yet. Set one first.".to_owned(),
            ));
        };
        self.key = Some(lock.open(passphrase.words())?);
        Ok(())
    }

    pub fn lock_again(&mut self) {
        self.key = None;
    }

    pub fn is_unlocked(&self) -> bool {
        self.key.is_some()
    }

    /// For whoever opened the lock; `None` while it is closed.
    pub fn clearance(&self) -> Option<Clearance<WomensSafety>> {
        Some(self.key.as_ref()?.clearance(&self.who))
    }

    /// In order of id. Fails while the lock is closed.
    pub fn partners(&self) -> Result<Vec<Partner>, StoreError> {
        let key = self.key.as_ref().ok_or(StoreError::BehindTheWall)?;
        self.read(|connection| partners(connection, key))
    }

    /// Writes down who looked at what is hers. It cannot be undone, and is itself readable behind the wall only.
    pub fn note_looks(&mut self, looks: &[Look]) -> Result<(), StoreError> {
        if looks.is_empty() {
            return Ok(());
        }
        let key = self.key.as_ref().ok_or(StoreError::BehindTheWall)?;
        let at = audit::now();
        let sealed: Vec<Sealed> = looks
            .iter()
            .map(|look| key.seal_look(look, &at))
            .collect::<Result<_, _>>()?;
        self.aside(WOMENS_SAFETY_WORK, |connection| {
            for look in &sealed {
                rows::execute(connection, ADD_LOOK, [&look.0])?;
            }
            Ok(())
        })
    }

    /// Who looked at what is hers, and what was passed on, oldest first. Fails while the lock is closed.
    pub fn looks(&self) -> Result<Vec<LookRecord>, StoreError> {
        let key = self.key.as_ref().ok_or(StoreError::BehindTheWall)?;
        let all = self.read(|connection| sealed(connection, LOOKS))?;
        all.iter()
            .map(|(_, look)| Ok(key.open_look(look)?))
            .collect()
    }
}

impl Tx<'_> {
    fn key(&self) -> Result<&Key, StoreError> {
        self.key.ok_or(StoreError::BehindTheWall)
    }

    pub fn is_unlocked(&self) -> bool {
        self.key.is_some()
    }

    pub fn clearance(&self) -> Result<Clearance<WomensSafety>, StoreError> {
        Ok(self.key()?.clearance(self.who))
    }

    pub fn partners(&self) -> Result<Vec<Partner>, StoreError> {
        partners(self.connection, self.key()?)
    }

    /// How many there are can be told without opening them.
    pub fn has_partners(&self) -> Result<bool, StoreError> {
        Ok(!sealed(self.connection, PARTNERS)?.is_empty())
    }

    /// The id of `partner` is set.
    pub fn add_partner(&mut self, partner: &mut Partner) -> Result<PartnerId, StoreError> {
        let next = rows::one(self.connection, NEXT_PARTNER, [], |row| row.get(0))?;
        partner.id = PartnerId(next.unwrap_or(1));
        let sealed = self.key()?.seal_partner(partner)?;
        let values = params![partner.id.0, sealed.0];
        rows::execute(self.connection, ADD_PARTNER, values)?;
        Ok(partner.id)
    }

    pub fn change_partner(&mut self, partner: &Partner) -> Result<(), StoreError> {
        let sealed = self.key()?.seal_partner(partner)?;
        match rows::execute(
            self.connection,
            CHANGE_PARTNER,
            params![partner.id.0, sealed.0],
        )? {
            0 => Err(StoreError::gone_from_file("This record")),
            _ => Ok(()),
        }
    }

    pub fn remove_partner(&mut self, id: PartnerId) -> Result<(), StoreError> {
        self.key()?;
        rows::execute(self.connection, REMOVE_PARTNER, [id.0])?;
        Ok(())
    }
}
