//! A corrected return beside the one it corrects: what is the same, changed, new and gone, before anything is stored.

use std::collections::HashMap;
use std::sync::Arc;

use super::reading::waiting_with;
use super::{Ready, WaitingState};
use crate::app::differences::{Piece, word_by_word};
use crate::app::open::SharedStore;
use crate::app::{Effect, Open, Problem, State, Task, TaskKind};
use crate::jobs::{Cancelled, Progress};
use crate::model::{Entry, EntryDraft, EntryId, HangsOn, ImportId, Review};
use crate::returns::{self, Amendment};

/// The import that a waiting file corrects.
#[derive(Debug, Clone)]
pub struct Amending {
    pub import: ImportId,
    /// What the correction changes; `None` until it was compared with what is there now.
    pub compared: Option<Arc<Comparison>>,
    pub is_under_way: bool,
}

/// What a corrected return changes.
#[derive(Debug, Clone)]
pub struct Comparison {
    pub(super) amendment: Arc<Amendment>,
    pub same: usize,
    pub changed: Vec<RowChanged>,
    /// Indices into the entries understood.
    pub new: Vec<usize>,
    pub gone: Vec<Gone>,
    /// The entries as they were when they were compared.
    before: Vec<Arc<Entry>>,
}

/// An entry of which the corrected return says something else.
#[derive(Debug, Clone)]
pub struct RowChanged {
    pub entry: Arc<Entry>,
    /// Where it stands now.
    pub place: String,
    pub parts: Vec<PartChanged>,
    pub rests: String,
}

/// One part of an entry, with the words marked that differ.
#[derive(Debug, Clone)]
pub struct PartChanged {
    pub part: &'static str,
    pub before: Vec<Piece>,
    pub after: Vec<Piece>,
}

/// An entry that the corrected return no longer holds.
#[derive(Debug, Clone)]
pub struct Gone {
    pub entry: Arc<Entry>,
    /// What rests on it: “2 tags (No enquiry, Safe housing), 1 recommendation”; empty: nothing.
    pub rests: String,
}

/// Takes the file at `index` for a correction of `import`, and compares the two.
pub(super) fn amend(open: &mut Open, index: usize, import: Option<ImportId>) -> Vec<Effect> {
    let Some(ready) = ready_at(open, index) else {
        return Vec::new();
    };
    ready.shows_changes = import.is_some();
    ready.amends = import.map(|import| Amending {
        import,
        compared: None,
        is_under_way: false,
    });
    compare(open, index)
}

fn ready_at(open: &mut Open, index: usize) -> Option<&mut Ready> {
    match &mut open.import.waiting.get_mut(index)?.state {
        WaitingState::Ready(ready) => Some(ready),
        _ => None,
    }
}

/// Compares the file at `index` with the import it corrects, on a task's thread.
pub(super) fn compare(open: &mut Open, index: usize) -> Vec<Effect> {
    let (store, review) = (open.store(), Arc::clone(&open.review));
    let Some(waiting) = open.import.waiting.get_mut(index) else {
        return Vec::new();
    };
    let key = waiting.key;
    let WaitingState::Ready(ready) = &mut waiting.state else {
        return Vec::new();
    };
    let understood = Arc::clone(&ready.understood);
    let title = format!("Comparing {} with the earlier return", ready.file.name);
    let Some(amending) = &mut ready.amends else {
        return Vec::new();
    };
    amending.compared = None;
    amending.is_under_way = true;
    let import = amending.import;
    vec![Effect::Start(Task::new(
        TaskKind::Compare(key),
        title,
        move |progress| {
            let comparison = comparison(&review, import, &understood.entries, progress);
            Box::new(move |state| {
                let Some(open) = state.open_as(&store) else {
                    return Ok(Vec::new());
                };
                let now = Arc::clone(&open.review);
                let Some(ready) = super::reading::ready_with(state, &store, key) else {
                    return Ok(Vec::new());
                };
                let is_asked = Arc::ptr_eq(&ready.understood, &understood);
                let Some(amending) = &mut ready.amends else {
                    return Ok(Vec::new());
                };
                if !is_asked || amending.import != import {
                    return Ok(Vec::new());
                }
                amending.is_under_way = false;
                let comparison = comparison
                    .map_err(|error| Problem::new("The returns were not compared", error))?;
                amending.compared = Some(Arc::new(comparison));
                follow(ready, &now);
                Ok(Vec::new())
            })
        },
    ))]
}

/// Compares once more after the table was understood anew.
pub(super) fn compare_again(state: &mut State, store: &SharedStore, key: u64) -> Vec<Effect> {
    if waiting_with(state, store, key).is_none() {
        return Vec::new();
    }
    let Some(open) = state.open_as(store) else {
        return Vec::new();
    };
    let mut waiting = open.import.waiting.iter();
    match waiting.position(|waiting| waiting.key == key) {
        Some(index) => compare(open, index),
        None => Vec::new(),
    }
}

pub(super) fn stopped(ready: &mut Ready) {
    if let Some(amending) = &mut ready.amends {
        amending.is_under_way = false;
    }
}

/// A comparison holds only while the entries it was made with are as they were.
pub(super) fn follow(ready: &mut Ready, review: &Review) {
    let Some(amending) = &mut ready.amends else {
        return;
    };
    if review
        .imports
        .iter()
        .all(|import| import.id != amending.import)
    {
        ready.amends = None;
        ready.shows_changes = false;
        return;
    }
    let Some(compared) = &mut amending.compared else {
        return;
    };
    let still = |entry: &Arc<Entry>| {
        review
            .entry(entry.id)
            .is_some_and(|present| Arc::ptr_eq(present, entry))
    };
    if !compared.before.iter().all(still) {
        amending.compared = None;
        return;
    }
    let resting = Resting::of(review);
    let compared = Arc::make_mut(compared);
    for gone in &mut compared.gone {
        gone.rests = resting.on(review, gone.entry.id);
    }
    for changed in &mut compared.changed {
        changed.rests = resting.on(review, changed.entry.id);
    }
}

fn comparison(
    review: &Review,
    import: ImportId,
    drafts: &[EntryDraft],
    progress: &dyn Progress,
) -> Result<Comparison, Cancelled> {
    progress.report(0, None, "Comparing with the earlier return")?;
    let before: Vec<Arc<Entry>> = review
        .entries
        .iter()
        .filter(|entry| entry.source.import == Some(import) && entry.withdrawn.is_none())
        .cloned()
        .collect();
    let borrowed: Vec<&Entry> = before.iter().map(Arc::as_ref).collect();
    let amendment = returns::compare(&borrowed, drafts);
    let mut changed = Vec::with_capacity(amendment.changed.len());
    for (done, row) in amendment.changed.iter().enumerate() {
        progress.report(
            done as u64,
            Some(amendment.changed.len() as u64),
            "Marking what differs",
        )?;
        let (Some(entry), Some(draft)) = (review.entry(row.entry), drafts.get(row.draft)) else {
            continue;
        };
        changed.push(RowChanged {
            entry: Arc::clone(entry),
            place: draft.place.clone(),
            parts: row
                .what
                .iter()
                .map(|difference| {
                    let [before, after] = word_by_word(&difference.before, &difference.after);
                    PartChanged {
                        part: difference.part,
                        before,
                        after,
                    }
                })
                .collect(),
            rests: String::new(),
        });
    }
    Ok(Comparison {
        same: amendment.same.len(),
        changed,
        new: amendment.new.clone(),
        gone: amendment
            .gone
            .iter()
            .filter_map(|entry| review.entry(*entry))
            .map(|entry| Gone {
                entry: Arc::clone(entry),
                rests: String::new(),
            })
            .collect(),
        amendment: Arc::new(amendment),
        before,
    })
}

/// What in the review rests on entries.
struct Resting<'a> {
    tags: HashMap<EntryId, Vec<&'a str>>,
    hung_on: HashMap<EntryId, usize>,
}

impl<'a> Resting<'a> {
    fn of(review: &'a Review) -> Self {
        let mut tags: HashMap<EntryId, Vec<&str>> = HashMap::new();
        for tagging in &review.taggings {
            let name = review.tag_name(&tagging.weakness);
            let of_entry = tags.entry(tagging.entry).or_default();
            if !of_entry.contains(&name) {
                of_entry.push(name);
            }
        }
        let mut hung_on = HashMap::new();
        for entry in review.entries.iter() {
            if let Some(HangsOn::Entry(anchor)) = entry.when.hangs_on {
                *hung_on.entry(anchor).or_default() += 1;
            }
        }
        Self { tags, hung_on }
    }

    fn on(&self, review: &Review, entry: EntryId) -> String {
        let mut all = Vec::new();
        if let Some(tags) = self.tags.get(&entry) {
            all.push(format!(
                "{} ({})",
                counted(tags.len(), "tag"),
                tags.join(", ")
            ));
        }
        let recommendations = review.recommendations.iter();
        let contradictions = review.contradictions.iter();
        for (count, noun) in [
            (
                recommendations
                    .filter(|recommendation| recommendation.entries.contains(&entry))
                    .count(),
                "recommendation",
            ),
            (
                review
                    .events
                    .iter()
                    .filter(|event| event.entries.contains(&entry))
                    .count(),
                "joined event",
            ),
            (
                contradictions
                    .filter(|contradiction| contradiction.entries.contains(&entry))
                    .count(),
                "contradiction",
            ),
            (
                review
                    .knowings
                    .iter()
                    .filter(|knowing| knowing.entry == Some(entry))
                    .count(),
                "statement of who knew what",
            ),
            (
                self.hung_on.get(&entry).copied().unwrap_or(0),
                "date counted from it",
            ),
        ] {
            if count > 0 {
                all.push(counted(count, noun));
            }
        }
        all.join(", ")
    }
}

fn counted(count: usize, noun: &str) -> String {
    match (count, noun.split_once(' ')) {
        (1, _) => format!("1 {noun}"),
        (_, Some((first @ ("statement" | "date"), rest))) => format!("{count} {first}s {rest}"),
        _ => format!("{count} {noun}s"),
    }
}
