//! How likely two records are to be of one event.
//!
//! Everything is counted in logarithms of odds. Time comes first, as a question of chance: how many records would stand
//! as near as this one if none had to do with it? In a review with one entry a week the same day says much; where fifty
//! stand on each day it says little, and the people, places and words must say more.

use super::kinds::{KINDS, SECTORS};
use super::nearness::{Nearness, Way, nearness};
use super::records::{Record, Records};
use super::terms::Sort;

/// What speaks for and against two records being of one event.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Weight {
    pub near: Nearness,
    pub time: f32,
    pub people: f32,
    pub words: f32,
    pub places: f32,
    pub references: f32,
    pub kinds: f32,
    /// One record names the agency of the other as its source, or as who was called.
    pub source: f32,
    pub agency: f32,
}

impl Weight {
    pub(super) fn odds(&self) -> f32 {
        self.time
            + self.people
            + self.words
            + self.places
            + self.references
            + self.kinds
            + self.source
            + self.agency
    }

    /// From 0 to 1.
    pub(super) fn likelihood(&self) -> f32 {
        1.0 / (1.0 + (-self.odds()).exp())
    }
}

/// Who is named in fewer than two records of three tells something.
const KNOWN_TO_ALL: f32 = 0.4;
const OTHER_PEOPLE: f32 = -1.3;
const NO_COMMON_WORD: f32 = -0.8;
const FEW_WORDS: usize = 4;
const OTHER_KIND: f32 = -0.5;
const NO_KIND: f32 = -0.2;
/// A child’s or a relative’s record may well be about what happened to the others.
const OTHER_PEOPLE_OF_THE_FAMILY: f32 = -0.4;
/// Two records do not give one incident number by chance.
const NUMBER: f32 = 3.0;
const ONE_AGENCY: f32 = -1.6;
const ONE_AGENCY_LATER: f32 = -2.4;
/// An agency’s own turns of phrase tell less.
const OWN_WORDS: f32 = 0.5;
const ONE_AGENCY_AT_ONCE: f32 = -0.3;
const TOLD_EACH_FOR_ITSELF: f32 = -0.7;
/// Days after which a record no longer passes on a report without naming its date.
const REPORTED_WITHIN: i64 = 14;

impl Records {
    /// `one` and `other` are indices into [`Records::all`].
    pub(super) fn weigh(&self, one: usize, other: usize) -> Weight {
        let (a, b) = (&self.all[one.min(other)], &self.all[one.max(other)]);
        let near = nearness(a, b);
        let (words, places, references) = self.shared_terms(a, b);
        Weight {
            near,
            time: near.odds(a.busy.max(b.busy), self.all.len()),
            people: self.shared_people(a, b),
            words,
            places,
            references,
            kinds: self.shared_kinds(a, b),
            source: self.source(a, b, near),
            agency: agency(a, b, near),
        }
    }

    fn shared_terms(&self, a: &Record, b: &Record) -> (f32, f32, f32) {
        let mut rarest = [0.0f32; 6];
        let (mut place, mut reference) = (0.0f32, 0.0f32);
        for number in common(&a.terms, &b.terms) {
            let term = &self.terms[number as usize];
            match term.sort {
                Sort::Word => keep_largest(&mut rarest, term.rarity),
                Sort::Place => place = place.max(0.45 * (term.rarity - 1.0).max(0.0)),
                Sort::Reference => reference = reference.max(NUMBER + term.rarity),
            }
        }
        let long = a.length.min(b.length).max(20) as f32;
        let words: f32 = (0u8..)
            .zip(rarest)
            .map(|(rank, rarity)| 0.55 * (rarity - 1.8).max(0.0) / (1.0 + 0.35 * f32::from(rank)))
            .sum();
        let shorter = a.length.min(b.length).min(FEW_WORDS) as f32;
        let words = match rarest[0] > 0.0 {
            true => (words * (20.0 / long).sqrt()).min(5.0),
            // A few words that differ say less than many.
            false => NO_COMMON_WORD * shorter / FEW_WORDS as f32,
        };
        let words = match a.agency == b.agency {
            true => words.min(words * OWN_WORDS),
            false => words,
        };
        (words, place.min(2.0), reference.min(12.0))
    }

    fn shared_people(&self, a: &Record, b: &Record) -> f32 {
        if a.people.is_empty() || b.people.is_empty() {
            return 0.0;
        }
        let mut shared = a
            .people
            .iter()
            .filter(|person| b.people.contains(person))
            .peekable();
        if shared.peek().is_none() {
            return match a.of_family || b.of_family {
                true => OTHER_PEOPLE_OF_THE_FAMILY,
                false => OTHER_PEOPLE,
            };
        }
        shared
            .map(|person| 0.5 * (self.rarity_of(*person) - KNOWN_TO_ALL).max(0.0))
            .sum::<f32>()
            .min(2.2)
    }

    fn shared_kinds(&self, a: &Record, b: &Record) -> f32 {
        let (one, other) = (a.signs.kinds, b.signs.kinds);
        if one == 0 && other == 0 {
            return 0.0;
        }
        if one == 0 || other == 0 {
            return NO_KIND;
        }
        if one & other == 0 {
            return OTHER_KIND;
        }
        (0..KINDS.len())
            .filter(|bit| (one & other) >> bit & 1 == 1)
            .map(|bit| 0.35 * (self.kinds[bit] - 0.7).max(0.0))
            .sum::<f32>()
            .min(1.4)
    }

    fn source(&self, a: &Record, b: &Record, near: Nearness) -> f32 {
        if a.agency == b.agency || near.days_apart > REPORTED_WITHIN {
            return 0.0;
        }
        let named = |by: &Record, of: &Record| {
            if by.signs.sectors & of.sector == 0 {
                return 0.0;
            }
            let bit = of.sector.trailing_zeros() as usize;
            self.sectors[bit.min(SECTORS.len() - 1)].min(3.0)
        };
        let passed_on = |named: f32, by: &Record| match named > 0.0 && by.signs.passes_on {
            true => 0.7 * named + 0.5,
            false => 0.6 * named,
        };
        let mut back = passed_on(named(b, a), b);
        let mut forward = 0.4 * named(a, b);
        if a.own() == b.own() {
            // Neither is the later one.
            back = back.max(passed_on(named(a, b), a));
            forward = forward.max(0.4 * named(b, a));
        }
        let apart = back == 0.0 && forward == 0.0 && a.signs.passes_on && b.signs.passes_on;
        let third = a.signs.sectors & b.signs.sectors != 0;
        if apart && third {
            return TOLD_EACH_FOR_ITSELF;
        }
        back.max(forward)
    }
}

fn agency(a: &Record, b: &Record, near: Nearness) -> f32 {
    match (a.agency == b.agency, near.minutes_apart) {
        (false, _) => 0.0,
        (true, Some(minutes)) if minutes <= 30 => ONE_AGENCY_AT_ONCE,
        (true, _) if near.way == Way::Dates && near.days_apart > 0 => ONE_AGENCY_LATER,
        (true, _) => ONE_AGENCY,
    }
}

fn keep_largest(rarest: &mut [f32; 6], mut rarity: f32) {
    for place in rarest {
        if rarity > *place {
            std::mem::swap(place, &mut rarity);
        }
    }
}

/// Numbers in both of two ascending lists.
pub(super) fn common<'a>(one: &'a [u32], other: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    let mut at = 0;
    one.iter().copied().filter(move |number| {
        while other.get(at).is_some_and(|known| known < number) {
            at += 1;
        }
        other.get(at) == Some(number)
    })
}
