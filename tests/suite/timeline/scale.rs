//! The scale and the zoom.

use lantern::chronology::{TimeRange, ticks};

use crate::chronology::day;

#[test]
fn the_scale_follows_the_zoom() {
    let cases: [(&str, &str, &[&str]); 6] = [
        (
            "1980-06-01",
            "2019-12-31",
            &["1985", "1990", "1995", "2000", "2005", "2010", "2015"],
        ),
        (
            "2014-01-01",
            "2019-12-31",
            &["2014", "2015", "2016", "2017", "2018", "2019"],
        ),
        (
            "2019-01-01",
            "2019-12-31",
            &[
                "Jan 2019", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                "Dec",
            ],
        ),
        (
            "2018-07-01",
            "2019-12-31",
            &["Jul 2018", "Oct", "Jan 2019", "Apr", "Jul", "Oct"],
        ),
        (
            "2019-02-27",
            "2019-03-06",
            &[
                "27 Feb 2019",
                "28 Feb",
                "1 Mar 2019",
                "2 Mar",
                "3 Mar",
                "4 Mar",
                "5 Mar",
                "6 Mar",
            ],
        ),
        (
            "2019-02-27",
            "2019-02-27",
            &[
                "27 Feb 2019",
                "03:00",
                "06:00",
                "09:00",
                "12:00",
                "15:00",
                "18:00",
                "21:00",
            ],
        ),
    ];
    for (first, last, expected) in cases {
        let labels: Vec<String> = ticks(TimeRange::between(day(first), day(last)), 800.0)
            .into_iter()
            .map(|tick| tick.label)
            .collect();
        assert_eq!(labels, expected, "{first} to {last}");
    }
}

#[test]
fn zooming_keeps_the_time_under_the_pointer() {
    let range = TimeRange::between(day("2014-01-01"), day("2019-12-31"));
    let around = range.at(800.0, 200.0);
    let near = range.zoomed(around, 4.0);
    assert!((near.x(800.0, around) - 200.0).abs() < 0.01);
    assert!((near.length() * 4.0 - range.length()).abs() < 0.001);
    assert!(
        range.zoomed(around, 1e12).length() > 0.08,
        "no nearer than two hours"
    );
    assert!(
        range.zoomed(around, 1e-12).length() < 75_000.0,
        "no further than two centuries"
    );
}

#[test]
fn the_finest_scale_is_quarters_of_an_hour() {
    let evening = TimeRange::new(17_998.0 + 20.0 / 24.0, 17_998.0 + 22.0 / 24.0);
    let labels: Vec<String> = ticks(evening, 800.0)
        .into_iter()
        .map(|tick| tick.label)
        .collect();
    assert_eq!(
        labels,
        [
            "12 Apr, 20:00",
            "20:15",
            "20:30",
            "20:45",
            "21:00",
            "21:15",
            "21:30",
            "21:45"
        ]
    );
}
