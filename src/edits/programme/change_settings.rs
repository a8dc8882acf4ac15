use crate::model::programme::{Coded, MeasureTemplate, ProgrammeTemplate};
use crate::store::{Frame, Op, Outcome, Store, StoreError};
use crate::templates::programme::fault;

/// What the programme decides for itself. A key that is recorded somewhere stays, and what it stands for (a scale, a kind of answer); what may be passed on of her is not settled here; what is owed to
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
        if asks_otherwise(&before, settings) {
            return Err(refused(
                "Values were given on this scale, or answers to this question. Add another one instead.",
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
            keys!($template: measures, reasons_for_leaving, referral_sources, substances, drinking, risk_factors, ethnicities, genders,
                sexual_orientations, referral_form, feedback)
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

/// Whether what is recorded under a key would mean something else.
fn asks_otherwise(before: &ProgrammeTemplate, after: &ProgrammeTemplate) -> bool {
    let rescaled = before.measures.iter().any(|was| {
        let scale = |one: &MeasureTemplate| (one.of, one.lowest, one.highest, one.higher_is_better);
        let mut now = after.measures.iter().filter(|one| one.key == was.key);
        now.any(|one| scale(one) != scale(was))
    });
    let answered_otherwise = before.referral_form.iter().any(|was| {
        let mut now = after.referral_form.iter().filter(|one| one.key == was.key);
        now.any(|one| one.kind != was.kind)
    });
    rescaled || answered_otherwise
}
