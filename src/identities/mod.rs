//! Who and what must not be known: every form in which a person, a place or a number is written, what stands in its place, and the read model
//! in which nothing of them is left.
//!
//! `Register` holds the forms, `Disguise` replaces them in a text, `disguised` in a whole review. Dates lose their days, times of day and ages
//! become coarse, as the template's policy says. In doubt whether a word is a name it is taken for one, and told.

mod coarse;
mod context;
mod disguise;
mod disguised;
mod finding;
mod fold;
mod forms;
mod likely;
mod misspellings;
mod reader;
mod register;
mod replaced;
mod someone;
mod warnings;
mod whereabouts;
mod words;
mod writing;
mod written;

pub use disguise::Disguise;
pub use disguised::{Pseudonymised, disguised};
pub use forms::{Form, FormKind, ways_of_writing};
pub use misspellings::{Misspelling, misspellings};
pub use register::{Identity, IdentityOf, Register};
pub use replaced::{Disguised, Doubtful, Replaced, Why};
pub use warnings::{Warning, WarningKind, warnings};
pub use whereabouts::{Spot, Whereabouts};
