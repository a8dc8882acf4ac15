//! What a user can do to a perpetrator programme’s file. What concerns a partner needs the open lock of women’s safety work, and its label names nothing.

mod add_group;
mod add_man;
mod add_partner;
mod change_frame;
mod change_group;
mod change_man;
mod change_partner;
mod change_settings;
mod destroy_files;
mod hold_session;
mod import_cohort;
mod mark_register;
mod passing_on;
mod remove_man;
mod remove_partner;
mod remove_session;

pub use add_group::add_group;
pub use add_man::add_man;
pub use add_partner::add_partner;
pub use change_frame::change_frame;
pub use change_group::change_group;
pub use change_man::{ManPart, change_man};
pub use change_partner::change_partner;
pub use change_settings::change_settings;
pub use destroy_files::{Destruction, destroy_files};
pub use hold_session::hold_session;
pub use import_cohort::{CohortImported, import_cohort};
pub use mark_register::mark_register;
pub use remove_man::remove_man;
pub use remove_partner::remove_partner;
pub use remove_session::remove_session;
