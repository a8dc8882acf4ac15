//! A review of 100,000 entries: opened, put in order, filtered, searched, edited.
//!
//! Targets: opened in 1 s after key derivation; a search answered in 10 ms at the 99th percentile; an edit within a frame
//! (16 ms). Run it with `cargo bench --bench open_and_search`.

mod support;

use std::error::Error;
use std::hint::black_box;
use std::time::Duration;

use chrono::NaiveDate;
use lantern::chronology::{self, Filter, PeopleIndex};
use lantern::edits;
use lantern::model::{Basis, EntryId};
use lantern::store::{Passphrase, Store};
use support::{filled, forget_peak, median, peak_memory, quantile, runs, timed, told};

const OPENED: (&str, f64) = ("target", 1.0);
const FOUND: (&str, f64) = ("target", 0.010);
const FRAME: (&str, f64) = ("frame", 0.016);

/// What chairs look for: rare words, common ones, several, a beginning, words in a row, nothing that is there.
const SEARCHES: [&str; 20] = [
    "Reference 77777",
    "police",
    "bruise",
    "wrist stairs",
    "phone",
    "neighbour shouting",
    "\"did not attend\"",
    "grandm",
    "he was",
    "the",
    "safety at home",
    "eleven ticks",
    "\"left wrist\"",
    "refer",
    "drinking",
    "specialist service",
    "door",
    "a",
    "zebra",
    "Reference 5",
];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let passphrase = Passphrase::new("four unrelated words here".to_owned());
    let (large, small) = (
        folder.path().join("large.lantern"),
        folder.path().join("small.lantern"),
    );
    let entries = support::entries();
    drop(filled(&large, &passphrase, entries)?);
    drop(filled(&small, &passphrase, 8)?);
    forget_peak();

    println!("{entries} entries, median of {} runs", runs());
    let measure =
        |work: &dyn Fn() -> Result<(), Box<dyn Error>>| -> Result<Duration, Box<dyn Error>> {
            let mut times = Vec::new();
            for _ in 0..runs() {
                let (result, time) = timed(work);
                result?;
                times.push(time);
            }
            Ok(median(&times))
        };
    let key = measure(&|| {
        Store::open(&small, &passphrase, "benchmark")?;
        Ok(())
    })?;
    told("key derivation (opening an empty review)", key, &[]);
    let opened = measure(&|| {
        let review = Store::open(&large, &passphrase, "benchmark")?.load()?;
        assert_eq!(chronology::in_order(&review).len(), entries);
        Ok(())
    })?;
    told(
        "open, load, put in order, without the key",
        opened.saturating_sub(key),
        &[OPENED],
    );

    let mut store = Store::open(&large, &passphrase, "benchmark")?;
    let mut review = store.load()?;
    told(
        "load",
        measure(&|| {
            store.load()?;
            Ok(())
        })?,
        &[],
    );
    told(
        "put in order",
        measure(&|| {
            black_box(chronology::in_order(&review));
            Ok(())
        })?,
        &[FRAME],
    );
    told(
        "find people in every entry",
        measure(&|| {
            black_box(PeopleIndex::of(&review));
            Ok(())
        })?,
        &[],
    );
    let (order, people) = (chronology::in_order(&review), PeopleIndex::of(&review));
    let filter = Filter {
        from: NaiveDate::from_ymd_opt(2016, 3, 1),
        until: NaiveDate::from_ymd_opt(2018, 3, 1),
        sectors: vec!["police".to_owned(), "gp".to_owned()],
        ..Filter::default()
    };
    let filtering = measure(&|| {
        assert!(!chronology::filtered(&review, &order, &filter, &people, None).is_empty());
        Ok(())
    })?;
    told("filter by dates and sectors", filtering, &[FRAME]);

    let (mut listed, mut found) = (Vec::new(), Vec::new());
    for words in SEARCHES.iter().cycle().take(200) {
        let (hits, time) = timed(|| store.search(&review, words, 50));
        hits?;
        listed.push(time);
        let (all, time) = timed(|| store.found(words));
        all?;
        found.push(time);
    }
    told("search, first 50, median of 200", median(&listed), &[FOUND]);
    told(
        "search, first 50, 99th percentile",
        quantile(&listed, 0.99),
        &[FOUND],
    );
    told(
        "search, every entry, median of 200",
        median(&found),
        &[FOUND],
    );
    told(
        "search, every entry, 99th percentile",
        quantile(&found, 0.99),
        &[FOUND],
    );

    let mut edited = Vec::new();
    for number in 0..50 {
        let basis = Basis::ALL[1 + number % 6];
        let id = EntryId(1 + 997 * number as i64);
        let (result, time) = timed(|| {
            let outcome = edits::set_basis(&mut store, &[id], basis)?;
            store.refresh(&mut review, &outcome.touched)
        });
        result?;
        edited.push(time);
    }
    told(
        "one edit, saved, and the review refreshed",
        median(&edited),
        &[FRAME],
    );
    if let Some(peak) = peak_memory() {
        println!("peak memory {peak:.0} MB");
    }
    Ok(())
}
