//! Where a review stands today: the clock and its pauses, who has sent what, and what waits for somebody.
//!
//! Plain functions over a [`Review`]; today is an argument.

mod agencies;
mod calendar;
mod clock;
mod delay;
mod replaced;
mod waiting;

pub use agencies::{AgencyStanding, Return};
pub use clock::{ClockStanding, LimitStanding, LimitState, NextStep, OutOfOrder};
pub use delay::delay_narrative;
pub use replaced::replaced;
pub use waiting::Waiting;

use chrono::NaiveDate;

use crate::model::Review;

#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    pub clock: ClockStanding,
    /// In the order of the register.
    pub agencies: Vec<AgencyStanding>,
    /// What somebody must look at, the most pressing kind first; kinds without any are left out.
    pub waiting: Vec<Waiting>,
}

/// Everything at once, for the Overview screen.
pub fn standing(review: &Review, today: NaiveDate) -> Standing {
    let replaced = replaced(review);
    let agencies = agencies::agencies(review, &replaced, today);
    Standing {
        clock: clock::clock(review, today),
        waiting: waiting::waiting(review, &agencies, &replaced, today),
        agencies,
    }
}
