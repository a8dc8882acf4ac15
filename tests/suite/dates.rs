//! Honest dates: the ratchet of expressions, the answer as JSON, and what holds for any text at all.

use chrono::{Datelike, NaiveDate, NaiveTime};
use lantern::dates::{
    Anchor, Context, DayOrder, Epoch, Kind, decide_order, edtf, fault_of_period, from_edtf,
    from_serial, json, read, read_from, read_with_time, spoken, spoken_date, spoken_moment,
};
use lantern::model::{Certainty, HangsOn, KeyDateId, Moment, Period, Precision, Span, When};
use proptest::prelude::*;

const EXPRESSIONS: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/dates/expressions.tsv"
));
const TRUTH: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/dates/truth.tsv"
));
/// Slips that make another good wording, such as “the 1970” from “the 1970s” or “c 9 July” from “wc 9 July”. May only shrink.
const MOST_SILENT_SLIPS: usize = 9;
const EXAMPLES: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/dates/examples.tsv"
));

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
fn every_expression_is_understood_as_recorded() {
    let mut faults = Vec::new();
    let mut count = 0;
    for cells in lines(EXPRESSIONS) {
        let [
            status,
            expression,
            time,
            year,
            previous,
            anchors,
            order,
            expected,
            must_say,
        ] = cells[..]
        else {
            panic!("nine columns are needed: {cells:?}");
        };
        count += 1;
        let wording = expression.replace("\\n", "\n");
        let reading = read_with_time(&wording, time, &context_of(year, previous, anchors, order));
        let dates = &reading.dates;
        let found = dates.iter().map(outcome).collect::<Vec<_>>().join(" + ");
        let saying = said(dates);
        let is_right = found == expected && saying == must_say;
        match status {
            "pass" if !is_right => faults.push(format!(
                "regression: {expression:?} {time:?}\n  expected {expected} ({must_say})\n  found    {found} ({saying})"
            )),
            "known-gap" if is_right => faults.push(format!(
                "improvement: {expression:?} comes out right now; mark it “pass”"
            )),
            "known-gap" if !saying.contains("warning") => {
                faults.push(format!("{expression:?} is wrong in silence: {found}"));
            }
            "pass" | "known-gap" => {}
            other => faults.push(format!("unknown status {other:?} of {expression:?}")),
        }
    }
    assert!(
        count >= 500,
        "the ratchet has shrunk to {count} expressions"
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A line of the truth: the wording, the time cell, and what is around them.
fn setting(cells: &[&str]) -> (String, String, Context) {
    let mut context = Context {
        year_from: "the heading above".to_owned(),
        ..context()
    };
    let mut time = String::new();
    for (key, value) in cells[2].split(';').filter_map(|part| part.split_once('=')) {
        match key {
            "year" => context.year = value.parse().ok(),
            "previous" => context.previous = value.parse().ok(),
            "time" => time = value.to_owned(),
            "epoch" => context.epoch = Epoch::Y1904,
            "order" => {
                context.order_proved = value.ends_with('!');
                if value.starts_with("mdy") {
                    context.order = DayOrder::MonthFirst;
                }
            }
            name => context.anchors.push(Anchor {
                name: name.to_owned(),
                when: from_edtf(value).expect("an anchor's date is EDTF"),
                ..Anchor::default()
            }),
        }
    }
    (cells[1].replace("\\n", "\n"), time, context)
}

/// Earliest, latest, precision and certainty as the file writes them.
fn columns(dates: &[When]) -> [String; 4] {
    if dates.iter().all(|when| !when.is_understood()) {
        return ["-", "", "", ""].map(str::to_owned);
    }
    let ends = |end: fn(&Span) -> Option<Moment>| {
        let of = |when: &When| {
            let own = Span {
                earliest: when.earliest,
                latest: when.latest,
            };
            std::iter::once(&own)
                .chain(&when.alternatives)
                .map(|span| end(span).map_or_else(String::new, |moment| moment.to_string()))
                .collect::<Vec<_>>()
                .join(" or ")
        };
        dates.iter().map(of).collect::<Vec<_>>().join(" + ")
    };
    [
        ends(|span| span.earliest).trim().to_owned(),
        ends(|span| span.latest).trim().to_owned(),
        name(dates[0].precision),
        name(dates[0].certainty),
    ]
}

#[test]
fn the_truth_is_understood() {
    let mut faults = Vec::new();
    let (mut count, mut right, mut answered, mut silent) = (0, 0, 0, 0);
    for cells in lines(TRUTH) {
        assert_eq!(cells.len(), 7, "seven columns are needed: {cells:?}");
        let (wording, time, context) = setting(&cells);
        let dates = read_with_time(&wording, &time, &context).dates;
        let found = columns(&dates);
        let expected = [cells[3], cells[4], cells[5], cells[6]].map(str::to_owned);
        let is_right = found == expected;
        let saying = said(&dates);
        count += 1;
        right += usize::from(is_right);
        answered += usize::from(found[0] != "-");
        if !is_right && saying == "nothing" {
            silent += 1;
            faults.push(format!(
                "{wording:?} is wrong in silence: {found:?}, not {expected:?}"
            ));
        }
        match (cells[0], is_right) {
            ("pass", true) | ("known", false) => {}
            ("pass", false) => faults.push(format!(
                "regression: {wording:?} ({})\n  expected {expected:?}\n  found    {found:?} ({saying})",
                cells[2]
            )),
            ("known", true) => faults.push(format!(
                "improvement: {wording:?} comes out right now; mark it “pass”"
            )),
            (other, _) => faults.push(format!("unknown status {other:?} of {wording:?}")),
        }
    }
    println!(
        "dates: {right} of {count} expressions right ({:.1} %), {answered} answered, {silent} wrong in silence",
        100.0 * right as f64 / count as f64
    );
    assert!(count >= 470, "the truth has shrunk to {count} expressions");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Wordings with one letter, mark or space dropped, doubled or exchanged with the next; figures stay as they are.
fn slips(wording: &str) -> Vec<String> {
    let letters: Vec<char> = wording.chars().collect();
    let mut all = Vec::new();
    for at in 0..letters.len() {
        if letters[at].is_ascii_digit() {
            continue;
        }
        let with = |change: &dyn Fn(&mut Vec<char>)| {
            let mut changed = letters.clone();
            change(&mut changed);
            changed.into_iter().collect::<String>()
        };
        all.push(with(&|text| {
            text.remove(at);
        }));
        all.push(with(&|text| text.insert(at, letters[at])));
        if letters
            .get(at + 1)
            .is_some_and(|next| !next.is_ascii_digit())
        {
            all.push(with(&|text| text.swap(at, at + 1)));
        }
    }
    all.retain(|slip| slip != wording);
    all
}

#[test]
fn a_slip_of_the_hand_seldom_changes_a_date_in_silence() {
    let mut silent = Vec::new();
    let mut count = 0;
    for cells in lines(TRUTH).filter(|cells| cells[0] == "pass" && cells[3] != "-") {
        let (wording, time, context) = setting(&cells);
        for slip in slips(&wording) {
            count += 1;
            let dates = read_with_time(&slip, &time, &context).dates;
            let found = columns(&dates);
            let is_same = found[0] == cells[3] && found[1] == cells[4];
            if found[0] != "-" && !is_same && said(&dates) == "nothing" {
                silent.push(format!(
                    "{wording:?} → {slip:?}: {} to {}",
                    found[0], found[1]
                ));
            }
        }
    }
    let share = 1000.0 * silent.len() as f64 / count as f64;
    println!(
        "slips: {} of {count} change a date in silence ({share:.1} ‰)",
        silent.len()
    );
    assert!(silent.len() <= MOST_SILENT_SLIPS, "{}", silent.join("\n"));
}

#[test]
fn the_given_examples_have_the_given_days() {
    let mut faults = Vec::new();
    for cells in lines(EXAMPLES) {
        let (status, expression) = (cells[0], cells[1]);
        let dates = read(expression, &context_of(cells[2], cells[3], cells[4], "")).dates;
        let spans: Vec<Span> = dates
            .iter()
            .flat_map(|when| {
                let own = Span {
                    earliest: when.earliest,
                    latest: when.latest,
                };
                std::iter::once(own).chain(when.alternatives.iter().copied())
            })
            .collect();
        let days = |ends: Vec<Option<Moment>>| -> Option<Vec<NaiveDate>> {
            ends.into_iter()
                .map(|end| end.map(|moment| moment.date))
                .collect()
        };
        let first = days(spans.iter().map(|span| span.earliest).collect())
            .and_then(|days| days.into_iter().min());
        let last = days(spans.iter().map(|span| span.latest).collect())
            .and_then(|days| days.into_iter().max());
        let is_right = (first, last) == (cells[5].parse().ok(), cells[6].parse().ok());
        if is_right != (status == "pass") {
            faults.push(format!(
                "{status}: {expression:?} gives {first:?} to {last:?}"
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
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
fn anchors_are_found_under_each_of_their_wordings() {
    let anchored = Context {
        anchors: vec![Anchor {
            name: "death".to_owned(),
            words: vec!["the fatal incident".to_owned(), "Amina’s death".to_owned()],
            when: When::on(day(2020, 1, 15)),
            hangs_on: None,
        }],
        ..context()
    };
    for wording in [
        "two days before her death",
        "two days before the death",
        "2 days prior to the fatal incident",
        "two days before Amina’s death",
        "TWO DAYS BEFORE FATAL INCIDENT",
    ] {
        let dates = read(wording, &anchored).dates;
        assert_eq!(
            dates[0].earliest,
            Some(Moment::day(day(2020, 1, 13))),
            "{wording}"
        );
    }
    let unknown = read("two days before the first incident", &anchored);
    assert_eq!(unknown.kind, Kind::NotUnderstood);
}

fn attack(when: &str) -> Anchor {
    Anchor {
        name: "attack".to_owned(),
        words: vec!["the stabbing".to_owned()],
        when: from_edtf(when).expect("EDTF"),
        hangs_on: Some(HangsOn::KeyDate(KeyDateId(7))),
    }
}

#[test]
fn a_relative_date_hangs_on_its_anchor() {
    let anchored = Context {
        anchors: vec![attack("2017-05-10")],
        ..context()
    };
    for (wording, hangs) in [
        ("two days after the attack", true),
        ("the morning after the stabbing", true),
        ("on the day of the attack", true),
        ("before the attack", true),
        ("between 1 March 2017 and the attack", true),
        ("in the six months leading up to the stabbing", true),
        ("10 May 2017", false),
        ("two days after 10 May 2017", false),
        ("two days after the trial", false),
    ] {
        let when = read(wording, &anchored).dates.remove(0);
        let expected = hangs.then_some(HangsOn::KeyDate(KeyDateId(7)));
        assert_eq!(when.hangs_on, expected, "{wording}");
    }
}

#[test]
fn a_wording_can_be_read_from_an_event_that_was_chosen() {
    for (wording, anchor, expected) in [
        (
            "two days after the argument at the Okafors’",
            "2017-05-10",
            "2017-05-12..2017-05-12 day inferred",
        ),
        (
            "a week later",
            "2017-05-10",
            "2017-05-17..2017-05-17 day inferred",
        ),
        (
            "the next morning",
            "2017-05-10",
            "2017-05-11T06:00..2017-05-11T11:59 part_of_day inferred",
        ),
        (
            "same day, 21:10",
            "2017-05-10",
            "2017-05-10T21:10..2017-05-10T21:10 minute inferred",
        ),
        (
            "21:10",
            "2017-05-10",
            "2017-05-10T21:10..2017-05-10T21:10 minute inferred",
        ),
        (
            "after her mother’s funeral",
            "2017-05-10",
            "2017-05-11.. day inferred",
        ),
        (
            "prior to the conclusion of criminal proceedings",
            "2017-05-10",
            "..2017-05-09 day inferred",
        ),
        (
            "about three weeks before the move to refuge",
            "2017-05-10",
            "2017-04-19..2017-04-19 day approximate",
        ),
        (
            "two days after the argument",
            "2017-05",
            "2017-05-03..2017-06-02 span inferred",
        ),
        (
            "the following week",
            "2017-05-10",
            "2017-05-15..2017-05-21 span inferred",
        ),
        (
            "twenty minutes after the call",
            "2017-05-10T20:00:00",
            "2017-05-10T20:20..2017-05-10T20:20 minute inferred",
        ),
        ("3 March 2013", "2017-05-10", "-"),
        ("seen by her GP", "2017-05-10", "-"),
        ("n/k", "2017-05-10", "-"),
        ("", "2017-05-10", "-"),
    ] {
        let reading = read_from(wording, &attack(anchor), &context());
        let when = &reading.dates[0];
        assert_eq!(outcome(when), expected, "{wording}: {when:?}");
        assert_eq!(when.wording, wording);
        assert_eq!(
            when.hangs_on.is_some(),
            when.is_understood(),
            "{wording}: {when:?}"
        );
        assert_eq!(
            reading.kind == Kind::NotUnderstood,
            expected == "-",
            "{wording}"
        );
    }
    let own = read_from("3 March 2013", &attack("2017-05-10"), &context());
    assert_eq!(
        own.dates[0].warnings,
        ["These words give a date of their own; they do not count from another event."]
    );
}

#[test]
fn an_age_says_whose_birth_date_is_missing() {
    let birth = |name: &str| Anchor {
        name: format!("birth of {name}"),
        when: from_edtf("1990-05-03").expect("EDTF"),
        ..Anchor::default()
    };
    for (wording, names, expected) in [
        (
            "in her late 70s",
            &[][..],
            "This is an age, not a date. It can be dated once the date of birth of the person meant by “her” is known. \
             Add that person’s date of birth, or add the date here.",
        ),
        (
            "as a child",
            &[],
            "This is a time of life, not a date. It can be dated once the date of birth of the person it speaks of is known. \
             Add that person’s date of birth, or add the date here.",
        ),
        (
            "on his 18th birthday",
            &["Amina", "Tomasz"],
            "This is a birthday, and more than one date of birth is known, so that it is not sure from which it counts: \
             “birth of Amina” or “birth of Tomasz”. Add the date here if you know it.",
        ),
        (
            "when Tomasz was 14",
            &["Amina", "Tomasz"],
            "Counted as age 14 from “birth of Tomasz” (3 May 1990).",
        ),
    ] {
        let context = Context {
            anchors: names.iter().map(|name| birth(name)).collect(),
            ..context()
        };
        let when = read(wording, &context).dates.remove(0);
        let all: Vec<&String> = when.inferred.iter().chain(&when.warnings).collect();
        assert_eq!(all, [expected], "{wording}");
    }
}

#[test]
fn periods_are_days_of_a_year_or_of_every_year() {
    let period = |from: &str, until: &str| Period {
        name: "Fair".to_owned(),
        words: vec!["goose fair".to_owned()],
        from: from.to_owned(),
        until: until.to_owned(),
        approximate: false,
    };
    for (from, until, wording, expected) in [
        (
            "2013-10-02",
            "2013-10-06",
            "during Goose Fair",
            "2013-10-02..2013-10-06 span inferred",
        ),
        ("2013-10-02", "2013-10-06", "goose-fair 2014", "-"),
        (
            "10-02",
            "10-06",
            "Goose Fair 2013",
            "2013-10-02..2013-10-06 span exact",
        ),
        (
            "10-02",
            "10-02",
            "Goose Fair ’13",
            "2013-10-02..2013-10-02 day inferred",
        ),
        ("10-02", "10-06", "goose fair", "-"),
        (
            "12-20",
            "01-05",
            "goose fair 2013",
            "2013-12-20..2014-01-05 span exact",
        ),
        (
            "12-20",
            "01-05",
            "goose fair 2013/14",
            "2013-12-20..2014-01-05 span exact",
        ),
        (
            "12-31",
            "01-01",
            "goose fair 2014",
            "2013-12-31..2014-01-01 span exact",
        ),
        (
            "09-01",
            "07-23",
            "goose fair 2014",
            "2013-09-01..2014-07-23 or 2014-09-01..2015-07-23 span uncertain",
        ),
        (
            "easter-2",
            "easter+1",
            "goose fair 2008",
            "2008-03-21..2008-03-24 span exact",
        ),
        (
            "easter",
            "easter",
            "goose fair 2011",
            "2011-04-24..2011-04-24 day exact",
        ),
        (
            "easter",
            "easter",
            "goose fair 2038",
            "2038-04-25..2038-04-25 day exact",
        ),
        (
            "last monday of may",
            "last monday of may + 4",
            "goose fair 2022",
            "2022-05-30..2022-06-03 span exact",
        ),
        (
            "third sunday of june",
            "third sunday of june",
            "goose fair 2025",
            "2025-06-15..2025-06-15 day exact",
        ),
        (
            "02-29",
            "02-29",
            "goose fair 2015",
            "2015-02-28..2015-02-28 day exact",
        ),
    ] {
        let context = Context {
            periods: vec![period(from, until)].into(),
            ..context()
        };
        assert_eq!(
            fault_of_period(&period(from, until)),
            None,
            "{from} {until}"
        );
        let found = outcome(&read(wording, &context).dates[0]);
        assert_eq!(found, expected, "{from} to {until}: {wording}");
    }
    for (from, until, field) in [
        ("2013-13-02", "2013-10-06", "from"),
        ("10-02", "10-32", "until"),
        ("2013-10-02", "10-06", "until"),
        ("2013-10-02", "2013-10-01", "until"),
        ("whitsun", "whitsun", "from"),
        ("fifth monday of may", "easter", "from"),
        ("easter-x", "easter", "from"),
        ("", "easter", "from"),
    ] {
        let fault = fault_of_period(&period(from, until));
        assert_eq!(fault.map(|(field, _)| field), Some(field), "{from} {until}");
    }
}

#[test]
fn a_column_decides_the_order_of_day_and_month() {
    for (cells, order, proved, counts) in [
        (
            vec!["13/03/2012", "02/11/2017", "n/k"],
            DayOrder::DayFirst,
            true,
            (1, 0, 1),
        ),
        (
            vec!["10/16/2015", "02/11/2017", "3.25.15 at 10:30"],
            DayOrder::MonthFirst,
            true,
            (0, 2, 1),
        ),
        (
            vec!["10/16/2015", "02/11/2017"],
            DayOrder::MonthFirst,
            false,
            (0, 1, 1),
        ),
        (
            vec!["02/11/2017", "03/03/2017", "2012-03-13", "March 2012"],
            DayOrder::DayFirst,
            false,
            (0, 0, 1),
        ),
        (
            vec!["13/03/2012", "10/16/2015"],
            DayOrder::DayFirst,
            false,
            (1, 1, 0),
        ),
        (vec![], DayOrder::DayFirst, false, (0, 0, 0)),
    ] {
        let evidence = decide_order(cells.iter().copied());
        assert_eq!(evidence.order, order, "{cells:?}");
        assert_eq!(evidence.proved(), proved, "{cells:?}");
        assert_eq!(
            (evidence.day_first, evidence.month_first, evidence.undecided),
            counts,
            "{cells:?}"
        );
    }
}

#[test]
fn spreadsheet_numbers_have_two_epochs_and_one_day_that_never_was() {
    for (serial, epoch, expected) in [
        (1.0, Epoch::Y1900, Some(Moment::day(day(1900, 1, 1)))),
        (59.0, Epoch::Y1900, Some(Moment::day(day(1900, 2, 28)))),
        (60.0, Epoch::Y1900, None),
        (61.0, Epoch::Y1900, Some(Moment::day(day(1900, 3, 1)))),
        (41347.0, Epoch::Y1900, Some(Moment::day(day(2013, 3, 14)))),
        (41347.5625, Epoch::Y1900, Some(at(day(2013, 3, 14), 13, 30))),
        (
            41_347.999_99,
            Epoch::Y1900,
            Some(at(day(2013, 3, 15), 0, 0)),
        ),
        (39885.0, Epoch::Y1904, Some(Moment::day(day(2013, 3, 14)))),
        (0.0, Epoch::Y1904, Some(Moment::day(day(1904, 1, 1)))),
        (0.5, Epoch::Y1900, None),
        (-1.0, Epoch::Y1900, None),
        (f64::NAN, Epoch::Y1900, None),
        (1e300, Epoch::Y1904, None),
    ] {
        assert_eq!(from_serial(serial, epoch), expected, "{serial} {epoch:?}");
    }
}

#[test]
fn edtf_goes_out_and_comes_back() {
    for (expression, notation) in [
        ("13/03/2012", "2012-03-13"),
        ("13/03/2012 01:32", "2012-03-13T01:32:00"),
        ("March 2012", "2012-03"),
        ("c. March 2012", "2012-03~"),
        ("March 2012?", "2012-03?"),
        ("2009", "2009"),
        ("the 1990s", "199X"),
        ("Spring 2013", "2013-21"),
        ("winter 2013/14", "2013-24"),
        ("Q3 2013", "2013-35"),
        ("3 to 5 June 2013", "2013-06-03/2013-06-05"),
        ("early 2013", "2013-01-01~/2013-04-30~"),
        ("prior to December 2012", "../2012-11-30"),
        ("from the 1 January 2017", "2017-01-01/.."),
    ] {
        let when = read(expression, &context()).dates.remove(0);
        assert_eq!(edtf(&when).as_deref(), Some(notation), "{expression}");
        let back = from_edtf(notation).expect("what was written can be read");
        assert_eq!(
            (back.earliest, back.latest),
            (when.earliest, when.latest),
            "{expression}"
        );
        assert_eq!(back.certainty, when.certainty, "{expression}");
    }
    for wrong in [
        "",
        "..",
        "../..",
        "2012-13",
        "2012-02-30",
        "20120313",
        "2013-05/2012-05",
        "12",
        "2012-03-13T25:00",
    ] {
        assert_eq!(from_edtf(wrong), None, "{wrong}");
    }
    assert_eq!(edtf(&When::not_understood("n/k")), None);
}

#[test]
fn understandings_are_spoken() {
    for (expression, words) in [
        ("12 April 2019 21:10", "12 April 2019, 21:10"),
        ("12 April 2019", "12 April 2019"),
        ("c. March 2019", "1 – 31 March 2019, approximate"),
        ("2009", "1 January – 31 December 2009"),
        (
            "12 April 2019 20:00 - 22:00",
            "12 April 2019, 20:00 – 22:00",
        ),
        ("winter 2013/14", "1 December 2013 – 28 February 2014"),
        (
            "02/11/2017",
            "2 November 2017 or 11 February 2017, uncertain",
        ),
        ("prior to December 2012", "until 30 November 2012"),
        ("from the 1 January 2017", "from 1 January 2017"),
        ("n/k", "not understood"),
    ] {
        assert_eq!(
            spoken(&read(expression, &context()).dates[0]),
            words,
            "{expression}"
        );
    }
    assert_eq!(spoken_date(day(2019, 4, 12)), "12 April 2019");
    assert_eq!(
        spoken_moment(at(day(2019, 4, 12), 9, 5)),
        "12 April 2019, 09:05"
    );
}

#[test]
fn the_command_answers_in_json() {
    assert_eq!(
        json("At 01:32hrs on the 13/03/2012", &context()),
        serde_json::json!({
            "expression": "At 01:32hrs on the 13/03/2012",
            "readings": [{
                "earliest": "2012-03-13T01:32", "latest": "2012-03-13T01:32",
                "precision": "minute", "certainty": "exact", "edtf": "2012-03-13T01:32:00"
            }],
            "inferred": [], "warnings": []
        })
    );
    let both_ways = json("02/11/2017", &context());
    assert_eq!(both_ways["readings"][0]["earliest"], "2017-11-02");
    assert_eq!(both_ways["readings"][1]["edtf"], "2017-02-11?");
    assert_eq!(both_ways["warnings"].as_array().map(Vec::len), Some(1));
    let open = json("prior to December 2012", &context());
    assert_eq!(open["readings"][0]["earliest"], serde_json::Value::Null);
    assert_eq!(json("n/k", &context())["readings"], serde_json::json!([]));
    assert_eq!(
        json("in October 2017 and again in February 2018", &context())["readings"][1]["edtf"],
        "2018-02"
    );
}

#[test]
fn two_columns_keep_both_wordings() {
    for (date, time, wording) in [
        ("13/03/2012", "01:32", "13/03/2012 01:32"),
        ("13/03/2012 ", "", "13/03/2012 "),
        ("", "01:32", "01:32"),
        ("n/k", "n/k", "n/k n/k"),
    ] {
        assert_eq!(
            read_with_time(date, time, &context()).dates[0].wording,
            wording
        );
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

/// Words, numbers and marks that dates are made of, in any order.
fn date_like() -> impl Strategy<Value = String> {
    let words: Vec<&str> = "on in at the of from to until before after since by and or between early late mid circa c. approx ? \
        about spring winter Q1 quarter first second half week w/c days weeks months years two a few several her his death incident \
        January Mar May Sept december Monday Sun morning evening night noon midnight am pm hrs o'clock same next following day \
        previous later earlier ditto fortnight weekend half past lockdown Easter Christmas New Year term birthday child teens old she was when \
            nineties financial DOB ages weekend unknown exact recorded REDACTED XX 70s aged 14 not present onwards s th st ' \" - – / . , ; : ( ) & ~ \n 0 1 3 5 \
        12 13 29 31 00 99 1990 2012 2013 0132 2110 24 60 8 20120313 41347 22.05/16 31/06/2019 10/16/2015 02/11/2017 21:10 9.30 24:00"
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect();
    let piece = (
        proptest::sample::select(words),
        proptest::sample::select(vec![" ", " ", ""]),
    );
    proptest::collection::vec(piece, 1..12).prop_map(|pieces| {
        pieces
            .into_iter()
            .flat_map(|(word, gap)| [word, gap])
            .collect()
    })
}

fn any_context() -> impl Strategy<Value = Context> {
    (
        any::<bool>(),
        any::<bool>(),
        proptest::option::of(1950..2030i32),
        proptest::option::of(0..20_000i64),
        any::<bool>(),
    )
        .prop_map(|(month_first, proved, year, previous, anchored)| Context {
            order: if month_first {
                DayOrder::MonthFirst
            } else {
                DayOrder::DayFirst
            },
            order_proved: proved,
            year,
            previous: previous
                .and_then(|days| day(1980, 1, 1).checked_add_signed(chrono::Duration::days(days))),
            anchors: if anchored {
                vec![
                    Anchor {
                        name: "death".to_owned(),
                        words: vec!["her death".to_owned()],
                        when: When::on(day(2020, 1, 15)),
                        hangs_on: None,
                    },
                    Anchor {
                        name: "incident".to_owned(),
                        when: When::not_understood("n/k"),
                        ..Anchor::default()
                    },
                    Anchor {
                        name: "birth".to_owned(),
                        when: When::on(day(1984, 2, 29)),
                        ..Anchor::default()
                    },
                ]
            } else {
                Vec::new()
            },
            ..context()
        })
}

fn is_ordered(earliest: Option<Moment>, latest: Option<Moment>) -> bool {
    match (earliest, latest) {
        (Some(first), Some(last)) => {
            first.date < last.date
                || (first.date == last.date
                    && first
                        .time
                        .zip(last.time)
                        .is_none_or(|(from, to)| from <= to))
        }
        _ => true,
    }
}

fn check(wording: &str, context: &Context) -> Result<(), TestCaseError> {
    let reading = read(wording, context);
    prop_assert!(!reading.dates.is_empty());
    for when in &reading.dates {
        prop_assert_eq!(&when.wording, wording);
        prop_assert!(is_ordered(when.earliest, when.latest), "{:?}", when);
        for other in &when.alternatives {
            prop_assert!(is_ordered(other.earliest, other.latest), "{:?}", when);
        }
        prop_assert!(!spoken(when).is_empty());
        if when.is_understood() {
            prop_assert!(when.precision != Precision::None);
            prop_assert!(
                edtf(when).is_some() || when.earliest.or(when.latest).unwrap().date.year() > 9999
            );
            prop_assert!(
                when.certainty != Certainty::Exact || when.inferred.is_empty(),
                "{:?}",
                when
            );
            prop_assert!(
                when.alternatives.is_empty() || when.certainty == Certainty::Uncertain,
                "{:?}",
                when
            );
        } else {
            prop_assert!(!when.warnings.is_empty());
            prop_assert_eq!(when.precision, Precision::None);
        }
    }
    prop_assert_eq!(
        reading.kind == Kind::NotUnderstood,
        !reading.dates[0].is_understood()
    );
    prop_assert_eq!(read(wording, context), reading, "read twice");
    for anchor in &context.anchors {
        let from = read_from(wording, anchor, context);
        for when in &from.dates {
            prop_assert!(is_ordered(when.earliest, when.latest), "{:?}", when);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_has_an_honest_answer(wording in any::<String>(), context in any_context()) {
        check(&wording, &context)?;
    }

    #[test]
    fn anything_like_a_date_has_an_honest_answer(wording in date_like(), context in any_context()) {
        check(&wording, &context)?;
    }

    #[test]
    fn date_and_time_columns_never_panic(date in date_like(), time in date_like(), context in any_context()) {
        for when in read_with_time(&date, &time, &context).dates {
            prop_assert!(is_ordered(when.earliest, when.latest), "{:?}", when);
            if !date.trim().is_empty() && !time.trim().is_empty() {
                prop_assert_eq!(when.wording, format!("{date} {time}"));
            }
        }
    }

    /// The fast path and the grammar agree: brackets send the same cell the long way.
    #[test]
    fn plain_dates_are_read_alike_by_both_ways(
        days in 0..40_000i64, hour in 0..24u32, minute in 0..60u32, shape in 0..6usize, context in any_context(),
    ) {
        let date = day(1900, 1, 1).checked_add_signed(chrono::Duration::days(days)).unwrap();
        let format = ["%d/%m/%Y", "%-d.%-m.%Y", "%d-%m-%Y", "%Y-%m-%d", "%m/%d/%Y", "%d/%m/%Y"][shape];
        let time = if shape == 5 { String::new() } else { format!(" {hour}:{minute:02}") };
        let cell = format!("{}{time}", date.format(format));
        let short = read(&cell, &context).dates.remove(0);
        let long = read(&format!("({cell})"), &context).dates.remove(0);
        prop_assert_eq!(When { wording: String::new(), ..short }, When { wording: String::new(), ..long });
    }

    #[test]
    fn edtf_round_trips(first in 0..60_000i64, length in 0..4000i64, unit in 0..9usize, mark in 0..3usize) {
        let start = day(1900, 1, 1).checked_add_signed(chrono::Duration::days(first)).unwrap();
        let end = start.checked_add_signed(chrono::Duration::days(length + 1)).unwrap();
        let year = start.year();
        let month = start.month();
        let body = match unit {
            0 => start.to_string(),
            1 => start.format("%Y-%m").to_string(),
            2 => format!("{year:04}"),
            3 => format!("{:03}X", year / 10),
            4 => format!("{year:04}-{}", 21 + month % 4),
            5 => format!("{year:04}-{}", 33 + month % 4),
            6 => format!("{start}/.."),
            7 => format!("../{start}"),
            _ => format!("{start}/{end}"),
        };
        let marked = |body: &str| format!("{body}{}", ["", "~", "?"][mark]);
        let notation = match body.split_once('/') {
            None => marked(&body),
            Some((from, "..")) => format!("{}/..", marked(from)),
            Some(("..", to)) => format!("../{}", marked(to)),
            Some((from, to)) => format!("{}/{}", marked(from), marked(to)),
        };
        let when = from_edtf(&notation).expect("valid EDTF");
        prop_assert_eq!(edtf(&when), Some(notation));
    }

    #[test]
    fn any_serial_is_answered(serial in any::<f64>(), small in 0.0..100_000.0f64) {
        from_serial(serial, Epoch::Y1900);
        prop_assert!(small < 1.0 || small.floor() == 60.0 || small > 59.999 && small < 61.0
            || from_serial(small, Epoch::Y1900).is_some());
    }
}
