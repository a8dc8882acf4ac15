use chrono::{NaiveDate, NaiveTime};

use crate::dates;
use crate::model::{Entry, HangsOn, Moment, Review, When};

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

/// The entries of `order` that no corrected return has withdrawn.
pub fn without_withdrawn(review: &Review, order: &[u32]) -> Vec<u32> {
    let stands = |index: &u32| {
        review
            .entries
            .get(*index as usize)
            .is_some_and(|entry| entry.withdrawn.is_none())
    };
    order.iter().copied().filter(stands).collect()
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
            let mut words = undated(&when.wording, company);
            words.push_str(&placed_by_hand(review, order, at));
            return words;
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
    words.push_str(&placed_by_hand(review, order, at));
    words.push_str(&anchor(review, when));
    if let Some(assumed) = when.inferred.first() {
        words.push_str(" Part of its date was assumed: ");
        words.push_str(assumed);
    }
    words
}

/// A sentence where the chair moved entries of one and the same time; empty where they stand as they came.
///
/// Moving numbers such a group afresh from 1, which an imported group has only by chance and then in order of arrival.
fn placed_by_hand(review: &Review, order: &[u32], at: usize) -> String {
    let entry_at = |place: usize| {
        let index = order.get(place)?;
        review.entries.get(*index as usize)
    };
    let Some(entry) = entry_at(at) else {
        return String::new();
    };
    let time = entry.when.order_key();
    let same_time =
        |place: &usize| entry_at(*place).is_some_and(|other| other.when.order_key() == time);
    let before = (0..at).rev().take_while(same_time).count();
    let after = (at + 1..order.len()).take_while(same_time).count();
    let group: Vec<&Entry> = (at - before..=at + after)
        .filter_map(|place| entry_at(place).map(|entry| &**entry))
        .collect();
    let numbered = group
        .windows(2)
        .all(|pair| pair[0].position < pair[1].position)
        && group.first().is_some_and(|first| first.position >= 1)
        && group
            .last()
            .zip(i64::try_from(group.len()).ok())
            .is_some_and(|(last, count)| last.position <= count);
    let as_they_came = group.windows(2).all(|pair| pair[0].id < pair[1].id);
    if !numbered || as_they_came {
        return String::new();
    }
    format!(
        " Of the {} entries of exactly this time it stands in place {}, as you ordered them.",
        group.len(),
        before + 1
    )
}

/// A sentence on what a relative date is counted from; empty for others.
fn anchor(review: &Review, when: &When) -> String {
    let named = match when.hangs_on {
        None => None,
        Some(HangsOn::KeyDate(id)) => review
            .key_dates
            .iter()
            .find(|date| date.id == id)
            .map(|date| (format!("“{}”", date.label), &date.when)),
        Some(HangsOn::Entry(id)) => review.entry(id).map(|entry| {
            let agency = review.agency(entry.agency);
            let agency = agency.map_or("an agency", |agency| agency.name.as_str());
            (format!("an entry of {agency}"), &entry.when)
        }),
    };
    let Some((name, of)) = named else {
        return String::new();
    };
    let day = of.earliest.or(of.latest).map_or(String::new(), |moment| {
        format!(" ({})", dates::spoken_date(moment.date))
    });
    format!(" Its date is counted from {name}{day} and moves with it.")
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
