//! The report's text: its sections and paragraphs, and the numbers they are cited by.

mod numbering;

pub use numbering::{Numbered, NumberedSection, Part, paragraphs};
