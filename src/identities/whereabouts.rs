//! Where in a review a text stands.

use crate::model::{
    ActionId, AgencyId, CodingId, CommentId, ContradictionId, EntryId, EventId, FactId, FindingId,
    HabitId, ImportId, KeyDateId, KnowingId, LetterPointId, MemberId, PauseId, PersonId, PlaceId,
    PublicationId, QuestionId, RecommendationId, RoundId, SectionId, SuppressedId, TaggingId,
    VersionId, WeaknessId,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Whereabouts {
    pub spot: Spot,
    /// Which of its texts, in words: “What happened”.
    pub field: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    Details,
    KeyDate(KeyDateId),
    Pause(PauseId),
    Agency(AgencyId),
    Person(PersonId),
    Place(PlaceId),
    Section(SectionId),
    Question(QuestionId),
    Finding(FindingId),
    Recommendation(RecommendationId),
    Action(ActionId),
    Entry(EntryId),
    Weakness(WeaknessId),
    Tagging(TaggingId),
    Coding(CodingId),
    Import(ImportId),
    Event(EventId),
    Contradiction(ContradictionId),
    Fact(FactId),
    Knowing(KnowingId),
    Habit(HabitId),
    Version(VersionId),
    Member(MemberId),
    Round(RoundId),
    Comment(CommentId),
    Letter(LetterPointId),
    /// The anonymised data record.
    Record,
    Suppressed(SuppressedId),
    Publication(PublicationId),
}
