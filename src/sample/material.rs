//! What review.toml, chain.toml, plan.toml, decisions.toml, passages.toml, knowledge.toml, coding.toml and identities.toml hold.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::SampleError;
use super::files::text;
use crate::model::{
    Basis, Details, Disclosure, Enquiry, IdentifierKind, PlaceKind, Reach, Scope, Settlement, Sex,
    Status,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReviewMaterial {
    /// Name of a built-in template.
    pub template: String,
    pub today: NaiveDate,
    /// Who tagged the entries.
    pub coder: String,
    pub details: Details,
    pub agencies: Vec<AgencyMaterial>,
    pub key_dates: Vec<KeyDateMaterial>,
    pub pauses: Vec<PauseMaterial>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AgencyMaterial {
    pub name: String,
    pub sector: String,
    pub due: Option<NaiveDate>,
    /// Its return; `None`: it has sent nothing.
    pub file: Option<String>,
    pub note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KeyDateMaterial {
    pub kind: String,
    pub label: String,
    pub date: NaiveDate,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PauseMaterial {
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
    pub reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChainMaterial {
    pub questions: Vec<QuestionMaterial>,
    pub findings: Vec<FindingMaterial>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QuestionMaterial {
    pub name: String,
    pub text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FindingMaterial {
    pub name: String,
    pub text: String,
    pub analysis: String,
    #[serde(default)]
    pub good_practice: bool,
    /// Names of questions.
    pub questions: Vec<String>,
    pub weaknesses: Vec<String>,
    /// Names of places.
    pub evidence: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlanMaterial {
    pub recommendations: Vec<RecommendationMaterial>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RecommendationMaterial {
    pub text: String,
    /// Names of findings.
    pub findings: Vec<String>,
    pub reach: Reach,
    pub scope: Scope,
    pub early_learning: bool,
    pub weakness: String,
    #[serde(default)]
    pub measure: String,
    #[serde(default)]
    pub achievable: String,
    pub due: Option<NaiveDate>,
    /// Names of agencies.
    pub agencies: Vec<String>,
    /// Names of places.
    pub evidence: Vec<String>,
    pub actions: Vec<ActionMaterial>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActionMaterial {
    pub text: String,
    pub lead_agency: String,
    pub owner: String,
    pub milestones: String,
    pub target: Option<NaiveDate>,
    pub completed: Option<NaiveDate>,
    #[serde(default)]
    pub outcome: String,
    pub outcome_sought: String,
    pub outputs: String,
    pub resources: String,
    pub review: String,
    pub related_plans: String,
    pub status: Status,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Decisions {
    /// Rows of returns by a name of ours.
    pub places: BTreeMap<String, Place>,
    pub taggings: Vec<TaggingMaterial>,
    pub settled: Vec<Settled>,
}

/// A row of a return, counted as in [`crate::model::Source::row`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Place {
    pub file: String,
    pub row: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TaggingMaterial {
    pub file: String,
    pub row: u32,
    pub weakness: String,
    pub memo: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PassagesMaterial {
    pub passages: Vec<PassageMaterial>,
}

/// Words that show why a row was tagged.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PassageMaterial {
    /// Name of a place.
    pub place: String,
    pub weakness: String,
    pub words: String,
}

/// What the coder decided by hand about a row.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Settled {
    pub file: String,
    pub row: u32,
    pub basis: Option<Basis>,
    pub enquiry: Option<Enquiry>,
    pub disclosure: Option<Disclosure>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KnowledgeMaterial {
    pub facts: Vec<FactMaterial>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FactMaterial {
    pub name: String,
    pub words: Vec<String>,
    pub note: String,
    pub knowings: Vec<KnowingMaterial>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KnowingMaterial {
    /// Names of agencies.
    pub agency: String,
    pub from: Option<String>,
    /// As a person would type it.
    pub when: String,
    pub how: String,
    /// Name of a place.
    pub entry: Option<String>,
}

/// What a second coder made of one return.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CodingMaterial {
    pub name: String,
    pub drawn: String,
    pub coder: String,
    pub file: String,
    /// Rows that the coder has not come to.
    pub unfinished: Vec<u32>,
    pub tags: Vec<CodedMaterial>,
    pub settled: Vec<SettledMaterial>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CodedMaterial {
    pub weakness: String,
    pub rows: Vec<u32>,
    pub memo: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SettledMaterial {
    pub row: u32,
    pub weakness: String,
    pub how: Settlement,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IdentitiesMaterial {
    pub people: Vec<RecordedMaterial>,
    pub rulings: Vec<RulingMaterial>,
    pub places: Vec<PlaceMaterial>,
    pub identifiers: Vec<IdentifierMaterial>,
}

/// What is recorded of somebody besides what people.csv holds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RecordedMaterial {
    pub name: String,
    pub sex: Sex,
    #[serde(default)]
    pub ethnicity: String,
    pub date_of_death: Option<NaiveDate>,
    #[serde(default)]
    pub chosen_by: String,
}

/// What a word is where these words stand around it: somebody’s name, or none.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RulingMaterial {
    pub form: String,
    pub before: String,
    pub after: String,
    pub person: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlaceMaterial {
    pub kind: PlaceKind,
    pub name: String,
    pub forms: Vec<String>,
    pub written: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IdentifierMaterial {
    /// The name of the person whose it is.
    pub of: String,
    pub kind: IdentifierKind,
    pub text: String,
}

pub(super) fn parse<T: DeserializeOwned>(name: &str) -> Result<T, SampleError> {
    toml::from_str(text(name)?).map_err(|error| SampleError::material(name, error))
}

pub(super) fn review() -> Result<ReviewMaterial, SampleError> {
    parse("review.toml")
}

pub(super) fn chain() -> Result<ChainMaterial, SampleError> {
    parse("chain.toml")
}

pub(super) fn plan() -> Result<PlanMaterial, SampleError> {
    parse("plan.toml")
}

pub(super) fn decisions() -> Result<Decisions, SampleError> {
    parse("decisions.toml")
}

pub(super) fn coding() -> Result<CodingMaterial, SampleError> {
    parse("coding.toml")
}

pub(super) fn passages() -> Result<PassagesMaterial, SampleError> {
    parse("passages.toml")
}

pub(super) fn knowledge() -> Result<KnowledgeMaterial, SampleError> {
    parse("knowledge.toml")
}

pub(super) fn identities() -> Result<IdentitiesMaterial, SampleError> {
    parse("identities.toml")
}
