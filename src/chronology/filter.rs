use std::collections::HashSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Indicators, PeopleIndex, contradictions};
use crate::model::{
    AgencyId, Basis, Disclosure, Enquiry, Entry, EntryId, PersonId, Review, Standing, Tagging, When,
};

/// What part of the chronology is shown. Within one list any may fit, between the lists all must; an empty list
/// asks nothing. The default shows everything but what an agency has withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(default)]
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
    /// Keys of weaknesses; what is tagged with a part of one is tagged with it.
    pub tags: Vec<String>,
    pub bases: Vec<Basis>,
    /// Only entries whose date a reader must look at.
    pub doubtful: bool,
    /// Only entries without any tag.
    pub untagged: bool,
    pub enquiries: Vec<Enquiry>,
    pub disclosures: Vec<Disclosure>,
    /// Whether it is one of several records of an event; `None` asks nothing.
    pub event: Option<InEvent>,
    /// Only entries that stand in a contradiction which is not settled.
    pub contradicted: bool,
    /// Keys of the template's indicators.
    pub indicators: Vec<String>,
    pub withdrawn: Withdrawn,
    /// Only the records behind a figure.
    pub only: Option<Only>,
}

/// Certain records, under the name of the figure that they stand behind.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Only {
    /// “Police, no routine enquiry”
    pub title: String,
    pub entries: Vec<EntryId>,
}

/// Whether an entry belongs to an event of several records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InEvent {
    Joined,
    Alone,
}

/// What becomes of entries that a corrected return no longer holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Withdrawn {
    #[default]
    LeftOut,
    /// Shown among the others, marked.
    Among,
    Only,
}

impl Withdrawn {
    fn fits(self, entry: &Entry) -> bool {
        match self {
            Self::LeftOut => entry.withdrawn.is_none(),
            Self::Among => true,
            Self::Only => entry.withdrawn.is_some(),
        }
    }
}

impl Filter {
    pub fn is_everything(&self) -> bool {
        *self == Self::default()
    }

    /// Shows all of `entries`, also those among them that were withdrawn, and nothing else.
    pub fn of_records(review: &Review, title: String, entries: Vec<EntryId>) -> Self {
        let withdrawn = entries.iter().any(|id| {
            let entry = review.entry(*id);
            entry.is_some_and(|entry| entry.withdrawn.is_some())
        });
        Self {
            withdrawn: match withdrawn {
                true => Withdrawn::Among,
                false => Withdrawn::LeftOut,
            },
            only: Some(Only { title, entries }),
            ..Self::default()
        }
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
    let none_withdrawn = || review.entries.iter().all(|entry| entry.withdrawn.is_none());
    if filter.is_everything() && found.is_none() && none_withdrawn() {
        return order.to_vec();
    }
    let asked = Asked::of(review, filter, people);
    let fits = match found {
        Some(found) if found.len() < review.entries.len() / FEW => asked.among(found),
        _ => asked.among_all(found),
    };
    order
        .iter()
        .copied()
        .filter(|index| fits.get(*index as usize).copied().unwrap_or(false))
        .collect()
}

/// A search that leaves less than this part of the entries is followed entry by entry.
const FEW: usize = 16;

/// A filter with what it needs to look at one entry.
struct Asked<'a> {
    review: &'a Review,
    filter: &'a Filter,
    people: &'a PeopleIndex,
    agencies: Option<Vec<AgencyId>>,
    in_events: Option<HashSet<EntryId>>,
    contradicted: Option<HashSet<EntryId>>,
    indicators: Option<Indicators<'a>>,
}

impl<'a> Asked<'a> {
    fn of(review: &'a Review, filter: &'a Filter, people: &'a PeopleIndex) -> Self {
        Self {
            review,
            filter,
            people,
            agencies: agencies_that_fit(review, filter),
            in_events: filter.event.map(|_| joined(review)),
            contradicted: filter.contradicted.then(|| contradicted(review, people)),
            indicators: (!filter.indicators.is_empty()).then(|| Indicators::of(&review.template)),
        }
    }

    /// Whether each entry fits. In order of the entries in memory, not of time: twice as fast at 100,000 entries.
    fn among_all(&self, found: Option<&HashSet<EntryId>>) -> Vec<bool> {
        let mut listed = Listed::of(self.review, self.filter, found);
        self.review
            .entries
            .iter()
            .enumerate()
            .map(|(index, entry)| listed.fit(entry.id) && self.fits(index, entry))
            .collect()
    }

    /// The same, looking only at what was found.
    fn among(&self, found: &HashSet<EntryId>) -> Vec<bool> {
        let entries = &self.review.entries;
        let mut fits = vec![false; entries.len()];
        let mut found: Vec<EntryId> = found.iter().copied().collect();
        found.sort_unstable();
        let mut listed = Listed::of(self.review, self.filter, None);
        for id in found {
            if let Ok(index) = entries.binary_search_by_key(&id, |entry| entry.id) {
                fits[index] = listed.fit(id) && self.fits(index, &entries[index]);
            }
        }
        fits
    }

    /// Everything but tags and search.
    fn fits(&self, index: usize, entry: &Entry) -> bool {
        let filter = self.filter;
        filter.withdrawn.fits(entry)
            && self
                .agencies
                .as_ref()
                .is_none_or(|agencies| agencies.contains(&entry.agency))
            && any_of(&filter.bases, &entry.basis)
            && any_of(&filter.enquiries, &entry.enquiry)
            && any_of(&filter.disclosures, &entry.disclosure)
            && (!filter.doubtful || entry.when.is_doubtful())
            && fits_time(filter, &entry.when)
            && names_one_of(filter, self.people, index)
            && self.in_events.as_ref().is_none_or(|joined| {
                joined.contains(&entry.id) == (filter.event == Some(InEvent::Joined))
            })
            && self
                .contradicted
                .as_ref()
                .is_none_or(|contradicted| contradicted.contains(&entry.id))
            && self.shows_one_of(entry)
    }

    fn shows_one_of(&self, entry: &Entry) -> bool {
        let Some(indicators) = &self.indicators else {
            return true;
        };
        let template = &self.review.template;
        indicators.of_entry(entry).iter().any(|sign| {
            let key = &template.indicators[sign.indicator].key;
            self.filter.indicators.contains(key)
        })
    }
}

fn any_of<T: PartialEq>(wanted: &[T], has: &T) -> bool {
    wanted.is_empty() || wanted.contains(has)
}

/// Entries that are one of several records of an event.
fn joined(review: &Review) -> HashSet<EntryId> {
    let events = review.events.iter();
    events
        .flat_map(|event| event.entries.iter().copied())
        .collect()
}

/// Entries in a contradiction that is open or disputed, or that nobody has looked at yet.
fn contradicted(review: &Review, people: &PeopleIndex) -> HashSet<EntryId> {
    let settled = |standing: Standing| matches!(standing, Standing::Resolved | Standing::None);
    let kept = review
        .contradictions
        .iter()
        .filter(|kept| !settled(kept.standing))
        .flat_map(|kept| kept.entries);
    let groups: Vec<Vec<EntryId>> = review
        .events
        .iter()
        .map(|event| event.entries.clone())
        .collect();
    let found = contradictions(review, &groups, people)
        .into_iter()
        .filter(|found| {
            !review.contradictions.iter().any(|kept| {
                kept.entries == found.entries && kept.about == found.about && settled(kept.standing)
            })
        })
        .flat_map(|found| found.entries);
    kept.chain(found).collect()
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

/// What is known of entries by their ids: the records behind a figure, the tags asked for, any tag, the search.
struct Listed {
    only: Option<Ids>,
    wanted: Option<Ids>,
    tagged: Option<Ids>,
    found: Option<Ids>,
}

impl Listed {
    fn of(review: &Review, filter: &Filter, found: Option<&HashSet<EntryId>>) -> Self {
        let taggings = || review.taggings.iter();
        let tags = filter.tags.iter();
        let tags: HashSet<&str> = tags.flat_map(|key| review.with_parts(key)).collect();
        let is_wanted = |tagging: &&Tagging| tags.contains(tagging.weakness.as_str());
        let only = filter.only.as_ref();
        Self {
            only: only.map(|only| Ids::of(only.entries.iter().copied())),
            wanted: (!filter.tags.is_empty())
                .then(|| Ids::of(taggings().filter(is_wanted).map(|tagging| tagging.entry))),
            tagged: filter
                .untagged
                .then(|| Ids::of(taggings().map(|tagging| tagging.entry))),
            found: found.map(|found| Ids::of(found.iter().copied())),
        }
    }

    fn fit(&mut self, id: EntryId) -> bool {
        // All of them are asked each time: they must keep step with the entries.
        let has = |ids: &mut Option<Ids>| ids.as_mut().map(|ids| ids.has(id));
        let (only, wanted) = (has(&mut self.only), has(&mut self.wanted));
        let (tagged, found) = (has(&mut self.tagged), has(&mut self.found));
        only.unwrap_or(true)
            && wanted.unwrap_or(true)
            && !tagged.unwrap_or(false)
            && found.unwrap_or(true)
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
