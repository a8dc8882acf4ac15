//! Pseudonyms in place of names, in what the family gets.

use std::collections::BTreeSet;

use crate::chronology::Names;
use crate::model::{Person, Review, Role};

use super::{ExchangeError, MemberCopy, Piece, Run};

/// Everybody's real names, and what to write instead.
pub(super) struct RealNames<'a> {
    people: &'a [Person],
    names: Names,
}

impl<'a> RealNames<'a> {
    /// Beside the forms in use, each word of a name counts, unless it is also a word of a pseudonym or of an agency.
    pub(super) fn of(review: &'a Review) -> Self {
        let elsewhere = review
            .people
            .iter()
            .map(|person| &person.pseudonym)
            .chain(review.agencies.iter().map(|agency| &agency.name))
            .chain([&review.details.partnership]);
        let free: BTreeSet<String> = elsewhere.flat_map(|words| words_of(words)).collect();
        let people: Vec<Person> = review
            .people
            .iter()
            .map(|person| Person {
                aliases: forms_of(person, &free),
                ..person.clone()
            })
            .collect();
        Self {
            people: &review.people,
            names: Names::of(&people),
        }
    }

    /// Puts pseudonyms in the place of names throughout; refuses where that cannot be done.
    pub(super) fn leave(&self, copy: &mut MemberCopy) -> Result<Option<String>, ExchangeError> {
        let mut replaced = BTreeSet::new();
        let mut left = BTreeSet::new();
        let mut look = |place: &str, text: &mut String| {
            let (written, fate) = self.without(text);
            match fate {
                Fate::Nobody => return,
                Fate::Replaced => replaced.insert(place.to_owned()),
                Fate::Left => left.insert(place.to_owned()),
            };
            *text = written;
        };
        look("the chair’s note", &mut copy.note);
        for answered in &mut copy.answered {
            for text in [
                &mut answered.said,
                &mut answered.reason,
                &mut answered.change,
            ] {
                look("what became of earlier comments", text);
            }
        }
        for section in &mut copy.sections {
            look(
                &format!("the title of section {}", section.number),
                &mut section.title,
            );
            for paragraph in &mut section.paragraphs {
                let place = match paragraph.heading {
                    0 => paragraph.number.clone(),
                    _ => format!("a heading of section {}", section.number),
                };
                for runs in paragraph.pieces.iter_mut().flat_map(runs_of) {
                    each_text(runs, &mut |text| look(&place, text));
                }
            }
        }
        if !left.is_empty() {
            return Err(ExchangeError::RealNames {
                member: copy.member.clone(),
                places: listed(&left),
            });
        }
        Ok((!replaced.is_empty()).then(|| {
            format!(
                "In the family’s version for “{}”, pseudonyms stand in the place of names in {}.",
                copy.member,
                listed(&replaced)
            )
        }))
    }

    fn without(&self, text: &str) -> (String, Fate) {
        let text = crate::chronology::with_single_spaces(text);
        let mut found = Vec::new();
        self.names.in_text(&text, &mut found);
        let mut written = String::new();
        let mut fate = Fate::Nobody;
        let mut from = 0;
        for name in found {
            if name.start < from || is_part_of_a_date(&text, name.start, name.end) {
                continue;
            }
            let person = self.people.iter().find(|person| person.id == name.person);
            let pseudonym = person.map_or("", |person| person.pseudonym.trim());
            let must_be_hidden = !pseudonym.is_empty()
                || person
                    .is_some_and(|person| !matches!(person.role, Role::Professional | Role::Other));
            if !must_be_hidden || pseudonym == &text[name.start..name.end] {
                continue;
            }
            if pseudonym.is_empty() || name.uncertain {
                fate = Fate::Left;
                continue;
            }
            written.push_str(&text[from..name.start]);
            written.push_str(pseudonym);
            from = name.end;
            if matches!(fate, Fate::Nobody) {
                fate = Fate::Replaced;
            }
        }
        written.push_str(&text[from..]);
        (written, fate)
    }
}

enum Fate {
    Nobody,
    Replaced,
    Left,
}

/// “in April 2019”, “3 May”: a month, though somebody is called so.
fn is_part_of_a_date(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].trim_end().chars().next_back();
    let after = text[end..].trim_start().chars().next();
    let is_month =
        ["april", "may", "june", "august"].contains(&text[start..end].to_lowercase().as_str());
    is_month
        && [before, after]
            .into_iter()
            .flatten()
            .any(|c| c.is_ascii_digit())
}

/// Descriptions (“maternal aunt”) are no names.
fn forms_of(person: &Person, free: &BTreeSet<String>) -> Vec<String> {
    let parts = person
        .name
        .split_whitespace()
        .filter(|part| part.chars().count() > 2 && !free.contains(&part.to_lowercase()));
    let aliases = person
        .aliases
        .iter()
        .map(|alias| alias.trim())
        .filter(|alias| alias.starts_with(char::is_uppercase));
    parts.chain(aliases).map(str::to_owned).collect()
}

fn words_of(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_lowercase).collect()
}

fn runs_of(piece: &mut Piece) -> Vec<&mut Vec<Run>> {
    match piece {
        Piece::Text(runs) | Piece::Quotation(runs) => vec![runs],
        Piece::List { items, .. } => items.iter_mut().collect(),
        Piece::Table(rows) => rows.iter_mut().flatten().collect(),
    }
}

fn each_text(runs: &mut [Run], visit: &mut impl FnMut(&mut String)) {
    for run in runs {
        match run {
            Run::Words(text) | Run::Stressed(text) | Run::Strong(text) | Run::Citation(text) => {
                visit(text);
            }
            Run::Note(inner) => each_text(inner, visit),
        }
    }
}

fn listed(places: &BTreeSet<String>) -> String {
    const SHOWN: usize = 12;
    let shown: Vec<&str> = places.iter().take(SHOWN).map(String::as_str).collect();
    match places.len().saturating_sub(SHOWN) {
        0 => shown.join(", "),
        more => format!("{} and {more} more places", shown.join(", ")),
    }
}
