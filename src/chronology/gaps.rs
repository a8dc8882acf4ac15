use chrono::NaiveDate;

use crate::model::{AgencyId, Review};

/// The longest silence of one agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    pub agency: AgencyId,
    /// The last day with a record before it, and the first after it.
    pub from: NaiveDate,
    pub until: NaiveDate,
    /// Whole days between the two.
    pub days: i64,
    /// Indices into `review.entries` of the records at its two ends.
    pub before: u32,
    pub after: u32,
}

/// The longest stretch without a record of each agency, in the order of the agencies; agencies with fewer than two
/// dated entries have none. `order`: as from [`super::in_order`], or a part of it.
///
/// Inexact dates are taken at their full extent, so that the silence is at least as long as said.
pub fn gaps(review: &Review, order: &[u32]) -> Vec<Gap> {
    let mut longest: Vec<Option<Gap>> = vec![None; review.agencies.len()];
    let mut last_record: Vec<Option<(NaiveDate, u32)>> = vec![None; review.agencies.len()];
    for index in order {
        let Some(entry) = review.entries.get(*index as usize) else {
            continue;
        };
        let agency = review
            .agencies
            .iter()
            .position(|agency| agency.id == entry.agency);
        let when = &entry.when;
        let ends = when
            .earliest
            .or(when.latest)
            .zip(when.latest.or(when.earliest));
        let (Some(agency), Some((first, last))) = (agency, ends) else {
            continue;
        };
        if let Some((from, before)) = last_record[agency] {
            let days = (first.date - from).num_days() - 1;
            if days > 0 && longest[agency].is_none_or(|known| days > known.days) {
                longest[agency] = Some(Gap {
                    agency: entry.agency,
                    from,
                    until: first.date,
                    days,
                    before,
                    after: *index,
                });
            }
        }
        if last_record[agency].is_none_or(|(known, _)| last.date > known) {
            last_record[agency] = Some((last.date, *index));
        }
    }
    longest.into_iter().flatten().collect()
}
