//! A date as far as its own words give it; what is missing may come from neighbours or from the context.

use chrono::Weekday;

use super::words::{Portion, Season};

/// What kind of calendar date the words name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Day {
        day: u32,
        /// Missing in the first part of “3 to 5 June”.
        month: Option<u32>,
        /// (day, month) in the other order, where both are possible and neither is proved.
        other: Option<(u32, u32)>,
    },
    /// `days` adjoining days, as “3/4 June”.
    Days {
        first: u32,
        last: u32,
        month: u32,
    },
    Month(u32),
    /// “Mar-12”: March 2012 or 12 March.
    MonthOrDay {
        month: u32,
        day: u32,
        year: i32,
    },
    Year,
    /// From the year to this one: “2013/14”.
    Years(i32),
    /// The year is the decade's first.
    Decade,
    Season(Season),
    /// Winter from the year into the next.
    WinterInto,
    Quarter(u32),
    Half(u32),
    /// “first half of March 2013”.
    HalfOfMonth(u32, u32),
    /// Christmas: 24 to 26 December.
    Christmas,
    /// 31 December of the year before to 1 January.
    NewYear,
    /// Numbers in the shape of a date that no calendar has; the warnings say why.
    Impossible,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Week {
    /// The seven days from the date.
    Commencing,
    /// The seven days to the date.
    Ending,
    /// The week from Monday to Sunday that holds the date.
    Of,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partial {
    pub form: Form,
    pub year: Option<i32>,
    /// “early” is (Early, Early); “mid to late” is (Mid, Late).
    pub portion: Option<(Portion, Portion)>,
    pub week: Option<Week>,
    pub weekday: Option<Weekday>,
    /// The day was blacked out by the sender.
    pub withheld: bool,
    pub inferred: Vec<String>,
    pub warnings: Vec<String>,
    /// The words can be understood otherwise.
    pub doubtful: bool,
}

impl Partial {
    pub fn new(form: Form, year: Option<i32>) -> Self {
        Self {
            form,
            year,
            portion: None,
            week: None,
            weekday: None,
            withheld: false,
            inferred: Vec::new(),
            warnings: Vec::new(),
            doubtful: false,
        }
    }

    pub fn day(day: u32, month: u32, year: Option<i32>) -> Self {
        Self::new(
            Form::Day {
                day,
                month: Some(month),
                other: None,
            },
            year,
        )
    }

    pub fn month(&self) -> Option<u32> {
        match self.form {
            Form::Day { month, .. } => month,
            Form::Days { month, .. } | Form::Month(month) | Form::MonthOrDay { month, .. } => {
                Some(month)
            }
            _ => None,
        }
    }

    /// Nothing but a day of the month.
    pub fn is_bare_day(&self) -> bool {
        matches!(self.form, Form::Day { month: None, .. })
    }
}
