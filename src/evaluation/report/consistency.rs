//! What does not fit together: in our own data, and in figures that were printed elsewhere.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Edition, Evaluated};
use crate::evaluation::Cohort;
use crate::evaluation::consistency::{Figure, Inconsistency, inconsistencies};

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Consistency {
    /// What cannot be so in the programme’s own file; in what is released, whether there is anything.
    pub own: Vec<String>,
    /// What was printed elsewhere and does not follow from what it hangs together with.
    pub published: Vec<Inconsistency>,
    /// What was printed elsewhere and is not what this evaluation finds.
    pub differing: Vec<Left>,
    /// Printed figures that this evaluation has under the same name.
    pub compared: usize,
    /// What could not be looked at, and why.
    pub notes: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Left {
    pub figure: String,
    pub printed: f64,
    pub found: f64,
}

impl Consistency {
    pub(super) fn of(
        cohort: &Cohort,
        with: &Evaluated<'_>,
        counts: &BTreeMap<String, Option<u64>>,
        numbers: &BTreeMap<String, Option<f64>>,
    ) -> Self {
        let mut found = Self {
            own: own(cohort, with.edition),
            published: Vec::new(),
            differing: Vec::new(),
            compared: 0,
            notes: Vec::new(),
        };
        let Some((published, relations)) = with.published else {
            return found;
        };
        match inconsistencies(published, relations) {
            Ok(inconsistencies) => found.published = inconsistencies,
            Err(unfound) => found.notes.push(format!(
                "The printed figures were not looked at for what hangs together in them: {unfound}."
            )),
        }
        for (place, printed) in published.figures() {
            let count = counts
                .get(&place)
                .copied()
                .flatten()
                .map(|count| count as f64);
            let number = || numbers.get(&place).copied().flatten();
            let Some(ours) = count.or_else(number) else {
                continue;
            };
            found.compared += 1;
            if !is_same(printed, ours) {
                found.differing.push(Left {
                    figure: place,
                    printed: printed.value,
                    found: ours,
                });
            }
        }
        found
    }
}

/// As far as its printed digits tell.
fn is_same(printed: Figure, ours: f64) -> bool {
    let step = 10_f64.powi(-i32::from(printed.decimals));
    (printed.value - ours).abs() <= step / 2.0 + 1e-9
}

fn own(cohort: &Cohort, edition: Edition) -> Vec<String> {
    match (edition, cohort.faults.is_empty()) {
        (_, true) => Vec::new(),
        (Edition::Released, false) => vec![
            "Some days or steps in the programme’s own file cannot be so; they are named in the internal edition.".to_owned(),
        ],
        (Edition::Internal, false) => {
            let told = cohort.faults.iter().map(|(case, words)| format!("{case}: {words}"));
            told.collect()
        }
    }
}
