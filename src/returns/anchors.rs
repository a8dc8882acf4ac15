use crate::dates::Anchor;
use crate::model::{HangsOn, Moment, Precision, Review, When};

/// The dates of the case that wordings such as “two days before her death” hang on: the review's key dates, each by its
/// label, and the death by every word agencies use for it; and the dates of birth in the register of people.
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
        .chain(births(review))
        .collect()
}

/// Each known date of birth, so that ages and times of life can be dated.
fn births(review: &Review) -> impl Iterator<Item = Anchor> {
    review.people.iter().filter_map(|person| {
        let born = Moment::day(person.date_of_birth?);
        let names = std::iter::once(&person.name).chain(&person.aliases);
        Some(Anchor {
            name: format!("birth of {}", person.name),
            words: names
                .flat_map(|name| [format!("{name}’s birth"), format!("birth of {name}")])
                .collect(),
            when: When {
                wording: born.to_string(),
                earliest: Some(born),
                latest: Some(born),
                precision: Precision::Day,
                ..When::default()
            },
            hangs_on: None,
        })
    })
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
