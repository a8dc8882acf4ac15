use crate::drafting;
use crate::model::{Section, SectionId};
use crate::store::{Op, Outcome, Store, StoreError, Tx};

/// Replaces the text of a section of the report. Paragraphs that are still there keep their numbers in the file, so that comments and
/// cross-references stay with them.
pub fn write_section(
    store: &mut Store,
    id: SectionId,
    text: &str,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Write section"), |tx| {
        let section = tx.section(id)?;
        tx.relabel(format!("Write section {}", section.title));
        write(tx, &section, text)
    })
}

pub(super) fn write(tx: &mut Tx<'_>, section: &Section, text: &str) -> Result<(), StoreError> {
    let kept = drafting::keep_ids(&section.text, &section.paragraphs, text);
    tx.set_paragraphs(section.id, &kept)?;
    tx.write_section(section.id, text)
}
