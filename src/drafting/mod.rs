//! The report's text: its sections and paragraphs, and the numbers they are cited by.

mod chain;
mod loose_ends;
mod markup;
mod numbering;

pub use chain::{Chain, ChainStep, CitedAt};
pub use loose_ends::{LooseEnd, loose_ends};
pub use markup::{Citation, Inline, Target, inlines, pieces, plain};
pub use numbering::{Numbered, NumberedSection, Part, blocks, heading_of, paragraphs};
