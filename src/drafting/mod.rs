//! The report's text: its sections and paragraphs, and the numbers they are cited by.

mod citing;
mod ledger;
mod markup;
mod numbering;
mod wordings;

pub use citing::{Broken, Cited, Citing, broken, citations, citations_and_words};
pub use ledger::{LedgerLine, Place, Places, Stands, ledger};
pub use markup::{Citation, Inline, Target, inlines, pieces, plain};
pub use numbering::{Numbered, NumberedSection, Part, blocks, heading_of, paragraphs};
pub use wordings::{Fate, Stretch, word_for_word};
