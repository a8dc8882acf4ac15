//! Where a review stands today: the clock and its pauses, who has sent what, and what waits for somebody.
//!
//! Plain functions over a [`Review`]; today is an argument.

mod agencies;
mod replaced;
mod rounds;
mod waiting;

pub use agencies::{AgencyStanding, Return};
pub use replaced::replaced;
pub use rounds::{Replied, RoundStanding, round_standing};
pub use waiting::Waiting;

use chrono::NaiveDate;

use crate::clock::{ClockStanding, clock_standing};
use crate::drafting::Chain;
use crate::model::Review;

#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    pub clock: ClockStanding,
    /// In the order of the register.
    pub agencies: Vec<AgencyStanding>,
    /// What somebody must look at, the most pressing kind first; kinds without any are left out.
    pub waiting: Vec<Waiting>,
    /// From question to outcome.
    pub chain: Chain,
}

/// Everything at once, for the Overview screen.
pub fn standing(review: &Review, today: NaiveDate) -> Standing {
    let replaced = replaced(review);
    let agencies = agencies::agencies(review, &replaced, today);
    let chain = Chain::of(review);
    Standing {
        clock: clock_standing(review, today),
        waiting: waiting::waiting(
            review,
            &agencies,
            &replaced,
            waiting::doubtful(review),
            &chain,
            today,
        ),
        agencies,
        chain,
    }
}

impl Standing {
    /// How many objections of the panel were not heard.
    pub fn not_heard(&self) -> usize {
        let mut waiting = self.waiting.iter();
        let found = waiting.find(|one| matches!(one, Waiting::NotHeard(_)));
        found.map_or(0, Waiting::count)
    }

    /// The same as [`standing`], at once, for a review in which agencies, imports and the dates of all entries are as they
    /// were when this was made.
    pub fn with_dates_as_they_were(&self, review: &Review, today: NaiveDate) -> Self {
        let doubtful = self.waiting.iter().find_map(|waiting| match waiting {
            Waiting::DoubtfulDates(entries) => Some(entries.clone()),
            _ => None,
        });
        let replaced = replaced(review);
        let doubtful = doubtful.unwrap_or_default();
        let chain = Chain::of(review);
        Self {
            clock: clock_standing(review, today),
            waiting: waiting::waiting(review, &self.agencies, &replaced, doubtful, &chain, today),
            agencies: self.agencies.clone(),
            chain,
        }
    }
}
