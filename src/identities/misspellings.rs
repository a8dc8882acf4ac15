//! Words that may be a name with a slip of the pen.

use super::register::IdentityOf;
use super::whereabouts::Whereabouts;
use crate::model::Review;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misspelling {
    /// As it is written.
    pub word: String,
    /// The form that it is near to, and whose that is.
    pub form: String,
    pub of: IdentityOf,
    /// How often it stands there, and where first.
    pub times: usize,
    pub places: Vec<Whereabouts>,
}

pub fn misspellings(_review: &Review) -> Vec<Misspelling> {
    Vec::new()
}
