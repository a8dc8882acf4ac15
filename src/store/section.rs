use rusqlite::{Connection, Row, params};

use super::query::query;
use super::{StoreError, Tx, links, rows};
use crate::model::{ParagraphId, Section, SectionId, SectionTemplate};

const SQL: &str = include_str!("section.sql");
const ALL: &str = query(SQL, "all");
const PARAGRAPHS: &str = query(SQL, "paragraphs");
const ADD_PARAGRAPH: &str = query(SQL, "add paragraph");
const PLACE_PARAGRAPH: &str = query(SQL, "place paragraph");
const PUT_BACK_PARAGRAPH: &str = query(SQL, "put back paragraph");
const MOVE_PARAGRAPH: &str = query(SQL, "move paragraph");
const REMOVE_PARAGRAPH: &str = query(SQL, "remove paragraph");
const ADD: &str = query(SQL, "add");
const WRITE: &str = query(SQL, "write");

/// Without its paragraphs, which stand in a table of their own.
fn section(row: &Row<'_>) -> rusqlite::Result<Section> {
    Ok(Section {
        id: row.get(0)?,
        key: row.get(1)?,
        title: row.get(2)?,
        text: row.get(3)?,
        paragraphs: Vec::new(),
    })
}

/// In the order of the template, in which they were made.
pub(super) fn all(connection: &Connection) -> Result<Vec<Section>, StoreError> {
    let mut paragraphs = links::all::<SectionId, _>(connection, PARAGRAPHS)?;
    let mut all = rows::all(connection, ALL, [], section)?;
    for section in &mut all {
        section.paragraphs = paragraphs.remove(&section.id).unwrap_or_default();
    }
    Ok(all)
}

/// The empty sections of a new file.
pub(super) fn start(
    connection: &Connection,
    sections: &[SectionTemplate],
) -> Result<(), StoreError> {
    for section in sections {
        rows::insert(connection, ADD, params![section.key, section.title])?;
    }
    Ok(())
}

impl Tx<'_> {
    pub fn section(&self, id: SectionId) -> Result<Section, StoreError> {
        all(self.connection)?
            .into_iter()
            .find(|section| section.id == id)
            .ok_or_else(|| StoreError::gone("This section"))
    }

    pub fn sections(&self) -> Result<Vec<Section>, StoreError> {
        all(self.connection)
    }

    pub fn add_section(&mut self, key: &str, title: &str) -> Result<SectionId, StoreError> {
        rows::insert(self.connection, ADD, params![key, title]).map(SectionId)
    }

    pub fn write_section(&mut self, id: SectionId, text: &str) -> Result<(), StoreError> {
        rows::execute(self.connection, WRITE, params![id, text])?;
        Ok(())
    }

    /// Gives the section these paragraphs in this order: those that are `Some` keep their number, `None` is a new one, and those that it
    /// had and that are not named go. What it has now.
    pub fn set_paragraphs(
        &mut self,
        id: SectionId,
        wanted: &[Option<ParagraphId>],
    ) -> Result<Vec<ParagraphId>, StoreError> {
        for old in self.section(id)?.paragraphs {
            if !wanted.contains(&Some(old)) {
                rows::execute(self.connection, REMOVE_PARAGRAPH, [old])?;
            }
        }
        (1_u32..)
            .zip(wanted)
            .map(|(position, paragraph)| match paragraph {
                Some(kept) => {
                    rows::execute(self.connection, PLACE_PARAGRAPH, params![kept, position])?;
                    Ok(*kept)
                }
                None => rows::insert(self.connection, ADD_PARAGRAPH, params![id, position])
                    .map(ParagraphId),
            })
            .collect()
    }

    /// Gives the section exactly these paragraphs in this order, under the numbers they had, also those that were removed since.
    pub fn put_back_paragraphs(
        &mut self,
        id: SectionId,
        paragraphs: &[ParagraphId],
    ) -> Result<(), StoreError> {
        for old in self.section(id)?.paragraphs {
            if !paragraphs.contains(&old) {
                rows::execute(self.connection, REMOVE_PARAGRAPH, [old])?;
            }
        }
        for (position, paragraph) in (1_u32..).zip(paragraphs) {
            let place = params![paragraph, id, position];
            if rows::execute(self.connection, MOVE_PARAGRAPH, place)? == 0 {
                rows::insert(self.connection, PUT_BACK_PARAGRAPH, place)?;
            }
        }
        Ok(())
    }
}
