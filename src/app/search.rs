//! Search everywhere: entries by the file's full text, the rest by plain comparison.

use super::{Problem, Room, State};
use crate::drafting::ChainStep;
use crate::model::{EntryId, Review};
use crate::store::Hit;

#[derive(Debug, Clone, Default)]
pub struct SearchState {
    pub shown: bool,
    pub words: String,
    pub found: Vec<Found>,
    /// More entries were found than are listed.
    pub more: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub what: FoundWhere,
    /// “Police · 12 April 2019”.
    pub heading: String,
    pub excerpt: String,
}

impl Found {
    /// What was searched for stands in the excerpt between these; they cannot occur in a text.
    pub const OPEN: char = Hit::OPEN;
    pub const CLOSE: char = Hit::CLOSE;
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoundWhere {
    Entry(EntryId),
    Room(Room),
    Step(ChainStep),
}

const LISTED: usize = 12;

impl SearchState {
    pub(super) fn open(&mut self) {
        self.shown = true;
    }

    pub(super) fn close(&mut self) {
        *self = Self::default();
    }
}

pub(super) fn look(state: &mut State, words: String) -> Result<(), Problem> {
    state.search.shown = true;
    state.search.found.clear();
    state.search.more = false;
    state.search.words = words;
    let words = state.search.words.trim().to_owned();
    let Some(open) = state.open.as_ref().filter(|_| !words.is_empty()) else {
        return Ok(());
    };
    let hits = open.search(&words, LISTED + 1)?;
    let review = &open.review;
    state.search.more = hits.len() > LISTED;
    for hit in hits.into_iter().take(LISTED) {
        let Some(entry) = review.entry(hit.entry) else {
            continue;
        };
        let agency = review
            .agency(entry.agency)
            .map_or("", |agency| agency.name.as_str());
        state.search.found.push(Found {
            what: FoundWhere::Entry(hit.entry),
            heading: format!("{agency} · {}", entry.when.wording),
            excerpt: hit.snippet,
        });
    }
    let elsewhere = elsewhere(review, &words.to_lowercase());
    state.search.found.extend(elsewhere);
    Ok(())
}

/// The rest of the review, without entries: `words` in lower case.
fn elsewhere(review: &Review, words: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut compare = |what: FoundWhere, heading: String, text: &str| {
        if let Some(excerpt) = excerpt(text, words) {
            found.push(Found {
                what,
                heading,
                excerpt,
            });
        }
    };
    for section in &review.sections {
        let heading = format!("Draft · {}", section.title);
        compare(FoundWhere::Room(Room::Draft), heading, &section.text);
    }
    for step in steps(review) {
        let text = match step.finding(review) {
            Some(finding) => format!("{}\n{}", finding.text, finding.analysis),
            None => step.text(review).to_owned(),
        };
        compare(FoundWhere::Step(step), step.words(review), &text);
    }
    let people = FoundWhere::Room(Room::PeopleAndAgencies);
    for person in &review.people {
        let names = format!("{} {}", person.name, person.aliases.join(" "));
        compare(people, "Person".to_owned(), &names);
    }
    for agency in &review.agencies {
        compare(people, "Agency".to_owned(), &agency.name);
    }
    found
}

/// Every step of the chain from question to outcome.
fn steps(review: &Review) -> Vec<ChainStep> {
    let questions = review
        .questions
        .iter()
        .map(|each| ChainStep::Question(each.id));
    let findings = review
        .findings
        .iter()
        .map(|each| ChainStep::Finding(each.id));
    let recommendations = review.recommendations.iter();
    let recommendations = recommendations.map(|each| ChainStep::Recommendation(each.id));
    let actions = review.actions.iter();
    let actions =
        actions.flat_map(|each| [ChainStep::Action(each.id), ChainStep::Outcome(each.id)]);
    questions
        .chain(findings)
        .chain(recommendations)
        .chain(actions)
        .collect()
}

/// The words with some of what stands around them; `None` where they do not occur.
fn excerpt(text: &str, words: &str) -> Option<String> {
    const AROUND: usize = 48;
    let lower = text.to_lowercase();
    let at = lower.find(words)?;
    // Lower-casing can change lengths, so the place is counted in characters.
    let at = lower[..at].chars().count();
    let start = at.saturating_sub(AROUND);
    let taken: String = text
        .chars()
        .skip(start)
        .take(2 * AROUND + words.chars().count())
        .collect();
    let more = text.chars().count() > start + taken.chars().count();
    Some(format!(
        "{}{}{}",
        if start > 0 { "…" } else { "" },
        taken.trim().replace('\n', " "),
        if more { "…" } else { "" }
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_shows_the_words_where_they_stand() {
        let long = format!("{}The İstanbul house{}", "a ".repeat(60), " b".repeat(60));
        for (text, words, expected) in [
            ("She asked for help.", "help", Some("She asked for help.")),
            ("She asked for help.", "money", None),
            ("", "help", None),
        ] {
            assert_eq!(excerpt(text, words).as_deref(), expected, "{text}");
        }
        let cut = excerpt(&long, "house").expect("found");
        assert!(
            cut.starts_with('…') && cut.ends_with('…') && cut.contains("house"),
            "{cut}"
        );
    }
}
