use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use super::{Cancelled, Progress};

/// How far the work is, for the status line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HowFar {
    pub done: u64,
    pub total: Option<u64>,
    pub what: String,
}

/// How a job ended.
#[derive(Debug)]
pub enum JobEnd<T> {
    Done(T),
    /// It panicked; the words are for an error card. Its transaction was rolled back by unwinding.
    Broke(String),
}

/// Work on a thread of its own. Dropping it asks the work to stop.
pub struct Job<T> {
    result: Receiver<JobEnd<T>>,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    cancel: AtomicBool,
    how_far: Mutex<HowFar>,
}

/// Progress is passed on at most this often.
const THROTTLE: Duration = Duration::from_millis(100);

struct Reporter<W> {
    shared: Arc<Shared>,
    last: Mutex<Option<Instant>>,
    wake: W,
}

impl<W: Fn() + Sync> Progress for Reporter<W> {
    fn report(&self, done: u64, total: Option<u64>, what: &str) -> Result<(), Cancelled> {
        if self.shared.cancel.load(Ordering::Relaxed) {
            return Err(Cancelled);
        }
        let mut last = lock(&self.last);
        if last.is_none_or(|at| at.elapsed() >= THROTTLE) {
            *last = Some(Instant::now());
            *lock(&self.shared.how_far) = HowFar {
                done,
                total,
                what: what.to_owned(),
            };
            (self.wake)();
        }
        Ok(())
    }
}

impl<T: Send + 'static> Job<T> {
    /// Starts `work` on a thread called `name`; `wake` is called when there is progress or an end to show.
    pub fn start<W, F>(name: &str, wake: W, work: F) -> std::io::Result<Self>
    where
        W: Fn() + Send + Sync + 'static,
        F: FnOnce(&dyn Progress) -> T + Send + 'static,
    {
        let (sender, result) = mpsc::channel();
        let shared = Arc::new(Shared::default());
        let reporter = Reporter {
            shared: Arc::clone(&shared),
            last: Mutex::new(None),
            wake,
        };
        thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || {
                let end = match catch_unwind(AssertUnwindSafe(|| work(&reporter))) {
                    Ok(value) => JobEnd::Done(value),
                    Err(panic) => JobEnd::Broke(words_of(&*panic)),
                };
                // The window may be gone; then nobody waits for the result.
                let _ = sender.send(end);
                (reporter.wake)();
            })?;
        Ok(Self { result, shared })
    }

    /// The end, once, as soon as it is there.
    pub fn poll(&self) -> Option<JobEnd<T>> {
        match self.result.try_recv() {
            Ok(end) => Some(end),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => {
                Some(JobEnd::Broke("The work ended without a result.".to_owned()))
            }
        }
    }

    /// Waits for the end: for tests and the command line.
    pub fn wait(&self) -> JobEnd<T> {
        self.result
            .recv()
            .unwrap_or_else(|_| JobEnd::Broke("The work ended without a result.".to_owned()))
    }
}

impl<T> Job<T> {
    pub fn how_far(&self) -> HowFar {
        lock(&self.shared.how_far).clone()
    }

    pub fn cancel(&self) {
        self.shared.cancel.store(true, Ordering::Relaxed);
    }

    pub fn is_cancelled(&self) -> bool {
        self.shared.cancel.load(Ordering::Relaxed)
    }
}

impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        self.cancel();
    }
}

/// A lock whose holder panicked still guards plain data that is whole.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn words_of(panic: &(dyn std::any::Any + Send)) -> String {
    panic
        .downcast_ref::<&str>()
        .map(|words| (*words).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "The work stopped without saying why.".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_returns_its_value() {
        let job = Job::start("sum", || {}, |_| 2 + 2).expect("a thread");
        assert!(matches!(job.wait(), JobEnd::Done(4)));
    }

    #[test]
    fn a_panic_becomes_words() {
        let job: Job<()> =
            Job::start("fault", || {}, |_| panic!("the roof is off")).expect("a thread");
        assert!(matches!(job.wait(), JobEnd::Broke(words) if words == "the roof is off"));
    }

    #[test]
    fn cancelling_unwinds_through_the_work() {
        let job = Job::start(
            "long",
            || {},
            |progress| {
                for step in 0.. {
                    progress.report(step, None, "Counting")?;
                    thread::sleep(Duration::from_millis(1));
                }
                Ok::<(), Cancelled>(())
            },
        )
        .expect("a thread");
        job.cancel();
        assert!(matches!(job.wait(), JobEnd::Done(Err(Cancelled))));
    }
}
