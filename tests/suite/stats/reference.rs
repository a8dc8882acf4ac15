//! Against figures that other programs gave for published data; `tests/fixtures/stats/make_reference.py` tells which.

use lantern::stats::{Change, Curve, Observation, Pair, Proportion, cohens_kappa, log_rank};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The fixtures have ten digits.
fn same(found: f64, known: f64) -> bool {
    (found - known).abs() <= 1e-8 * known.abs().max(1e-3)
}

fn read<T: DeserializeOwned>(text: &str) -> T {
    toml::from_str(text).expect("a fixture")
}

/// Times; “+”: not ended when last seen.
fn observations(line: &str) -> Vec<Observation> {
    let one = |word: &str| Observation {
        time: word.trim_end_matches('+').parse().expect("a time"),
        ended: !word.ends_with('+'),
    };
    line.split_whitespace().map(one).collect()
}

#[derive(Deserialize)]
struct Curves {
    curve: Vec<KnownCurve>,
}

#[derive(Deserialize)]
struct KnownCurve {
    name: String,
    observations: String,
    median: Option<u32>,
    median_low: Option<u32>,
    median_high: Option<u32>,
    steps: Vec<KnownStep>,
}

/// Time, at risk, ended, censored, share left, its variance, and its limits; -1: none.
type KnownStep = (u32, usize, usize, usize, f64, f64, f64, f64);

#[test]
fn curves_are_as_published() {
    let known: Curves = read(include_str!("../../fixtures/stats/kaplan_meier.toml"));
    assert_eq!(known.curve.len(), 4);
    for known in known.curve {
        let name = known.name;
        let curve = Curve::of(&observations(&known.observations));
        let median = curve.median();
        let medians = (median.time, median.low, median.high);
        assert_eq!(
            medians,
            (known.median, known.median_low, known.median_high),
            "{name}"
        );
        assert_eq!(curve.steps.len(), known.steps.len(), "{name}");
        for (step, known) in curve.steps.iter().zip(known.steps) {
            let (time, at_risk, ended, censored, share, variance, low, high) = known;
            let counts = (step.time, step.at_risk, step.ended, step.censored);
            assert_eq!(counts, (time, at_risk, ended, censored), "{name}");
            let estimate = step.estimate;
            let limits = estimate
                .interval
                .map_or((-1.0, -1.0), |it| (it.low, it.high));
            assert!(
                same(estimate.share, share)
                    && same(estimate.variance.unwrap_or(-1.0), variance)
                    && same(limits.0, low)
                    && same(limits.1, high),
                "{name}: {step:?}"
            );
            assert_eq!(curve.at_risk(time), at_risk, "{name}");
            assert_eq!(curve.at(time), Some(estimate), "{name}");
        }
    }
}

#[derive(Deserialize)]
struct Tests {
    test: Vec<KnownTest>,
}

#[derive(Deserialize)]
struct KnownTest {
    name: String,
    groups: Vec<String>,
    observed: Vec<usize>,
    expected: Vec<f64>,
    statistic: f64,
    degrees: usize,
    p: f64,
}

#[test]
fn log_rank_tests_are_as_published() {
    let known: Tests = read(include_str!("../../fixtures/stats/log_rank.toml"));
    assert_eq!(known.test.len(), 3);
    for known in known.test {
        let name = known.name;
        let groups: Vec<_> = known.groups.iter().map(|line| observations(line)).collect();
        let found = log_rank(&groups).expect("a test");
        assert_eq!(found.degrees, known.degrees, "{name}");
        assert!(
            same(found.statistic, known.statistic) && same(found.p, known.p),
            "{name}: {found:?}"
        );
        for (place, group) in found.groups.iter().enumerate() {
            assert_eq!(group.observed, known.observed[place], "{name}");
            assert!(
                same(group.expected, known.expected[place]),
                "{name}: {group:?}"
            );
        }
    }
}

#[derive(Deserialize)]
struct Intervals {
    interval: Vec<KnownInterval>,
}

#[derive(Deserialize)]
struct KnownInterval {
    name: String,
    count: u64,
    all: u64,
    low: f64,
    high: f64,
}

#[test]
fn score_intervals_are_as_published() {
    let known: Intervals = read(include_str!("../../fixtures/stats/wilson.toml"));
    assert_eq!(known.interval.len(), 5);
    for KnownInterval {
        name,
        count,
        all,
        low,
        high,
    } in known.interval
    {
        let proportion = Proportion::of(count, all).expect("a part");
        let found = proportion.interval().expect("an interval");
        assert!(
            same(found.low, low) && same(found.high, high),
            "{name}, {proportion}: {found:?}"
        );
    }
}

#[derive(Deserialize)]
struct Kappas {
    table: Vec<KnownKappa>,
}

#[derive(Deserialize)]
struct KnownKappa {
    name: String,
    counts: Vec<Vec<usize>>,
    kappa: f64,
}

#[test]
fn kappas_are_as_published() {
    let known: Kappas = read(include_str!("../../fixtures/stats/kappa.toml"));
    assert_eq!(known.table.len(), 2);
    for known in known.table {
        let (mut ones, mut others) = (Vec::new(), Vec::new());
        for (one, row) in known.counts.iter().enumerate() {
            for (other, count) in row.iter().enumerate() {
                ones.extend(vec![Some(one); *count]);
                others.extend(vec![Some(other); *count]);
            }
        }
        let found = cohens_kappa(&ones, &others).and_then(|it| it.beyond_chance);
        let found = found.expect("a kappa");
        assert!(same(found, known.kappa), "{}: {found}", known.name);
    }
}

#[derive(Deserialize)]
struct Changes {
    change: Vec<KnownChange>,
}

#[derive(Deserialize)]
struct KnownChange {
    name: String,
    before: Vec<i32>,
    after: Vec<i32>,
    p: f64,
}

#[test]
fn signed_rank_tests_are_as_published() {
    let known: Changes = read(include_str!("../../fixtures/stats/paired.toml"));
    for known in known.change {
        let before = known.before.iter().copied().map(Some);
        let pairs: Vec<Pair> = before.zip(known.after.iter().copied().map(Some)).collect();
        let found = Change::of(&pairs).difference.and_then(|it| it.p);
        let found = found.expect("a test");
        assert!(same(found, known.p), "{}: {found}", known.name);
    }
}
