//! Every replacement in its context, and which of them are shown.

use std::collections::HashMap;

use super::PeopleState;
use crate::identities::{Pseudonymised, Whereabouts, Why};
use crate::model::{PersonId, PlaceId, Review};

/// One replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub at: Whereabouts,
    pub was: String,
    pub became: String,
    pub why: Why,
    /// The how manyth of the same words in its text.
    pub nth: usize,
    /// Some words before it and after it, as they are written now.
    pub before: String,
    pub after: String,
}

/// What of the changes is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ChangeFilter {
    #[default]
    All,
    Person(PersonId),
    Place(PlaceId),
    /// Names that several people share.
    Shared,
    Numbers,
    Dates,
    Ages,
}

impl ChangeFilter {
    pub fn of(why: Why) -> Self {
        match why {
            Why::Person(person) => Self::Person(person),
            Why::Place(place) => Self::Place(place),
            Why::Shared => Self::Shared,
            Why::Identifier(_) => Self::Numbers,
            Why::DateOfBirth | Why::DateOfDeath | Why::Date | Why::TimeOfDay => Self::Dates,
            Why::Age => Self::Ages,
        }
    }

    pub fn words(self, review: &Review) -> String {
        let words = match self {
            Self::All => "Everything",
            Self::Person(id) => review
                .person(id)
                .map_or("Somebody", |one| one.name.as_str()),
            Self::Place(id) => {
                let mut places = review.publishing.places.iter();
                let place = places.find(|place| place.id == id);
                place.map_or("A place", |place| place.name.as_str())
            }
            Self::Shared => "Names that several share",
            Self::Numbers => "Numbers and addresses",
            Self::Dates => "Dates and times",
            Self::Ages => "Ages",
        };
        words.to_owned()
    }
}

impl PeopleState {
    /// Each choice with how many it leaves: first all, then people and places in the review’s order.
    pub(super) fn counted(&self, review: &Review) -> Vec<(ChangeFilter, usize)> {
        let Some(found) = self.found.found() else {
            return Vec::new();
        };
        let mut counts: HashMap<ChangeFilter, usize> = HashMap::new();
        for change in &found.changes {
            *counts.entry(ChangeFilter::of(change.why)).or_default() += 1;
        }
        counts.insert(ChangeFilter::All, found.changes.len());
        let people = review.people.iter().map(|one| ChangeFilter::Person(one.id));
        let places = review.publishing.places.iter();
        let places = places.map(|one| ChangeFilter::Place(one.id));
        std::iter::once(ChangeFilter::All)
            .chain(people)
            .chain(places)
            .chain([
                ChangeFilter::Shared,
                ChangeFilter::Numbers,
                ChangeFilter::Dates,
                ChangeFilter::Ages,
            ])
            .filter_map(|filter| Some((filter, *counts.get(&filter)?)))
            .filter(|(filter, count)| *count > 0 || *filter == self.filter)
            .collect()
    }

    pub(super) fn narrow(&mut self, filter: ChangeFilter) {
        self.filter = filter;
        let Some(found) = self.found.found() else {
            return;
        };
        let changes = found.changes.iter().enumerate();
        let leaves =
            |change: &Change| filter == ChangeFilter::All || ChangeFilter::of(change.why) == filter;
        self.shown = changes
            .filter(|(_, change)| leaves(change))
            .map(|(at, _)| at)
            .collect();
    }
}

pub(super) fn all(disguised: &Pseudonymised) -> Vec<Change> {
    let mut seen: HashMap<(Whereabouts, &str), usize> = HashMap::new();
    let mut changes = Vec::with_capacity(disguised.replaced.len());
    for (at, replaced) in &disguised.replaced {
        let text = disguised.texts.get(at).map_or("", String::as_str);
        let stands_there = text.get(replaced.range.clone()) == Some(replaced.was.as_str());
        let (before, after) = match stands_there {
            true => (
                end_of(&text[..replaced.range.start]),
                beginning_of(&text[replaced.range.end..]),
            ),
            false => (String::new(), String::new()),
        };
        let nth = seen.entry((*at, replaced.was.as_str())).or_default();
        changes.push(Change {
            at: *at,
            was: replaced.was.replace('\n', " "),
            became: replaced.became.clone(),
            why: replaced.why,
            nth: *nth,
            before,
            after,
        });
        *nth += 1;
    }
    changes
}

/// Characters that are shown on either side.
const AROUND: usize = 56;

/// The last words of a text: whole ones, but for a word that is longer than all that is shown.
fn end_of(text: &str) -> String {
    let Some((from, _)) = text.char_indices().rev().nth(AROUND) else {
        return text.replace('\n', " ");
    };
    let shown = &text[from..];
    let word = shown
        .find(char::is_whitespace)
        .map_or(shown, |gap| &shown[gap..]);
    format!("…{}", word.replace('\n', " "))
}

/// The first words of a text, as [`end_of`] gives the last.
fn beginning_of(text: &str) -> String {
    let Some((until, last)) = text.char_indices().nth(AROUND) else {
        return text.replace('\n', " ");
    };
    let shown = &text[..until + last.len_utf8()];
    let word = shown
        .rfind(char::is_whitespace)
        .map_or(shown, |gap| &shown[..gap]);
    format!("{} …", word.replace('\n', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_is_told_in_whole_words() {
        let long = "x".repeat(80);
        let cases = [
            ("short", "short".to_owned(), "short".to_owned()),
            (
                "She told the midwife, the health visitor and the surgery that he would not let her out",
                "… visitor and the surgery that he would not let her out".to_owned(),
                "She told the midwife, the health visitor and the surgery …".to_owned(),
            ),
            (
                long.as_str(),
                format!("…{}", "x".repeat(AROUND + 1)),
                format!("{} …", "x".repeat(AROUND + 1)),
            ),
        ];
        for (text, last, first) in cases {
            assert_eq!((end_of(text), beginning_of(text)), (last, first), "{text}");
        }
    }
}
