use crate::model::{Template, Weakness};
use crate::store::{Op, Outcome, Store, StoreError};
use crate::templates::expanded;

use super::words::counted;

/// Gives weaknesses that have no patterns those of the same key in `template`: a review that was begun before there were any has none of its own.
/// The value is the number of weaknesses that got some.
pub fn take_rules(store: &mut Store, template: &Template) -> Result<Outcome<usize>, StoreError> {
    store.transact(Op::new("Take rules into the list of weaknesses"), |tx| {
        let mut count = 0;
        for weakness in tx.weaknesses()? {
            let mut known = template.weaknesses.iter();
            let known = known.find(|known| known.key == weakness.key);
            let Some(known) = known.filter(|_| weakness.patterns.is_empty()) else {
                continue;
            };
            // The review's own copy of its template has not these lists of words.
            let patterns = known.patterns.iter();
            let patterns: Result<Vec<String>, String> = patterns
                .map(|pattern| expanded(pattern, &template.word_lists))
                .collect();
            let patterns = patterns.map_err(StoreError::Refused)?;
            if !patterns.is_empty() {
                tx.change_weakness(&Weakness {
                    patterns,
                    ..weakness
                })?;
                count += 1;
            }
        }
        tx.relabel(format!(
            "Take rules for {}",
            counted(count, "weakness", "weaknesses")
        ));
        Ok(count)
    })
}
