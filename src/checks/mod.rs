//! Rules that a review is held to before it goes further: one file a rule, each a plain function over a [`crate::model::Review`].

mod likeness;
mod not_heard;
mod two_rounds;

pub use not_heard::{NotHeard, WhyNotHeard, not_heard, sounds_like_objection};
pub use two_rounds::{FewRounds, so_often, two_rounds};
