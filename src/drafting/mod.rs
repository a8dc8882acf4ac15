//! The report's text: its sections and paragraphs, and the numbers they are cited by.

mod ledger;
mod markup;
mod numbering;

pub use ledger::{LedgerLine, Place, Places, Stands, ledger};
pub use markup::{Citation, Inline, Target, inlines, pieces, plain};
pub use numbering::{Numbered, NumberedSection, Part, blocks, heading_of, paragraphs};
