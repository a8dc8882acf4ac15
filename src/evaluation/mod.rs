//! What an evaluation of a programme tells, worked out from plain rows of a cohort: no file, no window, today always an argument. And whether
//! published figures follow from each other.

pub mod cohort;
pub mod consistency;
mod course;
mod outcomes;
mod substances;

pub use course::{Funnel, Parting, funnel, retention, retention_by_source};
pub use outcomes::{Response, accounts, change, response};
pub use substances::{
    AnyUse, Denominators, Units, Uses, any_use, before_incidents, regularity, units, uses,
};
