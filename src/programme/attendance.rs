use std::collections::HashMap;

use chrono::NaiveDate;

use crate::model::programme::{Man, Mark, Programme, Session};
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

/// A programme’s sessions by group and its marks by man and session, so that many registers are made in one go.
pub struct Registers<'a> {
    programme: &'a Programme,
    /// Each in order of day.
    sessions: HashMap<GroupId, Vec<&'a Session>>,
    marks: HashMap<(ManId, SessionId), Mark>,
}

impl<'a> Registers<'a> {
    pub fn of(programme: &'a Programme) -> Self {
        let mut sessions: HashMap<GroupId, Vec<&Session>> = HashMap::new();
        for session in &programme.sessions {
            sessions.entry(session.group).or_default().push(session);
        }
        for held in sessions.values_mut() {
            held.sort_by_key(|session| (session.on, session.id));
        }
        let lines = programme.attendance.iter();
        Self {
            programme,
            sessions,
            marks: lines
                .map(|line| ((line.man, line.session), line.mark))
                .collect(),
        }
    }

    /// His register over the sessions of the groups in which he held a place, up to and with `today`.
    pub fn register(&self, man: &Man, today: NaiveDate) -> Register {
        let mut register = Register::default();
        let mut missed: Vec<NaiveDate> = Vec::new();
        let significant = self.programme.template.attendance.significant_run as usize;
        for (session, mark) in self.sheet(man, today) {
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
        let mark = |session: &Session| self.marks.get(&(man.id, session.id)).copied();
        let sessions = self.his_sessions(man, today).into_iter();
        sessions.map(|session| (session, mark(session))).collect()
    }

    fn his_sessions(&self, man: &Man, today: NaiveDate) -> Vec<&'a Session> {
        let mut his: Vec<&Session> = Vec::new();
        for place in &man.places {
            let held = self.sessions.get(&place.group).into_iter().flatten();
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
