//! The whole set for publication, of a report of 1,000 entries and some 150 pages: identities taken out, every document written, read again
//! and looked through.
//!
//! Target: less than 5 seconds. Run it with `cargo bench --bench publication`.

mod support;

use std::error::Error;

use lantern::jobs::Silent;
use lantern::publish::{Edition, LetPass, SetOptions, publish_set};
use lantern::sample;
use support::{long_report, median, runs, timed, told};

const ROWS: usize = 1_000;
const TARGET: f64 = 5.0;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let review = long_report(folder.path(), ROWS)?;
    let asked = SetOptions {
        edition: Edition::Publication,
        today: sample::today()?,
        let_pass: LetPass::everything("Measured, not published."),
    };
    let mut times = Vec::new();
    let mut pages = 0;
    for run in 0..runs() {
        typst::comemo::evict(0);
        let out = folder.path().join(run.to_string());
        let (made, time) = timed(|| publish_set(&review, &asked, &out, &Silent));
        let most = made?.files.into_iter().filter_map(|file| file.pages).max();
        pages = most.unwrap_or(0);
        times.push(time);
    }
    println!(
        "set with a report of {pages} pages, median of {} runs, empty cache",
        runs()
    );
    told(
        "from the review to the folder",
        median(&times),
        &[("the target", TARGET)],
    );
    Ok(())
}
