//! What a task finds out about the register: pseudonyms that give away, misspellings, words in doubt, and every replacement.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Change, PeopleState};
use crate::app::{Effect, Open, Room, State, Task, TaskKind};
use crate::chronology::sentence_around;
use crate::identities::{
    self, Doubtful, IdentityOf, Misspelling, Pseudonymised, Warning, Whereabouts,
};
use crate::model::{PersonId, Review};

#[derive(Debug, Clone, Default)]
pub struct IdentitiesFound {
    pub warnings: Vec<Warning>,
    pub misspellings: Vec<Misspelling>,
    /// In the order in which they stand in the review.
    pub doubts: Vec<Doubt>,
    pub changes: Vec<Change>,
}

/// A word that may be a name or not, once for the words that stand around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    pub form: String,
    pub before: String,
    pub after: String,
    /// Whose name it may be; empty where it may be that of a place.
    pub people: Vec<PersonId>,
    /// How often it stands so.
    pub times: usize,
    /// Where first, and the how manyth of the same words there.
    pub at: Whereabouts,
    pub nth: usize,
    /// The sentence, before the word, and after it.
    pub sentence: (String, String),
}

/// What was found last, and of which revision.
#[derive(Debug, Clone, Default)]
pub struct Looked {
    found: Option<Arc<IdentitiesFound>>,
    found_of: Option<i64>,
    is_under_way: bool,
}

impl Looked {
    pub fn found(&self) -> Option<&Arc<IdentitiesFound>> {
        self.found.as_ref()
    }

    /// Whether nothing was changed since.
    pub fn is_of(&self, review: &Review) -> bool {
        self.found_of == Some(review.revision)
    }
}

impl PeopleState {
    /// What there is to settle: the figure at the part’s name.
    pub fn to_settle(&self) -> usize {
        self.found.found().map_or(0, |found| {
            found.warnings.len() + found.misspellings.len() + found.doubts.len()
        })
    }
}

impl IdentitiesFound {
    pub fn warnings_of(&self, of: IdentityOf) -> impl Iterator<Item = &Warning> {
        self.warnings.iter().filter(move |warning| warning.of == of)
    }
}

/// The task that looks, while the room is shown and something was changed since it looked last.
pub(in crate::app) fn wanted(open: &mut Open) -> Option<Effect> {
    if open.room != Room::PeopleAndAgencies || open.is_disguised() {
        return None;
    }
    let looked = &mut open.people.found;
    if looked.is_under_way || looked.is_of(&open.review) {
        return None;
    }
    looked.is_under_way = true;
    let (store, review) = (open.store(), Arc::clone(&open.review));
    Some(Effect::Start(Task::new(
        TaskKind::Identities,
        "Looking for names",
        move |_| {
            let found = Arc::new(look(&review));
            let revision = review.revision;
            Box::new(move |state: &mut State| {
                if let Some(open) = state.open_as(&store) {
                    open.people.take_in(found, revision, &open.review);
                }
                Ok(Vec::new())
            })
        },
    )))
}

impl PeopleState {
    fn take_in(&mut self, found: Arc<IdentitiesFound>, revision: i64, review: &Review) {
        self.found = Looked {
            found: Some(found),
            found_of: Some(revision),
            is_under_way: false,
        };
        self.narrow(self.filter);
        self.choices = self.counted(review);
    }
}

fn look(review: &Review) -> IdentitiesFound {
    let disguised = identities::disguised(review);
    let allowed = &review.publishing.allowed;
    let is_allowed = |word: &str| {
        let mut allowed = allowed.iter();
        allowed.any(|one| one.words.eq_ignore_ascii_case(word))
    };
    let mut misspellings = identities::misspellings(review);
    misspellings.retain(|misspelling| !is_allowed(&misspelling.word));
    IdentitiesFound {
        warnings: identities::warnings(review),
        misspellings,
        doubts: doubts(&disguised),
        changes: super::changes::all(&disguised),
    }
}

fn doubts(disguised: &Pseudonymised) -> Vec<Doubt> {
    let mut known: HashMap<(&str, &str, &str), usize> = HashMap::new();
    let mut doubts: Vec<Doubt> = Vec::new();
    for (at, doubtful) in &disguised.doubtful {
        let Doubtful {
            range,
            form,
            before,
            after,
            people,
        } = doubtful;
        let key = (form.as_str(), before.as_str(), after.as_str());
        if let Some(place) = known.get(&key) {
            doubts[*place].times += 1;
            continue;
        }
        known.insert(key, doubts.len());
        let text = disguised.texts.get(at).map_or("", String::as_str);
        let stands_there = text.get(range.clone()) == Some(form.as_str());
        let (sentence, nth) = match stands_there {
            true => (
                around(text, range),
                text[..range.start].matches(form.as_str()).count(),
            ),
            false => ((before.clone(), after.clone()), 0),
        };
        doubts.push(Doubt {
            form: form.clone(),
            before: before.clone(),
            after: after.clone(),
            people: people.clone(),
            times: 1,
            at: *at,
            nth,
            sentence,
        });
    }
    doubts
}

/// The rest of the sentence, before and after.
fn around(text: &str, range: &std::ops::Range<usize>) -> (String, String) {
    let sentence = sentence_around(text, range.start);
    let before = text.get(sentence.start..range.start).unwrap_or_default();
    let after = text.get(range.end..sentence.end.max(range.end));
    let in_one_line = |text: &str| text.replace('\n', " ");
    (
        in_one_line(before.trim_start()),
        in_one_line(after.unwrap_or_default().trim_end()),
    )
}
