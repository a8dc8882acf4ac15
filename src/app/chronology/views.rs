//! Saved views: filter, search, order, columns, lanes and stretch of time under a name.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{ChronologyState, LaneChoice, TimelineLook, search};
use crate::app::{Effect, Notice, Open, Problem, State};
use crate::chronology::{Column, Filter, Grouping, Sorting, TimeRange};
use crate::edits;
use crate::model::{AgencyId, PersonId, Review, View, ViewId};

/// What a view asks for that is no longer there, in words.
type Missing = Vec<String>;

/// What a view keeps. Read field by field, so that one thing that is not understood costs no other.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
struct Settings {
    filter: Filter,
    words: String,
    columns: BTreeSet<Column>,
    sorting: Sorting,
    grouping: Grouping,
    /// In days since 1 January 1970, as [`TimeRange`].
    range: Option<(f64, f64)>,
    /// `None` in views that were saved before it was kept: the lanes stay as they are.
    lanes: Option<LaneChoice>,
    /// The same for the length of silences, in days.
    silence: Option<u32>,
    names: Names,
}

/// Names of what the filter gives by number, to be told when it is gone.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
struct Names {
    agencies: BTreeMap<i64, String>,
    people: BTreeMap<i64, String>,
}

impl Settings {
    fn of(state: &ChronologyState, review: &Review) -> Self {
        let agency = |id: &AgencyId| Some((id.0, review.agency(*id)?.name.clone()));
        let person = |id: &PersonId| Some((id.0, review.person(*id)?.name.clone()));
        Self {
            names: Names {
                agencies: state.filter.agencies.iter().filter_map(agency).collect(),
                people: state.filter.people.iter().filter_map(person).collect(),
            },
            filter: state.filter.clone(),
            words: state.words_asked_for().to_owned(),
            columns: state.columns.clone(),
            sorting: state.sorting,
            grouping: state.grouping,
            range: state.range.map(|range| (range.from(), range.until())),
            lanes: Some(state.look.lanes),
            silence: Some(state.look.silence),
        }
    }

    /// What stands in `text`, and what of it this version does not understand.
    fn read(text: &str) -> Result<(Self, Missing), serde_json::Error> {
        let mut value: Map<String, Value> = serde_json::from_str(text)?;
        let mut missing = Missing::new();
        let mut take = |name: &str| value.remove(name).unwrap_or(Value::Null);
        let filter = read_filter(take("filter"), &mut missing);
        let columns = read_list(take("columns"), "a column", &mut missing);
        Ok((
            Self {
                filter,
                columns: columns.into_iter().collect(),
                words: read_one(take("words"), "the search", &mut missing),
                sorting: read_one(take("sorting"), "the order", &mut missing),
                grouping: read_one(take("grouping"), "the groups", &mut missing),
                range: read_one(take("range"), "the stretch of time", &mut missing),
                lanes: read_one(take("lanes"), "the lanes", &mut missing),
                silence: read_one(take("silence"), "the length of silences", &mut missing),
                names: read_one(take("names"), "the names", &mut missing),
            },
            missing,
        ))
    }

    /// Takes out of the filter what the review no longer has, and names it.
    fn without_what_is_gone(mut self, review: &Review) -> (Self, Missing) {
        let mut missing = Missing::new();
        let names = &self.names;
        self.filter.agencies.retain(|id| {
            let there = review.agency(*id).is_some();
            if !there {
                missing.push(gone("the agency", names.agencies.get(&id.0), id.0));
            }
            there
        });
        self.filter.people.retain(|id| {
            let there = review.person(*id).is_some();
            if !there {
                missing.push(gone("the person", names.people.get(&id.0), id.0));
            }
            there
        });
        if let Some(only) = &mut self.filter.only {
            let before = only.entries.len();
            only.entries.retain(|id| review.entry(*id).is_some());
            match before - only.entries.len() {
                0 => {}
                1 => missing.push(format!("1 of the {before} records of “{}”", only.title)),
                lost => missing.push(format!(
                    "{lost} of the {before} records of “{}”",
                    only.title
                )),
            }
        }
        let template = &review.template;
        let mut keep = |list: &mut Vec<String>, what: &str, known: &dyn Fn(&str) -> bool| {
            list.retain(|key| {
                if !known(key) {
                    missing.push(format!("{what} “{key}”"));
                }
                known(key)
            });
        };
        keep(&mut self.filter.tags, "the tag", &|key| {
            review.weaknesses.iter().any(|weakness| weakness.key == key)
        });
        keep(&mut self.filter.sectors, "the sector", &|key| {
            template.sectors.iter().any(|sector| sector.key == key)
        });
        keep(&mut self.filter.indicators, "the sign of danger", &|key| {
            template
                .indicators
                .iter()
                .any(|indicator| indicator.key == key)
        });
        (self, missing)
    }
}

fn gone(what: &str, name: Option<&String>, id: i64) -> String {
    match name {
        Some(name) => format!("{what} “{name}”"),
        None => format!("{what} with the number {id}"),
    }
}

fn read_one<T: DeserializeOwned + Default>(value: Value, what: &str, missing: &mut Missing) -> T {
    if value.is_null() {
        return T::default();
    }
    serde_json::from_value(value).unwrap_or_else(|_| {
        missing.push(format!(
            "{what}, which this version of Lantern does not understand"
        ));
        T::default()
    })
}

fn read_list<T: DeserializeOwned>(value: Value, what: &str, missing: &mut Missing) -> Vec<T> {
    let Value::Array(items) = value else {
        return Vec::new();
    };
    let read = |item: Value| {
        let words = item.to_string();
        let read = serde_json::from_value(item);
        if read.is_err() {
            missing.push(format!(
                "{what} {words}, which this version of Lantern does not know"
            ));
        }
        read.ok()
    };
    items.into_iter().filter_map(read).collect()
}

/// Each part on its own, and each item of a list on its own.
fn read_filter(value: Value, missing: &mut Missing) -> Filter {
    let Value::Object(parts) = value else {
        return Filter::default();
    };
    let fits = |name: &str, value: &Value| {
        let mut one = Map::new();
        one.insert(name.to_owned(), value.clone());
        serde_json::from_value::<Filter>(Value::Object(one)).is_ok()
    };
    let mut understood = Map::new();
    for (name, value) in parts {
        let kept = match value {
            Value::Array(items) => {
                let (kept, lost): (Vec<Value>, Vec<Value>) = items
                    .into_iter()
                    .partition(|item| fits(&name, &json!([item])));
                missing.extend(lost.iter().map(|item| format!("{name}: {item}")));
                Value::Array(kept)
            }
            value if fits(&name, &value) => value,
            value => {
                missing.push(format!("{name}: {value}"));
                continue;
            }
        };
        understood.insert(name, kept);
    }
    serde_json::from_value(Value::Object(understood)).unwrap_or_default()
}

impl ChronologyState {
    /// Whether what is shown is no longer what the view that was opened holds.
    pub fn differs_from(&self, review: &Review, view: &View) -> bool {
        let present = Settings::of(self, review);
        Settings::read(&view.settings).map_or(true, |(saved, _)| {
            Settings {
                lanes: saved.lanes.or(present.lanes),
                silence: saved.silence.or(present.silence),
                names: Names::default(),
                ..saved
            } != Settings {
                names: Names::default(),
                ..present
            }
        })
    }

    /// The view that was opened last, where it is still there.
    pub fn opened_view<'a>(&self, review: &'a Review) -> Option<&'a View> {
        let opened = self.view?;
        review.views.iter().find(|view| view.id == opened)
    }
}

pub(super) fn show(state: &mut State, id: ViewId) -> Result<Vec<Effect>, Problem> {
    let Some(open) = state.open.as_mut() else {
        return Ok(Vec::new());
    };
    let Some(view) = open.review.views.iter().find(|view| view.id == id).cloned() else {
        return Ok(Vec::new());
    };
    let (settings, mut missing) = Settings::read(&view.settings).map_err(|error| {
        Problem::new(
            format!("The view “{}” was not opened", view.name),
            format!(
                "What it holds cannot be read ({error}). The chronology is shown as before. \
                 You can save the view anew under the same name, or remove it."
            ),
        )
    })?;
    let (settings, gone) = settings.without_what_is_gone(&open.review);
    missing.extend(gone);
    take_up(open, settings);
    open.chronology.view = Some(id);
    if !missing.is_empty() {
        state.tell(Notice::Problem(Problem::new(
            format!("The view “{}” is not shown as it was saved", view.name),
            format!(
                "It asks for what is no longer there: {}. The rest of it is shown. Save the view to keep it so.",
                missing.join("; ")
            ),
        )));
    }
    Ok(Vec::new())
}

/// Everything, in order of time, in the usual columns.
pub(super) fn leave(open: &mut Open) {
    let usual = TimelineLook::default();
    take_up(
        open,
        Settings {
            columns: Column::USUAL.into(),
            lanes: Some(usual.lanes),
            silence: Some(usual.silence),
            ..Settings::default()
        },
    );
    open.chronology.view = None;
}

fn take_up(open: &mut Open, settings: Settings) {
    let chronology = &mut open.chronology;
    chronology.filter = settings.filter;
    chronology.columns = settings.columns;
    chronology.sorting = settings.sorting;
    chronology.grouping = settings.grouping;
    chronology.folded.clear();
    chronology.range = settings
        .range
        .map(|(from, until)| TimeRange::new(from, until));
    let look = &mut chronology.look;
    if let Some(lanes) = settings.lanes.filter(|lanes| *lanes != look.lanes) {
        look.lanes = lanes;
        look.at = None;
    }
    look.silence = settings.silence.unwrap_or(look.silence);
    search(open, settings.words);
}

pub(super) fn save(open: &mut Open, name: &str) -> Result<(), Problem> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Problem::new(
            "The view was not saved",
            "Give it a name first, such as “Police before the separation”.",
        ));
    }
    let settings = Settings::of(&open.chronology, &open.review);
    let settings = serde_json::to_string(&settings)
        .map_err(|error| Problem::new("The view was not saved", error))?;
    let id = open.edit("The view was not saved", |store| {
        edits::save_view(store, name, &settings)
    })?;
    open.chronology.view = Some(id);
    Ok(())
}

pub(super) fn rename(open: &mut Open, id: ViewId, name: &str) -> Result<(), Problem> {
    open.edit("The view was not renamed", |store| {
        edits::rename_view(store, id, name)
    })
}

pub(super) fn remove(open: &mut Open, id: ViewId) -> Result<(), Problem> {
    open.edit("The view was not removed", |store| {
        edits::remove_view(store, id)
    })?;
    if open.chronology.view == Some(id) {
        open.chronology.view = None;
    }
    Ok(())
}
