use crate::model::programme::{Coded, ProgrammeTemplate};
use crate::store::{Frame, Op, Outcome, Store, StoreError};
use crate::templates::programme::fault;

/// What the programme decides for itself. A key that is recorded somewhere stays; what may be passed on of her is not settled here; what is owed to
/// partners is settled by women’s safety work, behind its lock where there is one.
pub fn change_settings(
    store: &mut Store,
    settings: &ProgrammeTemplate,
) -> Result<Outcome<()>, StoreError> {
    let closed = store.has_safety_lock()? && !store.is_unlocked();
    store.transact(Op::new("Change the programme’s settings"), |tx| {
        let before = tx.settings()?;
        if before == *settings {
            return Ok(());
        }
        if let Some(reason) = fault(settings) {
            return Err(refused(&reason));
        }
        if keeps_less(&before, settings) {
            return Err(refused(
                "A line of a list would be gone that records may name.",
            ));
        }
        if before.fact_kinds != settings.fact_kinds {
            return Err(refused(
                "What may be passed on of a partner’s words was settled when the file was made.",
            ));
        }
        if closed && owed(&before) != owed(settings) {
            return Err(refused(
                "What is owed to partners is settled by women’s safety work. Open its lock in the room Partners first.",
            ));
        }
        let frame = tx.frame()?;
        tx.set_frame(&Frame {
            settings: Some(settings.clone()),
            ..frame
        })
    })
}

fn refused(reason: &str) -> StoreError {
    StoreError::Refused(format!("{reason} Nothing was changed."))
}

fn owed(settings: &ProgrammeTemplate) -> impl PartialEq + '_ {
    (
        &settings.contact,
        &settings.notices,
        &settings.couples_work,
        &settings.attendance,
    )
}

fn keeps_less(before: &ProgrammeTemplate, after: &ProgrammeTemplate) -> bool {
    macro_rules! keys {
        ($template:ident: $($list:ident),*) => {
            [$($template.$list.iter().map(|one| one.key.as_str()).collect::<Vec<_>>()),*]
        };
    }
    macro_rules! all {
        ($template:ident) => {
            keys!($template: measures, reasons_for_leaving, referral_sources, substances, drinking, risk_factors, ethnicities, referral_form)
        };
    }
    let gone = |before: &[&str], after: &[&str]| before.iter().any(|key| !after.contains(key));
    let lists = all!(before);
    let kept = all!(after);
    let named =
        |list: &[Coded]| -> Vec<String> { list.iter().map(|one| one.key.clone()).collect() };
    lists
        .iter()
        .zip(&kept)
        .any(|(before, after)| gone(before, after))
        || named(&before.keeping.of_unsuccessful) != named(&after.keeping.of_unsuccessful)
}
