//! What guidance may change, as data. Loaded and validated by `templates`, kept by each review as a copy.

use serde::{Deserialize, Serialize};

use super::{PublicationPolicy, RuleSetting};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// File name without ending; what `--template` takes.
    pub name: String,
    /// For the start screen.
    pub title: String,
    pub about: String,
    /// What such a review is called ("domestic homicide review").
    pub label: String,
    /// Rounds of comments that the panel is asked for before publication. A review whose template was kept before this stood in it has the usual two.
    #[serde(default = "usual_rounds", skip_serializing_if = "is_usual")]
    pub least_rounds: usize,
    pub clock: Clock,
    pub sections: Vec<SectionTemplate>,
    pub sectors: Vec<Sector>,
    pub columns: Vec<Column>,
    pub weaknesses: Vec<WeaknessTemplate>,
    /// Words that the patterns of weaknesses name as `{key}`.
    #[serde(default)]
    pub word_lists: Vec<WordList>,
    pub plan_columns: Vec<PlanColumn>,
    /// Signs of danger that are looked for in the records, in the order in which they are shown.
    #[serde(default)]
    pub indicators: Vec<Indicator>,
    /// Times that people call by a name: lockdowns, Christmas, school terms.
    #[serde(default)]
    pub periods: Vec<Period>,
    /// Numbers of contacts in other reviews, to hold one's own against.
    #[serde(default)]
    pub comparisons: Vec<Comparison>,
    /// How what is published is made safe.
    #[serde(default)]
    pub publication: PublicationPolicy,
    /// The rules that a report is held to before it is published, in the order in which they are shown.
    #[serde(default)]
    pub rules: Vec<RuleSetting>,
}

const USUAL_ROUNDS: usize = 2;

fn usual_rounds() -> usize {
    USUAL_ROUNDS
}

/// So that an earlier Lantern, which does not know the key, can open a review in which it says nothing new.
fn is_usual(rounds: &usize) -> bool {
    *rounds == USUAL_ROUNDS
}

/// A sign of danger, and the words by which it shows in a record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    pub key: String,
    pub name: String,
    /// Where it is described as a risk.
    pub source: String,
    /// In lower case; found as whole words, or as a beginning where one ends in `*`.
    pub words: Vec<String>,
}

/// A named stretch of time, of one year or of every year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    pub name: String,
    /// As people write it, in lower case: “first lockdown”, “xmas”.
    pub words: Vec<String>,
    /// `2020-03-23`; of every year: `12-24`, `easter-2`, `last monday of may`.
    pub from: String,
    /// As `from`, inclusive; where it is before `from` it lies in the next year.
    pub until: String,
    /// The writer's bounds may differ, so that dates of it are approximate.
    #[serde(default)]
    pub approximate: bool,
}

/// One row of averages over other reviews.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    pub name: String,
    pub source: String,
    pub groups: Vec<ComparisonGroup>,
}

/// Contacts with a group of sectors, on average per person of role victim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComparisonGroup {
    pub name: String,
    /// Keys of sectors of the template.
    pub sectors: Vec<String>,
    pub average: f64,
}

/// The process dates in their order, and the months allowed between two of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clock {
    pub dates: Vec<ClockDate>,
    pub limits: Vec<ClockLimit>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockDate {
    pub key: String,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockLimit {
    /// Keys of two clock dates.
    pub from: String,
    pub to: String,
    pub months: u32,
    pub source: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionTemplate {
    pub key: String,
    pub title: String,
    /// What belongs here, shown beside the empty section.
    pub help: String,
    /// Printed after the body, on its own pages.
    #[serde(default)]
    pub appendix: bool,
    /// Belongs to the executive summary, which is printed and numbered by itself.
    #[serde(default)]
    pub summary: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sector {
    pub key: String,
    pub name: String,
}

/// A column of the chronology, and the headings under which agencies write it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    pub key: ColumnKey,
    pub name: String,
    /// In lower case; a heading that equals one, or contains it as whole words, is taken for this column.
    pub headings: Vec<String>,
}

/// What a column of a return can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKey {
    Date,
    Time,
    Text,
    Response,
    Seen,
    Recorder,
    Document,
    Comment,
    Basis,
    Enquiry,
    Disclosure,
}

impl ColumnKey {
    pub const ALL: [Self; 11] = [
        Self::Date,
        Self::Time,
        Self::Text,
        Self::Response,
        Self::Seen,
        Self::Recorder,
        Self::Document,
        Self::Comment,
        Self::Basis,
        Self::Enquiry,
        Self::Disclosure,
    ];

    /// As on the command line and in templates: `date`, `text`, …
    pub fn key(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Time => "time",
            Self::Text => "text",
            Self::Response => "response",
            Self::Seen => "seen",
            Self::Recorder => "recorder",
            Self::Document => "document",
            Self::Comment => "comment",
            Self::Basis => "basis",
            Self::Enquiry => "enquiry",
            Self::Disclosure => "disclosure",
        }
    }
}

/// A recurring weakness, or good practice, that entries are tagged with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeaknessTemplate {
    pub key: String,
    pub name: String,
    pub definition: String,
    pub example: String,
    #[serde(default)]
    pub good_practice: bool,
    /// Key of the weakness that it is a part of; that one stands before it and is itself part of none.
    #[serde(default)]
    pub parent: String,
    /// Regular expressions, small letters and capitals alike, by which it is suggested.
    #[serde(default)]
    pub patterns: Vec<String>,
}

/// Words that stand for one another in patterns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordList {
    pub key: String,
    /// In lower case; found as whole words, or as a beginning where one ends in `*`.
    pub words: Vec<String>,
}

/// A column of the printed action plan, left to right.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanColumn {
    pub key: PlanColumnKey,
    pub title: String,
    /// Printed in the PDF and Word plan; every column stands in the spreadsheet.
    #[serde(default)]
    pub printed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanColumnKey {
    Recommendation,
    Scope,
    Action,
    LeadAgency,
    Owner,
    Milestones,
    Target,
    Completion,
    Status,
    OutcomeSought,
    Outputs,
    Resources,
    Review,
    RelatedPlans,
}
