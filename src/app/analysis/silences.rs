//! Stretches without a record, agencies without any, and what stands nearest to the key dates.

use chrono::NaiveDate;

use super::latest::look;
use super::{AnalysisAction, AnalysisPart, Latest, Material};
use crate::app::{Action, Effect, Open, Problem};
use crate::chronology::{
    AroundKeyDate, Recorded, Silence, Silent, agencies_without_entries, around_key_dates, recorded,
    silences,
};
use crate::model::AgencyId;

/// Every silence, and what else the part shows. Holds ids, so that it can be shown while it is looked for anew.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Silences {
    /// The longest first.
    pub all: Vec<Silent>,
    /// Of all agencies together, then of each that has a dated record.
    pub rows: Vec<SilenceRow>,
    pub without_entries: Vec<AgencyId>,
    pub around: Vec<AroundKeyDate>,
}

/// The silences of one agency, or of all.
#[derive(Debug, Clone, PartialEq)]
pub struct SilenceRow {
    pub recorded: Recorded,
    /// The longest first.
    pub silences: Vec<Silence>,
}

impl Silences {
    /// Those of more than so many days.
    pub fn longer_than(&self, days: i64) -> &[Silent] {
        let end = self.all.partition_point(|one| one.silence.days() > days);
        &self.all[..end]
    }

    /// The first and the last day of any record.
    pub fn range(&self) -> Option<(NaiveDate, NaiveDate)> {
        let all = self.rows.first()?.recorded;
        Some((all.first, all.last))
    }
}

impl SilenceRow {
    pub fn longer_than(&self, days: i64) -> &[Silence] {
        let end = self.silences.partition_point(|one| one.days() > days);
        &self.silences[..end]
    }
}

#[derive(Debug, Clone)]
pub struct SilencesState {
    pub found: Latest<Silences>,
    /// Silences of more than so many days are shown.
    pub days: i64,
    /// Lines of the list that are drawn.
    pub drawn: usize,
}

const DRAWN: usize = 60;
/// A hundred years: nothing in a review is longer.
const MOST_DAYS: i64 = 36_525;

impl Default for SilencesState {
    fn default() -> Self {
        Self {
            found: Latest::default(),
            days: 90,
            drawn: DRAWN,
        }
    }
}

#[derive(Debug, Clone)]
pub enum SilencesAction {
    LongerThan(i64),
    /// The same as somebody types it: “45” or “45 days”.
    LongerThanTyped(String),
    DrawMore,
}

impl From<SilencesAction> for Action {
    fn from(action: SilencesAction) -> Self {
        Self::Analysis(AnalysisAction::Silences(action))
    }
}

pub(super) fn wanted(open: &mut Open) -> Option<Effect> {
    look(
        open,
        AnalysisPart::Silences,
        |analysis| &mut analysis.silences.found,
        |material, _| Ok(found(material)),
    )
}

fn found(material: &Material) -> Silences {
    let (review, order) = (&material.review, &material.order);
    let mut all = silences(review, order, 0);
    // A stable sort: of the same length, those of all agencies stay first.
    all.sort_by_key(|one| std::cmp::Reverse(one.silence.days()));
    let rows = recorded(review, order).into_iter();
    let mut rows: Vec<SilenceRow> = rows
        .map(|recorded| SilenceRow {
            recorded,
            silences: Vec::new(),
        })
        .collect();
    for one in &all {
        if let Some(row) = rows
            .iter_mut()
            .find(|row| row.recorded.agency == one.agency)
        {
            row.silences.push(one.silence);
        }
    }
    Silences {
        all,
        rows,
        without_entries: agencies_without_entries(review),
        around: around_key_dates(review, order),
    }
}

pub(super) fn update(open: &mut Open, action: SilencesAction) -> Result<(), Problem> {
    let state = &mut open.analysis.silences;
    match action {
        SilencesAction::LongerThan(days) => {
            state.days = days;
            state.drawn = DRAWN;
        }
        SilencesAction::LongerThanTyped(words) => {
            state.days = days_typed(&words)?;
            state.drawn = DRAWN;
        }
        SilencesAction::DrawMore => state.drawn += DRAWN,
    }
    Ok(())
}

fn days_typed(words: &str) -> Result<i64, Problem> {
    let number = words
        .trim()
        .trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let rest = words.trim()[number.len()..].trim();
    let number: Option<i64> = number.parse().ok();
    number
        .filter(|days| (0..=MOST_DAYS).contains(days) && matches!(rest, "" | "day" | "days"))
        .ok_or_else(|| {
            Problem::new(
                format!("“{}” is not a number of days", words.trim()),
                format!(
                    "Type a whole number such as 45, at most {MOST_DAYS}. The list is as it was before."
                ),
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_days_is_read_as_it_is_typed() {
        let cases = [
            ("45", Some(45)),
            (" 45 days ", Some(45)),
            ("1 day", Some(1)),
            ("0", Some(0)),
            ("36525", Some(36_525)),
            ("36526", None),
            ("-3", None),
            ("6 weeks", None),
            ("", None),
            ("days", None),
            ("99999999999999999999", None),
        ];
        for (typed, expected) in cases {
            assert_eq!(days_typed(typed).ok(), expected, "“{typed}”");
        }
    }
}
