//! Text being typed lives here until its field is left; then it becomes one edit.

mod dates;
mod identities;
mod knowledge;
mod panel;
mod parts;
mod plan;
mod review;
mod tagging;

use chrono::NaiveDate;

use super::{
    CommentPart, ContradictionKey, ContradictionPart, Effect, EntryPart, Open, Problem,
    ProgrammeField, State, analysis, draft, entry, programme, publish,
};
use crate::edits;
use crate::model::{
    ActionId, AgencyId, CommentId, EntryId, FactId, FindingId, IdentifierId, KnowingId,
    LetterPointId, MemberId, PauseId, PersonId, PlaceId, QuestionId, RecommendationId, RoundId,
    SectionId, TaggingId, VersionId, WeaknessId,
};

pub(super) use dates::{a_day, understood};
pub use parts::{
    ActionPart, AgencyPart, DetailPart, FactPart, FindingPart, KnowingPart, LetterPart, MemberPart,
    PausePart, PersonPart, PlacePart, RecommendationPart, RoundPart, WeaknessPart,
};

/// What is being typed, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typing {
    pub field: Field,
    pub text: String,
}

/// A place of the review that text can be typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    Detail(DetailPart),
    /// By its place in the template's clock.
    KeyDate(usize),
    Pause(PauseId, PausePart),
    Agency(AgencyId, AgencyPart),
    Person(PersonId, PersonPart),
    Place(PlaceId, PlacePart),
    /// A number by which somebody is known.
    Identifier(IdentifierId),
    /// The understanding of an entry's date; its wording stays.
    EntryDate(EntryId),
    /// What an entry typed in by hand says.
    Entry(EntryId, EntryPart),
    Section(SectionId),
    Question(QuestionId),
    Finding(FindingId, FindingPart),
    /// What a version of the draft is called.
    Version(VersionId),
    Recommendation(RecommendationId, RecommendationPart),
    Action(ActionId, ActionPart),
    Contradiction(ContradictionKey, ContradictionPart),
    Fact(FactId, FactPart),
    Knowing(KnowingId, KnowingPart),
    Member(MemberId, MemberPart),
    Round(RoundId, RoundPart),
    Comment(CommentId, CommentPart),
    Weakness(WeaknessId, WeaknessPart),
    /// Why a tag was set.
    Memo(TaggingId),
    Letter(LetterPointId, LetterPart),
    /// A question of the data record, by its place in the template.
    Record(usize),
    /// In a programme’s file.
    Programme(ProgrammeField),
}

impl Field {
    /// Prose that is typed for minutes: saved when typing rests, not only when the field is left.
    pub fn is_long(self) -> bool {
        matches!(
            self,
            Self::Section(_)
                | Self::Comment(..)
                | Self::Round(_, RoundPart::Note)
                | Self::Question(_)
                | Self::Finding(..)
                | Self::Letter(_, LetterPart::Raised | LetterPart::Answer)
                | Self::Recommendation(
                    _,
                    RecommendationPart::Text
                        | RecommendationPart::Measure
                        | RecommendationPart::Achievable
                )
                | Self::Entry(
                    _,
                    EntryPart::Text | EntryPart::Response | EntryPart::Comment
                )
        )
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldAction {
    Type(Field, String),
    /// The field was left: its text becomes an edit.
    Leave(Field),
    /// Saves what is typed and goes on typing.
    Keep(Field),
    /// Escape: what was typed is dropped.
    Abandon(Field),
}

pub(super) fn update(state: &mut State, action: FieldAction) -> Result<Vec<Effect>, Problem> {
    match action {
        FieldAction::Type(field, text) => {
            if state
                .typing
                .as_ref()
                .is_some_and(|typing| typing.field != field)
            {
                leave(state)?;
            }
            state.typing = Some(Typing { field, text });
        }
        FieldAction::Leave(field) => {
            if state
                .typing
                .as_ref()
                .is_some_and(|typing| typing.field == field)
            {
                leave(state)?;
            }
        }
        FieldAction::Keep(field) => {
            let typing = state.typing.clone().filter(|typing| typing.field == field);
            if let Some(typing) = typing {
                leave(state)?;
                state.typing = Some(typing);
            }
        }
        FieldAction::Abandon(field) => {
            state.typing.take_if(|typing| typing.field == field);
        }
    }
    Ok(Vec::new())
}

/// Makes what is being typed an edit. When it cannot be one, it stays in its field.
pub(super) fn leave(state: &mut State) -> Result<(), Problem> {
    let Some(typing) = state.typing.take() else {
        return Ok(());
    };
    if let Field::Programme(field) = typing.field {
        let Some(open) = state.programme.as_deref_mut() else {
            return Ok(());
        };
        return programme::store_typed(open, field, &typing.text)
            .inspect_err(|_| state.typing = Some(typing));
    }
    let Some(open) = state.open.as_mut() else {
        return Ok(());
    };
    let today = open.today;
    store(open, &typing, today).inspect_err(|_| state.typing = Some(typing))
}

fn store(open: &mut Open, typing: &Typing, today: NaiveDate) -> Result<(), Problem> {
    let text = typing.text.as_str();
    match typing.field {
        Field::Detail(part) => review::store_detail(open, part, text, today),
        Field::KeyDate(index) => review::store_key_date(open, index, text, today),
        Field::Pause(id, part) => review::store_pause(open, id, part, text, today),
        Field::Agency(id, part) => review::store_agency(open, id, part, text, today),
        Field::Person(id, part) => identities::store_person(open, id, part, text, today),
        Field::Place(id, part) => identities::store_place(open, id, part, text),
        Field::Identifier(id) => identities::store_identifier(open, id, text),
        Field::Entry(id, part) => entry::write(open, id, part, text, today),
        Field::EntryDate(id) => review::store_entry_date(open, id, text, today),
        Field::Section(id) => draft::store_section(open, id, text),
        Field::Question(id) => plan::store_question(open, id, text),
        Field::Finding(id, part) => plan::store_finding(open, id, part, text),
        Field::Recommendation(id, part) => plan::store_recommendation(open, id, part, text, today),
        Field::Version(id) => open.edit("The version was not named", |store| {
            edits::name_version(store, id, text)
        }),
        Field::Action(id, part) => plan::store_action(open, id, part, text, today),
        Field::Contradiction(key, part) => analysis::write_contradiction(open, key, part, text),
        Field::Fact(id, part) => knowledge::store_fact(open, id, part, text),
        Field::Knowing(id, part) => knowledge::store_knowing(open, id, part, text, today),
        Field::Member(id, part) => panel::store_member(open, id, part, text),
        Field::Round(id, part) => panel::store_round(open, id, part, text, today),
        Field::Comment(id, part) => super::panel::write_comment(open, id, part, text),
        Field::Weakness(id, part) => tagging::store_weakness(open, id, part, text),
        Field::Memo(id) => tagging::store_memo(open, id, text),
        Field::Letter(id, part) => publish::store_letter(open, id, part, text),
        Field::Record(at) => publish::store_record(open, at, text),
        // It was stored in the programme’s file.
        Field::Programme(_) => Ok(()),
    }
}
