//! The sheet of a group: all that a facilitator needs on paper, and nothing else.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Facilitators, View};
use crate::model::programme::{Man, Mark, Session};
use crate::model::{GroupId, ManId, SessionId};
use crate::programme::{Register, Registers};

/// One group on one day, for those who run it. What is hers is in it as names of the template’s groups of risk factors alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupSheet {
    pub group: String,
    pub on: NaiveDate,
    pub places: u32,
    /// Its last sessions by `on`, each with its number from 1.
    pub sessions: Vec<(usize, NaiveDate)>,
    /// Whoever holds a place on that day, in order of name.
    pub lines: Vec<SheetLine>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetLine {
    pub man: ManId,
    /// His name, else his case number, else the number of his file.
    pub called: String,
    pub since: NaiveDate,
    pub register: Register,
    /// For each of the sheet’s sessions: `None`: he held no place then; `Some(None)`: not registered.
    pub marks: Vec<Option<Option<Mark>>>,
    pub keep_in_mind: Vec<String>,
}

impl View<'_, Facilitators> {
    /// With at most `most` sessions; `None`: there is no such group.
    pub fn group_sheet(&self, id: GroupId, on: NaiveDate, most: usize) -> Option<GroupSheet> {
        let programme = &self.file.programme;
        let group = programme.groups.iter().find(|group| group.id == id)?;
        let mut held: Vec<&Session> = programme
            .sessions
            .iter()
            .filter(|session| session.group == id && session.on <= on)
            .collect();
        held.sort_by_key(|session| (session.on, session.id));
        let numbered: Vec<(usize, &Session)> = held.into_iter().enumerate().collect();
        let last = &numbered[numbered.len().saturating_sub(most)..];
        let marks: HashMap<(ManId, SessionId), Mark> = programme
            .attendance
            .iter()
            .map(|line| ((line.man, line.session), line.mark))
            .collect();
        let registers = Registers::of(programme);
        let mut lines: Vec<SheetLine> = programme
            .men
            .iter()
            .filter_map(|man| {
                let mut places = man.places.iter();
                let place = places.find(|place| place.group == id && place.covers(on))?;
                let of_session = |session: &Session| {
                    let mark = marks.get(&(man.id, session.id)).copied();
                    let mut places = man.places.iter();
                    let his = places.any(|one| one.group == id && one.covers(session.on));
                    (his || mark.is_some()).then_some(mark)
                };
                Some(SheetLine {
                    man: man.id,
                    called: called(man),
                    since: place.from,
                    register: registers.register(man, on),
                    marks: last.iter().map(|(_, held)| of_session(held)).collect(),
                    keep_in_mind: self.condensed(man.id)?.keep_in_mind,
                })
            })
            .collect();
        lines.sort_by_key(|line| line.called.to_lowercase());
        Some(GroupSheet {
            group: group.name.clone(),
            on,
            places: group.size,
            sessions: last.iter().map(|(at, held)| (at + 1, held.on)).collect(),
            lines,
        })
    }
}

fn called(man: &Man) -> String {
    let named = [man.name.trim(), man.reference.trim()];
    let known = named.into_iter().find(|name| !name.is_empty());
    known.map_or_else(|| format!("File {}", man.id), str::to_owned)
}
