use chrono::{NaiveDate, NaiveTime};

use crate::dates;
use crate::model::{Entry, Moment, Review};

type Place = (
    (NaiveDate, Option<NaiveTime>, NaiveDate, Option<NaiveTime>),
    i64,
    i64,
);

/// What an entry is ordered by: its time, then the chair's own order, then the order of arrival, which is unique.
fn place(entry: &Entry) -> Place {
    (entry.when.order_key(), entry.position, entry.id.0)
}

/// Indices into `review.entries` in order of time; entries whose date was not understood come last.
pub fn in_order(review: &Review) -> Vec<u32> {
    let mut keyed: Vec<(Place, u32)> = (0u32..)
        .zip(review.entries.iter())
        .map(|(index, entry)| (place(entry), index))
        .collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, index)| index).collect()
}

/// Why the entry at place `at` of `order` stands there, as sentences for the screen. Empty where there is no such place.
pub fn why_here(review: &Review, order: &[u32], at: usize) -> String {
    let entry_at = |place: usize| {
        order
            .get(place)
            .and_then(|index| review.entries.get(*index as usize))
    };
    let Some(entry) = entry_at(at) else {
        return String::new();
    };
    let day = entry.when.order_key().0;
    let same_day =
        |place: &usize| entry_at(*place).is_some_and(|other| other.when.order_key().0 == day);
    let before = (0..at).rev().take_while(same_day).count();
    let after = (at + 1..order.len()).take_while(same_day).count();
    let company = before + after;

    let when = &entry.when;
    let (reason, shared) = match (when.earliest, when.latest) {
        (Some(earliest), _) => (
            format!("Stands here because its {}", first_of("earliest", earliest)),
            "that day",
        ),
        (None, Some(latest)) => (
            format!(
                "Stands here because its start is open and its {}",
                first_of("latest", latest)
            ),
            "that day",
        ),
        (None, None) => {
            return undated(&when.wording, company);
        }
    };
    let mut words = reason;
    if company == 0 {
        words.push_str("; no other entry has that day.");
    } else {
        words.push_str(&format!(
            "; it shares {shared} with {}. Within a day, entries without a time come first, then by time, by latest \
             day, and then as in the return or as you placed them.",
            other_entries(company)
        ));
    }
    if let Some(assumed) = when.inferred.first() {
        words.push_str(" Part of its date was assumed: ");
        words.push_str(assumed);
    }
    words
}

fn first_of(end: &str, moment: Moment) -> String {
    let day = dates::spoken_date(moment.date);
    match moment.time {
        Some(time) => format!("{end} time is {day}, {}", time.format("%H:%M")),
        None => format!("{end} day is {day}"),
    }
}

fn undated(wording: &str, company: usize) -> String {
    let reason = if wording.trim().is_empty() {
        "Stands at the end because the record gives no date".to_owned()
    } else {
        format!("Stands at the end because “{wording}” was not understood as a date")
    };
    match company {
        0 => format!("{reason}. Give it a date to place it."),
        _ => format!(
            "{reason}, beside {} without one, as in the return or as you placed them. Give it a date to place it.",
            other_entries(company)
        ),
    }
}

fn other_entries(count: usize) -> String {
    match count {
        1 => "1 other entry".to_owned(),
        _ => format!("{count} other entries"),
    }
}
