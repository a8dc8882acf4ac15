use chrono::NaiveDate;

use crate::model::programme::{Man, Mark, Programme, Session};

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

/// His register over the sessions of the groups in which he held a place, up to and with `today`.
pub fn register(programme: &Programme, man: &Man, today: NaiveDate) -> Register {
    let mut register = Register::default();
    let mut missed: Vec<NaiveDate> = Vec::new();
    let significant = programme.template.attendance.significant_run as usize;
    for session in his_sessions(programme, man, today) {
        let lines = programme.attendance.iter();
        let mark = lines
            .filter(|line| line.man == man.id && line.session == session.id)
            .map(|line| line.mark)
            .next_back();
        match mark {
            None => register.not_registered += 1,
            Some(Mark::Missed) => {
                register.missed += 1;
                missed.push(session.on);
            }
            Some(mark) => {
                // Made up after today is still missed today.
                match mark {
                    Mark::MadeUp(day) if day > today => {
                        register.missed += 1;
                        missed.push(session.on);
                        continue;
                    }
                    Mark::MadeUp(_) => register.made_up += 1,
                    _ => register.attended += 1,
                }
                register.runs.extend(run(&missed, significant));
                missed.clear();
            }
        }
    }
    register.runs.extend(run(&missed, significant));
    register
}

fn run(missed: &[NaiveDate], significant: usize) -> Option<Run> {
    Some(Run {
        from: *missed.first()?,
        to: *missed.last()?,
        length: missed.len(),
        significant_on: missed.get(significant.saturating_sub(1)).copied(),
    })
}

fn his_sessions<'a>(programme: &'a Programme, man: &Man, today: NaiveDate) -> Vec<&'a Session> {
    let mut sessions: Vec<&Session> = programme
        .sessions
        .iter()
        .filter(|session| session.on <= today)
        .filter(|session| {
            let mut places = man.places.iter();
            places.any(|place| place.group == session.group && place.covers(session.on))
        })
        .collect();
    sessions.sort_by_key(|session| (session.on, session.id));
    sessions
}
