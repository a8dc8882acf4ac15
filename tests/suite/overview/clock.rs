//! The clock: limits, pauses, the next step, the reasons for delay.

use lantern::clock::{LimitState, delay_narrative};
use lantern::model::{KeyDate, KeyDateId, Moment, Pause, PauseId, Precision, Review, When};
use lantern::overview::standing;

use super::{day, empty};

/// With key dates (kind, day) and pauses (from, until or "").
fn at_time(dates: &[(&str, &str)], pauses: &[(&str, &str, &str)]) -> Review {
    let mut review = empty();
    review.key_dates = (1..)
        .zip(dates)
        .map(|(id, (kind, on))| KeyDate {
            id: KeyDateId(id),
            kind: (*kind).to_owned(),
            label: String::new(),
            when: When::on(day(on)),
        })
        .collect();
    review.pauses = (1..)
        .zip(pauses)
        .map(|(id, (from, until, reason))| Pause {
            id: PauseId(id),
            from: day(from),
            until: (!until.is_empty()).then(|| day(until)),
            reason: (*reason).to_owned(),
        })
        .collect();
    review
}

#[test]
fn the_clock_counts_months_without_pauses() {
    let begun = &[("notified", "2020-01-10"), ("decision", "2020-02-01")][..];
    let trial = ("2020-03-01", "2020-05-01", "criminal trial");
    let overlapping = ("2020-04-01", "2020-06-01", "inquest");
    let lasting = ("2020-04-01", "", "criminal trial");
    type Case<'a> = (
        &'a str,
        &'a [(&'a str, &'a str, &'a str)],
        LimitState,
        &'a str,
        Option<u32>,
        &'a str,
    );
    let cases: [Case; 8] = [
        (
            "2020-02-01",
            &[],
            LimitState::Running,
            "2020-08-01",
            Some(1),
            "Month 1 of 6",
        ),
        (
            "2020-08-01",
            &[],
            LimitState::Running,
            "2020-08-01",
            Some(6),
            "Month 6 of 6",
        ),
        (
            "2020-08-04",
            &[],
            LimitState::Passed { days_over: 3 },
            "2020-08-01",
            Some(7),
            "Month 7; the limit of 6 months is passed",
        ),
        (
            "2020-08-04",
            &[trial],
            LimitState::Running,
            "2020-10-01",
            Some(5),
            "Month 5 of 6",
        ),
        (
            "2020-08-04",
            &[trial, overlapping],
            LimitState::Running,
            "2020-11-01",
            Some(4),
            "Month 4 of 6",
        ),
        (
            "2020-06-10",
            &[lasting],
            LimitState::Running,
            "2020-10-10",
            Some(2),
            "Month 2 of 6 · paused since 1 April 2020",
        ),
        (
            "2020-02-20",
            &[("2019-12-01", "2020-02-11", "before the decision")],
            LimitState::Running,
            "2020-08-11",
            Some(1),
            "Month 1 of 6",
        ),
        (
            "2020-03-20",
            &[("2020-03-10", "2020-03-05", "the wrong way round")],
            LimitState::Running,
            "2020-08-01",
            Some(2),
            "Month 2 of 6",
        ),
    ];
    for (today, pauses, state, due, month, words) in cases {
        let review = at_time(begun, pauses);
        let clock = standing(&review, day(today)).clock;
        assert_eq!(clock.running, Some(1), "{today}");
        let limit = &clock.limits[1];
        assert_eq!(
            (limit.state, limit.due, limit.month),
            (state, Some(day(due)), month),
            "{today} {pauses:?}"
        );
        assert_eq!(clock.words(&review), words, "{today} {pauses:?}");
        assert_eq!(clock.limits[0].state, LimitState::Kept);
    }
}

#[test]
fn a_limit_knows_whether_it_was_kept() {
    let cases: [(&[(&str, &str)], LimitState); 6] = [
        (&[], LimitState::NotBegun),
        (&[("notified", "2021-01-01")], LimitState::NotBegun),
        (&[("notified", "2020-02-20")], LimitState::Running),
        (
            &[("notified", "2020-01-10"), ("decision", "2020-02-10")],
            LimitState::Kept,
        ),
        (
            &[("notified", "2020-01-10"), ("decision", "2020-02-14")],
            LimitState::Late { days_over: 4 },
        ),
        // Planned for a day to come: not yet reached.
        (
            &[("notified", "2020-01-10"), ("decision", "2020-04-01")],
            LimitState::Passed { days_over: 20 },
        ),
    ];
    for (dates, expected) in cases {
        let clock = standing(&at_time(dates, &[]), day("2020-03-01")).clock;
        assert_eq!(clock.limits[0].state, expected, "{dates:?}");
    }
}

#[test]
fn the_next_step_follows_the_last_one_reached() {
    type Step<'a> = Option<(&'a str, Option<&'a str>, Option<&'a str>)>;
    let cases: [(&[(&str, &str)], Step); 4] = [
        (&[], Some(("death", None, None))),
        (
            &[("death", "2019-12-20"), ("notified", "2020-01-10")],
            Some(("decision", None, Some("2020-02-10"))),
        ),
        (
            &[("decision", "2020-02-01"), ("commissioned", "2020-04-01")],
            Some(("commissioned", Some("2020-04-01"), None)),
        ),
        (&[("published", "2020-02-01")], None),
    ];
    for (dates, expected) in cases {
        let next = standing(&at_time(dates, &[]), day("2020-03-01")).clock.next;
        let found = next.as_ref().map(|next| {
            (
                next.key.as_str(),
                next.planned.map(|on| on.to_string()),
                next.due.map(|on| on.to_string()),
            )
        });
        let expected = expected
            .map(|(key, planned, due)| (key, planned.map(str::to_owned), due.map(str::to_owned)));
        assert_eq!(found, expected, "{dates:?}");
    }
}

#[test]
fn process_dates_out_of_order_are_named() {
    let review = at_time(
        &[
            ("death", "2020-03-01"),
            ("notified", "2020-02-01"),
            ("decision", "2020-02-20"),
            ("submitted", "2021-01-01"),
        ],
        &[],
    );
    let pairs: Vec<(i64, i64)> = standing(&review, day("2021-03-01"))
        .clock
        .out_of_order
        .iter()
        .map(|one| (one.first.0, one.second.0))
        .collect();
    assert_eq!(pairs, [(1, 2), (1, 3)]);

    let mut month = at_time(&[("death", "2020-03-20"), ("notified", "2020-03-10")], &[]);
    month.key_dates[0].when = When {
        wording: "March 2020".to_owned(),
        earliest: Some(Moment::day(day("2020-03-01"))),
        latest: Some(Moment::day(day("2020-03-31"))),
        precision: Precision::Month,
        ..When::default()
    };
    assert!(
        standing(&month, day("2021-03-01"))
            .clock
            .out_of_order
            .is_empty(),
        "it may be in order"
    );
}

#[test]
fn the_reasons_for_delay_are_written_out() {
    assert_eq!(delay_narrative(&empty(), day("2021-03-01")), "");
    let review = at_time(
        &[("notified", "2020-01-10"), ("decision", "2020-02-01")],
        &[
            ("2020-03-01", "2020-05-01", "criminal trial"),
            ("2020-08-01", "", ""),
        ],
    );
    assert_eq!(
        delay_narrative(&review, day("2020-08-11")),
        "From “Partnership told of the death” on 10 January 2020, 1 month was allowed to reach “Decision to hold a review” \
         (Statutory guidance 2016: decision within one month of the death coming to notice). The last day was 10 February \
         2020. It was reached on 1 February 2020, within the limit.\n\n\
         From “Decision to hold a review” on 1 February 2020, 6 months were allowed to reach “Report submitted to the Home \
         Office” (Statutory guidance 2016: report within a further six months of the decision). With 71 days of pauses left \
         out, the last day is 11 October 2020.\n\n\
         The work was paused twice, for 71 days in all:\n\
         - from 1 March 2020 to 1 May 2020 (61 days): criminal trial\n\
         - since 1 August 2020 (10 days so far): no reason given"
    );
    let late = at_time(
        &[("notified", "2020-01-10"), ("decision", "2020-02-11")],
        &[],
    );
    let words = delay_narrative(&late, day("2020-09-01"));
    assert!(
        words.contains("It was reached on 11 February 2020, 1 day late."),
        "{words}"
    );
    assert!(
        words.ends_with("On 1 September 2020 it had not been reached, 21 days after the limit."),
        "{words}"
    );
}
