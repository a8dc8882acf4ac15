//! What the rules of the list see in the records, to be accepted or declined one by one.

mod card;
mod keys;

use egui::Ui;

use super::{Memory, found, opening};
use crate::app::{
    Action, AnalysisAction, AnalysisPart, App, Open, SuggestionsAction, WeaknessListAction, key_of,
    rules_at_hand,
};
use crate::ui::screens::citation;
use crate::ui::screens::weaknesses::in_menu;
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, choice, empty, link, quiet, small, words};

pub fn show(ui: &mut Ui, app: &App, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    opening(
        ui,
        "Suggestions",
        "Records in which the rules of the list of weaknesses find their words. Nothing is tagged before you accept it: the rules know words, not what happened.",
    );
    let state = &open.analysis.suggestions;
    let Some(all) = found(ui, app, open, &state.found, actions) else {
        return;
    };
    if open
        .review
        .weaknesses
        .iter()
        .all(|one| one.patterns.is_empty())
    {
        without_rules(ui, open, actions);
        return;
    }
    if state.left.is_empty() {
        let said = match all.is_empty() && open.review.declined.is_empty() {
            true => "The rules see nothing that is not tagged already.",
            false => "Every suggestion has been looked at.",
        };
        words(ui, Words::Done, said);
        declined(ui, open, actions);
        return;
    }
    keys::pressed(ui, open, actions);
    head(ui, open, actions);
    let is_asked = memory.suggestion_asked != state.asked;
    memory.suggestion_asked = state.asked;
    let shown = state.shown(&open.review);
    for (number, suggestion) in (1..).zip(shown.iter().take(state.drawn)) {
        ui.add_space(space::SMALL);
        let in_hand = state.at.as_ref() == Some(&key_of(suggestion));
        let drawn = card::show(ui, open, suggestion, number, in_hand, actions);
        if in_hand && is_asked {
            drawn.scroll_to_me(None);
        }
    }
    let left = shown.len().saturating_sub(state.drawn);
    if left > 0 {
        ui.add_space(space::SMALL);
        if small(ui, true, &format!("Show more of the {left} below")).clicked() {
            actions.push(SuggestionsAction::DrawMore.into());
        }
    }
    declined(ui, open, actions);
}

fn without_rules(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let at_hand = rules_at_hand(&open.review).is_some() && open.read_only.is_none();
    let text = match at_hand {
        true => {
            "This review was begun before the list of weaknesses had rules. Those that come with Lantern can be taken in; tags and names stay as they are, and one undo takes the rules out again."
        }
        false => {
            "No weakness of the list says by which words it shows. Write them under “Found by” in the list of weaknesses."
        }
    };
    let button = match at_hand {
        true => "Take in the rules",
        false => "To the list of weaknesses",
    };
    if empty(ui, "The list has no rules", text, Some(button)) {
        actions.push(match at_hand {
            true => WeaknessListAction::TakeRules.into(),
            false => Action::Analysis(AnalysisAction::Show(AnalysisPart::WeaknessList)),
        });
    }
}

fn head(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let state = &open.analysis.suggestions;
    ui.horizontal_wrapped(|ui| {
        words(
            ui,
            Words::Strong,
            format!("{} to look at", state.left.len()),
        );
        ui.add_space(space::MEDIUM);
        let mut choices = vec![(None, "Of any weakness".to_owned())];
        for weakness in &open.review.weaknesses {
            let keys: Vec<&str> = open.review.with_parts(&weakness.key).collect();
            let of = state.left.iter();
            let count = of
                .filter(|one| keys.contains(&one.weakness.as_str()))
                .count();
            if count > 0 || state.weakness.as_ref() == Some(&weakness.key) {
                let words = format!("{} ({count})", in_menu(weakness));
                choices.push((Some(weakness.key.clone()), words));
            }
        }
        if let Some(wanted) = choice(ui, "Only suggestions of", &state.weakness, choices) {
            actions.push(SuggestionsAction::OfWeakness(wanted).into());
        }
    });
    words(
        ui,
        Words::Small,
        "Up and down: another one · A accepts · D declines · O opens the entry. Ctrl Z takes the last decision back.",
    );
    if state.shown(&open.review).is_empty() {
        words(
            ui,
            Words::Done,
            "None of this weakness is left. Choose another one above.",
        );
    }
}

/// What was turned down, folded away below.
fn declined(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let all = &open.review.declined;
    if all.is_empty() {
        return;
    }
    let shows = open.analysis.suggestions.shows_declined;
    ui.add_space(space::MEDIUM);
    let verb = if shows { "Fold away" } else { "Show" };
    if quiet(ui, &format!("{verb} the {} declined", all.len())).clicked() {
        actions.push(SuggestionsAction::ShowDeclined(!shows).into());
    }
    if !shows {
        return;
    }
    for one in all.iter().rev().take(open.analysis.suggestions.drawn) {
        let Some(entry) = open.review.entry(one.entry) else {
            continue;
        };
        ui.horizontal_wrapped(|ui| {
            citation::place(ui, open, entry, actions);
            let name = open.review.tag_name(&one.weakness);
            words(
                ui,
                Words::Secondary,
                format!("{name}, declined by {}", one.coder),
            );
            if open.read_only.is_none() && link(ui, "Suggest it again").clicked() {
                actions.push(SuggestionsAction::Reconsider(one.id).into());
            }
        });
    }
}
