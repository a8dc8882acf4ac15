//! Rows whose account was edited: similar words, and the same date or the same neighbours.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use super::{Pairs, Told, span};

/// What is in more entries than this tells none from the others.
const COMMON: usize = 40;
/// Entries looked at for each draft.
const LOOKED_AT: usize = 8;
/// Words alike, of a thousand, below which nothing else can make two accounts one.
const LEAST_ALIKE: u32 = 250;
/// Words, date and neighbours together.
const ENOUGH: u32 = 600;

/// Joins what is left and alike, the most alike first; equal ones in the order of the entries.
pub(super) fn pair(pairs: &mut Pairs<'_>) {
    let entries: Vec<Sketch> = sketches(pairs.free_entries(), pairs, true);
    let drafts: Vec<Sketch> = sketches(pairs.free_drafts(), pairs, false);
    let index = Index::new(&entries);
    let mut likely = Vec::new();
    for draft in &drafts {
        for at in index.candidates(draft) {
            let entry = &entries[at];
            let alike = alike(&entry.words, &draft.words);
            let score = alike
                + 250 * u32::from(entry.date.is_some() && entry.date == draft.date)
                + 250
                    * u32::from(entry.neighbours.is_some() && entry.neighbours == draft.neighbours);
            if alike >= LEAST_ALIKE && score >= ENOUGH {
                likely.push((std::cmp::Reverse(score), entry.at, draft.at));
            }
        }
    }
    likely.sort_unstable();
    for (_, entry, draft) in likely {
        if pairs.is_free(entry, draft) {
            pairs.join(entry, draft);
        }
    }
}

/// What a row is known by.
struct Sketch {
    at: usize,
    /// Hashes of the words of the account, sorted.
    words: Vec<u64>,
    /// Hashes of two words in a row.
    phrases: Vec<u64>,
    /// Of a date that was understood.
    date: Option<u64>,
    /// The drafts joined with the entries before and after; none where one of them has none.
    neighbours: Option<(usize, usize)>,
}

fn sketches<'a, T: Told + 'a>(
    told: impl Iterator<Item = (usize, &'a T)>,
    pairs: &Pairs<'_>,
    are_entries: bool,
) -> Vec<Sketch> {
    told.map(|(at, told)| {
        let [text, response, ..] = told.texts();
        let mut words: Vec<u64> = [text, response].into_iter().flat_map(words).collect();
        let mut phrases: Vec<u64> = words.windows(2).map(hash).collect();
        words.sort_unstable();
        phrases.sort_unstable();
        phrases.dedup();
        Sketch {
            at,
            words,
            phrases,
            date: told
                .when()
                .is_understood()
                .then(|| hash(&span(told.when()))),
            neighbours: neighbours(pairs, at, are_entries),
        }
    })
    .collect()
}

fn neighbours(pairs: &Pairs<'_>, at: usize, are_entries: bool) -> Option<(usize, usize)> {
    let joined = |index: usize| {
        if are_entries {
            pairs.draft_of.get(index).copied().flatten()
        } else {
            pairs.entry_of.get(index)?.map(|_| index)
        }
    };
    Some((joined(at.checked_sub(1)?)?, joined(at + 1)?))
}

fn words(text: &str) -> impl Iterator<Item = u64> + '_ {
    text.split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| hash(&word.to_lowercase()))
}

/// The same on every machine and every day: `DefaultHasher::new` has fixed keys.
fn hash(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Words that both have, of a thousand of the words of both (Dice).
fn alike(left: &[u64], right: &[u64]) -> u32 {
    let (mut i, mut j, mut both) = (0, 0, 0usize);
    while let (Some(one), Some(other)) = (left.get(i), right.get(j)) {
        match one.cmp(other) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                both += 1;
                i += 1;
                j += 1;
            }
        }
    }
    let all = (left.len() + right.len()).max(1);
    u32::try_from(both * 2_000 / all).unwrap_or(u32::MAX)
}

/// Entries by what they are known by.
struct Index {
    entries: HashMap<u64, Vec<usize>>,
    between: HashMap<(usize, usize), Vec<usize>>,
}

impl Index {
    fn new(sketches: &[Sketch]) -> Self {
        let mut entries: HashMap<u64, Vec<usize>> = HashMap::new();
        let mut between: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
        for (at, sketch) in sketches.iter().enumerate() {
            for sign in sketch.signs() {
                let holders = entries.entry(sign).or_default();
                if holders.len() <= COMMON && holders.last() != Some(&at) {
                    holders.push(at);
                }
            }
            if let Some(neighbours) = sketch.neighbours {
                between.entry(neighbours).or_default().push(at);
            }
        }
        entries.retain(|_, holders| holders.len() <= COMMON);
        Self { entries, between }
    }

    /// The entries that share most of what few share.
    fn candidates(&self, draft: &Sketch) -> Vec<usize> {
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for sign in draft.signs() {
            for at in self.entries.get(&sign).into_iter().flatten() {
                *shared.entry(*at).or_default() += 1;
            }
        }
        for at in draft
            .neighbours
            .and_then(|neighbours| self.between.get(&neighbours))
            .into_iter()
            .flatten()
        {
            *shared.entry(*at).or_default() += COMMON;
        }
        let mut shared: Vec<(usize, usize)> = shared.into_iter().collect();
        shared.sort_unstable_by_key(|(at, count)| (std::cmp::Reverse(*count), *at));
        shared.truncate(LOOKED_AT);
        shared.into_iter().map(|(at, _)| at).collect()
    }
}

impl Sketch {
    fn signs(&self) -> impl Iterator<Item = u64> + '_ {
        let both = self.words.iter().chain(&self.phrases).copied();
        both.chain(self.date)
    }
}
