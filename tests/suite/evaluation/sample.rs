//! The made-up cohort as a programme’s file.

use chrono::NaiveDate;
use lantern::evaluation::{Cohort, Edition, Evaluated, Evaluation};
use lantern::jobs::Silent;
use lantern::model::programme::Programme;
use lantern::sample;
use lantern::wall::{CaseFile, Clearance, Ledger, Lock, Look, Partner, WomensSafety};

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// The day on which the cohort is looked at.
pub fn today() -> NaiveDate {
    sample::programme_today()
}

fn records() -> (Programme, Vec<Partner>) {
    sample::programme(&Silent).expect("the sample")
}

struct Nobody;

impl Ledger for Nobody {
    fn note(&self, _look: Look) {}
}

pub fn clearance() -> Clearance<WomensSafety> {
    Lock::new("her own words")
        .expect("a lock")
        .1
        .clearance("Ifeoma Lind")
}

pub fn cohort() -> Cohort {
    Cohort::of(&records().0, today())
}

/// With what the partners told.
pub fn whole_cohort() -> (Cohort, Clearance<WomensSafety>) {
    let (programme, partners) = records();
    let me = clearance();
    let cohort = Cohort::of(&programme, today());
    let file = CaseFile::of(programme, partners).expect("each on the right side");
    let cohort = cohort.with_hers(&file.view(&me, &Nobody));
    (cohort, me)
}

pub fn evaluated(edition: Edition, hers: bool) -> Evaluation {
    let (cohort, me) = whole_cohort();
    let with = Evaluated {
        edition,
        clearance: hers.then_some(&me),
        published: None,
    };
    Evaluation::of(&cohort, &with).expect("an evaluation")
}
