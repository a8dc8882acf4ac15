//! Which counts of a release must be left out, so that no small one can be read, worked out, or narrowed down.
//!
//! A release is every table that goes out together. What is in none of them but follows from them (the files that were not
//! complete, from all files and the complete ones) is a place that is not printed ([`Table::unprinted`]); a figure that stands
//! in several tables has the same name in each ([`Table::named`]). A reader is assumed to know the rule, which of the counts
//! left out are small and which only protect them, that counts are whole and not negative, and every sum. Where knowing that would
//! tell too much, it is not told either ([`Why::Withheld`]).
//!
//! What is left out is safe because two fillings of the tables are found for it that agree with everything in print and lie
//! apart as far as the rule asks; each is checked against every sum. So where the search finds too little, more is left out, or
//! the release is refused; never is less. Not guarded against: what readers know from elsewhere, and what they conclude from
//! which count was chosen to protect another (the cheapest).
//!
//! Complementary cells are chosen along the cheapest way through the sums, as in Kelly, J. P., Golden, B. L. & Assad, A. A.
//! (1992): Cell suppression: disclosure protection for sensitive tabular data. Networks 22, 397–417.

mod release;
mod rule;
mod search;
mod system;
mod table;

pub use release::{Account, Mark, Protected, Release, Why, protect};
pub use rule::{Refused, Rule};
pub use table::{Place, Spot, Table};
