//! Dates that are counted from another, and ages.

use super::*;

#[test]
fn anchors_are_found_under_each_of_their_wordings() {
    let anchored = Context {
        anchors: vec![Anchor {
            name: "death".to_owned(),
            words: vec!["the fatal incident".to_owned(), "Amina’s death".to_owned()],
            when: When::on(day(2020, 1, 15)),
            hangs_on: None,
        }],
        ..context()
    };
    for wording in [
        "two days before her death",
        "two days before the death",
        "2 days prior to the fatal incident",
        "two days before Amina’s death",
        "TWO DAYS BEFORE FATAL INCIDENT",
    ] {
        let dates = read(wording, &anchored).dates;
        assert_eq!(
            dates[0].earliest,
            Some(Moment::day(day(2020, 1, 13))),
            "{wording}"
        );
    }
    let unknown = read("two days before the first incident", &anchored);
    assert_eq!(unknown.kind, Kind::NotUnderstood);
}

fn attack(when: &str) -> Anchor {
    Anchor {
        name: "attack".to_owned(),
        words: vec!["the stabbing".to_owned()],
        when: from_edtf(when).expect("EDTF"),
        hangs_on: Some(HangsOn::KeyDate(KeyDateId(7))),
    }
}

#[test]
fn a_relative_date_hangs_on_its_anchor() {
    let anchored = Context {
        anchors: vec![attack("2017-05-10")],
        ..context()
    };
    for (wording, hangs) in [
        ("two days after the attack", true),
        ("the morning after the stabbing", true),
        ("on the day of the attack", true),
        ("before the attack", true),
        ("between 1 March 2017 and the attack", true),
        ("in the six months leading up to the stabbing", true),
        ("10 May 2017", false),
        ("two days after 10 May 2017", false),
        ("two days after the trial", false),
    ] {
        let when = read(wording, &anchored).dates.remove(0);
        let expected = hangs.then_some(HangsOn::KeyDate(KeyDateId(7)));
        assert_eq!(when.hangs_on, expected, "{wording}");
    }
}

#[test]
fn a_wording_can_be_read_from_an_event_that_was_chosen() {
    for (wording, anchor, expected) in [
        (
            "two days after the argument at the Okafors’",
            "2017-05-10",
            "2017-05-12..2017-05-12 day inferred",
        ),
        (
            "a week later",
            "2017-05-10",
            "2017-05-17..2017-05-17 day inferred",
        ),
        (
            "the next morning",
            "2017-05-10",
            "2017-05-11T06:00..2017-05-11T11:59 part_of_day inferred",
        ),
        (
            "same day, 21:10",
            "2017-05-10",
            "2017-05-10T21:10..2017-05-10T21:10 minute inferred",
        ),
        (
            "21:10",
            "2017-05-10",
            "2017-05-10T21:10..2017-05-10T21:10 minute inferred",
        ),
        (
            "after her mother’s funeral",
            "2017-05-10",
            "2017-05-11.. day inferred",
        ),
        (
            "prior to the conclusion of criminal proceedings",
            "2017-05-10",
            "..2017-05-09 day inferred",
        ),
        (
            "about three weeks before the move to refuge",
            "2017-05-10",
            "2017-04-19..2017-04-19 day approximate",
        ),
        (
            "two days after the argument",
            "2017-05",
            "2017-05-03..2017-06-02 span inferred",
        ),
        (
            "the following week",
            "2017-05-10",
            "2017-05-15..2017-05-21 span inferred",
        ),
        (
            "twenty minutes after the call",
            "2017-05-10T20:00:00",
            "2017-05-10T20:20..2017-05-10T20:20 minute inferred",
        ),
        ("3 March 2013", "2017-05-10", "-"),
        ("seen by her GP", "2017-05-10", "-"),
        ("n/k", "2017-05-10", "-"),
        ("", "2017-05-10", "-"),
    ] {
        let reading = read_from(wording, &attack(anchor), &context());
        let when = &reading.dates[0];
        assert_eq!(outcome(when), expected, "{wording}: {when:?}");
        assert_eq!(when.wording, wording);
        assert_eq!(
            when.hangs_on.is_some(),
            when.is_understood(),
            "{wording}: {when:?}"
        );
        assert_eq!(
            reading.kind == Kind::NotUnderstood,
            expected == "-",
            "{wording}"
        );
    }
    let own = read_from("3 March 2013", &attack("2017-05-10"), &context());
    assert_eq!(
        own.dates[0].warnings,
        ["These words give a date of their own; they do not count from another event."]
    );
}

#[test]
fn an_age_says_whose_birth_date_is_missing() {
    let birth = |name: &str| Anchor {
        name: format!("birth of {name}"),
        when: from_edtf("1990-05-03").expect("EDTF"),
        ..Anchor::default()
    };
    for (wording, names, expected) in [
        (
            "in her late 70s",
            &[][..],
            "This is an age, not a date. It can be dated once the date of birth of the person meant by “her” is known. \
             Add that person’s date of birth, or add the date here.",
        ),
        (
            "as a child",
            &[],
            "This is a time of life, not a date. It can be dated once the date of birth of the person it speaks of is known. \
             Add that person’s date of birth, or add the date here.",
        ),
        (
            "on his 18th birthday",
            &["Amina", "Tomasz"],
            "This is a birthday, and more than one date of birth is known, so that it is not sure from which it counts: \
             “birth of Amina” or “birth of Tomasz”. Add the date here if you know it.",
        ),
        (
            "when Tomasz was 14",
            &["Amina", "Tomasz"],
            "Counted as age 14 from “birth of Tomasz” (3 May 1990).",
        ),
    ] {
        let context = Context {
            anchors: names.iter().map(|name| birth(name)).collect(),
            ..context()
        };
        let when = read(wording, &context).dates.remove(0);
        let all: Vec<&String> = when.inferred.iter().chain(&when.warnings).collect();
        assert_eq!(all, [expected], "{wording}");
    }
}
