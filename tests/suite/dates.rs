//! Honest dates: what is understood, what is assumed and said, and what holds for any text at all.

mod anchors;
mod columns;
mod forms;
mod periods;
mod properties;
mod ratchets;

use chrono::{Datelike, NaiveDate, NaiveTime};
use lantern::dates::{
    Anchor, Context, DayOrder, Epoch, Kind, decide_order, edtf, fault_of_period, from_edtf,
    from_serial, json, read, read_from, read_with_time, spoken, spoken_date, spoken_moment,
};
use lantern::model::{Certainty, HangsOn, KeyDateId, Moment, Period, Precision, Span, When};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn at(date: NaiveDate, hour: u32, minute: u32) -> Moment {
    Moment::at(date, NaiveTime::from_hms_opt(hour, minute, 0).unwrap())
}

fn context() -> Context {
    Context {
        periods: lantern::templates::built_in()[0].periods.clone().into(),
        ..Context::new(day(2026, 11, 22))
    }
}

fn context_of(year: &str, previous: &str, anchors: &str, order: &str) -> Context {
    Context {
        order: if order.starts_with("mdy") {
            DayOrder::MonthFirst
        } else {
            DayOrder::DayFirst
        },
        order_proved: order.ends_with('!'),
        year: year.parse().ok(),
        year_from: "the heading above".to_owned(),
        previous: previous.parse().ok(),
        anchors: anchors
            .split(';')
            .filter_map(|anchor| anchor.split_once('='))
            .map(|(name, date)| Anchor {
                name: name.to_owned(),
                when: from_edtf(date).expect("an anchor's date is EDTF"),
                ..Anchor::default()
            })
            .collect(),
        ..context()
    }
}

/// Lines that are no comments, as cells.
fn lines(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split('\t').collect())
}

fn name(value: impl serde::Serialize) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}

fn ends(earliest: Option<Moment>, latest: Option<Moment>) -> String {
    let written =
        |moment: Option<Moment>| moment.map_or_else(String::new, |moment| moment.to_string());
    format!("{}..{}", written(earliest), written(latest))
}

fn outcome(when: &When) -> String {
    if !when.is_understood() {
        return "-".to_owned();
    }
    let others: String = when
        .alternatives
        .iter()
        .map(|other| format!(" or {}", ends(other.earliest, other.latest)))
        .collect();
    format!(
        "{}{others} {} {}",
        ends(when.earliest, when.latest),
        name(when.precision),
        name(when.certainty)
    )
}

fn said(dates: &[When]) -> String {
    let inferred = dates.iter().any(|when| !when.inferred.is_empty());
    let warning = dates.iter().any(|when| !when.warnings.is_empty());
    match (inferred, warning) {
        (false, false) => "nothing",
        (true, false) => "inferred",
        (false, true) => "warning",
        (true, true) => "inferred+warning",
    }
    .to_owned()
}

#[test]
fn assumptions_and_doubts_are_said_in_sentences() {
    let july = Context {
        previous: Some(day(2013, 7, 11)),
        ..context()
    };
    let heading = Context {
        year: Some(2018),
        year_from: "the heading “2018” above".to_owned(),
        ..context()
    };
    for (expression, context, sentence) in [
        (
            "31/06/2019",
            &context(),
            "There is no 31 June. Perhaps 30 June 2019 was meant; correct it if you know.",
        ),
        (
            "29/02/2019",
            &context(),
            "There was no 29 February in 2019. Perhaps 28 February 2019 was meant; correct it if you know.",
        ),
        (
            "on the 19 August",
            &july,
            "The year 2013 was taken from the entry above (11 July 2013).",
        ),
        (
            "12th March",
            &heading,
            "The year 2018 was taken from the heading “2018” above.",
        ),
        (
            "13/3/12",
            &context(),
            "The year “12” was read as 2012: two-digit years are taken as the latest that is not after 2026.",
        ),
        (
            "Monday 3 January 2012",
            &context(),
            "3 January 2012 was a Tuesday, not a Monday. Check which of the two is right.",
        ),
        (
            "13 December 2026",
            &context(),
            "13 December 2026 is still to come (today is 22 November 2026). Check the year.",
        ),
        (
            "13 March 2012 25:70",
            &context(),
            "There is no time “25:70”; only the date was kept. Correct it if you know.",
        ),
        (
            "3rd Febuary 2012",
            &context(),
            "“Febuary” was read as February.",
        ),
        (
            "seen by Dr Okafor 13/03/2012",
            &context(),
            "Not all of the wording was understood: “seen by Dr Okafor” was left out. Check that the date is right.",
        ),
    ] {
        let dates = read(expression, context).dates;
        let all: Vec<&String> = dates
            .iter()
            .flat_map(|when| when.inferred.iter().chain(&when.warnings))
            .collect();
        assert!(
            all.iter().any(|said| *said == sentence),
            "{expression}: {all:?}"
        );
    }
}

#[test]
fn a_year_may_end_in_any_two_digits() {
    for (written, year) in [("00", 2000), ("26", 2026), ("27", 1927), ("99", 1999)] {
        let dates = read(&format!("13/03/{written}"), &context()).dates;
        assert_eq!(dates[0].earliest.unwrap().date.year(), year, "{written}");
    }
}

#[test]
fn long_prose_is_refused_and_never_slow() {
    for text in [
        "3, ".repeat(10_000),
        "(".repeat(50_000),
        "3 to ".repeat(70),
        "?".repeat(100_000),
        "12/".repeat(150),
    ] {
        assert_eq!(
            read(&text, &context()).kind,
            Kind::NotUnderstood,
            "{}",
            &text[..12]
        );
    }
}
