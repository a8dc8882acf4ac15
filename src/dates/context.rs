//! What is known besides the wording itself.

use chrono::NaiveDate;

use super::named_times::NamedTimes;
use super::serial::Epoch;
use crate::model::{HangsOn, When};

/// Which of two numbers is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DayOrder {
    #[default]
    DayFirst,
    MonthFirst,
}

impl DayOrder {
    pub fn words(self) -> &'static str {
        match self {
            Self::DayFirst => "day first",
            Self::MonthFirst => "month first",
        }
    }

    pub fn other(self) -> Self {
        match self {
            Self::DayFirst => Self::MonthFirst,
            Self::MonthFirst => Self::DayFirst,
        }
    }
}

/// An event with a date from which others are counted: the death, the incident, a named attack.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Anchor {
    /// As the chair calls it: `death`. An anchor with `birth` in its name gives ages a date.
    pub name: String,
    /// How agencies write it: `her death`, `the incident`. Articles and possessives need not agree.
    pub words: Vec<String>,
    pub when: When,
    /// What a reading that counts from it is tied to ([`When::hangs_on`]).
    pub hangs_on: Option<HangsOn>,
}

/// Everything that may be taken from outside the wording; whatever is taken is said in [`When::inferred`].
#[derive(Debug, Clone, PartialEq)]
pub struct Context {
    /// Read first where both orders are possible.
    pub order: DayOrder,
    /// The column, or the user, has settled the order: both-ways dates are then read without a warning.
    pub order_proved: bool,
    /// The year for dates that have none, before that of `previous`.
    pub year: Option<i32>,
    /// Where `year` comes from, to end “was taken from …”: `the heading “2018” above`.
    pub year_from: String,
    /// The date of the entry above.
    pub previous: Option<NaiveDate>,
    pub anchors: Vec<Anchor>,
    /// Times that have a name: those of the review's template.
    pub periods: NamedTimes,
    /// Later dates are marked; two-digit years are never read as later than this year.
    pub today: NaiveDate,
    pub epoch: Epoch,
}

impl Context {
    pub fn new(today: NaiveDate) -> Self {
        Self {
            order: DayOrder::default(),
            order_proved: false,
            year: None,
            year_from: String::new(),
            previous: None,
            anchors: Vec::new(),
            periods: NamedTimes::default(),
            today,
            epoch: Epoch::default(),
        }
    }
}
