//! What rests on an entry: findings and recommendations, and ways to let more of them rest on it.

use egui::Ui;

use crate::app::{Action, ChronologyAction, Open, PlanAction};
use crate::drafting::ChainStep;
use crate::model::EntryId;
use crate::ui::widgets::{Words, link, menu, words};

/// Every finding and recommendation that rests on the entry, each a link that leads there. `shown`: characters of each; 0: its number alone.
pub fn steps(ui: &mut Ui, open: &Open, entry: EntryId, shown: usize, actions: &mut Vec<Action>) {
    let review = &open.review;
    let findings = review.findings.iter();
    let findings = findings
        .filter(|each| each.entries.contains(&entry))
        .map(|each| ChainStep::Finding(each.id));
    let recommendations = review.recommendations.iter();
    let recommendations = recommendations
        .filter(|each| each.entries.contains(&entry))
        .map(|each| ChainStep::Recommendation(each.id));
    for step in findings.chain(recommendations) {
        let name = match shown {
            0 => step.words(review),
            shown => format!(
                "{}: {}",
                step.words(review),
                start(step.text(review), shown)
            ),
        };
        if link(ui, &name).clicked() {
            actions.push(Action::Plan(PlanAction::Go(step)));
        }
    }
}

/// Menus that let a finding or a recommendation rest on the chosen entries, too.
pub fn add(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    if open.read_only.is_some() {
        return;
    }
    let mut send = |action| actions.push(Action::Chronology(action));
    let name = "Add to a finding";
    menu(ui, name, name, |ui| {
        if ui.selectable_label(false, "A new finding").clicked() {
            send(ChronologyAction::AddToFinding(None));
            ui.close();
        }
        for finding in &open.review.findings {
            let text = format!("{}  {}", finding.position, start(&finding.text, 48));
            if ui.selectable_label(false, text).clicked() {
                send(ChronologyAction::AddToFinding(Some(finding.id)));
                ui.close();
            }
        }
    });
    if open.review.recommendations.is_empty() {
        words(ui, Words::Small, "There are no recommendations yet.");
        return;
    }
    let name = "Add to a recommendation";
    menu(ui, name, name, |ui| {
        for recommendation in &open.review.recommendations {
            let text = start(&recommendation.text, 48);
            let text = format!("{}  {text}", recommendation.position);
            if ui.selectable_label(false, text).clicked() {
                send(ChronologyAction::AddToRecommendation(recommendation.id));
                ui.close();
            }
        }
    });
}

/// The first characters of a text.
fn start(text: &str, shown: usize) -> String {
    let beginning: String = text.chars().take(shown).collect();
    match beginning.len() < text.len() {
        true => format!("{}…", beginning.trim_end()),
        false => beginning,
    }
}
