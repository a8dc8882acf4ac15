//! The review's own list of weaknesses: its order, its parts, what each means, and what names it.

use super::latest::look;
use super::{AnalysisAction, AnalysisPart, Latest, Opened};
use crate::analysis::{Uses, uses};
use crate::app::{Action, Effect, Notice, Open, Problem, State};
use crate::edits;
use crate::model::{Review, Template, Weakness, WeaknessId};
use crate::templates;

#[derive(Debug, Clone, Default)]
pub struct WeaknessListState {
    /// For each weakness, in the order of the list as it was.
    pub found: Latest<Vec<Uses>>,
    /// The one whose fields are open.
    pub chosen: Option<WeaknessId>,
}

#[derive(Debug, Clone)]
pub enum WeaknessListAction {
    /// Opens the fields of a weakness; `None` closes them.
    Choose(Option<WeaknessId>),
    /// Adds one at the end, or a part of the weakness with this key.
    Add(Option<String>),
    /// To a place among those of its level, from 1.
    Move(WeaknessId, u32),
    /// Makes it a part of the weakness with this key, or with an empty key a weakness of its own.
    SetParent(WeaknessId, String),
    SetGoodPractice(WeaknessId, bool),
    Merge {
        gone: WeaknessId,
        into: WeaknessId,
    },
    Remove(WeaknessId),
    /// The records tagged with it, beside the list.
    OpenRecords(WeaknessId),
    /// Gives weaknesses without patterns those that come with the program.
    TakeRules,
}

impl From<WeaknessListAction> for Action {
    fn from(action: WeaknessListAction) -> Self {
        Self::Analysis(AnalysisAction::WeaknessList(action))
    }
}

impl WeaknessListState {
    pub(super) fn follow(&mut self, review: &Review) {
        let is_there = |id: &WeaknessId| review.weaknesses.iter().any(|one| one.id == *id);
        self.chosen = self.chosen.filter(is_there);
    }

    /// What names a weakness, as it was found last.
    pub fn uses_of(&self, key: &str) -> Option<&Uses> {
        self.found.found()?.iter().find(|uses| uses.weakness == key)
    }
}

/// Place among those of its level, from 1, and how many these are.
pub fn place_of_weakness(review: &Review, weakness: &Weakness) -> (u32, u32) {
    let like = review.weaknesses.iter();
    let like: Vec<WeaknessId> = like
        .filter(|other| other.parent == weakness.parent)
        .map(|other| other.id)
        .collect();
    let place = like.iter().position(|id| *id == weakness.id);
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    (count(place.map_or(1, |place| place + 1)), count(like.len()))
}

/// The template that comes with the program under the name of the review's own.
pub fn rules_at_hand(review: &Review) -> Option<&'static Template> {
    let known = templates::built_in().iter();
    let mut known = known.filter(|template| template.name == review.template.name);
    let template = known.next()?;
    let lacks = |weakness: &Weakness| {
        weakness.patterns.is_empty()
            && template
                .weaknesses
                .iter()
                .any(|known| known.key == weakness.key && !known.patterns.is_empty())
    };
    review.weaknesses.iter().any(lacks).then_some(template)
}

pub(super) fn wanted(open: &mut Open) -> Option<Effect> {
    look(
        open,
        AnalysisPart::WeaknessList,
        |analysis| &mut analysis.weakness_list.found,
        |material, _| Ok(uses(&material.review, &material.order)),
    )
}

pub(super) fn update(state: &mut State, action: WeaknessListAction) -> Result<(), Problem> {
    let Some(open) = state.open.as_mut() else {
        return Ok(());
    };
    match action {
        WeaknessListAction::Choose(chosen) => open.analysis.weakness_list.chosen = chosen,
        WeaknessListAction::Add(parent) => add(open, parent)?,
        WeaknessListAction::Move(id, to) => open.edit("The weakness was not moved", |store| {
            edits::move_weakness(store, id, to)
        })?,
        WeaknessListAction::SetParent(id, parent) => {
            change(open, id, |weakness| weakness.parent = parent)?;
        }
        WeaknessListAction::SetGoodPractice(id, good) => {
            change(open, id, |weakness| weakness.good_practice = good)?;
        }
        WeaknessListAction::Merge { gone, into } => {
            let tags = open.edit("The two were not merged", |store| {
                edits::merge_weaknesses(store, gone, into)
            })?;
            open.analysis.weakness_list.chosen = Some(into);
            state.tell(Notice::Done(format!(
                "Merged; {}. One undo parts them again.",
                tags_in_words(tags, "now bears the other name", "now bear the other name")
            )));
        }
        WeaknessListAction::Remove(id) => {
            let tags = open.edit("The weakness was not removed", |store| {
                edits::remove_weakness(store, id)
            })?;
            state.tell(Notice::Done(format!(
                "Removed; {}. One undo brings all of it back.",
                tags_in_words(tags, "went with it", "went with it")
            )));
        }
        WeaknessListAction::OpenRecords(id) => open_records(open, id),
        WeaknessListAction::TakeRules => {
            if let Some(template) = rules_at_hand(&open.review) {
                open.edit("The rules were not taken in", |store| {
                    edits::take_rules(store, template)
                })?;
            }
        }
    }
    Ok(())
}

fn tags_in_words(count: usize, one: &str, many: &str) -> String {
    match count {
        0 => "nothing was tagged with it".to_owned(),
        1 => format!("1 tag {one}"),
        _ => format!("{count} tags {many}"),
    }
}

/// With a name that is free, to be typed over.
fn add(open: &mut Open, parent: Option<String>) -> Result<(), Problem> {
    let is_free = |name: &String| open.review.weaknesses.iter().all(|one| one.name != *name);
    let mut names = (1_u32..).map(|number| match number {
        1 => "New weakness".to_owned(),
        _ => format!("New weakness {number}"),
    });
    let weakness = Weakness {
        id: WeaknessId(0),
        position: 0,
        key: String::new(),
        name: names.find(is_free).unwrap_or_default(),
        definition: String::new(),
        example: String::new(),
        good_practice: false,
        parent: parent.unwrap_or_default(),
        patterns: Vec::new(),
    };
    let id = open.edit("Nothing was added to the list", |store| {
        edits::add_weakness(store, &weakness)
    })?;
    open.analysis.weakness_list.chosen = Some(id);
    Ok(())
}

fn change(
    open: &mut Open,
    id: WeaknessId,
    change: impl FnOnce(&mut Weakness),
) -> Result<(), Problem> {
    let mut list = open.review.weaknesses.iter();
    let Some(mut weakness) = list.find(|weakness| weakness.id == id).cloned() else {
        return Ok(());
    };
    change(&mut weakness);
    open.edit("The weakness was not changed", |store| {
        edits::change_weakness(store, &weakness)
    })
}

fn open_records(open: &mut Open, id: WeaknessId) {
    let mut list = open.review.weaknesses.iter();
    let Some(weakness) = list.find(|weakness| weakness.id == id) else {
        return;
    };
    let uses = open.analysis.weakness_list.uses_of(&weakness.key);
    let entries = uses.map(|uses| uses.entries.clone()).unwrap_or_default();
    let title = format!("Tagged: {}", weakness.name);
    if !entries.is_empty() {
        open.analysis.opened = Some(Opened { title, entries });
        open.analysis.marks.clear();
    }
}
