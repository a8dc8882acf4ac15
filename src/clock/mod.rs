//! The clock of a review: which limits run, were kept or passed, the pauses, and the delay in words that the report can print.
//!
//! Plain functions over a [`crate::model::Review`]; today is an argument.

mod calendar;
mod delay;
mod standing;

pub use delay::delay_narrative;
pub use standing::{
    ClockStanding, LimitStanding, LimitState, NextStep, OutOfOrder, clock_standing,
};
