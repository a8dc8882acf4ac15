//! What tables, columns and values can stand for.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::vocabulary;
use crate::model::programme::{Coded, ProgrammeTemplate};

/// What one line of a table is about, in the order in which tables are read: what a later one says hangs on an earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Men,
    Partners,
    Children,
    SubstanceFiles,
    Substances,
    CriminalJustice,
    Childhood,
    Attendance,
    Measures,
    FollowUp,
    Costs,
    Feedback,
}

impl Kind {
    pub const ALL: [Self; 12] = [
        Self::Men,
        Self::Partners,
        Self::Children,
        Self::SubstanceFiles,
        Self::Substances,
        Self::CriminalJustice,
        Self::Childhood,
        Self::Attendance,
        Self::Measures,
        Self::FollowUp,
        Self::Costs,
        Self::Feedback,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Men => "Men",
            Self::Partners => "Partners",
            Self::Children => "Children",
            Self::SubstanceFiles => "Substance files",
            Self::Substances => "Substances",
            Self::CriminalJustice => "Criminal justice",
            Self::Childhood => "Childhood",
            Self::Attendance => "Attendance",
            Self::Measures => "Measures",
            Self::FollowUp => "Follow-up",
            Self::Costs => "Costs",
            Self::Feedback => "Feedback",
        }
    }
}

/// What a column stands for. [`super::field_name`] gives its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Case,
    Name,
    Born,
    Age,
    Ethnicity,
    Gender,
    SexualOrientation,
    ReferredOn,
    Source,
    Referrer,
    FirstAppointmentOn,
    ConsentOn,
    AssessedOn,
    Assessment,
    RiskLevel,
    EnrolledOn,
    Group,
    LeftOn,
    Ended,
    Reason,
    WeekOfLeaving,
    Session,
    HeldOn,
    Came,
    MadeUpOn,
    Substance,
    Used,
    Units,
    Regularity,
    Completeness,
    UsedBeforeIncidents,
    Child,
    ChildBorn,
    ChildAge,
    LivesWithHim,
    Relation,
    Witnessed,
    Abused,
    ToldBy,
    Partner,
    HerName,
    Relationship,
    HerEthnicity,
    KnownSince,
    Worker,
    AtRisk,
    SupportTakenUp,
    CalledOut,
    Arrested,
    Charged,
    Custody,
    Pending,
    EngagedInGroup,
    ExposedToViolence,
    LostParent,
    Taken,
    MeasuredOn,
    Measure,
    Score,
    Months,
    DueOn,
    FollowedUpOn,
    FollowedUp,
    HisAccount,
    HerAccount,
    PoliceAccount,
    Quarter,
    CostHeading,
    Way,
    Pounds,
    Respondent,
    Question,
    Grade,
}

impl Field {
    /// A day stands in its cells.
    pub(super) fn is_day(self) -> bool {
        matches!(
            self,
            Self::Born
                | Self::ReferredOn
                | Self::FirstAppointmentOn
                | Self::ConsentOn
                | Self::AssessedOn
                | Self::EnrolledOn
                | Self::LeftOn
                | Self::HeldOn
                | Self::MadeUpOn
                | Self::ChildBorn
                | Self::KnownSince
                | Self::MeasuredOn
                | Self::DueOn
                | Self::FollowedUpOn
        )
    }
}

/// What a column was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    Field(Field),
    /// Values of this measure of the template.
    Measure(String),
    /// Use of this substance of the template.
    Substance(String),
    /// Marks for the session on this day.
    Session(NaiveDate),
    /// Grades for this question of a feedback form, from 1.
    Question(u32),
    /// Answers to this question of the template's referral form.
    Referral(String),
}

/// Lists that a wording may belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum List {
    Answer,
    Source,
    Ethnicity,
    Reason,
    Substance,
    Drinking,
    Assessment,
    Ended,
    Risk,
    Mark,
    Use,
    Completeness,
    Relation,
    Relationship,
    ToldBy,
    Taken,
    Result,
    Way,
    Grade,
}

impl List {
    pub fn words(self) -> &'static str {
        match self {
            Self::Answer => "answers",
            Self::Source => "referral sources",
            Self::Ethnicity => "ethnicities",
            Self::Reason => "reasons for leaving",
            Self::Substance => "substances",
            Self::Drinking => "how often somebody drinks",
            Self::Assessment => "outcomes of an assessment",
            Self::Ended => "ways in which it ended",
            Self::Risk => "levels of risk",
            Self::Mark => "marks of a register",
            Self::Use => "uses of a substance",
            Self::Completeness => "complete or incomplete",
            Self::Relation => "biological or step",
            Self::Relationship => "current or former",
            Self::ToldBy => "who told",
            Self::Taken => "points at which a measure is taken",
            Self::Result => "results of a follow-up",
            Self::Way => "income, outgoing or in kind",
            Self::Grade => "grades",
        }
    }

    /// What a person may choose from: the template’s own list, else the program’s.
    pub fn keys(self, template: &ProgrammeTemplate) -> Vec<Coded> {
        self.of_template(template).unwrap_or_else(|| {
            let keys = vocabulary::keys_of(self).into_iter();
            keys.map(|key| Coded {
                key: key.to_owned(),
                name: key.replace('_', " "),
            })
            .collect()
        })
    }

    /// The template's own list, where the programme decides what is on it: what fits none of its keys is kept as it was written.
    pub fn of_template(self, template: &ProgrammeTemplate) -> Option<Vec<Coded>> {
        match self {
            Self::Source => Some(template.referral_sources.clone()),
            Self::Ethnicity => Some(template.ethnicities.clone()),
            Self::Reason => Some(template.reasons_for_leaving.clone()),
            Self::Drinking => Some(template.drinking.clone()),
            Self::Substance => Some(
                template
                    .substances
                    .iter()
                    .map(|one| Coded {
                        key: one.key.clone(),
                        name: one.name.clone(),
                    })
                    .collect(),
            ),
            _ => None,
        }
    }
}
