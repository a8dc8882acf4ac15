//! The chronology: its order, what a filter leaves, who is named where.

mod arranging;
mod filter;
mod order;
mod people;

use std::collections::{BTreeSet, HashSet};
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use lantern::chronology::{Filter, PeopleIndex, filtered, in_order};
use lantern::model::{
    Agency, AgencyId, Basis, Certainty, Disclosure, Enquiry, Entry, EntryId, Moment, Person,
    PersonId, Precision, Review, Role, Source, Tagging, TaggingId, Template, When,
};
use lantern::templates;
use proptest::prelude::*;

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// "2019-03-01", "2019-03-01T21:10", "2019-03-01/2019-03-31", "../2012-11-30", "2014-03-01/..", anything else: not understood.
pub(super) fn when(text: &str) -> When {
    let end = |text: &str| text.parse::<Moment>().ok();
    let (earliest, latest) = match text.split_once('/') {
        Some((earliest, latest)) => (end(earliest), end(latest)),
        None => (end(text), end(text)),
    };
    When {
        wording: text.to_owned(),
        earliest,
        latest,
        precision: Precision::Day,
        ..When::default()
    }
}

pub(super) fn entry(id: i64, agency: i64, time: &str) -> Entry {
    Entry {
        id: EntryId(id),
        agency: AgencyId(agency),
        when: when(time),
        text: String::new(),
        response: String::new(),
        seen: String::new(),
        recorder: String::new(),
        document: String::new(),
        comment: String::new(),
        basis: Basis::NotStated,
        enquiry: Enquiry::NotRecorded,
        disclosure: Disclosure::NotRecorded,
        other: Vec::new(),
        source: Source::default(),
        position: id,
        people: Vec::new(),
        withdrawn: None,
    }
}

pub(super) fn person(id: i64, name: &str, role: Role, aliases: &[&str]) -> Person {
    Person {
        id: PersonId(id),
        name: name.to_owned(),
        role,
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        date_of_birth: None,
        pseudonym: String::new(),
        note: String::new(),
        ..Person::default()
    }
}

pub(super) fn template() -> Arc<Template> {
    static TEMPLATE: LazyLock<Arc<Template>> =
        LazyLock::new(|| Arc::new(templates::built_in()[0].clone()));
    Arc::clone(&TEMPLATE)
}

/// Police (1), a GP surgery (2) and a housing association (3), with these entries.
pub(super) fn review(entries: Vec<Entry>) -> Review {
    let agencies = [
        (1, "Police", "police"),
        (2, "Mill Lane Surgery", "gp"),
        (3, "Homes", "housing"),
    ];
    Review {
        agencies: agencies
            .into_iter()
            .map(|(id, name, sector)| Agency {
                id: AgencyId(id),
                name: name.to_owned(),
                sector: sector.to_owned(),
                due: None,
                note: String::new(),
            })
            .collect(),
        entries: Arc::new(entries.into_iter().map(Arc::new).collect()),
        ..Review::empty(template())
    }
}

pub(super) fn dated(times: &[&str]) -> Review {
    review(
        (1..)
            .zip(times)
            .map(|(id, time)| entry(id, 1, time))
            .collect(),
    )
}

/// Five entries that a filter can tell apart.
fn mixed() -> Review {
    let mut entries = vec![
        entry(1, 1, "2018-05-01"),
        entry(2, 2, "2019-03-01/2019-03-31"),
        entry(3, 2, "../2012-11-30"),
        entry(4, 3, "unclear"),
        entry(5, 1, "2020-01-10T10:00"),
    ];
    entries[0].basis = Basis::Victim;
    entries[1].basis = Basis::Perpetrator;
    entries[1].seen = "Amina Yusuf".to_owned();
    entries[3].text = "Mr Danso rang".to_owned();
    entries[4].when.warnings = vec!["10 January or 1 October?".to_owned()];
    let mut review = review(entries);
    review.people = vec![
        person(1, "Amina Yusuf", Role::Victim, &[]),
        person(2, "Kofi Danso", Role::Perpetrator, &["Mr Danso"]),
    ];
    review.taggings = vec![
        tagging(1, 1, "no_enquiry"),
        tagging(2, 2, "information_not_shared"),
        tagging(3, 2, "no_enquiry"),
    ];
    review
}

fn tagging(id: i64, entry: i64, weakness: &str) -> Tagging {
    Tagging {
        id: TaggingId(id),
        entry: EntryId(entry),
        weakness: weakness.to_owned(),
        coder: "R. Okoro".to_owned(),
        memo: String::new(),
        passages: Vec::new(),
    }
}

/// Moments, spans, open ends and wordings that were not understood, over about ten years.
pub(super) fn any_when() -> impl Strategy<Value = When> {
    let moment = || {
        (0..3650i64, proptest::option::of(0..1440u32)).prop_map(|(days, minute)| {
            let date = day("2010-01-01") + chrono::TimeDelta::days(days);
            let time = minute
                .and_then(|minute| chrono::NaiveTime::from_hms_opt(minute / 60, minute % 60, 0));
            Moment { date, time }
        })
    };
    let certainty = prop_oneof![
        Just(Certainty::Exact),
        Just(Certainty::Approximate),
        Just(Certainty::Uncertain),
        Just(Certainty::Inferred),
    ];
    (
        proptest::option::weighted(0.9, moment()),
        0..400i64,
        0..10u8,
        certainty,
    )
        .prop_map(|(first, length, kind, certainty)| {
            let last = first.map(|first| match kind {
                0..=5 => first,
                _ => Moment::day(first.date + chrono::TimeDelta::days(length)),
            });
            When {
                earliest: first.filter(|_| kind != 9),
                latest: last.filter(|_| kind != 8),
                certainty,
                ..When::default()
            }
        })
}

pub(super) fn any_review() -> impl Strategy<Value = Review> {
    proptest::collection::vec((any_when(), 1..4i64, -2..3i64), 0..120).prop_map(|rows| {
        let entries = (1..).zip(rows).map(|(id, (when, agency, position))| Entry {
            when,
            position,
            ..entry(id, agency, "")
        });
        review(entries.collect())
    })
}

proptest! {
    #[test]
    fn the_order_holds_every_entry_once_and_never_goes_back(review in any_review()) {
        let order = in_order(&review);
        let all: BTreeSet<u32> = order.iter().copied().collect();
        prop_assert_eq!(all.len(), review.entries.len());
        prop_assert_eq!(order.len(), review.entries.len());
        for pair in order.windows(2) {
            let key = |index: u32| {
                let entry = &review.entries[index as usize];
                (entry.when.order_key(), entry.position, entry.id)
            };
            prop_assert!(key(pair[0]) < key(pair[1]));
        }
    }

    #[test]
    fn a_filter_takes_away_and_never_moves(review in any_review(), from in 0..3650i64, length in 0..900i64, doubtful: bool, agency in 1..4i64) {
        let order = in_order(&review);
        let from = day("2010-01-01") + chrono::TimeDelta::days(from);
        let filter = Filter {
            from: Some(from),
            until: Some(from + chrono::TimeDelta::days(length)),
            agencies: vec![AgencyId(agency)],
            doubtful,
            ..Filter::default()
        };
        let left = filtered(&review, &order, &filter, &PeopleIndex::of(&review), None);
        let kept: HashSet<u32> = left.iter().copied().collect();
        let expected: Vec<u32> = order.iter().copied().filter(|index| kept.contains(index)).collect();
        prop_assert_eq!(left, expected);
    }
}
