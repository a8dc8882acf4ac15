//! Every record made ready to be held against others.

use std::collections::HashSet;

use super::kinds::{self, KINDS, SECTORS, Signs};
use super::mentions::{self, Mention};
use super::terms::{ByTerm, Sort, Term, Terms, words_of_names};
use super::texts::Text;
use crate::chronology::PeopleIndex;
use crate::jobs::{self, Cancelled, Progress};
use crate::model::{AgencyId, PersonId, Review, Role};

/// What of an entry counts.
pub(super) struct Record {
    /// Index into `review.entries`.
    pub entry: usize,
    pub agency: AgencyId,
    /// Its own date first, where it has one.
    pub mentions: Vec<Mention>,
    /// Indices into [`Records::terms`], ascending: only what two records at least share and not all do.
    pub terms: Vec<u32>,
    /// Telling words altogether, shared or not.
    pub length: usize,
    pub signs: Signs,
    /// The bit of its own agency's sector.
    pub sector: u32,
    /// Those surely named in more than the author's comment.
    pub people: Vec<PersonId>,
    /// It is about children or relatives alone.
    pub of_family: bool,
    /// Records on a day, around its time.
    pub busy: f32,
    /// The same for the same wording, whatever its id: decides between equals.
    pub fingerprint: u64,
}

impl Record {
    pub(super) fn own(&self) -> Option<Mention> {
        self.mentions.first().copied().filter(|mention| mention.own)
    }
}

/// A term that several records share.
pub(super) struct Shared {
    pub term: Term,
    pub sort: Sort,
    /// The natural logarithm of how many times rarer it is than a word that all share.
    pub rarity: f32,
    /// The records that hold it, in order of time.
    pub records: Vec<u32>,
}

/// The records of a review in order of time, and what is common or rare among them.
pub(super) struct Records {
    pub all: Vec<Record>,
    pub terms: Vec<Shared>,
    /// How rare each kind of event is, as [`Shared::rarity`].
    pub kinds: [f32; KINDS.len()],
    /// How rarely records name each sector.
    pub sectors: [f32; SECTORS.len()],
    people: Vec<(PersonId, f32)>,
    pub names: HashSet<String>,
}

/// A word in more than this part of all records tells nothing about a pair of them.
const TOO_COMMON: usize = 8;
/// Fewer records than this are read sooner than another thread is started.
const WORTH_A_THREAD: usize = 2_000;

impl Records {
    pub(super) fn of(
        review: &Review,
        order: &[u32],
        people: &PeopleIndex,
        progress: &dyn Progress,
    ) -> Result<Self, Cancelled> {
        let names = words_of_names(&review.people);
        let order: Vec<usize> = order
            .iter()
            .map(|index| *index as usize)
            .filter(|index| {
                let entry = review.entries.get(*index);
                entry.is_some_and(|entry| entry.withdrawn.is_none())
            })
            .collect();
        let reader = Reader {
            review,
            people,
            names: &names,
            progress,
            total: order.len() as u64,
        };
        let read = in_parts(&order, |from, part| reader.read(from, part))?;
        let (mut all, terms): (Vec<Record>, Vec<Vec<Term>>) = read.into_iter().unzip();
        let shared = share(&mut all, &terms);
        let kinds = rarity_of_bits(&all, |record| record.signs.kinds);
        let sectors = rarity_of_bits(&all, |record| record.signs.sectors);
        count_neighbours(&mut all);
        let people = rarity_of_people(&all, review);
        Ok(Self {
            all,
            terms: shared,
            kinds,
            sectors,
            people,
            names,
        })
    }

    pub(super) fn rarity_of(&self, person: PersonId) -> f32 {
        let at = self.people.binary_search_by_key(&person, |(id, _)| *id);
        at.map_or(0.0, |at| self.people[at].1)
    }
}

/// The work on consecutive parts of `items` at the same time, put together again in their order.
pub(super) fn in_parts<I: Sync, O: Send>(
    items: &[I],
    work: impl Fn(usize, &[I]) -> Result<Vec<O>, Cancelled> + Sync,
) -> Result<Vec<O>, Cancelled> {
    let parts = jobs::in_parts(items, WORTH_A_THREAD, work);
    let parts: Vec<Vec<O>> = parts.into_iter().collect::<Result<_, _>>()?;
    Ok(parts.into_iter().flatten().collect())
}

struct Reader<'a> {
    review: &'a Review,
    people: &'a PeopleIndex,
    names: &'a HashSet<String>,
    progress: &'a dyn Progress,
    total: u64,
}

impl Reader<'_> {
    fn read(&self, from: usize, part: &[usize]) -> Result<Vec<(Record, Vec<Term>)>, Cancelled> {
        let mut text = Text::default();
        let mut terms = Terms::new(self.names);
        let mut records = Vec::with_capacity(part.len());
        for (done, index) in (from..).zip(part) {
            self.progress
                .report(done as u64, Some(self.total), "Reading the records")?;
            text.read(&self.review.entries[*index]);
            records.push(self.one(*index, &text, &mut terms));
        }
        Ok(records)
    }

    fn one(&self, index: usize, text: &Text, terms: &mut Terms<'_>) -> (Record, Vec<Term>) {
        let entry = &self.review.entries[index];
        let own = mentions::own(&entry.when);
        let mut spoken_of = Vec::from_iter(own);
        mentions::in_text(text, own, &mut spoken_of);
        mentions::time_from_text(&mut spoken_of);
        let mut reading = terms.read(text);
        reading.terms.sort_unstable();
        reading.terms.dedup();
        let sector = self
            .review
            .agency(entry.agency)
            .map_or(0, |agency| kinds::bit_of(&agency.sector));
        let people: Vec<PersonId> = self
            .people
            .in_entry(index)
            .iter()
            .filter(|named| !named.uncertain && !named.comment_only)
            .map(|named| named.person)
            .collect();
        let of_family = people.iter().all(|person| {
            let role = self.review.person(*person).map(|person| person.role);
            matches!(role, Some(Role::Child | Role::Family))
        });
        let record = Record {
            entry: index,
            agency: entry.agency,
            mentions: spoken_of,
            terms: Vec::new(),
            length: reading.terms.len(),
            signs: reading.signs,
            sector,
            people,
            of_family,
            busy: QUIET,
            fingerprint: text.fingerprint(),
        };
        (record, reading.terms)
    }
}

fn rarity(all: usize, holding: usize) -> f32 {
    (all as f32 / holding.max(1) as f32).ln()
}

/// Numbers the terms that can tell two records from others, and notes them on their records.
fn share(records: &mut [Record], terms: &[Vec<Term>]) -> Vec<Shared> {
    let mut counts: ByTerm<u32> = ByTerm::default();
    for term in terms.iter().flatten() {
        *counts.entry(*term).or_default() += 1;
    }
    let most = (records.len() / TOO_COMMON).max(3);
    let mut numbers: ByTerm<u32> = ByTerm::default();
    let mut shared: Vec<Shared> = Vec::new();
    let all = records.len();
    for (at, terms) in (0u32..).zip(terms) {
        for term in terms {
            let count = counts.get(term).map_or(0, |count| *count as usize);
            if !(2..=most).contains(&count) {
                continue;
            }
            let number = *numbers.entry(*term).or_insert_with(|| {
                shared.push(Shared {
                    term: *term,
                    sort: term.sort(),
                    rarity: rarity(all, count),
                    records: Vec::with_capacity(count),
                });
                shared.len() as u32 - 1
            });
            shared[number as usize].records.push(at);
            records[at as usize].terms.push(number);
        }
    }
    for record in records {
        record.terms.sort_unstable();
    }
    shared
}

fn rarity_of_bits<const N: usize>(records: &[Record], bits: fn(&Record) -> u32) -> [f32; N] {
    let mut counts = [0usize; N];
    for record in records {
        for (bit, count) in counts.iter_mut().enumerate() {
            *count += (bits(record) >> bit & 1) as usize;
        }
    }
    counts.map(|count| rarity(records.len(), count))
}

/// How busy a time is, is counted over so many days on either side.
const AROUND: i64 = 60;
/// Fewer records on a day than this are taken for this many.
const QUIET: f32 = 0.03;
/// A record of a month or a year does not make one of its days busy.
const OF_A_TIME: i64 = 7;

fn count_neighbours(records: &mut [Record]) {
    let mut days: Vec<i64> = records
        .iter()
        .filter_map(Record::own)
        .filter(|own| own.days() <= OF_A_TIME)
        .map(Mention::first_day)
        .collect();
    days.sort_unstable();
    for record in records {
        let Some(mention) = record.mentions.first() else {
            continue;
        };
        let day = (mention.first_day() + mention.last_day()) / 2;
        let from = days.partition_point(|known| *known < day - AROUND);
        let until = days.partition_point(|known| *known <= day + AROUND);
        record.busy = ((until - from) as f32 / (2 * AROUND + 1) as f32).max(QUIET);
    }
}

fn rarity_of_people(records: &[Record], review: &Review) -> Vec<(PersonId, f32)> {
    let mut counts: Vec<(PersonId, usize)> =
        review.people.iter().map(|person| (person.id, 0)).collect();
    counts.sort_unstable();
    for person in records.iter().flat_map(|record| &record.people) {
        if let Ok(at) = counts.binary_search_by_key(person, |(id, _)| *id) {
            counts[at].1 += 1;
        }
    }
    let rare = |(id, count)| (id, rarity(records.len(), count));
    counts.into_iter().map(rare).collect()
}
