use crate::model::SectionId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Replaces the text of a section of the report.
pub fn write_section(
    store: &mut Store,
    id: SectionId,
    text: &str,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Write section"), |tx| {
        let section = tx.section(id)?;
        tx.relabel(format!("Write section {}", section.title));
        tx.write_section(id, text)
    })
}
