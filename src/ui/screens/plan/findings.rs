//! The findings, lessons and good practice together, each with how it is linked.

use egui::Ui;

use super::line::Line;
use crate::app::{Action, FindingAction, Open};
use crate::drafting::ChainStep;
use crate::model::Finding;
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, secondary};

pub fn show(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    for finding in &open.review.findings {
        let kind = match finding.good_practice {
            true => "good practice",
            false => "lesson",
        };
        let line = Line {
            name: format!("Finding {}", finding.position),
            head: format!("{} · {kind}", finding.position),
            text: &finding.text,
            standing: standing(open, finding),
            is_chosen: open.plan.finding == Some(finding.id),
        };
        if line.show(ui) {
            actions.push(FindingAction::Show(finding.id).into());
        }
    }
    ui.add_space(space::SMALL);
    if secondary(ui, open.read_only.is_none(), "Add a finding").clicked() {
        actions.push(FindingAction::Add.into());
    }
}

/// What is missing first, else what it is linked to.
fn standing(open: &Open, finding: &Finding) -> (Words, String) {
    let loose = super::chain_cards::loose_at(open, ChainStep::Finding(finding.id));
    if let Some(first) = loose.first() {
        let more = match loose.len() {
            1 => String::new(),
            count => format!(" · {} more to look at", count - 1),
        };
        return (Words::Doubt, format!("{}{more}", first.about_one()));
    }
    let entries = match finding.entries.len() {
        1 => "1 entry".to_owned(),
        count => format!("{count} entries"),
    };
    let chain = &open.derived.standing.chain;
    let answered = chain.after(ChainStep::Finding(finding.id)).count();
    let led = match (answered, finding.good_practice) {
        (0, _) => String::new(),
        (1, _) => " · 1 recommendation".to_owned(),
        (count, _) => format!(" · {count} recommendations"),
    };
    (Words::Small, format!("Rests on {entries}{led}"))
}
