//! Text being typed lives here until its field is left; then it becomes one edit.

use chrono::NaiveDate;

use super::{Effect, EntryPart, Open, Problem, State, entry};
use crate::dates;
use crate::edits;
use crate::model::{
    ActionId, AgencyId, EntryId, KeyDate, KeyDateId, PauseId, Period, PersonId, Precision,
    RecommendationId, SectionId, When,
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
    /// The understanding of an entry's date; its wording stays.
    EntryDate(EntryId),
    /// What an entry typed in by hand says.
    Entry(EntryId, EntryPart),
    Section(SectionId),
    Recommendation(RecommendationId, RecommendationPart),
    Action(ActionId, ActionPart),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DetailPart {
    Title,
    Label,
    Partnership,
    Chair,
    Reference,
    ScopeFrom,
    ScopeUntil,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PausePart {
    From,
    Until,
    Reason,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AgencyPart {
    Name,
    Due,
    Note,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PersonPart {
    Name,
    Aliases,
    DateOfBirth,
    Pseudonym,
    Note,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RecommendationPart {
    Text,
    Finding,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActionPart {
    Text,
    LeadAgency,
    Owner,
    Milestones,
    Target,
    Completed,
    Outcome,
    OutcomeSought,
    Outputs,
    Resources,
    Review,
    RelatedPlans,
}

impl Field {
    /// Prose that is typed for minutes: saved when typing rests, not only when the field is left.
    pub fn is_long(self) -> bool {
        matches!(
            self,
            Self::Section(_)
                | Self::Recommendation(..)
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
    let Some(open) = state.open.as_mut() else {
        return Ok(());
    };
    let today = open.today;
    store(open, &typing, today).inspect_err(|_| state.typing = Some(typing))
}

fn store(open: &mut Open, typing: &Typing, today: NaiveDate) -> Result<(), Problem> {
    let text = typing.text.as_str();
    match typing.field {
        Field::Detail(part) => store_detail(open, part, text, today),
        Field::KeyDate(index) => store_key_date(open, index, text, today),
        Field::Pause(id, part) => store_pause(open, id, part, text, today),
        Field::Agency(id, part) => store_agency(open, id, part, text, today),
        Field::Person(id, part) => store_person(open, id, part, text, today),
        Field::Entry(id, part) => entry::write(open, id, part, text, today),
        Field::EntryDate(id) => store_entry_date(open, id, text, today),
        Field::Section(id) => open.edit("The text was not saved", |store| {
            edits::write_section(store, id, text)
        }),
        Field::Recommendation(id, part) => store_recommendation(open, id, part, text),
        Field::Action(id, part) => store_action(open, id, part, text, today),
    }
}

fn store_detail(
    open: &mut Open,
    part: DetailPart,
    text: &str,
    today: NaiveDate,
) -> Result<(), Problem> {
    let mut details = open.review.details.clone();
    match part {
        DetailPart::Title => text.trim().clone_into(&mut details.title),
        DetailPart::Label => text.trim().clone_into(&mut details.label),
        DetailPart::Partnership => text.trim().clone_into(&mut details.partnership),
        DetailPart::Chair => text.trim().clone_into(&mut details.chair),
        DetailPart::Reference => text.trim().clone_into(&mut details.reference),
        DetailPart::ScopeFrom => details.scope_from = a_day(text, today)?,
        DetailPart::ScopeUntil => details.scope_until = a_day(text, today)?,
    }
    open.edit("The details were not saved", |store| {
        edits::change_details(store, &details)
    })
}

fn store_key_date(
    open: &mut Open,
    index: usize,
    text: &str,
    today: NaiveDate,
) -> Result<(), Problem> {
    let Some(date) = open.review.template.clock.dates.get(index).cloned() else {
        return Ok(());
    };
    let present = open
        .review
        .key_date(&date.key)
        .map(|present| (present.id, present.when.wording.clone()));
    let title = "The date was not saved";
    match (text.trim(), present) {
        ("", Some((id, _))) => open.edit(title, |store| edits::remove_key_date(store, id)),
        ("", None) => Ok(()),
        (wording, Some((_, old))) if wording == old => Ok(()),
        (wording, present) => {
            let key_date = KeyDate {
                id: present.map_or(KeyDateId(0), |(id, _)| id),
                kind: date.key,
                label: date.name,
                when: understood(wording, today, &open.review.template.periods)?,
            };
            open.edit(title, |store| edits::set_key_date(store, &key_date))
                .map(drop)
        }
    }
}

fn store_pause(
    open: &mut Open,
    id: PauseId,
    part: PausePart,
    text: &str,
    today: NaiveDate,
) -> Result<(), Problem> {
    let Some(mut pause) = open
        .review
        .pauses
        .iter()
        .find(|pause| pause.id == id)
        .cloned()
    else {
        return Ok(());
    };
    match part {
        PausePart::From => {
            pause.from = a_day(text, today)?.ok_or_else(|| {
                Problem::new(
                    "The pause was not changed",
                    "A pause needs the day on which it began.",
                )
            })?;
        }
        PausePart::Until => pause.until = a_day(text, today)?,
        PausePart::Reason => text.trim().clone_into(&mut pause.reason),
    }
    open.edit("The pause was not changed", |store| {
        edits::change_pause(store, &pause)
    })
}

fn store_agency(
    open: &mut Open,
    id: AgencyId,
    part: AgencyPart,
    text: &str,
    today: NaiveDate,
) -> Result<(), Problem> {
    let Some(mut agency) = open.review.agency(id).cloned() else {
        return Ok(());
    };
    match part {
        AgencyPart::Name => text.trim().clone_into(&mut agency.name),
        AgencyPart::Due => agency.due = a_day(text, today)?,
        AgencyPart::Note => text.trim().clone_into(&mut agency.note),
    }
    open.edit("The agency was not changed", |store| {
        edits::change_agency(store, &agency)
    })
}

fn store_person(
    open: &mut Open,
    id: PersonId,
    part: PersonPart,
    text: &str,
    today: NaiveDate,
) -> Result<(), Problem> {
    let Some(mut person) = open.review.person(id).cloned() else {
        return Ok(());
    };
    match part {
        PersonPart::Name => text.trim().clone_into(&mut person.name),
        PersonPart::Aliases => {
            person.aliases = text
                .split([';', '\n'])
                .map(str::trim)
                .filter(|alias| !alias.is_empty())
                .map(str::to_owned)
                .collect();
        }
        PersonPart::DateOfBirth => person.date_of_birth = a_day(text, today)?,
        PersonPart::Pseudonym => text.trim().clone_into(&mut person.pseudonym),
        PersonPart::Note => text.trim().clone_into(&mut person.note),
    }
    open.edit("The person was not changed", |store| {
        edits::change_person(store, &person)
    })
}

fn store_entry_date(
    open: &mut Open,
    id: EntryId,
    text: &str,
    today: NaiveDate,
) -> Result<(), Problem> {
    if text.trim().is_empty() {
        return Ok(());
    }
    let mut when = understood(text.trim(), today, &open.review.template.periods)?;
    when.inferred
        .push(format!("Set by hand to “{}”.", text.trim()));
    open.edit("The date was not corrected", |store| {
        edits::correct_when(store, id, &when)
    })
}

fn store_recommendation(
    open: &mut Open,
    id: RecommendationId,
    part: RecommendationPart,
    text: &str,
) -> Result<(), Problem> {
    let found = open
        .review
        .recommendations
        .iter()
        .find(|recommendation| recommendation.id == id);
    let Some(mut recommendation) = found.cloned() else {
        return Ok(());
    };
    match part {
        RecommendationPart::Text => text.trim().clone_into(&mut recommendation.text),
        RecommendationPart::Finding => text.trim().clone_into(&mut recommendation.finding),
    }
    open.edit("The recommendation was not changed", |store| {
        edits::change_recommendation(store, &recommendation)
    })
}

fn store_action(
    open: &mut Open,
    id: ActionId,
    part: ActionPart,
    text: &str,
    today: NaiveDate,
) -> Result<(), Problem> {
    let Some(mut action) = open
        .review
        .actions
        .iter()
        .find(|action| action.id == id)
        .cloned()
    else {
        return Ok(());
    };
    let words = match part {
        ActionPart::Target => {
            action.target = a_day(text, today)?;
            None
        }
        ActionPart::Completed => {
            action.completed = a_day(text, today)?;
            None
        }
        ActionPart::Text => Some(&mut action.text),
        ActionPart::LeadAgency => Some(&mut action.lead_agency),
        ActionPart::Owner => Some(&mut action.owner),
        ActionPart::Milestones => Some(&mut action.milestones),
        ActionPart::Outcome => Some(&mut action.outcome),
        ActionPart::OutcomeSought => Some(&mut action.outcome_sought),
        ActionPart::Outputs => Some(&mut action.outputs),
        ActionPart::Resources => Some(&mut action.resources),
        ActionPart::Review => Some(&mut action.review),
        ActionPart::RelatedPlans => Some(&mut action.related_plans),
    };
    if let Some(words) = words {
        text.trim().clone_into(words);
    }
    open.edit("The action was not changed", |store| {
        edits::change_action(store, &action)
    })
}

/// An exact day, or none where the field is empty.
pub(super) fn a_day(text: &str, today: NaiveDate) -> Result<Option<NaiveDate>, Problem> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let when = understood(text, today, &[])?;
    match (when.earliest, when.latest) {
        (Some(earliest), Some(latest))
            if earliest.date == latest.date
                && matches!(when.precision, Precision::Day | Precision::Minute) =>
        {
            Ok(Some(earliest.date))
        }
        _ => Err(Problem::new(
            format!("“{text}” is not one day"),
            "This field needs an exact day, such as 12/04/2019 or 12 April 2019. What you typed is still in the field.",
        )),
    }
}

/// A date as a person writes it, understood as one date.
pub(super) fn understood(
    text: &str,
    today: NaiveDate,
    periods: &[Period],
) -> Result<When, Problem> {
    let context = dates::Context {
        periods: periods.to_vec().into(),
        ..dates::Context::new(today)
    };
    let mut reading = dates::read(text, &context);
    match reading.dates.pop() {
        Some(when) if reading.dates.is_empty() && when.is_understood() => Ok(when),
        Some(_) if !reading.dates.is_empty() => Err(Problem::new(
            format!("“{text}” holds more than one date"),
            "Please give one date. What you typed is still in the field.",
        )),
        _ => Err(Problem::new(
            format!("“{text}” was not understood as a date"),
            "Try a form such as 12/04/2019, 12 April 2019 at 21:10, March 2019 or between 3 and 5 June 2019. \
             What you typed is still in the field.",
        )),
    }
}
