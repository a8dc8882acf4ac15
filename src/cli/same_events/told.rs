//! Groups and contradictions as tables for a person.

use super::{Group, Status};
use crate::chronology::Found;
use crate::cli::console::Console;
use crate::cli::ending::Fault;
use crate::cli::table;
use crate::cli::words::counted;
use crate::dates;
use crate::model::{EntryId, Review};

/// So many letters of what happened stand in a row.
const SHOWN: usize = 60;

pub(super) fn tell(
    review: &Review,
    groups: &[Group<'_>],
    found: &[Found],
    at_least: f32,
    console: &mut Console,
) -> Result<(), Fault> {
    let accepted = groups
        .iter()
        .filter(|group| group.status == Status::Accepted)
        .count();
    console.say(&format!(
        "{} accepted; {} at least {} sure.",
        counted(accepted, "event", "events"),
        counted(groups.len() - accepted, "proposal", "proposals"),
        percent(at_least)
    ))?;
    for group in groups {
        console.say(&format!("\n{}", heading(group)))?;
        let rows: Vec<Vec<String>> = group.entries.iter().map(|id| row(review, *id)).collect();
        for line in table::lines(&["Entry", "When", "Agency", "What happened"], &rows, &[0]) {
            console.say(&line)?;
        }
        for reason in group.reasons {
            console.say(&format!("    {reason}"))?;
        }
    }
    contradictions(review, found, console)
}

fn heading(group: &Group<'_>) -> String {
    let name = match group.name {
        "" => "no name yet",
        name => name,
    };
    match (group.confidence, group.event) {
        (None, _) => format!("Accepted: {name}"),
        (Some(sure), Some(_)) => format!("Proposed, {} sure, to join: {name}", percent(sure)),
        (Some(sure), None) => format!("Proposed, {} sure", percent(sure)),
    }
}

fn percent(part: f32) -> String {
    // What is not certain is not called so.
    let hundredths = (part * 100.0)
        .round()
        .min(if part < 1.0 { 99.0 } else { 100.0 });
    format!("{hundredths} %")
}

fn row(review: &Review, id: EntryId) -> Vec<String> {
    let Some(entry) = review.entry(id) else {
        return vec![id.to_string()];
    };
    let agency = review.agency(entry.agency);
    vec![
        id.to_string(),
        dates::spoken(&entry.when),
        agency.map_or_else(String::new, |agency| agency.name.clone()),
        shortened(&entry.text),
    ]
}

fn shortened(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= SHOWN {
        return words;
    }
    let mut short: String = words.chars().take(SHOWN - 1).collect();
    short.truncate(short.trim_end().len());
    short + "…"
}

fn contradictions(review: &Review, found: &[Found], console: &mut Console) -> Result<(), Fault> {
    if found.is_empty() {
        return console.say("\nNo contradictions were found in these.");
    }
    console.say(&format!(
        "\n{} in these:",
        counted(found.len(), "contradiction", "contradictions")
    ))?;
    for one in found {
        console.say(&format!("  {}: {}", one.about.words(), one.why))?;
        for (id, words) in one.entries.iter().zip([&one.a, &one.b]) {
            let agency = review
                .entry(*id)
                .and_then(|entry| review.agency(entry.agency));
            let name = agency.map_or("", |agency| agency.name.as_str());
            console.say(&format!("    entry {id}, {name}: “{words}”"))?;
        }
    }
    Ok(())
}
