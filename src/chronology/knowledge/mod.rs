//! Who knew what, when: facts × agencies, the same told in sentences, and drawn as arrows between lanes.

mod meanwhile;
mod passing;
mod told;

use std::collections::HashMap;
use std::ops::Range;

use chrono::NaiveDate;

pub use meanwhile::meanwhile;
pub use passing::{LaidArrow, LaidKnowing, LaidLane, LaidPassing, Passing, PassingLane};
pub use told::{Told, short_date, told};

use meanwhile::{Days, day_of_death, stretch_meanwhile};

use super::denial::is_denied;
use super::wording::{Hit, WordFinder, cells};
use crate::model::{AgencyId, Entry, EntryId, FactId, Knowing, KnowingId, Review, When};

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
    /// The day on which the first agency knew; `None`: nothing is entered, or no date is understood.
    pub first_known: Option<NaiveDate>,
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
    /// The first of the mentions that states it and was written on an earlier day than the agency is said to have learnt
    /// of it: either of the two may be wrong, or nobody read the record.
    pub mentioned_before: Option<EntryId>,
    /// How many records the agency made while another knew and it did not. See [`meanwhile`].
    pub meanwhile: usize,
}

/// What a cell of the matrix amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Knows {
    /// It is entered that the agency knew.
    Entered,
    /// Its records speak of it, and nothing is entered: somebody must look.
    InRecords,
    /// Its records only deny it or ask about it.
    OnlyDenied,
    Nothing,
}

impl Cell {
    pub fn knows(&self) -> Knows {
        match (&self.learnt, self.mentions.len(), self.denied.len()) {
            (Some(_), ..) => Knows::Entered,
            (None, 0, _) => Knows::Nothing,
            (None, mentions, denied) if mentions == denied => Knows::OnlyDenied,
            (None, ..) => Knows::InRecords,
        }
    }

    /// The mentions that state it, in order of time.
    pub fn stated(&self) -> impl Iterator<Item = EntryId> {
        // Both lists are in one order.
        let mut denied = self.denied.iter().peekable();
        let mentions = self.mentions.iter();
        mentions
            .filter(move |entry| denied.next_if_eq(entry).is_none())
            .copied()
    }

    /// How many mentions state it.
    pub fn count_stated(&self) -> usize {
        self.mentions.len().saturating_sub(self.denied.len())
    }
}

impl Knowledge {
    pub fn row(&self, fact: FactId) -> Option<&FactRow> {
        self.facts.iter().find(|row| row.fact == fact)
    }

    pub fn cell(&self, fact: FactId, agency: AgencyId) -> Option<&Cell> {
        let at = self.agencies.iter().position(|known| *known == agency)?;
        self.row(fact)?.cells.get(at)
    }
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
    let death = day_of_death(review);
    let days = Days::of_agencies(review, order, &column);
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
            for (cell, days) in cells.iter_mut().zip(&days) {
                cell.mentioned_before = mentioned_before(review, cell);
                cell.meanwhile = stretch_meanwhile(first, cell, death)
                    .map_or(0, |stretch| days.in_stretch(&stretch).len());
            }
            let row = FactRow {
                fact: fact.id,
                first_known: first,
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

/// The words of a fact in a text, as ranges of bytes from left to right, none over another.
pub fn words_in(words: &[String], text: &str) -> Vec<Range<usize>> {
    let finder = WordFinder::of([words]);
    let mut found: Vec<Range<usize>> = Vec::new();
    for Hit { start, end, .. } in finder.in_text(text) {
        match found.last_mut() {
            Some(last) if start < last.end => last.end = last.end.max(end),
            _ => found.push(start..end),
        }
    }
    found
}

/// Entries in order of time, but for withdrawn ones.
fn in_the_chronology<'a>(
    review: &'a Review,
    order: &'a [u32],
) -> impl Iterator<Item = &'a Entry> + use<'a> {
    order
        .iter()
        .filter_map(|index| review.entries.get(*index as usize))
        .map(|entry| &**entry)
        .filter(|entry| entry.withdrawn.is_none())
}

fn mentioned_before(review: &Review, cell: &Cell) -> Option<EntryId> {
    let learnt = cell
        .learnt
        .as_ref()
        .and_then(|learnt| day_of(&learnt.when))?;
    let first = cell.stated().next()?;
    let when = &review.entry(first)?.when;
    let written = when.latest.or(when.earliest)?.date;
    (written < learnt).then_some(first)
}

fn in_time(review: &Review, fact: FactId) -> Vec<&Knowing> {
    let mut knowings: Vec<&Knowing> = review
        .knowings
        .iter()
        .filter(|knowing| knowing.fact == fact)
        .collect();
    // Of one day, what has no time may have been later, and who was told knew it after somebody else.
    knowings.sort_by_key(|knowing| {
        let (date, time, last, _) = knowing.when.order_key();
        let was_told = knowing.from.is_some();
        (date, time.is_none(), time, was_told, last, knowing.id)
    });
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
    // For each fact: not mentioned, or whether every mention in this entry is denied.
    let mut seen: Vec<Option<bool>> = vec![None; review.facts.len()];
    for entry in in_the_chronology(review, order) {
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
