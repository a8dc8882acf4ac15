//! Citations that do not hold any longer.

use super::citing::{Broken, broken, citations_and_words};
use super::markup::Citation;
use super::seeking::Place;
use crate::model::Review;

/// A citation that somebody must look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenCitation {
    pub place: Place,
    pub citation: Citation,
    pub why: Broken,
}

/// All of the draft, in its order.
pub fn broken_citations(review: &Review) -> Vec<BrokenCitation> {
    let mut all = Vec::new();
    for section in &review.sections {
        for (range, citation) in citations_and_words(&section.text) {
            let Some(citation) = citation else { continue };
            if let Some(why) = broken(review, citation.target) {
                let place = Place {
                    section: section.id,
                    range,
                };
                all.push(BrokenCitation {
                    place,
                    citation,
                    why,
                });
            }
        }
    }
    all
}
