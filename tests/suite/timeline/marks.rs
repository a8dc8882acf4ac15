//! Marks and bars: what an entry looks like, alone and beside others.

use lantern::chronology::{Lanes, Shape, TimeRange, lanes};
use lantern::model::Certainty;

use super::{by_agency, laid_out, year};
use crate::chronology::{dated, day, entry, review};

#[test]
fn marks_show_how_certain_a_time_is() {
    let year = TimeRange::between(day("2019-01-01"), day("2019-12-31"));
    let cases: [(&str, Certainty, Shape, u8, bool, bool); 6] = [
        (
            "2019-03-01T21:10",
            Certainty::Exact,
            Shape::Point,
            0,
            false,
            false,
        ),
        (
            "2019-03-01",
            Certainty::Approximate,
            Shape::Point,
            0,
            true,
            true,
        ),
        (
            "2019-03-01/2019-03-31",
            Certainty::Exact,
            Shape::Bar,
            1,
            false,
            false,
        ),
        (
            "2019-03-01/2019-03-31",
            Certainty::Uncertain,
            Shape::Bar,
            1,
            true,
            true,
        ),
        (
            "../2019-11-30",
            Certainty::Exact,
            Shape::Bar,
            1,
            true,
            false,
        ),
        (
            "2019-03-01/..",
            Certainty::Exact,
            Shape::Bar,
            1,
            false,
            true,
        ),
    ];
    for (time, certainty, shape, row, fades_left, fades_right) in cases {
        let mut one = entry(1, 1, time);
        one.when.certainty = certainty;
        let laid = laid_out(&review(vec![one]), year, 730.0);
        let mark = &laid.lanes[0].marks[0];
        assert_eq!(
            (
                mark.shape,
                mark.row,
                mark.fades_left,
                mark.fades_right,
                mark.certainty
            ),
            (shape, row, fades_left, fades_right, certainty),
            "{time}"
        );
    }
    // Two pixels a day: 1 March begins on the 59th day; its middle is a pixel further.
    let laid = laid_out(
        &dated(&["2019-03-01", "2019-06-01/2019-06-30"]),
        year,
        730.0,
    );
    let marks = &laid.lanes[0].marks;
    assert_eq!((marks[0].left, marks[0].right), (119.0, 119.0));
    assert_eq!((marks[1].left, marks[1].right), (302.0, 362.0));
}

#[test]
fn marks_too_near_each_other_become_a_cluster_and_part_again() {
    let review = dated(&[
        "2019-03-01",
        "2019-03-02",
        "2019-03-03",
        "2019-08-01",
        "unclear",
    ]);
    let year = TimeRange::between(day("2019-01-01"), day("2019-12-31"));
    let sizes = |laid: &Lanes| -> Vec<usize> {
        laid.lanes[0]
            .marks
            .iter()
            .map(|mark| mark.entries.len())
            .collect()
    };
    let far = laid_out(&review, year, 730.0);
    assert_eq!(sizes(&far), [3, 1]);
    assert_eq!(far.lanes[0].marks[0].shape, Shape::Cluster);
    assert_eq!(far.undated, 1);
    assert_eq!(far.lanes[0].undated, [4]);
    let near = laid_out(
        &review,
        TimeRange::between(day("2019-02-25"), day("2019-03-07")),
        730.0,
    );
    assert_eq!(sizes(&near), [1, 1, 1]);
    assert_eq!(near.lanes[0].later, 1);
}

#[test]
fn bars_over_each_other_take_rows_and_then_share_one() {
    let times = [
        "2019-01-01/2019-06-30",
        "2019-02-01/2019-07-31",
        "2019-03-01/2019-08-31",
        "2019-04-01/2019-09-30",
        "2019-02-01/2019-07-31",
        "2019-10-15/2019-11-30",
    ];
    let laid = laid_out(
        &dated(&times),
        TimeRange::between(day("2019-01-01"), day("2019-12-31")),
        730.0,
    );
    let mut rows: Vec<(u8, Vec<u32>)> = laid.lanes[0]
        .marks
        .iter()
        .map(|mark| (mark.row, mark.entries.clone()))
        .collect();
    rows.sort();
    assert_eq!(
        rows,
        [(1, vec![0]), (1, vec![5]), (2, vec![1, 4]), (3, vec![2, 3])]
    );
    assert_eq!(laid.lanes[0].bar_rows, 3);
}

#[test]
fn the_nearest_mark_within_reach_is_hit() {
    let review = dated(&["2019-03-01", "2019-06-01/2019-06-30", "2019-03-15"]);
    let laid = laid_out(
        &review,
        TimeRange::between(day("2019-01-01"), day("2019-12-31")),
        730.0,
    );
    let hit = |row: u8, x: f32| {
        laid.hit(0, row, x, 6.0)
            .map(|mark| laid.lanes[0].marks[mark].entries[0])
    };
    let cases = [
        (0, 119.0, Some(0)),
        (0, 124.0, Some(0)),
        (0, 133.0, None),
        (0, 142.0, Some(2)),
        (1, 330.0, Some(1)),
        (1, 367.0, Some(1)),
        (1, 370.0, None),
        (0, 330.0, None),
    ];
    for (row, x, expected) in cases {
        assert_eq!(hit(row, x), expected, "row {row}, {x}");
    }
    assert_eq!(laid.hit(7, 0, 1.0, 1.0), None);
    assert_eq!(
        laid.mark_of(1)
            .map(|(lane, mark)| (lane, laid.lanes[lane].marks[mark].shape)),
        Some((0, Shape::Bar))
    );
}

#[test]
fn a_day_becomes_a_bar_when_it_is_wide_enough_and_a_time_stands_at_its_minute() {
    let review = dated(&[
        "2019-03-01",
        "2019-03-01T18:00",
        "2019-03-01T20:00/2019-03-01T22:00",
    ]);
    let timeline = by_agency(&review);
    let shapes = |range: TimeRange| -> Vec<(Shape, f32, f32)> {
        let laid = lanes(&timeline, range, 960.0);
        let marks = laid.lanes[0].marks.iter();
        marks
            .map(|mark| (mark.shape, mark.left, mark.right))
            .collect()
    };
    let day_of = TimeRange::between(day("2019-03-01"), day("2019-03-01"));
    assert_eq!(
        shapes(day_of),
        [
            (Shape::Point, 720.0, 720.0),
            (Shape::Bar, 0.0, 960.0),
            (Shape::Bar, 800.0, 880.0),
        ]
    );
    assert_eq!(shapes(year(2019)).len(), 1, "far away they are one cluster");
}
