use super::put_version_aside::{aside, says_the_same};
use crate::model::VersionId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Makes a version the draft again, with the paragraphs it had, so that comments find theirs. The draft as it stood is put aside
/// first where no version holds it.
pub fn restore_version(store: &mut Store, id: VersionId) -> Result<Outcome<()>, StoreError> {
    let who = store.who().to_owned();
    store.transact(Op::new("Go back to a version of the draft"), |tx| {
        let version = tx.version(id)?;
        let present = tx.sections()?;
        if says_the_same(&version.sections, &present) {
            return Ok(());
        }
        let mut kept = tx.versions()?.into_iter();
        if !kept.any(|other| says_the_same(&other.sections, &present)) {
            let label = match version.label.as_str() {
                "" => "Before going back to an earlier version".to_owned(),
                label => format!("Before going back to “{label}”"),
            };
            aside(tx, &label, &who)?;
        }
        for section in version.sections.iter() {
            let Some(now) = present.iter().find(|now| now.id == section.id) else {
                continue;
            };
            if now.text != section.text {
                tx.put_back_paragraphs(section.id, &section.paragraphs)?;
                tx.write_section(section.id, &section.text)?;
            }
        }
        Ok(())
    })
}
