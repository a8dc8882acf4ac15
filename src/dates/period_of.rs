//! A named time → a stretch of days.

use chrono::Datelike;

use super::Context;
use super::known::{Known, Reasons};
use super::named_periods;
use super::partial::Partial;
use super::resolve::{approximate, part_of, span};
use super::spoken::spoken_stretch;
use crate::model::{Certainty, Period, Precision};

fn of_period(period: &Period, (first, last): named_periods::Stretch) -> Known {
    let precision = if first == last {
        Precision::Day
    } else {
        Precision::Span
    };
    let known = Known::new(first, last, precision);
    if period.approximate {
        approximate(known)
    } else {
        known
    }
}

/// `None` where the words name a time of every year.
pub fn period_of_one_year(partial: &Partial, context: &Context) -> Option<Result<Known, Reasons>> {
    let mut candidates: Vec<&Period> = partial
        .periods
        .iter()
        .filter_map(|index| context.periods.get(*index))
        .collect();
    if !candidates
        .iter()
        .all(|period| named_periods::is_of_one_year(period))
    {
        return None;
    }
    let name = candidates.first()?.name.clone();
    if let Some(year) = partial.year {
        let in_year = |period: &&Period| {
            named_periods::days_of(period, year)
                .is_some_and(|((first, last), _)| (first.year()..=last.year()).contains(&year))
        };
        candidates.retain(in_year);
        if candidates.is_empty() {
            return Some(Err(vec![format!(
                "No part of “{name}” was in {year}. Correct the date if you know it."
            )]));
        }
    }
    let read: Vec<(&Period, Known)> = candidates
        .into_iter()
        .filter_map(|period| {
            let (days, _) = named_periods::days_of(period, 0)?;
            Some((period, of_period(period, days)))
        })
        .collect();
    let (period, mut known) = read.first().cloned()?;
    known.infer(format!(
        "“{}” was taken as {}, as the template has it.",
        period.name,
        spoken_stretch(known.first, known.last)
    ));
    if read.len() > 1 {
        let others: Vec<String> = read[1..]
            .iter()
            .map(|(other, _)| format!("“{}”", other.name))
            .collect();
        known.warnings.push(format!(
            "It may also mean {}. Correct the date if you know which.",
            others.join(" or ")
        ));
        known
            .alternatives
            .extend(read[1..].iter().map(|(_, other)| span(other)));
        known.lower(Certainty::Uncertain);
    }
    known.inferred.extend(partial.inferred.iter().cloned());
    Some(Ok(match partial.portion {
        Some(portion) => part_of(known.with_one_reading(), portion)?,
        None => known,
    }))
}

pub fn period_of_every_year(partial: &Partial, year: i32, context: &Context) -> Option<Known> {
    let period = partial
        .periods
        .iter()
        .filter_map(|index| context.periods.get(*index))
        .find(|period| !named_periods::is_of_one_year(period))?;
    let (days, other) = named_periods::days_of(period, year)?;
    let mut known = of_period(period, days);
    if let Some(other) = other {
        let other = of_period(period, other);
        known.warnings.push(format!(
            "It was read as {}; it may also have been {}. Correct it if you know.",
            spoken_stretch(known.first, known.last),
            spoken_stretch(other.first, other.last)
        ));
        known.alternatives.push(span(&other));
        known.lower(Certainty::Uncertain);
    }
    Some(known)
}
