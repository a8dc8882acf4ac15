use std::collections::HashMap;

use chrono::NaiveDate;

use super::passing_on;
use crate::model::programme::{Mark, Programme};
use crate::model::{GroupId, ManId, SessionId};
use crate::store::{HeldSession, Op, Outcome, Store, StoreError, Tx};
use crate::wall::{self, Partner};

/// How much was taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CohortImported {
    pub men: usize,
    pub groups: usize,
    pub sessions: usize,
    pub partners: usize,
}

/// Takes in a whole cohort, one undo. Ids within `cohort` and `partners` hold among themselves only; all are given anew, and what hangs on them follows. A
/// group of a name that is known goes on; a case number that is known is refused, so that nobody stands twice. Of `cohort` men, groups, sessions,
/// attendance, costs and feedback are taken. Partners need the open lock of women’s safety work.
pub fn import_cohort(
    store: &mut Store,
    file: &str,
    cohort: &Programme,
    partners: Vec<Partner>,
    today: NaiveDate,
) -> Result<Outcome<CohortImported>, StoreError> {
    let count = cohort.men.len();
    let label = format!("Import {file} ({count} men)");
    store.transact(Op::new(label), |tx| {
        check(tx, cohort)?;
        let groups = groups(tx, cohort)?;
        let men = men(tx, cohort, &groups)?;
        let sessions = sessions(tx, cohort, &groups, &men)?;
        frame(tx, cohort)?;
        let imported = CohortImported {
            men: men.len(),
            groups: groups.len(),
            sessions,
            partners: partners.len(),
        };
        let mut theirs = Vec::new();
        for mut partner in partners {
            partner.man = *men.get(&partner.man).ok_or_else(|| stray("A partner"))?;
            tx.add_partner(&mut partner)?;
            theirs.push(partner.man);
        }
        if !theirs.is_empty() {
            theirs.sort();
            theirs.dedup();
            passing_on::bring_up_to_date(tx, &theirs, today)?;
        }
        Ok(imported)
    })
}

fn stray(what: &str) -> StoreError {
    StoreError::Refused(format!(
        "{what} in this table belongs to a man who is not in it. Nothing was imported; add his row, or take this one out."
    ))
}

fn check(tx: &Tx<'_>, cohort: &Programme) -> Result<(), StoreError> {
    let known = tx.men()?;
    let known: HashMap<&str, ManId> = known
        .iter()
        .map(|man| (man.reference.trim(), man.id))
        .filter(|(reference, _)| !reference.is_empty())
        .collect();
    let mut seen: HashMap<&str, ManId> = HashMap::new();
    for man in &cohort.men {
        let reference = man.reference.trim();
        if known.contains_key(reference) {
            return Err(StoreError::Refused(format!(
                "The case number “{reference}” is in the file already. Nothing was imported; take its row out of the table, or remove his file first."
            )));
        }
        if !reference.is_empty() && seen.insert(reference, man.id).is_some() {
            return Err(StoreError::Refused(format!(
                "The case number “{reference}” stands twice in the table. Nothing was imported; keep one row of it."
            )));
        }
        if wall::names_her_as_source(man) {
            return Err(StoreError::Refused(format!(
                "In the row of “{reference}”, something has his partner as its source. It could reach him there; nothing was imported."
            )));
        }
    }
    Ok(())
}

fn groups(tx: &mut Tx<'_>, cohort: &Programme) -> Result<HashMap<GroupId, GroupId>, StoreError> {
    let known = tx.groups()?;
    let mut ids = HashMap::new();
    for group in &cohort.groups {
        let same = |known: &&_| same_name(known, group);
        let id = match known.iter().find(same) {
            Some(known) => known.id,
            None => tx.add_group(group)?,
        };
        ids.insert(group.id, id);
    }
    Ok(ids)
}

fn same_name(one: &crate::model::programme::Group, other: &crate::model::programme::Group) -> bool {
    one.name.trim().to_lowercase() == other.name.trim().to_lowercase()
}

fn men(
    tx: &mut Tx<'_>,
    cohort: &Programme,
    groups: &HashMap<GroupId, GroupId>,
) -> Result<HashMap<ManId, ManId>, StoreError> {
    let mut ids = HashMap::new();
    for man in &cohort.men {
        let mut taken = man.clone();
        for place in &mut taken.places {
            place.group = *groups.get(&place.group).ok_or_else(|| stray("A place"))?;
        }
        ids.insert(man.id, tx.add_man(&taken)?);
    }
    Ok(ids)
}

/// A session on a day on which its group has one already goes on; marks that stand are kept.
fn sessions(
    tx: &mut Tx<'_>,
    cohort: &Programme,
    groups: &HashMap<GroupId, GroupId>,
    men: &HashMap<ManId, ManId>,
) -> Result<usize, StoreError> {
    let mut marks: HashMap<SessionId, Vec<(ManId, Mark)>> = HashMap::new();
    for line in &cohort.attendance {
        let man = *men.get(&line.man).ok_or_else(|| stray("A mark"))?;
        marks
            .entry(line.session)
            .or_default()
            .push((man, line.mark));
    }
    let known: HashMap<_, _> = tx
        .sessions()?
        .into_iter()
        .map(|held| ((held.session.group, held.session.on), held))
        .collect();
    for session in &cohort.sessions {
        let mut session = session.clone();
        let marks = marks.remove(&session.id).unwrap_or_default();
        session.group = *groups
            .get(&session.group)
            .ok_or_else(|| stray("A session"))?;
        match known.get(&(session.group, session.on)) {
            Some(held) => {
                let mut held = held.clone();
                held.marks.extend(marks);
                tx.change_session(&held)?;
            }
            None => {
                tx.add_session(&HeldSession { session, marks })?;
            }
        }
    }
    match marks.is_empty() {
        true => Ok(cohort.sessions.len()),
        false => Err(StoreError::Refused(
            "A mark of the register belongs to a session that is not in the table. Nothing was imported.".to_owned(),
        )),
    }
}

fn frame(tx: &mut Tx<'_>, cohort: &Programme) -> Result<(), StoreError> {
    if cohort.costs.is_empty() && cohort.feedback.is_empty() {
        return Ok(());
    }
    let mut frame = tx.frame()?;
    frame.costs.extend(cohort.costs.iter().cloned());
    frame.feedback.extend(cohort.feedback.iter().cloned());
    tx.set_frame(&frame)
}
