//! A corrected return beside the earlier one: which of its rows are entries that are there already, which say
//! something else, which are new, and which entries it no longer holds.
//!
//! Rows are matched from the surest sign to the weakest, and each entry and each row at most once: the same words
//! at the same place, the same words elsewhere, the same account with another date, an account of which nothing else
//! is like it, and last a similar account on the same date or between the same neighbours. Nothing is compared all
//! with all: equal words are found by their hash, similar ones by words and dates that few rows share.

mod difference;
mod likeness;

use std::collections::HashMap;
use std::collections::VecDeque;
use std::hash::Hash;

use crate::model::{Entry, EntryDraft, EntryId, When};

pub use difference::Difference;

/// What a corrected return changes. Every entry is in exactly one of `same`, `changed` and `gone`, and every draft in
/// exactly one of `same`, `changed` and `new`. Drafts are given by their index.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Amendment {
    /// In the order of the entries, as are `changed` and `gone`.
    pub same: Vec<(EntryId, usize)>,
    pub changed: Vec<Changed>,
    /// Ascending.
    pub new: Vec<usize>,
    pub gone: Vec<EntryId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    pub entry: EntryId,
    pub draft: usize,
    /// At least one.
    pub what: Vec<Difference>,
}

/// Compares the entries of an earlier import with what its corrected return was understood as. An entry counts as the
/// same where the agency's words are: what the chair settled on it beside them (a date, a basis) is no difference.
pub fn compare(old: &[&Entry], new: &[EntryDraft]) -> Amendment {
    let mut pairs = Pairs::new(old, new);
    pairs.by(
        |entry| (words_of(entry), place_of(entry), span(&entry.when)),
        |draft| (words_of(draft), place_of(draft), span(&draft.when)),
    );
    pairs.by(
        |entry| (words_of(entry), span(&entry.when)),
        |draft| (words_of(draft), span(&draft.when)),
    );
    pairs.by(
        |entry| (words_of(entry), place_of(entry)),
        |draft| (words_of(draft), place_of(draft)),
    );
    pairs.by(|entry| words_of(entry), |draft| words_of(draft));
    // Another column was corrected, or the date: the account itself still stands.
    pairs.by(
        |entry| {
            (
                account(entry),
                span(&entry.when),
                entry.when.wording.as_str(),
            )
        },
        |draft| {
            (
                account(draft),
                span(&draft.when),
                draft.when.wording.as_str(),
            )
        },
    );
    pairs.by(
        |entry| (account(entry), place_of(entry)),
        |draft| (account(draft), place_of(draft)),
    );
    pairs.by_what_stands_once(|entry| account(entry), |draft| account(draft));
    likeness::pair(&mut pairs);
    pairs.amendment()
}

/// What an entry and a draft have in common.
trait Told {
    fn when(&self) -> &When;
    fn texts(&self) -> [&str; 6];
    fn other(&self) -> &[(String, String)];
    fn place(&self) -> (&str, u32);
}

impl Told for Entry {
    fn when(&self) -> &When {
        &self.when
    }

    fn texts(&self) -> [&str; 6] {
        [
            &self.text,
            &self.response,
            &self.seen,
            &self.recorder,
            &self.document,
            &self.comment,
        ]
    }

    fn other(&self) -> &[(String, String)] {
        &self.other
    }

    fn place(&self) -> (&str, u32) {
        (&self.source.place, self.source.row)
    }
}

impl Told for EntryDraft {
    fn when(&self) -> &When {
        &self.when
    }

    fn texts(&self) -> [&str; 6] {
        [
            &self.text,
            &self.response,
            &self.seen,
            &self.recorder,
            &self.document,
            &self.comment,
        ]
    }

    fn other(&self) -> &[(String, String)] {
        &self.other
    }

    fn place(&self) -> (&str, u32) {
        (&self.place, self.row)
    }
}

type Words<'a> = (&'a str, [&'a str; 6], &'a [(String, String)]);

/// Every word of the agency.
fn words_of(told: &impl Told) -> Words<'_> {
    (&told.when().wording, told.texts(), told.other())
}

/// What happened and what was done.
fn account(told: &impl Told) -> (&str, &str) {
    let [text, response, ..] = told.texts();
    (text, response)
}

fn place_of(told: &impl Told) -> (&str, u32) {
    told.place()
}

type Ends = [Option<crate::model::Moment>; 2];

fn span(when: &When) -> Ends {
    [when.earliest, when.latest]
}

/// Entries and drafts, and which of them were found to be one.
struct Pairs<'a> {
    old: &'a [&'a Entry],
    new: &'a [EntryDraft],
    /// By entry and by draft: the other's index.
    draft_of: Vec<Option<usize>>,
    entry_of: Vec<Option<usize>>,
}

impl<'a> Pairs<'a> {
    fn new(old: &'a [&'a Entry], new: &'a [EntryDraft]) -> Self {
        Self {
            old,
            new,
            draft_of: vec![None; old.len()],
            entry_of: vec![None; new.len()],
        }
    }

    fn join(&mut self, entry: usize, draft: usize) {
        self.draft_of[entry] = Some(draft);
        self.entry_of[draft] = Some(entry);
    }

    fn is_free(&self, entry: usize, draft: usize) -> bool {
        self.draft_of[entry].is_none() && self.entry_of[draft].is_none()
    }

    fn free_entries(&self) -> impl Iterator<Item = (usize, &'a Entry)> {
        let old = self.old.iter().enumerate();
        old.filter(|(index, _)| self.draft_of[*index].is_none())
            .map(|(index, entry)| (index, *entry))
    }

    fn free_drafts(&self) -> impl Iterator<Item = (usize, &'a EntryDraft)> {
        let new = self.new.iter().enumerate();
        new.filter(|(index, _)| self.entry_of[*index].is_none())
    }

    /// Joins what has equal keys, in the order in which they stand.
    fn by<K: Hash + Eq>(
        &mut self,
        key_of_entry: impl Fn(&'a Entry) -> K,
        key_of_draft: impl Fn(&'a EntryDraft) -> K,
    ) {
        let mut entries: HashMap<K, VecDeque<usize>> = HashMap::new();
        for (index, entry) in self.free_entries() {
            entries
                .entry(key_of_entry(entry))
                .or_default()
                .push_back(index);
        }
        let drafts: Vec<(usize, K)> = self
            .free_drafts()
            .map(|(index, draft)| (index, key_of_draft(draft)))
            .collect();
        for (draft, key) in drafts {
            if let Some(entry) = entries.get_mut(&key).and_then(VecDeque::pop_front) {
                self.join(entry, draft);
            }
        }
    }

    /// Joins an entry and a draft with the same account where it stands once on either side and is more than a few
    /// words: “Missed appointment” of another day may be another appointment.
    fn by_what_stands_once<K: Hash + Eq>(
        &mut self,
        key_of_entry: impl Fn(&'a Entry) -> K,
        key_of_draft: impl Fn(&'a EntryDraft) -> K,
    ) {
        const FEW_CHARACTERS: usize = 24;
        let mut found: HashMap<K, (Vec<usize>, Vec<usize>)> = HashMap::new();
        for (index, entry) in self.free_entries() {
            if entry.text.len() >= FEW_CHARACTERS {
                found.entry(key_of_entry(entry)).or_default().0.push(index);
            }
        }
        for (index, draft) in self.free_drafts() {
            if let Some((_, drafts)) = found.get_mut(&key_of_draft(draft)) {
                drafts.push(index);
            }
        }
        for (entries, drafts) in found.values() {
            if let ([entry], [draft]) = (&entries[..], &drafts[..]) {
                self.join(*entry, *draft);
            }
        }
    }

    fn amendment(self) -> Amendment {
        let mut amendment = Amendment::default();
        for (entry, draft) in self.old.iter().zip(&self.draft_of) {
            let Some(draft) = *draft else {
                amendment.gone.push(entry.id);
                continue;
            };
            let what = difference::between(entry, &self.new[draft]);
            if what.is_empty() {
                amendment.same.push((entry.id, draft));
            } else {
                amendment.changed.push(Changed {
                    entry: entry.id,
                    draft,
                    what,
                });
            }
        }
        let free = self.entry_of.iter().enumerate();
        amendment.new = free
            .filter(|(_, entry)| entry.is_none())
            .map(|(draft, _)| draft)
            .collect();
        amendment
    }
}
