use lantern::model::programme::StepKind;
use lantern::programme::{Keep, keeping};

use super::{day, emrys, programme, step};

#[test]
fn a_file_is_kept_for_six_years_after_he_left() {
    let state = |left: Option<StepKind>, destroyed: Option<&str>, today: &str| {
        let (mut man, mut programme) = (emrys(), programme());
        man.steps.extend(left.map(|kind| step("2026-02-02", kind)));
        man.destroyed = destroyed.map(day);
        programme.men.push(man);
        keeping(&programme, day(today))[0].state
    };
    for (left, destroyed, today, expected) in [
        (None, None, "2026-01-01", Keep::InUse),
        (Some(StepKind::Completed), None, "2026-02-01", Keep::InUse),
        (
            Some(StepKind::Completed),
            None,
            "2026-02-02",
            Keep::Until(day("2032-02-02")),
        ),
        (
            Some(StepKind::DroppedOut),
            None,
            "2032-02-01",
            Keep::Until(day("2032-02-02")),
        ),
        (
            Some(StepKind::DroppedOut),
            None,
            "2032-02-02",
            Keep::Due(day("2032-02-02")),
        ),
        (
            Some(StepKind::DroppedOut),
            Some("2032-03-01"),
            "2032-03-01",
            Keep::Destroyed(day("2032-03-01")),
        ),
    ] {
        assert_eq!(
            state(left, destroyed, today),
            expected,
            "{left:?} {destroyed:?} {today}"
        );
    }
}

#[test]
fn of_who_was_not_taken_on_only_monitoring_data_stay() {
    for (kind, destroyed, expected) in [
        (
            StepKind::Unsuitable,
            None,
            Keep::ReduceToMonitoring(day("2025-05-05")),
        ),
        (
            StepKind::DroppedOut,
            None,
            Keep::ReduceToMonitoring(day("2025-05-05")),
        ),
        (
            StepKind::Unsuitable,
            Some("2025-06-01"),
            Keep::MonitoringOnly(day("2025-06-01")),
        ),
    ] {
        let (mut man, mut programme) = (emrys(), programme());
        man.steps.retain(|step| step.on < day("2025-05-01"));
        man.steps.push(step("2025-05-05", kind));
        man.places.clear();
        man.destroyed = destroyed.map(day);
        programme.men.push(man);
        assert_eq!(
            keeping(&programme, day("2025-07-01"))[0].state,
            expected,
            "{kind:?}"
        );
    }
}
