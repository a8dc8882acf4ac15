//! The sheet of a group: all that a facilitator needs on paper, and nothing else.

use std::cell::RefCell;

use chrono::NaiveDate;

use super::{Register, Registers};
use crate::model::programme::{Colleague, Duty, Man, Mark, Programme, Session};
use crate::model::{GroupId, ManId};
use crate::wall::{CaseFile, Clearance, Facilitators, Ledger, Look, View};

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

/// A group’s sheet, and the looks that were taken for it, to be written down where the lock of women’s safety work is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetMade {
    pub sheet: GroupSheet,
    pub looks: Vec<Look>,
}

#[derive(Default)]
struct Looks(RefCell<Vec<Look>>);

impl Ledger for Looks {
    fn note(&self, look: Look) {
        self.0.borrow_mut().push(look);
    }
}

/// The sheet that `who` makes of a group. Only for a colleague who belongs to “Facilitators” by the programme’s list; where the list is empty, nobody’s
/// duties were told apart, and it is for whoever opened the file. Why not, in words for the user.
pub fn group_sheet(
    programme: &Programme,
    group: GroupId,
    who: &str,
    on: NaiveDate,
    sessions: usize,
) -> Result<SheetMade, String> {
    let mut known = programme.colleagues.iter();
    let known = known.find(|colleague| colleague.name.trim().eq_ignore_ascii_case(who.trim()));
    let colleague = known.cloned().unwrap_or_else(|| Colleague {
        name: who.to_owned(),
        duties: match programme.colleagues.is_empty() {
            true => vec![Duty::Facilitator],
            false => Vec::new(),
        },
    });
    let cleared = Clearance::<Facilitators>::of(&colleague);
    let clearance = cleared.map_err(|refused| refused.to_string())?;
    let file = CaseFile::of(programme.clone(), Vec::new()).map_err(|wrong| wrong.to_string())?;
    let looks = Looks::default();
    let view = file.view(&clearance, &looks);
    let sheet = sheet_of(&view, programme, (group, on), sessions);
    let sheet = sheet.ok_or("There is no such group in this file any more.")?;
    Ok(SheetMade {
        sheet,
        looks: looks.0.into_inner(),
    })
}

/// What `view` lets stand on the sheet of a group, with at most `most` sessions; `None`: there is no such group. `programme` is the one that is viewed.
pub fn sheet_of(
    view: &View<'_, Facilitators>,
    programme: &Programme,
    (id, on): (GroupId, NaiveDate),
    most: usize,
) -> Option<GroupSheet> {
    let group = programme.groups.iter().find(|group| group.id == id)?;
    let mut held: Vec<&Session> = programme
        .sessions
        .iter()
        .filter(|session| session.group == id && session.on <= on)
        .collect();
    held.sort_by_key(|session| (session.on, session.id));
    let numbered: Vec<(usize, &Session)> = held.into_iter().enumerate().collect();
    let last = &numbered[numbered.len().saturating_sub(most)..];
    let registers = Registers::of(programme);
    let mut lines: Vec<SheetLine> = programme
        .men
        .iter()
        .filter_map(|man| {
            let mut places = man.places.iter();
            let place = places.find(|place| place.group == id && place.covers(on))?;
            let of_session = |session: &Session| {
                let mut marks = registers.lines(man.id).iter().rev();
                let mark = marks.find(|line| line.session == session.id);
                let mark = mark.map(|line| line.mark);
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
                keep_in_mind: view.condensed(man.id)?.keep_in_mind,
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

fn called(man: &Man) -> String {
    let named = [man.name.trim(), man.reference.trim()];
    let known = named.into_iter().find(|name| !name.is_empty());
    known.map_or_else(|| format!("File {}", man.id), str::to_owned)
}
