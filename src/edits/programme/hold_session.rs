use chrono::NaiveDate;

use crate::model::programme::Session;
use crate::model::{GroupId, SessionId};
use crate::store::{HeldSession, Op, Outcome, Store, StoreError};

/// Opens the register of a session; refused where the group has one on that day.
pub fn hold_session(
    store: &mut Store,
    group: GroupId,
    on: NaiveDate,
) -> Result<Outcome<SessionId>, StoreError> {
    store.transact(Op::new("Hold a session"), |tx| {
        if !tx.groups()?.iter().any(|known| known.id == group) {
            return Err(StoreError::gone_from_file("This group"));
        }
        let mut held = tx.sessions()?.into_iter().map(|held| held.session);
        if held.any(|session| session.group == group && session.on == on) {
            return Err(StoreError::Refused(format!(
                "This group has a session on {} already. Go on in its register.",
                on.format("%-d %B %Y")
            )));
        }
        tx.add_session(&HeldSession {
            session: Session {
                id: SessionId(0),
                group,
                on,
            },
            marks: Vec::new(),
        })
    })
}
