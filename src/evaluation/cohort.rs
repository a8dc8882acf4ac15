//! The rows of an evaluator's tables. What is empty was not asked or is not in the file; it is never a no.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::stats::Proportion;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Deserialize)]
pub enum Answer {
    #[serde(rename = "yes")]
    Yes,
    #[serde(rename = "no")]
    No,
    /// Asked, and not learned.
    #[serde(rename = "not known")]
    NotKnown,
    #[default]
    #[serde(rename = "")]
    NotAsked,
}

impl Answer {
    /// `None` where nobody knows.
    pub fn said(self) -> Option<bool> {
        match self {
            Self::Yes => Some(true),
            Self::No => Some(false),
            Self::NotKnown | Self::NotAsked => None,
        }
    }
}

/// How many gave each answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Answers {
    pub yes: u64,
    pub no: u64,
    pub not_known: u64,
    pub not_asked: u64,
}

impl Answers {
    pub fn of(answers: impl IntoIterator<Item = Answer>) -> Self {
        let mut counted = Self::default();
        for answer in answers {
            *match answer {
                Answer::Yes => &mut counted.yes,
                Answer::No => &mut counted.no,
                Answer::NotKnown => &mut counted.not_known,
                Answer::NotAsked => &mut counted.not_asked,
            } += 1;
        }
        counted
    }

    pub fn all(&self) -> u64 {
        self.yes + self.no + self.not_known + self.not_asked
    }

    /// Yes of all, known or not.
    pub fn of_all(&self) -> Option<Proportion> {
        Proportion::of(self.yes, self.all())
    }

    /// Yes of those who are known.
    pub fn of_known(&self) -> Option<Proportion> {
        Proportion::of(self.yes, self.yes + self.no)
    }
}

/// How often each name stands there.
pub fn counted<'a>(names: impl IntoIterator<Item = &'a str>) -> BTreeMap<&'a str, u64> {
    let mut counts = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    counts
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Ended {
    #[serde(rename = "completed")]
    Completed,
    #[serde(rename = "dropped out")]
    DroppedOut,
    #[serde(rename = "suspended")]
    Suspended,
    /// Has not ended.
    #[serde(rename = "attending")]
    Attending,
}

/// A man who was referred.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ManRow {
    pub case: String,
    pub referred_on: NaiveDate,
    pub source: String,
    pub assessed_on: Option<NaiveDate>,
    /// What came of it; empty before.
    pub assessment: String,
    pub enrolled_on: Option<NaiveDate>,
    pub left_on: Option<NaiveDate>,
    pub ended: Option<Ended>,
    pub reason: String,
    pub ethnicity: String,
}

/// Whether a man's file tells enough to count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Completeness {
    Complete,
    Incomplete,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct FileRow {
    pub case: String,
    pub file: Completeness,
    pub used_before_incidents: Answer,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Use {
    Current,
    /// Before, and not now.
    Previous,
    Never,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct UseRow {
    pub case: String,
    pub substance: String,
    /// `None`: missing.
    #[serde(rename = "use")]
    pub used: Option<Use>,
    /// Of alcohol, where known.
    pub units_per_week: Option<f64>,
    /// Empty where it is not known.
    pub regularity: String,
}

/// What one was told six months after.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct FollowUpRow {
    pub case: String,
    pub due_on: NaiveDate,
    /// `None`: not yet asked.
    pub result: Option<FollowedUp>,
    /// Whether there was a further incident, by each.
    pub his_account: Answer,
    pub her_account: Answer,
    pub police: Answer,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum FollowedUp {
    #[serde(rename = "reached")]
    Reached,
    #[serde(rename = "refused")]
    Refused,
    #[serde(rename = "not traced")]
    NotTraced,
}

/// Two scales of 1 to 10 at one time.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct MeasureRow {
    pub case: String,
    pub when: String,
    pub responsibility: Option<i32>,
    pub readiness: Option<i32>,
}
