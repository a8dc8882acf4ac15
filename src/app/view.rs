//! The whole window with real names, or with pseudonyms: never both.
//!
//! The pseudonymised view is an `Open` of its own, made from the review as `identities::disguised` gives it, with states of its own: what was
//! shown, searched for or computed with real names is put aside with the `Open` it belongs to, and comes back with it. Nothing can be changed,
//! written or read from a kept file in this view; whatever is told in it goes through the same disguise.

use std::collections::HashSet;
use std::sync::Arc;

use super::open::SharedStore;
use super::{
    Action, Derived, Effect, EntryAction, FieldAction, Finish, Notice, Open, Pick, Problem, State,
    Task, TaskKind, chronology, field,
};
use crate::identities::{self, Disguise};
use crate::model::{Entry, EntryId, Review};
use crate::store::Hit;

pub(super) const FOR_READING: &str = "This is the pseudonymised view; it is for reading only. Switch back to the real names with Ctrl Shift P.";

pub(super) fn refusal() -> Problem {
    Problem::new(
        "This waits for the real names",
        "The pseudonymised view is for reading: nothing is changed, written or read from an agency’s file in it, so that real names \
         and pseudonyms never mix. Nothing was changed. Switch back with “Show real names” at the left, or Ctrl Shift P, and do it there.",
    )
}

/// Refuses what would have to show or store real names in the pseudonymised view.
pub(super) fn may(state: &State, action: &Action) -> Result<(), Problem> {
    let disguised = state.open.as_ref().is_some_and(|open| open.is_disguised());
    let needs_names = matches!(
        action,
        Action::Import(_)
            | Action::Publish(_)
            | Action::Field(FieldAction::Type(..))
            | Action::Entry(EntryAction::ShowSource(_))
    );
    match disguised && needs_names {
        true => Err(refusal()),
        false => Ok(()),
    }
}

/// Whether an effect may be carried out in the view that is shown.
pub(super) fn may_follow(state: &State, effect: &Effect) -> bool {
    let disguised = state.open.as_ref().is_some_and(|open| open.is_disguised());
    !disguised
        || match effect {
            Effect::Start(task) => task.kind.only_looks(),
            Effect::Pick(pick) => matches!(pick, Pick::OpenReview | Pick::NewReview),
            Effect::Show(_) => false,
            Effect::StopTasks | Effect::FocusSearch | Effect::Copy(_) => true,
        }
}

/// In the pseudonymised view a card names nobody, whatever it tells of.
pub(super) fn told(state: &State, notice: Notice) -> Notice {
    let Some(real) = state.open.as_deref().and_then(Open::real) else {
        return notice;
    };
    let disguise = Disguise::of(&real.review);
    let text = |text: &str| disguise.text(text).text;
    match notice {
        Notice::Done(words) => Notice::Done(text(&words)),
        Notice::Problem(problem) => Notice::Problem(Problem {
            title: text(&problem.title),
            words: text(&problem.words),
        }),
    }
}

/// Goes over to the other view. What is being typed is stored before; where it cannot be, the view stays.
pub(super) fn switch(state: &mut State) -> Result<Vec<Effect>, Problem> {
    field::leave(state)?;
    let Some(open) = state.open.take() else {
        return Ok(Vec::new());
    };
    if !open.is_disguised() {
        let task = disguise(&open);
        state.open = Some(open);
        return Ok(vec![Effect::Start(task)]);
    }
    let (room, person) = (open.room, open.people.person);
    state.open = open.into_real().map(|mut real| {
        real.room = room;
        real.people.person = person.or(real.people.person);
        real
    });
    clear(state);
    Ok(Vec::new())
}

fn disguise(open: &Open) -> Task {
    let (store, review, today) = (open.store(), Arc::clone(&open.review), open.today);
    Task::new(TaskKind::Disguise, "Putting pseudonyms in", move |_| {
        let disguised = identities::disguised(&review).review;
        let derived = Derived::of(&disguised, today);
        let revision = review.revision;
        let finish: Finish =
            Box::new(move |state| arrive(state, &store, revision, disguised, derived));
        finish
    })
}

fn arrive(
    state: &mut State,
    store: &SharedStore,
    revision: i64,
    disguised: Review,
    derived: Derived,
) -> Result<Vec<Effect>, Problem> {
    field::leave(state)?;
    let Some(open) = state.open.take_if(|open| open.is(store)) else {
        return Ok(Vec::new());
    };
    if open.review.revision != revision {
        let task = disguise(&open);
        state.open = Some(open);
        return Ok(vec![Effect::Start(task)]);
    }
    let (entry, person) = (open.chronology.current, open.people.person);
    let mut open = Open::disguising(open, Arc::new(disguised), derived);
    if let Some(entry) = entry {
        chronology::show(&mut open, entry);
    }
    open.people.person = person.or(open.people.person);
    state.open = Some(Box::new(open));
    clear(state);
    Ok(Vec::new())
}

/// What was told or searched for in the one view is not shown in the other.
fn clear(state: &mut State) {
    state.notices.clear();
    state.search.close();
}

/// Entries that hold all of `words` as beginnings of words, in the order of the review.
pub(super) fn hits(review: &Review, words: &str, limit: usize) -> Vec<Hit> {
    let sought = small_words(words);
    let entries = review.entries.iter();
    let holding = entries.filter(|entry| holds(entry, &sought));
    let hit = |entry: &Arc<Entry>| Hit {
        entry: entry.id,
        snippet: snippet(entry, &sought),
    };
    holding.take(limit).map(hit).collect()
}

pub(super) fn found(review: &Review, words: &str) -> HashSet<EntryId> {
    let sought = small_words(words);
    let entries = review.entries.iter();
    let holding = entries.filter(|entry| holds(entry, &sought));
    holding.map(|entry| entry.id).collect()
}

fn small_words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn holds(entry: &Entry, sought: &[String]) -> bool {
    if sought.is_empty() {
        return false;
    }
    let words: Vec<String> = texts(entry).into_iter().flat_map(small_words).collect();
    let has = |sought: &String| words.iter().any(|word| word.starts_with(sought.as_str()));
    sought.iter().all(has)
}

fn texts(entry: &Entry) -> [&str; 6] {
    [
        &entry.text,
        &entry.response,
        &entry.seen,
        &entry.document,
        &entry.comment,
        &entry.when.wording,
    ]
}

/// Some words around the first that was sought, which is marked.
fn snippet(entry: &Entry, sought: &[String]) -> String {
    const BEFORE: usize = 8;
    const WORDS: usize = 24;
    for text in texts(entry) {
        let words: Vec<&str> = text.split_whitespace().collect();
        let is_sought = |word: &&str| {
            let parts = small_words(word);
            let begins = |part: &String| sought.iter().any(|sought| part.starts_with(sought));
            parts.iter().any(begins)
        };
        let Some(at) = words.iter().position(&is_sought) else {
            continue;
        };
        let from = at.saturating_sub(BEFORE);
        let until = words.len().min(from + WORDS);
        let shown = words[from..until].iter().map(|word| match is_sought(word) {
            true => format!("{}{word}{}", Hit::OPEN, Hit::CLOSE),
            false => (*word).to_owned(),
        });
        let shown = shown.collect::<Vec<_>>().join(" ");
        let dots = |more: bool| if more { "…" } else { "" };
        return format!("{}{shown}{}", dots(from > 0), dots(until < words.len()));
    }
    String::new()
}
