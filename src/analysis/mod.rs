//! From tags to a picture: which weakness was seen in which agency's records, and where.

mod matrix;

pub use matrix::{Cell, Matrix, matrix};
