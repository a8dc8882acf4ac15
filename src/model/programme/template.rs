//! What a programme decides for itself, as data. [`crate::templates::programme`] reads and checks it.

use serde::{Deserialize, Serialize};

use super::Taken;

/// A programme’s settings. A file keeps a copy of those it was made with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeTemplate {
    /// The file’s name without ending.
    pub name: String,
    pub title: String,
    /// Where its rules come from, for whoever asks.
    pub source: String,
    pub sessions: Sessions,
    pub groups: Groups,
    pub attendance: AttendanceRules,
    pub contact: ContactDuties,
    pub notices: Notices,
    pub follow_up: FollowUpWindows,
    pub couples_work: CouplesWork,
    pub keeping: Keeping,
    pub disclosure_control: DisclosureControl,
    pub measures: Vec<MeasureTemplate>,
    pub reasons_for_leaving: Vec<Coded>,
    pub referral_sources: Vec<Coded>,
    pub substances: Vec<SubstanceTemplate>,
    /// How often somebody drinks.
    #[serde(default)]
    pub drinking: Vec<Coded>,
    pub risk_factors: Vec<Coded>,
    pub fact_kinds: Vec<FactKind>,
    pub ethnicities: Vec<Coded>,
    /// For monitoring, as are the next.
    #[serde(default)]
    pub genders: Vec<Coded>,
    #[serde(default)]
    pub sexual_orientations: Vec<Coded>,
    pub referral_form: Vec<ReferralQuestion>,
    /// What the feedback form asks participants, in its order. A form may have more questions than are named here.
    #[serde(default)]
    pub feedback: Vec<Coded>,
}

/// Something that is recorded by its key and shown by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coded {
    pub key: String,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sessions {
    /// Weekly sessions, from 1.
    pub number: u32,
    pub hours: f64,
    /// Individual sessions that may come before the group.
    pub individual_before: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Groups {
    /// Places.
    pub size: u32,
    /// Weeks between the days on which a group takes in new members; 0: it takes in nobody after its first session.
    pub opening_weeks: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttendanceRules {
    /// Sessions missed in a row, from which on an absence is significant.
    pub significant_run: u32,
}

/// Contact with each partner and former partner at risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactDuties {
    /// First information, counted from his first contact with the programme.
    pub first_information_days: u32,
    /// Contacts while he is in the programme.
    pub during: u32,
    /// Telephone contacts that are offered while he is in the programme.
    pub telephone_offers: u32,
    /// Contacts after he left.
    pub after_leaving: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notices {
    pub within_days: u32,
    /// Specific safety concerns; 0: the same day.
    pub safety_within_days: u32,
    pub events: Vec<OwesNotice>,
}

/// An event that she must be told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwesNotice {
    SignificantAbsence,
    Unsuitable,
    Completed,
    DroppedOut,
    Suspended,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUpWindows {
    /// Months after completion, in order.
    pub months: Vec<u32>,
    /// Days from the window’s day on after which a follow-up is overdue.
    pub overdue_after_days: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CouplesWork {
    /// Sessions that he must have attended.
    pub least_sessions: u32,
    /// Weeks without physical violence.
    pub weeks_without_violence: u32,
    /// Week of his programme from which on it is offered to her.
    pub offered_from_week: u32,
    /// What must not be so. Each is answered; what is not answered “no” is unmet.
    pub must_not_be: Vec<Coded>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keeping {
    /// Years after he left for which a file is kept.
    pub years: u32,
    /// What stays of a man who was not taken on, for monitoring only.
    pub of_unsuccessful: Vec<Coded>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisclosureControl {
    /// Counts from 1 to one less than this do not leave the programme.
    pub threshold: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureTemplate {
    pub key: String,
    pub name: String,
    pub of: MeasureOf,
    /// Ends of its scale, both included.
    pub lowest: u32,
    pub highest: u32,
    pub higher_is_better: bool,
    pub taken: Vec<Taken>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureOf {
    Man,
    Partner,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubstanceTemplate {
    pub key: String,
    pub name: String,
    pub illicit: bool,
}

/// What kind of fact a partner may tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactKind {
    pub key: String,
    pub name: String,
    /// Never passed on without her own permission, whatever the ground.
    pub only_with_her_permission: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferralQuestion {
    pub key: String,
    pub text: String,
    pub kind: QuestionKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    Words,
    YesNo,
    /// Yes or no, and who says so.
    YesNoWithSource,
    /// From 1 to 10.
    Scale,
}

impl QuestionKind {
    pub const ALL: [Self; 4] = [Self::YesNo, Self::YesNoWithSource, Self::Words, Self::Scale];

    pub fn words(self) -> &'static str {
        match self {
            Self::YesNo => "yes or no",
            Self::YesNoWithSource => "yes or no, and who says so",
            Self::Words => "in words",
            Self::Scale => "from 1 to 10",
        }
    }
}
