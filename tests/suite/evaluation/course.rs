use lantern::evaluation::{
    Cohort, Parting, PassedOver, Split, accounts, change, funnel, retention, retention_by,
};
use lantern::model::ManId;
use lantern::model::programme::{Man, Measure, Programme, Step, StepKind, Taken};
use lantern::templates::programme::built_in;

use super::sample::{cohort, day, whole_cohort};

/// Referred by `source`; enrolled and left on these days, each empty where there is none.
fn man(id: i64, source: &str, enrolled: &str, left: &str, how: StepKind) -> Man {
    let mut man = Man::new(ManId(id), "");
    man.referral.source = source.to_owned();
    let steps = [
        ("2023-12-01", StepKind::Referred),
        (enrolled, StepKind::Enrolled),
        (left, how),
    ];
    man.steps = steps
        .into_iter()
        .filter_map(|(on, kind)| Some(Step::new(on.parse().ok()?, kind)))
        .collect();
    man
}

fn of(men: Vec<Man>, today: &str) -> Cohort {
    let mut programme = Programme::new(built_in()[0].clone());
    programme.men = men;
    Cohort::of(&programme, day(today))
}

#[test]
fn the_funnel_of_the_cohort_tells_each_step_of_all() {
    let funnel = funnel(&cohort());
    let told: Vec<String> = funnel
        .steps
        .iter()
        .map(|(_, share)| share.to_string())
        .collect();
    assert_eq!(
        told,
        [
            "70/70 (100 %)",
            "70/70 (100 %)",
            "58/70 (83 %)",
            "27/70 (39 %)",
            "27/70 (39 %)",
            "12/70 (17 %)"
        ]
    );
    assert_eq!(funnel.completed_of_ended.to_string(), "12/25 (48 %)");
    let interval = funnel.steps[3].1.interval().expect("an interval");
    assert!(0.27 < interval.low && interval.high < 0.51, "{interval:?}");
}

#[test]
fn who_completed_or_still_attends_did_not_part() {
    use StepKind::{Attending, Completed, DroppedOut, Suspended};
    let men = vec![
        man(1, "police", "2024-01-01", "2024-01-15", DroppedOut),
        man(2, "police", "2024-01-01", "2024-01-29", Suspended),
        man(3, "police", "2024-01-01", "2024-02-26", Completed),
        man(4, "self", "2024-01-01", "", Attending),
        // Never enrolled: not among them.
        man(5, "self", "", "", Attending),
        // Leaves after today: he attends as yet.
        man(6, "self", "2024-01-01", "2024-04-08", DroppedOut),
    ];
    let cohort = of(men, "2024-03-11");
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
        let retention = retention(&cohort, parting);
        let found = retention
            .curve
            .steps
            .iter()
            .map(|step| (step.time, step.at_risk, step.ended, step.censored));
        assert_eq!(found.collect::<Vec<_>>(), steps, "{parting:?}");
        assert_eq!(retention.passed_over, PassedOver::default());
    }
    let compared = retention_by(&cohort, Parting::DroppedOut, &Split::Source);
    let people: Vec<_> = compared
        .curves
        .iter()
        .map(|(source, curve)| (&**source, curve.people()))
        .collect();
    assert_eq!(people, [("police", 3), ("self", 2)]);
    assert_eq!(compared.without_group, 0);
    let test = compared.test.expect("two groups");
    assert_eq!(test.degrees, 1);
    let expected: Vec<_> = test.groups.iter().map(|group| group.expected).collect();
    assert_eq!(expected, [0.6, 0.4]);
}

#[test]
fn who_cannot_be_counted_is_told() {
    use lantern::model::programme::Place;
    let place = |from: &str| Place {
        group: lantern::model::GroupId(1),
        from: day(from),
        until: None,
    };
    // Left before the first day of his place; no step says that he was enrolled.
    let mut backwards = man(1, "", "", "2024-01-01", StepKind::DroppedOut);
    backwards.places = vec![place("2024-02-01")];
    let known = man(2, "", "2024-01-01", "2024-02-01", StepKind::DroppedOut);
    let cohort = of(vec![backwards, known], "2024-03-11");
    let retention = retention(&cohort, Parting::DroppedOut);
    assert_eq!(retention.curve.people(), 1);
    assert_eq!(
        retention.passed_over,
        PassedOver {
            no_date: 0,
            backwards: 1
        }
    );
    let by_source = retention_by(&cohort, Parting::DroppedOut, &Split::Source);
    assert_eq!(by_source.without_group, 1);
}

#[test]
fn the_cohort_parts_where_its_rows_say() {
    let curve = retention(&cohort(), Parting::DroppedOutOrSuspended).curve;
    assert_eq!((curve.people(), curve.ended()), (27, 13));
    assert_eq!(curve.steps.last().map(|step| step.time), Some(36));
}

#[test]
fn what_she_said_is_opened_by_her_clearance_alone() {
    let (with, me) = whole_cohort();
    let table = accounts(&with, 6, &me).expect("her rows");
    let table = table.open(&me);
    let cells = [
        table.both,
        table.only_the_one,
        table.only_the_other,
        table.neither,
    ];
    assert_eq!(cells, [0, 1, 4, 1]);
    assert!(accounts(&cohort(), 6, &me).is_none());
    assert_eq!(format!("{:?}", with.hers), "Some(behind the wall)");
}

#[test]
fn before_and_after_are_of_the_same_man() {
    let measured = |id: i64, values: &[(Taken, u32)]| {
        let mut man = Man::new(ManId(id), "");
        man.measures = values
            .iter()
            .map(|(taken, value)| Measure {
                key: "responsibility".to_owned(),
                on: day("2024-01-01"),
                taken: *taken,
                value: *value,
            })
            .collect();
        man
    };
    use Taken::{Before, End, Halfway};
    let men = vec![
        measured(1, &[(Before, 3), (End, 7)]),
        measured(2, &[(End, 4), (Before, 5)]),
        measured(3, &[(Before, 2)]),
        measured(4, &[(End, 6), (Halfway, 1)]),
        measured(5, &[]),
    ];
    let change = change(&of(men, "2024-03-11"), "responsibility", (Before, End));
    assert_eq!(
        (change.pairs, change.rose, change.same, change.fell),
        (2, 1, 0, 1)
    );
    assert_eq!((change.before_missing, change.after_missing), (1, 1));
    assert_eq!(change.difference.map(|it| it.mean), Some(1.5));
}
