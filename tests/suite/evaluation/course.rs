use chrono::NaiveDate;
use lantern::evaluation::cohort::{Answer, Ended, FollowUpRow, FollowedUp, ManRow, MeasureRow};
use lantern::evaluation::{
    Parting, accounts, change, funnel, response, retention, retention_by_source,
};

use super::rows;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn man(source: &str, enrolled: &str, left: &str, ended: Option<Ended>) -> ManRow {
    ManRow {
        case: String::new(),
        referred_on: day("2024-01-01"),
        source: source.to_owned(),
        assessed_on: None,
        assessment: String::new(),
        enrolled_on: enrolled.parse().ok(),
        left_on: left.parse().ok(),
        ended,
        reason: String::new(),
        ethnicity: String::new(),
    }
}

#[test]
fn the_funnel_of_the_cohort_tells_each_step_of_all() {
    let men: Vec<ManRow> = rows("men.csv");
    let funnel = funnel(&men);
    let told = [
        funnel.assessed,
        funnel.enrolled,
        funnel.completed,
        funnel.completed_of_ended,
    ];
    assert_eq!(
        told.map(|step| step.to_string()),
        [
            "58/70 (83 %)",
            "27/70 (39 %)",
            "12/70 (17 %)",
            "12/25 (48 %)"
        ]
    );
    let interval = funnel.enrolled.interval().expect("an interval");
    assert!(0.27 < interval.low && interval.high < 0.51, "{interval:?}");
}

#[test]
fn who_completed_or_still_attends_did_not_part() {
    use Ended::{Attending, Completed, DroppedOut, Suspended};
    let men = [
        man("police", "2024-01-01", "2024-01-15", Some(DroppedOut)),
        man("police", "2024-01-01", "2024-01-29", Some(Suspended)),
        man("police", "2024-01-01", "2024-02-26", Some(Completed)),
        man("self", "2024-01-01", "", Some(Attending)),
        // Never enrolled; left without a date; dates that run backwards: none of them stayed for a time that is known.
        man("self", "", "", None),
        man("self", "2024-01-01", "", Some(DroppedOut)),
        man("self", "2024-02-01", "2024-01-01", Some(DroppedOut)),
        // Leaves after today: he attends as yet.
        man("self", "2024-01-01", "2024-04-08", Some(DroppedOut)),
    ];
    let today = day("2024-03-11");
    for (parting, steps) in [
        (
            Parting::DroppedOut,
            [(2, 5, 1, 0), (4, 4, 0, 1), (8, 3, 0, 1), (10, 2, 0, 2)],
        ),
        (
            Parting::DroppedOutOrSuspended,
            [(2, 5, 1, 0), (4, 4, 1, 0), (8, 3, 0, 1), (10, 2, 0, 2)],
        ),
    ] {
        let curve = retention(&men, parting, today);
        let found = curve
            .steps
            .iter()
            .map(|step| (step.time, step.at_risk, step.ended, step.censored));
        assert_eq!(found.collect::<Vec<_>>(), steps, "{parting:?}");
    }
    let (curves, compared) = retention_by_source(&men, Parting::DroppedOut, today);
    let people: Vec<_> = curves
        .iter()
        .map(|(source, curve)| (&**source, curve.people()))
        .collect();
    assert_eq!(people, [("police", 3), ("self", 2)]);
    let compared = compared.expect("two groups");
    assert_eq!(compared.degrees, 1);
    let expected: Vec<_> = compared.groups.iter().map(|group| group.expected).collect();
    assert_eq!(expected, [0.6, 0.4]);
}

#[test]
fn the_cohort_parts_where_its_rows_say() {
    let men: Vec<ManRow> = rows("men.csv");
    let curve = retention(&men, Parting::DroppedOutOrSuspended, day("2006-03-31"));
    assert_eq!((curve.people(), curve.ended()), (27, 13));
    assert_eq!(curve.steps.last().map(|step| step.time), Some(36));
}

#[test]
fn the_response_stands_beside_what_both_said() {
    use Answer::{No, NotAsked, NotKnown, Yes};
    use FollowedUp::{NotTraced, Reached, Refused};
    let row = |due: &str, result, his_account, her_account| FollowUpRow {
        case: String::new(),
        due_on: day(due),
        result,
        his_account,
        her_account,
        police: NotAsked,
    };
    let asked = [
        row("2024-01-01", Some(Reached), No, Yes),
        row("2024-01-02", Some(Reached), No, No),
        row("2024-01-03", Some(Reached), Yes, NotKnown),
        row("2024-01-04", Some(Refused), NotAsked, Yes),
        row("2024-01-05", Some(NotTraced), NotAsked, NotAsked),
        row("2024-01-06", None, NotAsked, NotAsked),
        row("2024-06-01", None, NotAsked, NotAsked),
    ];
    let response = response(&asked, day("2024-01-06"));
    assert_eq!(
        (response.refused, response.not_traced, response.overdue),
        (1, 1, 1)
    );
    let rate = response.rate().map(|rate| rate.to_string());
    assert_eq!(rate.as_deref(), Some("3/6 (50 %)"));
    let table = accounts(&asked);
    let cells = [
        table.both,
        table.only_the_one,
        table.only_the_other,
        table.neither,
    ];
    assert_eq!(cells, [0, 0, 1, 1]);
    let missing = [
        table.the_one_missing,
        table.the_other_missing,
        table.both_missing,
    ];
    assert_eq!(missing, [1, 1, 3]);
}

#[test]
fn before_and_after_are_of_the_same_man() {
    let row = |case: &str, when: &str, responsibility| MeasureRow {
        case: case.to_owned(),
        when: when.to_owned(),
        responsibility,
        readiness: Some(1),
    };
    let measured = [
        row("1", "before", Some(3)),
        row("1", "end", Some(7)),
        row("2", "end", Some(4)),
        row("2", "before", Some(5)),
        row("3", "before", Some(2)),
        row("4", "before", None),
        row("4", "end", Some(6)),
        row("4", "halfway", Some(1)),
    ];
    let change = change(&measured, "before", "end", |row| row.responsibility);
    assert_eq!(
        (change.pairs, change.rose, change.same, change.fell),
        (2, 1, 0, 1)
    );
    assert_eq!((change.before_missing, change.after_missing), (1, 1));
    assert_eq!(change.difference.map(|it| it.mean), Some(1.5));
}
