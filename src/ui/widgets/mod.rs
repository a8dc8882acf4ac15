//! The few building blocks that every screen is made of.

mod button;
mod chip;
mod empty;
mod field;
mod frames;
mod hatch;
mod marked;
mod menu;
mod tabs;
mod text;
mod tick;

pub use button::{link, named_link, primary, quiet, secondary, small};
pub use chip::{Tone, chip, removable_chip};
pub use empty::empty;
pub use field::{FieldLook, field, labelled_field};
pub use frames::{at_side, card, hairline, pane, quote, scroll, titled};
pub use hatch::hatch;
pub use marked::{Side, marked};
pub use menu::{choice, menu};
pub use tabs::tabs;
pub use text::{Words, heading, label, title, words};
pub use tick::tick;
