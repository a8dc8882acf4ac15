use std::collections::HashMap;

use crate::model::{EntryId, Review};

/// What in a review names one weakness of its list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Uses {
    /// Key of the weakness.
    pub weakness: String,
    /// Entries tagged with it or with a part of it, each once, in order of time; withdrawn ones are left out.
    pub entries: Vec<EntryId>,
    /// Tags with itself, whoever set them, also on what is withdrawn.
    pub tags: usize,
    pub findings: usize,
    pub recommendations: usize,
}

impl Uses {
    pub fn is_unused(&self) -> bool {
        self.tags == 0 && self.findings == 0 && self.recommendations == 0
    }
}

/// For each weakness of the list, in its order. `order` as from [`crate::chronology::in_order`].
pub fn uses(review: &Review, order: &[u32]) -> Vec<Uses> {
    let places: HashMap<EntryId, u32> = (0_u32..)
        .zip(order)
        .filter_map(|(place, index)| {
            let entry = review.entries.get(*index as usize)?;
            entry.withdrawn.is_none().then_some((entry.id, place))
        })
        .collect();
    let of_one = |key: &str| {
        let keys: Vec<&str> = review.with_parts(key).collect();
        let tagged = review.taggings.iter();
        let tagged = tagged.filter(|tagging| keys.contains(&tagging.weakness.as_str()));
        let mut entries: Vec<EntryId> = tagged
            .map(|tagging| tagging.entry)
            .filter(|entry| places.contains_key(entry))
            .collect();
        entries.sort_unstable_by_key(|entry| places.get(entry));
        entries.dedup();
        let names = |keys: &[String]| keys.iter().any(|other| other == key);
        let tags = review.taggings.iter();
        let findings = review.findings.iter();
        let recommendations = review.recommendations.iter();
        Uses {
            weakness: key.to_owned(),
            entries,
            tags: tags.filter(|tagging| tagging.weakness == key).count(),
            findings: findings
                .filter(|finding| names(&finding.weaknesses))
                .count(),
            recommendations: recommendations.filter(|one| one.weakness == key).count(),
        }
    };
    review
        .weaknesses
        .iter()
        .map(|weakness| of_one(&weakness.key))
        .collect()
}
