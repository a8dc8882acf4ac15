//! What partners told, as rows. It is opened for women’s safety work only; what becomes of it in counts is decided by whoever holds that clearance.

use super::Cohort;
use crate::model::ManId;
use crate::model::programme::{Answer, FollowUp, Measure};
use crate::programme::Window;
use crate::programme::follow_up_of_partners;
use crate::wall::{Relationship, View, Walled, WomensSafety};

pub struct HerRows {
    pub partners: Vec<HerRow>,
}

/// A partner or former partner.
pub struct HerRow {
    pub man: ManId,
    pub relationship: Relationship,
    /// Key of an ethnicity; empty: not asked.
    pub ethnicity: String,
    /// What was offered to her, and whether she took it.
    pub support: Vec<(String, Answer)>,
    pub windows: Vec<Window>,
    pub follow_ups: Vec<FollowUp>,
    pub measures: Vec<Measure>,
}

impl Cohort {
    /// With what partners told, behind the wall as before. `view` is of the file that the cohort was made from.
    pub fn with_hers(mut self, view: &View<'_, WomensSafety>) -> Self {
        let today = self.today;
        let windows = follow_up_of_partners(view, today);
        let windows = view.open(&windows);
        let partners = view.all_partners().iter();
        let rows = partners
            .filter(|partner| partner.known_since <= today)
            .map(|partner| HerRow {
                man: partner.man,
                relationship: partner.relationship,
                ethnicity: view.open(&partner.ethnicity).clone(),
                support: partner
                    .support
                    .iter()
                    .filter(|support| support.offered <= today)
                    .map(|support| (view.open(&support.what).clone(), support.taken))
                    .collect(),
                windows: windows
                    .binary_search_by_key(&partner.id, |(id, _)| *id)
                    .ok()
                    .and_then(|at| windows.get(at))
                    .map(|(_, windows)| windows.clone())
                    .unwrap_or_default(),
                follow_ups: before(&partner.follow_ups, |one| one.on <= today),
                measures: partner
                    .measures
                    .iter()
                    .cloned()
                    .chain(partner.follow_ups.iter().flat_map(FollowUp::as_measures))
                    .filter(|one| one.on <= today)
                    .collect(),
            });
        self.hers = Some(Walled::new(HerRows {
            partners: rows.collect(),
        }));
        self
    }
}

fn before<T: Clone>(rows: &[T], is: impl Fn(&T) -> bool) -> Vec<T> {
    rows.iter().filter(|row| is(row)).cloned().collect()
}
