//! How often each sector was in contact with each person, and what counts as a contact.

use super::{
    Action, AnalysisAction, AnalysisPart, Effect, EntryId, Latest, Open, Opened, Problem, Review,
    Room, latest,
};
use crate::app::{Notice, State};
use crate::chronology::{
    ComparisonRow, Contact, ContactList, PersonContacts, comparisons, contact_list, contacts,
};
use crate::edits;
use crate::model::{ContactRule, Enquiry, PersonId};

#[derive(Debug, Clone, Default)]
pub struct ContactsState {
    /// `None`: the first of the register, who is the victim.
    pub person: Option<PersonId>,
    pub found: Latest<ContactsFound>,
}

#[derive(Debug, Clone, Default)]
pub struct ContactsFound {
    /// In the order of the register.
    pub people: Vec<PersonContacts>,
    pub comparisons: Vec<ComparisonRow>,
}

#[derive(Debug, Clone)]
pub enum ContactsAction {
    /// Goes there, from wherever.
    ShowPerson(PersonId),
    SetRule(ContactRule),
    /// Shows the records behind a figure, under this title.
    Open(String, ContactFigure),
}

/// One figure of the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactFigure {
    pub people: Vec<PersonId>,
    /// Keys; empty: all.
    pub sectors: Vec<String>,
    /// `None`: all; `Some(None)`: no single year.
    pub year: Option<Option<i32>>,
    pub what: CountedContacts,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CountedContacts {
    All,
    Answer(Enquiry),
    Disclosed,
    Uncertain,
    /// Outside the period under review; counted nowhere else.
    OutsidePeriod,
}

impl From<ContactsAction> for Action {
    fn from(action: ContactsAction) -> Self {
        Self::Analysis(AnalysisAction::Contacts(action))
    }
}

impl ContactsState {
    pub(super) fn follow(&mut self, review: &Review) {
        self.person = self
            .person
            .filter(|id| review.person(*id).is_some())
            .or_else(|| review.people.first().map(|person| person.id));
    }
}

pub(super) fn update(state: &mut State, action: ContactsAction) -> Result<Vec<Effect>, Problem> {
    let Some(open) = state.open.as_mut() else {
        return Ok(Vec::new());
    };
    match action {
        ContactsAction::ShowPerson(person) => {
            open.room = Room::Analysis;
            open.analysis.part = AnalysisPart::Contacts;
            open.analysis.opened = None;
            open.analysis.contacts.person = Some(person);
        }
        ContactsAction::Open(title, figure) => {
            let entries = behind(open, &figure);
            open.analysis.marks.clear();
            open.analysis.opened = Some(Opened { title, entries });
        }
        ContactsAction::SetRule(rule) => {
            let before = open.review.details.contacts;
            open.edit("What counts as a contact was not changed", |store| {
                edits::set_contact_rule(store, rule)
            })?;
            // The records beside the figures were counted by the other rule.
            open.analysis.opened = None;
            let done = format!("{} One undo takes it back.", in_words(before, rule));
            state.tell(Notice::Done(done));
        }
    }
    Ok(Vec::new())
}

/// What a change of the rule does.
fn in_words(before: ContactRule, rule: ContactRule) -> &'static str {
    match (before.named_in_text, rule.named_in_text, rule.event_once) {
        (false, true, _) => {
            "Where a record does not say who was seen, being named in it now counts as a contact."
        }
        (true, false, _) => "A record now counts only where it says that the person was seen.",
        (_, _, true) => "Several records of one agency of one event now count as one contact.",
        (_, _, false) => "Each record now counts as a contact of its own.",
    }
}

impl CountedContacts {
    fn fits(self, contact: &Contact) -> bool {
        match self {
            Self::All => true,
            Self::Answer(enquiry) => contact.enquiry == enquiry,
            Self::Disclosed => contact.disclosed,
            Self::Uncertain => contact.uncertain,
            Self::OutsidePeriod => false,
        }
    }
}

/// The records behind a figure, in order of time.
fn behind(open: &Open, figure: &ContactFigure) -> Vec<EntryId> {
    let review = &open.review;
    let mut entries: Vec<EntryId> = Vec::new();
    for person in &figure.people {
        let ContactList {
            contacts,
            outside_period,
        } = contact_list(review, &open.derived.people, *person);
        if figure.what == CountedContacts::OutsidePeriod {
            entries.extend(outside_period);
            continue;
        }
        let fits = |contact: &Contact| {
            (figure.sectors.is_empty() || figure.sectors.contains(&contact.sector))
                && figure.year.is_none_or(|year| contact.year == year)
                && figure.what.fits(contact)
        };
        let fitting = contacts.into_iter().filter(fits);
        entries.extend(fitting.flat_map(|contact| contact.entries));
    }
    let place = |id: &EntryId| {
        let index = review.entries.binary_search_by_key(id, |entry| entry.id);
        index.ok().and_then(|index| open.derived.places.get(index))
    };
    entries.sort_by_key(|id| place(id).copied());
    entries.dedup();
    entries
}

pub(super) fn wanted(open: &mut Open) -> Option<Effect> {
    latest::look(
        open,
        AnalysisPart::Contacts,
        |analysis| &mut analysis.contacts.found,
        |material, _| {
            let people = contacts(&material.review, &material.people);
            Ok(ContactsFound {
                comparisons: comparisons(&material.review, &people),
                people,
            })
        },
    )
}
