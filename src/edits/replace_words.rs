use super::write_section::write;
use crate::drafting::Sought;
use crate::store::{Op, Outcome, Store, StoreError};

/// Puts `with` in the place of what is sought, in the whole draft; how many places that were.
pub fn replace_words(
    store: &mut Store,
    sought: &Sought,
    with: &str,
) -> Result<Outcome<usize>, StoreError> {
    store.transact(Op::new("Replace words in the draft"), |tx| {
        let mut all = 0;
        for section in tx.sections()? {
            let (text, places) = sought.replaced(&section.text, with);
            if places > 0 {
                write(tx, &section, &text)?;
                all += places;
            }
        }
        tx.relabel(format!("Replace words in the draft ({all})"));
        Ok(all)
    })
}
