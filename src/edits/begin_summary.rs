use crate::store::{Op, Outcome, Store, StoreError};
use crate::templates::SUMMARY;

use super::write_section;

/// Gives the report the sections of its executive summary that it lacks, and lets those that are empty begin with the text of the section
/// of the report that they tell in short. What is written in one stays. How many sections were made or begun.
pub fn begin_summary(store: &mut Store) -> Result<Outcome<usize>, StoreError> {
    store.transact(Op::new("Begin the executive summary"), |tx| {
        let template = tx.template()?;
        let mut touched = 0;
        for place in template.sections.iter().filter(|section| section.summary) {
            let sections = tx.sections()?;
            let there = sections.iter().find(|section| section.key == place.key);
            let id = match there {
                Some(section) => section.id,
                None => tx.add_section(&place.key, &place.title)?,
            };
            let is_empty = there.is_none_or(|section| section.text.trim().is_empty());
            let told = place.key.strip_prefix(SUMMARY).unwrap_or_default();
            let report = sections.iter().find(|section| section.key == told);
            let text = report.map_or("", |section| section.text.trim());
            if is_empty && !text.is_empty() {
                write_section::write(tx, &tx.section(id)?, text)?;
            } else if there.is_some() {
                continue;
            }
            touched += 1;
        }
        if touched == 0 {
            return Err(StoreError::Refused(
                "The executive summary is begun already, and the report has nothing more for it. Nothing was changed."
                    .to_owned(),
            ));
        }
        Ok(touched)
    })
}
