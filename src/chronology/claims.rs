//! How well each entry's statement stands: who says so, who bears it out, who disputes it.

use std::collections::{HashMap, HashSet};

use crate::model::{Basis, Entry, EntryId, Review, Standing};

/// How an entry's statement stands among the others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Claim {
    pub basis: Basis,
    /// Entries of the same event in other agencies' records that rest on a basis of their own.
    pub borne_out_by: Vec<EntryId>,
    /// Entries that stand in an open or disputed contradiction with it.
    pub disputed_by: Vec<EntryId>,
}

/// The claims of a review at one revision.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Claims {
    by_entry: HashMap<EntryId, Claim>,
}

impl Claims {
    /// An entry bears another out when both are records of one event by different agencies, its basis is a record of
    /// what was seen, an assessment, or the word of somebody else than the other's, and no contradiction stands
    /// between the two. Withdrawn entries neither bear out nor dispute.
    pub fn of(review: &Review) -> Self {
        let mut claims = Self::default();
        let mut at_odds: HashSet<[EntryId; 2]> = HashSet::new();
        for contradiction in &review.contradictions {
            let [one, other] = contradiction.entries;
            if contradiction.standing != Standing::None {
                at_odds.insert([one.min(other), one.max(other)]);
            }
            if matches!(contradiction.standing, Standing::Open | Standing::Disputed) {
                claims.dispute(review, one, other);
                claims.dispute(review, other, one);
            }
        }
        for event in &review.events {
            let records: Vec<&Entry> = event
                .entries
                .iter()
                .filter_map(|id| review.entry(*id))
                .map(|entry| &**entry)
                .filter(|entry| entry.withdrawn.is_none())
                .collect();
            for entry in &records {
                let others = records.iter().filter(|other| {
                    other.agency != entry.agency
                        && bears_out(entry.basis, other.basis)
                        && !at_odds.contains(&[entry.id.min(other.id), entry.id.max(other.id)])
                });
                let borne_out_by: Vec<EntryId> = others.map(|other| other.id).collect();
                if !borne_out_by.is_empty() {
                    claims.claim_of(entry).borne_out_by = borne_out_by;
                }
            }
        }
        claims
    }

    pub fn of_entry(&self, entry: &Entry) -> Claim {
        self.by_entry.get(&entry.id).cloned().unwrap_or(Claim {
            basis: entry.basis,
            ..Claim::default()
        })
    }

    fn dispute(&mut self, review: &Review, entry: EntryId, by: EntryId) {
        let stands = |id| review.entry(id).filter(|entry| entry.withdrawn.is_none());
        if let (Some(entry), Some(_)) = (stands(entry), stands(by)) {
            let disputed_by = &mut self.claim_of(entry).disputed_by;
            if let Err(place) = disputed_by.binary_search(&by) {
                disputed_by.insert(place, by);
            }
        }
    }

    fn claim_of(&mut self, entry: &Entry) -> &mut Claim {
        self.by_entry.entry(entry.id).or_insert_with(|| Claim {
            basis: entry.basis,
            ..Claim::default()
        })
    }
}

/// Whether a record on basis `other` lends weight to one on basis `basis`. His word is no support for hers, nor hers
/// for his: what each says of the other is what is in question.
fn bears_out(basis: Basis, other: Basis) -> bool {
    match other {
        Basis::FirstHand | Basis::Assessment => true,
        Basis::ThirdParty => other != basis,
        Basis::Victim => !matches!(basis, Basis::Victim | Basis::Perpetrator),
        Basis::Perpetrator => !matches!(basis, Basis::Victim | Basis::Perpetrator),
        Basis::NotStated | Basis::Opinion => false,
    }
}

impl Claim {
    /// Whether it rests on a person's own word alone.
    pub fn is_self_reported(&self) -> bool {
        matches!(self.basis, Basis::Victim | Basis::Perpetrator)
    }

    /// A few words that follow every citation (“Claim: the perpetrator’s own word, disputed”); `None` where a first-hand
    /// record stands undisputed or the basis is not stated.
    pub fn badge(&self) -> Option<String> {
        let basis = match self.basis {
            Basis::NotStated | Basis::FirstHand => None,
            Basis::Victim => Some("Claim: the victim’s own word"),
            Basis::Perpetrator => Some("Claim: the perpetrator’s own word"),
            Basis::ThirdParty => Some("Claim: a third party’s word"),
            Basis::Assessment => Some("Professional assessment"),
            Basis::Opinion => Some("Opinion"),
        };
        let disputed = !self.disputed_by.is_empty();
        let Some(basis) = basis else {
            return disputed.then(|| "Disputed".to_owned());
        };
        let borne_out = match self.borne_out_by.len() {
            0 => String::new(),
            1 => ", borne out by another record".to_owned(),
            count => format!(", borne out by {count} other records"),
        };
        let disputed = if disputed { ", disputed" } else { "" };
        Some(format!("{basis}{borne_out}{disputed}"))
    }
}
