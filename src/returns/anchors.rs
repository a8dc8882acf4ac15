use crate::dates::Anchor;
use crate::model::{HangsOn, Review};

/// The dates of the case that wordings such as “two days before her death” hang on: the review's key dates, each by its
/// label, and the death by every word agencies use for it.
pub fn anchors(review: &Review) -> Vec<Anchor> {
    review
        .key_dates
        .iter()
        .filter(|date| date.when.is_understood())
        .map(|date| {
            let mut words = vec![date.label.to_lowercase()];
            if date.kind == "death" {
                words.extend(DEATH.map(str::to_owned));
            }
            Anchor {
                name: date.label.to_lowercase(),
                words,
                when: date.when.clone(),
                hangs_on: Some(HangsOn::KeyDate(date.id)),
            }
        })
        .collect()
}

const DEATH: [&str; 9] = [
    "the death",
    "her death",
    "his death",
    "their death",
    "the homicide",
    "the murder",
    "the killing",
    "the fatal incident",
    "the fatal attack",
];
