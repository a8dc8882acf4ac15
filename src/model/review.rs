//! The read model of one file at one revision.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    Action, Agency, AgencyId, Coding, Collected, Comment, CommentId, Contradiction, Declined,
    Entry, EntryId, Event, Fact, Finding, FindingId, Habit, Import, KeyDateId, Knowing, Member,
    MemberId, ParagraphId, Parted, PauseId, Person, PersonId, Publishing, Question, Recommendation,
    Round, SectionId, Sending, SendingId, Tagging, Template, Version, View, Weakness, When,
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
    /// The weaknesses and good practice that are looked for, in order of position.
    pub weaknesses: Vec<Weakness>,
    pub taggings: Vec<Tagging>,
    pub declined: Vec<Declined>,
    pub codings: Vec<Coding>,
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
    /// In order of id.
    pub versions: Vec<Version>,
    /// In order of position, as are findings and recommendations.
    pub questions: Vec<Question>,
    pub findings: Vec<Finding>,
    pub recommendations: Vec<Recommendation>,
    /// In order of recommendation, then position.
    pub actions: Vec<Action>,
    /// In order of name.
    pub members: Vec<Member>,
    /// In order of number.
    pub rounds: Vec<Round>,
    /// In the order in which they came, which is that of their ids, as are the files that brought them.
    pub comments: Vec<Comment>,
    pub collected: Vec<Collected>,
    pub publishing: Publishing,
}

impl Review {
    /// A review in which nothing has been entered.
    pub fn empty(template: Arc<Template>) -> Self {
        Self {
            revision: 1,
            weaknesses: Weakness::list_of(&template),
            template,
            details: Details::default(),
            key_dates: Vec::new(),
            pauses: Vec::new(),
            agencies: Vec::new(),
            people: Vec::new(),
            entries: Arc::default(),
            taggings: Vec::new(),
            declined: Vec::new(),
            codings: Vec::new(),
            imports: Vec::new(),
            events: Vec::new(),
            parted: Vec::new(),
            contradictions: Vec::new(),
            facts: Vec::new(),
            knowings: Vec::new(),
            habits: Vec::new(),
            views: Vec::new(),
            sections: Vec::new(),
            versions: Vec::new(),
            questions: Vec::new(),
            findings: Vec::new(),
            recommendations: Vec::new(),
            actions: Vec::new(),
            members: Vec::new(),
            rounds: Vec::new(),
            comments: Vec::new(),
            collected: Vec::new(),
            publishing: Publishing::default(),
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

    pub fn weakness(&self, key: &str) -> Option<&Weakness> {
        self.weaknesses.iter().find(|weakness| weakness.key == key)
    }

    /// The key itself and the keys of its parts: what is tagged with a part is tagged with the whole.
    pub fn with_parts<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        let parts = self.weaknesses.iter();
        let parts = parts.filter(move |weakness| weakness.parent == key);
        std::iter::once(key).chain(parts.map(|weakness| weakness.key.as_str()))
    }

    pub fn finding(&self, id: FindingId) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.id == id)
    }

    /// The findings that a recommendation answers, one a line.
    pub fn findings_of(&self, recommendation: &Recommendation) -> String {
        let findings = recommendation.findings.iter();
        let texts: Vec<&str> = findings
            .filter_map(|&id| self.finding(id))
            .map(|finding| finding.text.as_str())
            .collect();
        texts.join("\n")
    }

    pub fn member(&self, id: MemberId) -> Option<&Member> {
        self.members.iter().find(|member| member.id == id)
    }

    pub fn comment(&self, id: CommentId) -> Option<&Comment> {
        let place = self
            .comments
            .binary_search_by_key(&id, |comment| comment.id);
        place.ok().map(|place| &self.comments[place])
    }

    /// What a member got in a round, and that round.
    pub fn sending(&self, id: SendingId) -> Option<(&Round, &Sending)> {
        self.rounds.iter().find_map(|round| {
            let sending = round.sendings.iter().find(|sending| sending.id == id)?;
            Some((round, sending))
        })
    }

    /// What a weakness or good practice is called; its key where the list does not know it, or no longer.
    pub fn tag_name<'a>(&'a self, key: &'a str) -> &'a str {
        let known = self.weaknesses.iter().find(|weakness| weakness.key == key);
        known.map_or(key, |weakness| weakness.name.as_str())
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
    /// One for each paragraph and heading of the text, in their order: what comments and cross-references hang on when paragraphs move. Empty in
    /// a section that was last written before version 4 of the file.
    pub paragraphs: Vec<ParagraphId>,
}
