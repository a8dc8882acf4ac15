//! From tags to a picture: which weakness was seen in which agency’s records, and in which year; and how far those who
//! tagged agree.

mod agreement;
mod blind;
mod matrix;

pub use agreement::{Agreed, Bearing, Disagreement, Figures, Row as AgreementRow, agreement};
pub use blind::{coded_blind, hide_from};
pub use matrix::{Across, Cell, Column, Matrix, Row, Total, matrix};
