//! Rounds out and back: what goes to the panel's members and what returns from them, as bytes. Stores nothing.
//!
//! A member gets a Word file ([`documents`]), or a pack ([`packs`]) where they have Lantern themselves. Both carry the token of their
//! sending, by which [`read_reply`] knows them again whatever their name has become. What is read is stored by
//! [`crate::edits::collect_replies`].

mod error;

use chrono::NaiveDate;

pub use error::ExchangeError;

use crate::model::{Reply, Review, Round, SendingId};
use crate::store::Passphrase;

/// A file for one member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    pub sending: SendingId,
    /// With the round and the member's name; no two of a round are the same.
    pub file_name: String,
    pub bytes: Vec<u8>,
    /// How many paragraphs of the draft the member gets.
    pub paragraphs: usize,
    /// Sentences for the chair.
    pub notes: Vec<String>,
}

/// A Word file for each member of a round that has gone out, in the order of its sendings: the draft as it was put aside then, as far as
/// each may see it.
pub fn documents(
    review: &Review,
    round: &Round,
    today: NaiveDate,
) -> Result<Vec<Outgoing>, ExchangeError> {
    let _ = (review, today);
    Err(ExchangeError::NotSent {
        round: round.number,
    })
}

/// As [`documents`], each as a pack that only the passphrase opens.
pub fn packs(
    review: &Review,
    round: &Round,
    today: NaiveDate,
    passphrase: &Passphrase,
) -> Result<Vec<Outgoing>, ExchangeError> {
    let _ = (review, today, passphrase);
    Err(ExchangeError::NotSent {
        round: round.number,
    })
}

/// Reads a file that came back, a Word file or a pack; which, is told by its content. `passphrase` is asked for by a pack alone
/// ([`ExchangeError::NeedsPassphrase`]).
pub fn read_reply(
    review: &Review,
    file_name: &str,
    bytes: &[u8],
    passphrase: Option<&Passphrase>,
) -> Result<Reply, ExchangeError> {
    let _ = (review, bytes, passphrase);
    Err(ExchangeError::NotOurs {
        file: file_name.to_owned(),
    })
}
