//! The letter of the quality-assurance panel and the data record of the sample.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{SampleError, material};
use crate::edits;
use crate::model::{LetterPoint, ParagraphId, Review};
use crate::store::Store;

const FILE: &str = "publishing.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Material {
    letter: Vec<PointMaterial>,
    /// Answers by the keys of their questions.
    record: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PointMaterial {
    raised: String,
    answer: String,
    /// Key of the section in which the report was changed, and which of its paragraphs, from 1.
    #[serde(default)]
    section: String,
    #[serde(default)]
    paragraph: usize,
}

/// Enters the points of the letter with their answers, and answers the data record.
pub(super) fn enter(store: &mut Store) -> Result<(), SampleError> {
    let material: Material = material::parse(FILE)?;
    let review = store.load()?;
    for point in &material.letter {
        let id = edits::add_letter_point(store, &point.raised)?.value;
        let answered = LetterPoint {
            id,
            position: 0,
            raised: point.raised.clone(),
            answer: point.answer.clone(),
            paragraph: paragraph(&review, point)?,
        };
        if !point.answer.is_empty() {
            edits::change_letter_point(store, &answered)?;
        }
    }
    for (key, answer) in &material.record {
        edits::answer_record(store, key, answer)?;
    }
    Ok(())
}

fn paragraph(review: &Review, point: &PointMaterial) -> Result<Option<ParagraphId>, SampleError> {
    if point.section.is_empty() {
        return Ok(None);
    }
    let mut sections = review.sections.iter();
    let section = sections.find(|section| section.key == point.section);
    let paragraphs = section.map_or(&[][..], |section| section.paragraphs.as_slice());
    let at = point.paragraph.checked_sub(1);
    let found = at.and_then(|at| paragraphs.get(at)).copied();
    found.map(Some).ok_or_else(|| {
        SampleError::material(
            FILE,
            format!(
                "section “{}” has no paragraph {}",
                point.section, point.paragraph
            ),
        )
    })
}
