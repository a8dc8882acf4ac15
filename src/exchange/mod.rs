//! Rounds out and back: what goes to the panel's members and what returns from them, as bytes. Stores nothing.
//!
//! A member gets a Word file ([`documents`]), or a pack ([`packs`]) where they have Lantern themselves. Both carry the token of their
//! sending, by which [`read_reply`] knows them again whatever their name has become. What is read is stored by
//! [`crate::edits::collect_replies`]. [`refi`] exchanges codes with other tools of research.

mod copy;
mod error;
mod file_name;
mod likeness;
mod mark;
mod origin;
mod pack;
mod placing;
pub mod refi;
mod reply;
mod sheet;
mod word;

use chrono::NaiveDate;

pub use copy::{Answered, CopyParagraph, CopySection, MemberCopy, Piece, Run, plain};
pub use error::ExchangeError;
pub use pack::{Pack, PackComment, is_pack, open_pack};
pub use reply::read_reply;

use crate::model::{Review, Round, SendingId};
use crate::store::Passphrase;
use file_name::FileNames;
use sheet::Sheet;

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
    outgoing(review, round, "docx", |copy| {
        word::write(copy, &Sheet::of(copy), today).map_err(|error| error.to_string())
    })
}

/// As [`documents`], each as a pack that only the passphrase opens.
pub fn packs(
    review: &Review,
    round: &Round,
    passphrase: &Passphrase,
) -> Result<Vec<Outgoing>, ExchangeError> {
    outgoing(review, round, "lanternpack", |copy| {
        Pack::of(copy.clone()).written(passphrase)
    })
}

fn outgoing(
    review: &Review,
    round: &Round,
    ending: &str,
    make: impl Fn(&MemberCopy) -> Result<Vec<u8>, String>,
) -> Result<Vec<Outgoing>, ExchangeError> {
    let mut names = FileNames::default();
    let mut made = Vec::new();
    for (sending, copy, notes) in copy::copies(review, round)? {
        let file_name = names.name(copy.round, &copy.member, ending);
        let bytes = make(&copy).map_err(|reason| ExchangeError::NotMade {
            file: file_name.clone(),
            reason,
        })?;
        made.push(Outgoing {
            sending: sending.id,
            file_name,
            bytes,
            paragraphs: copy.paragraphs(),
            notes,
        });
    }
    Ok(made)
}
