//! Row numbers with a type, so that an entry cannot be mistaken for a person.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids!(
    ActionId,
    AgencyId,
    AllowedId,
    AssessmentId,
    CodingId,
    CollectedId,
    CommentId,
    ConcernId,
    ConsentId,
    ContactId,
    ContradictionId,
    DeclinedId,
    DisclosureId,
    EntryId,
    EventId,
    FactId,
    FindingId,
    GroupId,
    HabitId,
    IdentifierId,
    ImportId,
    KeyDateId,
    KnowingId,
    LetterPointId,
    ManId,
    MemberId,
    ParagraphId,
    PartedId,
    PartnerId,
    PauseId,
    PersonId,
    PlaceId,
    PublicationId,
    QuestionId,
    RecommendationId,
    RoundId,
    RulingId,
    SectionId,
    SendingId,
    SessionId,
    StatementId,
    SuppressedId,
    TaggingId,
    VersionId,
    ViewId,
    WeaknessId,
);
