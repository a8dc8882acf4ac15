//! Statistics over slices: numbers in, structs out. Knows nothing of reviews.

mod agreement;
mod chance;
mod yes_or_no;

pub use agreement::*;
pub use chance::{Chance, drawn, interval};
pub use yes_or_no::YesOrNo;
