//! The room Groups & attendance: places, sessions, and the register, which is filled by keyboard.

use std::path::PathBuf;

use chrono::{Days, NaiveDate};

use super::day::{day, day_or_today};
use super::keeping::written_words;
use super::typed::change;
use super::{OpenProgramme, called};
use crate::app::{Effect, Notice, Pick, Problem, State, Task, TaskKind};
use crate::edits::{self, ManPart};
use crate::model::programme::{Group, Mark, Place, Programme, Session};
use crate::model::{GroupId, ManId, SessionId};
use crate::programme::group_sheet;
use crate::publish::{SHEET_SESSIONS, write_group_sheet};

#[derive(Debug, Clone, Default, PartialEq)]
pub struct GroupsState {
    pub group: Option<GroupId>,
    pub part: GroupPart,
    pub session: Option<SessionId>,
    /// The line of the register that the keyboard is on.
    pub at: usize,
    /// He made the session up, and the day is being typed.
    pub making_up: Option<ManId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GroupPart {
    #[default]
    Register,
    Calendar,
    Places,
}

impl GroupPart {
    pub const ALL: [Self; 3] = [Self::Register, Self::Calendar, Self::Places];

    pub fn words(self) -> &'static str {
        match self {
            Self::Register => "Register",
            Self::Calendar => "Calendar",
            Self::Places => "Places",
        }
    }
}

/// A line of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterRow {
    pub man: ManId,
    pub called: String,
    pub mark: Option<Mark>,
    /// He is marked, but held no place in the group on that day.
    pub is_stray: bool,
}

/// Days are as they were typed; empty means today.
#[derive(Debug, Clone)]
pub enum GroupsAction {
    Choose(GroupId),
    Part(GroupPart),
    Add(String),
    AddOpening(String),
    RemoveOpening(NaiveDate),
    Hold(String),
    Open(SessionId),
    Remove(SessionId),
    /// By so many lines of the register.
    Move(isize),
    GoTo(usize),
    /// On the line that the keyboard is on, which then moves on.
    Mark(Option<Mark>),
    MarkMan(ManId, Option<Mark>),
    /// Everybody who is not registered yet.
    AllAttended,
    /// Asks for the day.
    BeginMakingUp(Option<ManId>),
    MadeUp(ManId, String),
    GivePlace(ManId, String),
    EndPlace(ManId, String),
    /// Where the sheet of the group in hand shall be written.
    PlaceSheet,
    WriteSheet(PathBuf),
}

impl GroupsState {
    pub(super) fn follow(&mut self, programme: &Programme) {
        let known = |id: &GroupId| programme.groups.iter().any(|group| group.id == *id);
        self.group = self
            .group
            .filter(known)
            .or_else(|| programme.groups.first().map(|group| group.id));
        let held = |id: &SessionId| {
            let mut sessions = programme.sessions.iter();
            sessions.any(|one| one.id == *id && Some(one.group) == self.group)
        };
        self.session = self
            .session
            .filter(held)
            .or_else(|| last_session(programme, self.group));
    }
}

fn last_session(programme: &Programme, group: Option<GroupId>) -> Option<SessionId> {
    let mut sessions = programme.sessions.iter().rev();
    let last = sessions.find(|session| Some(session.group) == group);
    last.map(|session| session.id)
}

impl OpenProgramme {
    /// The group’s sessions, in order of day.
    pub fn sessions_of(&self, group: GroupId) -> Vec<&Session> {
        let sessions = self.programme.sessions.iter();
        sessions.filter(|session| session.group == group).collect()
    }

    /// The mark of a man for a session.
    pub fn mark(&self, man: ManId, session: SessionId) -> Option<Mark> {
        let mut lines = self.programme.attendance.iter();
        lines
            .find(|line| line.man == man && line.session == session)
            .map(|line| line.mark)
    }

    /// How many sessions he missed in a row around this day, where that is significant by the template.
    pub fn absence(&self, man: ManId, on: NaiveDate) -> Option<usize> {
        let runs = &self.line(man)?.register.runs;
        let mut significant = runs.iter().filter(|run| run.significant_on.is_some());
        let around = significant.find(|run| run.from <= on && on <= run.to)?;
        Some(around.length)
    }

    /// The register of a session, in order of name.
    pub fn register(&self, session: SessionId) -> Vec<RegisterRow> {
        let mut sessions = self.programme.sessions.iter();
        let Some(held) = sessions.find(|held| held.id == session) else {
            return Vec::new();
        };
        let mut rows: Vec<RegisterRow> = Vec::new();
        for man in &self.programme.men {
            let mut places = man.places.iter();
            let has_place = places.any(|place| place.group == held.group && place.covers(held.on));
            let mark = self.mark(man.id, session);
            if has_place || mark.is_some() {
                rows.push(RegisterRow {
                    man: man.id,
                    called: called(man),
                    mark,
                    is_stray: !has_place,
                });
            }
        }
        rows.sort_by_key(|row| row.called.to_lowercase());
        rows
    }

    /// Who holds a place in the group on a day.
    pub fn members(&self, group: GroupId, on: NaiveDate) -> Vec<(ManId, &Place)> {
        let men = self.programme.men.iter();
        men.filter_map(|man| {
            let mut places = man.places.iter();
            let place = places.find(|place| place.group == group && place.covers(on))?;
            Some((man.id, place))
        })
        .collect()
    }

    /// The days from today on on which a group takes in new members: those that were set, else what the template’s weeks make after the last.
    pub fn next_openings(&self, group: &Group) -> Vec<NaiveDate> {
        let set = group.openings.iter().copied();
        let ahead: Vec<NaiveDate> = set.filter(|day| *day >= self.today).collect();
        let weeks = u64::from(self.programme.template.groups.opening_weeks);
        let (true, Some(mut next)) = (
            ahead.is_empty() && weeks > 0,
            group.openings.last().copied(),
        ) else {
            return ahead;
        };
        while next < self.today {
            let Some(later) = next.checked_add_days(Days::new(weeks * 7)) else {
                return ahead;
            };
            next = later;
        }
        vec![next]
    }
}

pub(super) fn update(
    open: &mut OpenProgramme,
    action: GroupsAction,
) -> Result<Vec<Effect>, Problem> {
    match action {
        GroupsAction::PlaceSheet => Ok(vec![Effect::Pick(Pick::GroupSheet)]),
        GroupsAction::WriteSheet(path) => write_sheet(open, path),
        other => change_group(open, other).map(|()| Vec::new()),
    }
}

fn write_sheet(open: &mut OpenProgramme, path: PathBuf) -> Result<Vec<Effect>, Problem> {
    let Some(group) = open.groups.group else {
        return Ok(Vec::new());
    };
    let refused = |why: String| Problem::new("The group sheet was not written", why);
    let made = group_sheet(
        &open.programme,
        group,
        &open.who,
        open.today,
        SHEET_SESSIONS,
    )
    .map_err(refused)?;
    if open.behind.is_some() && open.may_change() {
        open.with_store("The group sheet was not written", |store| {
            store.note_looks(&made.looks)
        })?;
    }
    let title = open.programme.title.clone();
    let task = Task::new(TaskKind::Write, "Writing the group sheet", move |_| {
        let written = write_group_sheet(&title, &made.sheet, &path);
        Box::new(move |state: &mut State| {
            let made = written.map_err(|error| refused(error.to_string()))?;
            state.tell(Notice::Done(written_words("group sheet", &made.path)));
            Ok(Vec::new())
        })
    });
    Ok(vec![Effect::Start(task)])
}

fn change_group(open: &mut OpenProgramme, action: GroupsAction) -> Result<(), Problem> {
    let today = open.today;
    match action {
        GroupsAction::Choose(group) => {
            open.groups = GroupsState {
                group: Some(group),
                part: open.groups.part,
                ..GroupsState::default()
            };
            open.groups.follow(&std::sync::Arc::clone(&open.programme));
        }
        GroupsAction::Part(part) => open.groups.part = part,
        GroupsAction::Add(name) => {
            let group = Group {
                id: GroupId(0),
                name: name.trim().to_owned(),
                size: open.programme.template.groups.size,
                openings: Vec::new(),
            };
            let id = open.edit("The group was not added", |store| {
                edits::add_group(store, &group)
            })?;
            open.groups.group = Some(id);
            open.groups.session = None;
        }
        GroupsAction::AddOpening(on) => {
            let on = day_or_today(&on, today)?;
            change_openings(open, |openings| {
                openings.push(on);
                openings.sort();
                openings.dedup();
            })?;
        }
        GroupsAction::RemoveOpening(on) => {
            change_openings(open, |openings| openings.retain(|day| *day != on))?;
        }
        GroupsAction::Hold(on) => {
            let on = day_or_today(&on, today)?;
            if let Some(group) = open.groups.group {
                let id = open.edit("The register was not opened", |store| {
                    edits::hold_session(store, group, on)
                })?;
                open.groups.session = Some(id);
                open.groups.at = 0;
                open.groups.part = GroupPart::Register;
            }
        }
        GroupsAction::Open(session) => {
            open.groups.session = Some(session);
            open.groups.at = 0;
            open.groups.making_up = None;
            open.groups.part = GroupPart::Register;
        }
        GroupsAction::Remove(session) => {
            open.edit("The session was not removed", |store| {
                edits::remove_session(store, session)
            })?;
        }
        GroupsAction::GivePlace(man, from) => {
            let from = day_or_today(&from, today)?;
            give_place(open, man, from)?;
        }
        GroupsAction::EndPlace(man, until) => {
            let until = day_or_today(&until, today)?;
            let (Some(mut man), Some(group)) = (open.man(man).cloned(), open.groups.group) else {
                return Ok(());
            };
            let mut places = man.places.iter_mut();
            if let Some(place) = places.find(|one| one.group == group && one.until.is_none()) {
                place.until = Some(until);
            }
            change(open, ManPart::Places, &man)?;
        }
        register => return in_register(open, register),
    }
    Ok(())
}

fn change_openings(
    open: &mut OpenProgramme,
    work: impl FnOnce(&mut Vec<NaiveDate>),
) -> Result<(), Problem> {
    let group = open.groups.group.and_then(|id| open.group(id));
    let Some(mut group) = group.cloned() else {
        return Ok(());
    };
    work(&mut group.openings);
    open.edit("The group was not changed", |store| {
        edits::change_group(store, &group)
    })
}

fn give_place(open: &mut OpenProgramme, man: ManId, from: NaiveDate) -> Result<(), Problem> {
    let group = open.groups.group.and_then(|id| open.group(id));
    let (Some(mut man), Some(group)) = (open.man(man).cloned(), group) else {
        return Ok(());
    };
    let taken = open.members(group.id, from).len();
    if taken >= group.size as usize {
        return Err(Problem::new(
            "No place is free",
            format!(
                "{} has {} places, and all are taken on {}. End one first, or give the group more places; nothing was changed.",
                group.name,
                group.size,
                crate::dates::spoken_date(from)
            ),
        ));
    }
    man.places.push(Place {
        group: group.id,
        from,
        until: None,
    });
    change(open, ManPart::Places, &man)
}

fn in_register(open: &mut OpenProgramme, action: GroupsAction) -> Result<(), Problem> {
    let Some(session) = open.groups.session else {
        return Ok(());
    };
    let rows = open.register(session);
    let last = rows.len().saturating_sub(1);
    let here = rows.get(open.groups.at).map(|row| row.man);
    match action {
        GroupsAction::Move(by) => {
            open.groups.at = open.groups.at.saturating_add_signed(by).min(last);
            open.groups.making_up = None;
        }
        GroupsAction::GoTo(at) => {
            open.groups.at = at.min(last);
            open.groups.making_up = None;
        }
        GroupsAction::Mark(mark) => {
            if let Some(man) = here {
                set(open, session, &[(man, mark)])?;
                open.groups.at = (open.groups.at + 1).min(last);
            }
        }
        GroupsAction::MarkMan(man, mark) => set(open, session, &[(man, mark)])?,
        GroupsAction::AllAttended => {
            let left = rows
                .iter()
                .filter(|row| row.mark.is_none() && !row.is_stray);
            let marks: Vec<_> = left.map(|row| (row.man, Some(Mark::Attended))).collect();
            set(open, session, &marks)?;
        }
        GroupsAction::BeginMakingUp(man) => {
            open.groups.making_up = man.or(here);
            let at = rows
                .iter()
                .position(|row| Some(row.man) == open.groups.making_up);
            open.groups.at = at.unwrap_or(open.groups.at);
        }
        GroupsAction::MadeUp(man, on) => match day(&on, open.today)? {
            Some(on) => {
                set(open, session, &[(man, Some(Mark::MadeUp(on)))])?;
                open.groups.making_up = None;
                open.groups.at = (open.groups.at + 1).min(last);
            }
            None => open.groups.making_up = None,
        },
        _ => {}
    }
    Ok(())
}

fn set(
    open: &mut OpenProgramme,
    session: SessionId,
    marks: &[(ManId, Option<Mark>)],
) -> Result<(), Problem> {
    open.edit("The register was not changed", |store| {
        edits::mark_register(store, session, marks)
    })
}
