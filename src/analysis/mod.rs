//! From tags to a picture: which weakness was seen in which agency’s records, and in which year; the words it shows in, where the
//! rules of the list would look for it, and how far those who tagged agree.

mod agreement;
mod blind;
mod glance;
mod matrix;
mod passages;
mod suggestions;
mod uses;

pub use agreement::{Agreed, Bearing, Disagreement, Figures, Row as AgreementRow, agreement};
pub use blind::{coded_blind, hide_from, what_is_hidden};
pub use matrix::{Across, Cell, Column, Matrix, Row, Total, matrix};
pub use passages::{Place, joined, of_bytes, passage, place};
pub use suggestions::{Decided, Rules, Suggestion, seen_by_rules};
pub use uses::{Uses, uses};
