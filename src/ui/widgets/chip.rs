//! Small labels with a ground: tags, counts, states. The word carries the meaning, the colour only helps.

use egui::{Button, Color32, Response, RichText, Stroke, Ui, vec2};

use super::button::with_padding;
use crate::ui::tokens::{self, letter, palette, size, space};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Plain,
    Accent,
    Doubt,
}

impl Tone {
    fn colours(self, ui: &Ui) -> (Color32, Color32) {
        let palette = palette(ui);
        match self {
            Self::Plain => (palette.raised, palette.secondary),
            Self::Accent => (palette.accent_wash, palette.accent),
            Self::Doubt => (palette.doubt_wash, palette.doubt),
        }
    }
}

/// A label with a ground. It can be clicked; a caller that does nothing with that loses nothing.
pub fn chip(ui: &mut Ui, tone: Tone, text: &str) -> Response {
    let (ground, ink) = tone.colours(ui);
    add(ui, ground, ink, fitting(text.to_owned()), text)
}

/// A chip with a cross: the click takes it away. `what` is its accessible name: “Remove tag No enquiry”.
pub fn removable_chip(ui: &mut Ui, tone: Tone, text: &str, what: &str) -> Response {
    let (ground, ink) = tone.colours(ui);
    add(
        ui,
        ground,
        ink,
        format!("{}  ×", fitting(text.to_owned())),
        what,
    )
}

/// A chip stays in its line of chips, so a very long name is cut; the accessible name stays whole.
fn fitting(text: String) -> String {
    const LONGEST: usize = 44;
    if text.chars().count() <= LONGEST {
        return text;
    }
    let kept: String = text.chars().take(LONGEST - 1).collect();
    format!("{}…", kept.trim_end())
}

fn add(ui: &mut Ui, ground: Color32, ink: Color32, shown: String, name: &str) -> Response {
    let text = RichText::new(shown)
        .font(tokens::sans(letter::SMALL))
        .color(ink);
    let button = Button::new(text)
        .fill(ground)
        .stroke(Stroke::NONE)
        .corner_radius(size::ROUND_CHIP)
        .min_size(vec2(0.0, size::CHIP))
        .wrap_mode(egui::TextWrapMode::Extend);
    let response = with_padding(ui, vec2(space::TIGHT + space::HAIR, 0.0), |ui| {
        ui.add(button)
    });
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    response
}
