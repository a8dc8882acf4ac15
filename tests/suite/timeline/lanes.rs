//! Lanes of agencies and people, silences in them, and events that join them.

use lantern::chronology::{
    LaneOrder, LanesBy, PeopleIndex, Signs, TimeRange, Timeline, in_order, lanes,
};
use lantern::model::{
    About, Contradiction, ContradictionId, Entry, EntryId, EventId, KeyDate, KeyDateId, PersonId,
    Review, Role, Standing,
};

use super::{joined, laid_out, with_signs, year};
use crate::chronology::{dated, day, entry, person, review, when};

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
