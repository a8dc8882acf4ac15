//! How what is published is made safe and held to rules: the parts of a template that publishing reads.

use serde::{Deserialize, Serialize};

use super::PlaceKind;

/// How what is published is made safe. Where a template says nothing of it, that of the program’s own template of this name holds.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicationPolicy {
    #[serde(default)]
    pub dates: PublishedDates,
    /// Ages of adults and of children.
    #[serde(default)]
    pub ages: Bands,
    /// What stands in the place of a name, by its kind.
    #[serde(default)]
    pub places: Vec<PlaceWords>,
    /// The groups that ethnicity is told by.
    #[serde(default)]
    pub ethnicities: Vec<String>,
    /// The protected characteristics.
    #[serde(default)]
    pub characteristics: Vec<Characteristic>,
    /// The anonymised data record.
    #[serde(default)]
    pub record: Vec<RecordQuestion>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PublishedDates {
    #[default]
    Month,
    Year,
}

/// The youngest age of each band, ascending; the last band has no end. What is below the first is told as “under …”.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bands {
    #[serde(default)]
    pub from: Vec<u32>,
}

/// What stands in the place of the name of a place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceWords {
    pub kind: PlaceKind,
    /// “a primary school”
    pub written: String,
}

/// A protected characteristic, and the words by which a text speaks of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Characteristic {
    pub key: String,
    pub name: String,
    /// In lower case; found as whole words, or as a beginning where one ends in `*`.
    pub words: Vec<String>,
}

/// A question of the anonymised data record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordQuestion {
    pub key: String,
    pub name: String,
    /// Under which it is shown: “The person who died”, “Indicators of abuse”.
    pub group: String,
    pub kind: RecordKind,
    /// Of a choice; of bands, the words of each.
    #[serde(default)]
    pub choices: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// “2021-05”
    Month,
    /// One of the choices.
    Choice,
    /// Yes, no, or not indicated.
    Indicated,
    /// A small number: how many children, how many agencies.
    Number,
}

/// How weighty a rule is here, and what it looks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSetting {
    /// Of a rule of the program.
    pub key: String,
    pub severity: Severity,
    /// Where it comes from.
    pub source: String,
    /// What the rule counts or measures by; each rule says what it means.
    #[serde(default)]
    pub number: Option<f64>,
    /// Keys of sections that it looks into; each rule says what it means.
    #[serde(default)]
    pub sections: Vec<String>,
    /// In lower case; found as whole words, or as a beginning where one ends in `*`.
    #[serde(default)]
    pub words: Vec<String>,
    #[serde(default)]
    pub wordings: Vec<Wording>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Nothing is published while it stands, unless the chair says why.
    Must,
    Should,
    /// Worth a look.
    May,
    Off,
}

impl Severity {
    /// The heading of its marks.
    pub fn words(self) -> &'static str {
        match self {
            Self::Must => "Stands against publication",
            Self::Should => "Should be looked at",
            Self::May => "Worth a look",
            Self::Off => "Not looked for",
        }
    }
}

/// Words that are better put otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// In lower case, as in `words` of a rule.
    pub words: Vec<String>,
    /// What could stand there instead.
    pub instead: String,
    #[serde(default)]
    pub why: String,
}
