//! Who knew of a fact, in sentences: for reading aloud, and for the report.

use chrono::Datelike;

use super::{Cell, FactRow, Knowledge, Knows, day_of, in_time};
use crate::dates;
use crate::model::{AgencyId, Certainty, EntryId, Knowing, KnowingId, Moment, Review, When};

/// One sentence of what is known of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub sentence: String,
    /// The line of who knew what that it tells.
    pub knowing: Option<KnowingId>,
    /// The record that shows it.
    pub entry: Option<EntryId>,
    /// Somebody must look: a record speaks of what nobody entered, or of it earlier than was entered.
    pub doubt: bool,
}

/// First how each agency learnt of it, in order of time; then what the records say beyond that; then who told nobody,
/// and of whom nothing shows that it knew.
pub fn told(review: &Review, knowledge: &Knowledge, row: &FactRow) -> Vec<Told> {
    let name = |agency: AgencyId| {
        let agency = review.agency(agency);
        agency.map_or("an agency that is no longer listed", |agency| {
            agency.name.as_str()
        })
    };
    let mut all = learnt(review, row, &name);
    for (agency, cell) in knowledge.agencies.iter().zip(&row.cells) {
        all.extend(in_records(review, name(*agency), cell));
    }
    let silent = |cell: &Cell| cell.learnt.is_some() && cell.shared_with.is_empty();
    let unknowing = |cell: &Cell| matches!(cell.knows(), Knows::Nothing | Knows::OnlyDenied);
    let those = |which: &dyn Fn(&Cell) -> bool| -> Vec<&str> {
        let agencies = knowledge.agencies.iter().zip(&row.cells);
        let those = agencies.filter(|(_, cell)| which(cell));
        those.map(|(agency, _)| name(*agency)).collect()
    };
    let plain = |sentence: String| Told {
        sentence,
        knowing: None,
        entry: None,
        doubt: false,
    };
    if let Some(names) = listed(&those(&silent)) {
        all.push(plain(format!(
            "Nothing is entered of these telling another agency: {names}."
        )));
    }
    if let Some(names) = listed(&those(&unknowing)) {
        all.push(plain(format!("Nothing shows that these knew: {names}.")));
    }
    all
}

fn learnt<'a>(review: &'a Review, row: &FactRow, name: &impl Fn(AgencyId) -> &'a str) -> Vec<Told> {
    let knowings = in_time(review, row.fact);
    let first = knowings
        .iter()
        .find(|knowing| day_of(&knowing.when).is_some())
        .copied();
    let told = |knowing: &&Knowing| {
        let agency = name(knowing.agency);
        let who = match knowing.from {
            Some(from) => format!("{} told {agency}", name(from)),
            None => format!("{agency} learnt of it"),
        };
        let days = day_of(&knowing.when).zip(row.first_known);
        let days = days.map(|(day, first)| (day - first).num_days());
        let after = days.zip(first).map_or(String::new(), |(days, first)| {
            after(knowing, days, first, name(first.agency))
        });
        let mut sentence = format!("{who} {}{after}", at(&knowing.when));
        sentence.push_str(&way(&knowing.how));
        Told {
            sentence,
            knowing: Some(knowing.id),
            entry: knowing.entry,
            doubt: !knowing.when.is_understood(),
        }
    };
    knowings.iter().map(told).collect()
}

/// “, 33 days after the surgery knew”; where the surgery told it itself, “, 33 days later”.
fn after(knowing: &Knowing, days: i64, first: &Knowing, name: &str) -> String {
    if knowing.id == first.id {
        return ", before any other agency".to_owned();
    }
    match (days, knowing.from == Some(first.agency)) {
        (0, true) => ", on the same day".to_owned(),
        (1, true) => ", 1 day later".to_owned(),
        (_, true) => format!(", {days} days later"),
        (0, false) => format!(", on the same day as {name}"),
        (1, false) => format!(", 1 day after {name} knew"),
        (_, false) => format!(", {days} days after {name} knew"),
    }
}

/// The chair’s words of how it learnt of it: a sentence of their own, or the end of this one.
fn way(how: &str) -> String {
    match how.trim().trim_end_matches('.') {
        "" => ".".to_owned(),
        how if how.starts_with(char::is_uppercase) => format!(". {how}."),
        how => format!(": {how}."),
    }
}

fn in_records(review: &Review, agency: &str, cell: &Cell) -> Option<Told> {
    let date_of = |entry: EntryId| {
        let entry = review.entry(entry);
        entry.map_or_else(String::new, |entry| dates::spoken(&entry.when))
    };
    let doubt = |sentence: String, entry: EntryId| {
        Some(Told {
            sentence,
            knowing: None,
            entry: Some(entry),
            doubt: true,
        })
    };
    if let Some(entry) = cell.mentioned_before {
        let sentence = format!(
            "A record of {agency} ({}) speaks of it before the day entered.",
            date_of(entry)
        );
        return doubt(sentence, entry);
    }
    if cell.knows() != Knows::InRecords {
        return None;
    }
    let first = cell.stated().next()?;
    let sentence = match cell.count_stated() {
        1 => format!(
            "A record of {agency} ({}) speaks of it, and nothing is entered.",
            date_of(first)
        ),
        count => format!(
            "{count} records of {agency} speak of it, the first of {}, and nothing is entered.",
            date_of(first)
        ),
    };
    doubt(sentence, first)
}

/// “on 12 April 2019, 21:10”, “between 16 and 23 April 2019”, “at a time that is not known”.
fn at(when: &When) -> String {
    let certainty = match when.certainty {
        Certainty::Exact => "",
        Certainty::Approximate => " (approximate)",
        Certainty::Uncertain => " (uncertain)",
        Certainty::Inferred => " (inferred)",
    };
    let words = match (when.earliest, when.latest) {
        (Some(first), Some(last)) if first.date == last.date => {
            let certain = When {
                certainty: Certainty::Exact,
                alternatives: Vec::new(),
                ..when.clone()
            };
            format!("on {}", dates::spoken(&certain))
        }
        (Some(first), Some(last)) => between(first, last),
        (Some(first), None) => format!("on or after {}", dates::spoken_moment(first)),
        (None, Some(last)) => format!("by {}", dates::spoken_moment(last)),
        (None, None) => return "at a time that is not known".to_owned(),
    };
    format!("{words}{certainty}")
}

/// As short as a cell of a table needs it: “12 Apr 2019”, “16–23 Apr 2019”, “Mar–May 2019”, “by 3 Jun 2020”, “no date”.
pub fn short_date(when: &When) -> String {
    let day = |moment: Moment| moment.date.format("%-d %b %Y").to_string();
    let (first, last) = match (when.earliest, when.latest) {
        (Some(first), Some(last)) => (first, last),
        (Some(first), None) => return format!("from {}", day(first)),
        (None, Some(last)) => return format!("by {}", day(last)),
        (None, None) => return "no date".to_owned(),
    };
    let (from, until) = (first.date, last.date);
    if from == until {
        day(last)
    } else if (from.year(), from.month()) == (until.year(), until.month()) {
        format!("{}–{}", from.day(), day(last))
    } else if from.year() == until.year() {
        format!("{}–{}", from.format("%b"), until.format("%b %Y"))
    } else {
        format!("{}–{}", from.year(), until.year())
    }
}

fn between(first: Moment, last: Moment) -> String {
    let (from, until) = (first.date, last.date);
    let from = if (from.year(), from.month()) == (until.year(), until.month()) {
        from.day().to_string()
    } else {
        dates::spoken_date(from)
    };
    format!("between {from} and {}", dates::spoken_date(until))
}

/// “A”, “A and B”, “A, B and C”; `None` for none.
fn listed(names: &[&str]) -> Option<String> {
    let (last, others) = names.split_last()?;
    Some(match others {
        [] => (*last).to_owned(),
        _ => format!("{} and {last}", others.join(", ")),
    })
}
