use std::collections::BTreeMap;

use super::SampleError;
use super::material::{self, FindingMaterial};
use super::places::Places;
use crate::edits;
use crate::model::{EntryId, Finding, FindingId, QuestionId};
use crate::store::Store;

/// Findings by their names in chain.toml.
pub(super) type Findings = BTreeMap<String, FindingId>;

/// Enters the questions, and the findings with their evidence, in the order of chain.toml.
pub(super) fn make(store: &mut Store, places: &Places) -> Result<Findings, SampleError> {
    let chain = material::chain()?;
    let mut questions = BTreeMap::new();
    for question in chain.questions {
        let id = edits::add_question(store, &question.text)?.value;
        questions.insert(question.name, id);
    }
    let mut findings = Findings::new();
    for material in &chain.findings {
        let finding = finding(material, &questions, places)?;
        let id = edits::add_finding(store, &finding)?.value;
        findings.insert(material.name.clone(), id);
    }
    Ok(findings)
}

fn finding(
    material: &FindingMaterial,
    questions: &BTreeMap<String, QuestionId>,
    places: &Places,
) -> Result<Finding, SampleError> {
    let mut entries: Vec<EntryId> = Vec::new();
    for name in &material.evidence {
        entries.extend(places.named(name)?);
    }
    let question = |name: &String| {
        questions.get(name).copied().ok_or_else(|| {
            SampleError::material("chain.toml", format!("there is no question “{name}”"))
        })
    };
    Ok(Finding {
        id: FindingId(0),
        position: 0,
        text: material.text.clone(),
        analysis: material.analysis.clone(),
        good_practice: material.good_practice,
        questions: material
            .questions
            .iter()
            .map(question)
            .collect::<Result<_, _>>()?,
        weaknesses: material.weaknesses.clone(),
        entries,
    })
}
