use chrono::NaiveDate;
use lantern::model::ManId;
use lantern::model::programme::{Man, Step, StepKind};
use lantern::programme::{left_on, standing};
use proptest::prelude::*;

use super::{after, day, emrys, step};

#[test]
fn he_stands_at_his_last_step() {
    let mut man = emrys();
    man.steps.push(step("2025-09-01", StepKind::Suspended));
    man.steps.push(step("2025-09-22", StepKind::Attending));
    man.steps.push(step("2026-02-02", StepKind::Completed));
    man.steps.push(step("2026-08-02", StepKind::FollowUp));
    for (today, expected, left) in [
        ("2025-03-31", None, None),
        ("2025-04-01", Some(("2025-04-01", StepKind::Referred)), None),
        (
            "2025-05-01",
            Some(("2025-04-24", StepKind::WaitingList)),
            None,
        ),
        (
            "2025-06-02",
            Some(("2025-06-02", StepKind::Attending)),
            None,
        ),
        (
            "2025-09-02",
            Some(("2025-09-01", StepKind::Suspended)),
            Some("2025-09-01"),
        ),
        (
            "2025-10-01",
            Some(("2025-09-22", StepKind::Attending)),
            None,
        ),
        (
            "2026-03-01",
            Some(("2026-02-02", StepKind::Completed)),
            Some("2026-02-02"),
        ),
        (
            "2026-09-01",
            Some(("2026-08-02", StepKind::FollowUp)),
            Some("2026-02-02"),
        ),
    ] {
        let stands = standing(&man, day(today)).map(|stands| (stands.since, stands.kind));
        assert_eq!(
            stands,
            expected.map(|(since, kind)| (day(since), kind)),
            "{today}"
        );
        assert_eq!(left_on(&man, day(today)), left.map(day), "{today}");
    }
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (0..400_u64, 0..StepKind::ALL.len());
    prop::collection::vec(step, 0..12).prop_map(|steps| {
        steps
            .into_iter()
            .map(|(days, kind)| Step::new(after(day("2025-01-01"), days), StepKind::ALL[kind]))
            .collect()
    })
}

fn with(steps: Vec<Step>) -> Man {
    let mut man = Man::new(ManId(1), "Tariq Bell");
    man.steps = steps;
    man
}

fn today() -> impl Strategy<Value = NaiveDate> {
    (0..420_u64).prop_map(|days| after(day("2025-01-01"), days))
}

proptest! {
    #[test]
    fn he_stands_at_exactly_one_step_whatever_the_dates(steps in steps(), today in today()) {
        let man = with(steps.clone());
        let stands = standing(&man, today);
        let begun = steps.iter().any(|step| step.on <= today);
        prop_assert_eq!(stands.is_some(), begun);
        if let Some(stands) = stands {
            let mut taken = steps.iter();
            prop_assert!(taken.any(|step| (step.on, step.kind) == (stands.since, stands.kind)));
            prop_assert!(stands.since <= today);
            prop_assert!(steps.iter().all(|step| step.on > today || step.on <= stands.since));
        }
        let mut turned = steps;
        turned.reverse();
        prop_assert_eq!(standing(&with(turned), today), stands);
    }
}
