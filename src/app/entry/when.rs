//! The date of an entry, settled by the chair: one of its readings, or what it is counted from.

use crate::app::{Open, Problem};
use crate::dates;
use crate::edits;
use crate::model::{Certainty, EntryId, HangsOn, Span, When};

/// Settles that the wording means one of its readings.
pub(super) fn take_reading(open: &mut Open, entry: EntryId, reading: usize) -> Result<(), Problem> {
    let Some(present) = open.review.entry(entry) else {
        return Ok(());
    };
    let Some(when) = settled(&present.when, reading) else {
        return Ok(());
    };
    open.edit("The date was not settled", |store| {
        edits::correct_when(store, entry, &when)
    })
}

fn settled(when: &When, reading: usize) -> Option<When> {
    let chosen = match reading.checked_sub(1) {
        None => Span {
            earliest: when.earliest,
            latest: when.latest,
        },
        Some(other) => *when.alternatives.get(other)?,
    };
    let mut settled = When {
        earliest: chosen.earliest,
        latest: chosen.latest,
        certainty: Certainty::Exact,
        inferred: Vec::new(),
        warnings: Vec::new(),
        alternatives: Vec::new(),
        ..when.clone()
    };
    let words = dates::spoken(&settled);
    settled
        .inferred
        .push(format!("Chosen by hand among the readings: {words}."));
    Some(settled)
}

/// Counts the date from something else than was taken for its anchor.
pub(super) fn count_from(open: &mut Open, entry: EntryId, anchor: HangsOn) -> Result<(), Problem> {
    let today = open.today;
    open.edit("The date was not counted anew", |store| {
        edits::hang_date(store, entry, anchor, today)
    })
}

/// Whether the wording counts from something: it hangs on an anchor, or has the words of one that does.
pub fn is_counted(when: &When) -> bool {
    const COUNTING: [&str; 14] = [
        "after",
        "before",
        "later",
        "following",
        "next",
        "previous",
        "prior",
        "earlier",
        "since",
        "same",
        "preceding",
        "subsequent",
        "ago",
        "until",
    ];
    when.hangs_on.is_some()
        || when
            .wording
            .to_lowercase()
            .split(|letter: char| !letter.is_alphabetic())
            .any(|word| COUNTING.contains(&word))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::model::Moment;

    #[test]
    fn a_reading_that_was_chosen_is_the_only_one_left() {
        let day = |month, day| {
            NaiveDate::from_ymd_opt(2017, month, day)
                .map(Moment::day)
                .expect("a day")
        };
        let doubtful = When {
            wording: "02/11/2017".to_owned(),
            earliest: Some(day(11, 2)),
            latest: Some(day(11, 2)),
            certainty: Certainty::Uncertain,
            alternatives: vec![Span {
                earliest: Some(day(2, 11)),
                latest: Some(day(2, 11)),
            }],
            warnings: vec!["Could be either.".to_owned()],
            ..When::default()
        };
        for (reading, expected) in [(0, "2 November 2017"), (1, "11 February 2017")] {
            let settled = settled(&doubtful, reading).expect("a reading");
            assert_eq!(dates::spoken(&settled), expected);
            assert_eq!(settled.wording, doubtful.wording);
        }
        assert_eq!(settled(&doubtful, 2), None);
    }

    #[test]
    fn wordings_that_count_from_something_are_known() {
        for (wording, counted) in [
            ("two days after the attack", true),
            ("The following week", true),
            ("same day", true),
            ("12/04/2019", false),
            ("Christmas 2018", false),
        ] {
            assert_eq!(
                is_counted(&When::not_understood(wording)),
                counted,
                "{wording}"
            );
        }
    }
}
