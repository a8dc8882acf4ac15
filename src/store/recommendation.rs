use std::collections::HashMap;
use std::hash::Hash;

use rusqlite::types::{FromSql, ToSql};
use rusqlite::{Connection, Row, params};

use super::query::query;
use super::{StoreError, Tx, rows};
use crate::model::{Recommendation, RecommendationId};

const SQL: &str = include_str!("recommendation.sql");
const ALL: &str = query(SQL, "all");
const AGENCIES: &str = query(SQL, "agencies");
const ENTRIES: &str = query(SQL, "entries");
const ADD: &str = query(SQL, "add");
const CHANGE: &str = query(SQL, "change");
const SET_POSITION: &str = query(SQL, "set position");
const REMOVE: &str = query(SQL, "remove");
const ADD_AGENCY: &str = query(SQL, "add agency");
const CLEAR_AGENCIES: &str = query(SQL, "clear agencies");
const ADD_ENTRY: &str = query(SQL, "add entry");
const CLEAR_ENTRIES: &str = query(SQL, "clear entries");

/// Without its agencies and entries, which stand in tables of their own.
fn recommendation(row: &Row<'_>) -> rusqlite::Result<Recommendation> {
    Ok(Recommendation {
        id: row.get(0)?,
        position: row.get(1)?,
        text: row.get(2)?,
        finding: row.get(3)?,
        reach: row.get(4)?,
        scope: row.get(5)?,
        early_learning: row.get(6)?,
        weakness: row.get(7)?,
        agencies: Vec::new(),
        entries: Vec::new(),
    })
}

/// In order of position.
pub(super) fn all(connection: &Connection) -> Result<Vec<Recommendation>, StoreError> {
    let mut agencies = links(connection, AGENCIES)?;
    let mut entries = links(connection, ENTRIES)?;
    let mut all = rows::all(connection, ALL, [], recommendation)?;
    for recommendation in &mut all {
        recommendation.agencies = agencies.remove(&recommendation.id).unwrap_or_default();
        recommendation.entries = entries.remove(&recommendation.id).unwrap_or_default();
    }
    Ok(all)
}

fn links<T: FromSql>(
    connection: &Connection,
    sql: &str,
) -> Result<HashMap<RecommendationId, Vec<T>>, StoreError> {
    let mut links: HashMap<RecommendationId, Vec<T>> = HashMap::new();
    for (from, to) in rows::all(connection, sql, [], |row| Ok((row.get(0)?, row.get(1)?)))? {
        links.entry(from).or_default().push(to);
    }
    Ok(links)
}

/// Writes `wanted` where it differs from what is there, in the order given, each once.
fn relink<T: ToSql + Copy + Eq + Hash>(
    connection: &Connection,
    id: RecommendationId,
    (present, wanted): (&[T], &[T]),
    (clear, add): (&str, &str),
) -> Result<(), StoreError> {
    let mut seen = std::collections::HashSet::new();
    let wanted: Vec<T> = wanted
        .iter()
        .copied()
        .filter(|to| seen.insert(*to))
        .collect();
    if present == wanted {
        return Ok(());
    }
    rows::execute(connection, clear, [id])?;
    for to in wanted {
        rows::insert(connection, add, params![id, to])?;
    }
    Ok(())
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
            recommendation.finding,
            recommendation.reach,
            recommendation.scope,
            recommendation.early_learning,
            recommendation.weakness,
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
            recommendation.finding,
            recommendation.reach,
            recommendation.scope,
            recommendation.early_learning,
            recommendation.weakness,
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
        let agencies = present.map_or(&[][..], |present| &present.agencies);
        relink(
            self.connection,
            id,
            (agencies, &wanted.agencies),
            (CLEAR_AGENCIES, ADD_AGENCY),
        )?;
        let entries = present.map_or(&[][..], |present| &present.entries);
        relink(
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
