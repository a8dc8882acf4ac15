//! By what the table is sorted.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::{Claims, Column, PeopleIndex};
use crate::model::{Basis, Disclosure, Enquiry, Entry, EntryId, Event, Review};

/// By what the table is sorted. The default is the order of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Sorting {
    pub by: Column,
    pub descending: bool,
}

impl Sorting {
    pub fn is_by_time(self) -> bool {
        self == Self::default()
    }
}

pub(super) fn sorted(
    review: &Review,
    rows: &[u32],
    people: &PeopleIndex,
    claims: &Claims,
    sorting: Sorting,
) -> Vec<u32> {
    let entry_of = |row: u32| review.entries.get(row as usize);
    if sorting.by == Column::When {
        let mut rows = rows.to_vec();
        if sorting.descending {
            let dated = rows.partition_point(|row| {
                entry_of(*row).is_some_and(|entry| entry.when.is_understood())
            });
            rows[..dated].reverse();
        }
        return rows;
    }
    let mut keyed: Vec<(Key, u32)> = match Ranks::of(review, people, claims, sorting.by) {
        Some(mut ranks) => {
            let texts: Vec<String> = rows.iter().map(|row| ranks.text(*row)).collect();
            ranked(&texts)
                .into_iter()
                .zip(rows.iter().copied())
                .collect()
        }
        None => rows
            .iter()
            .map(|row| {
                let key = entry_of(*row).map_or(Key::NOTHING, |entry| Key::of(entry, sorting.by));
                (key, *row)
            })
            .collect(),
    };
    keyed.sort_by(|(one, _), (other, _)| one.compare(other, sorting.descending));
    keyed.into_iter().map(|(_, row)| row).collect()
}

/// What a row is sorted by: a number, and where numbers are equal a text.
#[derive(Debug, Clone, Copy)]
struct Key<'a> {
    /// `None`: nothing in this column.
    first: Option<u64>,
    text: &'a str,
    then: u32,
}

impl<'a> Key<'a> {
    const NOTHING: Self = Self {
        first: None,
        text: "",
        then: 0,
    };

    fn number(first: u64) -> Self {
        Self {
            first: Some(first),
            ..Self::NOTHING
        }
    }

    fn text(text: &'a str) -> Self {
        let text = text.trim();
        Self {
            first: (!text.is_empty()).then(|| beginning(text)),
            text,
            then: 0,
        }
    }

    fn of(entry: &'a Entry, column: Column) -> Self {
        let place = |at: Option<usize>| at.map_or(Self::NOTHING, |at| Self::number(at as u64));
        match column {
            Column::Text => Self::text(&entry.text),
            Column::Response => Self::text(&entry.response),
            Column::Seen => Self::text(&entry.seen),
            Column::Recorder => Self::text(&entry.recorder),
            Column::Source => Self {
                then: entry.source.row,
                ..Self::text(&entry.source.file)
            },
            // The first of each is “not said”.
            Column::Basis => place(
                Basis::ALL[1..]
                    .iter()
                    .position(|basis| *basis == entry.basis),
            ),
            Column::Asked => place(
                Enquiry::ALL[1..]
                    .iter()
                    .position(|enquiry| *enquiry == entry.enquiry),
            ),
            Column::Disclosed => place(
                Disclosure::ALL[1..]
                    .iter()
                    .position(|disclosure| *disclosure == entry.disclosure),
            ),
            Column::When
            | Column::Agency
            | Column::Tags
            | Column::People
            | Column::Event
            | Column::Claim => Self::NOTHING,
        }
    }

    fn compare(&self, other: &Self, descending: bool) -> Ordering {
        match (self.first, other.first) {
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Greater,
            (Some(_), None) => Ordering::Less,
            (Some(one), Some(two)) => {
                let order = one
                    .cmp(&two)
                    .then_with(|| in_small_letters(self.text, other.text))
                    .then_with(|| self.then.cmp(&other.then));
                if descending { order.reverse() } else { order }
            }
        }
    }
}

/// Compares in small letters. What both begin with in the same letters, in records often whole sentences, is passed over.
fn in_small_letters(one: &str, other: &str) -> Ordering {
    let pairs = one.bytes().zip(other.bytes());
    let mut same = pairs.take_while(|(one, other)| one == other).count();
    while !one.is_char_boundary(same) {
        same -= 1;
    }
    let [one, other] = [one, other].map(|text| text.get(same..).unwrap_or_default());
    small_letters(one).cmp(small_letters(other))
}

fn small_letters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().flat_map(char::to_lowercase)
}

/// The first eight bytes in small letters as a number: most comparisons need no more.
fn beginning(text: &str) -> u64 {
    let mut bytes = [0_u8; 8];
    let mut at = 0;
    'letters: for letter in small_letters(text) {
        let mut room = [0_u8; 4];
        for byte in letter.encode_utf8(&mut room).bytes() {
            if at == bytes.len() {
                break 'letters;
            }
            bytes[at] = byte;
            at += 1;
        }
    }
    u64::from_be_bytes(bytes)
}

/// Texts that are put together from several places, for columns that hold few different ones.
struct Ranks<'a> {
    review: &'a Review,
    people: &'a PeopleIndex,
    claims: &'a Claims,
    column: Column,
    tags: HashMap<EntryId, Vec<usize>>,
    events: HashMap<EntryId, &'a Event>,
}

impl<'a> Ranks<'a> {
    /// `None` for columns that hold one field of the entry.
    fn of(
        review: &'a Review,
        people: &'a PeopleIndex,
        claims: &'a Claims,
        column: Column,
    ) -> Option<Self> {
        let put_together = matches!(
            column,
            Column::Agency | Column::Tags | Column::People | Column::Event | Column::Claim
        );
        put_together.then(|| Self {
            review,
            people,
            claims,
            column,
            tags: if column == Column::Tags {
                tags(review)
            } else {
                HashMap::new()
            },
            events: events(review),
        })
    }

    fn text(&mut self, row: u32) -> String {
        let Some(entry) = self.review.entries.get(row as usize) else {
            return String::new();
        };
        match self.column {
            Column::Agency => self
                .review
                .agency(entry.agency)
                .map_or_else(String::new, |agency| agency.name.clone()),
            Column::Tags => {
                let places = self.tags.entry(entry.id).or_default();
                places.sort_unstable();
                places.dedup();
                let weaknesses = &self.review.weaknesses;
                let names: Vec<&str> = places
                    .iter()
                    .map(|place| weaknesses[*place].name.as_str())
                    .collect();
                names.join(", ")
            }
            Column::People => {
                let named = self.people.in_entry(row as usize).iter();
                let mut names: Vec<&str> = named
                    .filter_map(|named| self.review.person(named.person))
                    .map(|person| person.name.as_str())
                    .collect();
                names.sort_unstable();
                names.join(", ")
            }
            Column::Event => self
                .events
                .get(&entry.id)
                .map_or_else(String::new, |event| {
                    // The number keeps unnamed events, and those of one name, apart.
                    format!("{} {:012}", event.name, event.id.0)
                }),
            _ => self.claims.of_entry(entry).badge().unwrap_or_default(),
        }
    }
}

/// Each text's place among the different ones.
fn ranked(texts: &[String]) -> Vec<Key<'static>> {
    let different: HashSet<&str> = texts.iter().map(|text| text.trim()).collect();
    let mut different: Vec<&str> = different.into_iter().collect();
    different.sort_by(|one, other| {
        let letters = small_letters(one).cmp(small_letters(other));
        letters.then_with(|| one.cmp(other))
    });
    let places: HashMap<&str, u64> = different.into_iter().zip(0..).collect();
    texts
        .iter()
        .map(|text| match places.get(text.trim()) {
            Some(place) if !text.trim().is_empty() => Key::number(*place),
            _ => Key::NOTHING,
        })
        .collect()
}

/// Places among the template's weaknesses; tags that it no longer knows are left out.
fn tags(review: &Review) -> HashMap<EntryId, Vec<usize>> {
    let weaknesses = &review.weaknesses;
    let places: HashMap<&str, usize> = weaknesses
        .iter()
        .map(|weakness| weakness.key.as_str())
        .zip(0..)
        .collect();
    let mut tags: HashMap<EntryId, Vec<usize>> = HashMap::new();
    for tagging in &review.taggings {
        if let Some(place) = places.get(tagging.weakness.as_str()) {
            tags.entry(tagging.entry).or_default().push(*place);
        }
    }
    tags
}

pub(super) fn events(review: &Review) -> HashMap<EntryId, &Event> {
    let all = review.events.iter();
    all.flat_map(|event| event.entries.iter().map(move |entry| (*entry, event)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_two_texts_have_in_common_does_not_change_their_order() {
        let texts = [
            "",
            "a",
            "A",
            "ab",
            "aB",
            "Ärger",
            "ärger",
            "Ärgern",
            "äa",
            "Éa",
            "êa",
            "same words, then é",
            "same words, then É",
            "same words, then è",
            "same words, then e",
            "İstanbul",
            "istanbul",
            "😀",
            "😁",
        ];
        for one in texts {
            for other in texts {
                let plainly = small_letters(one).cmp(small_letters(other));
                assert_eq!(in_small_letters(one, other), plainly, "{one} {other}");
            }
        }
    }
}
