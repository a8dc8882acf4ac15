use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A dated step of a man’s way through the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub on: NaiveDate,
    pub kind: StepKind,
    /// Key of a reason for leaving of the template; empty: none was recorded, which is right for a step that is no leaving.
    pub reason: String,
}

impl Step {
    pub fn new(on: NaiveDate, kind: StepKind) -> Self {
        Self {
            on,
            kind,
            reason: String::new(),
        }
    }
}

/// In the order of the way; of two steps on one day the later kind was taken later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    Referred,
    AppointmentOffered,
    Assessed,
    WaitingList,
    IndividualWork,
    Enrolled,
    Attending,
    Unsuitable,
    Completed,
    DroppedOut,
    /// Suspended, or in breach of an order to attend.
    Suspended,
    FollowUp,
}

impl StepKind {
    pub const ALL: [Self; 12] = [
        Self::Referred,
        Self::AppointmentOffered,
        Self::Assessed,
        Self::WaitingList,
        Self::IndividualWork,
        Self::Enrolled,
        Self::Attending,
        Self::Unsuitable,
        Self::Completed,
        Self::DroppedOut,
        Self::Suspended,
        Self::FollowUp,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Referred => "Referred",
            Self::AppointmentOffered => "Appointment offered",
            Self::Assessed => "Assessed",
            Self::WaitingList => "On the waiting list",
            Self::IndividualWork => "In individual work",
            Self::Enrolled => "Enrolled in a group",
            Self::Attending => "Attending",
            Self::Unsuitable => "Found unsuitable",
            Self::Completed => "Completed",
            Self::DroppedOut => "Dropped out",
            Self::Suspended => "Suspended or breached",
            Self::FollowUp => "Follow-up",
        }
    }

    /// Whether the programme’s work with him ends here, for a time or for good.
    pub fn is_leaving(self) -> bool {
        matches!(
            self,
            Self::Unsuitable | Self::Completed | Self::DroppedOut | Self::Suspended
        )
    }

    /// Whether this step may come straight after `before`. A man can drop out wherever he stands; a second appointment may be offered;
    /// somebody suspended may come back.
    pub fn may_follow(self, before: Self) -> bool {
        match self {
            Self::Referred => false,
            Self::AppointmentOffered => {
                matches!(before, Self::Referred | Self::AppointmentOffered)
            }
            Self::Assessed => before == Self::AppointmentOffered,
            Self::Unsuitable => matches!(
                before,
                Self::Assessed | Self::WaitingList | Self::IndividualWork
            ),
            Self::WaitingList => matches!(before, Self::Assessed | Self::IndividualWork),
            Self::IndividualWork => matches!(before, Self::Assessed | Self::WaitingList),
            Self::Enrolled => matches!(
                before,
                Self::Assessed | Self::WaitingList | Self::IndividualWork | Self::Suspended
            ),
            Self::Attending => matches!(before, Self::Enrolled | Self::Suspended),
            Self::Completed => matches!(before, Self::Attending | Self::IndividualWork),
            Self::DroppedOut => {
                !before.is_leaving() && before != Self::FollowUp || before == Self::Suspended
            }
            Self::Suspended => matches!(
                before,
                Self::Enrolled | Self::Attending | Self::IndividualWork
            ),
            Self::FollowUp => before.is_leaving() && before != Self::Unsuitable,
        }
    }
}
