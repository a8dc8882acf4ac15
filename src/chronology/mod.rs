//! The combined chronology: every agency's entries in one order of time, with the reasons for that order; what
//! part of it is shown; who is named where; contacts counted; silences; and the geometry of its timeline.
//!
//! Plain functions over a [`Review`](crate::model::Review). Entries are spoken of by their index in
//! `review.entries`, which holds for one revision.

mod contacts;
mod filter;
mod gaps;
mod lanes;
mod names;
mod order;
mod people;
mod ticks;
mod time_range;
mod timeline;

pub use contacts::{PersonContacts, SectorContacts, contacts};
pub use filter::{Filter, filtered};
pub use gaps::{Gap, gaps};
pub use lanes::{KeyLine, Lane, Lanes, Mark, Shape, lanes};
pub use order::{in_order, why_here};
pub use people::{How, Named, PeopleIndex};
pub use ticks::{Tick, ticks};
pub use time_range::{TimeRange, days_of};
pub use timeline::{LaneOrder, Timeline};
