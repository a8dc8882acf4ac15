//! STAND-IN: another helper writes this.

use std::collections::HashMap;

use crate::model::{Entry, EntryDraft, EntryId};

#[derive(Debug, Clone)]
pub struct Amendment {
    pub same: Vec<(EntryId, usize)>,
    pub changed: Vec<Changed>,
    pub new: Vec<usize>,
    pub gone: Vec<EntryId>,
}

#[derive(Debug, Clone)]
pub struct Changed {
    pub entry: EntryId,
    pub draft: usize,
    pub what: Vec<Difference>,
}

#[derive(Debug, Clone)]
pub struct Difference {
    pub part: &'static str,
    pub before: String,
    pub after: String,
}

pub fn compare(old: &[&Entry], new: &[EntryDraft]) -> Amendment {
    let mut by_date: HashMap<(&str, usize), &Entry> = HashMap::new();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for entry in old {
        let count = counts.entry(entry.when.wording.as_str()).or_default();
        by_date.insert((entry.when.wording.as_str(), *count), entry);
        *count += 1;
    }
    let mut amendment = Amendment {
        same: Vec::new(),
        changed: Vec::new(),
        new: Vec::new(),
        gone: Vec::new(),
    };
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (index, draft) in new.iter().enumerate() {
        let count = counts.entry(draft.when.wording.as_str()).or_default();
        let found = by_date.remove(&(draft.when.wording.as_str(), *count));
        *count += 1;
        let Some(entry) = found else {
            amendment.new.push(index);
            continue;
        };
        let what: Vec<Difference> = [
            ("What happened", &entry.text, &draft.text),
            ("Response", &entry.response, &draft.response),
        ]
        .into_iter()
        .filter(|(_, before, after)| before != after)
        .map(|(part, before, after)| Difference {
            part,
            before: before.clone(),
            after: after.clone(),
        })
        .collect();
        if what.is_empty() {
            amendment.same.push((entry.id, index));
        } else {
            amendment.changed.push(Changed {
                entry: entry.id,
                draft: index,
                what,
            });
        }
    }
    amendment.gone = by_date.values().map(|entry| entry.id).collect();
    amendment.gone.sort();
    amendment
}
