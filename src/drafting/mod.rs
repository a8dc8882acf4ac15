//! The report's text: its sections and paragraphs, and the numbers they are cited by.

mod chain;
mod citing;
mod cursor;
mod difference;
mod loose_ends;
mod markup;
mod matching;
mod numbering;
mod wordings;

pub use chain::{Chain, ChainStep, CitedAt};
pub use citing::{Broken, Cited, Citing, broken, citations, citations_and_words};
pub use cursor::{Standing, standing_at};
pub use difference::{Change, Kind, SectionDifference, difference};
pub use loose_ends::{LooseEnd, loose_ends};
pub use markup::{Citation, Inline, Target, inlines, pieces, plain};
pub use numbering::{Numbered, NumberedSection, Part, blocks, heading_of, paragraphs};
pub use wordings::{Fate, Stretch, word_for_word};
