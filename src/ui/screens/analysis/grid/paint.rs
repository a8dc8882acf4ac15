//! A figure and a heading on the screen.

use egui::{Align2, Color32, Painter, Pos2, Rect, Sense, Stroke, Ui, pos2};

use super::laid::{head_galley, lay};
use super::{Figure, Head, Look};
use crate::ui::tokens::{self, Depth, figures, letter, palette, size, space};

/// A heading at the foot of its place; what it stands for in full is its name.
pub(super) fn head_at(ui: &mut Ui, head: &Head, rect: Rect, id: (&str, &str, usize)) {
    let galley = head_galley(ui, head, rect.width());
    // Its lines stand around the middle.
    let at = pos2(
        rect.center().x,
        rect.bottom() - space::TIGHT - galley.size().y,
    );
    ui.painter().galley(at, galley, palette(ui).secondary);
    let response = ui.interact(rect, ui.scope_id().with(id), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, head.full.as_str()));
    response.on_hover_text(&head.full);
}

pub(super) fn paint(ui: &Ui, figure: &Figure, rect: Rect) {
    let painter = ui.painter();
    if !ui.clip_rect().intersects(rect) {
        return;
    }
    let colours = palette(ui);
    let middle = rect.center();
    let (font, ink) = match figure.look {
        Look::Strong => (tokens::sans_strong(letter::BODY), colours.ink),
        Look::Quiet => (tokens::sans(letter::SMALL), colours.faint),
        Look::Disc(_) | Look::Ring => (tokens::sans(letter::SMALL), colours.ink),
        Look::Plain | Look::Wash(_) => (tokens::sans(letter::BODY), colours.ink),
    };
    match figure.look {
        Look::Wash(share) => {
            let ground = colours.depth(Depth::Plain, share);
            painter.rect_filled(rect.shrink(1.0), size::ROUND_CHIP, ground);
        }
        Look::Disc(share) => {
            let ground = colours.depth(Depth::Harm, share);
            painter.circle_filled(middle, radius(share), ground);
            painter.circle_stroke(middle, radius(share), Stroke::new(1.0, colours.harm));
        }
        Look::Ring => ring(painter, middle, colours.secondary),
        Look::Plain | Look::Quiet | Look::Strong => {}
    }
    let galley = lay(ui, &figure.text, font, rect.width() - space::TIGHT, 1);
    let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect);
    painter.galley(at.min, galley, ink);
}

fn ring(painter: &Painter, middle: Pos2, colour: Color32) {
    painter.circle_stroke(middle, figures::DISC.0, Stroke::new(1.0, colour));
}

/// The area grows with the share.
fn radius(share: f32) -> f32 {
    let (least, most) = figures::DISC;
    least + (most - least) * share.clamp(0.0, 1.0).sqrt()
}
