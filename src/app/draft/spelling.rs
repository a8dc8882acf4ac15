//! Spelling, checked in a task whenever the text rests long enough for the one before to have ended.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use crate::app::{Effect, Notice, Open, Problem, State, Task, TaskKind, field};
use crate::drafting::spelling::{Known, Unknown, suggestions, unknown_words};
use crate::drafting::{Place, Sought};
use crate::edits;
use crate::model::{Section, SectionId};

#[derive(Debug, Clone, Default)]
pub struct SpellingState {
    /// Words of the draft that nobody knows, in the order of the alphabet.
    pub unknown: Vec<Unknown>,
    /// The same of the section that is shown.
    pub here: HashSet<String>,
    /// The word that is looked at.
    pub current: Option<String>,
    /// By word; empty where nothing like it is known.
    pub suggestions: HashMap<String, Vec<String>>,
    /// Whether the draft was looked through at all.
    pub looked: bool,
    known: Known,
    known_of: Option<i64>,
    checked: HashMap<SectionId, Checked>,
    under_way: bool,
}

#[derive(Debug, Clone, Default)]
struct Checked {
    text: u64,
    unknown: Vec<Unknown>,
}

#[derive(Debug, Clone)]
pub enum SpellingAction {
    /// Shows where the word stands, and asks what may have been meant.
    Look(String),
    /// Puts another in its place, wherever it stands.
    Replace { word: String, with: String },
}

pub(super) fn update(state: &mut State, action: SpellingAction) -> Result<Vec<Effect>, Problem> {
    match action {
        SpellingAction::Look(word) => look_at(state, word),
        SpellingAction::Replace { word, with } => {
            replace(state, word, &with)?;
            Ok(Vec::new())
        }
    }
}

fn look_at(state: &mut State, word: String) -> Result<Vec<Effect>, Problem> {
    let Some(open) = state.open.as_mut() else {
        return Ok(Vec::new());
    };
    let spelling = &mut open.draft.spelling;
    let unknown = spelling.unknown.iter().find(|unknown| unknown.word == word);
    let place = unknown
        .and_then(|unknown| next_place(&unknown.places, &open.draft.chosen, open.draft.section));
    spelling.current = Some(word.clone());
    let asked = spelling.suggestions.contains_key(&word);
    if let Some(place) = place {
        super::show(state, place)?;
    }
    if asked {
        return Ok(Vec::new());
    }
    let task = Task::new(TaskKind::Suggest, "Looking for words like it", move |_| {
        let found = suggestions(&word);
        Box::new(move |state: &mut State| {
            if let Some(open) = state.open.as_mut() {
                open.draft.spelling.suggestions.insert(word, found);
            }
            Ok(Vec::new())
        })
    });
    Ok(vec![Effect::Start(task)])
}

/// The place behind the one that is chosen, the first where none is.
fn next_place(
    places: &[Place],
    chosen: &std::ops::Range<usize>,
    section: Option<SectionId>,
) -> Option<Place> {
    let at = places
        .iter()
        .position(|place| Some(place.section) == section && place.range == *chosen);
    let next = at.map_or(0, |at| (at + 1) % places.len());
    places.get(next).cloned()
}

fn replace(state: &mut State, word: String, with: &str) -> Result<(), Problem> {
    field::leave(state)?;
    let Some(open) = state.open.as_mut() else {
        return Ok(());
    };
    let sought = Sought {
        words: word,
        capitals: true,
        whole_words: true,
    };
    let replaced = open.edit("Nothing was replaced", |store| {
        edits::replace_words(store, &sought, with)
    })?;
    open.draft.spelling.current = None;
    state.tell(Notice::Done(match replaced {
        1 => "Replaced in 1 place; one undo takes it back".to_owned(),
        count => format!("Replaced in {count} places; one undo takes it all back"),
    }));
    Ok(())
}

/// The task that checks what was not checked yet; one at a time, since each takes what is there when it begins.
pub(super) fn look(open: &mut Open) -> Option<Effect> {
    let spelling = &mut open.draft.spelling;
    if spelling.known_of != Some(open.review.revision) {
        spelling.known_of = Some(open.review.revision);
        let known = Known::of(&open.review);
        if known != spelling.known {
            spelling.known = known;
            spelling.checked.clear();
        }
    }
    let sections = &open.draft.look.sections;
    let unchecked: Vec<Section> = sections
        .iter()
        .filter(|section| {
            let checked = spelling.checked.get(&section.id);
            checked.is_none_or(|checked| checked.text != hash_of(&section.text))
        })
        .cloned()
        .collect();
    spelling.show_section(open.draft.section);
    if spelling.under_way || unchecked.is_empty() {
        return None;
    }
    spelling.under_way = true;
    let known = spelling.known.clone();
    let store = open.store();
    let task = Task::new(TaskKind::Spell, "Checking the spelling", move |_| {
        let checked: Vec<(SectionId, Checked)> = unchecked
            .iter()
            .map(|section| {
                let checked = Checked {
                    text: hash_of(&section.text),
                    unknown: unknown_words(std::slice::from_ref(section), &known),
                };
                (section.id, checked)
            })
            .collect();
        Box::new(move |state: &mut State| {
            if let Some(open) = state.open_as(&store) {
                open.draft.spelling.take(
                    checked,
                    &known,
                    &open.draft.look.sections,
                    open.draft.section,
                );
            }
            Ok(Vec::new())
        })
    });
    Some(Effect::Start(task))
}

impl SpellingState {
    fn take(
        &mut self,
        checked: Vec<(SectionId, Checked)>,
        known: &Known,
        sections: &Arc<Vec<Section>>,
        current: Option<SectionId>,
    ) {
        self.under_way = false;
        self.looked = true;
        if *known == self.known {
            self.checked.extend(checked);
        }
        let mut words: Vec<Unknown> = Vec::new();
        let all = sections
            .iter()
            .filter_map(|section| self.checked.get(&section.id));
        for unknown in all.flat_map(|checked| &checked.unknown) {
            match words.iter_mut().find(|known| known.word == unknown.word) {
                Some(known) => known.places.extend(unknown.places.iter().cloned()),
                None => words.push(unknown.clone()),
            }
        }
        words.sort_by_cached_key(|unknown| (unknown.word.to_lowercase(), unknown.word.clone()));
        self.unknown = words;
        self.show_section(current);
    }

    fn show_section(&mut self, current: Option<SectionId>) {
        let checked = current.and_then(|section| self.checked.get(&section));
        let words = checked.into_iter().flat_map(|checked| &checked.unknown);
        self.here = words.map(|unknown| unknown.word.clone()).collect();
    }
}

fn hash_of(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
