use std::sync::Arc;

use crate::checks;
use crate::drafting;
use crate::model::{Review, Round, RoundId, Section, Version, VersionId};
use crate::store::{Op, Outcome, Store, StoreError, Tx};

use super::words::counted;

/// When a round goes out, by whom, and in spite of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispatch {
    /// With its offset from UTC, as RFC 3339 has it.
    pub at: String,
    pub who: String,
    /// Why it goes out although an objection was not heard; empty where none stands against it.
    pub overriding: String,
}

/// Marks a round as gone out: every paragraph gets its number, the draft as it stands is put aside as “Sent in round 1”. Refused while an
/// objection was not heard, unless it is knowingly overridden with a reason. What the members get is made from the review afterwards.
pub fn send_round(
    store: &mut Store,
    id: RoundId,
    dispatch: &Dispatch,
) -> Result<Outcome<()>, StoreError> {
    let review = store.load()?;
    store.transact(Op::new("Send a round"), |tx| {
        let round = tx.round(id)?;
        tx.relabel(format!("Send round {}", round.number));
        may_go_out(tx, &round)?;
        let overridden = overridden(&review, &round, dispatch)?;
        for section in tx.sections()? {
            number_paragraphs(tx, &section)?;
        }
        let version = tx.add_version(&Version {
            id: VersionId(0),
            label: format!("Sent in round {}", round.number),
            at: dispatch.at.clone(),
            who: dispatch.who.clone(),
            sections: Arc::new(tx.sections()?),
        })?;
        tx.change_round(&Round {
            version: Some(version),
            sent: dispatch.at.clone(),
            overridden,
            ..round
        })
    })
}

fn refuse<T>(words: String) -> Result<T, StoreError> {
    Err(StoreError::Refused(words))
}

fn may_go_out(tx: &Tx<'_>, round: &Round) -> Result<(), StoreError> {
    let number = round.number;
    if round.is_sent() {
        return refuse(format!("Round {number} has gone out already."));
    }
    if round.sendings.is_empty() {
        return refuse(format!(
            "Round {number} goes to nobody yet. Choose at least one member."
        ));
    }
    let sections = tx.sections()?;
    let is_written = |key: &String| {
        let mut all = sections.iter();
        all.any(|section| section.key == *key && !section.text.trim().is_empty())
    };
    if !round.sections.iter().any(is_written) {
        return refuse(format!(
            "Nothing is written in the sections of round {number}. Choose a section with text."
        ));
    }
    Ok(())
}

/// The reason to be kept; empty where nothing stands against the round.
fn overridden(review: &Review, round: &Round, dispatch: &Dispatch) -> Result<String, StoreError> {
    let not_heard = checks::not_heard(review).len();
    let reason = dispatch.overriding.trim();
    match (not_heard, reason) {
        (0, _) => Ok(String::new()),
        (count, "") => refuse(format!(
            "{} not heard yet, so round {} was not sent. Answer what stands open, or say why the round goes out all the same.",
            counted(count, "objection was", "objections were"),
            round.number
        )),
        (_, reason) => Ok(reason.to_owned()),
    }
}

/// Gives a section that was last written by an earlier version of Lantern the numbers of its paragraphs.
fn number_paragraphs(tx: &mut Tx<'_>, section: &Section) -> Result<(), StoreError> {
    let blocks = drafting::blocks(&section.text).len();
    if blocks != section.paragraphs.len() {
        let mut wanted: Vec<_> = section.paragraphs.iter().copied().map(Some).collect();
        wanted.resize(blocks, None);
        tx.set_paragraphs(section.id, &wanted)?;
    }
    Ok(())
}
