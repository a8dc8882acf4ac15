mod arranging;

use std::collections::{BTreeSet, HashSet};
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use lantern::chronology::{
    Filter, How, Only, PeopleIndex, Withdrawn, contacts, filtered, in_order, why_here,
};
use lantern::model::{
    Agency, AgencyId, Basis, Certainty, Disclosure, Enquiry, Entry, EntryId, ImportId, Moment,
    Person, PersonId, Precision, Review, Role, Source, Tagging, TaggingId, Template, When,
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

#[test]
fn entries_stand_in_order_of_earliest_then_latest_then_the_return() {
    let times = [
        "sometime",
        "2019-03-01/2019-03-31",
        "2019-03-01T21:10",
        "2019-03-01",
        "../2012-11-30",
        "2019-03-01T09:00",
        "2014-03-01/..",
        "2019-03-01",
        "2012-11-30",
    ];
    let review = dated(&times);
    let in_words: Vec<&str> = in_order(&review)
        .into_iter()
        .map(|index| times[index as usize])
        .collect();
    assert_eq!(
        in_words,
        [
            "../2012-11-30",
            "2012-11-30",
            "2014-03-01/..",
            "2019-03-01",
            "2019-03-01",
            "2019-03-01/2019-03-31",
            "2019-03-01T09:00",
            "2019-03-01T21:10",
            "sometime",
        ]
    );
}

#[test]
fn the_chairs_own_order_decides_within_one_time() {
    let mut entries = vec![
        entry(1, 1, "2019-03-01"),
        entry(2, 1, "2019-03-01"),
        entry(3, 2, "2019-03-01"),
    ];
    entries[2].position = -5;
    assert_eq!(in_order(&review(entries)), [2, 0, 1]);
}

#[test]
fn the_screen_says_why_an_entry_stands_where_it_does() {
    let mut review = dated(&[
        "../2012-11-30",
        "2015-06-02",
        "2019-03-01",
        "2019-03-01T21:10",
        "2019-03-01/2019-03-31",
        "in her late 70s",
        "",
    ]);
    let mut assumed = entry(8, 2, "2020-08-19");
    assumed.when.inferred = vec!["The year comes from the heading “2020” above.".to_owned()];
    Arc::make_mut(&mut review.entries).push(Arc::new(assumed));
    let order = in_order(&review);
    let shared = "it shares that day with 2 other entries. Within a day, entries without a time come first, then by time, \
                  by latest day, and then as in the return or as you placed them.";
    let cases = [
        "Stands here because its start is open and its latest day is 30 November 2012; no other entry has that day.".to_owned(),
        "Stands here because its earliest day is 2 June 2015; no other entry has that day.".to_owned(),
        format!("Stands here because its earliest day is 1 March 2019; {shared}"),
        format!("Stands here because its earliest day is 1 March 2019; {shared}"),
        format!("Stands here because its earliest time is 1 March 2019, 21:10; {shared}"),
        "Stands here because its earliest day is 19 August 2020; no other entry has that day. Part of its date was assumed: \
         The year comes from the heading “2020” above."
            .to_owned(),
        "Stands at the end because “in her late 70s” was not understood as a date, beside 1 other entry without one, as in the \
         return or as you placed them. Give it a date to place it."
            .to_owned(),
        "Stands at the end because the record gives no date, beside 1 other entry without one, as in the return or as you \
         placed them. Give it a date to place it."
            .to_owned(),
        String::new(),
    ];
    for (at, expected) in cases.iter().enumerate() {
        assert_eq!(why_here(&review, &order, at), *expected);
    }
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

#[test]
fn people_are_found_by_hand_seen_and_in_the_text() {
    let mut entries = vec![
        entry(1, 1, "2019-01-01"),
        entry(2, 1, "2019-01-02"),
        entry(3, 1, "2019-01-03"),
    ];
    entries[0].seen = "AMINA YUSUF and child".to_owned();
    entries[0].text = "Amina Yusuf said that Kofi's car was outside.".to_owned();
    entries[1].text = "Kofi and Sam seen in the street.".to_owned();
    entries[1].people = vec![PersonId(1)];
    entries[2].comment = "Kofi Danso was not asked.".to_owned();
    entries[2].recorder = "Amina Yusuf".to_owned();
    let mut review = review(entries);
    review.people = vec![
        person(1, "Amina Yusuf", Role::Victim, &[]),
        person(2, "Kofi Danso", Role::Perpetrator, &["Kofi"]),
        person(3, "Samuel Danso", Role::Child, &["Sam"]),
        person(4, "Samira Yusuf", Role::Family, &["Sam"]),
    ];
    let people = PeopleIndex::of(&review);
    let found = |index: usize| -> Vec<(i64, How, bool, bool)> {
        let named = people.in_entry(index).iter();
        named
            .map(|one| (one.person.0, one.how, one.uncertain, one.comment_only))
            .collect()
    };
    assert_eq!(
        found(0),
        [(1, How::Seen, false, false), (2, How::InText, false, false)]
    );
    assert_eq!(
        found(1),
        [
            (1, How::ByHand, false, false),
            (2, How::InText, false, false),
            (3, How::InText, true, false),
            (4, How::InText, true, false),
        ]
    );
    assert_eq!(found(2), [(2, How::InText, false, true)]);
    assert_eq!(found(3), []);
}

#[test]
fn an_index_made_after_an_edit_is_the_same_as_a_new_one() {
    // More entries than one thread takes; every third names her.
    let mut entries: Vec<Entry> = (1..=7000).map(|id| entry(id, 1, "2019-01-01")).collect();
    for named in entries.iter_mut().step_by(3) {
        named.text = "Amina Yusuf rang.".to_owned();
    }
    let mut review = review(entries);
    review.people = vec![person(1, "Amina Yusuf", Role::Victim, &[])];
    let before = PeopleIndex::of(&review);
    let named = |index: &PeopleIndex, review: &Review| -> Vec<usize> {
        let all = 0..review.entries.len();
        all.filter(|at| !index.in_entry(*at).is_empty()).collect()
    };
    assert_eq!(
        named(&before, &review),
        (0..7000).step_by(3).collect::<Vec<usize>>()
    );

    let mut changed = entry(5, 1, "2019-01-01");
    changed.seen = "Amina Yusuf".to_owned();
    let all = Arc::make_mut(&mut review.entries);
    all[4] = Arc::new(changed);
    all.remove(0);
    let after = before.refreshed(&review);
    assert_eq!(
        named(&after, &review),
        named(&PeopleIndex::of(&review), &review)
    );
    assert_eq!(after.in_entry(3)[0].how, How::Seen);

    review.people.push(person(2, "Rang", Role::Other, &[]));
    assert_eq!(
        after.refreshed(&review).in_entry(2).len(),
        2,
        "a new name is looked for everywhere"
    );
}

#[test]
fn contacts_are_counted_by_the_documented_rule() {
    let mut entries: Vec<Entry> = (1..=7).map(|id| entry(id, 2, "2019-01-01")).collect();
    entries[0].seen = "Amina Yusuf".to_owned();
    entries[0].enquiry = Enquiry::Asked;
    entries[0].disclosure = Disclosure::Disclosed;
    // Somebody else was seen: naming her in the text is no contact with her.
    entries[1].seen = "Kofi Danso".to_owned();
    entries[1].text = "Amina Yusuf did not come.".to_owned();
    entries[2].text = "Amina Yusuf attended.".to_owned();
    entries[2].enquiry = Enquiry::NotAsked;
    entries[3].people = vec![PersonId(1)];
    entries[3].agency = AgencyId(1);
    entries[4].comment = "Amina Yusuf should have been asked.".to_owned();
    entries[5].seen = "Amina Yusuf".to_owned();
    entries[5].when = when("2003-01-01");
    entries[6].seen = "amina".to_owned();
    entries[6].enquiry = Enquiry::NotPossible;
    let mut review = review(entries);
    review.details.scope_from = Some(day("2015-01-01"));
    review.people = vec![
        person(1, "Amina Yusuf", Role::Victim, &["Amina"]),
        person(2, "Kofi Danso", Role::Perpetrator, &[]),
        person(3, "Nobody Yet", Role::Other, &[]),
    ];
    let counted = contacts(&review, &PeopleIndex::of(&review));
    let of = |row: usize| -> Vec<(&str, [u32; 7])> {
        counted[row]
            .sectors
            .iter()
            .map(|one| {
                let asking = [one.asked, one.not_asked, one.not_possible, one.not_recorded];
                assert_eq!(one.contacts, asking.iter().sum::<u32>());
                (
                    one.sector.as_str(),
                    [
                        one.contacts,
                        asking[0],
                        asking[1],
                        asking[2],
                        asking[3],
                        one.disclosed,
                        one.uncertain,
                    ],
                )
            })
            .collect()
    };
    assert_eq!(
        of(0),
        [
            ("police", [1, 0, 0, 0, 1, 0, 0]),
            ("gp", [3, 1, 1, 1, 0, 1, 1])
        ]
    );
    assert_eq!(counted[0].outside_period, 1);
    assert_eq!(counted[0].total().contacts, 4);
    assert_eq!(of(1), [("gp", [1, 0, 0, 0, 1, 0, 0])]);
    assert_eq!(of(2), []);
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
