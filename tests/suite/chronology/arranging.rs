//! The further filters, and the table's order and groups.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use lantern::chronology::{
    Claims, Column, Filter, GroupKey, Grouping, InEvent, PeopleIndex, Sorting, Withdrawn, arranged,
    filtered, in_order,
};
use lantern::model::{
    About, Basis, Contradiction, ContradictionId, Disclosure, Enquiry, EntryId, Event, EventId,
    ImportId, Review, Standing,
};
use proptest::prelude::*;

use super::{any_review, entry, mixed, review};

fn left(review: &Review, filter: &Filter) -> Vec<i64> {
    let order = in_order(review);
    let people = PeopleIndex::of(review);
    ids(review, &filtered(review, &order, filter, &people, None))
}

fn ids(review: &Review, rows: &[u32]) -> Vec<i64> {
    let entries = rows.iter().map(|row| &review.entries[*row as usize]);
    entries.map(|entry| entry.id.0).collect()
}

fn event(id: i64, name: &str, entries: &[i64]) -> Event {
    Event {
        id: EventId(id),
        name: name.to_owned(),
        entries: entries.iter().copied().map(EntryId).collect(),
    }
}

fn contradiction(id: i64, entries: [i64; 2], standing: Standing) -> Contradiction {
    Contradiction {
        id: ContradictionId(id),
        about: About::Time,
        entries: entries.map(EntryId),
        a: "21:10".to_owned(),
        b: "20:52".to_owned(),
        standing,
        note: String::new(),
    }
}

/// The mixed entries (in order of time 3, 1, 2, 5, 4) with what the further filters ask for.
fn full() -> Review {
    let mut review = mixed();
    let entries = Arc::make_mut(&mut review.entries);
    let mut change = |at: usize, change: &dyn Fn(&mut lantern::model::Entry)| {
        change(Arc::make_mut(&mut entries[at]));
    };
    change(0, &|entry| entry.enquiry = Enquiry::NotAsked);
    change(1, &|entry| entry.disclosure = Disclosure::Disclosed);
    change(2, &|entry| entry.withdrawn = Some(ImportId(7)));
    change(4, &|entry| entry.enquiry = Enquiry::Asked);
    review.events = vec![event(1, "", &[1, 5])];
    review.contradictions = vec![
        contradiction(1, [1, 5], Standing::Disputed),
        contradiction(2, [2, 4], Standing::Resolved),
    ];
    review
}

#[test]
fn further_filters_leave_what_fits() {
    let review = full();
    let with = |change: &dyn Fn(&mut Filter)| {
        let mut filter = Filter::default();
        change(&mut filter);
        filter
    };
    let cases: Vec<(&str, Filter, Vec<i64>)> = vec![
        (
            "what is withdrawn is left out",
            Filter::default(),
            vec![1, 2, 5, 4],
        ),
        (
            "withdrawn among the others",
            with(&|f| f.withdrawn = Withdrawn::Among),
            vec![3, 1, 2, 5, 4],
        ),
        (
            "withdrawn only",
            with(&|f| f.withdrawn = Withdrawn::Only),
            vec![3],
        ),
        (
            "asked or not",
            with(&|f| f.enquiries = vec![Enquiry::Asked, Enquiry::NotAsked]),
            vec![1, 5],
        ),
        (
            "disclosed",
            with(&|f| f.disclosures = vec![Disclosure::Disclosed]),
            vec![2],
        ),
        (
            "in an event",
            with(&|f| f.event = Some(InEvent::Joined)),
            vec![1, 5],
        ),
        (
            "in none",
            with(&|f| f.event = Some(InEvent::Alone)),
            vec![2, 4],
        ),
        (
            "contradicted and not resolved",
            with(&|f| f.contradicted = true),
            vec![1, 5],
        ),
        (
            "a sign that nobody knows",
            with(&|f| f.indicators = vec!["no such sign".into()]),
            vec![],
        ),
    ];
    for (name, filter, expected) in cases {
        assert_eq!(left(&review, &filter), expected, "{name}");
        let kept = serde_json::to_string(&filter).expect("written");
        let read: Filter = serde_json::from_str(&kept).expect("read");
        assert_eq!(read, filter, "{name}");
    }
}

#[test]
fn each_column_sorts_and_what_is_blank_comes_last_both_ways() {
    let mut review = full();
    let entries = Arc::make_mut(&mut review.entries);
    for (at, text, recorder, row) in [
        (0, "beta", "", 9),
        (1, "Alpha", "PC Wren", 2),
        (2, "alpha", "pc Adeyemi", 11),
        (3, "", "", 1),
        (4, "Éclair", "PC Wren", 3),
    ] {
        let entry = Arc::make_mut(&mut entries[at]);
        text.clone_into(&mut entry.text);
        recorder.clone_into(&mut entry.recorder);
        entry.source.file = "return.csv".to_owned();
        entry.source.row = row;
    }
    let order = in_order(&review);
    assert_eq!(ids(&review, &order), [3, 1, 2, 5, 4], "the order of time");
    let people = PeopleIndex::of(&review);
    for (by, up, down) in [
        (Column::When, [3, 1, 2, 5, 4], [5, 2, 1, 3, 4]),
        (Column::Agency, [4, 3, 2, 1, 5], [1, 5, 3, 2, 4]),
        (Column::Text, [3, 2, 1, 5, 4], [5, 1, 3, 2, 4]),
        (Column::Recorder, [3, 2, 5, 1, 4], [2, 5, 3, 1, 4]),
        (Column::Source, [4, 2, 5, 1, 3], [3, 1, 5, 2, 4]),
        (Column::Basis, [1, 2, 3, 5, 4], [2, 1, 3, 5, 4]),
        (Column::Asked, [5, 1, 3, 2, 4], [1, 5, 3, 2, 4]),
        (Column::Disclosed, [2, 3, 1, 5, 4], [2, 3, 1, 5, 4]),
        (Column::People, [2, 3, 1, 5, 4], [2, 3, 1, 5, 4]),
        (Column::Event, [1, 5, 3, 2, 4], [1, 5, 3, 2, 4]),
    ] {
        for (descending, expected) in [(false, up), (true, down)] {
            let sorting = Sorting { by, descending };
            let claims = Claims::of(&review);
            let sorted = arranged(&review, &order, &people, &claims, sorting, Grouping::None);
            assert_eq!(
                ids(&review, &sorted.rows),
                expected,
                "{by:?}, descending: {descending}"
            );
            assert!(sorted.groups.is_empty());
        }
    }
    assert_eq!(review.entries[3].basis, Basis::NotStated);
}

#[test]
fn groups_hold_their_rows_under_a_name() {
    let mut review = full();
    review.events = vec![
        event(1, "", &[1, 5]),
        event(2, "The second call", &[2, 4, 9]),
    ];
    let order = in_order(&review);
    let people = PeopleIndex::of(&review);
    let claims = Claims::of(&review);
    let grouped = |grouping, descending| {
        let sorting = Sorting {
            by: Column::When,
            descending,
        };
        let arranged = arranged(&review, &order, &people, &claims, sorting, grouping);
        let groups: Vec<String> = arranged
            .groups
            .iter()
            .map(|group| {
                let rows = ids(&review, &arranged.rows[group.rows.clone()]);
                format!("{} {rows:?}", group.name)
            })
            .collect();
        (ids(&review, &arranged.rows), groups)
    };
    assert_eq!(
        grouped(Grouping::Year, false).1,
        [
            "2012 [3]",
            "2018 [1]",
            "2019 [2]",
            "2020 [5]",
            "Without a date [4]"
        ]
    );
    assert_eq!(
        grouped(Grouping::Year, true).1,
        [
            "2020 [5]",
            "2019 [2]",
            "2018 [1]",
            "2012 [3]",
            "Without a date [4]"
        ]
    );
    assert_eq!(
        grouped(Grouping::Agency, false).1,
        ["Police [1, 5]", "Mill Lane Surgery [3, 2]", "Homes [4]"]
    );
    let (rows, groups) = grouped(Grouping::Event, false);
    assert_eq!(
        rows,
        [3, 1, 5, 2, 4],
        "what is in no event stays where it is"
    );
    assert_eq!(
        groups,
        ["One event, 1 May 2018 [1, 5]", "The second call [2, 4]"]
    );
}

#[test]
fn an_event_says_how_many_records_it_has_besides_those_shown() {
    let mut review = review(vec![entry(1, 1, "2018-05-01"), entry(2, 2, "2018-05-01")]);
    review.events = vec![event(4, "The call", &[1, 2])];
    let people = PeopleIndex::of(&review);
    let arranged = arranged(
        &review,
        &[1],
        &people,
        &Claims::default(),
        Sorting::default(),
        Grouping::Event,
    );
    let group = &arranged.groups[0];
    assert_eq!(
        (group.key, group.rows.clone(), group.of),
        (GroupKey::Event(EventId(4)), 0..1, Some(2))
    );
}

fn any_sorting() -> impl Strategy<Value = (Sorting, Grouping)> {
    (0..Column::ALL.len(), any::<bool>(), 0..Grouping::ALL.len()).prop_map(
        |(by, descending, grouping)| {
            let by = Column::ALL[by];
            (Sorting { by, descending }, Grouping::ALL[grouping])
        },
    )
}

proptest! {
    #[test]
    fn arranging_holds_every_row_once_and_groups_do_not_overlap(
        review in any_review(),
        (sorting, grouping) in any_sorting(),
        joined in proptest::collection::vec(1..120i64, 0..9),
    ) {
        let mut review = review;
        let there: BTreeSet<i64> = joined.into_iter().filter(|id| *id <= review.entries.len() as i64).collect();
        review.events = vec![event(1, "Joined", &there.into_iter().collect::<Vec<_>>())];
        let order = in_order(&review);
        let people = PeopleIndex::of(&review);
        let arranged = arranged(&review, &order, &people, &Claims::of(&review), sorting, grouping);
        let once: BTreeSet<u32> = arranged.rows.iter().copied().collect();
        prop_assert_eq!(once.len(), order.len());
        prop_assert_eq!(arranged.rows.len(), order.len());
        let mut end = 0;
        for group in &arranged.groups {
            prop_assert!(group.rows.start >= end && !group.rows.is_empty());
            end = group.rows.end;
        }
        prop_assert!(end <= order.len());
    }

    #[test]
    fn a_search_leaves_the_same_however_little_it_found(
        review in any_review(),
        found in proptest::collection::vec(1..140i64, 0..20),
        doubtful: bool,
    ) {
        let order = in_order(&review);
        let people = PeopleIndex::of(&review);
        let filter = Filter { doubtful, ..Filter::default() };
        let found: HashSet<EntryId> = found.into_iter().map(EntryId).collect();
        let all = filtered(&review, &order, &filter, &people, None);
        let expected: Vec<u32> = all
            .into_iter()
            .filter(|row| found.contains(&review.entries[*row as usize].id))
            .collect();
        prop_assert_eq!(filtered(&review, &order, &filter, &people, Some(&found)), expected);
    }
}
