//! The chronology by keyboard: arrows and page keys move, letters open menus, digits and letters tag.

use egui::{Key, Modifiers, Ui};

use super::tools::Tool;
use crate::app::{
    Action, AgreementAction, ChronologyAction, EntryAction, Open, PassagesAction, SideBySideAction,
    Tagging, own_coding, tag_keys,
};
use crate::chronology::Sorting;
use crate::ui::screens::list_keys;

/// Takes the keys that were pressed; returns the menu that one of them opens.
pub fn pressed(ui: &Ui, open: &Open, actions: &mut Vec<Action>) -> Option<Tool> {
    let is_covered = open.source.entry.is_some() || open.chronology.side_by_side.is_some();
    if is_covered || !list_keys::are_free(ui) {
        return None;
    }
    let mut keys = Keys { ui, actions };
    keys.moves();
    if keys.times(Modifiers::COMMAND, Key::M) > 0 {
        keys.actions.push(PassagesAction::Begin.into());
    }
    match &open.chronology.tagging {
        Some(tagging) => {
            keys.tagging(open, tagging);
            None
        }
        None => keys.usual(open),
    }
}

struct Keys<'a> {
    ui: &'a Ui,
    actions: &'a mut Vec<Action>,
}

impl Keys<'_> {
    fn times(&self, modifiers: Modifiers, key: Key) -> usize {
        list_keys::times(self.ui, modifiers, key)
    }

    fn send(&mut self, action: ChronologyAction) {
        self.actions.push(Action::Chronology(action));
    }

    fn on(&mut self, modifiers: Modifiers, key: Key, action: ChronologyAction) {
        if self.times(modifiers, key) > 0 {
            self.send(action);
        }
    }

    fn moves(&mut self) {
        self.on(Modifiers::COMMAND, Key::A, ChronologyAction::SelectAll);
        self.on(Modifiers::ALT, Key::ArrowUp, ChronologyAction::MoveUp);
        self.on(Modifiers::ALT, Key::ArrowDown, ChronologyAction::MoveDown);
        for by in list_keys::moves(self.ui, Modifiers::SHIFT) {
            self.send(ChronologyAction::Extend(by));
        }
        for by in list_keys::moves(self.ui, Modifiers::NONE) {
            self.send(ChronologyAction::Move(by));
        }
    }

    fn usual(&mut self, open: &Open) -> Option<Tool> {
        let none = Modifiers::NONE;
        self.on(none, Key::Escape, ChronologyAction::Unselect);
        self.on(none, Key::T, ChronologyAction::SetTagging(true));
        if open.read_only.is_none() && self.times(none, Key::N) > 0 {
            self.actions.push(Action::Entry(EntryAction::Add));
        }
        self.on(none, Key::O, ChronologyAction::Sort(Sorting::default()));
        if let Some(beside) = open.chronology.beside_each_other(&open.review) {
            let show = SideBySideAction::Show(beside);
            self.on(none, Key::B, ChronologyAction::SideBySide(show));
        }
        if !open.chronology.lines.groups.is_empty() {
            self.on(none, Key::ArrowLeft, ChronologyAction::FoldCurrent(true));
            self.on(none, Key::ArrowRight, ChronologyAction::FoldCurrent(false));
        }
        for (weakness, key) in tag_keys(&open.review) {
            let digit = key.filter(char::is_ascii_digit);
            if let Some(key) = digit.and_then(key_of) {
                self.on(
                    none,
                    key,
                    ChronologyAction::TagOrUntag(weakness.key.clone()),
                );
            }
        }
        let mut tool = None;
        for (key, opened) in Tool::KEYS {
            if self.times(none, key) > 0 {
                tool = Some(opened);
            }
        }
        tool
    }

    /// While the tagging bar is open every letter is a tag.
    fn tagging(&mut self, open: &Open, tagging: &Tagging) {
        if tagging.typed.is_some() {
            return;
        }
        let none = Modifiers::NONE;
        self.on(none, Key::Escape, ChronologyAction::SetTagging(false));
        self.on(none, Key::T, ChronologyAction::SetTagging(false));
        self.on(
            none,
            Key::Slash,
            ChronologyAction::FindTag(Some(String::new())),
        );
        self.on(Modifiers::SHIFT, Key::Enter, ChronologyAction::Move(-1));
        let current = open.chronology.current;
        let coding = current.and_then(|entry| own_coding(open, entry));
        if coding.is_some_and(|(_, finished)| !finished) {
            if self.times(none, Key::Enter) > 0 {
                self.actions.push(AgreementAction::FinishAndGoOn.into());
            }
        } else {
            self.on(none, Key::Enter, ChronologyAction::Move(1));
        }
        for (weakness, key) in tag_keys(&open.review) {
            if let Some(key) = key.and_then(key_of) {
                self.on(
                    none,
                    key,
                    ChronologyAction::TagOrUntag(weakness.key.clone()),
                );
            }
        }
    }
}

/// The key that a tag’s letter or digit stands on.
pub fn key_of(letter: char) -> Option<Key> {
    Key::from_name(&letter.to_string())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::app::TAG_KEYS;

    #[test]
    fn every_tag_key_exists_and_none_ends_the_mode() {
        let keys: HashSet<Key> = TAG_KEYS.chars().filter_map(key_of).collect();
        assert_eq!(keys.len(), TAG_KEYS.len());
        for taken in [Key::T, Key::Escape, Key::Enter, Key::Slash] {
            assert!(!keys.contains(&taken), "{taken:?}");
        }
    }
}
