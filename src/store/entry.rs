use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, LazyLock};

use rusqlite::{Connection, Params, Row, Statement, ToSql, params};

use super::query::query;
use super::values::List;
use super::when::{self, Understood};
use super::{StoreError, Tx, rows};
use crate::model::{
    AgencyId, Basis, Disclosure, Enquiry, Entry, EntryDraft, EntryId, ImportId, PersonId, Source,
    When,
};

const SQL: &str = include_str!("entry.sql");
const ALL: &str = query(SQL, "all");
const SOME: &str = query(SQL, "some");
const PEOPLE_OF_ALL: &str = query(SQL, "people of all");
const PEOPLE_OF_SOME: &str = query(SQL, "people of some");
const FILES: &str = query(SQL, "files");
const ADD: &str = query(SQL, "add");
/// Entries added by one statement: what SQLite does for each statement (its savepoint above all) is then shared by them.
const TOGETHER: usize = 16;
static ADD_TOGETHER: LazyLock<String> = LazyLock::new(|| adding(TOGETHER));
/// Columns that [`ADD`] writes.
const WIDTH: usize = 25;
const EXISTS: &str = query(SQL, "exists");
const LAST_POSITION: &str = query(SQL, "last position");
const SET_WHEN: &str = query(SQL, "set when");
const SET_BASIS: &str = query(SQL, "set basis");
const SET_ENQUIRY: &str = query(SQL, "set enquiry");
const SET_DISCLOSURE: &str = query(SQL, "set disclosure");
const SET_POSITION: &str = query(SQL, "set position");
const SAME_TIME: &str = query(SQL, "same time");
const REMOVE: &str = query(SQL, "remove");
const NAME_PERSON: &str = query(SQL, "name person");
const UNNAME_PERSON: &str = query(SQL, "unname person");

/// The entry without the name of its file and without its people, which stand in tables of their own.
fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        id: row.get(0)?,
        agency: row.get(1)?,
        when: When {
            hangs_on: row.get(24)?,
            ..when::read(row, 2)?
        },
        text: row.get(10)?,
        response: row.get(11)?,
        seen: row.get(12)?,
        recorder: row.get(13)?,
        document: row.get(14)?,
        comment: row.get(15)?,
        basis: row.get(16)?,
        enquiry: row.get(17)?,
        disclosure: row.get(18)?,
        other: row.get::<_, List<_>>(19)?.0,
        source: Source {
            import: row.get(20)?,
            file: String::new(),
            place: row.get(21)?,
            row: row.get(22)?,
        },
        position: row.get(23)?,
        people: Vec::new(),
        withdrawn: row.get(25)?,
    })
}

fn read(
    connection: &Connection,
    (entries, people): (&str, &str),
    params: impl Params + Clone,
) -> Result<Vec<Arc<Entry>>, StoreError> {
    let files: HashMap<ImportId, String> =
        rows::all(connection, FILES, [], |row| Ok((row.get(0)?, row.get(1)?)))?
            .into_iter()
            .collect();
    let mut named: HashMap<EntryId, Vec<PersonId>> = HashMap::new();
    for (entry, person) in rows::all(connection, people, params.clone(), |row| {
        Ok((row.get(0)?, row.get(1)?))
    })? {
        named.entry(entry).or_default().push(person);
    }
    rows::all(connection, entries, params, |row| {
        let mut entry = entry(row)?;
        if let Some(file) = entry.source.import.and_then(|import| files.get(&import)) {
            entry.source.file.clone_from(file);
        }
        if let Some(people) = named.remove(&entry.id) {
            entry.people = people;
        }
        Ok(Arc::new(entry))
    })
}

/// In order of id.
pub(super) fn all(connection: &Connection) -> Result<Vec<Arc<Entry>>, StoreError> {
    read(connection, (ALL, PEOPLE_OF_ALL), [])
}

/// Those of `ids` that are there, in order of id.
pub(super) fn some(
    connection: &Connection,
    ids: &BTreeSet<EntryId>,
) -> Result<Vec<Arc<Entry>>, StoreError> {
    read(connection, (SOME, PEOPLE_OF_SOME), [id_list(ids)])
}

pub(super) fn id_list<'a>(ids: impl IntoIterator<Item = &'a EntryId>) -> String {
    let numbers: Vec<String> = ids.into_iter().map(EntryId::to_string).collect();
    format!("[{}]", numbers.join(","))
}

/// Brings `entries` (in order of id) up to date for `ids`; all others stay shared with the older review.
pub(super) fn refresh(
    connection: &Connection,
    entries: &mut Arc<Vec<Arc<Entry>>>,
    ids: &BTreeSet<EntryId>,
) -> Result<(), StoreError> {
    /// Beyond this share of all entries, reading everything in one sweep is quicker.
    const SWEEP: usize = 2;
    if ids.len() > entries.len() / SWEEP + 64 {
        *entries = Arc::new(all(connection)?);
        return Ok(());
    }
    let present = some(connection, ids)?;
    let same_place = present.len() == ids.len()
        && ids
            .iter()
            .all(|id| entries.binary_search_by_key(id, |entry| entry.id).is_ok());
    if same_place {
        let entries = Arc::make_mut(entries);
        for entry in present {
            if let Ok(index) = entries.binary_search_by_key(&entry.id, |entry| entry.id) {
                entries[index] = entry;
            }
        }
        return Ok(());
    }
    let mut merged = Vec::with_capacity(entries.len() + present.len());
    let mut present = present.into_iter().peekable();
    for entry in entries.iter() {
        while let Some(new) = present.next_if(|new| new.id <= entry.id) {
            merged.push(new);
        }
        if !ids.contains(&entry.id) {
            merged.push(Arc::clone(entry));
        }
    }
    merged.extend(present);
    *entries = Arc::new(merged);
    Ok(())
}

/// What an entry has besides its wording: where it belongs.
#[derive(Debug, Clone, Copy)]
pub struct EntryPlace {
    pub agency: AgencyId,
    /// `None`: typed in by hand.
    pub import: Option<ImportId>,
    pub position: i64,
}

/// A statement that adds `count` entries, with [`WIDTH`] parameters for each.
fn adding(count: usize) -> String {
    let row = format!("({})", vec!["?"; WIDTH].join(", "));
    format!("{ADD} {}", vec![row; count].join(", "))
}

/// Sets the parameters after the first `from` to the values of one entry, in the order of [`ADD`].
fn bind(
    statement: &mut Statement<'_>,
    from: usize,
    place: EntryPlace,
    draft: &EntryDraft,
) -> rusqlite::Result<()> {
    let when = &draft.when;
    let values: [&dyn ToSql; WIDTH] = [
        &place.agency,
        &when.wording,
        &when.earliest,
        &when.latest,
        &when.precision,
        &when.certainty,
        &List(&when.inferred),
        &List(&when.warnings),
        &List(&when.alternatives),
        &draft.text,
        &draft.response,
        &draft.seen,
        &draft.recorder,
        &draft.document,
        &draft.comment,
        &draft.basis,
        &draft.enquiry,
        &draft.disclosure,
        &List(&draft.other),
        &place.import,
        &draft.place,
        &draft.row,
        &place.position,
        &when.hangs_on,
        &0,
    ];
    for (number, value) in (from + 1..).zip(values) {
        statement.raw_bind_parameter(number, value)?;
    }
    Ok(())
}

impl Tx<'_> {
    /// One of `ids`, in the form of the review.
    pub fn entry(&self, id: EntryId) -> Result<Arc<Entry>, StoreError> {
        some(self.connection, &BTreeSet::from([id]))?
            .pop()
            .ok_or_else(|| StoreError::gone("This entry"))
    }

    /// Fails when one of `ids` is not (or no longer) there.
    pub fn require_entries(&self, ids: &[EntryId]) -> Result<(), StoreError> {
        for id in ids {
            if rows::one(self.connection, EXISTS, [id], |_| Ok(()))?.is_none() {
                return Err(StoreError::gone("One of these entries"));
            }
        }
        Ok(())
    }

    /// A position that no entry stands beyond: every one is at most the number of entries ever made.
    pub fn last_position(&self) -> Result<i64, StoreError> {
        Ok(rows::one(self.connection, LAST_POSITION, [], |row| row.get(0))?.unwrap_or(0))
    }

    pub fn add_entry(
        &mut self,
        place: EntryPlace,
        draft: &EntryDraft,
    ) -> Result<EntryId, StoreError> {
        self.add_entries(place, std::slice::from_ref(draft))?;
        Ok(EntryId(self.connection.last_insert_rowid()))
    }

    /// Adds entries one after the other; the first stands at the place's position, each other one behind it.
    pub fn add_entries(
        &mut self,
        place: EntryPlace,
        drafts: &[EntryDraft],
    ) -> Result<(), StoreError> {
        let mut position = place.position;
        for together in drafts.chunks(TOGETHER) {
            let mut statement = if together.len() == TOGETHER {
                self.connection.prepare_cached(&ADD_TOGETHER)?
            } else {
                self.connection.prepare_cached(&adding(together.len()))?
            };
            for (row, draft) in together.iter().enumerate() {
                let place = EntryPlace { position, ..place };
                bind(&mut statement, row * WIDTH, place, draft)?;
                position += 1;
            }
            statement.raw_execute()?;
        }
        Ok(())
    }

    /// Everything that was understood, as the chair decided it; the wording stays.
    pub fn set_when(&mut self, id: EntryId, when: &When) -> Result<(), StoreError> {
        let understood = Understood::of(when);
        rows::execute(self.connection, SET_WHEN, &*understood.after(&[&id]))?;
        Ok(())
    }

    /// The number of entries that had another basis.
    pub fn set_basis(&mut self, ids: &[EntryId], basis: Basis) -> Result<usize, StoreError> {
        self.each(ids, |connection, id| {
            rows::execute(connection, SET_BASIS, params![id, basis])
        })
    }

    /// The number of entries that said otherwise.
    pub fn set_enquiry(&mut self, ids: &[EntryId], enquiry: Enquiry) -> Result<usize, StoreError> {
        self.each(ids, |connection, id| {
            rows::execute(connection, SET_ENQUIRY, params![id, enquiry])
        })
    }

    /// The number of entries that said otherwise.
    pub fn set_disclosure(
        &mut self,
        ids: &[EntryId],
        disclosure: Disclosure,
    ) -> Result<usize, StoreError> {
        self.each(ids, |connection, id| {
            rows::execute(connection, SET_DISCLOSURE, params![id, disclosure])
        })
    }

    pub fn set_position(&mut self, id: EntryId, position: i64) -> Result<(), StoreError> {
        rows::execute(self.connection, SET_POSITION, params![id, position])?;
        Ok(())
    }

    /// The entries of one and the same time as this one (itself included), in the chair's order.
    pub fn entries_of_same_time(&self, id: EntryId) -> Result<Vec<EntryId>, StoreError> {
        rows::all(self.connection, SAME_TIME, [id], |row| row.get(0))
    }

    /// The number of entries removed, with their tags, named people and places in events.
    pub fn remove_entries(&mut self, ids: &[EntryId]) -> Result<usize, StoreError> {
        self.each(ids, |connection, id| {
            rows::execute(connection, REMOVE, [id])
        })
    }

    /// The number of entries in which the person was not yet named.
    pub fn name_person(&mut self, ids: &[EntryId], person: PersonId) -> Result<usize, StoreError> {
        self.each(ids, |connection, id| {
            rows::execute(connection, NAME_PERSON, params![id, person])
        })
    }

    /// The number of entries in which the person was named.
    pub fn unname_person(
        &mut self,
        ids: &[EntryId],
        person: PersonId,
    ) -> Result<usize, StoreError> {
        self.each(ids, |connection, id| {
            rows::execute(connection, UNNAME_PERSON, params![id, person])
        })
    }

    fn each(
        &mut self,
        ids: &[EntryId],
        run: impl Fn(&Connection, EntryId) -> Result<usize, StoreError>,
    ) -> Result<usize, StoreError> {
        ids.iter()
            .try_fold(0, |count, &id| Ok(count + run(self.connection, id)?))
    }
}
