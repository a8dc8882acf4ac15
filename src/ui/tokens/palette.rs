//! The colours of the themes.

use egui::Color32;

use crate::app::Theme;

/// The colours of one theme.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Palette {
    pub paper: Color32,
    pub panel: Color32,
    /// Behind what is in hand: fields, cards, the selected room.
    pub sheet: Color32,
    pub line: Color32,
    pub faint_line: Color32,
    /// Behind small labels, and behind what the pointer is over: text stands on it.
    pub raised: Color32,
    pub ink: Color32,
    pub secondary: Color32,
    /// For what may be overlooked.
    pub faint: Color32,
    pub accent: Color32,
    pub on_accent: Color32,
    pub accent_wash: Color32,
    pub doubt: Color32,
    pub doubt_wash: Color32,
    pub harm: Color32,
    pub harm_wash: Color32,
    pub done: Color32,
    pub mark: Color32,
}

pub(super) const LIGHT: Palette = Palette {
    paper: Color32::from_rgb(0xFB, 0xFA, 0xF7),
    panel: Color32::from_rgb(0xF3, 0xF1, 0xEC),
    sheet: Color32::WHITE,
    line: Color32::from_rgb(0xDF, 0xDB, 0xD2),
    faint_line: Color32::from_rgb(0xEC, 0xE9, 0xE2),
    raised: Color32::from_rgb(0xEC, 0xE9, 0xE2),
    ink: Color32::from_rgb(0x24, 0x27, 0x2B),
    secondary: Color32::from_rgb(0x5A, 0x5E, 0x5B),
    faint: Color32::from_rgb(0x6C, 0x6E, 0x70),
    accent: Color32::from_rgb(0x22, 0x59, 0x5C),
    on_accent: Color32::WHITE,
    accent_wash: Color32::from_rgb(0xE3, 0xED, 0xEC),
    doubt: Color32::from_rgb(0x8E, 0x52, 0x0F),
    doubt_wash: Color32::from_rgb(0xF8, 0xEE, 0xDC),
    harm: Color32::from_rgb(0x9B, 0x2D, 0x30),
    harm_wash: Color32::from_rgb(0xF7, 0xE6, 0xE4),
    done: Color32::from_rgb(0x3E, 0x6B, 0x3A),
    mark: Color32::from_rgb(0x3C, 0x71, 0x73),
};

const DARK: Palette = Palette {
    paper: Color32::from_rgb(0x1C, 0x1E, 0x20),
    panel: Color32::from_rgb(0x17, 0x19, 0x1A),
    sheet: Color32::from_rgb(0x26, 0x29, 0x2B),
    line: Color32::from_rgb(0x3A, 0x3D, 0x3F),
    faint_line: Color32::from_rgb(0x2C, 0x2F, 0x31),
    raised: Color32::from_rgb(0x2C, 0x2F, 0x31),
    ink: Color32::from_rgb(0xE9, 0xE6, 0xDF),
    secondary: Color32::from_rgb(0xB4, 0xB4, 0xAE),
    faint: Color32::from_rgb(0x9A, 0x9B, 0x97),
    accent: Color32::from_rgb(0x8C, 0xC5, 0xC4),
    on_accent: Color32::from_rgb(0x10, 0x22, 0x23),
    accent_wash: Color32::from_rgb(0x22, 0x37, 0x38),
    doubt: Color32::from_rgb(0xE3, 0xB3, 0x6D),
    doubt_wash: Color32::from_rgb(0x3A, 0x2F, 0x1E),
    harm: Color32::from_rgb(0xF0, 0x9A, 0x94),
    harm_wash: Color32::from_rgb(0x40, 0x26, 0x27),
    done: Color32::from_rgb(0x9C, 0xCB, 0x92),
    mark: Color32::from_rgb(0x79, 0xB0, 0xAF),
};

const CONTRAST: Palette = Palette {
    paper: Color32::WHITE,
    panel: Color32::WHITE,
    sheet: Color32::WHITE,
    line: Color32::from_rgb(0x30, 0x30, 0x30),
    faint_line: Color32::from_rgb(0x76, 0x76, 0x76),
    raised: Color32::from_rgb(0xE6, 0xE6, 0xE6),
    ink: Color32::BLACK,
    secondary: Color32::from_rgb(0x1E, 0x1E, 0x1E),
    faint: Color32::from_rgb(0x3A, 0x3A, 0x3A),
    accent: Color32::from_rgb(0x00, 0x3E, 0x42),
    on_accent: Color32::WHITE,
    accent_wash: Color32::from_rgb(0xE0, 0xF2, 0xF2),
    doubt: Color32::from_rgb(0x5E, 0x32, 0x00),
    doubt_wash: Color32::from_rgb(0xFF, 0xF3, 0xDC),
    harm: Color32::from_rgb(0x7A, 0x00, 0x0A),
    harm_wash: Color32::from_rgb(0xFF, 0xEA, 0xE8),
    done: Color32::from_rgb(0x14, 0x46, 0x10),
    mark: Color32::from_rgb(0x00, 0x3E, 0x42),
};

impl Palette {
    pub fn of_theme(theme: Theme) -> &'static Self {
        match theme {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
            Theme::HighContrast => &CONTRAST,
        }
    }
}

/// A ground behind a figure: the deeper, the more. Ink can be read on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    Plain,
    Harm,
}

impl Palette {
    /// `share`: from 0 (hardly there) to 1.
    pub fn depth(&self, depth: Depth, share: f32) -> Color32 {
        let (from, to) = match depth {
            Depth::Plain => (self.accent_wash, self.mark),
            Depth::Harm => (self.harm_wash, self.harm),
        };
        from.lerp_to_gamma(to, 0.3 * share.clamp(0.0, 1.0))
    }
}
