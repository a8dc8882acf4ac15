//! How far men came, and how long they stayed.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::cohort::{Ended, ManRow};
use crate::stats::{Curve, LogRank, Observation, Proportion, log_rank};

/// From referral to completion, each step of all who were referred; `Proportion::interval` gives what each leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Funnel {
    pub assessed: Proportion,
    pub enrolled: Proportion,
    pub completed: Proportion,
    /// Of those who enrolled and no longer attend.
    pub completed_of_ended: Proportion,
}

pub fn funnel(men: &[ManRow]) -> Funnel {
    let share = |holds: &dyn Fn(&ManRow) -> bool| Proportion::of_answers(men.iter().map(holds));
    let completed = |man: &ManRow| man.ended == Some(Ended::Completed);
    let ended = men
        .iter()
        .filter(|man| man.ended.is_some_and(|ended| ended != Ended::Attending));
    Funnel {
        assessed: share(&|man| man.assessed_on.is_some()),
        enrolled: share(&|man| man.enrolled_on.is_some()),
        completed: share(&completed),
        completed_of_ended: Proportion::of_answers(ended.map(completed)),
    }
}

/// What counts as an end of staying. Who completed did not part early: they are last seen then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parting {
    /// He dropped out.
    DroppedOut,
    /// He dropped out or was suspended.
    DroppedOutOrSuspended,
}

/// Weeks from enrolment until each man parted, or was last seen by `today`. Men who never enrolled are not among them; nor is
/// one whose dates run backwards or who has left without a word how.
struct Course {
    source: String,
    observation: Observation,
}

fn courses(men: &[ManRow], parting: Parting, today: NaiveDate) -> Vec<Course> {
    let course = |man: &ManRow| {
        let ended = man.ended?;
        let until = match ended {
            Ended::Attending => today,
            _ => man.left_on?,
        };
        let days = until.min(today) - man.enrolled_on?;
        let parted = match ended {
            Ended::DroppedOut => true,
            Ended::Suspended => parting == Parting::DroppedOutOrSuspended,
            Ended::Completed | Ended::Attending => false,
        };
        Some(Course {
            source: man.source.clone(),
            observation: Observation {
                time: u32::try_from(days.num_weeks())
                    .ok()
                    .filter(|_| days.num_days() >= 0)?,
                ended: parted && until <= today,
            },
        })
    };
    men.iter().filter_map(course).collect()
}

pub fn retention(men: &[ManRow], parting: Parting, today: NaiveDate) -> Curve {
    let courses = courses(men, parting, today);
    let observations: Vec<_> = courses.iter().map(|course| course.observation).collect();
    Curve::of(&observations)
}

/// A curve for each source of referral, in the order of the alphabet, and whether they differ. `None` for the test where they
/// cannot be compared.
pub fn retention_by_source(
    men: &[ManRow],
    parting: Parting,
    today: NaiveDate,
) -> (BTreeMap<String, Curve>, Option<LogRank>) {
    let mut groups: BTreeMap<String, Vec<Observation>> = BTreeMap::new();
    for course in courses(men, parting, today) {
        groups
            .entry(course.source)
            .or_default()
            .push(course.observation);
    }
    let compared = log_rank(&groups.values().collect::<Vec<_>>());
    let curves = groups
        .into_iter()
        .map(|(source, group)| (source, Curve::of(&group)));
    (curves.collect(), compared)
}
