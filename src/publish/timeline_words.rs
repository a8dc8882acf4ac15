//! What the timeline figure shows, in words.

use super::characters::counted;
use super::timeline_data::Period;
use super::timeline_lanes::Lane;
use crate::dates;

/// “When the agencies recorded something, 1 May 2014 to 31 March 2019 (1 of 2)”
pub(super) fn caption(period: Period, of: Option<(usize, usize)>) -> String {
    let stretch = format!(
        "Timeline of the agencies’ records, {}",
        dates::spoken_period(period.from, period.until)
    );
    match of {
        Some((part, parts)) => format!("{stretch} (part {part} of {parts})."),
        None => format!("{stretch}."),
    }
}

/// “Wexmoor Constabulary: 104 records, from 2014 to 2019, most in 2018 (41).”
pub(super) fn lane_in_words(lane: &Lane) -> String {
    let name = lane.name.trim();
    let records = counted(lane.total, "record", "records");
    let (Some((first, _)), Some((last, _))) =
        (lane.years.first_key_value(), lane.years.last_key_value())
    else {
        return format!("{name}: {records}, none with a date in this period.");
    };
    if first == last {
        return format!("{name}: {records}, in {first}.");
    }
    // The first of the years with most.
    let most = lane.years.iter().rev().max_by_key(|(_, count)| **count);
    let most = most.map_or_else(String::new, |(year, count)| {
        format!(", most in {year} ({count})")
    });
    format!("{name}: {records}, from {first} to {last}{most}.")
}

/// What the figure does not show; empty where it shows all.
pub(super) fn left_out(lanes: &[Lane]) -> String {
    let undated: usize = lanes.iter().map(|lane| lane.undated).sum();
    let outside: usize = lanes.iter().map(|lane| lane.outside).sum();
    let parts = [
        (outside, "outside of this period"),
        (undated, "without a date that was understood"),
    ];
    let said: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{} {what}", counted(count, "record", "records")))
        .collect();
    match said.is_empty() {
        true => String::new(),
        false => format!("Not drawn: {}.", said.join(", ")),
    }
}
