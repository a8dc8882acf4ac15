use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::chronology::{Indicators, PeopleIndex, contradictions};
use crate::jobs::in_parts;
use crate::model::{Contradiction, Entry, EntryId, Event, EventId, Review, Standing, Template};

/// Instead of an event's number, for an entry that is in none.
pub const NO_EVENT: u32 = u32::MAX;

/// What the timeline shows beside the time of an entry: signs of danger, and the event it is joined to. Made once a
/// revision.
#[derive(Debug, Clone, Default)]
pub struct Signs {
    /// What was read, so that the next revision need read only what is new.
    read: Option<Read>,
    /// Numbers of the template's indicators, by index of entry.
    indicators: Vec<Box<[u16]>>,
    /// Numbers of events, by index of entry; empty where nothing is joined.
    event_of: Vec<u32>,
    /// Those with a contradiction first.
    events: Vec<EventId>,
    contradicted: usize,
}

#[derive(Debug, Clone)]
struct Read {
    entries: Arc<Vec<Arc<Entry>>>,
    template: Arc<Template>,
    events: Vec<Event>,
    contradictions: Vec<Contradiction>,
}

/// What they show, whatever it was read from.
impl PartialEq for Signs {
    fn eq(&self, other: &Self) -> bool {
        self.indicators == other.indicators
            && self.event_of == other.event_of
            && self.events == other.events
            && self.contradicted == other.contradicted
    }
}

impl Signs {
    pub fn of(review: &Review, people: &PeopleIndex) -> Self {
        Self::default().refreshed(review, people)
    }

    /// The same as [`Self::of`], much faster where little has changed since.
    pub fn refreshed(&self, review: &Review, people: &PeopleIndex) -> Self {
        let known = self.read.as_ref();
        let same_entries = known.is_some_and(|known| Arc::ptr_eq(&known.entries, &review.entries));
        let same_template =
            known.is_some_and(|known| Arc::ptr_eq(&known.template, &review.template));
        let indicators = if same_entries && same_template {
            self.indicators.clone()
        } else {
            self.indicators_anew(review, same_template)
        };
        let same_events = same_entries
            && known.is_some_and(|known| {
                known.events == review.events && known.contradictions == review.contradictions
            });
        let mut signs = if same_events {
            self.clone()
        } else {
            Self::joined(review, &contradicted_events(review, people))
        };
        signs.indicators = indicators;
        signs.read = Some(Read {
            entries: Arc::clone(&review.entries),
            template: Arc::clone(&review.template),
            events: review.events.clone(),
            contradictions: review.contradictions.clone(),
        });
        signs
    }

    /// From lists that are known already: numbers of indicators by index of entry, and the events with a contradiction.
    pub fn known(review: &Review, indicators: Vec<Vec<u16>>, contradicted: &[EventId]) -> Self {
        Self {
            indicators: indicators.into_iter().map(Vec::into).collect(),
            ..Self::joined(review, contradicted)
        }
    }

    /// The indicators of the entry at an index, as numbers of the template's.
    pub fn indicators(&self, entry: u32) -> &[u16] {
        self.indicators
            .get(entry as usize)
            .map_or(&[], AsRef::as_ref)
    }

    /// The number of the event that an entry is joined to; [`NO_EVENT`] for none.
    pub fn event_of(&self, entry: u32) -> u32 {
        self.event_of
            .get(entry as usize)
            .copied()
            .unwrap_or(NO_EVENT)
    }

    /// Whether the records of an event, by its number, contradict each other.
    pub fn is_contradicted(&self, event: u32) -> bool {
        (event as usize) < self.contradicted
    }

    pub(super) fn events(&self) -> &[EventId] {
        &self.events
    }

    /// How many events have a contradiction; they are the first.
    pub(super) fn contradicted(&self) -> usize {
        self.contradicted
    }

    fn indicators_anew(&self, review: &Review, same_template: bool) -> Vec<Box<[u16]>> {
        if review.template.indicators.is_empty() {
            return Vec::new();
        }
        let known = self.read.as_ref().filter(|_| same_template);
        let before = |index: usize, entry: &Arc<Entry>| -> Option<Box<[u16]>> {
            let known = known?;
            let is_same =
                |at: &usize| matches!(known.entries.get(*at), Some(old) if Arc::ptr_eq(old, entry));
            let at = Some(index).filter(is_same).or_else(|| {
                let place = known.entries.binary_search_by_key(&entry.id, |old| old.id);
                place.ok().filter(is_same)
            })?;
            self.indicators.get(at).cloned()
        };
        let indicators = Indicators::of(&review.template);
        let parts = in_parts(
            review.entries.as_slice(),
            WORTH_A_THREAD,
            |first, part| -> Vec<Box<[u16]>> {
                let entries = (first..).zip(part);
                entries
                    .map(|(index, entry)| {
                        before(index, entry).unwrap_or_else(|| read(&indicators, entry))
                    })
                    .collect()
            },
        );
        parts.into_iter().flatten().collect()
    }

    fn joined(review: &Review, contradicted: &[EventId]) -> Self {
        if review.events.is_empty() {
            return Self::default();
        }
        let contradicted: HashSet<EventId> = contradicted.iter().copied().collect();
        let (first, rest): (Vec<&Event>, Vec<&Event>) = review
            .events
            .iter()
            .partition(|event| contradicted.contains(&event.id));
        let mut event_of = vec![NO_EVENT; review.entries.len()];
        let mut events = Vec::with_capacity(review.events.len());
        for (number, event) in (0u32..).zip(first.iter().chain(&rest)) {
            events.push(event.id);
            for id in &event.entries {
                if let Some(index) = index_of(review, *id) {
                    event_of[index] = number;
                }
            }
        }
        Self {
            event_of,
            events,
            contradicted: first.len(),
            ..Self::default()
        }
    }
}

/// Fewer entries than this are read sooner than another thread is started.
const WORTH_A_THREAD: usize = 2000;

/// What a record only denies or asks about is no sign of danger.
fn read(indicators: &Indicators<'_>, entry: &Entry) -> Box<[u16]> {
    let signs = indicators.of_entry(entry);
    signs
        .iter()
        .filter(|sign| !sign.denied)
        .filter_map(|sign| u16::try_from(sign.indicator).ok())
        .collect()
}

fn index_of(review: &Review, id: EntryId) -> Option<usize> {
    review
        .entries
        .binary_search_by_key(&id, |entry| entry.id)
        .ok()
}

/// Events whose records contradict each other, and of which the panel has not said that they do not, or which is right.
fn contradicted_events(review: &Review, people: &PeopleIndex) -> Vec<EventId> {
    if review.events.is_empty() {
        return Vec::new();
    }
    let is_over = |standing| matches!(standing, Standing::Resolved | Standing::None);
    let groups: Vec<Vec<EntryId>> = review
        .events
        .iter()
        .map(|event| event.entries.clone())
        .collect();
    let said = |about, entries| {
        review
            .contradictions
            .iter()
            .find(|known| known.about == about && known.entries == entries)
    };
    let found = contradictions(review, &groups, people);
    let open = found
        .iter()
        .filter(|found| {
            !said(found.about, found.entries).is_some_and(|known| is_over(known.standing))
        })
        .map(|found| found.entries);
    let recorded = review
        .contradictions
        .iter()
        .filter(|known| !is_over(known.standing))
        .map(|known| known.entries);
    let event_of: HashMap<EntryId, EventId> = review
        .events
        .iter()
        .flat_map(|event| event.entries.iter().map(|entry| (*entry, event.id)))
        .collect();
    let mut events: Vec<EventId> = open
        .chain(recorded)
        .filter_map(|[one, other]| {
            let event = event_of.get(&one)?;
            (event_of.get(&other) == Some(event)).then_some(*event)
        })
        .collect();
    events.sort_unstable();
    events.dedup();
    events
}
