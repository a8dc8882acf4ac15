//! Review templates: everything that guidance may change, as data.
//!
//! Two are embedded from `review-templates/`; a user's own folder adds to them and overrides by name. A review
//! keeps a copy of the template it was made with, so that a later change never alters an old review.

mod faults;
mod folder;
mod patterns;
mod plain_words;
pub mod programme;
mod source;

use std::sync::LazyLock;

pub use folder::folder;
pub use patterns::{expanded, is_exception, pattern};

use crate::model::{PublicationPolicy, Template};
use faults::Fault;
use serde::de::DeserializeOwned;
use source::Source;

/// Key of the section that the reasons for delay belong to.
pub const TIMESCALES: &str = "timescales";
/// Key of the section that the questions of the review are printed in.
pub const TERMS_OF_REFERENCE: &str = "terms_of_reference";
/// Key of the section that tells how the review was done.
pub const METHODOLOGY: &str = "methodology";
/// Key of the section that answers the protected characteristics.
pub const EQUALITY: &str = "equality_and_diversity";
/// Key of the section that remembers the person.
pub const SENSE_OF_PERSON: &str = "sense_of_person";
/// Key of the section that the findings are printed in.
pub const LESSONS: &str = "lessons";
/// Key of the section that the list of recommendations is printed in.
pub const RECOMMENDATIONS: &str = "recommendations";
/// Key of the appendix that the combined chronology is printed in.
pub const COMBINED_CHRONOLOGY: &str = "combined_chronology";
/// Key of the appendix that the action plan is printed in.
pub const ACTION_PLAN: &str = "action_plan";
/// Sections of the executive summary that the questions, the findings and the recommendations are printed in.
pub const SUMMARY_QUESTIONS: &str = "summary_terms_of_reference";
pub const SUMMARY_LESSONS: &str = "summary_lessons";
pub const SUMMARY_RECOMMENDATIONS: &str = "summary_recommendations";
/// What keys of sections of the executive summary begin with, before the key of the section of the report that they tell in short.
pub const SUMMARY: &str = "summary_";

/// Name and text of the embedded templates, in the order of the start screen.
const EMBEDDED: [(&str, &str); 2] = [
    ("dardr", include_str!("../../review-templates/dardr.toml")),
    (
        "dhr-2016",
        include_str!("../../review-templates/dhr-2016.toml"),
    ),
];

/// Why a template file was left out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("The template {file} was left out{}: {reason}", .line.map(|line| format!(", because of line {line}")).unwrap_or_default())]
pub struct TemplateError {
    /// File name with ending, without folder.
    pub file: String,
    /// From 1; `None` where the fault has no one place.
    pub line: Option<usize>,
    /// What is wrong and what to do, as sentences for whoever edits the file.
    pub reason: String,
}

/// The embedded templates.
pub fn built_in() -> &'static [Template] {
    static BUILT_IN: LazyLock<Vec<Template>> = LazyLock::new(|| {
        // The tests hold that each of them is sound.
        EMBEDDED
            .iter()
            .filter_map(|(name, text)| parse(name, text).ok())
            .collect()
    });
    &BUILT_IN
}

/// A template as it is used. What one that was kept before there was such a thing does not say of publication and of rules, the program’s own
/// template of its name says, else the first. The sections of the executive summary come from the template of its name only.
pub fn completed(mut template: Template) -> Template {
    let own = built_in().iter().find(|own| own.name == template.name);
    if let Some(own) = own
        && !template.sections.iter().any(|section| section.summary)
    {
        let summary = own.sections.iter().filter(|section| section.summary);
        let summary: Vec<_> = summary
            .filter(|section| {
                !template
                    .sections
                    .iter()
                    .any(|known| known.key == section.key)
            })
            .cloned()
            .collect();
        template.sections.extend(summary);
    }
    let Some(own) = own.or(built_in().first()) else {
        return template;
    };
    if template.publication == PublicationPolicy::default() {
        template.publication = own.publication.clone();
    }
    if template.rules.is_empty() {
        template.rules.clone_from(&own.rules);
    }
    template
}

/// Reads one template; `name` is the file's name without ending, which the text must repeat.
///
/// Unknown keys are errors, and so is a reference to something that is not there: nothing in a template is
/// passed over in silence.
pub fn parse(name: &str, text: &str) -> Result<Template, TemplateError> {
    read(name, text, |template| faults::first(template, name))
}

/// A template of any kind; `fault` is what it must hold beyond its form.
fn read<T: DeserializeOwned>(
    name: &str,
    text: &str,
    fault: impl Fn(&T) -> Option<Fault>,
) -> Result<T, TemplateError> {
    let fail = |line: Option<usize>, reason: String| TemplateError {
        file: format!("{name}.toml"),
        line,
        reason,
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let source = Source::of(text);
    let template = toml::from_str(text).map_err(|error| {
        let line = error.span().map(|span| source.line_at(span.start));
        fail(line, plain_words::of(error.message()))
    })?;
    match fault(&template) {
        Some(fault) => Err(fail(source.line_of(&fault.place), fault.reason)),
        None => Ok(template),
    }
}

/// The template as a file that [`parse`] reads back unchanged.
pub fn to_toml(template: &Template) -> String {
    // Plain data without maps or missing values cannot fail to be written.
    toml::to_string_pretty(template).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_templates_are_sound() {
        for (name, text) in EMBEDDED {
            if let Err(error) = parse(name, text) {
                panic!("{error}");
            }
        }
        assert_eq!(built_in().len(), EMBEDDED.len());
    }
}
