//! Rules that a review is held to before it goes further: each a plain function over a [`crate::model::Review`]. Those that a report must
//! pass before it is published stand in `rules/`, one file each, headed by what it finds, why, and what to do; the manual is made from that.

mod at;
mod called;
mod case;
mod equality;
mod figures;
mod likeness;
mod not_heard;
mod preflight;
mod prose;
mod reading;
mod rule;
mod rules;
mod syllables;
mod two_rounds;
mod wording;
mod written_ages;
mod written_dates;

pub use at::At;
pub use case::Case;
pub use not_heard::{NotHeard, WhyNotHeard, not_heard, sounds_like_objection};
pub use preflight::preflight;
pub use rule::{Found, Mark, PageParagraph, Rule, RuleMark};
pub use rules::{ALL as RULES, title_of};
pub use two_rounds::{FewRounds, two_rounds};
