//! Which paragraph is which after the text was changed: comments and cross-references hang on it.

use std::collections::HashMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::likeness::WordCounts;
use super::numbering::blocks;
use crate::model::ParagraphId;

/// Less in common than this, and a paragraph that stands elsewhere is another one.
const LEAST_LIKENESS: f64 = 0.5;

/// For each paragraph and heading of `text` the one of `before` that it was, each at most once; `None` is a new one. `known` are the numbers of
/// the paragraphs of `before` in their order.
///
/// A paragraph that was left alone keeps its number wherever it went; so does the only one that was written anew between two such, and
/// what still has half of its words.
pub fn keep_ids(before: &str, known: &[ParagraphId], text: &str) -> Vec<Option<ParagraphId>> {
    let old = blocks(before);
    let old = &old[..old.len().min(known.len())];
    let new = blocks(text);
    let mut pairs = Pairs {
        of_new: vec![None; new.len()],
        taken: vec![false; old.len()],
    };
    let gaps = pairs.pair_what_stayed(old, &new);
    pairs.pair_what_moved(old, &new);
    pairs.pair_what_was_rewritten(gaps);
    pairs.pair_what_is_alike(old, &new);
    pairs
        .of_new
        .into_iter()
        .map(|place| place.map(|place: usize| known[place]))
        .collect()
}

/// So alike is a paragraph that comes back elsewhere to what it was.
const LIKENESS_ELSEWHERE: f64 = 0.7;
/// Shorter ones may stand anywhere.
const FEWEST_WORDS_ELSEWHERE: usize = 4;

/// Gives paragraphs of `text` that are new in their section (`None` in `kept`) the number of one among `gone`, where the words are the same or
/// very like: the most alike first, of those the one that stands first in `gone`. Each number is given once.
pub fn put_back_ids(text: &str, kept: &mut [Option<ParagraphId>], gone: &[(ParagraphId, String)]) {
    let gone: Vec<(ParagraphId, WordCounts)> = gone
        .iter()
        .map(|(id, words)| (*id, WordCounts::of(words)))
        .filter(|(_, words)| words.total() >= FEWEST_WORDS_ELSEWHERE)
        .collect();
    let mut alike: Vec<(f64, usize, usize)> = Vec::new();
    for (at, block) in blocks(text).iter().enumerate() {
        if kept.get(at) != Some(&None) {
            continue;
        }
        let words = WordCounts::of(block);
        for (place, (_, before)) in gone.iter().enumerate() {
            let likeness = before.likeness(&words);
            if likeness >= LIKENESS_ELSEWHERE {
                alike.push((likeness, place, at));
            }
        }
    }
    alike.sort_by(|one, other| {
        let by_likeness = other.0.total_cmp(&one.0);
        by_likeness.then((one.1, one.2).cmp(&(other.1, other.2)))
    });
    for (_, place, at) in alike {
        let id = Some(gone[place].0);
        if kept[at].is_none() && !kept.contains(&id) {
            kept[at] = id;
        }
    }
}

/// The place among the old paragraphs of each new one.
struct Pairs {
    of_new: Vec<Option<usize>>,
    taken: Vec<bool>,
}

/// Old and new paragraphs that stand in each other's place.
type Gap = (Range<usize>, Range<usize>);

impl Pairs {
    fn join(&mut self, old: usize, new: usize) {
        self.taken[old] = true;
        self.of_new[new] = Some(old);
    }

    fn pair_what_stayed(&mut self, old: &[String], new: &[String]) -> Vec<Gap> {
        let mut gaps = Vec::new();
        for change in capture_diff_slices(Algorithm::Myers, old, new) {
            match change {
                DiffOp::Equal {
                    old_index,
                    new_index,
                    len,
                } => (0..len).for_each(|at| self.join(old_index + at, new_index + at)),
                other => gaps.push((other.old_range(), other.new_range())),
            }
        }
        gaps
    }

    fn pair_what_moved(&mut self, old: &[String], new: &[String]) {
        let mut free: HashMap<&str, Vec<usize>> = HashMap::new();
        for place in (0..old.len()).rev().filter(|&place| !self.taken[place]) {
            free.entry(&old[place]).or_default().push(place);
        }
        for (at, block) in new.iter().enumerate() {
            if self.of_new[at].is_some() {
                continue;
            }
            if let Some(place) = free.get_mut(block.as_str()).and_then(Vec::pop) {
                self.join(place, at);
            }
        }
    }

    fn pair_what_was_rewritten(&mut self, gaps: Vec<Gap>) {
        for (old, new) in gaps {
            let left: Vec<usize> = old.filter(|&place| !self.taken[place]).collect();
            let open: Vec<usize> = new.filter(|&at| self.of_new[at].is_none()).collect();
            if let ([place], [at]) = (left.as_slice(), open.as_slice()) {
                self.join(*place, *at);
            }
        }
    }

    /// The most alike first; of those the ones that stand nearest.
    fn pair_what_is_alike(&mut self, old: &[String], new: &[String]) {
        let left: Vec<(usize, WordCounts)> = (0..old.len())
            .filter(|&place| !self.taken[place])
            .map(|place| (place, WordCounts::of(&old[place])))
            .collect();
        let open: Vec<(usize, WordCounts)> = (0..new.len())
            .filter(|&at| self.of_new[at].is_none())
            .map(|at| (at, WordCounts::of(&new[at])))
            .collect();
        let mut alike: Vec<(f64, usize, usize, usize)> = Vec::new();
        for (place, before) in &left {
            for (at, now) in &open {
                let likeness = before.likeness(now);
                if likeness >= LEAST_LIKENESS {
                    alike.push((likeness, place.abs_diff(*at), *place, *at));
                }
            }
        }
        alike.sort_by(|one, other| {
            let by_likeness = other.0.total_cmp(&one.0);
            by_likeness.then((one.1, one.2, one.3).cmp(&(other.1, other.2, other.3)))
        });
        for (_, _, place, at) in alike {
            if !self.taken[place] && self.of_new[at].is_none() {
                self.join(place, at);
            }
        }
    }
}
