use rusqlite::{Connection, Row, params};

use super::query::query;
use super::values::Day;
use super::{StoreError, Tx, rows};
use crate::model::{Action, ActionId, RecommendationId};

const SQL: &str = include_str!("action.sql");
const ALL: &str = query(SQL, "all");
const ADD: &str = query(SQL, "add");
const CHANGE: &str = query(SQL, "change");
const SET_POSITION: &str = query(SQL, "set position");
const REMOVE: &str = query(SQL, "remove");

fn action(row: &Row<'_>) -> rusqlite::Result<Action> {
    Ok(Action {
        id: row.get(0)?,
        recommendation: row.get(1)?,
        position: row.get(2)?,
        text: row.get(3)?,
        lead_agency: row.get(4)?,
        owner: row.get(5)?,
        milestones: row.get(6)?,
        target: row.get::<_, Option<Day>>(7)?.map(|day| day.0),
        completed: row.get::<_, Option<Day>>(8)?.map(|day| day.0),
        outcome: row.get(9)?,
        outcome_sought: row.get(10)?,
        outputs: row.get(11)?,
        resources: row.get(12)?,
        review: row.get(13)?,
        related_plans: row.get(14)?,
        status: row.get(15)?,
    })
}

/// In order of their recommendation's position, then their own.
pub(super) fn all(connection: &Connection) -> Result<Vec<Action>, StoreError> {
    rows::all(connection, ALL, [], action)
}

impl Tx<'_> {
    pub fn actions(&self) -> Result<Vec<Action>, StoreError> {
        all(self.connection)
    }

    pub fn action(&self, id: ActionId) -> Result<Action, StoreError> {
        self.actions()?
            .into_iter()
            .find(|action| action.id == id)
            .ok_or_else(|| StoreError::gone("This action"))
    }

    /// In order of position.
    pub fn actions_of(&self, id: RecommendationId) -> Result<Vec<Action>, StoreError> {
        let mut actions = self.actions()?;
        actions.retain(|action| action.recommendation == id);
        Ok(actions)
    }

    pub fn add_action(&mut self, action: &Action) -> Result<ActionId, StoreError> {
        self.write_action(ADD, action)?;
        Ok(ActionId(self.connection.last_insert_rowid()))
    }

    pub fn change_action(&mut self, action: &Action) -> Result<(), StoreError> {
        match self.write_action(CHANGE, action)? {
            0 => Err(StoreError::gone("This action")),
            _ => Ok(()),
        }
    }

    fn write_action(&mut self, sql: &str, action: &Action) -> Result<usize, StoreError> {
        let values = params![
            action.id,
            action.text,
            action.lead_agency,
            action.owner,
            action.milestones,
            action.target.map(Day),
            action.completed.map(Day),
            action.outcome,
            action.outcome_sought,
            action.outputs,
            action.resources,
            action.review,
            action.related_plans,
            action.status,
            action.recommendation,
            action.position,
        ];
        rows::execute(self.connection, sql, values)
    }

    pub fn set_action_position(&mut self, id: ActionId, position: u32) -> Result<(), StoreError> {
        rows::execute(self.connection, SET_POSITION, params![id, position])?;
        Ok(())
    }

    pub fn remove_action(&mut self, id: ActionId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE, [id])?;
        Ok(())
    }
}
