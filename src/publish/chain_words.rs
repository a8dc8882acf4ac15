//! Questions and findings as the report prints them.

use serde_json::{Value, json};

use super::draft_data::label;
use super::matter::{Matter, stays_whole};
use super::recommendation_data::rests_on;
use crate::chronology::Claims;
use crate::drafting::{Chain, ChainStep, Target};
use crate::model::{Finding, Review};

/// The questions in their order; each is written on one line.
pub(super) fn questions(review: &Review, matter: &mut Matter) -> Value {
    let questions = review.questions.iter();
    questions
        .map(|question| matter.line(&question_text(&question.text)))
        .collect()
}

/// What stands for a question, written or not.
pub(super) fn question_text(text: &str) -> String {
    match text.split_whitespace().collect::<Vec<_>>().join(" ") {
        text if text.is_empty() => "Not written yet.".to_owned(),
        text => text,
    }
}

/// The findings as blocks, in the form in which recommendations are printed.
pub(super) fn findings(review: &Review, claims: &Claims, matter: &mut Matter) -> Value {
    let chain = Chain::of(review);
    let findings = review.findings.iter();
    findings
        .map(|finding| {
            let notes: Vec<Value> = finding_notes(review, &chain, finding, claims)
                .into_iter()
                .map(|(name, wording)| json!({ "name": name, "lines": matter.lines(&wording) }))
                .collect();
            json!({
                "number": finding.position.to_string(),
                "label": label(Target::Finding(finding.id)),
                "text": matter.lines(&finding.text),
                "marks": finding_marks(finding),
                "keep": stays_whole(&[&finding.text, &finding.analysis]),
                "notes": notes,
            })
        })
        .collect()
}

pub(super) fn finding_marks(finding: &Finding) -> Vec<&'static str> {
    match finding.good_practice {
        true => vec!["Good practice"],
        false => Vec::new(),
    }
}

/// What stands below a finding, each under its name.
pub(super) fn finding_notes(
    review: &Review,
    chain: &Chain,
    finding: &Finding,
    claims: &Claims,
) -> Vec<(&'static str, String)> {
    let step = ChainStep::Finding(finding.id);
    let weaknesses = finding.weaknesses.iter();
    let weaknesses = weaknesses.filter(|key| !is_good_practice(review, key));
    let weaknesses: Vec<&str> = weaknesses.map(|key| review.tag_name(key)).collect();
    let mut notes = vec![
        ("Why", finding.analysis.clone()),
        ("Answers", named(review, "Question", chain.before(step))),
        ("Weakness", weaknesses.join("; ")),
        ("Rests on", rests_on(review, &finding.entries, claims)),
        (
            "Leads to",
            named(review, "Recommendation", chain.after(step)),
        ),
    ];
    notes.retain(|(_, wording)| !wording.trim().is_empty());
    notes
}

/// That it is good practice is said already.
fn is_good_practice(review: &Review, key: &str) -> bool {
    let mut weaknesses = review.weaknesses.iter();
    weaknesses.any(|weakness| weakness.key == key && weakness.good_practice)
}

/// “Question 2”, “Recommendations 3, 4”; empty where there are none.
fn named(review: &Review, one: &str, steps: impl Iterator<Item = ChainStep>) -> String {
    let mut positions: Vec<u32> = steps
        .filter_map(|step| step.number(review).parse().ok())
        .collect();
    positions.sort_unstable();
    let numbers: Vec<String> = positions.iter().map(u32::to_string).collect();
    match numbers.len() {
        0 => String::new(),
        1 => format!("{one} {}", numbers.concat()),
        _ => format!("{one}s {}", numbers.join(", ")),
    }
}
