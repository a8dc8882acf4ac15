//! Times that have a name.

use super::*;

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
