//! The field's vocabulary as plain types: no input or output, no window, no SQL.

mod agency;
mod entry;
mod ids;
mod import;
mod person;
mod recommendation;
mod review;
mod tagging;
mod template;
mod when;

pub use agency::Agency;
pub use entry::{Basis, Disclosure, Enquiry, Entry, EntryDraft, Source};
pub use ids::{
    ActionId, AgencyId, EntryId, ImportId, KeyDateId, PauseId, PersonId, RecommendationId,
    SectionId, TaggingId,
};
pub use import::{Doubt, Import, Skipped};
pub use person::{Person, Role};
pub use recommendation::{Action, Reach, Recommendation, Scope, Status};
pub use review::{Details, KeyDate, Pause, Review, Section};
pub use tagging::Tagging;
pub use template::{
    Clock, ClockDate, ClockLimit, Column, ColumnKey, PlanColumn, PlanColumnKey, SectionTemplate,
    Sector, Template, Weakness,
};
pub use when::{Certainty, Moment, NotAMoment, Precision, Span, When};
