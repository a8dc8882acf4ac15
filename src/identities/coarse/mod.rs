//! Dates, times of day and ages, as coarse as the policy says.

use std::collections::HashSet;
use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::disguise::Why;
use crate::dates::month_name;
use crate::model::{PublicationPolicy, PublishedDates};

pub(super) struct Coarse {
    pub range: Range<usize>,
    pub became: String,
    pub why: Why,
}

pub(super) fn all(
    _text: &str,
    _policy: &PublicationPolicy,
    _births: &HashSet<NaiveDate>,
) -> Vec<Coarse> {
    Vec::new()
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
