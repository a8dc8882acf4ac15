//! Findings, and what they are linked to.

use std::collections::BTreeSet;

use super::PlanTab;
use crate::app::{Open, Problem, Room};
use crate::edits;
use crate::model::{EntryId, Finding, FindingId, QuestionId, RecommendationId};

#[derive(Debug, Clone)]
pub enum FindingAction {
    Show(FindingId),
    Add,
    /// A new finding that rests on these entries, with the weaknesses that all of them are tagged with; shown at once.
    AddOn(Vec<EntryId>),
    Move(FindingId, u32),
    Remove(FindingId),
    SetGoodPractice(FindingId, bool),
    SetQuestion(FindingId, QuestionId, bool),
    SetWeakness(FindingId, String, bool),
    /// Links a recommendation, or no longer.
    SetRecommendation(FindingId, RecommendationId, bool),
    /// Adds a recommendation that answers it, with its weakness; shown at once.
    Recommend(FindingId),
    Link(FindingId, Vec<EntryId>),
    Unlink(FindingId, EntryId),
}

pub(in crate::app) fn update(open: &mut Open, action: FindingAction) -> Result<(), Problem> {
    match action {
        FindingAction::Show(id) => show(open, id),
        FindingAction::Add => add(open, Vec::new())?,
        FindingAction::AddOn(entries) => add(open, entries)?,
        FindingAction::Move(id, position) => {
            open.edit("The finding was not moved", |store| {
                edits::move_finding(store, id, position)
            })?;
        }
        FindingAction::Remove(id) => {
            open.edit("The finding was not removed", |store| {
                edits::remove_finding(store, id)
            })?;
        }
        FindingAction::SetGoodPractice(id, good) => {
            change(open, id, |finding| finding.good_practice = good)?;
        }
        FindingAction::SetQuestion(id, question, present) => {
            change(open, id, |finding| {
                set(&mut finding.questions, question, present);
            })?;
        }
        FindingAction::SetWeakness(id, weakness, present) => {
            change(open, id, |finding| {
                set(&mut finding.weaknesses, weakness, present);
            })?;
        }
        FindingAction::SetRecommendation(id, recommendation, present) => {
            super::change(open, recommendation, |recommendation| {
                set(&mut recommendation.findings, id, present);
            })?;
        }
        FindingAction::Recommend(id) => recommend(open, id)?,
        FindingAction::Link(id, entries) => {
            change(open, id, |finding| {
                let mut all: BTreeSet<EntryId> = finding.entries.iter().copied().collect();
                all.extend(entries);
                finding.entries = all.into_iter().collect();
            })?;
        }
        FindingAction::Unlink(id, entry) => {
            change(open, id, |finding| set(&mut finding.entries, entry, false))?;
        }
    }
    Ok(())
}

fn show(open: &mut Open, id: FindingId) {
    open.plan.tab = PlanTab::Findings;
    open.plan.finding = Some(id);
}

/// Puts `one` into a list once, in order, or takes it out.
pub(super) fn set<T: Ord>(list: &mut Vec<T>, one: T, present: bool) {
    list.retain(|other| *other != one);
    if present {
        list.push(one);
        list.sort();
    }
}

fn change(open: &mut Open, id: FindingId, how: impl FnOnce(&mut Finding)) -> Result<(), Problem> {
    let Some(mut finding) = open.review.finding(id).cloned() else {
        return Ok(());
    };
    how(&mut finding);
    open.edit("The finding was not changed", |store| {
        edits::change_finding(store, &finding)
    })
}

fn add(open: &mut Open, entries: Vec<EntryId>) -> Result<(), Problem> {
    let finding = Finding {
        id: FindingId(0),
        position: 0,
        text: String::new(),
        analysis: String::new(),
        good_practice: false,
        questions: Vec::new(),
        weaknesses: tags_in_common(open, &entries),
        entries,
    };
    let good = |key: &String| {
        let mut weaknesses = open.review.weaknesses.iter();
        weaknesses.any(|weakness| weakness.key == *key && weakness.good_practice)
    };
    let finding = Finding {
        good_practice: !finding.weaknesses.is_empty() && finding.weaknesses.iter().all(good),
        ..finding
    };
    let id = open.edit("The finding was not added", |store| {
        edits::add_finding(store, &finding)
    })?;
    open.room = Room::Recommendations;
    show(open, id);
    Ok(())
}

/// Keys of the weaknesses that every one of the entries is tagged with.
fn tags_in_common(open: &Open, entries: &[EntryId]) -> Vec<String> {
    let tags = |entry: &EntryId| open.derived.tags(&open.review, *entry);
    let Some((first, others)) = entries.split_first() else {
        return Vec::new();
    };
    let mut common = tags(first);
    for other in others {
        let there = tags(other);
        common.retain(|key| there.contains(key));
    }
    common.into_iter().map(str::to_owned).collect()
}

fn recommend(open: &mut Open, id: FindingId) -> Result<(), Problem> {
    let Some(finding) = open.review.finding(id) else {
        return Ok(());
    };
    let weakness = finding.weaknesses.first().cloned().unwrap_or_default();
    super::add_recommendation(open, vec![id], weakness)
}
