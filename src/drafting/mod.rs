//! The report's text: its sections and paragraphs, the numbers they are cited by, and what they cite.

mod breaking;
mod citing;
mod counting;
mod cursor;
mod difference;
mod keeping;
mod ledger;
mod markup;
mod matching;
mod numbering;
mod offers;
mod pasting;
mod places;
mod seeking;
mod shaping;
pub mod spelling;
mod wordings;

pub use breaking::{BrokenCitation, broken_citations};
pub use citing::{Broken, Cited, Citing, broken, citations, citations_and_words};
pub use counting::word_count;
pub use cursor::{Standing, standing_at};
pub use difference::{Change, Kind, SectionDifference, difference};
pub use keeping::keep_ids;
pub use ledger::{LedgerLine, ParagraphPlace, ParagraphPlaces, Stands, ledger};
pub use markup::{Citation, Inline, Target, inlines, pieces, plain};
pub use numbering::{Numbered, NumberedSection, Part, blocks, heading_of, paragraphs};
pub use offers::{Asked, Offer, asked, offers};
pub use pasting::pasted;
pub use places::{block_at, headings, start_of_block};
pub use seeking::{Place, Sought};
pub use shaping::{Shape, Shaped, next_line};
pub use wordings::{Fate, Stretch, word_for_word};
