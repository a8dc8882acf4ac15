//! Buttons and keys for what a chair needs in a report.

use egui::{Key, KeyboardShortcut, Modifiers, Ui};

use crate::app::{Action, DraftAction, SeekAction};
use crate::drafting::Shape;
use crate::ui::widgets::small;

/// The letter that is pressed with Ctrl, or with Ctrl and Shift.
fn keys_of(shape: Shape) -> (Key, bool) {
    match shape {
        Shape::Heading => (Key::H, true),
        Shape::SmallerHeading => (Key::J, true),
        Shape::Bullets => (Key::U, true),
        Shape::Numbers => (Key::O, true),
        Shape::Quotation => (Key::Q, true),
        Shape::Table => (Key::T, true),
        Shape::Footnote => (Key::N, true),
        Shape::Stressed => (Key::I, false),
        Shape::Strong => (Key::B, false),
    }
}

const FIND: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::F);

fn shortcut(shape: Shape) -> KeyboardShortcut {
    let (key, shift) = keys_of(shape);
    let modifiers = if shift {
        Modifiers::COMMAND | Modifiers::SHIFT
    } else {
        Modifiers::COMMAND
    };
    KeyboardShortcut::new(modifiers, key)
}

pub fn show(ui: &mut Ui, actions: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        for shape in Shape::ALL {
            let (key, shift) = keys_of(shape);
            let keys = format!("Ctrl {}{}", if shift { "Shift " } else { "" }, key.name());
            if small(ui, true, shape.words()).on_hover_text(keys).clicked() {
                actions.push(Action::Draft(DraftAction::Shape(shape)));
            }
        }
        let about = "Or type @ and a few words: an entry, a person, a date, a finding, a recommendation, a paragraph";
        if small(ui, true, "Cite").on_hover_text(about).clicked() {
            actions.push(Action::Draft(DraftAction::Ask));
        }
        if small(ui, true, "Find and replace").on_hover_text("Ctrl F").clicked() {
            actions.push(Action::Draft(DraftAction::Seek(SeekAction::Open)));
        }
    });
    if ui.input_mut(|input| input.consume_shortcut(&FIND)) {
        actions.push(Action::Draft(DraftAction::Seek(SeekAction::Open)));
    }
}

/// Takes the keys of the shapes before the field of text sees them.
pub fn keys(ui: &Ui, actions: &mut Vec<Action>) {
    // Those with Shift first: they are the more particular ones.
    let mut shapes = Shape::ALL;
    shapes.sort_by_key(|shape| !keys_of(*shape).1);
    for shape in shapes {
        if ui.input_mut(|input| input.consume_shortcut(&shortcut(shape))) {
            actions.push(Action::Draft(DraftAction::Shape(shape)));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_shapes_share_a_key() {
        let keys: HashSet<(Key, bool)> = Shape::ALL.map(keys_of).into();
        assert_eq!(keys.len(), Shape::ALL.len());
    }
}
