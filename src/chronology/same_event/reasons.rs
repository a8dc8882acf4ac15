//! Why records may be of one event, in sentences for the chair.

use std::collections::BTreeMap;

use super::grouping::Group;
use super::kinds::{KINDS, SECTORS};
use super::mentions::{Mention, date_of};
use super::nearness::{Nearness, Way};
use super::records::{Record, Records};
use super::terms::{Sort, Term, Terms};
use super::texts::Text;
use crate::dates::spoken_date;
use crate::model::{PersonId, Review};

/// “Few other records” is one in ten at most (as a logarithm).
const FEW: f32 = 2.3;
/// A kind of event that one record in three tells of needs no mention.
const NOT_OF_ALL: f32 = 1.0;
/// A record that speaks of another’s day is named where the two are at least so likely one event.
const SPEAKS_SURELY: f32 = 0.3;
const MOST_WORDS: usize = 5;
const MOST_OF_A_SORT: usize = 2;

pub(super) fn reasons(
    review: &Review,
    records: &Records,
    group: &Group,
    terms: &mut Terms<'_>,
) -> Vec<String> {
    let mut why = Why {
        review,
        records,
        members: &group.records,
        shared: Vec::new(),
    };
    why.shared = why.find_shared(terms);
    let mut sentences = vec![why.time()];
    sentences.extend(why.spoken_of());
    sentences.extend(why.references());
    sentences.extend(why.sources());
    sentences.extend(why.people());
    sentences.extend(why.places());
    sentences.extend(why.words());
    sentences.extend(why.kinds());
    sentences.extend(why.one_agency());
    sentences
}

struct Why<'a> {
    review: &'a Review,
    records: &'a Records,
    members: &'a [usize],
    /// What at least two of the records have and few others, the rarest first.
    shared: Vec<SharedWords>,
}

struct SharedWords {
    sort: Sort,
    term: Term,
    rarity: f32,
    /// As the first of the records writes it.
    words: String,
    /// How many of the records have it.
    count: usize,
}

impl<'a> Why<'a> {
    fn all(&self) -> impl Iterator<Item = &'a Record> {
        let records = self.records;
        self.members.iter().map(move |at| &records.all[*at])
    }

    fn pairs(&self) -> impl Iterator<Item = (&'a Record, &'a Record, Nearness, f32)> {
        let (records, members) = (self.records, self.members);
        members.iter().enumerate().flat_map(move |(at, one)| {
            members[at + 1..].iter().map(move |other| {
                let weight = records.weigh(*one, *other);
                let (a, b) = (&records.all[*one], &records.all[*other]);
                (a, b, weight.near, weight.likelihood())
            })
        })
    }

    fn agency(&self, record: &Record) -> &'a str {
        let agency = self.review.agency(record.agency);
        agency.map_or("an agency", |agency| agency.name.as_str())
    }

    fn time(&self) -> String {
        let owns: Vec<Mention> = self.all().filter_map(Record::own).collect();
        let undated = match self.members.len() - owns.len() {
            0 => String::new(),
            1 => " One of them has no date that was understood.".to_owned(),
            more => format!(" {more} of them have no date that was understood."),
        };
        let all = if owns.len() == 2 { "Both" } else { "All" };
        let (Some(first), Some(last)) = (
            owns.iter().map(|own| own.from).min(),
            owns.iter().map(|own| own.until).max(),
        ) else {
            return "None of them has a date that was understood.".to_owned();
        };
        let span = Mention {
            from: first,
            until: last,
            own: true,
        };
        let minutes = last - first;
        let timed = owns.iter().all(|own| own.is_timed());
        let said = match span.days() {
            1 | 2 if timed && minutes <= 12 * 60 => format!(
                "{all} within {}: from {} to {}, {}.",
                length(minutes),
                clock(first),
                clock(last),
                day(span.first_day())
            ),
            1 => format!("{all} on {}.", day(span.first_day())),
            days => format!(
                "{all} within {days} days: from {} to {}.",
                day(span.first_day()),
                day(span.last_day())
            ),
        };
        said + &undated
    }

    /// Records whose text gives the day of another.
    fn spoken_of(&self) -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        for (a, b, near, likelihood) in self.pairs() {
            let (Way::Spoken { by_first }, Some((one, other))) = (near.way, near.mentions) else {
                continue;
            };
            if likelihood < SPEAKS_SURELY {
                continue;
            }
            let (speaker, spoken) = if by_first { (a, one) } else { (b, other) };
            let written = match (spoken.is_timed(), spoken.days()) {
                (true, _) => format!("{} on {}", clock(spoken.from), day(spoken.first_day())),
                (false, 1) => day(spoken.first_day()),
                _ => format!("{} to {}", day(spoken.first_day()), day(spoken.last_day())),
            };
            let sentence = format!(
                "The record of {}{} speaks of {written}.",
                self.agency(speaker),
                dated(speaker)
            );
            if !said.contains(&sentence) {
                said.push(sentence);
            }
        }
        shortened(said, "such date stands", "such dates stand")
    }

    fn references(&self) -> Vec<String> {
        self.shared(Sort::Reference)
            .map(|one| format!("{} of them give the number {}.", one.count, one.words))
            .take(MOST_OF_A_SORT)
            .collect()
    }

    fn places(&self) -> Vec<String> {
        self.shared(Sort::Place)
            .map(|one| format!("{} of them name {}.", one.count, one.words))
            .take(1)
            .collect()
    }

    fn words(&self) -> Option<String> {
        let words: Vec<String> = self
            .shared(Sort::Word)
            .take(MOST_WORDS)
            .map(|one| format!("“{}”", one.words))
            .collect();
        match words.as_slice() {
            [] => None,
            [word] => Some(format!(
                "They share a word that few other records have: {word}."
            )),
            _ => Some(format!(
                "They share words that few other records have: {}.",
                words.join(", ")
            )),
        }
    }

    fn shared(&self, sort: Sort) -> impl Iterator<Item = &SharedWords> {
        self.shared.iter().filter(move |one| one.sort == sort)
    }

    fn find_shared(&self, terms: &mut Terms<'_>) -> Vec<SharedWords> {
        let mut numbers: BTreeMap<u32, usize> = BTreeMap::new();
        for number in self.all().flat_map(|record| &record.terms) {
            *numbers.entry(*number).or_default() += 1;
        }
        let mut counts: BTreeMap<Term, (usize, f32)> = BTreeMap::new();
        for (number, count) in numbers {
            let known = &self.records.terms[number as usize];
            let few = known.rarity >= FEW || known.records.len() == count;
            if count > 1 && (few || known.sort == Sort::Reference) {
                counts.insert(known.term, (count, known.rarity));
            }
        }
        let mut found: Vec<SharedWords> = Vec::new();
        let mut text = Text::default();
        for record in self.all() {
            text.read(&self.review.entries[record.entry]);
            for (term, words) in terms.written(&text, |term| counts.contains_key(&term)) {
                // What was found once need not be looked for again.
                if let Some((count, rarity)) = counts.remove(&term) {
                    found.push(SharedWords {
                        sort: term.sort(),
                        term,
                        rarity,
                        words,
                        count,
                    });
                }
            }
        }
        found.sort_by(|one, other| {
            (other.rarity.total_cmp(&one.rarity))
                .then(other.count.cmp(&one.count))
                .then(one.term.cmp(&other.term))
        });
        found
    }

    fn people(&self) -> Vec<String> {
        let mut counts: BTreeMap<PersonId, usize> = BTreeMap::new();
        for person in self.all().flat_map(|record| &record.people) {
            *counts.entry(*person).or_default() += 1;
        }
        counts
            .into_iter()
            .filter(|(person, count)| *count > 1 && self.records.rarity_of(*person) >= FEW)
            .filter_map(|(person, count)| {
                let name = &self.review.person(person)?.name;
                Some(format!(
                    "{name}, whom few other records name, stands in {count} of them."
                ))
            })
            .take(MOST_OF_A_SORT)
            .collect()
    }

    fn kinds(&self) -> Option<String> {
        let mut kinds: Vec<(f32, &str)> = KINDS
            .iter()
            .enumerate()
            .filter(|(bit, _)| {
                let telling = |record: &&Record| record.signs.kinds >> bit & 1 == 1;
                2 * self.all().filter(telling).count() > self.members.len()
                    && self.records.kinds[*bit] >= NOT_OF_ALL
            })
            .map(|(bit, (name, _))| (self.records.kinds[bit], *name))
            .collect();
        kinds.sort_by(|one, other| other.0.total_cmp(&one.0));
        let names: Vec<&str> = kinds.into_iter().take(3).map(|(_, name)| name).collect();
        let most = match self.members.len() {
            2 => "Both",
            _ => "Most of them",
        };
        (!names.is_empty()).then(|| {
            format!(
                "{most} tell of the same kind of thing: {}.",
                names.join(", ")
            )
        })
    }

    /// Agencies that name another whose own record is among these.
    fn sources(&self) -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        for by in self.all() {
            for of in self.all() {
                let named = by.signs.sectors & of.sector;
                if named == 0 || by.agency == of.agency || !by.signs.passes_on {
                    continue;
                }
                let Some((_, name, _)) = SECTORS.get(named.trailing_zeros() as usize) else {
                    continue;
                };
                let sentence = format!(
                    "The record of {}{} names {name}, whose own record is among them.",
                    self.agency(by),
                    dated(by)
                );
                if by.own() >= of.own() && !said.contains(&sentence) {
                    said.push(sentence);
                }
            }
        }
        shortened(said, "such name stands", "such names stand")
    }

    fn one_agency(&self) -> Option<String> {
        let first = self.all().next()?;
        let alone = self.all().all(|record| record.agency == first.agency);
        alone.then(|| format!("All of them are records of {}.", self.agency(first)))
    }
}

fn shortened(mut sentences: Vec<String>, one: &str, many: &str) -> Vec<String> {
    let more = sentences.len().saturating_sub(MOST_OF_A_SORT);
    sentences.truncate(MOST_OF_A_SORT);
    match more {
        0 => {}
        1 => sentences.push(format!("1 more {one} in their text.")),
        _ => sentences.push(format!("{more} more {many} in their text.")),
    }
    sentences
}

fn day(number: i64) -> String {
    date_of(number).map_or_else(String::new, spoken_date)
}

fn dated(record: &Record) -> String {
    match record.own() {
        Some(own) if own.days() == 1 => format!(" of {}", day(own.first_day())),
        _ => String::new(),
    }
}

fn clock(minute: i64) -> String {
    let of_day = minute.rem_euclid(super::mentions::DAY);
    format!("{:02}:{:02}", of_day / 60, of_day % 60)
}

fn length(minutes: i64) -> String {
    match minutes {
        0 => "the same minute".to_owned(),
        1 => "a minute".to_owned(),
        2..=119 => format!("{minutes} minutes"),
        _ => format!("{} hours", (minutes + 30) / 60),
    }
}
