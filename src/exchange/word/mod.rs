//! Word files out and back.
//!
//! Written by hand rather than through a library, because the hidden marks must stand exactly where they are looked for.

mod comments;
mod lines;
mod parts;
mod reading;
mod styles;
mod walk;
mod writing;

pub(super) use lines::{Change, ChangeKind, Found, FoundComment, FoundLine, Stretch};
pub(super) use reading::read;
pub(super) use writing::write;

/// Property of the file that holds the token of the sending.
const SENDING: &str = "LanternSending";
const ROUND: &str = "LanternRound";
const MEMBER: &str = "LanternMember";
/// How many lines of the draft went out.
const LINES: &str = "LanternLines";
