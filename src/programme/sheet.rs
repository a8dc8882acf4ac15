use std::cell::RefCell;

use chrono::NaiveDate;

use crate::model::GroupId;
use crate::model::programme::{Colleague, Duty, Programme};
use crate::wall::{CaseFile, Clearance, Facilitators, GroupSheet, Ledger, Look};

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
    let sheet = file
        .view(&clearance, &looks)
        .group_sheet(group, on, sessions);
    let sheet = sheet.ok_or("There is no such group in this file any more.")?;
    Ok(SheetMade {
        sheet,
        looks: looks.0.into_inner(),
    })
}
