use crate::store::{Frame, Op, Outcome, Store, StoreError};

/// The programme’s title, colleagues, money and feedback; `label` says which. Settings have an edit of their own.
pub fn change_frame(
    store: &mut Store,
    label: &str,
    change: impl FnOnce(&mut Frame),
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new(label), |tx| {
        let before = tx.frame()?;
        let mut frame = before.clone();
        change(&mut frame);
        frame.settings.clone_from(&before.settings);
        if frame.title.trim().is_empty() {
            return Err(refused("A programme needs a title."));
        }
        for colleague in &frame.colleagues {
            let same = |other: &&_| same_name(other, &colleague.name);
            if colleague.name.trim().is_empty() {
                return Err(refused("A colleague needs a name."));
            }
            if frame.colleagues.iter().filter(same).count() > 1 {
                let reason = format!("“{}” is in the list already.", colleague.name.trim());
                return Err(refused(&reason));
            }
        }
        match before == frame {
            true => Ok(()),
            false => tx.set_frame(&frame),
        }
    })
}

fn same_name(colleague: &crate::model::programme::Colleague, name: &str) -> bool {
    colleague.name.trim().to_lowercase() == name.trim().to_lowercase()
}

fn refused(reason: &str) -> StoreError {
    StoreError::Refused(format!("{reason} Nothing was changed."))
}
