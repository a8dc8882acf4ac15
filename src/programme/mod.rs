//! What follows from a programme’s file on a day: where each man stands, what is owed to whom, what is due. Today is always an argument.
//!
//! What draws on a partner’s file takes a [`crate::wall::View`] for women’s safety work and gives its result walled.

mod attendance;
mod couples_work;
mod duties;
mod faults;
mod follow_up;
mod keeping;
mod notices;
mod pathway;
mod sheet;

pub use attendance::{Register, Registers, Run, register};
pub use couples_work::{Eligibility, couples_work};
pub use duties::{ContactDuty, ContactKind, ContactState, contact_duties};
pub use faults::{Fault, faults};
pub use follow_up::{
    FollowUpState, Response, Window, follow_up_of_man, follow_up_of_partners, response,
};
pub use keeping::{Keep, Kept, keeping, monitoring_only};
pub use notices::{Notice, NoticeState, notices};
pub use pathway::{Standing, in_order, left_on, standing, started_on};
pub use sheet::{GroupSheet, SheetLine, SheetMade, group_sheet, sheet_of};
