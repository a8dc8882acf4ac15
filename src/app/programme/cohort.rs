//! The room Cohort: who is shown, and who is in hand.

use std::collections::HashSet;

use super::day::day_or_today;
use super::typed::change;
use super::{CaseLine, OpenProgramme};
use crate::app::Problem;
use crate::edits::{self, ManPart};
use crate::model::programme::{Man, Programme, Step, StepKind};
use crate::model::{GroupId, ManId};

/// Which men the list shows, and whose file is open beside it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CohortState {
    pub words: String,
    pub stands: Option<StepKind>,
    /// Key of a referral source.
    pub source: Option<String>,
    pub group: Option<GroupId>,
    pub with_faults: bool,
    /// The men behind a figure.
    pub only: Option<Only>,
    pub chosen: Option<ManId>,
    pub part: CasePart,
    /// The form for a new man is open.
    pub adding: bool,
}

/// Men who were chosen elsewhere, and what they have in common: “Enrolled in a group”.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Only {
    pub words: String,
    pub men: HashSet<ManId>,
}

/// A part of a man’s file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CasePart {
    #[default]
    Pathway,
    Referral,
    Risk,
    Measures,
    Substances,
    Family,
    Incidents,
}

impl CasePart {
    pub const ALL: [Self; 7] = [
        Self::Pathway,
        Self::Referral,
        Self::Risk,
        Self::Measures,
        Self::Substances,
        Self::Family,
        Self::Incidents,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Pathway => "Pathway",
            Self::Referral => "Referral form",
            Self::Risk => "Risk",
            Self::Measures => "Measures",
            Self::Substances => "Substances",
            Self::Family => "Background",
            Self::Incidents => "Incidents",
        }
    }
}

#[derive(Debug, Clone)]
pub enum CohortAction {
    Find(String),
    Stands(Option<StepKind>),
    Source(Option<String>),
    Group(Option<GroupId>),
    WithFaults(bool),
    Only(Option<Only>),
    ShowAll,
    Choose(Option<ManId>),
    Part(CasePart),
    BeginAdding(bool),
    /// A man referred on a day, which is today where it is empty.
    Add {
        name: String,
        reference: String,
        source: String,
        referred: String,
    },
}

impl CohortState {
    pub fn is_filtered(&self) -> bool {
        self.stands.is_some()
            || self.source.is_some()
            || self.group.is_some()
            || self.with_faults
            || self.only.is_some()
            || !self.words.trim().is_empty()
    }

    /// The lines that are shown, in the order of the file.
    pub fn shown<'a>(&self, lines: &'a [CaseLine]) -> Vec<&'a CaseLine> {
        let words = self.words.to_lowercase();
        let shown = lines.iter().filter(|line| {
            self.stands.is_none_or(|kind| line.kind() == Some(kind))
                && self.source.as_ref().is_none_or(|key| line.source == *key)
                && self.group.is_none_or(|group| line.group == Some(group))
                && (!self.with_faults || !line.faults.is_empty())
                && self
                    .only
                    .as_ref()
                    .is_none_or(|only| only.men.contains(&line.man))
                && line.holds(&words)
        });
        shown.collect()
    }

    pub(super) fn show_all(&mut self) {
        *self = Self {
            chosen: self.chosen,
            part: self.part,
            ..Self::default()
        };
    }

    pub(super) fn follow(&mut self, programme: &Programme) {
        self.chosen = self.chosen.filter(|id| programme.man(*id).is_some());
        let mut groups = programme.groups.iter();
        let group = self.group;
        self.group = group.filter(|id| groups.any(|group| group.id == *id));
    }
}

pub(super) fn update(open: &mut OpenProgramme, action: CohortAction) -> Result<(), Problem> {
    let cohort = &mut open.cohort;
    match action {
        CohortAction::Find(words) => cohort.words = words,
        CohortAction::Stands(kind) => cohort.stands = kind,
        CohortAction::Source(key) => cohort.source = key,
        CohortAction::Group(group) => cohort.group = group,
        CohortAction::WithFaults(only) => cohort.with_faults = only,
        CohortAction::Only(only) => {
            cohort.show_all();
            cohort.only = only;
            open.keeping = None;
            open.room = super::ProgrammeRoom::Cohort;
        }
        CohortAction::ShowAll => cohort.show_all(),
        CohortAction::Choose(man) => {
            cohort.chosen = man;
            cohort.adding = false;
            open.room = super::ProgrammeRoom::Cohort;
        }
        CohortAction::Part(part) => cohort.part = part,
        CohortAction::BeginAdding(adding) => cohort.adding = adding,
        CohortAction::Add {
            name,
            reference,
            source,
            referred,
        } => {
            let on = day_or_today(&referred, open.today)?;
            let mut man = Man::new(ManId(0), name.trim());
            reference.trim().clone_into(&mut man.reference);
            man.referral.source = source;
            man.steps.push(Step::new(on, StepKind::Referred));
            let id = open.edit("The man was not added", |store| edits::add_man(store, &man))?;
            open.cohort.show_all();
            open.cohort.chosen = Some(id);
            open.cohort.part = CasePart::Pathway;
        }
    }
    Ok(())
}

/// Adds or takes away a step of his pathway.
pub(super) fn change_steps(
    open: &mut OpenProgramme,
    man: ManId,
    work: impl FnOnce(&mut Vec<Step>),
) -> Result<(), Problem> {
    let Some(mut man) = open.man(man).cloned() else {
        return Ok(());
    };
    work(&mut man.steps);
    change(open, ManPart::Pathway, &man)
}
