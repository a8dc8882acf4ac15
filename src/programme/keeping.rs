use chrono::{Datelike, Months, NaiveDate};

use super::pathway::{left_on, started_on};
use crate::model::ManId;
use crate::model::programme::{Identity, Man, Programme, ProgrammeTemplate, Step};

/// How long a man’s file and his partners’ are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub man: ManId,
    pub state: Keep,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// He has not left.
    InUse,
    /// To be destroyed on this day, which has not come.
    Until(NaiveDate),
    /// To be destroyed since this day.
    Due(NaiveDate),
    /// He was not taken on: since this day all but monitoring data is to be destroyed.
    ReduceToMonitoring(NaiveDate),
    /// Destroyed on this day but for monitoring data.
    MonitoringOnly(NaiveDate),
    /// Destroyed on this day.
    Destroyed(NaiveDate),
}

/// What is to be kept and destroyed on `today` by the template’s years after he left. Who left without ever having been in a group or in individual work was
/// not taken on.
pub fn keeping(programme: &Programme, today: NaiveDate) -> Vec<Kept> {
    let months = programme.template.keeping.years.saturating_mul(12);
    let men = programme.men.iter();
    men.map(|man| {
        let left = left_on(man, today);
        let taken_on = started_on(man, today).is_some();
        let destroyed = man.destroyed.filter(|on| *on <= today);
        let state = match (destroyed, left) {
            (Some(on), Some(_)) if !taken_on => Keep::MonitoringOnly(on),
            (Some(on), _) => Keep::Destroyed(on),
            (None, None) => Keep::InUse,
            (None, Some(left)) if !taken_on => Keep::ReduceToMonitoring(left),
            (None, Some(left)) => {
                let end = left
                    .checked_add_months(Months::new(months))
                    .unwrap_or(NaiveDate::MAX);
                if end <= today {
                    Keep::Due(end)
                } else {
                    Keep::Until(end)
                }
            }
        };
        Kept { man: man.id, state }
    })
    .collect()
}

/// What stays of a man who was not taken on: the template’s monitoring data, and the years in which he stands at his steps; no name, no case number, no day.
/// Steps stand on the first day of their year, so that he is still counted.
pub fn monitoring_only(man: &Man, template: &ProgrammeTemplate, today: NaiveDate) -> Man {
    let keeps = |key: &str| {
        let mut kept = template.keeping.of_unsuccessful.iter();
        kept.any(|kept| kept.key == key)
    };
    let kept = |key: &str, value: &str| match keeps(key) {
        true => value.to_owned(),
        false => String::new(),
    };
    let mut left = Man::new(man.id, "");
    left.identity = Identity {
        ethnicity: kept("ethnicity", &man.identity.ethnicity),
        gender: kept("gender", &man.identity.gender),
        sexual_orientation: kept("sexual_orientation", &man.identity.sexual_orientation),
    };
    left.steps = man
        .steps
        .iter()
        .map(|step| Step::new(step.on.with_ordinal(1).unwrap_or(step.on), step.kind))
        .collect();
    left.destroyed = Some(today);
    left
}
