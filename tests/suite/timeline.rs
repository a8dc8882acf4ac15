//! The timeline's geometry: what is drawn where, and that nothing is lost by drawing it together.

mod lanes;
mod marks;
mod scale;
mod signs;

use std::collections::{BTreeMap, HashSet};

use lantern::chronology::{
    LaneOf, LaneOrder, Lanes, LanesBy, PeopleIndex, Signs, TimeRange, Timeline, in_order, lanes,
};
use lantern::model::{Entry, EntryId, Event, EventId, Moment, PersonId, Review, Role};
use proptest::prelude::*;

use super::chronology::{any_review, dated, day, entry, person, review};

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

fn year(year: i32) -> TimeRange {
    TimeRange::between(day(&format!("{year}-01-01")), day(&format!("{year}-12-31")))
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
