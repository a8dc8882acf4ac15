//! One entry's words, cut into sentences with their cues.

use std::collections::HashMap;
use std::ops::Range;

use super::cues::{self, Cue, Mark};
use crate::chronology::denial::is_denied;
use crate::chronology::names::{Names, with_single_spaces};
use crate::chronology::wording::sentences;
use crate::model::{AgencyId, Entry, PersonId, Review, Role};

/// An entry as it is compared with others.
pub(super) struct Record<'a> {
    pub(super) entry: &'a Entry,
    /// Key of its agency's sector.
    pub(super) sector: &'a str,
    pub(super) sentences: Vec<Sentence>,
}

/// A sentence with at least one cue, inner spaces single.
pub(super) struct Sentence {
    pub(super) text: String,
    marks: Vec<Mark>,
    /// A bit for each cue that is among the marks.
    cues: u128,
    pub(super) people: Vec<(Range<usize>, PersonId)>,
    /// It is the wording of a cell under this heading, led by it and a colon.
    pub(super) heading: bool,
}

/// What reading entries needs of a review.
pub(super) struct Reader<'a> {
    names: Names,
    sectors: HashMap<AgencyId, &'a str>,
    pub(super) people: HashMap<PersonId, Whom>,
}

/// What is known of a person in the register.
#[derive(Debug, Clone, Copy)]
pub(super) struct Whom {
    pub(super) role: Role,
    pub(super) female: Option<bool>,
}

impl<'a> Reader<'a> {
    pub(super) fn of(review: &'a Review) -> Self {
        let sectors = review
            .agencies
            .iter()
            .map(|agency| (agency.id, agency.sector.as_str()));
        let people = review.people.iter().map(|person| {
            let titled = |titles: &[&str]| {
                let mut forms = person.aliases.iter().chain([&person.name]);
                forms.any(|form| titles.iter().any(|title| form.starts_with(title)))
            };
            let female = match (titled(&["Mrs ", "Ms ", "Miss "]), titled(&["Mr "])) {
                (true, false) => Some(true),
                (false, true) => Some(false),
                _ => None,
            };
            let whom = Whom {
                role: person.role,
                female,
            };
            (person.id, whom)
        });
        Self {
            names: Names::of(&review.people),
            sectors: sectors.collect(),
            people: people.collect(),
        }
    }

    /// `names_people`: whether anybody of the register is named in it, so that names need be looked for.
    pub(super) fn read(&self, entry: &'a Entry, names_people: bool) -> Record<'a> {
        let mut found = Vec::new();
        for cell in [&entry.text, &entry.response] {
            self.cell(cell, false, names_people, &mut found);
        }
        for (heading, wording) in &entry.other {
            let labelled = format!("{heading}: {wording}");
            self.cell(&labelled, true, names_people, &mut found);
        }
        Record {
            entry,
            sector: self.sectors.get(&entry.agency).copied().unwrap_or(""),
            sentences: found,
        }
    }

    fn cell(&self, wording: &str, heading: bool, names_people: bool, found: &mut Vec<Sentence>) {
        for range in sentences(wording) {
            let text = with_single_spaces(wording[range].trim());
            let marks = cues::marks(&text);
            if marks.is_empty() && !text.contains(|letter: char| letter.is_ascii_digit()) {
                continue;
            }
            let mut named = Vec::new();
            if names_people {
                self.names.in_text(&text, &mut named);
            }
            found.push(Sentence {
                cues: marks.iter().fold(0, |cues, mark| cues | bit(mark.cue)),
                marks,
                people: named
                    .iter()
                    .map(|name| (name.start..name.end, name.person))
                    .collect(),
                heading,
                text: text.into_owned(),
            });
        }
    }
}

/// How much of a sentence is quoted before it is cut.
const LONGEST_QUOTE: usize = 90;

fn bit(cue: Cue) -> u128 {
    1 << cue as u32
}

fn bits(cues: &[Cue]) -> u128 {
    cues.iter().fold(0, |bits, cue| bits | bit(*cue))
}

impl Sentence {
    pub(super) fn of(&self, cue: Cue) -> impl Iterator<Item = Mark> + '_ {
        self.with(bit(cue))
    }

    pub(super) fn of_any<'s>(&'s self, cues: &[Cue]) -> impl Iterator<Item = Mark> + use<'s> {
        self.with(bits(cues))
    }

    pub(super) fn has(&self, cue: Cue) -> bool {
        self.cues & bit(cue) != 0
    }

    pub(super) fn has_any(&self, cues: &[Cue]) -> bool {
        self.cues & bits(cues) != 0
    }

    fn with(&self, wanted: u128) -> impl Iterator<Item = Mark> + '_ {
        let marks = if self.cues & wanted == 0 {
            &[]
        } else {
            self.marks.as_slice()
        };
        marks
            .iter()
            .copied()
            .filter(move |mark| bit(mark.cue) & wanted != 0)
    }

    pub(super) fn is_denied(&self, mark: Mark) -> bool {
        is_denied(&self.text, mark.start, mark.end)
    }

    /// Words between two places, in lower case; empty where the second is not behind the first.
    pub(super) fn words_between(&self, from: usize, to: usize) -> Vec<String> {
        let Some(between) = self.text.get(from..to) else {
            return Vec::new();
        };
        words(between)
    }

    /// How many words lie between two marks, in whichever order they stand.
    pub(super) fn distance(&self, one: Mark, other: Mark) -> usize {
        let (first, second) = if one.start <= other.start {
            (one, other)
        } else {
            (other, one)
        };
        self.words_between(first.end, second.start).len()
    }

    /// The clause around a stretch, as short as it can be quoted.
    pub(super) fn quote(&self, start: usize, end: usize) -> String {
        let text = &self.text;
        let is_edge =
            |letter: char| matches!(letter, ',' | ';' | '(' | ')' | '“' | '”' | '"' | '–');
        let from = text[..start]
            .char_indices()
            .rev()
            .find(|(_, letter)| is_edge(*letter))
            .map_or(0, |(at, letter)| at + letter.len_utf8());
        let until = text[end..]
            .char_indices()
            .find(|(_, letter)| is_edge(*letter))
            .map_or(text.len(), |(at, _)| end + at);
        let clause = tidy(&text[from..until]);
        if clause.chars().count() <= LONGEST_QUOTE {
            return clause.to_owned();
        }
        let begin = back_by_words(text, start, 4).max(from);
        let finish = forward_by_words(text, end, 4).min(until);
        let short = tidy(&text[begin..finish]);
        let before = if begin > from { "… " } else { "" };
        let after = if finish < until { " …" } else { "" };
        format!("{before}{short}{after}")
    }
}

fn tidy(text: &str) -> &str {
    text.trim().trim_end_matches(['.', ',', ';', ':']).trim()
}

fn back_by_words(text: &str, from: usize, count: usize) -> usize {
    text[..from]
        .char_indices()
        .rev()
        .filter(|(_, letter)| letter.is_whitespace())
        .nth(count)
        .map_or(0, |(at, letter)| at + letter.len_utf8())
}

fn forward_by_words(text: &str, from: usize, count: usize) -> usize {
    text[from..]
        .char_indices()
        .filter(|(_, letter)| letter.is_whitespace())
        .nth(count)
        .map_or(text.len(), |(at, _)| from + at)
}

/// The words of a text in lower case, without punctuation.
pub(super) fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '\'' | '’' | '-')))
        .filter(|word| word.contains(char::is_alphanumeric))
        .map(str::to_lowercase)
        .collect()
}

/// Whom a sentence says something of, as far as it can be told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Subject {
    person: Option<PersonId>,
    role: Option<Role>,
    female: Option<bool>,
    officer: bool,
}

impl Subject {
    /// The person named nearest before `at` in the sentence, else nearest after it.
    pub(super) fn near(reader: &Reader, sentence: &Sentence, at: Mark) -> Self {
        const PEOPLE: [Cue; 5] = [
            Cue::Female,
            Cue::Male,
            Cue::Victim,
            Cue::Perpetrator,
            Cue::OfficerHurt,
        ];
        let marked = sentence
            .of_any(&PEOPLE)
            .map(|mark| (mark.start..mark.end, Self::marked(mark.cue)));
        let named = sentence
            .people
            .iter()
            .map(|(range, person)| (range.clone(), Self::named(reader, *person)));
        let all: Vec<(Range<usize>, Self)> = marked.chain(named).collect();
        let before = all.iter().filter(|(range, _)| range.start < at.start);
        let after = all.iter().filter(|(range, _)| range.start >= at.start);
        let nearest = before
            .max_by_key(|(range, _)| range.start)
            .or_else(|| after.min_by_key(|(range, _)| range.start));
        let Some((place, subject)) = nearest else {
            return Self::default();
        };
        // "Female patient", "Mr OKORO (suspect)": words beside each other are of one person.
        let beside = all
            .iter()
            .filter(|(range, _)| range.end < place.start && place.start - range.end <= 2);
        beside.fold(subject.clone(), |whole, (_, more)| whole.and(more))
    }

    fn and(self, more: &Self) -> Self {
        Self {
            person: self.person.or(more.person),
            role: self.role.or(more.role),
            female: self.female.or(more.female),
            officer: self.officer || more.officer,
        }
    }

    fn marked(cue: Cue) -> Self {
        let unknown = Self::default();
        match cue {
            Cue::Female => Self {
                female: Some(true),
                ..unknown
            },
            Cue::Male => Self {
                female: Some(false),
                ..unknown
            },
            Cue::Victim => Self {
                role: Some(Role::Victim),
                ..unknown
            },
            Cue::Perpetrator => Self {
                role: Some(Role::Perpetrator),
                ..unknown
            },
            _ => Self {
                officer: true,
                ..unknown
            },
        }
    }

    fn named(reader: &Reader, person: PersonId) -> Self {
        let whom = reader.people.get(&person);
        Self {
            person: Some(person),
            role: whom.map(|whom| whom.role),
            female: whom.and_then(|whom| whom.female),
            officer: whom.is_some_and(|whom| whom.role == Role::Professional),
        }
    }

    pub(super) fn is_known(&self) -> bool {
        *self != Self::default()
    }

    /// Whether both may be one and the same person.
    pub(super) fn may_be(&self, other: &Self) -> bool {
        fn agree<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
            one.zip(other).is_none_or(|(one, other)| one == other)
        }
        let officers = self.officer == other.officer || !self.is_known() || !other.is_known();
        agree(self.person, other.person)
            && agree(self.role, other.role)
            && agree(self.female, other.female)
            && officers
    }
}
