use crate::clock::{ClockStanding, LimitState};
use crate::model::Review;
use crate::ui::widgets::Tone;

/// The clock in a few words for the title line.
pub fn clock_chips(review: &Review, clock: &ClockStanding) -> Vec<(String, Tone)> {
    let words = clock.words(review);
    let passed = clock
        .running
        .and_then(|at| clock.limits.get(at))
        .is_some_and(|limit| matches!(limit.state, LimitState::Passed { .. }));
    let tone = if passed || clock.paused.is_some() {
        Tone::Doubt
    } else {
        Tone::Accent
    };
    vec![(words, tone)]
}
