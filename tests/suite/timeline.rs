//! The timeline's geometry: what is drawn where, and that nothing is lost by drawing it together.

use std::collections::{BTreeMap, HashSet};

use lantern::chronology::{
    LaneOf, LaneOrder, Lanes, LanesBy, PeopleIndex, Shape, Signs, TimeRange, Timeline, in_order,
    lanes, ticks,
};
use lantern::model::{
    About, Certainty, Contradiction, ContradictionId, Entry, EntryId, Event, EventId, Indicator,
    KeyDate, KeyDateId, Moment, PersonId, Review, Role, Standing,
};
use proptest::prelude::*;

use super::chronology::{any_review, dated, day, entry, person, review, when};

fn by_agency(review: &Review) -> Timeline {
    with_signs(review, &Signs::default())
}

fn with_signs(review: &Review, signs: &Signs) -> Timeline {
    let by = LanesBy::Agency(LaneOrder::FirstEntry);
    Timeline::of(review, &in_order(review), by, signs)
}

fn laid_out(review: &Review, range: TimeRange, width: f32) -> Lanes {
    lanes(&by_agency(review), range, width)
}

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
fn lanes_stand_in_order_of_first_entry_or_of_sector_and_key_dates_cross_them() {
    let mut review = review(vec![
        entry(1, 3, "2018-01-01"),
        entry(2, 2, "2018-06-01"),
        entry(3, 1, "2018-07-01"),
    ]);
    review.key_dates = vec![KeyDate {
        id: KeyDateId(1),
        kind: "death".to_owned(),
        label: "Death".to_owned(),
        when: when("2018-12-01/2018-12-31"),
    }];
    let order = in_order(&review);
    let range = TimeRange::of(&review, &order).expect("dated entries");
    let names = |order_of_lanes: LaneOrder| -> Vec<String> {
        let by = LanesBy::Agency(order_of_lanes);
        let timeline = Timeline::of(&review, &order, by, &Signs::default());
        lanes(&timeline, range, 500.0)
            .lanes
            .into_iter()
            .map(|lane| lane.name)
            .collect()
    };
    assert_eq!(
        names(LaneOrder::FirstEntry),
        ["Homes", "Mill Lane Surgery", "Police"]
    );
    assert_eq!(
        names(LaneOrder::Sector),
        ["Police", "Mill Lane Surgery", "Homes"]
    );
    let whole = laid_out(
        &review,
        TimeRange::between(day("2018-01-01"), day("2018-12-31")),
        730.0,
    );
    assert_eq!(whole.key_dates.len(), 1);
    assert_eq!(
        (whole.key_dates[0].left, whole.key_dates[0].right),
        (668.0, 730.0)
    );
    assert!(
        laid_out(
            &review,
            TimeRange::between(day("2017-01-01"), day("2017-12-31")),
            730.0
        )
        .key_dates
        .is_empty()
    );
}

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

fn year(year: i32) -> TimeRange {
    TimeRange::between(day(&format!("{year}-01-01")), day(&format!("{year}-12-31")))
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

/// So many entries of one agency a day that they cannot be told apart.
fn crowd(days: i64, a_day: i64) -> Review {
    let first = day("2015-01-01");
    let entries = (0..days * a_day).map(|number| {
        let date = first + chrono::TimeDelta::days(number / a_day);
        entry(number + 1, 1 + number % 2, &date.to_string())
    });
    review(entries.collect())
}

#[test]
fn a_crowd_is_drawn_as_columns_whose_counts_add_up() {
    let review = crowd(1500, 2);
    let timeline = by_agency(&review);
    let far = lanes(
        &timeline,
        TimeRange::between(day("2014-01-01"), day("2020-12-31")),
        700.0,
    );
    for lane in &far.lanes {
        let counts = lane.marks.iter().map(|mark| mark.entries.len());
        assert_eq!(counts.clone().sum::<usize>(), 1500);
        assert_eq!(lane.columns, counts.max());
        let edges: Vec<f32> = lane.marks.iter().map(|mark| mark.left).collect();
        assert!(
            edges.windows(2).all(|pair| pair[1] - pair[0] > 7.9),
            "columns do not overlap"
        );
    }
    let near = lanes(
        &timeline,
        TimeRange::between(day("2015-03-01"), day("2015-03-20")),
        700.0,
    );
    assert_eq!(
        near.lanes[0].columns, None,
        "near enough to tell them apart"
    );
    assert_eq!(
        near.lanes[0].earlier + near.lanes[0].later + near.lanes[0].shown(),
        1500
    );
}

#[test]
fn people_have_lanes_in_the_order_of_the_register_and_an_entry_may_stand_in_several() {
    let named = |id: i64, time: &str, people: &[i64]| Entry {
        people: people.iter().map(|person| PersonId(*person)).collect(),
        ..entry(id, 1, time)
    };
    let mut review = review(vec![
        named(1, "2019-01-01", &[2]),
        named(2, "2019-02-01", &[1, 2]),
        named(3, "2019-03-01", &[]),
        named(4, "unclear", &[1, 2]),
    ]);
    review.people = vec![
        person(1, "Wanjiru Otieno", Role::Victim, &[]),
        person(2, "Callum Reyes", Role::Perpetrator, &[]),
        person(3, "Ines Haddad", Role::Child, &[]),
    ];
    let people = PeopleIndex::of(&review);
    let by = LanesBy::Person(&people);
    let timeline = Timeline::of(&review, &in_order(&review), by, &Signs::default());
    let laid = lanes(&timeline, year(2019), 730.0);
    let found: Vec<(&str, usize, usize)> = laid
        .lanes
        .iter()
        .map(|lane| (lane.name.as_str(), lane.shown(), lane.undated.len()))
        .collect();
    assert_eq!(
        found,
        [
            ("Wanjiru Otieno", 1, 1),
            ("Callum Reyes", 2, 1),
            ("Nobody named", 1, 0)
        ]
    );
    assert_eq!(timeline.undated(), 1, "an entry in two lanes is one entry");
}

#[test]
fn silences_are_told_by_their_length_whatever_the_filter_shows() {
    let times = [
        "2018-01-01",
        "2018-01-05/2018-06-30",
        "2018-07-01",
        "2019-02-02",
        "2019-02-03",
        "unclear",
    ];
    let review = dated(&times);
    let order = in_order(&review);
    let by = LanesBy::Agency(LaneOrder::FirstEntry);
    let silences = |rows: &[u32], days: u32| -> Vec<(String, i64)> {
        let timeline = Timeline::of(&review, rows, by, &Signs::default());
        let timeline = timeline.with_silences(&review, &order, by, days);
        let laid = lanes(
            &timeline,
            TimeRange::between(day("2018-01-01"), day("2019-12-31")),
            730.0,
        );
        let silences = laid.lanes[0].silences.iter();
        silences
            .map(|silent| (silent.silence.words(), silent.silence.days()))
            .collect()
    };
    let long = vec![("7 months".to_owned(), 215)];
    assert_eq!(silences(&order, 180), long);
    assert_eq!(silences(&order, 214), long);
    assert_eq!(silences(&order, 215), []);
    assert_eq!(silences(&[0, 4], 180), long, "a filter makes nobody silent");
    let short = silences(&order, 2);
    assert_eq!(short[0], ("3 days".to_owned(), 3));
}

/// Three events over the agencies; what they are is only told by ids.
fn joined(entries: Vec<Entry>, events: &[&[i64]]) -> Review {
    let events = (1..).zip(events).map(|(id, entries)| Event {
        id: EventId(id),
        name: String::new(),
        entries: entries.iter().map(|id| EntryId(*id)).collect(),
    });
    Review {
        events: events.collect(),
        ..review(entries)
    }
}

#[test]
fn joins_lead_between_lanes_on_the_screen_and_those_that_contradict_come_first() {
    let mut review = joined(
        vec![
            entry(1, 1, "2019-03-01T21:10"),
            entry(2, 2, "2019-03-01T21:30"),
            entry(3, 3, "2019-03-02"),
            entry(4, 1, "2019-08-01"),
            entry(5, 2, "2019-08-01"),
            entry(6, 1, "2019-10-01"),
            entry(7, 1, "2019-11-01"),
            entry(8, 2, "2020-06-01"),
        ],
        &[&[1, 2, 3], &[4, 5], &[6, 7], &[7, 8]],
    );
    review.events.truncate(3);
    review.contradictions = vec![Contradiction {
        id: ContradictionId(1),
        about: About::Time,
        entries: [EntryId(4), EntryId(5)],
        a: "09:00".to_owned(),
        b: "11:00".to_owned(),
        standing: Standing::Open,
        note: String::new(),
    }];
    let found = |review: &Review, range: TimeRange| -> Vec<(Vec<usize>, bool)> {
        let signs = Signs::of(review, &PeopleIndex::of(review));
        let laid = lanes(&with_signs(review, &signs), range, 730.0);
        for join in &laid.joins {
            for (lane, mark) in &join.ends {
                let mark = laid.mark(*lane, *mark).expect("an end is a mark");
                assert!(join.events.iter().all(|event| mark.events.contains(event)));
                assert_eq!(mark.contradicted, join.contradicted);
            }
        }
        let joins = laid.joins.iter();
        joins
            .map(|join| {
                (
                    join.ends.iter().map(|end| end.0).collect(),
                    join.contradicted,
                )
            })
            .collect()
    };
    assert_eq!(
        found(&review, year(2019)),
        [(vec![0, 1], true), (vec![0, 1, 2], false)],
        "two records of one agency are no join between lanes"
    );
    assert_eq!(found(&review, year(2020)), []);
    review.contradictions[0].standing = Standing::Resolved;
    assert_eq!(
        found(&review, year(2019)),
        [(vec![0, 1, 2], false), (vec![0, 1], false)]
    );
}

#[test]
fn events_drawn_together_share_a_join_and_too_many_are_said() {
    let pairs: Vec<Entry> = (0..400)
        .map(|number| {
            let date = day("2010-01-01") + chrono::TimeDelta::days(number / 2 * 30);
            entry(number + 1, 1 + number % 2, &date.to_string())
        })
        .collect();
    let events: Vec<Vec<i64>> = (0..200)
        .map(|pair| vec![2 * pair + 1, 2 * pair + 2])
        .collect();
    let events: Vec<&[i64]> = events.iter().map(Vec::as_slice).collect();
    let review = joined(pairs, &events);
    let signs = Signs::known(&review, Vec::new(), &[EventId(200)]);
    let whole = TimeRange::between(day("2010-01-01"), day("2026-12-31"));
    let wide = lanes(&with_signs(&review, &signs), whole, 4000.0);
    assert!(wide.too_many_joins);
    assert!(
        wide.joins[0].contradicted,
        "what contradicts itself is never left out"
    );
    let narrow = lanes(&with_signs(&review, &signs), whole, 200.0);
    assert!(!narrow.too_many_joins);
    let told: usize = narrow.joins.iter().map(|join| join.events.len()).sum();
    assert_eq!(told, 200);
    assert!(narrow.joins.len() < 40);
}

#[test]
fn flags_are_counted_by_mark() {
    let review = dated(&["2019-03-01", "2019-03-02", "2019-08-01"]);
    let signs = Signs::known(&review, vec![vec![0, 3], vec![], vec![3]], &[]);
    let laid = lanes(&with_signs(&review, &signs), year(2019), 730.0);
    let flags: Vec<u32> = laid.lanes[0]
        .marks
        .iter()
        .map(|mark| mark.flagged)
        .collect();
    assert_eq!(flags, [1, 1]);
    assert_eq!(signs.indicators(0), [0, 3]);
    assert!(signs.indicators(9).is_empty());
}

#[test]
fn a_sign_of_danger_is_what_a_record_says_and_not_what_it_denies() {
    let mut template = (*super::chronology::template()).clone();
    template.indicators = vec![Indicator {
        key: "strangulation".to_owned(),
        name: "Strangulation".to_owned(),
        source: "Guidance".to_owned(),
        words: vec!["strangl*".to_owned()],
    }];
    let told = |id: i64, text: &str| Entry {
        text: text.to_owned(),
        ..entry(id, 1, "2019-03-01")
    };
    let review = Review {
        template: template.into(),
        ..review(vec![
            told(1, "He strangled her."),
            told(2, "She denies being strangled."),
            told(3, "Card left at the door."),
        ])
    };
    let signs = Signs::of(&review, &PeopleIndex::of(&review));
    let found: Vec<&[u16]> = (0..3).map(|entry| signs.indicators(entry)).collect();
    assert_eq!(found, [&[0][..], &[], &[]]);
}

#[test]
fn signs_made_after_an_edit_are_the_same_as_new_ones() {
    let before = joined(
        vec![
            entry(1, 1, "2019-03-01"),
            entry(2, 2, "2019-03-01"),
            entry(3, 3, "2019-03-02"),
        ],
        &[&[1, 2]],
    );
    let people = PeopleIndex::of(&before);
    let known = Signs::of(&before, &people);
    let mut after = before.clone();
    std::sync::Arc::make_mut(&mut after.entries).remove(0);
    after.events[0].entries = vec![EntryId(2), EntryId(3)];
    let refreshed = known.refreshed(&after, &people);
    let anew = Signs::of(&after, &people);
    for index in 0..3 {
        assert_eq!(refreshed.event_of(index), anew.event_of(index));
        assert_eq!(refreshed.indicators(index), anew.indicators(index));
    }
    assert_eq!(refreshed.event_of(0), 0);
}

#[test]
fn the_keyboard_reaches_every_mark() {
    let review = dated(&[
        "2019-01-10",
        "2019-02-01/2019-05-31",
        "2019-03-01",
        "2019-04-01/2019-07-31",
        "2019-06-20",
        "2021-06-01",
    ]);
    let timeline = by_agency(&review);
    let laid = lanes(&timeline, year(2019), 730.0);
    let mut at = laid.at_edge(0, false).expect("a first mark");
    let mut seen = vec![laid.lanes[0].marks[at].entries[0]];
    while let Some(next) = laid.beside(0, at, true) {
        at = next;
        seen.push(laid.lanes[0].marks[at].entries[0]);
    }
    assert_eq!(seen.len(), 5);
    assert_eq!(laid.at_edge(0, true), Some(at));
    while let Some(before) = laid.beside(0, at, false) {
        at = before;
    }
    assert_eq!(laid.at_edge(0, false), Some(at));
    let beyond = timeline.beyond(laid.lanes[0].of, year(2019).until(), true);
    assert_eq!(
        beyond.map(|(entry, _)| entry),
        Some(5),
        "the next entry off the screen"
    );
    let last = timeline.beyond(laid.lanes[0].of, f64::INFINITY, false);
    assert_eq!(last.map(|(entry, _)| entry), Some(5));
    assert_eq!(laid.across(0, 10.0, true), None);
}

proptest! {
    #[test]
    fn the_timeline_loses_no_entry(review in any_review(), from in -300..3900i64, length in 1..4200i64, width in 1f32..2000f32) {
        let first = day("2010-01-01") + chrono::TimeDelta::days(from);
        let range = TimeRange::between(first, first + chrono::TimeDelta::days(length));
        let laid = lanes(&by_agency(&review), range, width);
        let mut drawn = HashSet::new();
        let mut counted = 0;
        for lane in &laid.lanes {
            for mark in &lane.marks {
                prop_assert!(mark.left <= mark.right);
                prop_assert!(!mark.entries.is_empty());
                for entry in &mark.entries {
                    prop_assert!(drawn.insert(*entry), "entry {} is drawn twice", entry);
                    prop_assert_eq!(LaneOf::Agency(review.entries[*entry as usize].agency), lane.of);
                }
            }
            counted += lane.earlier + lane.later + lane.undated.len();
        }
        prop_assert_eq!(drawn.len() + counted, review.entries.len());
        let is_shown = |entry: &Entry| {
            let seen = |moment: Option<Moment>| moment.is_some_and(|moment| {
                let x = range.x(width, lantern::chronology::days_of(moment));
                (0.0..=width).contains(&x)
            });
            seen(entry.when.earliest) || seen(entry.when.latest)
        };
        for (index, entry) in (0u32..).zip(review.entries.iter()) {
            prop_assert!(!is_shown(entry) || drawn.contains(&index), "entry {} is in view and not drawn", index);
        }
    }

    #[test]
    fn moving_the_timeline_changes_no_mark(review in any_review(), by in 0..500i64) {
        let timeline = by_agency(&review);
        let range = TimeRange::between(day("2009-01-01"), day("2022-12-31"));
        let groups = |range: TimeRange| -> HashSet<Vec<u32>> {
            lanes(&timeline, range, 900.0).lanes.into_iter().flat_map(|lane| lane.marks).map(|mark| mark.entries).collect()
        };
        let moved = groups(range.moved(by as f64));
        prop_assert!(moved.is_subset(&groups(range)));
    }

    /// In lanes of people an entry may stand several times, but never twice in one lane, and never in none.
    #[test]
    fn lanes_of_people_lose_no_entry(review in any_review(), named in proptest::collection::vec(0..4u8, 120)) {
        let mut review = review;
        review.people = vec![
            person(1, "Wanjiru Otieno", Role::Victim, &[]),
            person(2, "Callum Reyes", Role::Perpetrator, &[]),
        ];
        let entries = std::sync::Arc::make_mut(&mut review.entries);
        for (entry, named) in entries.iter_mut().zip(&named) {
            let people = (1..=2).filter(|person| named & person != 0).map(|person| PersonId(i64::from(person)));
            std::sync::Arc::make_mut(entry).people = people.collect();
        }
        let people = PeopleIndex::of(&review);
        let by = LanesBy::Person(&people);
        let timeline = Timeline::of(&review, &in_order(&review), by, &Signs::default());
        let laid = lanes(&timeline, TimeRange::between(day("2005-01-01"), day("2025-12-31")), 900.0);
        let mut times: BTreeMap<u32, usize> = BTreeMap::new();
        for lane in &laid.lanes {
            let mut here = HashSet::new();
            for entry in lane.marks.iter().flat_map(|mark| &mark.entries).chain(&lane.undated) {
                prop_assert!(here.insert(*entry), "entry {} twice in one lane", entry);
                *times.entry(*entry).or_default() += 1;
            }
        }
        for (index, entry) in (0u32..).zip(review.entries.iter()) {
            prop_assert_eq!(times.get(&index).copied(), Some(entry.people.len().max(1)));
        }
    }

    /// Every join's ends are marks on the screen, in two lanes at least.
    #[test]
    fn joins_only_join_what_is_on_the_screen(review in any_review(), from in 0..3650i64, length in 1..2000i64) {
        let ids: Vec<EntryId> = review.entries.iter().map(|entry| entry.id).collect();
        let events: Vec<Event> = (1..).zip(ids.chunks(3)).map(|(id, entries)| Event {
            id: EventId(id),
            name: String::new(),
            entries: entries.to_vec(),
        }).collect();
        let review = Review { events, ..review };
        let signs = Signs::known(&review, Vec::new(), &[EventId(2)]);
        let first = day("2010-01-01") + chrono::TimeDelta::days(from);
        let range = TimeRange::between(first, first + chrono::TimeDelta::days(length));
        let laid = lanes(&with_signs(&review, &signs), range, 700.0);
        for join in &laid.joins {
            let of_lanes: HashSet<usize> = join.ends.iter().map(|end| end.0).collect();
            prop_assert!(of_lanes.len() > 1);
            for (lane, mark) in &join.ends {
                let mark = laid.mark(*lane, *mark);
                prop_assert!(mark.is_some_and(|mark| mark.right >= -12.0 && mark.left <= 712.0));
            }
        }
    }
}
