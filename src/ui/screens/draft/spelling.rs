//! Words of the draft that nobody knows, with what may have been meant.

use egui::Ui;

use crate::app::{Action, DraftAction, Open, SpellingAction};
use crate::drafting::spelling::Unknown;
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, card, heading, link, small, words};

pub fn show(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let spelling = &open.draft.spelling;
    heading(ui, "Words nobody knows");
    if !spelling.looked {
        words(ui, Words::Secondary, "The draft is being looked through.");
        return;
    }
    if spelling.unknown.is_empty() {
        words(ui, Words::Done, "None. The whole draft was looked through.");
        return;
    }
    words(
        ui,
        Words::Small,
        "British English, the field’s own words, and the names of this review. A word is marked, never changed by itself.",
    );
    for unknown in &spelling.unknown {
        let chosen = spelling.current.as_ref() == Some(&unknown.word);
        ui.add_space(space::TIGHT);
        if chosen {
            card(ui, true, |ui| one(ui, open, unknown, true, actions));
        } else {
            one(ui, open, unknown, false, actions);
        }
    }
}

fn one(ui: &mut Ui, open: &Open, unknown: &Unknown, chosen: bool, actions: &mut Vec<Action>) {
    let word = &unknown.word;
    let name = match unknown.places.len() {
        1 => word.clone(),
        count => format!("{word}, {count} times"),
    };
    if link(ui, &name).clicked() {
        let look = SpellingAction::Look(word.clone());
        actions.push(Action::Draft(DraftAction::Spelling(look)));
    }
    if !chosen {
        return;
    }
    match open.draft.spelling.suggestions.get(word) {
        None => {
            words(ui, Words::Secondary, "Looking for words like it.");
        }
        Some(none) if none.is_empty() => {
            words(ui, Words::Secondary, "No word like it is known.");
        }
        Some(suggestions) => {
            words(ui, Words::Small, "Put in its place, wherever it stands:");
            ui.horizontal_wrapped(|ui| {
                for with in suggestions {
                    if small(ui, open.read_only.is_none(), with).clicked() {
                        let (word, with) = (word.clone(), with.clone());
                        let replace = SpellingAction::Replace { word, with };
                        actions.push(Action::Draft(DraftAction::Spelling(replace)));
                    }
                }
            });
        }
    }
}
