use chrono::NaiveDate;

use crate::model::programme::Mark;
use crate::model::{ManId, SessionId};
use crate::store::{Op, Outcome, Store, StoreError};

/// Sets marks of one session’s register; `None` takes a mark away: not registered, which is not “missed”. A session is made up after it was missed.
pub fn mark_register(
    store: &mut Store,
    session: SessionId,
    marks: &[(ManId, Option<Mark>)],
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Fill a register"), |tx| {
        let mut held = tx.session(session)?;
        let before = held.marks.clone();
        for (man, mark) in marks {
            tx.man(*man)?;
            check(mark.as_ref(), held.session.on)?;
            held.marks.retain(|(marked, _)| marked != man);
            held.marks.extend(mark.map(|mark| (*man, mark)));
        }
        held.marks.sort_by_key(|(man, _)| *man);
        match held.marks == before {
            true => Ok(()),
            false => tx.change_session(&held),
        }
    })
}

fn check(mark: Option<&Mark>, held: NaiveDate) -> Result<(), StoreError> {
    match mark {
        Some(Mark::MadeUp(day)) if *day < held => Err(StoreError::Refused(format!(
            "The session was on {}; it cannot have been made up before, on {}. Nothing was changed.",
            held.format("%-d %B %Y"),
            day.format("%-d %B %Y")
        ))),
        _ => Ok(()),
    }
}
