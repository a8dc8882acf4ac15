//! A section of the report in which nothing is written.
//!
//! **What it finds.** Every section that the template asks for and that holds no words, unless something is printed there from what else stands in the file,
//! such as the list of recommendations.
//!
//! **Why.** Reports come back from the quality-assurance panel because a section of the model is missing or empty.
//!
//! **What to do.** Write it; where there is nothing to say, say why (“No other review was held”).

use crate::checks::{At, Case, Mark};
use crate::model::{Review, RuleSetting};
use crate::templates::{
    ACTION_PLAN, COMBINED_CHRONOLOGY, LESSONS, RECOMMENDATIONS, SUMMARY_LESSONS,
    SUMMARY_RECOMMENDATIONS, TERMS_OF_REFERENCE,
};

pub(super) fn find(case: &Case<'_>, _: &RuleSetting) -> Vec<Mark> {
    case.sections
        .iter()
        .filter(|section| section.paragraphs.iter().all(|each| each.heading > 0))
        .filter(|section| !is_completed(case.review, &section.key))
        .filter_map(|section| Some((section, case.section(&section.key)?.id)))
        .map(|(section, id)| Mark {
            subject: section.key.clone(),
            what: format!("Section {}, “{}”, is empty.", section.number, section.title),
            instead: String::new(),
            at: At::Section(id),
        })
        .collect()
}

/// Whether something is printed there from what else stands in the file.
fn is_completed(review: &Review, key: &str) -> bool {
    match key {
        COMBINED_CHRONOLOGY => !review.entries.is_empty(),
        RECOMMENDATIONS | ACTION_PLAN | SUMMARY_RECOMMENDATIONS => {
            !review.recommendations.is_empty()
        }
        TERMS_OF_REFERENCE => !review.questions.is_empty(),
        LESSONS | SUMMARY_LESSONS => !review.findings.is_empty(),
        _ => false,
    }
}
