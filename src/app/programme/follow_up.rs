//! The room Follow-up: his side of it. Hers is recorded behind the wall.

use chrono::NaiveDate;

use super::day::day_or_today;
use super::hers::within;
use super::typed::change;
use super::{OpenProgramme, called};
use crate::app::Problem;
use crate::edits::ManPart;
use crate::model::ManId;
use crate::model::programme::{Answer, FollowUp, FollowUpResult, Man, Programme};
use crate::programme::{self, Response, Window, follow_up_of_man, response};

/// A window of one man.
#[derive(Debug, Clone, PartialEq)]
pub struct FollowUpLine {
    pub man: ManId,
    pub called: String,
    pub window: Window,
    /// How often somebody tried without an answer.
    pub tried: usize,
    /// What he said, where he was reached.
    pub incident: Option<Answer>,
    /// What the police answered at this window, and other agencies.
    pub police: Answer,
    pub other_agency: Answer,
    /// Each attempt, with its place among his follow-ups.
    pub attempts: Vec<(usize, FollowUp)>,
}

impl FollowUpLine {
    pub(super) fn all(programme: &Programme, today: NaiveDate) -> Vec<Self> {
        let mut lines = Vec::new();
        for man in &programme.men {
            for window in follow_up_of_man(man, &programme.template, today) {
                let mine = man.follow_ups.iter();
                let mine: Vec<&FollowUp> = mine.filter(|one| one.months == window.months).collect();
                let reached = mine
                    .iter()
                    .find(|one| one.result == FollowUpResult::Reached);
                lines.push(Self {
                    man: man.id,
                    called: called(man),
                    tried: mine
                        .iter()
                        .filter(|one| one.result == FollowUpResult::Tried)
                        .count(),
                    incident: reached.map(|one| one.incident),
                    police: last(mine.iter().map(|one| one.police)),
                    other_agency: last(mine.iter().map(|one| one.other_agency)),
                    attempts: attempts(man, window.months),
                    window,
                });
            }
        }
        lines.sort_by_key(|line| (line.window.months, line.window.on, line.man));
        lines
    }

    /// Neither the police nor another agency was asked, though it has fallen due.
    pub fn waits_for_agencies(&self) -> bool {
        self.window.state != programme::FollowUpState::NotYet && self.police == Answer::NotAsked
    }

    pub fn waits(&self) -> bool {
        matches!(
            self.window.state,
            programme::FollowUpState::Due | programme::FollowUpState::Overdue
        )
    }
}

fn attempts(man: &Man, months: u32) -> Vec<(usize, FollowUp)> {
    let all = man.follow_ups.iter().enumerate();
    let mine = all.filter(|(_, one)| one.months == months);
    mine.map(|(at, one)| (at, one.clone())).collect()
}

/// “Yes” where it was answered once; else the last answer.
fn last(answers: impl Iterator<Item = Answer> + Clone) -> Answer {
    let mut given = answers.filter(|answer| *answer != Answer::NotAsked);
    let yes = given.clone().find(|answer| *answer == Answer::Yes);
    yes.or_else(|| given.by_ref().last()).unwrap_or_default()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FollowUpFilter {
    #[default]
    Waiting,
    Answered,
    /// The police were not asked.
    Agencies,
    NotYet,
    All,
}

impl FollowUpFilter {
    pub const ALL: [Self; 5] = [
        Self::Waiting,
        Self::Answered,
        Self::Agencies,
        Self::NotYet,
        Self::All,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Waiting => "Due and overdue",
            Self::Answered => "With a result",
            Self::Agencies => "Police not asked",
            Self::NotYet => "Not yet due",
            Self::All => "All",
        }
    }

    pub fn holds(self, line: &FollowUpLine) -> bool {
        let not_yet = line.window.state == programme::FollowUpState::NotYet;
        match self {
            Self::Waiting => line.waits(),
            Self::Answered => !line.waits() && !not_yet,
            Self::Agencies => line.waits_for_agencies(),
            Self::NotYet => not_yet,
            Self::All => true,
        }
    }
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct FollowUpState {
    pub filter: FollowUpFilter,
    /// The window whose results are shown and recorded.
    pub recording: Option<(ManId, u32)>,
    /// The attempt that is being corrected, by its place among his follow-ups.
    pub changing: Option<usize>,
}

#[derive(Debug, Clone)]
pub enum FollowUpAction {
    Show(FollowUpFilter),
    Begin(Option<(ManId, u32)>),
    /// Corrects an attempt of the window in hand; `None`: records a new one.
    Change(Option<usize>),
    Record(Box<Recorded>),
    /// By its place among his follow-ups.
    Remove(ManId, usize),
}

/// A result as it is typed.
#[derive(Debug, Clone)]
pub struct Recorded {
    pub man: ManId,
    pub months: u32,
    pub on: String,
    pub result: FollowUpResult,
    pub incident: Answer,
    pub measures: Vec<(String, u32)>,
    pub police: Answer,
    pub other_agency: Answer,
}

impl OpenProgramme {
    /// How many of a window’s men answered.
    pub fn response_at(&self, months: u32) -> Response {
        let lines = self.follow_ups.iter();
        let windows = lines.filter(|line| line.window.months == months);
        response(windows.map(|line| &line.window))
    }
}

pub(super) fn update(open: &mut OpenProgramme, action: FollowUpAction) -> Result<(), Problem> {
    match action {
        FollowUpAction::Show(filter) => open.follow_up.filter = filter,
        FollowUpAction::Begin(window) => {
            open.follow_up.recording = window;
            open.follow_up.changing = None;
        }
        FollowUpAction::Change(at) => open.follow_up.changing = at,
        FollowUpAction::Remove(man, at) => {
            let Some(mut man) = open.man(man).cloned() else {
                return Ok(());
            };
            if at < man.follow_ups.len() {
                man.follow_ups.remove(at);
                change(open, ManPart::FollowUps, &man)?;
            }
            open.follow_up.changing = None;
        }
        FollowUpAction::Record(recorded) => record(open, &recorded)?,
    }
    Ok(())
}

fn record(open: &mut OpenProgramme, recorded: &Recorded) -> Result<(), Problem> {
    let on = day_or_today(&recorded.on, open.today)?;
    let Some(mut man) = open.man(recorded.man).cloned() else {
        return Ok(());
    };
    let mut follow_up = FollowUp {
        police: recorded.police,
        other_agency: recorded.other_agency,
        ..FollowUp::new(recorded.months, on, recorded.result)
    };
    // Only who was reached said anything.
    if recorded.result == FollowUpResult::Reached {
        follow_up.incident = recorded.incident;
        follow_up.measures.clone_from(&recorded.measures);
    }
    for (key, value) in &follow_up.measures {
        within(&open.programme.template, key, *value)
            .map_err(|error| Problem::new("His file was not changed", error))?;
    }
    let changing = open.follow_up.changing;
    let place = changing.and_then(|at| man.follow_ups.get_mut(at));
    match place.filter(|one| one.months == recorded.months) {
        Some(place) => *place = follow_up,
        None => man.follow_ups.push(follow_up),
    }
    change(open, ManPart::FollowUps, &man)?;
    (open.follow_up.recording, open.follow_up.changing) = (None, None);
    Ok(())
}
