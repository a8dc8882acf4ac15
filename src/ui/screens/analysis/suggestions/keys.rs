//! Suggestions by keyboard: up, down, accept, decline.

use egui::{Key, Modifiers, Ui};

use crate::app::{Action, Open, ShellAction, SuggestionsAction};
use crate::ui::screens::list_keys;

pub fn pressed(ui: &Ui, open: &Open, actions: &mut Vec<Action>) {
    if !list_keys::are_free(ui) {
        return;
    }
    let times = |key| list_keys::times(ui, Modifiers::NONE, key);
    for (key, by) in [(Key::ArrowDown, 1), (Key::ArrowUp, -1)] {
        for _ in 0..times(key) {
            actions.push(SuggestionsAction::Step(by).into());
        }
    }
    let Some(at) = open.analysis.suggestions.at.clone() else {
        return;
    };
    let may_change = open.read_only.is_none();
    if times(Key::O) > 0 {
        actions.push(Action::Shell(ShellAction::ShowEntry(at.0)));
    } else if may_change && times(Key::A) > 0 {
        actions.push(SuggestionsAction::Accept(at).into());
    } else if may_change && times(Key::D) > 0 {
        actions.push(SuggestionsAction::Decline(at).into());
    }
}
