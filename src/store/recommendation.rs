use rusqlite::{Connection, Row, params};

use super::query::query;
use super::values::Day;
use super::{StoreError, Tx, links, rows};
use crate::model::{Recommendation, RecommendationId};

const SQL: &str = include_str!("recommendation.sql");
const ALL: &str = query(SQL, "all");
const AGENCIES: &str = query(SQL, "agencies");
const FINDINGS: &str = query(SQL, "findings");
const ENTRIES: &str = query(SQL, "entries");
const ADD: &str = query(SQL, "add");
const CHANGE: &str = query(SQL, "change");
const SET_POSITION: &str = query(SQL, "set position");
const REMOVE: &str = query(SQL, "remove");
const ADD_AGENCY: &str = query(SQL, "add agency");
const CLEAR_AGENCIES: &str = query(SQL, "clear agencies");
const ADD_FINDING: &str = query(SQL, "add finding");
const CLEAR_FINDINGS: &str = query(SQL, "clear findings");
const ADD_ENTRY: &str = query(SQL, "add entry");
const CLEAR_ENTRIES: &str = query(SQL, "clear entries");

/// Without its findings, agencies and entries, which stand in tables of their own.
fn recommendation(row: &Row<'_>) -> rusqlite::Result<Recommendation> {
    Ok(Recommendation {
        id: row.get(0)?,
        position: row.get(1)?,
        text: row.get(2)?,
        findings: Vec::new(),
        reach: row.get(3)?,
        scope: row.get(4)?,
        early_learning: row.get(5)?,
        weakness: row.get(6)?,
        agencies: Vec::new(),
        entries: Vec::new(),
        measure: row.get(7)?,
        achievable: row.get(8)?,
        due: row.get::<_, Option<Day>>(9)?.map(|day| day.0),
    })
}

/// In order of position.
pub(super) fn all(connection: &Connection) -> Result<Vec<Recommendation>, StoreError> {
    let mut findings = links::all::<RecommendationId, _>(connection, FINDINGS)?;
    let mut agencies = links::all::<RecommendationId, _>(connection, AGENCIES)?;
    let mut entries = links::all::<RecommendationId, _>(connection, ENTRIES)?;
    let mut all = rows::all(connection, ALL, [], recommendation)?;
    for recommendation in &mut all {
        recommendation.findings = findings.remove(&recommendation.id).unwrap_or_default();
        recommendation.agencies = agencies.remove(&recommendation.id).unwrap_or_default();
        recommendation.entries = entries.remove(&recommendation.id).unwrap_or_default();
    }
    Ok(all)
}

impl Tx<'_> {
    pub fn recommendations(&self) -> Result<Vec<Recommendation>, StoreError> {
        all(self.connection)
    }

    pub fn recommendation(&self, id: RecommendationId) -> Result<Recommendation, StoreError> {
        self.recommendations()?
            .into_iter()
            .find(|recommendation| recommendation.id == id)
            .ok_or_else(|| StoreError::gone("This recommendation"))
    }

    pub fn add_recommendation(
        &mut self,
        recommendation: &Recommendation,
    ) -> Result<RecommendationId, StoreError> {
        let values = params![
            recommendation.position,
            recommendation.text,
            recommendation.reach,
            recommendation.scope,
            recommendation.early_learning,
            recommendation.weakness,
            recommendation.measure,
            recommendation.achievable,
            recommendation.due.map(Day),
        ];
        let id = RecommendationId(rows::insert(self.connection, ADD, values)?);
        self.link_recommendation(id, None, recommendation)?;
        Ok(id)
    }

    /// Everything but its position.
    pub fn change_recommendation(
        &mut self,
        recommendation: &Recommendation,
    ) -> Result<(), StoreError> {
        let id = recommendation.id;
        let present = self.recommendation(id)?;
        let values = params![
            id,
            recommendation.text,
            recommendation.reach,
            recommendation.scope,
            recommendation.early_learning,
            recommendation.weakness,
            recommendation.measure,
            recommendation.achievable,
            recommendation.due.map(Day),
        ];
        rows::execute(self.connection, CHANGE, values)?;
        self.link_recommendation(id, Some(&present), recommendation)
    }

    fn link_recommendation(
        &mut self,
        id: RecommendationId,
        present: Option<&Recommendation>,
        wanted: &Recommendation,
    ) -> Result<(), StoreError> {
        let findings = present.map_or(&[][..], |present| &present.findings);
        links::set(
            self.connection,
            id,
            (findings, &wanted.findings),
            (CLEAR_FINDINGS, ADD_FINDING),
        )?;
        let agencies = present.map_or(&[][..], |present| &present.agencies);
        links::set(
            self.connection,
            id,
            (agencies, &wanted.agencies),
            (CLEAR_AGENCIES, ADD_AGENCY),
        )?;
        let entries = present.map_or(&[][..], |present| &present.entries);
        links::set(
            self.connection,
            id,
            (entries, &wanted.entries),
            (CLEAR_ENTRIES, ADD_ENTRY),
        )
    }

    pub fn set_recommendation_position(
        &mut self,
        id: RecommendationId,
        position: u32,
    ) -> Result<(), StoreError> {
        rows::execute(self.connection, SET_POSITION, params![id, position])?;
        Ok(())
    }

    /// Removes it with its actions and links.
    pub fn remove_recommendation(&mut self, id: RecommendationId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE, [id])?;
        Ok(())
    }
}
