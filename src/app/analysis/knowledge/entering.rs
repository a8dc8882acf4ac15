//! What is entered of who knew what: each function is one edit.

use crate::app::{Open, Problem, free_name};
use crate::dates;
use crate::edits;
use crate::model::{AgencyId, Entry, EntryId, Fact, FactId, Knowing, KnowingId, When};

pub(super) const NOT_CHANGED: &str = "Who knew what was not changed";

pub(super) fn add_fact(open: &mut Open, indicator: Option<&str>) -> Result<(), Problem> {
    let indicators = &open.review.template.indicators;
    let known = indicators
        .iter()
        .find(|known| indicator == Some(known.key.as_str()));
    let base = known.map_or("New fact", |known| known.name.as_str());
    let facts = &open.review.facts;
    let fact = Fact {
        id: FactId(0),
        name: free_name(base, |name| facts.iter().any(|fact| fact.name == name)),
        words: known.map(|known| known.words.clone()).unwrap_or_default(),
        note: String::new(),
    };
    let id = open.edit("The fact was not added", |store| {
        edits::add_fact(store, &fact)
    })?;
    open.analysis.opened = None;
    open.analysis.knowledge.choose(id, None);
    Ok(())
}

/// A line that waits for its date takes the record's; otherwise there is a new line.
pub(super) fn learnt_here(open: &mut Open, fact: FactId, entry: EntryId) -> Result<(), Problem> {
    let Some(entry) = open.review.entry(entry) else {
        return Ok(());
    };
    let (agency, entry, when) = (entry.agency, entry.id, as_written_on(entry));
    let mut waiting = open.review.knowings.iter().filter(|knowing| {
        let is_blank = knowing.entry.is_none() && !knowing.when.is_understood();
        (knowing.fact, knowing.agency) == (fact, agency) && is_blank
    });
    let knowing = Knowing {
        when,
        entry: Some(entry),
        ..waiting
            .next()
            .cloned()
            .unwrap_or_else(|| blank(fact, agency))
    };
    if knowing.id == KnowingId(0) {
        return add_knowing(open, knowing);
    }
    open.edit(NOT_CHANGED, |store| edits::change_knowing(store, &knowing))
}

/// The date of a record as one's own: its doubts stay with the record, and it hangs on nothing.
fn as_written_on(entry: &Entry) -> When {
    When {
        wording: if entry.when.is_understood() {
            dates::spoken(&entry.when)
        } else {
            String::new()
        },
        inferred: Vec::new(),
        warnings: Vec::new(),
        hangs_on: None,
        ..entry.when.clone()
    }
}

pub(super) fn blank(fact: FactId, agency: AgencyId) -> Knowing {
    Knowing {
        id: KnowingId(0),
        fact,
        agency,
        when: When::not_understood(""),
        how: String::new(),
        from: None,
        entry: None,
    }
}

pub(super) fn add_knowing(open: &mut Open, knowing: Knowing) -> Result<(), Problem> {
    open.edit(NOT_CHANGED, |store| edits::add_knowing(store, &knowing))
        .map(drop)
}

pub(super) fn change_knowing(
    open: &mut Open,
    id: KnowingId,
    change: impl FnOnce(&mut Knowing),
) -> Result<(), Problem> {
    let mut knowings = open.review.knowings.iter();
    let Some(mut knowing) = knowings.find(|knowing| knowing.id == id).cloned() else {
        return Ok(());
    };
    change(&mut knowing);
    open.edit(NOT_CHANGED, |store| edits::change_knowing(store, &knowing))
}
