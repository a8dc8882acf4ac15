//! A section of the report in which nothing is written.
//!
//! **What it finds.** Every section that the template asks for and that holds no words.
//!
//! **Why.** Reports come back from the quality-assurance panel because a section of the model is missing or empty.
//!
//! **What to do.** Write it; where there is nothing to say, say why (“No other review was held”).

use crate::checks::{At, Case, Mark};
use crate::model::RuleSetting;
use crate::templates::{
    ACTION_PLAN, COMBINED_CHRONOLOGY, LESSONS, RECOMMENDATIONS, SUMMARY_LESSONS,
    SUMMARY_RECOMMENDATIONS,
};

/// Completed from what else stands in the file.
const COMPLETED: [&str; 6] = [
    ACTION_PLAN,
    COMBINED_CHRONOLOGY,
    LESSONS,
    RECOMMENDATIONS,
    SUMMARY_LESSONS,
    SUMMARY_RECOMMENDATIONS,
];

pub(super) fn find(case: &Case<'_>, _: &RuleSetting) -> Vec<Mark> {
    case.sections
        .iter()
        .filter(|section| section.paragraphs.iter().all(|each| each.heading > 0))
        .filter(|section| !COMPLETED.contains(&section.key.as_str()))
        .filter_map(|section| Some((section, case.section(&section.key)?.id)))
        .map(|(section, id)| Mark {
            subject: section.key.clone(),
            what: format!("Section {}, “{}”, is empty.", section.number, section.title),
            instead: String::new(),
            at: At::Section(id),
        })
        .collect()
}
