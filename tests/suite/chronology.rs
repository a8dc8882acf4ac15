mod arranging;

use std::collections::{BTreeSet, HashSet};
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use lantern::chronology::{
    Filter, How, LaneOrder, Lanes, PeopleIndex, Shape, TimeRange, Timeline, contacts, filtered,
    gaps, in_order, lanes, ticks, why_here,
};
use lantern::model::{
    Agency, AgencyId, Basis, Certainty, Disclosure, Enquiry, Entry, EntryId, KeyDate, KeyDateId,
    Moment, Person, PersonId, Precision, Review, Role, Source, Tagging, TaggingId, Template, When,
};
use lantern::templates;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// "2019-03-01", "2019-03-01T21:10", "2019-03-01/2019-03-31", "../2012-11-30", "2014-03-01/..", anything else: not understood.
fn when(text: &str) -> When {
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

fn entry(id: i64, agency: i64, time: &str) -> Entry {
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

fn person(id: i64, name: &str, role: Role, aliases: &[&str]) -> Person {
    Person {
        id: PersonId(id),
        name: name.to_owned(),
        role,
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        date_of_birth: None,
        pseudonym: String::new(),
        note: String::new(),
    }
}

fn template() -> Arc<Template> {
    static TEMPLATE: LazyLock<Arc<Template>> =
        LazyLock::new(|| Arc::new(templates::built_in()[0].clone()));
    Arc::clone(&TEMPLATE)
}

/// Police (1), a GP surgery (2) and a housing association (3), with these entries.
fn review(entries: Vec<Entry>) -> Review {
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

fn dated(times: &[&str]) -> Review {
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

#[test]
fn the_longest_silence_of_each_agency_is_named() {
    let review = review(vec![
        entry(1, 1, "2018-01-01"),
        entry(2, 1, "2018-01-05/2018-06-30"),
        entry(3, 1, "2018-07-01"),
        entry(4, 2, "2018-02-01"),
        entry(5, 1, "2018-08-01"),
        entry(6, 1, "unclear"),
    ]);
    let found = gaps(&review, &in_order(&review));
    assert_eq!(found.len(), 1);
    let gap = &found[0];
    assert_eq!(
        (
            gap.agency, gap.from, gap.until, gap.days, gap.before, gap.after
        ),
        (AgencyId(1), day("2018-07-01"), day("2018-08-01"), 30, 2, 4)
    );
}

fn laid_out(review: &Review, range: TimeRange, width: f32) -> Lanes {
    let timeline = Timeline::of(review, &in_order(review), LaneOrder::FirstEntry);
    lanes(&timeline, range, width)
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
    let hit = |row: u8, x: f32| laid.hit(0, row, x, 6.0).map(|mark| mark.entries[0]);
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
        laid.mark_of(1).map(|(lane, mark)| (lane, mark.shape)),
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
        let timeline = Timeline::of(&review, &order, order_of_lanes);
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

/// Moments, spans, open ends and wordings that were not understood, over about ten years.
fn any_when() -> impl Strategy<Value = When> {
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

fn any_review() -> impl Strategy<Value = Review> {
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

    #[test]
    fn the_timeline_loses_no_entry(review in any_review(), from in -300..3900i64, length in 1..4200i64, width in 1f32..2000f32) {
        let order = in_order(&review);
        let first = day("2010-01-01") + chrono::TimeDelta::days(from);
        let range = TimeRange::between(first, first + chrono::TimeDelta::days(length));
        let laid = lanes(&Timeline::of(&review, &order, LaneOrder::Sector), range, width);
        let mut drawn = HashSet::new();
        let mut counted = 0;
        for lane in &laid.lanes {
            for mark in &lane.marks {
                prop_assert!(mark.left <= mark.right);
                prop_assert!(!mark.entries.is_empty());
                for entry in &mark.entries {
                    prop_assert!(drawn.insert(*entry), "entry {} is drawn twice", entry);
                    prop_assert_eq!(review.entries[*entry as usize].agency, lane.agency);
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
        let timeline = Timeline::of(&review, &in_order(&review), LaneOrder::FirstEntry);
        let range = TimeRange::between(day("2009-01-01"), day("2022-12-31"));
        let groups = |range: TimeRange| -> HashSet<Vec<u32>> {
            lanes(&timeline, range, 900.0).lanes.into_iter().flat_map(|lane| lane.marks).map(|mark| mark.entries).collect()
        };
        let moved = groups(range.moved(by as f64));
        prop_assert!(moved.is_subset(&groups(range)));
    }
}
