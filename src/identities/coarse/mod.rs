//! Dates, times of day and ages, as coarse as the policy says.
//!
//! A day becomes its month or year, with the words that lead to it: “on 12 March 2019” becomes “in March 2019”, “the night of 12 March” “one night in
//! March”. What counts from elsewhere (“two days later”) stays. Of a date of birth only the year is left. A time of day becomes a part of
//! the day, or nothing where it stands at a date. Ages become bands; an age that the law names (“under the age of 18”) stays.

mod ages;
mod days;
mod lead;
mod numbers;
mod times;

use std::collections::HashSet;
use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::replaced::Why;
use crate::dates::month_name;
use crate::model::{PublicationPolicy, PublishedDates};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Coarse {
    pub range: Range<usize>,
    pub became: String,
    pub why: Why,
}

/// Everything in a text that is finer than the policy allows; stretches may lie over one another.
pub(super) fn all(
    text: &str,
    policy: &PublicationPolicy,
    births: &HashSet<NaiveDate>,
) -> Vec<Coarse> {
    let mut found = Vec::new();
    if text.contains(|letter: char| letter.is_ascii_digit()) {
        days::find(text, policy.dates, births, &mut found);
        times::find(text, &mut found);
    }
    ages::find(text, &policy.ages, &mut found);
    found
}

/// A date of birth is told by its year.
pub(super) fn birth(date: NaiveDate) -> String {
    date.year().to_string()
}

/// “March 2019”, or “2019”.
pub(super) fn date(date: NaiveDate, dates: PublishedDates) -> String {
    match dates {
        PublishedDates::Month => format!("{} {}", month_name(date.month()), date.year()),
        PublishedDates::Year => date.year().to_string(),
    }
}

/// Whether a stretch is no part of a longer word or number.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}
