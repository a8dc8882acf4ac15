//! What the demonstration says of how much Lantern finds of what is known to be in the sample.

use crate::chronology::{self, PeopleIndex};
use crate::cli::console::Console;
use crate::cli::ending::Fault;
use crate::cli::progress::Telling;
use crate::cli::words::counted;
use crate::model::Review;
use crate::sample;

/// Proposals so sure or surer are counted.
const THRESHOLDS: [f32; 3] = [0.5, 0.7, 0.9];

/// How many dates are understood as they were meant.
pub(super) fn dates(review: &Review, console: &mut Console) -> Result<(), Fault> {
    let found = sample::dates_found(review)?;
    console.say(&format!(
        "\nDates understood as they were meant: {} of {}; {} left open and said so, {} wrong",
        found.right,
        counted(found.rows, "row", "rows"),
        found.unanswered.len(),
        found.wrong.len()
    ))
}

/// How many pairs of records of one event are proposed, and how many of those proposed are right.
pub(super) fn same_events(review: &Review, console: &mut Console) -> Result<(), Fault> {
    let truth = sample::truth(review)?;
    let order = chronology::in_order(review);
    let people = PeopleIndex::of(review);
    let proposals = chronology::same_events(review, &order, &people, &Telling::new())?;
    console.say(&format!(
        "\nSame event in several agencies’ records: {} that differ in what matters, {} others",
        truth.events.len(),
        truth.plain_events.len()
    ))?;
    for threshold in THRESHOLDS {
        let events = truth.events.iter().chain(&truth.plain_events);
        let pairs = sample::pairs_found(events, &proposals, threshold, f32::INFINITY, |_, _| true);
        console.say(&format!(
            "  proposed with {threshold} or more: {:.0} % of the pairs proposed are right ({} of {}), {:.0} % of those there are found \
             ({} of {})",
            100.0 * pairs.precision(),
            pairs.right,
            pairs.proposed,
            100.0 * pairs.recall(),
            pairs.right,
            pairs.there
        ))?;
    }
    Ok(())
}
