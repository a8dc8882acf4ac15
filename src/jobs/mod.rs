//! Work that takes time: progress that can be cancelled, parts that are worked on at the same time, and named threads that report to
//! the window.

mod job;
mod parts;
mod progress;

pub use job::{HowFar, Job, JobEnd};
pub use parts::in_parts;
pub use progress::{Cancelled, Progress, Silent};
