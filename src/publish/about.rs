//! What every output says of itself.

use chrono::Datelike;
use serde_json::{Value, json};

use super::matter::Matter;
use super::{Edition, Options, Output};
use crate::dates;
use crate::model::{Details, Review};

pub(super) const FICTIONAL: &str = "Fictional sample";

/// The title, or a stand-in: PDF/UA, Word and Excel want one.
pub(super) fn title(details: &Details) -> &str {
    let title = details.title.trim();
    if title.is_empty() {
        "Untitled review"
    } else {
        title
    }
}

/// The kind of review, with a capital: “Domestic homicide review”.
pub(super) fn label(review: &Review) -> String {
    let own = review.details.label.trim();
    let label = if own.is_empty() {
        review.template.label.trim()
    } else {
        own
    };
    capital(label)
}

/// “Combined chronology”.
pub(super) fn subject(output: Output) -> String {
    capital(output.subject())
}

pub(super) fn period(details: &Details) -> Option<String> {
    let spoken = dates::spoken_date;
    match (details.scope_from, details.scope_until) {
        (Some(from), Some(until)) => Some(dates::spoken_period(from, until)),
        (Some(from), None) => Some(format!("from {}", spoken(from))),
        (None, Some(until)) => Some(format!("until {}", spoken(until))),
        (None, None) => None,
    }
}

/// For document properties, one line.
pub(super) fn description(review: &Review, edition: Edition) -> String {
    let mut parts = vec![label(review)];
    let reference = review.details.reference.trim();
    if !reference.is_empty() {
        parts.push(format!("reference {reference}"));
    }
    if review.details.fictional {
        parts.push(FICTIONAL.to_owned());
    }
    parts.push(edition.marking().to_owned());
    parts.retain(|part| !part.is_empty());
    parts.join(". ")
}

/// The part of a layout's data that title page, header and footer are made of.
pub(super) fn data(
    review: &Review,
    output: Output,
    options: &Options,
    matter: &mut Matter,
) -> Value {
    let (today, edition) = (options.today, options.edition);
    let details = &review.details;
    let mut facts = Vec::new();
    let mut fact = |name: &str, value: &str| {
        if !value.trim().is_empty() {
            facts.push(json!({ "name": name, "value": matter.line(value) }));
        }
    };
    fact("Commissioned by", &details.partnership);
    fact("Chair and author", &details.chair);
    fact("Reference", &details.reference);
    fact("Period under review", &period(details).unwrap_or_default());
    fact("Date of this version", &dates::spoken_date(today));
    json!({
        "title": matter.plain(title(details)),
        "label": matter.plain(&label(review)),
        "subject": subject(output),
        "facts": facts,
        "reference": matter.plain(&details.reference),
        "author": matter.plain(&details.chair),
        "description": matter.plain(&description(review, edition)),
        "date": [today.year(), today.month(), today.day()],
        "version": format!("Version of {}", dates::spoken_date(today)),
        "fictional": details.fictional,
        "fictional_words": FICTIONAL,
        "marking": edition.marking(),
    })
}

pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
