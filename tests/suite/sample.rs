//! The sample review is built from its returns through the same doors as a chair’s, and holds what its truth says.

mod decisions;
mod programme;
mod report;
mod wordings;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use lantern::jobs::{Cancelled, Progress, Silent};
use lantern::model::{Entry, Review};
use lantern::sample::{self, PASSPHRASE, SampleError};
use lantern::store::{Passphrase, Store};
use serde::Deserialize;
use tempfile::TempDir;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn built(folder: &TempDir) -> Store {
    let path = folder.path().join("sample.lantern");
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let today = sample::today().expect("the sample’s day");
    sample::build(&path, &passphrase, "test", today, &Silent).expect("the sample")
}

/// Built once for all tests that only look.
pub(crate) static REVIEW: LazyLock<Review> = LazyLock::new(|| {
    let folder = TempDir::new().expect("a folder");
    built(&folder).load().expect("a review")
});

#[derive(Deserialize)]
struct Row {
    file: String,
    row: u32,
}

#[derive(Deserialize)]
struct Decisions {
    places: BTreeMap<String, Row>,
    taggings: Vec<toml::Value>,
}

static DECISIONS: LazyLock<Decisions> = LazyLock::new(|| toml_of("decisions.toml"));

pub(crate) fn toml_of<T: for<'a> Deserialize<'a>>(name: &str) -> T {
    let path = format!("{}/samples/review/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("a file of the sample");
    toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

pub(crate) fn named(name: &str) -> Vec<&'static Entry> {
    let by_row = name.rsplit_once(", ").and_then(|(file, row)| {
        let (file, row) = (file.to_owned(), row.parse().ok()?);
        Some(Row { file, row })
    });
    let place = by_row
        .as_ref()
        .or_else(|| DECISIONS.places.get(name))
        .unwrap_or_else(|| panic!("there is no place {name}"));
    let entries: Vec<&Entry> = REVIEW
        .entries
        .iter()
        .map(|entry| &**entry)
        .filter(|entry| entry.source.file == place.file && entry.source.row == place.row)
        .collect();
    assert!(!entries.is_empty(), "{name} became no entry");
    entries
}

/// Everything a row says, for comparing it with the truth.
fn wording(entry: &Entry) -> String {
    let other = entry.other.iter().map(|(_, text)| text.as_str());
    [&entry.when.wording, &entry.text, &entry.response]
        .into_iter()
        .map(String::as_str)
        .chain(other)
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn undoing_all_the_way_leaves_the_empty_review_and_the_audit_holds() {
    let folder = TempDir::new().expect("a folder");
    let mut store = built(&folder);
    let whole = store.load().expect("a review");
    let mut steps = 0;
    while store.undo().expect("an undo").is_some() {
        steps += 1;
    }
    let empty = store.load().expect("a review");
    assert!(empty.entries.is_empty() && empty.agencies.is_empty() && empty.people.is_empty());
    assert!(empty.imports.is_empty() && empty.taggings.is_empty() && empty.key_dates.is_empty());
    assert!(
        empty.pauses.is_empty() && empty.recommendations.is_empty() && empty.actions.is_empty()
    );
    assert!(empty.facts.is_empty() && empty.knowings.is_empty());
    assert!(empty.sections.iter().all(|section| section.text.is_empty()));
    assert_eq!(empty.details, whole.details);
    for _ in 0..steps {
        assert!(store.redo().expect("a redo").is_some());
    }
    let again = store.load().expect("a review");
    let revision = whole.revision;
    assert_eq!(Review { revision, ..again }, whole);
    let report = store.verify_audit().expect("an answer");
    assert!(report.faults.is_empty(), "{report:?}");
}

#[test]
fn it_stops_when_told_to() {
    struct Impatient;
    impl Progress for Impatient {
        fn report(&self, _: u64, _: Option<u64>, what: &str) -> Result<(), Cancelled> {
            if what.contains("Wexmoor Homes") {
                Err(Cancelled)
            } else {
                Ok(())
            }
        }
    }
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("sample.lantern");
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let end = sample::build(&path, &passphrase, "test", day("2022-11-30"), &Impatient);
    assert!(matches!(end, Err(SampleError::Cancelled(_))));
}
