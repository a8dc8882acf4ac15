use chrono::{Months, NaiveDate};

use super::duties::after_days;
use crate::model::PartnerId;
use crate::model::programme::{FollowUp, FollowUpResult, Man, ProgrammeTemplate, StepKind};
use crate::wall::{Hers, View, Walled, WomensSafety};

/// A follow-up window after completion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    pub months: u32,
    /// The day on which it falls due.
    pub on: NaiveDate,
    pub state: FollowUpState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FollowUpState {
    NotYet,
    Due,
    Overdue,
    Reached(NaiveDate),
    Refused(NaiveDate),
    NotTraced(NaiveDate),
}

/// How many of the windows that have fallen due were answered. Goes beside every figure of a follow-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Response {
    pub reached: usize,
    pub refused: usize,
    pub not_traced: usize,
    /// Fallen due, without a result: due and overdue.
    pub open: usize,
}

impl Response {
    /// The denominator of the response rate.
    pub fn fallen_due(self) -> usize {
        self.reached + self.refused + self.not_traced + self.open
    }
}

/// The template’s windows of a man who has completed by `today`; none for anybody else.
pub fn follow_up_of_man(man: &Man, template: &ProgrammeTemplate, today: NaiveDate) -> Vec<Window> {
    windows(man, &man.follow_ups, template, today)
}

/// The same windows for each partner of a man who has completed.
pub fn follow_up_of_partners(
    view: &View<'_, WomensSafety>,
    today: NaiveDate,
) -> Hers<Vec<(PartnerId, Vec<Window>)>> {
    let programme = view.programme();
    let partners = view.all_partners().iter();
    Walled::new(
        partners
            .filter_map(|partner| Some((partner, programme.man(partner.man)?)))
            .map(|(partner, man)| {
                let windows = windows(man, &partner.follow_ups, &programme.template, today);
                (partner.id, windows)
            })
            .filter(|(_, windows)| !windows.is_empty())
            .collect(),
    )
}

pub fn response<'a>(windows: impl IntoIterator<Item = &'a Window>) -> Response {
    let mut response = Response::default();
    for window in windows {
        match window.state {
            FollowUpState::NotYet => {}
            FollowUpState::Due | FollowUpState::Overdue => response.open += 1,
            FollowUpState::Reached(_) => response.reached += 1,
            FollowUpState::Refused(_) => response.refused += 1,
            FollowUpState::NotTraced(_) => response.not_traced += 1,
        }
    }
    response
}

fn windows(
    man: &Man,
    tried: &[FollowUp],
    template: &ProgrammeTemplate,
    today: NaiveDate,
) -> Vec<Window> {
    let steps = man.steps.iter().filter(|step| step.on <= today);
    let completed = steps
        .filter(|step| step.kind == StepKind::Completed)
        .map(|step| step.on)
        .max();
    let Some(completed) = completed else {
        return Vec::new();
    };
    let months = template.follow_up.months.iter();
    months
        .map(|months| {
            let on = completed
                .checked_add_months(Months::new(*months))
                .unwrap_or(NaiveDate::MAX);
            let last_day = after_days(on, template.follow_up.overdue_after_days);
            let results = tried.iter();
            let state = result(results.filter(|tried| tried.months == *months), today).unwrap_or(
                match today {
                    today if today < on => FollowUpState::NotYet,
                    today if today <= last_day => FollowUpState::Due,
                    _ => FollowUpState::Overdue,
                },
            );
            Window {
                months: *months,
                on,
                state,
            }
        })
        .collect()
}

/// The first time somebody was reached; else the last result. An attempt without an answer is none.
fn result<'a>(
    tried: impl Iterator<Item = &'a FollowUp>,
    today: NaiveDate,
) -> Option<FollowUpState> {
    let mut tried: Vec<&FollowUp> = tried.filter(|tried| tried.on <= today).collect();
    tried.sort_by_key(|tried| tried.on);
    let reached = tried
        .iter()
        .find(|tried| tried.result == FollowUpResult::Reached);
    if let Some(reached) = reached {
        return Some(FollowUpState::Reached(reached.on));
    }
    tried.iter().rev().find_map(|tried| match tried.result {
        FollowUpResult::Refused => Some(FollowUpState::Refused(tried.on)),
        FollowUpResult::NotTraced => Some(FollowUpState::NotTraced(tried.on)),
        FollowUpResult::Tried | FollowUpResult::Reached => None,
    })
}
