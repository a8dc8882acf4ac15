//! Which paragraph of one version is which of another.

use std::collections::{HashMap, HashSet};

use super::difference::shown;
use super::likeness::WordCounts;
use super::numbering::{Numbered, NumberedSection};

/// The place of a section among all, and of a paragraph in it.
pub(super) type Place = (usize, usize);

/// The share of words that two wordings of one paragraph have in common at least.
const ALIKE: f64 = 0.5;
/// Beyond so many pairs only paragraphs of one section are compared by their words.
const MANY: usize = 250_000;

/// Pairs of places in the earlier and the later version; no place twice.
pub(super) fn matched(
    before: &[NumberedSection],
    after: &[NumberedSection],
) -> Vec<(Place, Place)> {
    let (mut old, mut new) = (all(before), all(after));
    let mut pairs = Vec::new();
    pair_by(&mut old, &mut new, &mut pairs, |one| one.id.map(|id| id.0));
    pair_by(&mut old, &mut new, &mut pairs, |one| {
        Some((one.key, one.words.clone()))
    });
    pair_by(&mut old, &mut new, &mut pairs, |one| {
        Some(one.words.clone())
    });
    pair_alike(old, new, &mut pairs);
    pairs
}

struct One<'a> {
    place: Place,
    id: Option<crate::model::ParagraphId>,
    /// Of its section.
    key: &'a str,
    words: String,
}

fn all(sections: &[NumberedSection]) -> Vec<One<'_>> {
    let mut all = Vec::new();
    for (at, section) in sections.iter().enumerate() {
        let each = section.paragraphs.iter().enumerate();
        all.extend(each.map(|(index, paragraph): (usize, &Numbered)| One {
            place: (at, index),
            id: paragraph.id,
            key: &section.key,
            words: shown(paragraph),
        }));
    }
    all
}

/// Pairs what has the same key, first with first, and takes it out of both.
fn pair_by<'a, K: Eq + std::hash::Hash>(
    old: &mut Vec<One<'a>>,
    new: &mut Vec<One<'a>>,
    pairs: &mut Vec<(Place, Place)>,
    key: impl Fn(&One<'a>) -> Option<K>,
) {
    let mut waiting: HashMap<K, Vec<Place>> = HashMap::new();
    for one in old.iter().rev() {
        if let Some(key) = key(one) {
            waiting.entry(key).or_default().push(one.place);
        }
    }
    let mut taken = HashSet::new();
    new.retain(|one| {
        let found = key(one).and_then(|key| waiting.get_mut(&key)?.pop());
        if let Some(place) = found {
            taken.insert(place);
            pairs.push((place, one.place));
        }
        found.is_none()
    });
    old.retain(|one| !taken.contains(&one.place));
}

/// Pairs the most alike first.
fn pair_alike(old: Vec<One<'_>>, new: Vec<One<'_>>, pairs: &mut Vec<(Place, Place)>) {
    let everywhere = old.len().saturating_mul(new.len()) <= MANY;
    let counts = |all: &[One<'_>]| {
        all.iter()
            .map(|one| WordCounts::of(&one.words))
            .collect::<Vec<_>>()
    };
    let (old_words, new_words) = (counts(&old), counts(&new));
    let mut likely = Vec::new();
    for (i, one) in old.iter().enumerate() {
        for (j, other) in new.iter().enumerate() {
            if !everywhere && one.key != other.key {
                continue;
            }
            let alike = old_words[i].likeness(&new_words[j]);
            if alike >= ALIKE {
                likely.push((alike, one.key == other.key, i, j));
            }
        }
    }
    likely.sort_by(|a, b| {
        b.0.total_cmp(&a.0)
            .then(b.1.cmp(&a.1))
            .then((a.2, a.3).cmp(&(b.2, b.3)))
    });
    let (mut used_old, mut used_new) = (HashSet::new(), HashSet::new());
    for (_, _, i, j) in likely {
        if !used_old.contains(&i) && !used_new.contains(&j) {
            used_old.insert(i);
            used_new.insert(j);
            pairs.push((old[i].place, new[j].place));
        }
    }
}

/// Which of the places stand in the order of the longest run that rises; `None` stands in no order.
pub(super) fn in_order(places: &[Option<usize>]) -> Vec<bool> {
    // For each length of run: the index at which the run of that length with the smallest end ends.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; places.len()];
    for (index, place) in places.iter().enumerate() {
        let Some(place) = place else { continue };
        let length = ends.partition_point(|&end| places[end] < Some(*place));
        before[index] = length.checked_sub(1).map(|last| ends[last]);
        match ends.get_mut(length) {
            Some(end) => *end = index,
            None => ends.push(index),
        }
    }
    let mut standing = vec![false; places.len()];
    let mut at = ends.last().copied();
    while let Some(index) = at {
        standing[index] = true;
        at = before[index];
    }
    standing
}
