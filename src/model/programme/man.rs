use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Answer, Assessment, FollowUp, Incident, InformationSource, Measure, Place, Step};
use crate::model::ManId;

/// A man’s file, as far as it stands outside the wall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Man {
    pub id: ManId,
    pub name: String,
    /// His case number as the programme writes it: what stands for him wherever he is not to be named.
    #[serde(default)]
    pub reference: String,
    pub born: Option<NaiveDate>,
    pub identity: Identity,
    pub referral: Referral,
    /// In the order in which they were recorded.
    pub steps: Vec<Step>,
    pub places: Vec<Place>,
    /// In order of day.
    pub assessments: Vec<Assessment>,
    pub measures: Vec<Measure>,
    pub substances: Vec<Substance>,
    /// `None`: nobody has judged whether his file tells enough of substances to count it.
    #[serde(default)]
    pub substance_file: Option<SubstanceFile>,
    pub children: Vec<Child>,
    /// `None`: not in the sample whose records were looked up.
    #[serde(default)]
    pub justice: Option<Justice>,
    /// `None`: not in the sample that was asked.
    #[serde(default)]
    pub childhood: Option<Childhood>,
    pub incidents: Vec<Incident>,
    pub follow_ups: Vec<FollowUp>,
    /// When all but monitoring data were destroyed.
    pub destroyed: Option<NaiveDate>,
}

impl Man {
    /// A file with nothing in it but who he is.
    pub fn new(id: ManId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            reference: String::new(),
            born: None,
            identity: Identity::default(),
            referral: Referral::default(),
            steps: Vec::new(),
            places: Vec::new(),
            assessments: Vec::new(),
            measures: Vec::new(),
            substances: Vec::new(),
            substance_file: None,
            children: Vec::new(),
            justice: None,
            childhood: None,
            incidents: Vec::new(),
            follow_ups: Vec::new(),
            destroyed: None,
        }
    }
}

/// Monitoring data, each a key of the template or empty: not asked.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Identity {
    pub ethnicity: String,
    pub gender: String,
    pub sexual_orientation: String,
}

/// The referral form, which may arrive part-filled.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Referral {
    /// Key of a referral source of the template; empty: not recorded.
    pub source: String,
    pub referrer: String,
    pub sharing: Sharing,
    /// What is not here was not asked.
    pub answers: Vec<ReferralAnswer>,
}

/// Whether information about him may be shared: one of the two is required before any is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sharing {
    #[default]
    NotSettled,
    Consented(NaiveDate),
    /// Waived under child-protection procedures.
    Waived {
        on: NaiveDate,
        by: String,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralAnswer {
    /// Key of a question of the template’s referral form.
    pub question: String,
    pub answer: Answer,
    /// From 1 to 10, where the question asks for a scale.
    pub scale: Option<u8>,
    pub words: String,
    /// Outside the wall never the partner.
    pub source: Option<InformationSource>,
}

/// What is known of one substance. Missing is never “no”.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Substance {
    /// Key of a substance of the template.
    pub key: String,
    pub used: Use,
    /// Units of alcohol in a week, in tenths (drinkers give halves).
    pub tenths_of_units: Option<u32>,
    /// How often he drinks, as a key of the template’s `drinking`; empty: not known.
    #[serde(default)]
    pub regularity: String,
}

/// What his file tells of substances as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubstanceFile {
    /// It tells enough to count it.
    pub complete: bool,
    pub used_before_incidents: Answer,
}

/// How far the police and the courts went with him, as their records tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Justice {
    pub called_out: Answer,
    pub arrested: Answer,
    pub charged: Answer,
    pub custody: Answer,
    /// Proceedings are not over.
    pub pending: Answer,
}

/// His own childhood, as he told it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Childhood {
    pub engaged_in_group: Answer,
    pub exposed_to_violence: Answer,
    /// Separated from a parent before he was nine.
    pub lost_parent: Answer,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Use {
    Current,
    Previous,
    Never,
    NotKnown,
    #[default]
    NotAsked,
}

impl Use {
    pub const ALL: [Self; 5] = [
        Self::Current,
        Self::Previous,
        Self::Never,
        Self::NotKnown,
        Self::NotAsked,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Current => "Uses it",
            Self::Previous => "Used it before",
            Self::Never => "Never used it",
            Self::NotKnown => "Not known",
            Self::NotAsked => "Not asked",
        }
    }
}

/// A child of his or of a household of his, as far as he or an agency told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Child {
    pub born: Option<NaiveDate>,
    /// Where the day of birth is not known; `None`: neither is told.
    #[serde(default)]
    pub age: Option<ChildAge>,
    pub lives_with_him: Answer,
    /// No: a step-child.
    pub biological: Answer,
    pub witnessed_violence: Answer,
    pub directly_abused: Answer,
    pub source: InformationSource,
}

/// How old a child was when he was referred, as exactly as it was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChildAge {
    UnderFive,
    FiveToNine,
    TenToFifteen,
    SixteenOrSeventeen,
    GrownUp,
    Years(u8),
}

impl ChildAge {
    pub const BANDS: [Self; 5] = [
        Self::UnderFive,
        Self::FiveToNine,
        Self::TenToFifteen,
        Self::SixteenOrSeventeen,
        Self::GrownUp,
    ];

    /// The band in which a child of so many years is.
    pub fn band_of(years: u32) -> Self {
        match years {
            ..5 => Self::UnderFive,
            5..10 => Self::FiveToNine,
            10..16 => Self::TenToFifteen,
            16..18 => Self::SixteenOrSeventeen,
            18.. => Self::GrownUp,
        }
    }

    pub fn band(self) -> Self {
        match self {
            Self::Years(years) => Self::band_of(u32::from(years)),
            band => band,
        }
    }

    pub fn words(self) -> String {
        match self {
            Self::UnderFive => "Under 5".to_owned(),
            Self::FiveToNine => "5 to 9".to_owned(),
            Self::TenToFifteen => "10 to 15".to_owned(),
            Self::SixteenOrSeventeen => "16 or 17".to_owned(),
            Self::GrownUp => "18 or older".to_owned(),
            Self::Years(0) => "Not yet 1 year".to_owned(),
            Self::Years(1) => "1 year".to_owned(),
            Self::Years(years) => format!("{years} years"),
        }
    }
}
