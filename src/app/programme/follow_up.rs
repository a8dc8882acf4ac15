//! The room Follow-up: his side of it. Hers is recorded behind the wall.

use chrono::NaiveDate;

use super::day::day_or_today;
use super::typed::change;
use super::{OpenProgramme, called};
use crate::app::Problem;
use crate::edits::ManPart;
use crate::model::ManId;
use crate::model::programme::{Answer, FollowUp, FollowUpResult, Programme};
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
                    window,
                });
            }
        }
        lines.sort_by_key(|line| (line.window.months, line.window.on, line.man));
        lines
    }

    pub fn waits(&self) -> bool {
        matches!(
            self.window.state,
            programme::FollowUpState::Due | programme::FollowUpState::Overdue
        )
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FollowUpFilter {
    #[default]
    Waiting,
    Answered,
    NotYet,
    All,
}

impl FollowUpFilter {
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Answered, Self::NotYet, Self::All];

    pub fn words(self) -> &'static str {
        match self {
            Self::Waiting => "Due and overdue",
            Self::Answered => "With a result",
            Self::NotYet => "Not yet due",
            Self::All => "All",
        }
    }

    pub fn holds(self, line: &FollowUpLine) -> bool {
        let not_yet = line.window.state == programme::FollowUpState::NotYet;
        match self {
            Self::Waiting => line.waits(),
            Self::Answered => !line.waits() && !not_yet,
            Self::NotYet => not_yet,
            Self::All => true,
        }
    }
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct FollowUpState {
    pub filter: FollowUpFilter,
    /// The window whose result is being recorded.
    pub recording: Option<(ManId, u32)>,
}

#[derive(Debug, Clone)]
pub enum FollowUpAction {
    Show(FollowUpFilter),
    Begin(Option<(ManId, u32)>),
    Record {
        man: ManId,
        months: u32,
        on: String,
        result: FollowUpResult,
        incident: Answer,
    },
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
        FollowUpAction::Begin(window) => open.follow_up.recording = window,
        FollowUpAction::Record {
            man,
            months,
            on,
            result,
            incident,
        } => {
            let on = day_or_today(&on, open.today)?;
            let Some(mut man) = open.man(man).cloned() else {
                return Ok(());
            };
            man.follow_ups.push(FollowUp {
                months,
                on,
                result,
                incident,
                measures: Vec::new(),
            });
            change(open, ManPart::FollowUps, &man)?;
            open.follow_up.recording = None;
        }
    }
    Ok(())
}
