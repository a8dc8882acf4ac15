//! For whom a text without identities is.

use super::register::{Identity, IdentityOf, Register};
use crate::model::{Review, Role};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    Everybody,
    /// They know days and ages, which stay, and titles stand before pseudonyms. A professional for whom no pseudonym was chosen is named.
    Family,
}

impl Reader {
    /// Whom and what this reader must not find.
    pub fn register(self, review: &Review) -> Register {
        let mut register = Register::of(review);
        if self == Self::Family {
            register
                .identities
                .retain(|identity| !is_named_professional(review, identity));
        }
        register
    }
}

fn is_named_professional(review: &Review, identity: &Identity) -> bool {
    let role = match identity.of {
        Some(IdentityOf::Person(id)) => review.person(id).map(|person| person.role),
        _ => None,
    };
    matches!(role, Some(Role::Professional | Role::Other)) && identity.written.is_empty()
}
