//! Statistics over slices: numbers in, structs out. Knows nothing of reviews.

mod agreement;

pub use agreement::*;
