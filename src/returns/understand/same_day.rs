//! Rows without a date of their own.

use super::headings::plain;
use crate::dates::{self, Context};
use crate::model::{Certainty, Moment, Precision, When};

/// The last date above, and where it stands.
pub(super) struct Above {
    pub(super) row: u32,
    pub(super) when: When,
    /// The row held several dates; this is its last.
    pub(super) of_several: bool,
}

/// Whether a date cell only points at the one above: a ditto mark, “as above”.
pub(super) fn points_above(cell: &str) -> bool {
    let marks = ['"', '\'', '“', '”', '〃', '-', '–', '—', '.', ' '];
    !cell.is_empty() && cell.chars().all(|character| marks.contains(&character))
        || matches!(
            &*plain(cell),
            "ditto" | "do" | "as above" | "same" | "same date" | "same as above"
        )
}

/// The date of the row above, inferred. `wording` is what the date and time cells hold, `time` the time cell.
pub(super) fn taken_from_above(
    above: &Above,
    wording: &str,
    time: &str,
    context: &Context,
) -> When {
    let without_time = |moment: Moment| Moment::day(moment.date);
    let mut when = When {
        wording: wording.to_owned(),
        earliest: above.when.earliest.map(without_time),
        latest: above.when.latest.map(without_time),
        precision: match above.when.precision {
            Precision::Minute | Precision::PartOfDay => Precision::Day,
            other => other,
        },
        certainty: Certainty::Inferred,
        ..When::default()
    };
    if let (Some(earliest), Some(latest)) = (when.earliest, when.latest)
        && earliest == latest
        && !time.is_empty()
    {
        let day = earliest.date.format("%d/%m/%Y").to_string();
        let exact = Context {
            order: dates::DayOrder::DayFirst,
            order_proved: true,
            ..context.clone()
        };
        if let Some(read) = dates::read_with_time(&day, time, &exact)
            .dates
            .into_iter()
            .next()
        {
            when.earliest = read.earliest;
            when.latest = read.latest;
            when.precision = read.precision;
            when.warnings = read.warnings;
        }
    }
    let which = if above.of_several {
        "the last of the dates"
    } else {
        "the date"
    };
    when.inferred.push(if above.when.is_understood() {
        format!(
            "No date in this row: {which} of row {} ({}) was taken. Correct it if that is wrong.",
            above.row,
            dates::spoken(&above.when)
        )
    } else {
        format!(
            "No date in this row, and the one of row {} (“{}”) was not understood.",
            above.row, above.when.wording
        )
    });
    when
}
