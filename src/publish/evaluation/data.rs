//! What the layout is given: the evaluation as it is, every word fit for a page.

use chrono::Datelike;
use serde_json::{Value, json};

use crate::dates;
use crate::evaluation::{Block, Edition, Evaluation, HerPart, Table};
use crate::publish::matter::Matter;

pub(super) fn title(evaluation: &Evaluation) -> &str {
    match evaluation.programme.trim() {
        "" => "Untitled programme",
        title => title,
    }
}

/// Stands on every page.
pub(super) fn marking(evaluation: &Evaluation) -> &'static str {
    match (evaluation.edition, evaluation.hers) {
        (Edition::Internal, HerPart::Included) => {
            "Confidential – internal, with what partners told"
        }
        (Edition::Internal, HerPart::Locked) => "Confidential – internal",
        (Edition::Released, _) => "Small counts left out",
    }
}

pub(super) fn hers(evaluation: &Evaluation) -> &'static str {
    match evaluation.hers {
        HerPart::Included => "In it, in counts: their part of the file was open",
        HerPart::Locked => "Not in it: their part of the file was locked",
    }
}

/// What stands on the title page: name and value.
pub(super) fn facts(evaluation: &Evaluation) -> Vec<(&'static str, String)> {
    let edition = match evaluation.edition {
        Edition::Internal => "Internal, whole".to_owned(),
        Edition::Released => format!(
            "Released: no count from 1 to {}",
            evaluation.threshold.saturating_sub(1)
        ),
    };
    let readers = match (evaluation.edition, evaluation.hers) {
        (Edition::Internal, HerPart::Included) => {
            "Women’s safety work and the evaluator; single people can be recognised"
        }
        (Edition::Internal, HerPart::Locked) => {
            "Inside the programme only; single people can be recognised"
        }
        (Edition::Released, _) => "Anybody",
    };
    let mut facts = vec![
        ("As it stood on", dates::spoken_date(evaluation.on)),
        ("Edition", edition),
        ("For", readers.to_owned()),
        ("What partners told", hers(evaluation).to_owned()),
    ];
    if evaluation.template != evaluation.programme {
        facts.insert(0, ("Programme", evaluation.template.clone()));
    }
    facts
}

/// What does not fit together, as sentences under headings.
pub(super) fn consistency(evaluation: &Evaluation) -> Vec<String> {
    let found = &evaluation.consistency;
    let mut words = Vec::new();
    if found.own.is_empty() {
        words.push("Nothing in the programme’s own file contradicts itself.".to_owned());
    }
    words.extend(found.own.iter().cloned());
    words.extend(found.notes.iter().cloned());
    if found.compared > 0 {
        words.push(format!(
            "{} printed figures of another report stand in this evaluation, too; {} of them are not the same.",
            found.compared,
            found.differing.len()
        ));
    }
    words.extend(found.differing.iter().map(|left| {
        format!(
            "{}: printed {}, found here {}.",
            left.figure, left.printed, left.found
        )
    }));
    if !found.published.is_empty() {
        words.push("Printed figures that do not follow from each other:".to_owned());
    }
    words.extend(found.published.iter().map(|one| {
        format!(
            "{}: printed {}, it would be {}. {}",
            one.figure, one.printed, one.follows, one.why
        )
    }));
    words
}

pub(super) const CONSISTENCY: &str = "What does not fit together";

pub(super) fn data(evaluation: &Evaluation, matter: &mut Matter) -> Value {
    let facts: Vec<Value> = facts(evaluation)
        .into_iter()
        .map(|(name, value)| json!({ "name": name, "value": value }))
        .collect();
    let on = evaluation.on;
    let title = title(evaluation);
    let about = json!({
        "title": title,
        "label": "Evaluation of a programme for men who have used violence",
        "subject": "Evaluation",
        "facts": facts,
        "reference": "",
        "author": "",
        "description": format!("Evaluation of {title}. {}", marking(evaluation)),
        "date": [on.year(), on.month(), on.day()],
        "version": format!("As of {}", dates::spoken_date(on)),
        "fictional": false,
        "fictional_words": "",
        "marking": marking(evaluation),
    });
    let mut sections: Vec<Value> = evaluation
        .sections
        .iter()
        .map(|section| {
            let blocks: Vec<Value> = section.blocks.iter().map(block).collect();
            json!({ "title": section.title, "blocks": blocks })
        })
        .collect();
    let consistency = consistency(evaluation).into_iter();
    let blocks: Vec<Value> = consistency.map(|words| json!({ "words": words })).collect();
    sections.push(json!({ "title": CONSISTENCY, "blocks": blocks }));
    fit(json!({ "about": about, "sections": sections }), matter)
}

fn block(block: &Block) -> Value {
    match block {
        Block::Words(words) => json!({ "words": words }),
        Block::Table(table) => json!({ "table": table_data(table) }),
        Block::Figure(figure) => json!({ "figure": figure }),
    }
}

fn table_data(table: &Table) -> Value {
    let rows: Vec<Value> = table
        .rows
        .iter()
        .map(|row| {
            let cells = row
                .cells
                .iter()
                .map(|cell| json!({ "said": cell.said, "quiet": cell.left_out.is_some() }));
            json!({ "name": row.name, "cells": cells.collect::<Vec<_>>() })
        })
        .collect();
    json!({
        "title": table.title,
        "about": table.about,
        "columns": table.columns,
        "rows": rows,
        "left_out": table.left_out,
    })
}

/// Every word in a form that the fonts have, and no line that ends before its “%”.
fn fit(value: Value, matter: &mut Matter) -> Value {
    match value {
        Value::String(words) => Value::String(matter.plain(&words).replace(" %", "\u{a0}%")),
        Value::Array(values) => values.into_iter().map(|value| fit(value, matter)).collect(),
        Value::Object(fields) => {
            let fields = fields.into_iter();
            Value::Object(
                fields
                    .map(|(key, value)| (key, fit(value, matter)))
                    .collect(),
            )
        }
        other => other,
    }
}
