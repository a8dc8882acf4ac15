//! What a whole column says of its dates.

use super::*;

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
