use chrono::NaiveDate;

use super::calendar;
use crate::dates;
use crate::model::{ClockLimit, KeyDate, KeyDateId, PauseId, Review};

#[derive(Debug, Clone, PartialEq)]
pub struct ClockStanding {
    /// In the order of the template.
    pub limits: Vec<LimitStanding>,
    /// The limit that runs now, as an index into `limits`: the last that has begun and is not reached.
    pub running: Option<usize>,
    /// The pause that lasts today.
    pub paused: Option<PauseId>,
    /// Days of all pauses up to today, each day once.
    pub paused_days: i64,
    /// Process dates that contradict the template's order, as entered.
    pub out_of_order: Vec<OutOfOrder>,
    /// The first step after the last one reached; `None` when all are.
    pub next: Option<NextStep>,
}

impl ClockStanding {
    /// One line for the screen: "Month 4 of 6 · paused since 3 May 2021".
    pub fn words(&self, review: &Review) -> String {
        let running = self.running.and_then(|at| self.limits.get(at));
        let month = match running {
            Some(limit) => limit.month.map(|month| match month > limit.months {
                true => format!(
                    "Month {month}; the limit of {} is passed",
                    months(limit.months)
                ),
                false => format!("Month {month} of {}", limit.months),
            }),
            None => None,
        };
        let paused = self.paused.and_then(|id| {
            let pause = review.pauses.iter().find(|pause| pause.id == id)?;
            Some(format!("paused since {}", dates::spoken_date(pause.from)))
        });
        match (month, paused) {
            (Some(month), Some(paused)) => format!("{month} · {paused}"),
            (Some(month), None) => month,
            (None, Some(paused)) => format!("The clock is {paused}"),
            (None, None) if self.next.is_none() => "All steps are done".to_owned(),
            (None, None) => "No limit is running".to_owned(),
        }
    }
}

/// A limit of the template, applied to this review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitStanding {
    /// Keys and names of the two clock dates.
    pub from: String,
    pub from_name: String,
    pub to: String,
    pub to_name: String,
    pub months: u32,
    /// Where the limit comes from, as the template says.
    pub source: String,
    pub begun: Option<NaiveDate>,
    /// When it was reached, where it was by today.
    pub reached: Option<NaiveDate>,
    /// The last day allowed, pauses added.
    pub due: Option<NaiveDate>,
    /// The running month from 1, pauses left out; more than `months` once it is passed.
    pub month: Option<u32>,
    /// Paused days between its beginning and its being reached, or today.
    pub paused_days: i64,
    pub state: LimitState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitState {
    /// The date it runs from is not known, or lies in the future.
    NotBegun,
    Running,
    /// Passed and still not reached.
    Passed {
        days_over: i64,
    },
    Kept,
    /// Reached after the last day allowed.
    Late {
        days_over: i64,
    },
}

/// A date that is entered before one that should precede it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutOfOrder {
    /// Should come first, but is entered as later.
    pub first: KeyDateId,
    pub second: KeyDateId,
    /// A sentence for the chair.
    pub words: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    /// Key and name of the template's clock date.
    pub key: String,
    pub name: String,
    /// Entered for a day to come.
    pub planned: Option<NaiveDate>,
    /// By the limit that ends there.
    pub due: Option<NaiveDate>,
}

pub fn clock_standing(review: &Review, today: NaiveDate) -> ClockStanding {
    let stretches = calendar::stretches(review, today);
    let limits: Vec<LimitStanding> = review
        .template
        .clock
        .limits
        .iter()
        .map(|limit| apply(review, limit, &stretches, today))
        .collect();
    let still_runs = |limit: &LimitStanding| {
        matches!(limit.state, LimitState::Running | LimitState::Passed { .. })
    };
    ClockStanding {
        running: limits.iter().rposition(still_runs),
        paused: review
            .pauses
            .iter()
            .find(|pause| pause.from <= today && pause.until.is_none_or(|until| today < until))
            .map(|pause| pause.id),
        paused_days: calendar::paused_days(&stretches, NaiveDate::MIN, today),
        out_of_order: out_of_order(review),
        next: next_step(review, &limits, today),
        limits,
    }
}

/// The first day a key date can mean: limits run from it.
fn begins(date: &KeyDate) -> Option<NaiveDate> {
    let moment = date.when.earliest.or(date.when.latest)?;
    Some(moment.date)
}

/// The last day a key date can mean: by then it was reached.
fn ends(date: &KeyDate) -> Option<NaiveDate> {
    let moment = date.when.latest.or(date.when.earliest)?;
    Some(moment.date)
}

fn name_of(review: &Review, key: &str) -> String {
    let dates = &review.template.clock.dates;
    dates
        .iter()
        .find(|date| date.key == key)
        .map_or_else(|| key.to_owned(), |date| date.name.clone())
}

pub(super) fn apply(
    review: &Review,
    limit: &ClockLimit,
    stretches: &[(NaiveDate, NaiveDate)],
    today: NaiveDate,
) -> LimitStanding {
    let begun = review
        .key_date(&limit.from)
        .and_then(begins)
        .filter(|day| *day <= today);
    let reached = review
        .key_date(&limit.to)
        .and_then(ends)
        .filter(|day| *day <= today);
    let due = begun.and_then(|begun| calendar::due(begun, limit.months, stretches));
    let until = reached.unwrap_or(today);
    let over = due.map_or(0, |due| (until - due).num_days());
    let paused_days = begun.map_or(0, |begun| calendar::paused_days(stretches, begun, until));
    LimitStanding {
        from: limit.from.clone(),
        from_name: name_of(review, &limit.from),
        to: limit.to.clone(),
        to_name: name_of(review, &limit.to),
        months: limit.months,
        source: limit.source.clone(),
        month: begun
            .filter(|_| reached.is_none())
            .map(|begun| calendar::running_month(begun, today, paused_days)),
        paused_days,
        state: match (begun, reached) {
            (None, _) => LimitState::NotBegun,
            (Some(_), Some(_)) if over > 0 => LimitState::Late { days_over: over },
            (Some(_), Some(_)) => LimitState::Kept,
            (Some(_), None) if over > 0 => LimitState::Passed { days_over: over },
            (Some(_), None) => LimitState::Running,
        },
        begun,
        reached,
        due,
    }
}

/// Each process date against the latest of those that should come before it. Only what is certainly out of order
/// counts: dates known to the month only may overlap.
fn out_of_order(review: &Review) -> Vec<OutOfOrder> {
    let known: Vec<&KeyDate> = review
        .template
        .clock
        .dates
        .iter()
        .filter_map(|date| review.key_date(&date.key))
        .collect();
    let mut found = Vec::new();
    for (at, second) in known.iter().enumerate() {
        let first = known[..at]
            .iter()
            .filter(|first| begins(first).zip(ends(second)).is_some_and(|(a, b)| a > b))
            .max_by_key(|first| begins(first));
        if let Some(first) = first {
            found.push(OutOfOrder {
                first: first.id,
                second: second.id,
                words: format!(
                    "“{}” ({}) should not come before “{}” ({}). Correct whichever is wrong.",
                    name_of(review, &second.kind),
                    dates::spoken(&second.when),
                    name_of(review, &first.kind),
                    dates::spoken(&first.when)
                ),
            });
        }
    }
    found
}

fn next_step(review: &Review, limits: &[LimitStanding], today: NaiveDate) -> Option<NextStep> {
    let steps = &review.template.clock.dates;
    let is_reached = |key: &str| {
        review
            .key_date(key)
            .and_then(ends)
            .is_some_and(|day| day <= today)
    };
    let first_open = steps
        .iter()
        .rposition(|step| is_reached(&step.key))
        .map_or(0, |last| last + 1);
    let step = steps.get(first_open)?;
    Some(NextStep {
        key: step.key.clone(),
        name: step.name.clone(),
        planned: review.key_date(&step.key).and_then(begins),
        due: limits
            .iter()
            .find(|limit| limit.to == step.key)
            .and_then(|limit| limit.due),
    })
}

pub(super) fn months(count: u32) -> String {
    match count {
        1 => "1 month".to_owned(),
        _ => format!("{count} months"),
    }
}
