use std::io::{self, IsTerminal, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::jobs::{Cancelled, Progress};

/// Says on standard error how far the work is, where that is a terminal; one line that goes away at the end.
pub(super) struct Telling {
    terminal: bool,
    last: Mutex<Option<Instant>>,
}

const THROTTLE: Duration = Duration::from_millis(100);
const CLEAR: &str = "\r\u{1b}[K";

impl Telling {
    pub(super) fn new() -> Self {
        Self {
            terminal: io::stderr().is_terminal(),
            last: Mutex::new(None),
        }
    }
}

impl Progress for Telling {
    fn report(&self, done: u64, total: Option<u64>, what: &str) -> Result<(), Cancelled> {
        if !self.terminal {
            return Ok(());
        }
        let mut last = self
            .last
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if last.is_some_and(|at| at.elapsed() < THROTTLE) {
            return Ok(());
        }
        *last = Some(Instant::now());
        let how_far = match total {
            Some(total) => format!("{what}: {done} of {total}"),
            None => what.to_owned(),
        };
        // Progress that cannot be shown stops no work.
        let _ = write!(io::stderr(), "{CLEAR}{how_far}");
        Ok(())
    }
}

impl Drop for Telling {
    fn drop(&mut self) {
        let shown = self.last.get_mut().is_ok_and(|last| last.is_some());
        if shown {
            let _ = write!(io::stderr(), "{CLEAR}");
        }
    }
}
