//! Suggestions by keyboard: up, down, accept, decline.

use egui::{Key, Modifiers, Popup, Ui};

use crate::app::{Action, Open, ShellAction, SuggestionsAction};

pub fn pressed(ui: &Ui, open: &Open, actions: &mut Vec<Action>) {
    if ui.ctx().text_edit_focused() || Popup::is_any_open(ui.ctx()) {
        return;
    }
    let times = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
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
