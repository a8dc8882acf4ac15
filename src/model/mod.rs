//! The field's vocabulary as plain types: no input or output, no window, no SQL.

mod agency;
mod contradiction;
mod entry;
mod event;
mod fact;
mod habit;
mod ids;
mod import;
mod person;
mod recommendation;
mod review;
mod tagging;
mod template;
mod view;
mod when;

pub use agency::Agency;
pub use contradiction::{About, Contradiction, Standing};
pub use entry::{Basis, Disclosure, Enquiry, Entry, EntryDraft, Source};
pub use event::{Event, Parted};
pub use fact::{Fact, Knowing};
pub use habit::Habit;
pub use ids::{
    ActionId, AgencyId, ContradictionId, EntryId, EventId, FactId, HabitId, ImportId, KeyDateId,
    KnowingId, PartedId, PauseId, PersonId, RecommendationId, SectionId, TaggingId, ViewId,
};
pub use import::{Doubt, Import, Skipped};
pub use person::{Person, Role};
pub use recommendation::{Action, Reach, Recommendation, Scope, Status};
pub use review::{ContactRule, Details, KeyDate, Pause, Review, Section};
pub use tagging::Tagging;
pub use template::{
    Clock, ClockDate, ClockLimit, Column, ColumnKey, Comparison, ComparisonGroup, Indicator,
    Period, PlanColumn, PlanColumnKey, SectionTemplate, Sector, Template, Weakness,
};
pub use view::View;
pub use when::{Certainty, HangsOn, Moment, NotAMoment, Precision, Span, When};
