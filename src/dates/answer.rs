//! The answer of the command `lantern dates`.

use serde_json::{Value, json};

use super::edtf::of_span;
use super::{Context, read};
use crate::model::{Span, When};

/// `{expression, readings: [{earliest, latest, precision, certainty, edtf}], inferred: [text], warnings: [text]}`.
///
/// Several dates are several readings, and so is the other order of a doubtful one; a wording that was not understood
/// has none. An open end is null.
pub fn json(expression: &str, context: &Context) -> Value {
    let dates = read(expression, context).dates;
    let readings: Vec<Value> = dates.iter().flat_map(readings).collect();
    let sentences = |of: fn(&When) -> &Vec<String>| {
        let mut all: Vec<&String> = Vec::new();
        for sentence in dates.iter().flat_map(of) {
            if !all.contains(&sentence) {
                all.push(sentence);
            }
        }
        json!(all)
    };
    json!({
        "expression": expression,
        "readings": readings,
        "inferred": sentences(|when| &when.inferred),
        "warnings": sentences(|when| &when.warnings),
    })
}

fn readings(when: &When) -> Vec<Value> {
    let own = Span {
        earliest: when.earliest,
        latest: when.latest,
    };
    std::iter::once(&own)
        .chain(&when.alternatives)
        .filter(|span| span.earliest.is_some() || span.latest.is_some())
        .map(|span| {
            json!({
                "earliest": span.earliest,
                "latest": span.latest,
                "precision": when.precision,
                "certainty": when.certainty,
                "edtf": of_span(span, when.precision, when.certainty),
            })
        })
        .collect()
}
