//! Indicators and comparisons: what is looked for in the combined records, and what they are held against.

use super::{Fault, blank, keys_fault};
use crate::model::{Comparison, Indicator, Template};

pub(super) fn first(template: &Template) -> Option<Fault> {
    indicators(&template.indicators).or_else(|| {
        template
            .comparisons
            .iter()
            .enumerate()
            .find_map(|(at, comparison)| comparison_fault(template, at, comparison))
    })
}

fn indicators(list: &[Indicator]) -> Option<Fault> {
    keys_fault("indicators", list.iter().map(|one| one.key.as_str()))
        .or_else(|| {
            blank(list.iter().enumerate().flat_map(|(at, one)| {
                [
                    (format!("indicators.{at}.name"), &one.name),
                    (format!("indicators.{at}.source"), &one.source),
                ]
            }))
        })
        .or_else(|| list.iter().enumerate().find_map(|(at, one)| words(at, one)))
}

fn words(at: usize, indicator: &Indicator) -> Option<Fault> {
    if indicator.words.is_empty() {
        return Some(Fault::at(
            format!("indicators.{at}.words"),
            format!(
                "The indicator “{}” has no words by which it could be found. Write at least one, or take it out.",
                indicator.key
            ),
        ));
    }
    for (number, word) in indicator.words.iter().enumerate() {
        let here = format!("indicators.{at}.words.{number}");
        let stem = word.strip_suffix('*').unwrap_or(word);
        if stem.trim().is_empty() || stem.trim() != stem {
            return Some(Fault::at(
                here,
                format!("The word “{word}” is empty or has spaces around it."),
            ));
        }
        if stem.contains('*') {
            return Some(Fault::at(
                here,
                format!(
                    "In “{word}” the * may stand at the end only: “threat*” finds “threat”, “threats”, “threatened”."
                ),
            ));
        }
        if word.to_lowercase() != *word {
            return Some(Fault::at(
                here,
                format!(
                    "Write the word “{word}” in lower case; capitals in records are found all the same."
                ),
            ));
        }
        if indicator.words[..number].contains(word) {
            return Some(Fault::at(
                here,
                format!(
                    "The word “{word}” stands twice under “{}”. Keep one.",
                    indicator.key
                ),
            ));
        }
    }
    None
}

fn comparison_fault(template: &Template, at: usize, comparison: &Comparison) -> Option<Fault> {
    let here = |field: &str| format!("comparisons.{at}.{field}");
    if let Some(fault) = blank([
        (here("name"), &comparison.name),
        (here("source"), &comparison.source),
    ]) {
        return Some(fault);
    }
    let names = comparison.groups.iter().enumerate();
    if let Some(fault) =
        blank(names.map(|(number, group)| (here(&format!("groups.{number}.name")), &group.name)))
    {
        return Some(fault);
    }
    for (number, group) in comparison.groups.iter().enumerate() {
        if !(group.average.is_finite() && group.average >= 0.0) {
            return Some(Fault::at(
                here(&format!("groups.{number}.average")),
                "An average is a number of contacts, 0 or more.",
            ));
        }
        for (place, key) in group.sectors.iter().enumerate() {
            if !template.sectors.iter().any(|sector| sector.key == *key) {
                return Some(Fault::at(
                    here(&format!("groups.{number}.sectors.{place}")),
                    format!(
                        "The group “{}” names the sector “{key}”, which is not among the sectors. Add it there or correct it here.",
                        group.name
                    ),
                ));
            }
        }
        if group.sectors.is_empty() {
            return Some(Fault::at(
                here(&format!("groups.{number}.sectors")),
                format!(
                    "The group “{}” names no sector, so that nothing can be held against it.",
                    group.name
                ),
            ));
        }
    }
    None
}
