//! Signs of danger over time, and their words in the records.

use std::collections::HashMap;

use chrono::{Datelike, Months, NaiveDate};

use super::{
    Action, AnalysisAction, AnalysisPart, Effect, EntryId, Material, Open, Opened, Review, latest,
};
use crate::app::Piece;
use crate::chronology::{Escalation, Indicators, Sighting, escalation};

/// What was found, and the key dates that lie within its stretches.
#[derive(Debug, Clone, Default)]
pub struct Danger {
    pub escalation: Escalation,
    pub lines: Vec<DateLine>,
}

/// A day that is drawn across the signs.
#[derive(Debug, Clone, PartialEq)]
pub struct DateLine {
    pub name: String,
    /// In stretches from the first day: 2.5 is the middle of the third.
    pub at: f32,
}

#[derive(Debug, Clone)]
pub enum DangerAction {
    /// Shows the records behind a figure with the words marked: of the indicator with this key, or of any.
    Open(Opened, Option<String>),
}

/// A cell of a record as it is shown while its words are looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkedWords {
    /// What differs are the words.
    pub pieces: Vec<Piece>,
    /// All of them only deny it or ask about it.
    pub denied: bool,
}

impl From<DangerAction> for Action {
    fn from(action: DangerAction) -> Self {
        Self::Analysis(AnalysisAction::Danger(action))
    }
}

pub(super) fn update(open: &mut Open, action: DangerAction) {
    let DangerAction::Open(opened, indicator) = action;
    let indicators = Indicators::of(&open.review.template);
    let mut marks: HashMap<EntryId, Vec<MarkedWords>> = HashMap::new();
    for id in opened.entries.iter().take(MARKED) {
        if let Some(entry) = open.review.entry(*id) {
            let found = indicators.sightings(entry, indicator.as_deref());
            marks.insert(*id, found.iter().map(marked).collect());
        }
    }
    open.analysis.marks = marks;
    open.analysis.opened = Some(opened);
}

pub(super) fn wanted(open: &mut Open) -> Option<Effect> {
    latest::look(
        open,
        AnalysisPart::Danger,
        |analysis| &mut analysis.danger,
        |material, _| Ok(in_all(material)),
    )
}

fn in_all(material: &Material) -> Danger {
    let escalation = escalation(&material.review, &material.order);
    Danger {
        lines: lines(&material.review, &escalation),
        escalation,
    }
}

/// The death, and the key dates that the chair added: steps of the review itself are no part of the story.
fn lines(review: &Review, escalation: &Escalation) -> Vec<DateLine> {
    let dates = review.key_dates.iter();
    dates
        .filter(|date| date.kind == "death" || date.kind.is_empty())
        .filter_map(|date| {
            let day = date.when.earliest.or(date.when.latest)?.date;
            Some(DateLine {
                name: date.label.clone(),
                at: place(escalation, day)?,
            })
        })
        .collect()
}

fn place(escalation: &Escalation, day: NaiveDate) -> Option<f32> {
    let stretches = &escalation.stretches;
    let index = stretches
        .partition_point(|first| *first <= day)
        .checked_sub(1)?;
    let first = *stretches.get(index)?;
    let months = Months::new(if escalation.by_year { 12 } else { 3 });
    let end = first.checked_add_months(months)?;
    let days = |from: NaiveDate, until: NaiveDate| {
        f32::from(i16::try_from(until.num_days_from_ce() - from.num_days_from_ce()).unwrap_or(0))
    };
    let whole = f32::from(u16::try_from(index).unwrap_or(u16::MAX));
    (day < end).then(|| whole + days(first, day) / days(first, end))
}

/// No more records than this are drawn beside a figure.
const MARKED: usize = 100;

/// So much of a long wording is shown, and so much of it before the first of the words.
const SHOWN: usize = 420;
const BEFORE: usize = 140;

fn marked(sighting: &Sighting) -> MarkedWords {
    let wording = &sighting.wording;
    let first = sighting.places.first().map_or(0, |place| place.start);
    let (from, until) = match wording.len() <= SHOWN {
        true => (0, wording.len()),
        false => {
            let from = at_word(wording, first.saturating_sub(BEFORE));
            (from, at_word(wording, (from + SHOWN).max(first + BEFORE)))
        }
    };
    let mut pieces = Vec::new();
    let mut add = |text: &str, differs: bool| {
        if !text.is_empty() {
            pieces.push(Piece {
                text: text.to_owned(),
                differs,
            });
        }
    };
    add(if from > 0 { "… " } else { "" }, false);
    let mut at = from;
    for place in &sighting.places {
        if place.start < at || place.end > until {
            continue;
        }
        add(&wording[at..place.start], false);
        add(&wording[place.clone()], true);
        at = place.end;
    }
    add(&wording[at..until], false);
    add(if until < wording.len() { " …" } else { "" }, false);
    MarkedWords {
        pieces,
        denied: sighting.denied,
    }
}

/// The end of the last word that ends before `at`; the beginning or end of the text where there is none.
fn at_word(text: &str, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    let blanks = text.match_indices(char::is_whitespace);
    blanks
        .map(|(start, _)| start)
        .take_while(|start| *start <= at)
        .last()
        .unwrap_or(0)
}
