//! A wording with the words marked that another wording does not have.

use egui::text::{LayoutJob, TextFormat};
use egui::{Label, Response, Stroke, Ui};

use super::Words;
use crate::app::Piece;
use crate::ui::tokens::palette;

/// Which of several wordings it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What differs is struck through.
    Before,
    /// What differs is underlined.
    After,
    /// What stands against another wording is underlined.
    Against,
}

/// Text that wraps, with what differs marked by a line as well as by colour.
pub fn marked(ui: &mut Ui, side: Side, pieces: &[Piece]) -> Response {
    let palette = palette(ui);
    let mut job = LayoutJob::default();
    for piece in pieces {
        let mut format = TextFormat {
            font_id: Words::Matter.font(),
            color: palette.ink,
            ..TextFormat::default()
        };
        if piece.differs && side == Side::Before {
            format.color = palette.harm;
            format.background = palette.harm_wash;
            format.strikethrough = Stroke::new(1.0, palette.harm);
        } else if piece.differs && side == Side::Against {
            format.color = palette.harm;
            format.background = palette.harm_wash;
            format.underline = Stroke::new(1.0, palette.harm);
        } else if piece.differs {
            format.color = palette.accent;
            format.background = palette.accent_wash;
            format.underline = Stroke::new(1.0, palette.accent);
        }
        job.append(&piece.text, 0.0, format);
    }
    ui.add(Label::new(job).wrap().selectable(false))
}
