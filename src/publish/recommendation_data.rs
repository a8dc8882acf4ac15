//! Recommendations as data for layouts and Word: in groups by who must act, each with what it rests on.

use serde_json::{Value, json};

use super::draft_data::label;
use super::matter::{Matter, stays_whole};
use super::plan_columns::recommendation_marks;
use crate::chronology::Claims;
use crate::dates;
use crate::drafting::Target;
use crate::model::{EntryId, Reach, Recommendation, Review};

/// Recommendations by who must act, each group under its title; no group is empty.
pub(super) fn by_reach(review: &Review) -> Vec<(&'static str, Vec<&Recommendation>)> {
    let groups = Reach::ALL.map(|reach| {
        let all = review.recommendations.iter();
        let title = match reach {
            Reach::SingleAgency => "For one agency",
            Reach::MultiAgency => "For several agencies together",
            Reach::National => "National",
        };
        (
            title,
            all.filter(|one| one.reach == reach).collect::<Vec<_>>(),
        )
    });
    groups
        .into_iter()
        .filter(|(_, group)| !group.is_empty())
        .collect()
}

pub(super) fn recommendations(review: &Review, claims: &Claims, matter: &mut Matter) -> Value {
    review
        .recommendations
        .iter()
        .map(|recommendation| recommendation_data(review, recommendation, claims, matter))
        .collect()
}

fn recommendation_data(
    review: &Review,
    recommendation: &Recommendation,
    claims: &Claims,
    matter: &mut Matter,
) -> Value {
    let findings = review.findings_of(recommendation);
    let notes: Vec<Value> = recommendation_notes(review, recommendation, claims)
        .into_iter()
        .map(|(name, wording)| json!({ "name": name, "lines": matter.lines(&wording) }))
        .collect();
    json!({
        "number": recommendation.position.to_string(),
        "label": label(Target::Recommendation(recommendation.id)),
        "text": matter.lines(&recommendation.text),
        "reach": recommendation.reach.words(),
        "marks": recommendation_marks(recommendation),
        "keep": stays_whole(&[&recommendation.text, &findings]),
        "notes": notes,
    })
}

/// What stands below a recommendation, each under its name.
pub(super) fn recommendation_notes(
    review: &Review,
    recommendation: &Recommendation,
    claims: &Claims,
) -> Vec<(&'static str, String)> {
    let agencies: Vec<&str> = recommendation
        .agencies
        .iter()
        .filter_map(|&id| review.agency(id))
        .map(|agency| agency.name.as_str())
        .collect();
    let weakness = review.tag_name(&recommendation.weakness);
    let due = recommendation.due.map(dates::spoken_date);
    let mut notes = vec![
        ("Finding", numbered_findings(review, recommendation)),
        ("Weakness", weakness.to_owned()),
        ("For", agencies.join(", ")),
        ("By when", due.unwrap_or_default()),
        ("Measure", recommendation.measure.clone()),
        (
            "Rests on",
            rests_on(review, &recommendation.entries, claims),
        ),
    ];
    notes.retain(|(_, wording)| !wording.trim().is_empty());
    notes
}

/// “3. Nobody asked.”, one a line.
pub(super) fn numbered_findings(review: &Review, recommendation: &Recommendation) -> String {
    let findings = recommendation.findings.iter();
    let findings = findings.filter_map(|id| review.finding(*id));
    let lines: Vec<String> = findings
        .map(|finding| format!("{}. {}", finding.position, finding.text.trim()))
        .collect();
    lines.join("\n")
}

/// “Entries 3, 14; entry 22 (Claim: the perpetrator’s own word, disputed)”: what stands undisputed first, then each kind of claim.
pub(super) fn rests_on(review: &Review, entries: &[EntryId], claims: &Claims) -> String {
    let mut kinds: Vec<(String, Vec<String>)> = vec![(String::new(), Vec::new())];
    for entry in entries.iter().filter_map(|id| review.entry(*id)) {
        let badge = claims.of_entry(entry).badge().unwrap_or_default();
        let number = entry.id.to_string();
        match kinds.iter_mut().find(|(known, _)| *known == badge) {
            Some((_, entries)) => entries.push(number),
            None => kinds.push((badge, vec![number])),
        }
    }
    let said = kinds
        .into_iter()
        .filter(|(_, entries)| !entries.is_empty())
        .map(|(badge, entries)| {
            let word = if entries.len() == 1 {
                "entry"
            } else {
                "entries"
            };
            let entries = entries.join(", ");
            match badge.is_empty() {
                true => format!("{word} {entries}"),
                false => format!("{word} {entries} ({badge})"),
            }
        });
    let said = said.collect::<Vec<_>>().join("; ");
    let mut letters = said.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
