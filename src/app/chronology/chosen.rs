use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::app::Open;
use crate::model::{Basis, Disclosure, Enquiry, PersonId};

/// What the chosen entries have in common: how many have each tag, each basis, and so on.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Chosen {
    pub count: usize,
    /// By agency in order of name, those without any left out.
    pub agencies: Vec<(String, usize)>,
    /// By key of the weakness, in the order of the template.
    pub tags: Vec<(String, usize)>,
    pub bases: Vec<(Basis, usize)>,
    pub enquiries: Vec<(Enquiry, usize)>,
    pub disclosures: Vec<(Disclosure, usize)>,
    /// Named by hand.
    pub people: BTreeMap<PersonId, usize>,
    /// The first and the last day that any of them can mean.
    pub days: Option<(NaiveDate, NaiveDate)>,
}

impl Chosen {
    pub fn of(open: &Open) -> Self {
        let review = &open.review;
        let mut chosen = Self::default();
        let mut tags: BTreeMap<&str, usize> = BTreeMap::new();
        let mut agencies = BTreeMap::new();
        for id in &open.chronology.selected {
            let Ok(index) = review.entries.binary_search_by_key(id, |entry| entry.id) else {
                continue;
            };
            let entry = &review.entries[index];
            chosen.count += 1;
            for tag in open.derived.tags(review, *id) {
                *tags.entry(tag).or_default() += 1;
            }
            *agencies.entry(entry.agency).or_default() += 1;
            for moment in [entry.when.earliest, entry.when.latest]
                .into_iter()
                .flatten()
            {
                let (first, last) = chosen.days.unwrap_or((moment.date, moment.date));
                chosen.days = Some((first.min(moment.date), last.max(moment.date)));
            }
            count(&mut chosen.bases, entry.basis);
            count(&mut chosen.enquiries, entry.enquiry);
            count(&mut chosen.disclosures, entry.disclosure);
            for person in &entry.people {
                *chosen.people.entry(*person).or_default() += 1;
            }
        }
        let weaknesses = review.weaknesses.iter();
        chosen.tags = weaknesses
            .filter_map(|weakness| {
                let count = tags.get(weakness.key.as_str())?;
                Some((weakness.key.clone(), *count))
            })
            .collect();
        chosen.agencies = review
            .agencies
            .iter()
            .filter_map(|agency| Some((agency.name.clone(), *agencies.get(&agency.id)?)))
            .collect();
        chosen
    }
}

fn count<T: PartialEq>(counts: &mut Vec<(T, usize)>, value: T) {
    match counts.iter_mut().find(|(known, _)| *known == value) {
        Some((_, count)) => *count += 1,
        None => counts.push((value, 1)),
    }
}
