//! The read model: the whole file as a [`Review`], and only what an edit touched.

use std::sync::Arc;

use rusqlite::Connection;

use super::{
    FileKind, Noun, Store, StoreError, Touched, action, agency, allowed, coding, comment,
    contradiction, declined, details, entry, event, fact, finding, habit, identifier, import,
    key_date, knowing, letter_point, member, parted, pause, person, place, publication, question,
    recommendation, record_answer, round, ruling, section, suppressed, tagging, version, view,
    weakness,
};
use crate::model::{Publishing, Review};

impl Store {
    /// Grows by one with each edit, undo and redo, by whichever window.
    pub fn revision(&self) -> Result<i64, StoreError> {
        self.read(revision)
    }

    /// Everything in the file, as of one revision.
    pub fn load(&self) -> Result<Review, StoreError> {
        if self.kind()? == FileKind::Programme {
            return Err(StoreError::IsProgramme {
                path: self.path.clone(),
            });
        }
        self.read(|connection| {
            Ok(Review {
                revision: revision(connection)?,
                template: Arc::new(details::template(connection)?),
                details: details::one(connection)?,
                key_dates: key_date::all(connection)?,
                pauses: pause::all(connection)?,
                agencies: agency::all(connection)?,
                people: person::all(connection)?,
                entries: Arc::new(entry::all(connection)?),
                weaknesses: weakness::all(connection)?,
                taggings: tagging::all(connection)?,
                declined: declined::all(connection)?,
                codings: coding::all(connection)?,
                imports: import::all(connection)?,
                events: event::all(connection)?,
                parted: parted::all(connection)?,
                contradictions: contradiction::all(connection)?,
                facts: fact::all(connection)?,
                knowings: knowing::all(connection)?,
                habits: habit::all(connection)?,
                views: view::all(connection)?,
                sections: section::all(connection)?,
                versions: version::all(connection)?,
                questions: question::all(connection)?,
                findings: finding::all(connection)?,
                recommendations: recommendation::all(connection)?,
                actions: action::all(connection)?,
                members: member::all(connection)?,
                rounds: round::all(connection)?,
                comments: comment::all(connection)?,
                collected: comment::collected(connection)?,
                publishing: publishing(connection)?,
            })
        })
    }

    /// Brings a review that was loaded before the touching edits up to date. Entries that were not touched stay the very same ones
    /// (`Arc`), so that clones of the older review cost next to nothing.
    pub fn refresh(&self, review: &mut Review, touched: &Touched) -> Result<(), StoreError> {
        self.read(|connection| {
            for noun in &touched.nouns {
                match noun {
                    Noun::Details => review.details = details::one(connection)?,
                    Noun::KeyDates => review.key_dates = key_date::all(connection)?,
                    Noun::Pauses => review.pauses = pause::all(connection)?,
                    Noun::Agencies => review.agencies = agency::all(connection)?,
                    Noun::People => review.people = person::all(connection)?,
                    Noun::Entries => {
                        entry::refresh(connection, &mut review.entries, &touched.entries)?;
                    }
                    Noun::Weaknesses => review.weaknesses = weakness::all(connection)?,
                    Noun::Taggings => review.taggings = tagging::all(connection)?,
                    Noun::Declined => review.declined = declined::all(connection)?,
                    Noun::Codings => review.codings = coding::all(connection)?,
                    Noun::Imports => review.imports = import::all(connection)?,
                    Noun::Events => review.events = event::all(connection)?,
                    Noun::Parted => review.parted = parted::all(connection)?,
                    Noun::Contradictions => {
                        review.contradictions = contradiction::all(connection)?;
                    }
                    Noun::Facts => review.facts = fact::all(connection)?,
                    Noun::Knowings => review.knowings = knowing::all(connection)?,
                    Noun::Habits => review.habits = habit::all(connection)?,
                    Noun::Views => review.views = view::all(connection)?,
                    Noun::Sections => review.sections = section::all(connection)?,
                    Noun::Versions => review.versions = version::all(connection)?,
                    Noun::Questions => review.questions = question::all(connection)?,
                    Noun::Findings => review.findings = finding::all(connection)?,
                    Noun::Recommendations => {
                        review.recommendations = recommendation::all(connection)?;
                        // Actions stand in the order of their recommendations.
                        review.actions = action::all(connection)?;
                    }
                    Noun::Actions => review.actions = action::all(connection)?,
                    Noun::Members => review.members = member::all(connection)?,
                    Noun::Rounds => review.rounds = round::all(connection)?,
                    Noun::Comments => {
                        review.comments = comment::all(connection)?;
                        review.collected = comment::collected(connection)?;
                    }
                    Noun::Places => review.publishing.places = place::all(connection)?,
                    Noun::Identifiers => {
                        review.publishing.identifiers = identifier::all(connection)?
                    }
                    Noun::Rulings => review.publishing.rulings = ruling::all(connection)?,
                    Noun::Allowed => review.publishing.allowed = allowed::all(connection)?,
                    Noun::Suppressed => review.publishing.suppressed = suppressed::all(connection)?,
                    Noun::Letter => review.publishing.letter = letter_point::all(connection)?,
                    Noun::Record => review.publishing.record = record_answer::all(connection)?,
                    Noun::Publications => {
                        review.publishing.publications = publication::all(connection)?
                    }
                    // A review has none of these.
                    Noun::Programme
                    | Noun::Men
                    | Noun::Groups
                    | Noun::Sessions
                    | Noun::PassedOn
                    | Noun::Partners => {}
                }
            }
            review.revision = revision(connection)?;
            Ok(())
        })
    }
}

fn revision(connection: &Connection) -> Result<i64, StoreError> {
    let mut statement = connection.prepare_cached(super::transact::REVISION)?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

fn publishing(connection: &Connection) -> Result<Publishing, StoreError> {
    Ok(Publishing {
        places: place::all(connection)?,
        identifiers: identifier::all(connection)?,
        rulings: ruling::all(connection)?,
        allowed: allowed::all(connection)?,
        suppressed: suppressed::all(connection)?,
        letter: letter_point::all(connection)?,
        record: record_answer::all(connection)?,
        publications: publication::all(connection)?,
    })
}
