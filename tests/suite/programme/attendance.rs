use lantern::model::programme::{Attendance, Mark, Place};
use lantern::model::{GroupId, ManId, SessionId};
use lantern::programme::register;
use proptest::prelude::*;

use super::{after, day, emrys, programme};

/// One letter a session from the first on: a attended, m missed, u made up on the day after, anything else not registered.
fn marked(letters: &str) -> Vec<Attendance> {
    letters
        .chars()
        .zip(0..)
        .filter_map(|(letter, week)| {
            let mark = match letter {
                'a' => Mark::Attended,
                'm' => Mark::Missed,
                'u' => Mark::MadeUp(after(day("2025-06-03"), 7 * week)),
                _ => return None,
            };
            Some(Attendance {
                man: ManId(1),
                session: SessionId(i64::try_from(week).expect("small") + 1),
                mark,
            })
        })
        .collect()
}

#[test]
fn a_register_is_counted_and_its_runs_are_found() {
    // After ten sessions; a run is its length and the week in which it became significant.
    for (letters, counts, runs) in [
        ("aaaaaaaaaa", (10, 0, 0, 0), vec![]),
        ("amaaaaaaaa", (9, 1, 0, 0), vec![(1, None)]),
        ("ammaaaammm", (5, 5, 0, 0), vec![(2, Some(3)), (3, Some(9))]),
        ("amumaaaaaa", (7, 2, 1, 0), vec![(1, None), (1, None)]),
        ("am.maaaaaa", (7, 2, 0, 1), vec![(2, Some(4))]),
        ("..........", (0, 0, 0, 10), vec![]),
    ] {
        let mut programme = programme();
        programme.attendance = marked(letters);
        let register = register(&programme, &emrys(), day("2025-08-04"));
        let counted = (
            register.attended,
            register.missed,
            register.made_up,
            register.not_registered,
        );
        assert_eq!(counted, counts, "{letters}");
        let found: Vec<_> = register
            .runs
            .iter()
            .map(|run| {
                let week = |on: chrono::NaiveDate| (on - day("2025-06-02")).num_weeks() + 1;
                (run.length, run.significant_on.map(week))
            })
            .collect();
        assert_eq!(found, runs, "{letters}");
    }
}

#[test]
fn only_sessions_of_his_own_place_count() {
    let mut man = emrys();
    man.places = vec![Place {
        group: GroupId(1),
        from: day("2025-06-16"),
        until: Some(day("2025-06-30")),
    }];
    let mut programme = programme();
    programme.attendance = marked("aaaaaaaa");
    assert_eq!(register(&programme, &man, day("2025-12-01")).week(), 3);
    assert_eq!(register(&programme, &man, day("2025-06-17")).week(), 1);
}

#[test]
fn what_is_made_up_later_is_missed_until_then() {
    let mut programme = programme();
    programme.attendance = marked("u");
    for (today, missed, made_up) in [("2025-06-02", 1, 0), ("2025-06-03", 0, 1)] {
        let register = register(&programme, &emrys(), day(today));
        assert_eq!(
            (register.missed, register.made_up),
            (missed, made_up),
            "{today}"
        );
    }
}

proptest! {
    #[test]
    fn every_session_counts_once_and_every_missed_one_is_in_a_run(letters in "[amu.]{0,36}") {
        let mut programme = programme();
        programme.attendance = marked(&letters);
        let register = register(&programme, &emrys(), day("2026-12-01"));
        prop_assert_eq!(register.week(), 36);
        let in_runs: usize = register.runs.iter().map(|run| run.length).sum();
        prop_assert_eq!(in_runs, register.missed);
        for run in &register.runs {
            prop_assert_eq!(run.significant_on.is_some(), run.length >= 2);
        }
    }
}
