use super::SampleError;

macro_rules! embedded {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../samples/review/", $name)))),*]
    };
}

/// Name and content of each file of `samples/review/` that the sample is built from, and the truth about it.
const FILES: &[(&str, &[u8])] = embedded![
    "review.toml",
    "chain.toml",
    "plan.toml",
    "decisions.toml",
    "knowledge.toml",
    "rounds.toml",
    "publishing.toml",
    "coding.toml",
    "identities.toml",
    "passages.toml",
    "people.csv",
    "report.md",
    "truth.toml",
    "dates.tsv",
    "police_return.xlsx",
    "ambulance.csv",
    "gp_records.docx",
    "hospital.xlsx",
    "maternity_and_health_visiting.csv",
    "mental_health.xlsx",
    "childrens_services.docx",
    "housing_chronology_FINAL_v2.docx",
    "school.csv",
    "probation.csv",
    "specialist_service.docx",
];

/// The bytes of a file of the sample, such as a return, by its name without folder.
pub fn file(name: &str) -> Result<&'static [u8], SampleError> {
    FILES
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, bytes)| *bytes)
        .ok_or_else(|| SampleError::material(name, "it is missing"))
}

pub(super) fn text(name: &str) -> Result<&'static str, SampleError> {
    text_of(name, file(name)?)
}

pub(super) fn text_of<'a>(name: &str, bytes: &'a [u8]) -> Result<&'a str, SampleError> {
    std::str::from_utf8(bytes).map_err(|error| SampleError::material(name, error))
}
