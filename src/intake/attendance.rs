//! Registers: a line for a session, or a line for a man with a column for each session.

use chrono::NaiveDate;

use super::building::Building;
use super::line::Line;
use super::{DoubtKind, Field, Kind, List, Meaning};
use crate::dates::spoken_date;
use crate::model::programme::{Attendance, Mark, Session};
use crate::model::{GroupId, SessionId};

impl Building<'_> {
    pub(super) fn attendance(&mut self, line: &Line<'_>, at: usize) -> Result<(), String> {
        let mut any = false;
        let columns = line.sheet.columns.clone();
        for (column, meaning) in columns.iter().enumerate() {
            if let Some(Meaning::Session(day)) = meaning
                && !line.cell(column).is_empty()
            {
                any = true;
                let mark = self.told.code(line, column, List::Mark);
                match self.mark(line, mark, *day) {
                    Ok(mark) => {
                        if let Err(why) = self.put(line, at, *day, mark) {
                            self.told.doubt(line, Some(column), DoubtKind::NotKept, why);
                        }
                    }
                    Err(why) => self.told.doubt(line, Some(column), DoubtKind::NotKept, why),
                }
            }
        }
        if !line.sheet.has(Field::HeldOn) {
            return match any {
                true => Ok(()),
                false => Err("There is no mark in it.".to_owned()),
            };
        }
        let Some(day) = self.told.day(line, Field::HeldOn) else {
            return Err("The day of the session is not known, so it was not taken.".to_owned());
        };
        let mark = self.told.coded(line, Field::Came, List::Mark);
        let mark = self.mark(line, mark, day)?;
        self.put(line, at, day, mark)
    }

    fn mark(
        &mut self,
        line: &Line<'_>,
        key: Option<String>,
        held: NaiveDate,
    ) -> Result<Mark, String> {
        match key.as_deref() {
            Some("attended") => Ok(Mark::Attended),
            Some("missed") => Ok(Mark::Missed),
            Some("made_up") => {
                let day = self.told.day(line, Field::MadeUpOn);
                if day.is_none() {
                    let why =
                        "It is not said when he made it up; the day of the session was taken.";
                    self.told
                        .about_field(line, Field::Came, DoubtKind::Assumed, why);
                }
                Ok(Mark::MadeUp(day.unwrap_or(held)))
            }
            _ => Err("It is not said whether he came, so it stands as not registered.".to_owned()),
        }
    }

    fn put(
        &mut self,
        line: &Line<'_>,
        at: usize,
        day: NaiveDate,
        mark: Mark,
    ) -> Result<(), String> {
        let group = self.group_on(line, at, day)?;
        let man = self.records.men[at].id;
        self.once(Kind::Attendance, format!("{man} {day}"), line)
            .map_err(|first| format!("This session of his stands twice: {first} was taken."))?;
        let next = i64::try_from(self.records.sessions.len()).unwrap_or(i64::MAX - 1) + 1;
        let session = *self.sessions.entry((group, day)).or_insert(SessionId(next));
        if session == SessionId(next) {
            self.records.sessions.push(Session {
                id: session,
                group,
                on: day,
            });
        }
        self.records
            .attendance
            .push(Attendance { man, session, mark });
        let way = &mut self.ways[at];
        if mark != Mark::Missed {
            way.first_attended = Some(way.first_attended.map_or(day, |first| first.min(day)));
        }
        way.last_session = Some(way.last_session.map_or(day, |last| last.max(day)));
        let (enrolled, left) = (way.enrolled, way.left);
        let why = if let Some(left) = left.filter(|left| day > *left) {
            format!(
                "He left on {}, before this session on {}. It was taken as it stands; one of the two days is wrong.",
                spoken_date(left),
                spoken_date(day)
            )
        } else if let Some(enrolled) = enrolled.filter(|enrolled| day < *enrolled) {
            format!(
                "He was enrolled on {}, after this session on {}. It was taken as it stands; one of the two days is wrong.",
                spoken_date(enrolled),
                spoken_date(day)
            )
        } else {
            return Ok(());
        };
        let column = line.sheet.column(Field::HeldOn);
        self.told.doubt(line, column, DoubtKind::Order, why);
        Ok(())
    }

    /// The group that the line names, else the one that he has a place in.
    fn group_on(&mut self, line: &Line<'_>, at: usize, day: NaiveDate) -> Result<GroupId, String> {
        let named = line.text(Field::Group);
        if !named.is_empty() {
            let known = self.groups.get(&super::words::plain(named)).copied();
            return known.ok_or_else(|| {
                format!("There is no group “{named}” among the groups that men have joined.")
            });
        }
        let places = &self.records.men[at].places;
        let held = places.iter().find(|place| place.covers(day));
        let place = held.or(places.first());
        place.map(|place| place.group).ok_or_else(|| {
            "He has a place in no group, so nobody can tell whose session it was.".to_owned()
        })
    }
}
