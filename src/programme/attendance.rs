use std::collections::HashMap;

use chrono::NaiveDate;

use crate::model::programme::{Attendance, Group, Man, Mark, Programme, Session};
use crate::model::{GroupId, ManId, SessionId};

/// A man’s attendance up to a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Register {
    pub attended: usize,
    /// Missed and not made up.
    pub missed: usize,
    pub made_up: usize,
    /// Sessions of his group that nobody registered for him: known to be neither.
    pub not_registered: usize,
    /// Sessions missed in a row, in order. One that was not registered neither ends a run nor counts in it.
    pub runs: Vec<Run>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// Sessions missed.
    pub length: usize,
    /// The day on which it became significant by the template; `None`: it is not.
    pub significant_on: Option<NaiveDate>,
}

impl Register {
    /// Sessions of his group so far: the week of his programme that he is in.
    pub fn week(&self) -> usize {
        self.attended + self.missed + self.made_up + self.not_registered
    }

    /// Sessions that count as attended.
    pub fn counted(&self) -> usize {
        self.attended + self.made_up
    }
}

/// A programme’s groups, sessions and marks by what they are asked for, so that many registers are made in one go.
pub struct Registers<'a> {
    pub(super) programme: &'a Programme,
    groups: HashMap<GroupId, &'a Group>,
    sessions: HashMap<SessionId, &'a Session>,
    /// Each in order of day.
    held: HashMap<GroupId, Vec<&'a Session>>,
    lines: HashMap<ManId, Vec<&'a Attendance>>,
}

impl<'a> Registers<'a> {
    pub fn of(programme: &'a Programme) -> Self {
        let mut held: HashMap<GroupId, Vec<&Session>> = HashMap::new();
        for session in &programme.sessions {
            held.entry(session.group).or_default().push(session);
        }
        for sessions in held.values_mut() {
            sessions.sort_by_key(|session| (session.on, session.id));
        }
        let mut lines: HashMap<ManId, Vec<&Attendance>> = HashMap::new();
        for line in &programme.attendance {
            lines.entry(line.man).or_default().push(line);
        }
        let groups = programme.groups.iter();
        let sessions = programme.sessions.iter();
        Self {
            programme,
            groups: groups.map(|group| (group.id, group)).collect(),
            sessions: sessions.map(|session| (session.id, session)).collect(),
            held,
            lines,
        }
    }

    pub(super) fn group(&self, id: GroupId) -> Option<&'a Group> {
        self.groups.get(&id).copied()
    }

    pub(super) fn session(&self, id: SessionId) -> Option<&'a Session> {
        self.sessions.get(&id).copied()
    }

    /// All that the registers say of him, in the order in which it was recorded.
    pub(super) fn lines(&self, man: ManId) -> &[&'a Attendance] {
        self.lines.get(&man).map_or(&[], Vec::as_slice)
    }

    /// His register over the sessions of the groups in which he held a place, up to and with `today`.
    pub fn register(&self, man: &Man, today: NaiveDate) -> Register {
        self.register_of(&self.sheet(man, today), today)
    }

    /// The register that a sheet makes.
    pub fn register_of(&self, sheet: &[(&Session, Option<Mark>)], today: NaiveDate) -> Register {
        let mut register = Register::default();
        let mut missed: Vec<NaiveDate> = Vec::new();
        let significant = self.programme.template.attendance.significant_run as usize;
        for &(session, mark) in sheet {
            match mark {
                None => {
                    register.not_registered += 1;
                    continue;
                }
                Some(Mark::Attended) => register.attended += 1,
                Some(Mark::MadeUp(day)) if day <= today => register.made_up += 1,
                // Made up after today is still missed today.
                Some(Mark::Missed | Mark::MadeUp(_)) => {
                    register.missed += 1;
                    missed.push(session.on);
                    continue;
                }
            }
            register.runs.extend(run(&missed, significant));
            missed.clear();
        }
        register.runs.extend(run(&missed, significant));
        register
    }

    /// His sessions up to and with `today`, in order, each with its mark; `None`: not registered.
    pub fn sheet(&self, man: &Man, today: NaiveDate) -> Vec<(&'a Session, Option<Mark>)> {
        let lines = self.lines(man.id);
        let mark = |session: &Session| {
            let last = lines.iter().rev().find(|line| line.session == session.id);
            last.map(|line| line.mark)
        };
        let sessions = self.his_sessions(man, today).into_iter();
        sessions.map(|session| (session, mark(session))).collect()
    }

    fn his_sessions(&self, man: &Man, today: NaiveDate) -> Vec<&'a Session> {
        let mut his: Vec<&Session> = Vec::new();
        for place in &man.places {
            let held = self.held.get(&place.group).into_iter().flatten();
            his.extend(held.filter(|session| session.on <= today && place.covers(session.on)));
        }
        his.sort_by_key(|session| (session.on, session.id));
        his.dedup_by_key(|session| session.id);
        his
    }
}

/// The register of one man; for many of them make [`Registers`] once.
pub fn register(programme: &Programme, man: &Man, today: NaiveDate) -> Register {
    Registers::of(programme).register(man, today)
}

fn run(missed: &[NaiveDate], significant: usize) -> Option<Run> {
    Some(Run {
        from: *missed.first()?,
        to: *missed.last()?,
        length: missed.len(),
        significant_on: missed.get(significant.saturating_sub(1)).copied(),
    })
}
