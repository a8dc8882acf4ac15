use chrono::NaiveDate;

use crate::model::programme::{Man, Step, StepKind};

/// Where a man stands, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub kind: StepKind,
    pub since: NaiveDate,
}

/// His steps by day; of two on one day the one further on the way comes later. The order in which they were recorded does not matter.
pub fn in_order(man: &Man) -> Vec<&Step> {
    let mut steps: Vec<&Step> = man.steps.iter().collect();
    steps.sort_by_key(|step| (step.on, step.kind));
    steps
}

/// The one place at which he stands on `today`; `None` before his first step.
pub fn standing(man: &Man, today: NaiveDate) -> Option<Standing> {
    let taken = man.steps.iter().filter(|step| step.on <= today);
    taken
        .map(|step| (step.on, step.kind))
        .max()
        .map(|(since, kind)| Standing { kind, since })
}

/// The day on which he left, where he has left by `today` and did not come back.
pub fn left_on(man: &Man, today: NaiveDate) -> Option<NaiveDate> {
    let mut left = None;
    for step in in_order(man).into_iter().filter(|step| step.on <= today) {
        if step.kind.is_leaving() {
            left = Some(step.on);
        } else if step.kind != StepKind::FollowUp {
            left = None;
        }
    }
    left
}

/// His first day in a group or in individual work, by `today`.
pub fn started_on(man: &Man, today: NaiveDate) -> Option<NaiveDate> {
    let work = [
        StepKind::IndividualWork,
        StepKind::Enrolled,
        StepKind::Attending,
    ];
    let steps = man.steps.iter().filter(|step| work.contains(&step.kind));
    let days = steps
        .map(|step| step.on)
        .chain(man.places.iter().map(|place| place.from));
    days.filter(|day| *day <= today).min()
}
