//! Templates of programmes: everything that one programme decides otherwise than another, as data.
//!
//! Two are embedded from `programme-templates/`. A programme’s file keeps a copy of the one it was made with.

mod faults;

use std::sync::LazyLock;

use super::TemplateError;
use crate::model::programme::ProgrammeTemplate;

/// Name and text of the embedded templates; the first is offered first.
const EMBEDDED: [(&str, &str); 2] = [
    (
        "rolling-36",
        include_str!("../../programme-templates/rolling-36.toml"),
    ),
    (
        "ten-weeks",
        include_str!("../../programme-templates/ten-weeks.toml"),
    ),
];

/// The embedded templates.
pub fn built_in() -> &'static [ProgrammeTemplate] {
    static BUILT_IN: LazyLock<Vec<ProgrammeTemplate>> = LazyLock::new(|| {
        // The tests hold that each of them is sound.
        EMBEDDED
            .iter()
            .filter_map(|(name, text)| parse(name, text).ok())
            .collect()
    });
    &BUILT_IN
}

/// Reads one template; `name` is the file’s name without ending, which the text must repeat.
///
/// Unknown keys are errors, and so is a number that cannot be: nothing in a template is passed over in silence.
pub fn parse(name: &str, text: &str) -> Result<ProgrammeTemplate, TemplateError> {
    super::read(name, text, |template| faults::first(template, name))
}

/// What is wrong with settings that were changed by hand, as a sentence; `None` where they are sound.
pub fn fault(template: &ProgrammeTemplate) -> Option<String> {
    faults::first(template, &template.name).map(|fault| fault.reason)
}

/// The template as a file that [`parse`] reads back unchanged.
pub fn to_toml(template: &ProgrammeTemplate) -> String {
    // Plain data without maps or missing values cannot fail to be written.
    toml::to_string_pretty(template).unwrap_or_default()
}
