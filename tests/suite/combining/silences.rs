//! Silences, what lies nearest to a key date, and why an entry stands where it does.

use lantern::chronology::{
    Recorded, Silent, agencies_without_entries, around_key_dates, in_order, recorded, silences,
    why_here, without_withdrawn,
};
use lantern::model::{AgencyId, EntryId, HangsOn, ImportId, KeyDateId};

use super::{day, entry, key_date, review};

#[test]
fn every_long_silence_is_named_for_each_agency_and_for_all() {
    let mut entries = vec![
        entry(1, 1, "2018-01-01", ""),
        entry(2, 1, "2018-03-01/2018-06-30", ""),
        entry(3, 2, "2018-08-01", ""),
        entry(4, 1, "2018-10-01", ""),
        entry(5, 3, "2018-09-01", ""),
        entry(6, 1, "unclear", ""),
    ];
    entries[4].withdrawn = Some(ImportId(1));
    let review = review(entries);
    // Agency, days, the records at the two ends.
    let told = |days: i64| -> Vec<(Option<i64>, i64, i64, i64)> {
        silences(&review, &in_order(&review), days)
            .iter()
            .map(|one| {
                let agency = one.agency.map(|agency| agency.0);
                let silence = one.silence;
                (agency, silence.days(), silence.before.0, silence.after.0)
            })
            .collect()
    };
    assert_eq!(
        told(30),
        [
            (None, 58, 1, 2),
            (None, 31, 2, 3),
            (None, 60, 3, 4),
            (Some(1), 58, 1, 2),
            (Some(1), 92, 2, 4),
        ]
    );
    assert_eq!(told(60), [(Some(1), 92, 2, 4)]);
    let silent: Vec<i64> = agencies_without_entries(&review)
        .iter()
        .map(|id| id.0)
        .collect();
    assert_eq!(silent, [3, 4, 5]);
    assert_eq!(
        without_withdrawn(&review, &in_order(&review)),
        [0, 1, 2, 3, 5]
    );
}

#[test]
fn records_that_reach_over_each_other_leave_no_silence_between() {
    let review = review(vec![
        entry(1, 1, "2018-01-01", ""),
        entry(2, 1, "2018-01-05/2018-06-30", ""),
        entry(3, 1, "2018-07-01", ""),
        entry(4, 2, "2018-02-01", ""),
        entry(5, 1, "2018-08-01", ""),
        entry(6, 1, "unclear", ""),
    ]);
    let order = in_order(&review);
    let found = silences(&review, &order, 3);
    let told = |one: &Silent| (one.agency, one.silence.last, one.silence.next);
    assert_eq!(
        found.iter().map(told).collect::<Vec<_>>(),
        [
            (None, day("2018-07-01"), day("2018-08-01")),
            (Some(AgencyId(1)), day("2018-07-01"), day("2018-08-01")),
        ]
    );
    let reached = |one: &Recorded| (one.agency, one.records, one.first, one.last);
    let (first, last) = (day("2018-01-01"), day("2018-08-01"));
    let once = day("2018-02-01");
    assert_eq!(
        recorded(&review, &order)
            .iter()
            .map(reached)
            .collect::<Vec<_>>(),
        [
            (None, 5, first, last),
            (Some(AgencyId(1)), 4, first, last),
            (Some(AgencyId(2)), 1, once, once),
        ]
    );
}

#[test]
fn the_records_nearest_to_a_key_date_are_named() {
    let mut review = review(vec![
        entry(1, 1, "2018-01-01/2018-04-07", ""),
        entry(2, 2, "2018-05-01", ""),
        entry(3, 2, "2018-05-18", ""),
        entry(4, 2, "2018-05-10/2018-06-10", ""),
        entry(5, 1, "2018-07-01", ""),
    ]);
    review.key_dates = vec![
        key_date(1, "death", "2018-05-18"),
        key_date(2, "decision", "2018-05-18"),
        key_date(3, "", "2018-06-20/2018-06-22"),
        key_date(4, "", "unclear"),
    ];
    let found = around_key_dates(&review, &in_order(&review));
    // Key date, agency, (record, days) before, (record, days) after.
    type Row = (i64, Option<i64>, Option<(i64, i64)>, Option<(i64, i64)>);
    let told: Vec<Row> = found
        .iter()
        .map(|row| {
            let near =
                |one: Option<lantern::chronology::Nearest>| one.map(|one| (one.entry.0, one.days));
            (
                row.key_date.0,
                row.agency.map(|agency| agency.0),
                near(row.before),
                near(row.after),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (1, None, Some((2, 17)), Some((5, 44))),
            (1, Some(1), Some((1, 41)), Some((5, 44))),
            (1, Some(2), Some((2, 17)), None),
            (3, None, Some((4, 10)), Some((5, 9))),
            (3, Some(1), Some((1, 74)), Some((5, 9))),
            (3, Some(2), Some((4, 10)), None),
        ]
    );
}

#[test]
fn the_reason_names_what_was_moved_and_what_a_date_hangs_on() {
    let mut entries = vec![
        entry(1, 1, "2018-01-01", ""),
        entry(2, 1, "2018-01-01", ""),
        entry(3, 1, "2018-01-01", ""),
        entry(4, 2, "2018-02-01", ""),
        entry(5, 2, "2018-03-01", ""),
        entry(6, 2, "2018-03-02", ""),
        entry(7, 2, "2018-03-02", ""),
    ];
    // As moving leaves them: numbered from 1 in the chair’s order.
    for (at, position) in [(0, 2), (1, 1), (2, 3)] {
        entries[at].position = position;
    }
    entries[3].when.hangs_on = Some(HangsOn::KeyDate(KeyDateId(1)));
    entries[4].when.hangs_on = Some(HangsOn::Entry(EntryId(1)));
    let mut review = review(entries);
    review.key_dates = vec![key_date(1, "death", "2018-05-18")];
    let order = in_order(&review);
    // Place, the end of the reason; nothing: neither was moved nor hangs on anything.
    let cases = [
        (
            0,
            " Of the 3 entries of exactly this time it stands in place 1, as you ordered them.",
        ),
        (
            2,
            " Of the 3 entries of exactly this time it stands in place 3, as you ordered them.",
        ),
        (
            3,
            " Its date is counted from “Date 1” (18 May 2018) and moves with it.",
        ),
        (
            4,
            " Its date is counted from an entry of The police service (1 January 2018) and moves with it.",
        ),
    ];
    for (at, expected) in cases {
        let reason = why_here(&review, &order, at);
        assert!(reason.ends_with(expected), "{reason}");
    }
    let reason = why_here(&review, &order, 5);
    assert!(
        reason.ends_with("as in the return or as you placed them."),
        "{reason}"
    );
}
