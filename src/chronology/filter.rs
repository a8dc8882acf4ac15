use std::collections::HashSet;

use chrono::NaiveDate;

use super::PeopleIndex;
use crate::model::{AgencyId, Basis, Entry, EntryId, PersonId, Review, Tagging, When};

/// What part of the chronology is shown. Within one list any may fit, between the lists all must; an empty list
/// asks nothing. The default shows everything.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Filter {
    /// First and last day, inclusive. An entry fits where its time could overlap: "prior to December 2012" fits
    /// every earlier day. Entries without an understood date fit only where neither end is given.
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    pub agencies: Vec<AgencyId>,
    /// Keys of sectors.
    pub sectors: Vec<String>,
    /// Named by hand, seen, or named in the text.
    pub people: Vec<PersonId>,
    /// Keys of weaknesses.
    pub tags: Vec<String>,
    pub bases: Vec<Basis>,
    /// Only entries whose date a reader must look at.
    pub doubtful: bool,
    /// Only entries without any tag.
    pub untagged: bool,
}

impl Filter {
    pub fn is_everything(&self) -> bool {
        *self == Self::default()
    }
}

/// The entries of `order` that fit, in that order. `found`: what a search left, where one is on.
pub fn filtered(
    review: &Review,
    order: &[u32],
    filter: &Filter,
    people: &PeopleIndex,
    found: Option<&HashSet<EntryId>>,
) -> Vec<u32> {
    if filter.is_everything() && found.is_none() {
        return order.to_vec();
    }
    let mut listed = Listed::of(review, filter, found);
    let agencies = agencies_that_fit(review, filter);
    // In order of the entries in memory, not of time: twice as fast at 100,000 entries.
    let fits: Vec<bool> = review
        .entries
        .iter()
        .enumerate()
        .map(|(index, entry)| {
            listed.fit(entry.id)
                && agencies
                    .as_ref()
                    .is_none_or(|agencies| agencies.contains(&entry.agency))
                && names_one_of(filter, people, index)
                && fits_entry(filter, entry)
        })
        .collect();
    order
        .iter()
        .copied()
        .filter(|index| fits.get(*index as usize).copied().unwrap_or(false))
        .collect()
}

fn fits_entry(filter: &Filter, entry: &Entry) -> bool {
    (filter.bases.is_empty() || filter.bases.contains(&entry.basis))
        && (!filter.doubtful || entry.when.is_doubtful())
        && fits_time(filter, &entry.when)
}

fn fits_time(filter: &Filter, when: &When) -> bool {
    if filter.from.is_none() && filter.until.is_none() {
        return true;
    }
    let ends_before = |from: NaiveDate| when.latest.is_some_and(|latest| latest.date < from);
    let begins_after =
        |until: NaiveDate| when.earliest.is_some_and(|earliest| earliest.date > until);
    when.is_understood()
        && !filter.from.is_some_and(ends_before)
        && !filter.until.is_some_and(begins_after)
}

fn names_one_of(filter: &Filter, people: &PeopleIndex, index: usize) -> bool {
    filter.people.is_empty()
        || people
            .in_entry(index)
            .iter()
            .any(|named| filter.people.contains(&named.person))
}

/// `None`: every agency fits.
fn agencies_that_fit(review: &Review, filter: &Filter) -> Option<Vec<AgencyId>> {
    if filter.agencies.is_empty() && filter.sectors.is_empty() {
        return None;
    }
    let fits = review.agencies.iter().filter(|agency| {
        (filter.agencies.is_empty() || filter.agencies.contains(&agency.id))
            && (filter.sectors.is_empty() || filter.sectors.contains(&agency.sector))
    });
    Some(fits.map(|agency| agency.id).collect())
}

/// What is known of entries by their ids: the tags asked for, any tag, the search.
struct Listed {
    wanted: Option<Ids>,
    tagged: Option<Ids>,
    found: Option<Ids>,
}

impl Listed {
    fn of(review: &Review, filter: &Filter, found: Option<&HashSet<EntryId>>) -> Self {
        let taggings = || review.taggings.iter();
        let is_wanted = |tagging: &&Tagging| filter.tags.contains(&tagging.weakness);
        Self {
            wanted: (!filter.tags.is_empty())
                .then(|| Ids::of(taggings().filter(is_wanted).map(|tagging| tagging.entry))),
            tagged: filter
                .untagged
                .then(|| Ids::of(taggings().map(|tagging| tagging.entry))),
            found: found.map(|found| Ids::of(found.iter().copied())),
        }
    }

    fn fit(&mut self, id: EntryId) -> bool {
        // All three are asked each time: they must keep step with the entries.
        let has = |ids: &mut Option<Ids>| ids.as_mut().map(|ids| ids.has(id));
        let (wanted, tagged, found) = (
            has(&mut self.wanted),
            has(&mut self.tagged),
            has(&mut self.found),
        );
        wanted.unwrap_or(true) && !tagged.unwrap_or(false) && found.unwrap_or(true)
    }
}

/// Ids in order, read in step with the entries, which are in order of id too: faster than looking each one up.
struct Ids {
    ids: Vec<EntryId>,
    at: usize,
}

impl Ids {
    fn of(ids: impl Iterator<Item = EntryId>) -> Self {
        let mut ids: Vec<EntryId> = ids.collect();
        ids.sort_unstable();
        Self { ids, at: 0 }
    }

    /// Ids must be asked for in rising order.
    fn has(&mut self, id: EntryId) -> bool {
        while self.ids.get(self.at).is_some_and(|next| *next < id) {
            self.at += 1;
        }
        self.ids.get(self.at) == Some(&id)
    }
}
