use std::collections::HashMap;

use crate::chronology::Claims;
use crate::model::{Agency, AgencyId, Entry, EntryId, Review};

/// Names that every row asks for, gathered once per output.
pub(super) struct Lookup<'a> {
    agencies: HashMap<AgencyId, &'a Agency>,
    sectors: HashMap<&'a str, &'a str>,
    tags: HashMap<EntryId, Vec<&'a str>>,
    claims: Claims,
}

impl<'a> Lookup<'a> {
    pub(super) fn of(review: &'a Review) -> Self {
        let weaknesses: HashMap<&str, &str> = review
            .weaknesses
            .iter()
            .map(|weakness| (weakness.key.as_str(), weakness.name.as_str()))
            .collect();
        let mut tags: HashMap<EntryId, Vec<&str>> = HashMap::new();
        for tagging in &review.taggings {
            let key = tagging.weakness.as_str();
            let names = tags.entry(tagging.entry).or_default();
            let name = weaknesses.get(key).copied().unwrap_or(key);
            // Two coders may have seen the same in one entry.
            if !names.contains(&name) {
                names.push(name);
            }
        }
        Self {
            agencies: review
                .agencies
                .iter()
                .map(|agency| (agency.id, agency))
                .collect(),
            sectors: review
                .template
                .sectors
                .iter()
                .map(|sector| (sector.key.as_str(), sector.name.as_str()))
                .collect(),
            tags,
            claims: Claims::of(review),
        }
    }

    pub(super) fn agency(&self, entry: &Entry) -> &'a str {
        self.agencies
            .get(&entry.agency)
            .map_or("", |agency| agency.name.as_str())
    }

    pub(super) fn sector(&self, entry: &Entry) -> &'a str {
        let key = self
            .agencies
            .get(&entry.agency)
            .map_or("", |agency| agency.sector.as_str());
        self.sectors.get(key).copied().unwrap_or(key)
    }

    /// Whose word it is and how it stands; empty for an undisputed first-hand record.
    pub(super) fn badge(&self, entry: &Entry) -> String {
        self.claims.of_entry(entry).badge().unwrap_or_default()
    }

    pub(super) fn tags(&self, entry: &Entry) -> &[&'a str] {
        self.tags.get(&entry.id).map_or(&[], Vec::as_slice)
    }
}
