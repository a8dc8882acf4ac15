//! The combined chronology: every agency's entries in one order of time, with the reasons for that order; what
//! part of it is shown; who is named where; contacts counted; silences; and the geometry of its timeline.
//!
//! Plain functions over a [`Review`](crate::model::Review). Entries are spoken of by their index in
//! `review.entries`, which holds for one revision.

mod arrange;
mod claims;
mod columns;
mod comparisons;
mod contacts;
mod contradictions;
mod denial;
mod escalation;
mod filter;
mod gaps;
mod hardened;
mod knowledge;
mod lanes;
mod names;
mod order;
mod people;
mod same_event;
mod silence;
mod sorting;
mod ticks;
mod time_range;
mod timeline;
mod wording;

pub use arrange::{Arranged, Group, GroupKey, Grouping, arranged};
pub use claims::{Claim, Claims};
pub use columns::Column;
pub use comparisons::{ComparisonFigure, ComparisonRow, comparisons};
pub use contacts::{
    Contact, ContactList, PersonContacts, SectorContacts, YearContacts, contact_list, contacts,
};
pub use contradictions::{Found, contradictions};
pub use escalation::{Escalation, IndicatorRow, Indicators, Kinds, Sighting, Sign, escalation};
pub use filter::{Filter, InEvent, Only, Withdrawn, filtered};
pub use gaps::{
    AroundKeyDate, Nearest, Recorded, Silent, agencies_without_entries, around_key_dates, recorded,
    silences,
};
pub use hardened::{Hardened, Stated, conditions_in, hardened};
pub use knowledge::{
    Cell, FactRow, Knowledge, Knows, LaidArrow, LaidKnowing, LaidLane, LaidPassing, Learnt,
    Passing, PassingLane, Told, knowledge, meanwhile, short_date, told, words_in,
};
pub use lanes::{Join, KeyLine, Lane, Lanes, Mark, Shape, SilentStretch, lanes};
pub use names::{FoundName, Names, with_single_spaces};
pub use order::{in_order, why_here, without_withdrawn};
pub use people::{How, Named, PeopleIndex};
pub use same_event::{Proposal, same_events};
pub use silence::Silence;
pub use sorting::Sorting;
pub use ticks::{Tick, ticks};
pub use time_range::{TimeRange, days_of, moment_of};
pub use timeline::{LaneOf, LaneOrder, LanesBy, NO_EVENT, Signs, Timeline};
pub use wording::{Hit, WordFinder, sentence_around, sentences};
