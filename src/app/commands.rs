//! Every command that has a name and a key: menu, help and tests share the words.

use super::Room;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    Undo,
    Redo,
    Back,
    Forward,
    Search,
    Help,
    GoTo(Room),
    LargerText,
    SmallerText,
    NextTheme,
    /// Between real names and pseudonyms.
    SwitchView,
    CloseFile,
}

/// A key with its modifiers; `key` is a letter, a digit, or has the name that the window knows it by (`F1`, `Plus`, `ArrowLeft`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Keys {
    pub key: &'static str,
    /// Ctrl, or Command on a Mac.
    pub command: bool,
    pub shift: bool,
    pub alt: bool,
}

impl Command {
    pub fn all() -> Vec<Self> {
        let mut all = vec![
            Self::Undo,
            Self::Redo,
            Self::Back,
            Self::Forward,
            Self::Search,
            Self::Help,
            Self::LargerText,
            Self::SmallerText,
            Self::NextTheme,
            Self::SwitchView,
            Self::CloseFile,
        ];
        all.extend(Room::ALL.map(Self::GoTo));
        all
    }

    pub fn words(self) -> String {
        match self {
            Self::Undo => "Undo the last edit".to_owned(),
            Self::Redo => "Redo what was undone".to_owned(),
            Self::Back => "Back to where you came from".to_owned(),
            Self::Forward => "Forward again".to_owned(),
            Self::Search => "Search everywhere".to_owned(),
            Self::Help => "Help for this screen".to_owned(),
            Self::GoTo(room) => format!("Go to {}", room.words()),
            Self::LargerText => "Larger text".to_owned(),
            Self::SmallerText => "Smaller text".to_owned(),
            Self::NextTheme => "Light, dark or high contrast".to_owned(),
            Self::SwitchView => "Pseudonymised view, and back to the real names".to_owned(),
            Self::CloseFile => "Close the file".to_owned(),
        }
    }

    pub fn keys(self) -> Keys {
        let with = |key, command, shift| Keys {
            key,
            command,
            shift,
            alt: false,
        };
        let alt = |key| Keys {
            alt: true,
            ..with(key, false, false)
        };
        match self {
            Self::Undo => with("Z", true, false),
            Self::Redo => with("Z", true, true),
            Self::Back => alt("ArrowLeft"),
            Self::Forward => alt("ArrowRight"),
            Self::Search => with("K", true, false),
            Self::Help => with("F1", false, false),
            Self::GoTo(room) => with(room.digit(), true, false),
            Self::LargerText => with("Plus", true, false),
            Self::SmallerText => with("Minus", true, false),
            Self::NextTheme => with("L", true, true),
            Self::SwitchView => with("P", true, true),
            Self::CloseFile => with("W", true, false),
        }
    }
}

impl Keys {
    pub fn words(self) -> String {
        let key = match self.key {
            "Plus" => "+",
            "Minus" => "−",
            "ArrowLeft" => "←",
            "ArrowRight" => "→",
            other => other,
        };
        let held = [
            (self.command, "Ctrl"),
            (self.alt, "Alt"),
            (self.shift, "Shift"),
        ];
        let held = held.iter().filter(|(is_held, _)| *is_held);
        let mut words: Vec<&str> = held.map(|(_, name)| *name).collect();
        words.push(key);
        words.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn no_two_commands_share_a_key() {
        let mut taken: HashMap<Keys, Command> = HashMap::new();
        for command in Command::all() {
            if let Some(other) = taken.insert(command.keys(), command) {
                panic!("{command:?} and {other:?} both want {:?}", command.keys());
            }
        }
    }
}
