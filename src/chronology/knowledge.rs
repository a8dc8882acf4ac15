//! Who knew what, when: facts × agencies.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::denial::is_denied;
use super::wording::{WordFinder, cells};
use crate::model::{AgencyId, EntryId, FactId, Knowing, KnowingId, Review, When};

/// All facts of a review against all its agencies.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Knowledge {
    /// In the order of `review.agencies`.
    pub agencies: Vec<AgencyId>,
    /// In order of when each fact was first known; those that nobody knew, or nobody knows when, come last.
    pub facts: Vec<FactRow>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct FactRow {
    pub fact: FactId,
    /// One for each of [`Knowledge::agencies`].
    pub cells: Vec<Cell>,
}

/// What one agency knew of one fact.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// When it learnt it first; `None`: nothing is entered.
    pub learnt: Option<Learnt>,
    /// Agencies with which it shared the fact, and when they learnt it, in order of time.
    pub shared_with: Vec<(AgencyId, When)>,
    /// Its own records that hold words of the fact, in order of time: where it may have learnt it, whatever is entered.
    pub mentions: Vec<EntryId>,
    /// Those of the mentions that only deny it or ask about it. In order of time.
    pub denied: Vec<EntryId>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Learnt {
    pub knowing: KnowingId,
    pub when: When,
    pub how: String,
    pub from: Option<AgencyId>,
    pub entry: Option<EntryId>,
    /// Days since the first agency knew; `None` where either date is not understood.
    pub days_after_first: Option<i64>,
}

/// The matrix. `order`: as from [`super::in_order`]; withdrawn entries are no mentions.
pub fn knowledge(review: &Review, order: &[u32]) -> Knowledge {
    let agencies: Vec<AgencyId> = review.agencies.iter().map(|agency| agency.id).collect();
    let column: HashMap<AgencyId, usize> = agencies.iter().copied().zip(0..).collect();
    let mut table = vec![vec![Cell::default(); agencies.len()]; review.facts.len()];
    mentions(review, order, &column, &mut table);
    let mut rows: Vec<(Option<NaiveDate>, FactRow)> = review
        .facts
        .iter()
        .zip(table)
        .map(|(fact, mut cells)| {
            let knowings: Vec<&Knowing> = in_time(review, fact.id);
            let first = knowings
                .iter()
                .filter_map(|knowing| day_of(&knowing.when))
                .min();
            enter(&mut cells, &knowings, &column, first);
            let row = FactRow {
                fact: fact.id,
                cells,
            };
            (first, row)
        })
        .collect();
    rows.sort_by_key(|(first, row)| (first.unwrap_or(NaiveDate::MAX), row.fact));
    Knowledge {
        agencies,
        facts: rows.into_iter().map(|(_, row)| row).collect(),
    }
}

fn in_time(review: &Review, fact: FactId) -> Vec<&Knowing> {
    let mut knowings: Vec<&Knowing> = review
        .knowings
        .iter()
        .filter(|knowing| knowing.fact == fact)
        .collect();
    knowings.sort_by_key(|knowing| (knowing.when.order_key(), knowing.id));
    knowings
}

fn day_of(when: &When) -> Option<NaiveDate> {
    when.earliest.or(when.latest).map(|moment| moment.date)
}

/// Puts what the chair entered into the agencies' cells; `knowings` in order of time.
fn enter(
    cells: &mut [Cell],
    knowings: &[&Knowing],
    column: &HashMap<AgencyId, usize>,
    first: Option<NaiveDate>,
) {
    for knowing in knowings {
        let cell = column
            .get(&knowing.agency)
            .and_then(|at| cells.get_mut(*at));
        if let Some(cell) = cell
            && cell.learnt.is_none()
        {
            let days = day_of(&knowing.when).zip(first);
            cell.learnt = Some(Learnt {
                knowing: knowing.id,
                when: knowing.when.clone(),
                how: knowing.how.clone(),
                from: knowing.from,
                entry: knowing.entry,
                days_after_first: days.map(|(day, first)| (day - first).num_days()),
            });
        }
        let giver = knowing
            .from
            .filter(|from| *from != knowing.agency)
            .and_then(|from| column.get(&from))
            .and_then(|at| cells.get_mut(*at));
        if let Some(giver) = giver
            && giver
                .shared_with
                .iter()
                .all(|(with, _)| *with != knowing.agency)
        {
            giver
                .shared_with
                .push((knowing.agency, knowing.when.clone()));
        }
    }
}

fn mentions(
    review: &Review,
    order: &[u32],
    column: &HashMap<AgencyId, usize>,
    table: &mut [Vec<Cell>],
) {
    if review.facts.is_empty() {
        return;
    }
    let finder = WordFinder::of(review.facts.iter().map(|fact| &fact.words));
    let entries = order
        .iter()
        .filter_map(|index| review.entries.get(*index as usize))
        .filter(|entry| entry.withdrawn.is_none());
    // For each fact: not mentioned, or whether every mention in this entry is denied.
    let mut seen: Vec<Option<bool>> = vec![None; review.facts.len()];
    for entry in entries {
        let Some(&at) = column.get(&entry.agency) else {
            continue;
        };
        seen.fill(None);
        for cell in cells(entry) {
            for hit in finder.in_text(cell) {
                if seen[hit.list] != Some(false) {
                    seen[hit.list] = Some(is_denied(cell, hit.start, hit.end));
                }
            }
        }
        for (row, denied) in table.iter_mut().zip(&seen) {
            if let (Some(cell), Some(denied)) = (row.get_mut(at), denied) {
                cell.mentions.push(entry.id);
                if *denied {
                    cell.denied.push(entry.id);
                }
            }
        }
    }
}
