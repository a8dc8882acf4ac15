use crate::model::{HangsOn, KeyDate, KeyDateId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::{check, hanging};

/// Sets a key date. One of the template's clock (its `kind` is not empty) replaces the one of its kind, whatever its id; one that the chair
/// added is found by its id, and added where there is none. Dates that hang on it are read again.
pub fn set_key_date(store: &mut Store, date: &KeyDate) -> Result<Outcome<KeyDateId>, StoreError> {
    if date.kind.is_empty() && date.label.trim().is_empty() {
        return Err(StoreError::Refused(
            "A date needs a name. Nothing was changed.".to_owned(),
        ));
    }
    check::when(&date.when)?;
    store.transact(Op::new("Set a key date"), |tx| {
        if !date.kind.is_empty() {
            let clock = tx.template()?.clock;
            let Some(known) = clock.dates.into_iter().find(|known| known.key == date.kind) else {
                return Err(StoreError::Refused(format!(
                    "The clock of the review's template has no date “{}”.",
                    date.kind
                )));
            };
            tx.relabel(format!("Set key date {}", known.name));
        }
        let present = tx.key_dates()?.into_iter().find(|present| {
            if date.kind.is_empty() {
                present.id == date.id && present.kind.is_empty()
            } else {
                present.kind == date.kind
            }
        });
        if let Some(on) = date.when.hangs_on {
            let itself = present.as_ref().map(|date| HangsOn::KeyDate(date.id));
            hanging::check(tx, itself, on)?;
        }
        match present {
            None => tx.add_key_date(date),
            Some(present) => {
                tx.change_key_date(&KeyDate {
                    id: present.id,
                    ..date.clone()
                })?;
                if present.when != date.when || present.label != date.label {
                    hanging::follow(tx, HangsOn::KeyDate(present.id))?;
                }
                Ok(present.id)
            }
        }
    })
}
