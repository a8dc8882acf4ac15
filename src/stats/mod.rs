//! Statistics over slices: numbers in, structs out. Knows nothing of reviews or programmes.

mod agreement;
mod chance;
pub mod disclosure;
mod log_rank;
mod multiple;
mod paired;
mod proportion;
mod survival;
mod tails;
mod two_by_two;
mod yes_or_no;

pub use agreement::{Agreement, cohens_kappa, krippendorffs_alpha};
pub use chance::{Chance, drawn, interval};
pub use log_rank::{GroupEnds, LogRank, log_rank};
pub use multiple::{LookedAt, holm};
pub use paired::{Change, Difference, Pair};
pub use proportion::{Interval, Percent, Proportion};
pub use survival::{Curve, Estimate, Median, Observation, Step};
pub use two_by_two::{TwoAccounts, TwoByTwo};
pub use yes_or_no::YesOrNo;
