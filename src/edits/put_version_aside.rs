use std::sync::Arc;

use crate::model::{Section, Version, VersionId};
use crate::store::{Op, Outcome, Store, StoreError, Tx, now};

/// Keeps the whole draft as it stands, under a name in the chair's words, which may be empty.
///
/// # Errors
/// Refused where nothing is written yet, and where the newest version says the same.
pub fn put_version_aside(store: &mut Store, label: &str) -> Result<Outcome<VersionId>, StoreError> {
    let who = store.who().to_owned();
    store.transact(Op::new("Put a version of the draft aside"), |tx| {
        let sections = tx.sections()?;
        if sections
            .iter()
            .all(|section| section.text.trim().is_empty())
        {
            return Err(StoreError::Refused(
                "Nothing is written yet, so there is no draft to put aside.".to_owned(),
            ));
        }
        if let Some(newest) = tx.versions()?.pop()
            && says_the_same(&newest.sections, &sections)
        {
            return Err(StoreError::Refused(
                "The draft is word for word what the newest version holds. Nothing was put aside."
                    .to_owned(),
            ));
        }
        aside(tx, label, &who)
    })
}

/// Keeps the draft as it stands, whatever it says.
pub(super) fn aside(tx: &mut Tx<'_>, label: &str, who: &str) -> Result<VersionId, StoreError> {
    let sections = tx.sections()?;
    tx.add_version(&Version {
        id: VersionId(0),
        label: label.trim().to_owned(),
        at: now(),
        who: who.to_owned(),
        sections: Arc::new(sections),
    })
}

/// Whether every section has the same text in both.
pub(super) fn says_the_same(one: &[Section], other: &[Section]) -> bool {
    one.len() == other.len()
        && one.iter().all(|section| {
            other
                .iter()
                .any(|same| same.id == section.id && same.text == section.text)
        })
}
