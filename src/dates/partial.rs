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
    /// From April of the year to March of the next.
    FinancialYear,
    /// A time of [`Partial::periods`], of the year or of one year only.
    Period,
    /// The same, which begins in the year and ends in the next.
    PeriodInto,
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
    /// The Saturday and Sunday that hold the date, or follow it in its week.
    End,
}

/// What is cut out of a month, season or year: “the last two weeks of”, “the first Monday of”.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slice {
    /// So many days from the start.
    FirstDays(i64),
    LastDays(i64),
    FirstMonths(i64),
    LastMonths(i64),
    /// From 1; `None`: the last.
    Weekday(Option<u8>, Weekday),
    /// Saturday and Sunday; from 1; `None`: the last.
    Weekend(Option<u8>),
    /// The seven days that begin with the day so many after the first.
    WeekFrom(i64),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partial {
    pub form: Form,
    pub year: Option<i32>,
    /// “early” is (Early, Early); “mid to late” is (Mid, Late).
    pub portion: Option<(Portion, Portion)>,
    pub slice: Option<Slice>,
    /// The slice was vague: “the first week of”.
    pub vague_slice: bool,
    /// The named times that the words may mean (indices in [`super::Context::periods`]).
    pub periods: Vec<usize>,
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
            slice: None,
            vague_slice: false,
            periods: Vec::new(),
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
