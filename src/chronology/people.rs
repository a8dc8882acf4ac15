use std::sync::Arc;

use super::names::{FoundName, Names};
use crate::jobs::in_parts;
use crate::model::{Entry, Person, PersonId, Review};

/// How we know that an entry speaks of a person; the first that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// The chair said so.
    ByHand,
    /// Named in the cell that says who was seen.
    Seen,
    /// Named somewhere else in the entry.
    InText,
}

/// A person an entry speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    pub person: PersonId,
    pub how: How,
    /// Everything found may mean somebody or something else: a form that two people share, or a name in small
    /// letters, or one that is a month too.
    pub uncertain: bool,
    /// Found in the author's comment only, which is no record of a contact.
    pub comment_only: bool,
}

/// Who is named in which entry, for one revision.
#[derive(Debug, Clone, Default)]
pub struct PeopleIndex {
    /// What was read, so that the next revision's index need read only what is new.
    people: Vec<Person>,
    entries: Arc<Vec<Arc<Entry>>>,
    named: Vec<Named>,
    /// Where the named of each entry begin; one more than there are entries.
    starts: Vec<usize>,
}

impl PeopleIndex {
    /// Reads every entry for the names and other forms of the people in the register. Who made the record is not
    /// read: the recorder is not the one recorded.
    pub fn of(review: &Review) -> Self {
        Self::default().refreshed(review)
    }

    /// The same as [`Self::of`], much faster where few entries have changed since this index was made.
    pub fn refreshed(&self, review: &Review) -> Self {
        let names = Names::of(&review.people);
        let known = (self.people == review.people).then_some(self);
        let entries = review.entries.as_slice();
        let parts = in_parts(entries, WORTH_A_THREAD, |first, part| {
            Part::read(first, part, &names, known)
        });
        let mut index = Self {
            people: review.people.clone(),
            entries: Arc::clone(&review.entries),
            named: Vec::new(),
            starts: Vec::with_capacity(entries.len() + 1),
        };
        for mut part in parts {
            let before = index.named.len();
            index
                .starts
                .extend(part.starts.iter().map(|start| before + start));
            index.named.append(&mut part.named);
        }
        index.starts.push(index.named.len());
        index
    }

    /// Whom the entry at `index` of `review.entries` speaks of, each once: by hand, then seen, then in the text.
    pub fn in_entry(&self, index: usize) -> &[Named] {
        match (self.starts.get(index), self.starts.get(index + 1)) {
            (Some(start), Some(end)) => &self.named[*start..*end],
            _ => &[],
        }
    }

    /// Whether both name the same people in the same places.
    pub fn names_as(&self, other: &Self) -> bool {
        self.named == other.named && self.starts == other.starts
    }

    /// Where `entry` stood, if it is the very same: at the same index, or elsewhere since entries came or went.
    fn place_of(&self, entry: &Arc<Entry>, near: usize) -> Option<usize> {
        let is_same = |at: &usize| {
            self.entries
                .get(*at)
                .is_some_and(|known| Arc::ptr_eq(known, entry))
        };
        Some(near).filter(is_same).or_else(|| {
            let at = self
                .entries
                .binary_search_by_key(&entry.id, |known| known.id);
            at.ok().filter(is_same)
        })
    }
}

/// Fewer entries than this are read sooner than another thread is started.
const WORTH_A_THREAD: usize = 2000;

/// The named of a run of entries.
struct Part {
    named: Vec<Named>,
    starts: Vec<usize>,
}

impl Part {
    /// `first`: index of the first of `entries` in the review.
    fn read(
        first: usize,
        entries: &[Arc<Entry>],
        names: &Names,
        known: Option<&PeopleIndex>,
    ) -> Self {
        let mut part = Self {
            named: Vec::new(),
            starts: Vec::with_capacity(entries.len()),
        };
        let mut scratch = Scratch::default();
        for (index, entry) in (first..).zip(entries) {
            part.starts.push(part.named.len());
            let place = known.and_then(|known| Some((known, known.place_of(entry, index)?)));
            match place {
                Some((known, place)) => part.named.extend_from_slice(known.in_entry(place)),
                None => {
                    scratch.read(entry, names);
                    part.named.append(&mut scratch.named);
                }
            }
        }
        part
    }
}

/// Room that is used again from entry to entry.
#[derive(Default)]
struct Scratch {
    found: Vec<FoundName>,
    named: Vec<Named>,
}

impl Scratch {
    fn read(&mut self, entry: &Entry, names: &Names) {
        for person in &entry.people {
            self.note(Named {
                person: *person,
                how: How::ByHand,
                uncertain: false,
                comment_only: false,
            });
        }
        if names.is_empty() {
            return;
        }
        self.read_cell(&entry.seen, How::Seen, false, names);
        self.read_cell(&entry.text, How::InText, false, names);
        self.read_cell(&entry.response, How::InText, false, names);
        for (_, wording) in &entry.other {
            self.read_cell(wording, How::InText, false, names);
        }
        self.read_cell(&entry.comment, How::InText, true, names);
    }

    fn read_cell(&mut self, wording: &str, how: How, comment_only: bool, names: &Names) {
        if wording.is_empty() {
            return;
        }
        self.found.clear();
        names.in_text(wording, &mut self.found);
        for at in 0..self.found.len() {
            let FoundName {
                person, uncertain, ..
            } = self.found[at];
            self.note(Named {
                person,
                how,
                uncertain,
                comment_only,
            });
        }
    }

    /// Keeps the first way in which a person was found; a later certain place makes the person certain.
    fn note(&mut self, new: Named) {
        match self
            .named
            .iter_mut()
            .find(|known| known.person == new.person)
        {
            Some(known) => known.uncertain &= new.uncertain,
            None => self.named.push(new),
        }
    }
}
