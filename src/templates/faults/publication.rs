//! Publication and rules: bands that ascend, keys that are there once.

use super::{Fault, blank, keys_fault};
use crate::model::{RecordKind, Template};

pub(super) fn first(template: &Template) -> Option<Fault> {
    let policy = &template.publication;
    let keys = |place: &str, keys: Vec<&str>| keys_fault(place, keys.into_iter());
    bands(template)
        .or_else(|| {
            let all = policy.characteristics.iter().map(|one| one.key.as_str());
            keys("publication.characteristics", all.collect())
        })
        .or_else(|| {
            let all = policy.record.iter().map(|one| one.key.as_str());
            keys("publication.record", all.collect())
        })
        .or_else(|| {
            let all = template.rules.iter().map(|one| one.key.as_str());
            keys("rules", all.collect())
        })
        .or_else(|| {
            let written = policy
                .places
                .iter()
                .enumerate()
                .map(|(at, one)| (format!("publication.places.{at}.written"), &one.written));
            blank(written)
        })
        .or_else(|| choices(template))
}

fn bands(template: &Template) -> Option<Fault> {
    let from = &template.publication.ages.from;
    let at = from.windows(2).position(|pair| pair[0] >= pair[1])?;
    Some(Fault::at(
        "publication.ages.from",
        format!(
            "The bands of ages must ascend, but {} stands before {}. Put them in order.",
            from[at],
            from[at + 1]
        ),
    ))
}

fn choices(template: &Template) -> Option<Fault> {
    let mut record = template.publication.record.iter().enumerate();
    let (at, question) = record.find(|(_, question)| {
        (question.kind == RecordKind::Choice) == question.choices.is_empty()
    })?;
    let reason = match question.kind {
        RecordKind::Choice => format!(
            "The question “{}” is answered by a choice, but has no choices. Add them.",
            question.name
        ),
        _ => format!(
            "The question “{}” has choices, but is not answered by one. Make its kind “choice”, or take them out.",
            question.name
        ),
    };
    Some(Fault::at(
        format!("publication.record.{at}.choices"),
        reason,
    ))
}
