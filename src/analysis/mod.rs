//! From tags to a picture: which weakness was seen in which agency’s records, and in which year.

mod matrix;

pub use matrix::{Across, Cell, Column, Matrix, Row, Total, matrix};
