//! What became of it six months after, and what the scales say before and after.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::cohort::{FollowUpRow, FollowedUp, MeasureRow};
use crate::stats::{Change, Pair, Proportion, TwoByTwo};

/// What stands beside every figure of the follow-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Response {
    pub reached: u64,
    pub refused: u64,
    pub not_traced: u64,
    /// Due, and nobody asked yet.
    pub overdue: u64,
}

impl Response {
    /// Reached of all who were due.
    pub fn rate(&self) -> Option<Proportion> {
        let due = self.reached + self.refused + self.not_traced + self.overdue;
        Proportion::of(self.reached, due)
    }
}

/// Of those due by `today`.
pub fn response(rows: &[FollowUpRow], today: NaiveDate) -> Response {
    let due = || rows.iter().filter(|row| row.due_on <= today);
    let count = |result| due().filter(|row| row.result == result).count() as u64;
    Response {
        reached: count(Some(FollowedUp::Reached)),
        refused: count(Some(FollowedUp::Refused)),
        not_traced: count(Some(FollowedUp::NotTraced)),
        overdue: count(None),
    }
}

/// Whether there was a further incident: his account is the one, hers the other. For women's safety work and the evaluator only:
/// it tells what she said.
pub fn accounts(rows: &[FollowUpRow]) -> TwoByTwo {
    let accounts = rows
        .iter()
        .map(|row| (row.his_account.said(), row.her_account.said()));
    TwoByTwo::of(&accounts.collect::<Vec<_>>())
}

/// How a scale changed between two times, of every man measured at either. A man measured twice at one time counts with the last.
pub fn change(
    rows: &[MeasureRow],
    before: &str,
    after: &str,
    scale: impl Fn(&MeasureRow) -> Option<i32>,
) -> Change {
    let mut pairs: BTreeMap<&str, Pair> = BTreeMap::new();
    for row in rows {
        if row.when == before {
            pairs.entry(&row.case).or_default().0 = scale(row);
        } else if row.when == after {
            pairs.entry(&row.case).or_default().1 = scale(row);
        }
    }
    Change::of(&pairs.into_values().collect::<Vec<_>>())
}
