//! Where the records of one event contradict each other: what the program finds, and what the chair made of it.

use std::collections::HashMap;

use super::latest::{MadeOf, look};
use super::{AnalysisAction, AnalysisPart, Latest};
use crate::app::{Action, Effect, Open, Piece, Problem, Room, word_by_word};
use crate::chronology::{self, Found};
use crate::edits;
use crate::model::{About, Contradiction, ContradictionId, EntryId, EventId, Review, Standing};

/// Which contradiction: there is one at most between two records about a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ContradictionKey {
    pub about: About,
    /// The lower id first.
    pub entries: [EntryId; 2],
}

impl ContradictionKey {
    pub fn of(about: About, [one, other]: [EntryId; 2]) -> Self {
        Self {
            about,
            entries: [one.min(other), one.max(other)],
        }
    }
}

/// What can be typed about a contradiction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ContradictionPart {
    /// How it was resolved, or who disputes it.
    Note,
    /// The words of the first or the second record.
    Words(usize),
}

/// How a line of the list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineStanding {
    /// Found by the program; the chair has said nothing of it yet.
    NotLookedAt,
    OnRecord(Standing),
}

impl LineStanding {
    pub const ALL: [Self; 5] = [
        Self::NotLookedAt,
        Self::OnRecord(Standing::Open),
        Self::OnRecord(Standing::Resolved),
        Self::OnRecord(Standing::Disputed),
        Self::OnRecord(Standing::None),
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::NotLookedAt => "Not looked at yet",
            Self::OnRecord(standing) => standing.words(),
        }
    }

    pub fn is_settled(self) -> bool {
        matches!(self, Self::OnRecord(standing) if standing.is_settled())
    }
}

/// One contradiction, as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct ContradictionLine {
    pub key: ContradictionKey,
    pub standing: LineStanding,
    /// The words of the two records, with what differs.
    pub words: [Vec<Piece>; 2],
    /// What the program says of it. `None`: it does not see it in the records as they stand.
    pub why: Option<String>,
    /// The words that the program finds now, where others are on record.
    pub now: Option<[String; 2]>,
    pub note: String,
    pub event: Option<EventId>,
}

impl ContradictionLine {
    pub fn words_of(&self, side: usize) -> String {
        let pieces = self.words.get(side).into_iter().flatten();
        pieces.map(|piece| piece.text.as_str()).collect()
    }
}

#[derive(Debug, Clone, Default)]
pub struct ContradictionsState {
    pub found: Latest<Vec<Found>>,
    /// In order of time of the first of the two records.
    pub lines: Vec<ContradictionLine>,
    /// What `lines` were made from.
    made_of: Option<MadeOf<Vec<Found>>>,
    /// Only lines that stand so.
    pub standing: Option<LineStanding>,
    /// Only lines about this.
    pub about: Option<About>,
    /// The settled lines are unfolded.
    pub shows_settled: bool,
    /// Drawn at once, of either kind.
    pub drawn: usize,
    /// The line that was asked for, and how often any was.
    pub at: Option<ContradictionKey>,
    pub asked: u64,
}

/// More lines are drawn as they are asked for.
const DRAWN: usize = 40;

#[derive(Debug, Clone)]
pub enum ContradictionsAction {
    Settle(ContradictionKey, Standing),
    /// Puts a contradiction that the chair sees in the list, and shows it there.
    Add(ContradictionKey),
    /// Goes to its line.
    ShowOne(ContradictionKey),
    /// Goes to the lines that stand so.
    ShowStanding(LineStanding),
    OfStanding(Option<LineStanding>),
    AboutOnly(Option<About>),
    ShowSettled(bool),
    DrawMore,
}

impl From<ContradictionsAction> for Action {
    fn from(action: ContradictionsAction) -> Self {
        Self::Analysis(AnalysisAction::Contradictions(action))
    }
}

impl ContradictionsState {
    /// How many the chair has not settled.
    pub fn open(&self) -> usize {
        let lines = self.lines.iter();
        lines.filter(|line| !line.standing.is_settled()).count()
    }

    /// Whether the lines are those of this revision.
    pub fn is_of(&self, review: &Review) -> bool {
        self.found.is_of(review)
    }

    /// The lines that the choices above the list leave, each with its number in the whole list.
    pub fn shown(&self) -> impl Iterator<Item = (usize, &ContradictionLine)> {
        (1..).zip(&self.lines).filter(|(_, line)| {
            self.standing
                .is_none_or(|standing| standing == line.standing)
                && self.about.is_none_or(|about| about == line.key.about)
        })
    }
}

/// Looks for contradictions anew, and brings the list up to date with what is on record.
pub(super) fn wanted(open: &mut Open) -> Option<Effect> {
    bring_up_to_date(open);
    look(
        open,
        AnalysisPart::Contradictions,
        |analysis| &mut analysis.contradictions.found,
        |material, _| {
            let events = material.review.events.iter();
            let groups: Vec<Vec<EntryId>> = events.map(|event| event.entries.clone()).collect();
            Ok(chronology::contradictions(
                &material.review,
                &groups,
                &material.people,
            ))
        },
    )
}

fn bring_up_to_date(open: &mut Open) {
    let state = &mut open.analysis.contradictions;
    let is_made = state
        .made_of
        .as_ref()
        .is_some_and(|made_of| made_of.holds(&open.review, &state.found));
    state.drawn = state.drawn.max(DRAWN);
    if !is_made {
        let known = state
            .found
            .found()
            .map_or(&[][..], |found| found.as_slice());
        state.lines = lines(&open.review, &open.derived.places, known);
        state.made_of = Some(MadeOf::of(&open.review, &state.found));
    }
    if let Some(at) = state.at {
        let place = state.lines.iter().position(|line| line.key == at);
        state.drawn = state.drawn.max(place.map_or(0, |place| place + 1));
    }
}

/// What is on record and what was found, each contradiction once. `places`: of each entry in order of time.
fn lines(review: &Review, places: &[u32], found: &[Found]) -> Vec<ContradictionLine> {
    let events: HashMap<EntryId, EventId> = review
        .events
        .iter()
        .flat_map(|event| event.entries.iter().map(|entry| (*entry, event.id)))
        .collect();
    let mut by_key: HashMap<ContradictionKey, &Found> = found
        .iter()
        .map(|found| (ContradictionKey::of(found.about, found.entries), found))
        .collect();
    let mut all: Vec<ContradictionLine> = Vec::new();
    for known in &review.contradictions {
        let key = ContradictionKey::of(known.about, known.entries);
        all.push(line(key, Some(known), by_key.remove(&key)));
    }
    for one in found {
        let key = ContradictionKey::of(one.about, one.entries);
        all.extend(by_key.remove(&key).map(|one| line(key, None, Some(one))));
    }
    all.retain(|line| {
        line.key
            .entries
            .iter()
            .all(|id| review.entry(*id).is_some())
    });
    for line in &mut all {
        let [one, other] = line.key.entries.map(|entry| events.get(&entry));
        line.event = one.filter(|event| Some(*event) == other).copied();
    }
    let place_of = |id: &EntryId| {
        let index = review.entries.binary_search_by_key(id, |entry| entry.id);
        index.ok().and_then(|index| places.get(index))
    };
    all.sort_by_key(|line| {
        let [one, other] = line.key.entries;
        (
            place_of(&one).min(place_of(&other)),
            line.key.entries,
            line.key.about,
        )
    });
    all
}

fn line(
    key: ContradictionKey,
    known: Option<&Contradiction>,
    found: Option<&Found>,
) -> ContradictionLine {
    let now = found.map(|found| [found.a.clone(), found.b.clone()]);
    let kept = known.map(|known| [known.a.clone(), known.b.clone()]);
    let kept = kept.filter(|words| words.iter().any(|words| !words.trim().is_empty()));
    let words = kept.clone().or_else(|| now.clone()).unwrap_or_default();
    ContradictionLine {
        key,
        standing: known.map_or(LineStanding::NotLookedAt, |known| {
            LineStanding::OnRecord(known.standing)
        }),
        words: beside(&words),
        why: found.map(|found| found.why.clone()),
        now: now.filter(|now| kept.is_some_and(|kept| kept != *now)),
        note: known.map_or_else(String::new, |known| known.note.clone()),
        event: None,
    }
}

/// What differs is marked where something is the same; two wordings that share no word need no marks.
fn beside([one, other]: &[String; 2]) -> [Vec<Piece>; 2] {
    let mut words = word_by_word(one, other);
    if words.iter().flatten().all(|piece| piece.differs) {
        let pieces = words.iter_mut().flatten();
        pieces.for_each(|piece| piece.differs = false);
    }
    words
}

pub(super) fn update(open: &mut Open, action: ContradictionsAction) -> Result<(), Problem> {
    match action {
        ContradictionsAction::Settle(key, standing) => {
            settle(open, key, |contradiction| contradiction.standing = standing)?;
        }
        ContradictionsAction::Add(key) => {
            // One that is known is only shown: its words and its standing stay.
            if on_record(&open.review, key).is_none() {
                settle(open, key, |_| {})?;
            }
            show(open, Some(key));
        }
        ContradictionsAction::ShowOne(key) => show(open, Some(key)),
        ContradictionsAction::ShowStanding(standing) => {
            show(open, None);
            open.analysis.contradictions.standing = Some(standing);
        }
        ContradictionsAction::OfStanding(standing) => {
            open.analysis.contradictions.standing = standing;
        }
        ContradictionsAction::AboutOnly(about) => open.analysis.contradictions.about = about,
        ContradictionsAction::ShowSettled(shows) => {
            open.analysis.contradictions.shows_settled = shows;
        }
        ContradictionsAction::DrawMore => open.analysis.contradictions.drawn += DRAWN,
    }
    Ok(())
}

fn show(open: &mut Open, key: Option<ContradictionKey>) {
    open.room = Room::Analysis;
    open.analysis.part = AnalysisPart::Contradictions;
    open.analysis.opened = None;
    let settled = key
        .and_then(|key| on_record(&open.review, key))
        .is_some_and(|known| known.standing.is_settled());
    let state = &mut open.analysis.contradictions;
    (state.standing, state.about) = (None, None);
    state.shows_settled |= settled;
    state.at = key;
    state.asked += 1;
}

fn on_record(review: &Review, key: ContradictionKey) -> Option<&Contradiction> {
    review
        .contradictions
        .iter()
        .find(|known| ContradictionKey::of(known.about, known.entries) == key)
}

/// Puts a contradiction on record with a change to it; the words of one that was not yet are those that were found.
fn settle(
    open: &mut Open,
    key: ContradictionKey,
    change: impl FnOnce(&mut Contradiction),
) -> Result<(), Problem> {
    let found = open.analysis.contradictions.found.found();
    let found = found.and_then(|found| {
        let mut all = found.iter();
        all.find(|one| ContradictionKey::of(one.about, one.entries) == key)
    });
    let [a, b] = found.map_or_else(Default::default, |one| [one.a.clone(), one.b.clone()]);
    let mut contradiction = match on_record(&open.review, key) {
        Some(known) => known.clone(),
        None => Contradiction {
            id: ContradictionId(0),
            about: key.about,
            entries: key.entries,
            a,
            b,
            standing: Standing::Open,
            note: String::new(),
        },
    };
    change(&mut contradiction);
    let before = open.review.revision;
    open.edit("The contradiction was not settled", |store| {
        edits::settle_contradiction(store, &contradiction)
    })?;
    // What the records say has not changed.
    let now = open.review.revision;
    open.analysis.contradictions.found.holds_for(before, now);
    Ok(())
}

/// Stores what was typed about a contradiction; typing nothing new puts nothing on record.
pub(in crate::app) fn write(
    open: &mut Open,
    key: ContradictionKey,
    part: ContradictionPart,
    text: &str,
) -> Result<(), Problem> {
    let text = text.trim();
    let lines = &open.analysis.contradictions.lines;
    let shown = lines.iter().find(|line| line.key == key);
    let present = shown.map(|line| match part {
        ContradictionPart::Note => line.note.clone(),
        ContradictionPart::Words(side) => line.words_of(side),
    });
    if present.unwrap_or_default() == text {
        return Ok(());
    }
    settle(open, key, |contradiction| {
        let place = match part {
            ContradictionPart::Note => &mut contradiction.note,
            ContradictionPart::Words(0) => &mut contradiction.a,
            ContradictionPart::Words(_) => &mut contradiction.b,
        };
        text.clone_into(place);
    })
}
