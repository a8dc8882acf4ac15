//! A perpetrator programme’s file, as far as it stands outside the wall.

use rusqlite::types::Type;
use rusqlite::{Connection, Params, Row, params};
use serde::{Deserialize, Serialize};

use super::query::query;
use super::{Store, StoreError, Tx, rows};
use crate::model::programme::{
    Attendance, Certificate, Colleague, Cost, FeedbackForm, Group, Man, Mark, PassedOn, Programme,
    ProgrammeTemplate, Session,
};
use crate::model::{GroupId, ManId, SessionId};

const SQL: &str = include_str!("programme.sql");
const KIND: &str = query(SQL, "kind");
const START: &str = query(SQL, "start");
const TEMPLATE: &str = query(SQL, "template");
const FRAME: &str = query(SQL, "frame");
const SET_FRAME: &str = query(SQL, "set frame");
const MEN: &str = query(SQL, "men");
const MAN: &str = query(SQL, "man");
const ADD_MAN: &str = query(SQL, "add man");
const CHANGE_MAN: &str = query(SQL, "change man");
const REMOVE_MAN: &str = query(SQL, "remove man");
const GROUPS: &str = query(SQL, "groups");
const ADD_GROUP: &str = query(SQL, "add group");
const CHANGE_GROUP: &str = query(SQL, "change group");
const SESSIONS: &str = query(SQL, "sessions");
const SESSION: &str = query(SQL, "session");
const ADD_SESSION: &str = query(SQL, "add session");
const CHANGE_SESSION: &str = query(SQL, "change session");
const REMOVE_SESSION: &str = query(SQL, "remove session");
const PASSED_ON: &str = query(SQL, "passed on");
const PASS_ON: &str = query(SQL, "pass on");
const TAKE_BACK: &str = query(SQL, "take back");
const CERTIFICATES: &str = query(SQL, "certificates");
const ADD_CERTIFICATE: &str = query(SQL, "add certificate");

/// What kind of work a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    Review,
    Programme,
}

/// What a new programme’s file begins with.
#[derive(Debug, Clone, PartialEq)]
pub struct NewProgramme {
    /// Kept in the file, so that later changes never change what was agreed for this programme.
    pub template: ProgrammeTemplate,
    /// As reports name it; empty: the template’s title.
    pub title: String,
}

/// What stands once in a programme’s file.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Frame {
    pub title: String,
    pub colleagues: Vec<Colleague>,
    pub costs: Vec<Cost>,
    pub feedback: Vec<FeedbackForm>,
    /// What was decided otherwise since; `None`: the settings it was made with.
    #[serde(default)]
    pub settings: Option<ProgrammeTemplate>,
    /// Nobody in it has lived.
    #[serde(default)]
    pub fictional: bool,
}

/// A session that was held, with the marks of its register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldSession {
    pub session: Session,
    pub marks: Vec<(ManId, Mark)>,
}

fn record<T: for<'a> Deserialize<'a>>(row: &Row<'_>) -> rusqlite::Result<(i64, T)> {
    let value = serde_json::from_str(row.get_ref(1)?.as_str()?)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(1, Type::Text, error.into()))?;
    Ok((row.get(0)?, value))
}

fn text<T: Serialize>(record: &T) -> Result<String, StoreError> {
    let text = serde_json::to_string(record)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    Ok(text)
}

fn records<T: for<'a> Deserialize<'a>>(
    connection: &Connection,
    sql: &str,
) -> Result<Vec<(i64, T)>, StoreError> {
    rows::all(connection, sql, [], record)
}

/// Runs a change of one row that must be there.
fn must(
    connection: &Connection,
    (sql, what): (&str, &str),
    params: impl Params,
) -> Result<(), StoreError> {
    match rows::execute(connection, sql, params)? {
        0 => Err(StoreError::gone_from_file(what)),
        _ => Ok(()),
    }
}

/// Fills a new file.
pub(super) fn start(connection: &Connection, new: &NewProgramme) -> Result<(), StoreError> {
    rows::execute(connection, START, [text(&new.template)?])?;
    let title = match new.title.trim() {
        "" => &new.template.title,
        title => title,
    };
    let frame = Frame {
        title: title.to_owned(),
        ..Frame::default()
    };
    rows::execute(connection, SET_FRAME, [text(&frame)?])?;
    Ok(())
}

pub(super) fn kind(connection: &Connection) -> Result<FileKind, StoreError> {
    let kind: Option<String> = rows::one(connection, KIND, [], |row| row.get(0))?;
    Ok(match kind.as_deref() {
        Some("programme") => FileKind::Programme,
        _ => FileKind::Review,
    })
}

fn frame(connection: &Connection) -> Result<Frame, StoreError> {
    let frame = rows::one(connection, FRAME, [], record)?;
    Ok(frame.map(|(_, frame)| frame).unwrap_or_default())
}

/// What it was made with.
fn template(connection: &Connection) -> Result<ProgrammeTemplate, StoreError> {
    let template = rows::one(connection, TEMPLATE, [], |row| {
        serde_json::from_str::<ProgrammeTemplate>(row.get_ref(0)?.as_str()?)
            .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, error.into()))
    })?;
    Ok(template.ok_or(rusqlite::Error::QueryReturnedNoRows)?)
}

fn settings(connection: &Connection, frame: &Frame) -> Result<ProgrammeTemplate, StoreError> {
    match &frame.settings {
        Some(settings) => Ok(settings.clone()),
        None => template(connection),
    }
}

fn programme(connection: &Connection) -> Result<Programme, StoreError> {
    let frame = frame(connection)?;
    let mut programme = Programme::new(settings(connection, &frame)?);
    programme.title = frame.title;
    programme.colleagues = frame.colleagues;
    programme.costs = frame.costs;
    programme.feedback = frame.feedback;
    programme.fictional = frame.fictional;
    programme.men = men(connection)?;
    programme.groups = groups(connection)?;
    for held in sessions(connection)? {
        let id = held.session.id;
        let marks = held.marks.into_iter();
        programme
            .attendance
            .extend(marks.map(|(man, mark)| Attendance {
                man,
                session: id,
                mark,
            }));
        programme.sessions.push(held.session);
    }
    programme
        .sessions
        .sort_by_key(|session| (session.on, session.id));
    let passed = records(connection, PASSED_ON)?.into_iter();
    programme.passed_on = passed.map(|(_, passed)| passed).collect();
    let certificates = records::<Certificate>(connection, CERTIFICATES)?.into_iter();
    programme.certificates = certificates.map(|(_, one)| one).collect();
    Ok(programme)
}

fn men(connection: &Connection) -> Result<Vec<Man>, StoreError> {
    let men = records::<Man>(connection, MEN)?.into_iter();
    Ok(men
        .map(|(id, man)| Man {
            id: ManId(id),
            ..man
        })
        .collect())
}

fn groups(connection: &Connection) -> Result<Vec<Group>, StoreError> {
    let groups = records::<Group>(connection, GROUPS)?.into_iter();
    Ok(groups
        .map(|(id, group)| Group {
            id: GroupId(id),
            ..group
        })
        .collect())
}

fn sessions(connection: &Connection) -> Result<Vec<HeldSession>, StoreError> {
    let held = records::<HeldSession>(connection, SESSIONS)?.into_iter();
    Ok(held.map(|(id, held)| with_id(held, id)).collect())
}

fn with_id(mut held: HeldSession, id: i64) -> HeldSession {
    held.session.id = SessionId(id);
    held
}

impl Store {
    pub fn kind(&self) -> Result<FileKind, StoreError> {
        self.read(kind)
    }

    /// Everything on his side of the wall, as of one revision.
    pub fn programme(&self) -> Result<Programme, StoreError> {
        match self.kind()? {
            FileKind::Programme => self.read(programme),
            FileKind::Review => Err(StoreError::IsReview {
                path: self.path.clone(),
            }),
        }
    }
}

impl Tx<'_> {
    pub fn programme(&self) -> Result<Programme, StoreError> {
        programme(self.connection)
    }

    pub fn frame(&self) -> Result<Frame, StoreError> {
        frame(self.connection)
    }

    /// The settings that hold now.
    pub fn settings(&self) -> Result<ProgrammeTemplate, StoreError> {
        settings(self.connection, &self.frame()?)
    }

    pub fn set_frame(&mut self, frame: &Frame) -> Result<(), StoreError> {
        rows::execute(self.connection, SET_FRAME, [text(frame)?])?;
        Ok(())
    }

    pub fn men(&self) -> Result<Vec<Man>, StoreError> {
        men(self.connection)
    }

    pub fn man(&self, id: ManId) -> Result<Man, StoreError> {
        let found = rows::one(self.connection, MAN, [id.0], record::<Man>)?;
        found
            .map(|(_, man)| Man { id, ..man })
            .ok_or_else(|| StoreError::gone_from_file("This man’s file"))
    }

    /// The id of `man` is ignored.
    pub fn add_man(&mut self, man: &Man) -> Result<ManId, StoreError> {
        Ok(ManId(rows::insert(self.connection, ADD_MAN, [text(man)?])?))
    }

    pub fn change_man(&mut self, man: &Man) -> Result<(), StoreError> {
        let values = params![man.id.0, text(man)?];
        must(self.connection, (CHANGE_MAN, "This man’s file"), values)
    }

    /// Removes his file and his marks in the registers.
    pub fn remove_man(&mut self, id: ManId) -> Result<(), StoreError> {
        must(self.connection, (REMOVE_MAN, "This man’s file"), [id.0])?;
        self.remove_marks(id)?;
        self.pass_on(id, None)
    }

    /// Removes his marks from every register.
    pub fn remove_marks(&mut self, id: ManId) -> Result<(), StoreError> {
        for mut held in sessions(self.connection)? {
            let before = held.marks.len();
            held.marks.retain(|(man, _)| *man != id);
            if held.marks.len() != before {
                self.change_session(&held)?;
            }
        }
        Ok(())
    }

    pub fn groups(&self) -> Result<Vec<Group>, StoreError> {
        groups(self.connection)
    }

    /// The id of `group` is ignored.
    pub fn add_group(&mut self, group: &Group) -> Result<GroupId, StoreError> {
        let id = rows::insert(self.connection, ADD_GROUP, [text(group)?])?;
        Ok(GroupId(id))
    }

    pub fn change_group(&mut self, group: &Group) -> Result<(), StoreError> {
        let values = params![group.id.0, text(group)?];
        must(self.connection, (CHANGE_GROUP, "This group"), values)
    }

    pub fn sessions(&self) -> Result<Vec<HeldSession>, StoreError> {
        sessions(self.connection)
    }

    pub fn session(&self, id: SessionId) -> Result<HeldSession, StoreError> {
        let found = rows::one(self.connection, SESSION, [id.0], record::<HeldSession>)?;
        found
            .map(|(id, held)| with_id(held, id))
            .ok_or_else(|| StoreError::gone_from_file("This session"))
    }

    /// The id of `held` is ignored.
    pub fn add_session(&mut self, held: &HeldSession) -> Result<SessionId, StoreError> {
        let id = rows::insert(self.connection, ADD_SESSION, [text(held)?])?;
        Ok(SessionId(id))
    }

    pub fn change_session(&mut self, held: &HeldSession) -> Result<(), StoreError> {
        let values = params![held.session.id.0, text(held)?];
        must(self.connection, (CHANGE_SESSION, "This session"), values)
    }

    pub fn remove_session(&mut self, id: SessionId) -> Result<(), StoreError> {
        must(self.connection, (REMOVE_SESSION, "This session"), [id.0])
    }

    /// `None` takes back what was passed on before.
    pub fn pass_on(&mut self, man: ManId, passed: Option<&PassedOn>) -> Result<(), StoreError> {
        match passed {
            Some(passed) => rows::execute(self.connection, PASS_ON, params![man.0, text(passed)?])?,
            None => rows::execute(self.connection, TAKE_BACK, [man.0])?,
        };
        Ok(())
    }

    pub fn add_certificate(&mut self, certificate: &Certificate) -> Result<(), StoreError> {
        rows::execute(self.connection, ADD_CERTIFICATE, [text(certificate)?])?;
        Ok(())
    }
}
