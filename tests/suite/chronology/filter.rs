//! What a filter leaves, and what a figure opens.

use std::collections::HashSet;
use std::sync::Arc;

use lantern::chronology::{Filter, Only, PeopleIndex, Withdrawn, filtered, in_order};
use lantern::model::{AgencyId, Basis, EntryId, ImportId, PersonId};

use super::{day, mixed};

#[test]
fn a_filter_leaves_what_fits_in_order() {
    let review = mixed();
    let order = in_order(&review);
    let people = PeopleIndex::of(&review);
    let from = |text: &str| Some(day(text));
    let cases: Vec<(&str, Filter, Vec<i64>)> = vec![
        ("everything", Filter::default(), vec![3, 1, 2, 5, 4]),
        (
            "from inside a span",
            Filter {
                from: from("2019-03-15"),
                ..Filter::default()
            },
            vec![2, 5],
        ),
        (
            "until inside a span",
            Filter {
                until: from("2019-03-15"),
                ..Filter::default()
            },
            vec![3, 1, 2],
        ),
        (
            "an open start reaches back",
            Filter {
                from: from("2010-01-01"),
                until: from("2011-01-01"),
                ..Filter::default()
            },
            vec![3],
        ),
        (
            "agency",
            Filter {
                agencies: vec![AgencyId(1)],
                ..Filter::default()
            },
            vec![1, 5],
        ),
        (
            "either sector",
            Filter {
                sectors: vec!["gp".into(), "housing".into()],
                ..Filter::default()
            },
            vec![3, 2, 4],
        ),
        (
            "agency and sector",
            Filter {
                agencies: vec![AgencyId(1)],
                sectors: vec!["gp".into()],
                ..Filter::default()
            },
            vec![],
        ),
        (
            "person",
            Filter {
                people: vec![PersonId(1), PersonId(2)],
                ..Filter::default()
            },
            vec![2, 4],
        ),
        (
            "tag",
            Filter {
                tags: vec!["no_enquiry".into()],
                ..Filter::default()
            },
            vec![1, 2],
        ),
        (
            "basis",
            Filter {
                bases: vec![Basis::Victim],
                ..Filter::default()
            },
            vec![1],
        ),
        (
            "doubtful",
            Filter {
                doubtful: true,
                ..Filter::default()
            },
            vec![5, 4],
        ),
        (
            "untagged",
            Filter {
                untagged: true,
                ..Filter::default()
            },
            vec![3, 5, 4],
        ),
        (
            "the records behind a figure",
            Filter {
                only: Some(Only {
                    title: "Police, no enquiry".into(),
                    entries: vec![EntryId(5), EntryId(1), EntryId(99)],
                }),
                ..Filter::default()
            },
            vec![1, 5],
        ),
        (
            "of the records behind a figure those that are tagged",
            Filter {
                only: Some(Only {
                    title: String::new(),
                    entries: vec![EntryId(1), EntryId(5)],
                }),
                tags: vec!["no_enquiry".into()],
                ..Filter::default()
            },
            vec![1],
        ),
    ];
    for (name, filter, expected) in cases {
        let left: Vec<i64> = filtered(&review, &order, &filter, &people, None)
            .into_iter()
            .map(|index| review.entries[index as usize].id.0)
            .collect();
        assert_eq!(left, expected, "{name}");
    }
    let found = HashSet::from([EntryId(4), EntryId(1)]);
    assert_eq!(
        filtered(&review, &order, &Filter::default(), &people, Some(&found)),
        [0, 3]
    );
}

#[test]
fn the_records_behind_a_figure_are_all_shown_whether_withdrawn_or_not() {
    let mut review = mixed();
    let entries = Arc::make_mut(&mut review.entries);
    Arc::make_mut(&mut entries[1]).withdrawn = Some(ImportId(1));
    let (order, people) = (in_order(&review), PeopleIndex::of(&review));
    for (asked, withdrawn, expected) in [
        (vec![1, 4], Withdrawn::LeftOut, vec![1, 4]),
        (vec![2, 4], Withdrawn::Among, vec![2, 4]),
        (vec![], Withdrawn::LeftOut, vec![]),
    ] {
        let asked: Vec<EntryId> = asked.into_iter().map(EntryId).collect();
        let filter = Filter::of_records(&review, "Two of them".into(), asked);
        assert_eq!(filter.withdrawn, withdrawn);
        let kept = serde_json::to_string(&filter).expect("kept in a view");
        assert_eq!(serde_json::from_str::<Filter>(&kept).expect("read"), filter);
        let left: Vec<i64> = filtered(&review, &order, &filter, &people, None)
            .into_iter()
            .map(|index| review.entries[index as usize].id.0)
            .collect();
        assert_eq!(left, expected);
    }
}
