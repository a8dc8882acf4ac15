//! Text in its few styles.

use egui::{Color32, FontId, Label, Response, RichText, Ui};

use crate::ui::tokens::{self, letter, palette};

/// A style of text: who speaks, and how loud.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Words {
    /// What the program says.
    Plain,
    Strong,
    /// Beside what matters more.
    Secondary,
    Small,
    SmallStrong,
    /// What people wrote.
    Matter,
    MatterStrong,
    Doubt,
    Harm,
    Done,
}

impl Words {
    pub fn font(self) -> FontId {
        match self {
            Self::Plain | Self::Secondary => tokens::sans(letter::BODY),
            Self::Strong => tokens::sans_strong(letter::BODY),
            Self::Small | Self::Doubt | Self::Harm | Self::Done => tokens::sans(letter::SMALL),
            Self::SmallStrong => tokens::sans_strong(letter::SMALL),
            Self::Matter => tokens::serif(letter::MATTER),
            Self::MatterStrong => tokens::serif_strong(letter::MATTER),
        }
    }

    pub fn colour(self, ui: &Ui) -> Color32 {
        let palette = palette(ui);
        match self {
            Self::Plain | Self::Strong | Self::Matter | Self::MatterStrong => palette.ink,
            Self::Secondary | Self::SmallStrong => palette.secondary,
            Self::Small => palette.faint,
            Self::Doubt => palette.doubt,
            Self::Harm => palette.harm,
            Self::Done => palette.done,
        }
    }

    pub fn rich(self, ui: &Ui, text: impl Into<String>) -> RichText {
        RichText::new(text).font(self.font()).color(self.colour(ui))
    }
}

/// Text that wraps.
pub fn words(ui: &mut Ui, style: Words, text: impl Into<String>) -> Response {
    let text = style.rich(ui, text);
    ui.add(Label::new(text).wrap().selectable(false))
}

/// Text on one line, cut with “…” where it is too long; the whole stands in its tooltip.
pub fn label(ui: &mut Ui, style: Words, text: impl Into<String>) -> Response {
    let text = style.rich(ui, text);
    ui.add(Label::new(text).truncate().selectable(false))
}

/// The heading of a part of a screen.
pub fn heading(ui: &mut Ui, text: impl Into<String>) -> Response {
    headed(ui, text.into(), 2, letter::HEADING)
}

/// The heading of a screen.
pub fn title(ui: &mut Ui, text: impl Into<String>) -> Response {
    headed(ui, text.into(), 1, letter::TITLE)
}

/// A heading for eyes and for screen readers; `level` 1 is cut where it is too long, others wrap.
fn headed(ui: &mut Ui, text: String, level: usize, points: f32) -> Response {
    let shown = RichText::new(&text)
        .font(tokens::serif_strong(points))
        .color(palette(ui).ink);
    let label = Label::new(shown).selectable(false);
    let response = ui.add(if level == 1 {
        label.truncate()
    } else {
        label.wrap()
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Heading);
        node.set_level(level);
        node.set_label(text);
    });
    response
}
