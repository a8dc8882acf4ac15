//! Rows whose account was edited: similar words, and the same date or the same neighbours.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use super::{Pairs, Told, span};

/// What is in more entries than this tells none from the others.
const COMMON: usize = 40;
/// Of what a draft is known by, the rarest that are looked up.
const SIGNS: usize = 24;
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
        let mut phrases: Vec<u64> = words
            .windows(2)
            .map(|two| two[0].rotate_left(17) ^ two[1])
            .collect();
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
        .map(|word| {
            // FNV-1a over the letters: a hasher of the library takes longer than the rest of the comparison.
            let letters = word.chars().flat_map(char::to_lowercase);
            letters.fold(0xCBF2_9CE4_8422_2325, |hash: u64, letter| {
                (hash ^ u64::from(letter)).wrapping_mul(0x0100_0000_01B3)
            })
        })
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
    /// Each sign with the entries that have it, sorted; without those that are in many.
    signs: Vec<(u64, usize)>,
    between: HashMap<(usize, usize), Vec<usize>>,
}

impl Index {
    fn new(sketches: &[Sketch]) -> Self {
        let mut all: Vec<(u64, usize)> = Vec::new();
        let mut between: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
        for (at, sketch) in sketches.iter().enumerate() {
            all.extend(sketch.signs().map(|sign| (sign, at)));
            if let Some(neighbours) = sketch.neighbours {
                between.entry(neighbours).or_default().push(at);
            }
        }
        all.sort_unstable();
        all.dedup();
        let mut signs = Vec::with_capacity(all.len());
        for holders in all.chunk_by(|one, other| one.0 == other.0) {
            if holders.len() <= COMMON {
                signs.extend_from_slice(holders);
            }
        }
        Self { signs, between }
    }

    fn holders(&self, sign: u64) -> &[(u64, usize)] {
        let start = self.signs.partition_point(|(known, _)| *known < sign);
        let rest = &self.signs[start..];
        let count = rest.iter().take_while(|(known, _)| *known == sign).count();
        &rest[..count]
    }

    /// The entries that share most of what few share.
    fn candidates(&self, draft: &Sketch) -> Vec<usize> {
        let mut holders: Vec<&[(u64, usize)]> = draft
            .signs()
            .map(|sign| self.holders(sign))
            .filter(|holders| !holders.is_empty())
            .collect();
        holders.sort_by_key(|holders| holders.len());
        let rarest = holders.iter().take(SIGNS).copied().flatten();
        let mut found: Vec<usize> = rarest.map(|(_, at)| *at).collect();
        found.sort_unstable();
        let mut shared: Vec<(std::cmp::Reverse<usize>, usize)> = found
            .chunk_by(|one, other| one == other)
            .map(|same| (std::cmp::Reverse(same.len()), same[0]))
            .collect();
        shared.sort_unstable();
        shared.truncate(LOOKED_AT);
        let mut found: Vec<usize> = shared.into_iter().map(|(_, at)| at).collect();
        let between = draft
            .neighbours
            .and_then(|between| self.between.get(&between));
        for at in between.into_iter().flatten().take(LOOKED_AT) {
            if !found.contains(at) {
                found.push(*at);
            }
        }
        found
    }
}

impl Sketch {
    fn signs(&self) -> impl Iterator<Item = u64> + '_ {
        let both = self.words.iter().chain(&self.phrases).copied();
        both.chain(self.date)
    }
}
