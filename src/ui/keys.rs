//! Keys that work everywhere.

use egui::{Key, KeyboardShortcut, Modifiers, PointerButton};

use crate::app::{Action, Command, Keys, ShellAction, State};

/// The commands whose keys were pressed. While text is being typed, undo and redo belong to the field.
pub fn pressed(ctx: &egui::Context, state: &State) -> Vec<Action> {
    let typing = ctx.text_edit_focused();
    let mut actions = Vec::new();
    let mut commands = Command::all();
    // Those with Shift first: they are the more particular ones.
    commands.sort_by_key(|command| !command.keys().shift);
    for command in commands {
        if typing && matches!(command, Command::Undo | Command::Redo) && state.typing().is_some() {
            continue;
        }
        let Some(shortcut) = shortcut(command.keys()) else {
            continue;
        };
        if ctx.input_mut(|input| input.consume_shortcut(&shortcut)) {
            actions.push(Action::Shell(ShellAction::Command(command)));
        }
    }
    actions.extend(by_mouse(ctx));
    actions
}

/// The two further buttons that many mice have at their side.
fn by_mouse(ctx: &egui::Context) -> Option<Action> {
    let command = ctx.input(|input| {
        if input.pointer.button_pressed(PointerButton::Extra1) {
            Some(Command::Back)
        } else if input.pointer.button_pressed(PointerButton::Extra2) {
            Some(Command::Forward)
        } else {
            None
        }
    })?;
    Some(Action::Shell(ShellAction::Command(command)))
}

fn shortcut(keys: Keys) -> Option<KeyboardShortcut> {
    let mut modifiers = Modifiers::NONE;
    if keys.command {
        modifiers |= Modifiers::COMMAND;
    }
    if keys.shift {
        modifiers |= Modifiers::SHIFT;
    }
    if keys.alt {
        modifiers |= Modifiers::ALT;
    }
    Some(KeyboardShortcut::new(modifiers, Key::from_name(keys.key)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_key_that_exists() {
        for command in Command::all() {
            assert!(shortcut(command.keys()).is_some(), "{command:?}");
        }
    }
}
