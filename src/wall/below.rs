//! What facilitators, agencies and clients see. Nothing here returns a word of hers.

use chrono::NaiveDate;

use super::audience::Holder;
use super::{Agency, Client, Facilitators, View, What};
use crate::model::programme::{Mark, Measure, MeasureOf, RiskLevel, Sharing, StepKind};
use crate::model::{ManId, SessionId};

/// What facilitators learn: codes of the template only, so that no word of hers can be in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condensed {
    pub man: ManId,
    /// Of his last assessment.
    pub level: Option<RiskLevel>,
    /// Names of groups of risk factors to keep in mind, as the template writes them, in its order.
    pub keep_in_mind: Vec<String>,
}

/// A line of a group’s register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterLine {
    pub man: ManId,
    pub name: String,
    pub mark: Option<Mark>,
}

/// What an agency may be told of a man himself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyStanding {
    pub name: String,
    pub last_step: Option<(NaiveDate, StepKind)>,
    pub attended: usize,
    pub missed: usize,
}

/// What a man may be given of his own file: nothing that anybody else said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFile {
    pub name: String,
    pub attended: Vec<NaiveDate>,
    pub missed: Vec<NaiveDate>,
    /// The session, and the day on which he made it up.
    pub made_up: Vec<(NaiveDate, NaiveDate)>,
    /// His own scales.
    pub measures: Vec<Measure>,
}

impl View<'_, Facilitators> {
    /// The condensed form: what [`super::CaseFile::to_pass_on`] let across, in the template’s names.
    pub fn condensed(&self, man: ManId) -> Option<Condensed> {
        self.note(What::Condensed(man));
        let programme = &self.file.programme;
        let his = programme.man(man)?;
        let last = his
            .assessments
            .iter()
            .max_by_key(|assessment| assessment.on);
        let passed = programme.passed_on(man);
        let keys = passed.map_or(&[][..], |passed| &passed.keep_in_mind);
        let factors = programme.template.risk_factors.iter();
        Some(Condensed {
            man,
            level: last.map(|assessment| assessment.level),
            keep_in_mind: factors
                .filter(|factor| keys.contains(&factor.key))
                .map(|factor| factor.name.clone())
                .collect(),
        })
    }

    /// The register of a session: whoever has a place in its group on that day, in order of name.
    pub fn roster(&self, session: SessionId) -> Vec<RosterLine> {
        let programme = &self.file.programme;
        let Some(held) = programme.sessions.iter().find(|held| held.id == session) else {
            return Vec::new();
        };
        let mut lines: Vec<RosterLine> = programme
            .men
            .iter()
            .filter(|man| {
                let mut places = man.places.iter();
                places.any(|place| place.group == held.group && place.covers(held.on))
            })
            .map(|man| RosterLine {
                man: man.id,
                name: man.name.clone(),
                mark: programme
                    .attendance
                    .iter()
                    .find(|line| line.man == man.id && line.session == session)
                    .map(|line| line.mark),
            })
            .collect();
        lines.sort_by(|a, b| a.name.cmp(&b.name));
        lines
    }
}

impl View<'_, Agency> {
    /// How he stands; `None` without his consent and without a waiver under child-protection procedures by `today`.
    pub fn standing(&self, man: ManId, today: NaiveDate) -> Option<AgencyStanding> {
        let his = self.file.programme.man(man)?;
        let settled = match &his.referral.sharing {
            Sharing::NotSettled => None,
            Sharing::Consented(on) | Sharing::Waived { on, .. } => Some(*on),
        };
        settled.filter(|on| *on <= today)?;
        let marks = self.marks(man);
        Some(AgencyStanding {
            name: his.name.clone(),
            last_step: his
                .steps
                .iter()
                .filter(|step| step.on <= today)
                .map(|step| (step.on, step.kind))
                .max(),
            attended: marks.iter().filter(|mark| **mark != Mark::Missed).count(),
            missed: marks.iter().filter(|mark| **mark == Mark::Missed).count(),
        })
    }

    fn marks(&self, man: ManId) -> Vec<Mark> {
        let register = self.file.programme.attendance.iter();
        register
            .filter(|line| line.man == man)
            .map(|line| line.mark)
            .collect()
    }
}

impl View<'_, Client> {
    /// His own file; of any other man this view knows nothing.
    pub fn own_file(&self) -> Option<OwnFile> {
        let Holder::Client(man) = self.clearance.holder() else {
            return None;
        };
        let programme = &self.file.programme;
        let his = programme.man(*man)?;
        let mut own = OwnFile {
            name: his.name.clone(),
            attended: Vec::new(),
            missed: Vec::new(),
            made_up: Vec::new(),
            measures: his
                .measures
                .iter()
                .filter(|measure| {
                    let mut known = programme.template.measures.iter();
                    known.any(|known| known.key == measure.key && known.of == MeasureOf::Man)
                })
                .cloned()
                .collect(),
        };
        for line in programme.attendance.iter().filter(|line| line.man == *man) {
            let held = programme
                .sessions
                .iter()
                .find(|held| held.id == line.session);
            let Some(on) = held.map(|held| held.on) else {
                continue;
            };
            match line.mark {
                Mark::Attended => own.attended.push(on),
                Mark::Missed => own.missed.push(on),
                Mark::MadeUp(day) => own.made_up.push((on, day)),
            }
        }
        Some(own)
    }
}
