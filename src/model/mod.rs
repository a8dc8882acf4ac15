//! The field's vocabulary as plain types: no input or output, no window, no SQL.

mod agency;
mod codebook;
mod coding;
mod contradiction;
mod entry;
mod event;
mod fact;
mod finding;
mod habit;
mod ids;
mod import;
mod person;
mod policy;
pub mod programme;
mod publishing;
mod recommendation;
mod review;
mod round;
mod smart;
mod tagging;
mod template;
mod version;
mod view;
mod weakness;
mod when;

pub use agency::Agency;
pub use codebook::{Code, CodedProject, CodedRecord};
pub use coding::{Coded, Coding, Settled, Settlement};
pub use contradiction::{About, Contradiction, Standing};
pub use entry::{Basis, Disclosure, Enquiry, Entry, EntryDraft, Source};
pub use event::{Event, Parted};
pub use fact::{Fact, Knowing};
pub use finding::{Finding, Question};
pub use habit::Habit;
pub use ids::{
    ActionId, AgencyId, AllowedId, AssessmentId, CodingId, CollectedId, CommentId, ConcernId,
    ConsentId, ContactId, ContradictionId, DeclinedId, DisclosureId, EntryId, EventId, FactId,
    FindingId, GroupId, HabitId, IdentifierId, ImportId, KeyDateId, KnowingId, LetterPointId,
    ManId, MemberId, ParagraphId, PartedId, PartnerId, PauseId, PersonId, PlaceId, PublicationId,
    QuestionId, RecommendationId, RoundId, RulingId, SectionId, SendingId, SessionId, StatementId,
    SuppressedId, TaggingId, VersionId, ViewId, WeaknessId,
};
pub use import::{Doubt, Import, Skipped};
pub use person::{Person, Role, Sex};
pub use policy::{
    Bands, Characteristic, PlaceWords, PublicationPolicy, PublishedDates, RecordKind,
    RecordQuestion, RuleSetting, Severity, Wording,
};
pub use publishing::{
    Allowed, Identifier, IdentifierKind, IdentifierOf, LetterPoint, Place, PlaceKind, Publication,
    Publishing, RecordAnswer, Ruling, Suppressed,
};
pub use recommendation::{Action, Reach, Recommendation, Scope, Status};
pub use review::{ContactRule, Details, KeyDate, Pause, Review, Section};
pub use round::{
    Collected, Comment, CommentKind, Disposition, Independence, Member, Reply, Returned, Round,
    Sees, Sending,
};
pub use smart::Smart;
pub use tagging::{Passage, RecordCell, Tagging};
pub use template::{
    Clock, ClockDate, ClockLimit, Column, ColumnKey, Comparison, ComparisonGroup, Indicator,
    Period, PlanColumn, PlanColumnKey, SectionTemplate, Sector, Template, WeaknessTemplate,
    WordList,
};
pub use version::Version;
pub use view::View;
pub use weakness::{Declined, Weakness};
pub use when::{Certainty, HangsOn, Moment, NotAMoment, Precision, Span, When};
