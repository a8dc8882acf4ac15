//! Work that takes time: progress that can be cancelled, and named threads that report to the window.

mod job;
mod progress;

pub use job::{HowFar, Job, JobEnd};
pub use progress::{Cancelled, Progress, Silent};
