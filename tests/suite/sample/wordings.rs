//! Every return gives what it holds, word for word, with its dates as meant.

use std::collections::BTreeSet;

use super::{REVIEW, named, wording};

#[test]
fn every_return_gives_what_it_holds() {
    // File, entries, rows left out (headings, notes), doubts.
    let expected = [
        ("ambulance.csv", 18, 1, 0),
        ("childrens_services.docx", 40, 7, 10),
        ("gp_records.docx", 55, 1, 6),
        ("hospital.xlsx", 19, 3, 2),
        ("housing_chronology_FINAL_v2.docx", 39, 8, 11),
        ("maternity_and_health_visiting.csv", 16, 1, 0),
        ("mental_health.xlsx", 24, 1, 0),
        ("police_return.xlsx", 65, 5, 0),
        ("probation.csv", 31, 1, 0),
        ("school.csv", 39, 1, 0),
        ("specialist_service.docx", 22, 1, 6),
    ];
    let mut found: Vec<(&str, u32, usize, usize)> = REVIEW
        .imports
        .iter()
        .map(|import| {
            let (skipped, doubts) = (import.skipped.len(), import.doubts.len());
            (import.file.as_str(), import.entries, skipped, doubts)
        })
        .collect();
    found.sort_unstable();
    assert_eq!(found, expected);
    assert_eq!(REVIEW.entries.len(), 368);
}

#[test]
fn wordings_come_through_word_for_word() {
    let cases = [
        (
            "s-spring",
            "Daddy says he is bipolar so it is not his fault”. Passed",
        ),
        (
            "s-sleep",
            "“We are staying at Vovó’s and I sleep all night.”",
        ),
        ("g-following-week", "Sertraline increased to 100 mg. Review"),
        (
            "b-induction",
            "bipolar and \"has never had help for it\". Lives",
        ),
        ("o-bathroom", "Recharged £86"),
        ("h-formula", "18/02/2021"),
    ];
    for (name, words) in cases {
        let entry = named(name)[0];
        assert!(wording(entry).contains(words), "{name}: {}", wording(entry));
    }
    let pupils: BTreeSet<&str> = named("s-order")
        .iter()
        .map(|entry| entry.seen.as_str())
        .collect();
    assert_eq!(pupils, BTreeSet::from(["Inês V; Tomás H"]));
}

#[test]
fn difficult_dates_are_understood_as_meant() {
    // Name, earliest, latest, precision, certainty; a row with two dates has two lines.
    let expected = "\
        p-april 2019-04-12T21:10 2019-04-12T21:10 Minute Exact
        p-intel-2016 2016-08-01 2016-08-31 Month Approximate
        p-silent-visit 2018-12-30T22:31 2018-12-30T22:31 Minute Exact
        p-counter 2019-04-13T14:00 2019-04-13T14:00 Minute Approximate
        a-april 2019-04-12T20:52 2019-04-12T20:52 Minute Exact
        g-march-2019 2019-03-01 2019-03-31 Month Approximate
        g-following-week 2019-04-15 2019-04-21 Span Inferred
        g-three-weeks 2021-04-27 2021-04-27 Day Approximate
        h-formula 2021-02-18T11:00 2021-02-18T11:00 Minute Exact
        m-asked 2016-06-22T14:15 2016-06-22T14:15 Minute Exact
        m-listening 2016-11-01 2016-11-30 Month Exact
        c-2016 2016-07-13 2016-07-13 Day Inferred
        c-following-week 2018-06-25 2018-07-01 Span Inferred
        c-april-ambulance 2019-04-16 2019-04-16 Day Inferred
        o-locks 2019-03-01 2019-03-31 Month Approximate
        o-locks-cancelled 2019-04-01 2019-04-30 Month Inferred
        o-june 2019-06-03 2019-06-05 Span Inferred
        o-31june 2019-06-01 2019-06-30 Month Uncertain
        o-gas 2019-10-01 2019-10-31 Month Exact
        o-gas 2020-02-01 2020-02-29 Month Exact
        o-same-day 2020-02-01 2020-02-29 Month Inferred
        o-letter 2020-12-19 2020-12-19 Day Inferred
        o-sole 2021-02-01 2021-02-10 Span Approximate
        s-spring 2019-03-01 2019-05-31 Season Exact
        s-toilet 2019-04-29 2019-05-05 Span Exact
        b-induction 2018-01-08 2018-01-08 Day Exact
        n-assessment 2018-05-29 2018-05-29 Day Exact
        n-letter 2018-06-08 2018-06-08 Day Exact
        v-stars 2020-06-14 2020-06-14 Day Inferred
        v-home 2020-08-24 2020-08-24 Day Inferred
        v-nurse 2020-09-01 2020-11-30 Season Exact
        v-van 2020-11-03 2020-11-03 Day Uncertain
        v-backdoor 2020-11-19T20:15 2020-11-19T20:15 Minute Approximate
        v-sick 2020-12-14 2020-12-18 Span Exact
        v-priti 2021-04-13 2021-04-13 Day Approximate
        v-reopened 2021-05-10 2021-05-16 Span Exact";
    let expected: Vec<&str> = expected.lines().map(str::trim).collect();
    let mut names: Vec<&str> = expected
        .iter()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    names.dedup();
    let mut found = Vec::new();
    for name in names {
        for entry in named(name) {
            let when = &entry.when;
            let end = |moment: Option<lantern::model::Moment>| {
                moment.map_or("?".to_owned(), |moment| moment.to_string())
            };
            found.push(format!(
                "{name} {} {} {:?} {:?}",
                end(when.earliest),
                end(when.latest),
                when.precision,
                when.certainty
            ));
        }
    }
    assert_eq!(found, expected);
}
