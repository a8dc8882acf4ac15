//! What the lists say of each man, worked out once after every change.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::model::programme::{
    Assessment, Coded, InformationSource, Man, Programme, RiskLevel, StepKind,
};
use crate::model::{GroupId, ManId};
use crate::programme::{Register, Registers, Standing, faults, standing};

/// A man as the lists show him.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseLine {
    pub man: ManId,
    /// His name, or his case number where no name is known.
    pub called: String,
    /// His case number, where he also has a name.
    pub reference: String,
    pub standing: Option<Standing>,
    /// Key of his referral source; empty: not recorded.
    pub source: String,
    /// The group in which he holds a place today.
    pub group: Option<GroupId>,
    pub register: Register,
    /// Of his last assessment, and whether it is incomplete.
    pub level: Option<(RiskLevel, bool)>,
    pub faults: Vec<String>,
    /// What typing in the list finds him by.
    folded: String,
}

impl CaseLine {
    pub(super) fn all(programme: &Programme, today: NaiveDate) -> Vec<Self> {
        let registers = Registers::of(programme);
        let mut wrong: HashMap<ManId, Vec<String>> = HashMap::new();
        for fault in faults(&registers, today) {
            wrong.entry(fault.man).or_default().push(fault.words);
        }
        let men = programme.men.iter();
        men.map(|man| Self {
            man: man.id,
            called: called(man),
            reference: match man.name.trim().is_empty() {
                true => String::new(),
                false => man.reference.clone(),
            },
            standing: standing(man, today),
            source: man.referral.source.clone(),
            group: man
                .places
                .iter()
                .find(|place| place.covers(today))
                .map(|place| place.group),
            register: registers.register(man, today),
            level: man
                .assessments
                .iter()
                .max_by_key(|assessment| assessment.on)
                .map(|last| (last.level, is_incomplete(programme, man, last))),
            faults: wrong.remove(&man.id).unwrap_or_default(),
            folded: format!("{} {}", man.name, man.reference).to_lowercase(),
        })
        .collect()
    }

    /// Whether name or case number hold all of `words`, which are in small letters.
    pub(super) fn holds(&self, words: &str) -> bool {
        words
            .split_whitespace()
            .all(|word| self.folded.contains(word))
    }

    pub fn kind(&self) -> Option<StepKind> {
        self.standing.map(|standing| standing.kind)
    }
}

/// His name, else his case number, else his number in this file.
pub fn called(man: &Man) -> String {
    let named = [&man.name, &man.reference];
    let known = named.into_iter().find(|name| !name.trim().is_empty());
    match known {
        Some(name) => name.trim().to_owned(),
        None if man.destroyed.is_some() => format!("File {} (monitoring data only)", man.id),
        None => format!("File {}", man.id),
    }
}

/// Whether the partner’s or the agencies’ information is wanting in an assessment; it must be said wherever it is shown.
pub fn is_incomplete(programme: &Programme, man: &Man, assessment: &Assessment) -> bool {
    let agencies = [InformationSource::Police, InformationSource::OtherAgency];
    let passed = programme.passed_on(man.id);
    let whole = passed.is_some_and(|passed| passed.completed.contains(&assessment.id));
    !whole || !assessment.draws_on(&agencies)
}

/// The name of a key of the template; the key itself where the template does not know it.
pub fn name_of_key<'a>(list: &'a [Coded], key: &'a str) -> &'a str {
    let known = list.iter().find(|known| known.key == key);
    known.map_or(key, |known| known.name.as_str())
}
