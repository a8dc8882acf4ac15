//! What holds for any text at all.

use proptest::prelude::*;

use super::*;

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
