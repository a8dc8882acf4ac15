//! Which men stand behind a count: to look at their files, never to be printed.

use std::collections::{BTreeMap, BTreeSet};

use super::cohort::ManRow;
use super::counts::Counts;
use crate::model::ManId;
use crate::model::programme::Answer;

/// The men behind each count, by its name. Of a count of children or sessions: the men whose they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cases {
    men: BTreeMap<String, BTreeSet<ManId>>,
}

impl Cases {
    /// `None`: what the count says is of no men of the file.
    pub fn of(&self, name: &str) -> Option<&BTreeSet<ManId>> {
        self.men.get(name)
    }

    /// Whether anybody stands behind any of several counts.
    pub fn is_any(&self, names: &[String]) -> bool {
        let mut all = names.iter().filter_map(|name| self.of(name));
        all.any(|men| !men.is_empty())
    }

    /// The men behind any of several counts.
    pub fn of_any<'a>(&self, names: impl IntoIterator<Item = &'a String>) -> BTreeSet<ManId> {
        let men = names.into_iter().filter_map(|name| self.of(name));
        men.flatten().copied().collect()
    }

    /// What those are counted as who parted in a week of a curve, or were last seen then.
    pub fn of_week(curve: &str, week: u32, parted: bool) -> String {
        let what = if parted { "parted" } else { "last_seen" };
        format!("{curve}.week_{week}.{what}")
    }

    /// Who was still followed just before a week of a curve that ends with `last`.
    pub fn followed(&self, curve: &str, week: u32, last: u32) -> BTreeSet<ManId> {
        let weeks = week..=last.max(week);
        let names = weeks.flat_map(|week| [true, false].map(|it| Self::of_week(curve, week, it)));
        self.of_any(&names.collect::<Vec<_>>())
    }

    pub(super) fn note<'a>(
        &mut self,
        name: impl Into<String>,
        men: impl IntoIterator<Item = &'a ManRow>,
    ) {
        let of = self.men.entry(name.into()).or_default();
        of.extend(men.into_iter().map(|man| man.man));
    }

    /// What adds up of counts is of the men of each of them.
    pub(super) fn add_up(&mut self, counts: &Counts) {
        // A total may be part of another that stands before it.
        for _ in 0..2 {
            for (total, parts) in counts.sums() {
                let known =
                    |name: &String| self.men.contains_key(name) || counts.value(name) == Some(0);
                if self.men.contains_key(&total) {
                    self.rest(&total, &parts);
                } else if parts.iter().all(known)
                    && parts.iter().any(|part| self.of(part).is_some())
                {
                    let men = self.of_any(&parts);
                    self.men.insert(total, men);
                }
            }
        }
    }

    /// The one part of which it is not known yet is of all others.
    fn rest(&mut self, total: &str, parts: &[String]) {
        let mut unknown = parts.iter().filter(|part| !self.men.contains_key(*part));
        let (Some(one), None) = (unknown.next(), unknown.next()) else {
            return;
        };
        let known = self.of_any(parts);
        let all = self.of(total).into_iter().flatten().copied();
        let rest = all.filter(|man| !known.contains(man)).collect();
        self.men.insert(one.clone(), rest);
    }
}

/// What an answer is called after the name of a question.
pub(super) fn answered(name: &str, answer: Answer) -> String {
    match answer {
        Answer::Yes => name.to_owned(),
        Answer::No => format!("{name} no"),
        Answer::NotKnown => format!("{name} not known"),
        Answer::NotAsked => format!("{name} not asked"),
    }
}
