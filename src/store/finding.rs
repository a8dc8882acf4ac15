use rusqlite::{Connection, Row, params};

use super::query::query;
use super::{StoreError, Tx, links, rows};
use crate::model::{Finding, FindingId};

const SQL: &str = include_str!("finding.sql");
const ALL: &str = query(SQL, "all");
const QUESTIONS: &str = query(SQL, "questions");
const WEAKNESSES: &str = query(SQL, "weaknesses");
const ENTRIES: &str = query(SQL, "entries");
const ADD: &str = query(SQL, "add");
const CHANGE: &str = query(SQL, "change");
const SET_POSITION: &str = query(SQL, "set position");
const REMOVE: &str = query(SQL, "remove");
const ADD_QUESTION: &str = query(SQL, "add question");
const CLEAR_QUESTIONS: &str = query(SQL, "clear questions");
const ADD_WEAKNESS: &str = query(SQL, "add weakness");
const CLEAR_WEAKNESSES: &str = query(SQL, "clear weaknesses");
const ADD_ENTRY: &str = query(SQL, "add entry");
const CLEAR_ENTRIES: &str = query(SQL, "clear entries");

/// Without its links, which stand in tables of their own.
fn finding(row: &Row<'_>) -> rusqlite::Result<Finding> {
    Ok(Finding {
        id: row.get(0)?,
        position: row.get(1)?,
        text: row.get(2)?,
        analysis: row.get(3)?,
        good_practice: row.get(4)?,
        questions: Vec::new(),
        weaknesses: Vec::new(),
        entries: Vec::new(),
    })
}

/// In order of position.
pub(super) fn all(connection: &Connection) -> Result<Vec<Finding>, StoreError> {
    let mut questions = links::all::<FindingId, _>(connection, QUESTIONS)?;
    let mut weaknesses = links::all::<FindingId, _>(connection, WEAKNESSES)?;
    let mut entries = links::all::<FindingId, _>(connection, ENTRIES)?;
    let mut all = rows::all(connection, ALL, [], finding)?;
    for finding in &mut all {
        finding.questions = questions.remove(&finding.id).unwrap_or_default();
        finding.weaknesses = weaknesses.remove(&finding.id).unwrap_or_default();
        finding.entries = entries.remove(&finding.id).unwrap_or_default();
    }
    Ok(all)
}

impl Tx<'_> {
    pub fn findings(&self) -> Result<Vec<Finding>, StoreError> {
        all(self.connection)
    }

    pub fn finding(&self, id: FindingId) -> Result<Finding, StoreError> {
        self.findings()?
            .into_iter()
            .find(|finding| finding.id == id)
            .ok_or_else(|| StoreError::gone("This finding"))
    }

    /// The id of `finding` is ignored.
    pub fn add_finding(&mut self, finding: &Finding) -> Result<FindingId, StoreError> {
        let values = params![
            finding.position,
            finding.text,
            finding.analysis,
            finding.good_practice,
        ];
        let id = FindingId(rows::insert(self.connection, ADD, values)?);
        self.link_finding(id, None, finding)?;
        Ok(id)
    }

    /// Everything but its position.
    pub fn change_finding(&mut self, finding: &Finding) -> Result<(), StoreError> {
        let present = self.finding(finding.id)?;
        let values = params![
            finding.id,
            finding.text,
            finding.analysis,
            finding.good_practice,
        ];
        rows::execute(self.connection, CHANGE, values)?;
        self.link_finding(finding.id, Some(&present), finding)
    }

    fn link_finding(
        &mut self,
        id: FindingId,
        present: Option<&Finding>,
        wanted: &Finding,
    ) -> Result<(), StoreError> {
        let questions = present.map_or(&[][..], |present| &present.questions);
        links::set(
            self.connection,
            id,
            (questions, &wanted.questions),
            (CLEAR_QUESTIONS, ADD_QUESTION),
        )?;
        let weaknesses = present.map_or(&[][..], |present| &present.weaknesses);
        links::set(
            self.connection,
            id,
            (weaknesses, &wanted.weaknesses),
            (CLEAR_WEAKNESSES, ADD_WEAKNESS),
        )?;
        let entries = present.map_or(&[][..], |present| &present.entries);
        links::set(
            self.connection,
            id,
            (entries, &wanted.entries),
            (CLEAR_ENTRIES, ADD_ENTRY),
        )
    }

    pub fn set_finding_position(&mut self, id: FindingId, position: u32) -> Result<(), StoreError> {
        rows::execute(self.connection, SET_POSITION, params![id, position])?;
        Ok(())
    }

    /// Removes it with its links to questions and recommendations.
    pub fn remove_finding(&mut self, id: FindingId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE, [id])?;
        Ok(())
    }
}
