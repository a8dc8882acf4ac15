use crate::checks;
use crate::model::{Suppressed, SuppressedId};
use crate::store::{Op, Outcome, Store, StoreError, now};

/// Lets a mark of a rule stand, with the reason, who decided and when. A mark that stands already gets the new reason. Refused without a
/// reason, and for a rule that nobody knows.
pub fn suppress(
    store: &mut Store,
    rule: &str,
    subject: &str,
    reason: &str,
) -> Result<Outcome<SuppressedId>, StoreError> {
    let known = checks::RULES.iter().find(|known| known.key == rule);
    let title = known.map(|rule| rule.title());
    let suppressed = Suppressed {
        id: SuppressedId(0),
        rule: rule.to_owned(),
        subject: subject.to_owned(),
        reason: reason.trim().to_owned(),
        by: store.who().to_owned(),
        at: now(),
    };
    store.transact(Op::new("Let a mark stand"), |tx| {
        let Some(title) = &title else {
            return Err(StoreError::Refused(format!(
                "There is no rule “{rule}”. Nothing was changed."
            )));
        };
        tx.relabel(format!("Let a mark stand: {title}"));
        if suppressed.reason.is_empty() {
            return Err(StoreError::Refused(
                "A mark stands only for a reason: it is printed in the check report. Write why, and it is kept."
                    .to_owned(),
            ));
        }
        let before = tx.suppressed()?;
        let before = before
            .iter()
            .find(|one| one.rule == rule && one.subject == subject);
        match before {
            Some(before) if before.reason == suppressed.reason => return Ok(before.id),
            Some(before) => tx.remove_suppressed(before.id)?,
            None => {}
        }
        tx.suppress(&suppressed)
    })
}
