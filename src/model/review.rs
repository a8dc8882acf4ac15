//! The read model of one file at one revision.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    Action, Agency, AgencyId, Contradiction, Entry, EntryId, Event, Fact, Habit, Import, KeyDateId,
    Knowing, Parted, PauseId, Person, PersonId, Recommendation, SectionId, Tagging, Template, View,
    When,
};

/// Everything in a review, as it stood at `revision`. Plain data: cheap to clone, never written to directly.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// Grows by one with each edit, undo and redo.
    pub revision: i64,
    pub template: Arc<Template>,
    pub details: Details,
    pub key_dates: Vec<KeyDate>,
    pub pauses: Vec<Pause>,
    /// In order of name.
    pub agencies: Vec<Agency>,
    /// In order of role, then name.
    pub people: Vec<Person>,
    /// In order of id; `chronology` puts them in order of time.
    pub entries: Arc<Vec<Arc<Entry>>>,
    pub taggings: Vec<Tagging>,
    pub imports: Vec<Import>,
    /// In order of id, as are the following up to the views.
    pub events: Vec<Event>,
    pub parted: Vec<Parted>,
    pub contradictions: Vec<Contradiction>,
    pub facts: Vec<Fact>,
    pub knowings: Vec<Knowing>,
    pub habits: Vec<Habit>,
    /// In order of name.
    pub views: Vec<View>,
    /// In order of the template.
    pub sections: Vec<Section>,
    /// In order of position.
    pub recommendations: Vec<Recommendation>,
    /// In order of recommendation, then position.
    pub actions: Vec<Action>,
}

impl Review {
    /// A review in which nothing has been entered.
    pub fn empty(template: Arc<Template>) -> Self {
        Self {
            revision: 1,
            template,
            details: Details::default(),
            key_dates: Vec::new(),
            pauses: Vec::new(),
            agencies: Vec::new(),
            people: Vec::new(),
            entries: Arc::default(),
            taggings: Vec::new(),
            imports: Vec::new(),
            events: Vec::new(),
            parted: Vec::new(),
            contradictions: Vec::new(),
            facts: Vec::new(),
            knowings: Vec::new(),
            habits: Vec::new(),
            views: Vec::new(),
            sections: Vec::new(),
            recommendations: Vec::new(),
            actions: Vec::new(),
        }
    }

    pub fn entry(&self, id: EntryId) -> Option<&Arc<Entry>> {
        let index = self.entries.binary_search_by_key(&id, |entry| entry.id);
        index.ok().map(|index| &self.entries[index])
    }

    pub fn agency(&self, id: AgencyId) -> Option<&Agency> {
        self.agencies.iter().find(|agency| agency.id == id)
    }

    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    pub fn key_date(&self, kind: &str) -> Option<&KeyDate> {
        self.key_dates.iter().find(|date| date.kind == kind)
    }
}

/// What the review says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Details {
    /// With the pseudonym, never a real name: it stands in the window and on the report.
    pub title: String,
    /// What this kind of review is called here ("domestic homicide review", …).
    pub label: String,
    /// The community safety partnership that commissioned it.
    pub partnership: String,
    /// Chair and author, as printed on the report.
    pub chair: String,
    pub reference: String,
    /// The period under review; either end may be open.
    pub scope_from: Option<NaiveDate>,
    pub scope_until: Option<NaiveDate>,
    /// Made-up material that says so on every page.
    pub fictional: bool,
    pub contacts: ContactRule,
}

/// What counts as a contact of a person, as the panel settled it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ContactRule {
    /// Being named in the record is enough where the cell of who was seen is empty.
    pub named_in_text: bool,
    /// Several records of one agency of one event are one contact.
    pub event_once: bool,
}

impl Default for ContactRule {
    fn default() -> Self {
        Self {
            named_in_text: true,
            event_once: false,
        }
    }
}

/// A date of the process or of the case that others hang on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyDate {
    pub id: KeyDateId,
    /// Key of the template's clock ("death", "decision", …), or empty for one the chair added.
    pub kind: String,
    pub label: String,
    pub when: When,
}

/// A stretch in which the clock stood still.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    pub id: PauseId,
    pub from: NaiveDate,
    /// `None`: still paused.
    pub until: Option<NaiveDate>,
    pub reason: String,
}

/// A part of the report. Blank lines part its paragraphs, which are numbered when printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub id: SectionId,
    /// Key of the template's section.
    pub key: String,
    pub title: String,
    pub text: String,
}
