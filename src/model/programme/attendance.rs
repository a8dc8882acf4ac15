use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::model::{GroupId, ManId, SessionId};

/// A rolling group: places that fall free are refilled, on its opening days only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    pub id: GroupId,
    pub name: String,
    /// Places; the template says how many are usual.
    pub size: u32,
    /// Days on which it takes in new members, in order.
    pub openings: Vec<NaiveDate>,
}

/// A man’s place in a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub group: GroupId,
    pub from: NaiveDate,
    /// His last day in it; `None`: he holds it still.
    pub until: Option<NaiveDate>,
}

impl Place {
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// A session that a group held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    pub id: SessionId,
    pub group: GroupId,
    pub on: NaiveDate,
}

/// A line of the register. A session without a line for a man was not registered, which is not “missed”.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    pub man: ManId,
    pub session: SessionId,
    pub mark: Mark,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    Attended,
    Missed,
    /// Missed, and made up on this day.
    MadeUp(NaiveDate),
}
