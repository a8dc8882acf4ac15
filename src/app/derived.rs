//! What is computed from the review, and what of it an edit leaves as it was.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::chronology::{self, Claims, PeopleIndex, Signs};
use crate::model::{Entry, EntryId, Review, Tagging};
use crate::overview::{self, Standing};
use crate::store::{Noun, Touched};

/// What is computed from the review, once an edit.
pub struct Derived {
    /// Indices into the review's entries, in order of time.
    pub order: Arc<Vec<u32>>,
    /// The place of each entry in `order`, by index into the review's entries.
    pub places: Arc<Vec<u32>>,
    pub people: Arc<PeopleIndex>,
    pub claims: Arc<Claims>,
    /// What the timeline shows beside the time of an entry.
    pub signs: Arc<Signs>,
    pub standing: Standing,
    /// Grows whenever a timeline of the same rows may look otherwise than before.
    pub times: u64,
    /// The entries that all of this is of.
    entries: Arc<Vec<Arc<Entry>>>,
    /// Indices into the review's taggings, by entry.
    tags: HashMap<EntryId, Vec<usize>>,
}

impl Derived {
    pub(super) fn of(review: &Review, today: NaiveDate) -> Self {
        let people = PeopleIndex::of(review);
        let order = chronology::in_order(review);
        Self {
            places: Arc::new(places(&order)),
            order: Arc::new(order),
            signs: Arc::new(Signs::of(review, &people)),
            people: Arc::new(people),
            claims: Arc::new(Claims::of(review)),
            standing: overview::standing(review, today),
            times: 0,
            entries: Arc::clone(&review.entries),
            tags: tags_by_entry(review),
        }
    }

    /// Computes anew what rests on something that was touched.
    pub(super) fn bring_up_to_date(
        &mut self,
        review: &Review,
        touched: &Touched,
        today: NaiveDate,
    ) {
        let entries = touched.touches(Noun::Entries);
        let known = std::mem::replace(&mut self.entries, Arc::clone(&review.entries));
        let in_place = !entries || stand_where_they_stood(&known, &self.entries, touched);
        if !in_place {
            let order = chronology::in_order(review);
            self.places = Arc::new(places(&order));
            self.order = Arc::new(order);
        }
        if entries || touched.touches(Noun::Events) || touched.touches(Noun::Contradictions) {
            self.claims = Arc::new(Claims::of(review));
        }
        let mut look_the_same = in_place;
        if entries || touched.touches(Noun::People) {
            let people = self.people.refreshed(review);
            look_the_same &= people.names_as(&self.people);
            self.people = Arc::new(people);
        }
        let signs = self.signs.refreshed(review, &self.people);
        look_the_same &= signs == *self.signs;
        self.signs = Arc::new(signs);
        let beside = [Noun::Agencies, Noun::KeyDates, Noun::People, Noun::Details];
        if !look_the_same || beside.iter().any(|noun| touched.touches(*noun)) {
            self.times += 1;
        }
        if touched.touches(Noun::Taggings) {
            self.tags = tags_by_entry(review);
        }
        let counted_the_same =
            in_place && !touched.touches(Noun::Agencies) && !touched.touches(Noun::Imports);
        self.standing = if counted_the_same {
            self.standing.with_dates_as_they_were(review, today)
        } else {
            overview::standing(review, today)
        };
    }

    /// The tags of an entry, whoever set them, in the order in which they were made.
    pub fn taggings<'a>(
        &'a self,
        review: &'a Review,
        entry: EntryId,
    ) -> impl Iterator<Item = &'a Tagging> {
        let taggings = self.tags.get(&entry).into_iter().flatten();
        taggings.filter_map(|index| review.taggings.get(*index))
    }

    /// Keys of the weaknesses an entry is tagged with, each once, in the order of the list.
    pub fn tags<'a>(&'a self, review: &'a Review, entry: EntryId) -> Vec<&'a str> {
        let taggings = self.tags.get(&entry).map_or(&[][..], Vec::as_slice);
        let has = |key: &str| {
            taggings
                .iter()
                .any(|index| review.taggings[*index].weakness == key)
        };
        let weaknesses = &review.weaknesses;
        weaknesses
            .iter()
            .map(|weakness| weakness.key.as_str())
            .filter(|key| has(key))
            .collect()
    }
}

/// Whether the touched entries are the same as before in all that says when they were, whose they are and whether they
/// stand; then every entry has its place, too.
fn stand_where_they_stood(before: &[Arc<Entry>], now: &[Arc<Entry>], touched: &Touched) -> bool {
    let place = |entries: &[Arc<Entry>], id: &EntryId| {
        let found = entries.binary_search_by_key(id, |entry| entry.id);
        found.ok()
    };
    before.len() == now.len()
        && touched.entries.iter().all(|id| {
            let Some(at) = place(now, id).filter(|at| place(before, id) == Some(*at)) else {
                return false;
            };
            let (one, other) = (&before[at], &now[at]);
            one.when == other.when
                && (one.agency, one.position, one.withdrawn)
                    == (other.agency, other.position, other.withdrawn)
        })
}

/// The inverse of an order: where each index stands.
fn places(order: &[u32]) -> Vec<u32> {
    let mut places = vec![0; order.len()];
    for (place, index) in (0u32..).zip(order) {
        places[*index as usize] = place;
    }
    places
}

fn tags_by_entry(review: &Review) -> HashMap<EntryId, Vec<usize>> {
    let mut tags: HashMap<EntryId, Vec<usize>> = HashMap::new();
    for (index, tagging) in review.taggings.iter().enumerate() {
        tags.entry(tagging.entry).or_default().push(index);
    }
    tags
}
