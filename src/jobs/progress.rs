/// The user asked to stop. Travels up as an error, so that a transaction on its way unwinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Stopped at your request. Nothing was changed.")]
pub struct Cancelled;

/// Where long work says how far it is, and learns that it should stop.
pub trait Progress: Sync {
    /// Call it often (every row is fine; the receiver throttles). `what` is shown to the user as it is:
    /// “Reading police_return.xlsx”. `total` is `None` while it is not known.
    fn report(&self, done: u64, total: Option<u64>, what: &str) -> Result<(), Cancelled>;
}

/// Reports to nobody and never cancels: for tests and short work.
pub struct Silent;

impl Progress for Silent {
    fn report(&self, _done: u64, _total: Option<u64>, _what: &str) -> Result<(), Cancelled> {
        Ok(())
    }
}
