//! The encrypted file: open, migrate, transact, undo, audit, search.
//!
//! `NAME.lantern` is SQLite under SQLCipher with a key from a passphrase; one writer at a time. What must hold:
//! - Nothing is written but through [`Store::transact`], [`Store::undo`] and [`Store::redo`]: one SQL transaction each, on the disk
//!   before the call returns. A kill at any moment loses at most the one on its way.
//! - Every write to review data is recorded by triggers (`undo_log`), so that undo covers whatever an edit does, and [`Touched`] is what
//!   was really changed rather than what an edit says.
//! - The audit trail only grows; undo is a row in it, too.
//! - No file above this room names the database. SQL stands in `<noun>.sql` beside `<noun>.rs`.

mod action;
mod agency;
mod allowed;
mod audit;
mod backup;
mod beginnings;
mod coding;
mod comment;
mod connection;
mod contradiction;
mod correction;
mod declined;
mod destroy;
mod details;
mod digest;
mod entry;
mod error;
mod event;
mod fact;
mod finding;
mod habit;
mod hanging;
mod identifier;
mod import;
mod import_file;
mod integrity;
mod key_date;
mod knowing;
mod letter_point;
mod links;
mod lock;
mod member;
mod migrate;
mod open;
mod parted;
mod passphrase;
mod pause;
mod person;
mod place;
mod programme;
mod publication;
mod query;
mod question;
mod recommendation;
mod record_answer;
mod review;
mod round;
mod rows;
mod ruling;
mod safety;
mod search;
mod section;
mod suppressed;
mod tagging;
mod tally;
#[cfg(test)]
mod tests;
mod touched;
mod transact;
mod undo_log;
mod values;
mod version;
mod view;
mod weakness;
mod when;
pub(crate) use audit::now;
pub use audit::{AuditFault, AuditKind, AuditReport, AuditRow};
pub use correction::{ByHand, SetByHand};
pub use entry::EntryPlace;
pub use error::StoreError;
pub use open::{Mode, NewFile, Store};
pub use passphrase::Passphrase;
pub use programme::{FileKind, Frame, HeldSession, NewProgramme};
pub use safety::WOMENS_SAFETY_WORK;
pub use search::Hit;
pub use section::GoneParagraph;
pub use touched::{Noun, Touched};
pub use transact::{Op, Outcome, Tx};
