//! What an evaluation of a programme tells, worked out from the rows of a cohort: no file, no window, today always an argument. And whether
//! published figures follow from each other.

mod cases;
pub mod cohort;
pub mod consistency;
mod counts;
mod course;
mod hers;
mod outcomes;
mod report;
mod substances;

pub use cases::Cases;
pub use cohort::{Cohort, ManRow, Reached};
pub use counts::LeftOut;
pub use course::{
    Compared, Funnel, Parting, PassedOver, Retention, Split, Stay, funnel, retention, retention_by,
    stay,
};
pub use hers::{HerRow, HerRows};
pub use outcomes::{account, accounts, change, pairs, said};
pub use report::{
    Bar, Block, Cell, Consistency, Dot, Edition, Evaluated, Evaluation, Figure, HerPart, Left,
    Line, PARTING, Part, Row, SESSION_MARKS, Said, Section, SplitBy, Table, by_session,
    last_week_drawn, splits,
};
pub use substances::{
    AnyUse, Denominators, Drinking, HisUses, Units, Uses, any_use, before_incidents, regularity,
    units, uses,
};
