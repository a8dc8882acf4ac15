use crate::model::{Round, Sending};
use crate::store::{Op, Outcome, Store, StoreError, Tx};

use super::check;

/// Changes deadline, note, sections and members of a round. Once it has gone out only its deadline changes, and members can be added, who then get
/// the draft as it went out.
pub fn change_round(store: &mut Store, round: &Round) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Change a round"), |tx| {
        let present = tx.round(round.id)?;
        tx.relabel(format!("Change round {}", present.number));
        check::round(tx, round)?;
        if present.is_sent() {
            if (&round.note, &round.sections) != (&present.note, &present.sections) {
                return Err(StoreError::Refused(format!(
                    "Round {} has gone out, so what was asked in it stays as it is.",
                    present.number
                )));
            }
            keeps_everybody(tx, &present, round)?;
        }
        tx.change_round(&Round {
            version: present.version,
            sent: present.sent.clone(),
            overridden: present.overridden.clone(),
            ..round.clone()
        })?;
        set_sendings(tx, &present, &round.sendings)
    })
}

fn keeps_everybody(tx: &Tx<'_>, present: &Round, wanted: &Round) -> Result<(), StoreError> {
    for sending in &present.sendings {
        let mut all = wanted.sendings.iter();
        let kept = all.find(|kept| kept.member == sending.member);
        if kept.is_none_or(|kept| kept.sees != sending.sees) {
            return Err(StoreError::Refused(format!(
                "Round {} has gone out to {} already, so that stays as it is.",
                present.number,
                tx.member(sending.member)?.name
            )));
        }
    }
    Ok(())
}

/// Members that stay keep their sending, and with it their token.
fn set_sendings(tx: &mut Tx<'_>, present: &Round, wanted: &[Sending]) -> Result<(), StoreError> {
    for sending in &present.sendings {
        match wanted.iter().find(|other| other.member == sending.member) {
            None => tx.remove_sending(sending.id)?,
            Some(kept) if kept.sees != sending.sees => tx.change_sending(&Sending {
                sees: kept.sees,
                ..sending.clone()
            })?,
            Some(_) => {}
        }
    }
    for sending in wanted {
        let mut there = present.sendings.iter();
        if !there.any(|other| other.member == sending.member) {
            tx.add_sending(present.id, sending.member, sending.sees)?;
        }
    }
    Ok(())
}
