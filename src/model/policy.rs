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

impl RecordKind {
    /// For whoever gave an answer that is none.
    pub fn how_to_answer(self) -> &'static str {
        match self {
            Self::Month => "Give a year and a month, such as 2021-05; never a day.",
            Self::Choice => "Choose one of the answers of the list.",
            Self::Indicated => "Answer yes or no, or leave it open.",
            Self::Number => "Give a whole number.",
        }
    }
}

impl RecordQuestion {
    /// Whether this is an answer to it.
    pub fn takes(&self, answer: &str) -> bool {
        match self.kind {
            RecordKind::Month => is_year_or_month(answer),
            RecordKind::Choice => self.choices.iter().any(|choice| choice == answer),
            RecordKind::Indicated => matches!(answer, "yes" | "no"),
            RecordKind::Number => {
                (1..=3).contains(&answer.len()) && answer.bytes().all(|byte| byte.is_ascii_digit())
            }
        }
    }
}

/// “2021” or “2021-05”: nothing finer.
fn is_year_or_month(text: &str) -> bool {
    let (year, month) = match text.split_once('-') {
        Some((year, month)) => (year, Some(month)),
        None => (text, None),
    };
    let digits =
        |text: &str, count| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    let is_month = |month: &str| digits(month, 2) && ("01"..="12").contains(&month);
    digits(year, 4) && month.is_none_or(is_month)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// “2021-05”, or “2021” alone.
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
