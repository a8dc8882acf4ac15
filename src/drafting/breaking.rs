//! Citations that do not hold any longer.

use super::citing::{Broken, broken, citations_and_words};
use super::markup::Citation;
use super::seeking::Place;
use crate::model::{Review, Section};

/// A citation that somebody must look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenCitation {
    pub place: Place,
    pub citation: Citation,
    pub why: Broken,
}

/// All of these sections, in their order.
pub fn broken_citations(review: &Review, sections: &[Section]) -> Vec<BrokenCitation> {
    let mut all = Vec::new();
    for section in sections {
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
