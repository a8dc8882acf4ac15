//! The sample programme: a wholly fictional cohort, understood from its spreadsheets as a user’s would be.

use chrono::NaiveDate;

use super::SampleError;
use super::files::text_of;
use crate::intake::{self, Choices, Settings, Understood};
use crate::jobs::Progress;
use crate::model::programme::{Programme, ProgrammeTemplate};
use crate::returns;
use crate::templates;
use crate::wall::Partner;

macro_rules! embedded {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../samples/programme/", $name)))),*]
    };
}

/// Name and content of each spreadsheet of the cohort.
const FILES: &[(&str, &[u8])] = embedded![
    "men.csv",
    "attendance.csv",
    "substance_files.csv",
    "substance.csv",
    "partners.csv",
    "children.csv",
    "criminal_justice.csv",
    "childhood.csv",
    "measures.csv",
    "follow_up.csv",
    "training_feedback.csv",
    "costs.csv",
];

const TEMPLATE: (&str, &[u8]) = (
    "template.toml",
    include_bytes!("../../samples/programme/template.toml"),
);

/// What was published of the programme that the cohort was made after, and what hangs together in it, as TOML.
pub const PUBLISHED: &str = include_str!("../../samples/programme/published.toml");
pub const RELATIONS: &str = include_str!("../../samples/programme/relations.toml");

/// What the sample programme’s spreadsheets are called, in the order in which they are read.
pub fn programme_files() -> &'static [(&'static str, &'static [u8])] {
    FILES
}

/// The settings of the sample programme: those of the built-in one with the categories of the published tables.
pub fn programme_template() -> Result<ProgrammeTemplate, SampleError> {
    let text = text_of(TEMPLATE.0, TEMPLATE.1)?;
    templates::programme::parse("living-without-violence", text)
        .map_err(|error| SampleError::material(TEMPLATE.0, error))
}

/// The day on which the sample’s spreadsheets were made.
pub fn programme_today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2006, 3, 31).unwrap_or_default()
}

/// The cohort as the import screen understands it with nothing changed by hand, the lock of women’s safety work open.
pub fn understood_programme(progress: &dyn Progress) -> Result<Understood, SampleError> {
    let files = FILES
        .iter()
        .map(|(name, bytes)| returns::read_bytes(name, bytes, progress))
        .collect::<Result<Vec<_>, _>>()?;
    let choices = Choices::default();
    let settings = Settings {
        programme: &Programme::new(programme_template()?),
        unlocked: true,
        today: programme_today(),
        choices: &choices,
    };
    Ok(intake::understand(&files, &settings, progress)?)
}

/// The records of the sample programme: his side, and his partners’.
pub fn programme(progress: &dyn Progress) -> Result<(Programme, Vec<Partner>), SampleError> {
    Ok(understood_programme(progress)?.records())
}
