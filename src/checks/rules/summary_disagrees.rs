//! The executive summary says otherwise than the report.
//!
//! **What it finds.** In the executive summary: a number of something that the report counts otherwise (“twelve agencies” here, “eleven agencies” there);
//! another number of recommendations than stand in the list, or one that does not exist; and a month of which neither the report nor the records speak.
//!
//! **Why.** Most people read the summary only. It is written first or last, and the report changes under it.
//!
//! **What to do.** Correct whichever is wrong. Nothing stands in the summary that is not in the report.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use crate::checks::figures::{Figure, figures, months, months_and_years, recommendations_named};
use crate::checks::reading::{all_words, sayings, words_in};
use crate::checks::{Case, Mark};
use crate::drafting::NumberedSection;
use crate::model::{Reach, Review, RuleSetting, When};

pub(super) fn find(case: &Case<'_>, _: &RuleSetting) -> Vec<Mark> {
    let (summary, report): (Vec<_>, Vec<_>) = case
        .sections
        .iter()
        .partition(|section| section.summary);
    if summary.iter().all(|section| section.paragraphs.is_empty()) {
        return Vec::new();
    }
    let counted = counted(&report);
    let spoken_of = months_spoken_of(case.review, &report);
    let mut marks = Vec::new();
    for section in summary {
        for paragraph in &section.paragraphs {
            let text = words_in(paragraph);
            let mut wrong: Vec<(String, String)> = Vec::new();
            for figure in figures(&text) {
                wrong.extend(wrong_figure(case.review, &figure, &counted));
            }
            wrong.extend(months(&text).into_iter().filter(|month| !spoken_of.contains(month)).map(|(year, month)| {
                let name = MONTHS[month as usize - 1];
                (format!("{name} {year}"), format!("The summary speaks of {name} {year}; neither the report nor the records do."))
            }));
            let listed = case.review.recommendations.len();
            let named = recommendations_named(&text).into_iter();
            wrong.extend(named.filter(|number| *number as usize > listed).map(|number| {
                let what = format!("The summary names recommendation {number}; the list holds {listed}.");
                (format!("recommendation {number}"), what)
            }));
            wrong.dedup();
            marks.extend(wrong.into_iter().map(|(subject, what)| Mark {
                subject: format!("{}: {subject}", section.key),
                what,
                instead: String::new(),
                at: case.at_paragraph(section, paragraph),
            }));
        }
    }
    marks
}

const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
];

/// How often the report counts each thing, by the word for it.
fn counted(report: &[&NumberedSection]) -> BTreeMap<String, BTreeSet<u32>> {
    let mut counted: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    for section in report {
        for figure in figures(&all_words(section)) {
            counted.entry(figure.of).or_default().insert(figure.number);
        }
    }
    counted
}

/// By which it is known again, and what is wrong; `None` where the figure agrees, or nothing is counted by that word.
fn wrong_figure(
    review: &Review,
    figure: &Figure,
    counted: &BTreeMap<String, BTreeSet<u32>>,
) -> Option<(String, String)> {
    let subject = format!("{} {}", figure.number, figure.of);
    let written = &figure.written;
    if let Some(there) = recommendations(review, figure) {
        return (there != figure.number as usize).then(|| {
            (subject, format!("The summary says “{written}”; the list holds {there}."))
        });
    }
    let others = counted.get(&figure.of)?;
    if others.contains(&figure.number) {
        return None;
    }
    let others: Vec<String> = others.iter().map(u32::to_string).collect();
    Some((
        subject,
        format!("The summary says “{written}”; the report speaks of {} there.", others.join(" or ")),
    ))
}

/// How many recommendations of the kind spoken of there are; `None` where the figure counts something else, or only some of them.
fn recommendations(review: &Review, figure: &Figure) -> Option<usize> {
    let of_reach = |reach| review.recommendations.iter().filter(|each| each.reach == reach).count();
    if figure.of != "recommendation" || figure.is_part {
        return None;
    }
    Some(match figure.kind.as_str() {
        "" => review.recommendations.len(),
        "single-agency" => of_reach(Reach::SingleAgency),
        "multi-agency" => of_reach(Reach::MultiAgency),
        "national" => of_reach(Reach::National),
        _ => return None,
    })
}

/// Months that the report names, or that records and key dates lie in.
fn months_spoken_of(review: &Review, report: &[&NumberedSection]) -> BTreeSet<(i32, u32)> {
    let mut all = BTreeSet::new();
    for section in report {
        for saying in sayings(section) {
            all.extend(months_and_years(&saying.text));
        }
    }
    let entries = review.entries.iter().map(|entry| &entry.when);
    let dates = review.key_dates.iter().map(|date| &date.when);
    all.extend(entries.chain(dates).flat_map(months_of));
    all
}

fn months_of(when: &When) -> impl Iterator<Item = (i32, u32)> + use<> {
    let ends = [when.earliest, when.latest].into_iter().flatten();
    ends.map(|moment| (moment.date.year(), moment.date.month()))
}
