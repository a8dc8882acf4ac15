use crate::drafting;
use crate::model::{ParagraphId, Section, SectionId};
use crate::store::{Op, Outcome, Store, StoreError, Tx};

/// Paragraphs taken out of the draft that are remembered for coming back.
const REMEMBERED: usize = 100;

/// Replaces the text of a section of the report. Paragraphs that are still there keep their numbers in the file, so that comments and
/// cross-references stay with them; one that was cut out of the draft before and is put in here has the number that it had.
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
    let mut kept = drafting::keep_ids(&section.text, &section.paragraphs, text);
    if kept.contains(&None) {
        drafting::put_back_ids(text, &mut kept, &gone(tx)?);
    }
    tx.set_paragraphs(section.id, &kept)?;
    tx.write_section(section.id, text)
}

/// Paragraphs that were taken out of the draft, with their words, the latest first.
fn gone(tx: &Tx<'_>) -> Result<Vec<(ParagraphId, String)>, StoreError> {
    let gone = tx.gone_paragraphs(REMEMBERED)?;
    let words = gone.iter().filter_map(|one| {
        let mut blocks = drafting::blocks(&one.text);
        let place = usize::try_from(one.position.checked_sub(1)?).ok()?;
        (place < blocks.len()).then(|| (one.id, blocks.swap_remove(place)))
    });
    Ok(words.collect())
}
