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
    CodingId,
    CollectedId,
    CommentId,
    ContradictionId,
    DeclinedId,
    EntryId,
    EventId,
    FactId,
    FindingId,
    HabitId,
    IdentifierId,
    ImportId,
    KeyDateId,
    KnowingId,
    LetterPointId,
    MemberId,
    ParagraphId,
    PartedId,
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
    SuppressedId,
    TaggingId,
    VersionId,
    ViewId,
    WeaknessId,
);
