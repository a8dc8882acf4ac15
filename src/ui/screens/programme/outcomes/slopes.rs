//! The same men before and after: a line for each two values, and who stands behind it.

use egui::{Align2, CursorIcon, Pos2, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::spot::in_hand;
use super::{Shown, men, says};
use crate::evaluation::{Figure, Line};
use crate::ui::tokens::{outcomes, palette, space};
use crate::ui::widgets::{Words, words};

pub(super) fn show(ui: &mut Ui, shown: &mut Shown<'_>, figure: &Figure) {
    let Figure::Change {
        key,
        title,
        alt,
        lowest,
        highest,
        lines,
    } = figure
    else {
        return;
    };
    let wide = vec2(
        ui.available_width().min(outcomes::SLOPES * 2.5),
        outcomes::SLOPES,
    );
    let (rect, response) = ui.allocate_exact_size(wide, Sense::click());
    // The keyboard goes to the lines, the pointer to the nearest of them.
    says(&response, alt);
    let room = Rect::from_min_max(
        pos2(rect.left() + outcomes::SCALE, rect.top() + space::SMALL),
        pos2(
            rect.right() - outcomes::SCALE,
            rect.bottom() - outcomes::WEEKS,
        ),
    );
    axes(ui, room, (*lowest, *highest));
    let span = (f64::from(*highest) - f64::from(*lowest)).max(1.0);
    let y = |value: i32| {
        let along = (f64::from(value) - f64::from(*lowest)) / span;
        room.bottom() - room.height() * along as f32
    };
    let ends = |line: &Line| {
        [
            pos2(room.left(), y(line.before)),
            pos2(room.right(), y(line.after)),
        ]
    };
    let pointer = ui.input(|input| input.pointer.hover_pos());
    let pointer = pointer.filter(|_| ui.rect_contains_pointer(rect));
    let pointed = pointer.and_then(|at| nearest(lines, ends, at));
    let mut opened = None;
    for (at, line) in lines.iter().enumerate() {
        let spoken = format!(
            "From {} to {}: {}",
            line.before,
            line.after,
            men(line.people as usize)
        );
        let [from, to] = ends(line);
        let place = Rect::from_center_size(to, vec2(space::TIGHT, space::TIGHT));
        let by_key = ui.interact(place, ui.scope_id().with((key, at)), Sense::click());
        by_key.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &spoken));
        let strong = pointed == Some(at) || in_hand(&by_key);
        draw(ui, [from, to], line, strong);
        if by_key.gained_focus() {
            by_key.scroll_to_me(None);
        }
        if by_key.clicked() {
            let by_pointer = pointed.filter(|_| by_key.hovered());
            opened = lines.get(by_pointer.unwrap_or(at));
        }
        if strong {
            let text = format!(
                "{} → {}: {}",
                line.before,
                line.after,
                men(line.people as usize)
            );
            let beside = pos2(room.center().x, rect.top());
            let ink = Words::Strong.colour(ui);
            ui.painter().text(
                beside,
                Align2::CENTER_TOP,
                text,
                Words::SmallStrong.font(),
                ink,
            );
        }
    }
    if response.clicked() {
        opened = pointed.and_then(|at| lines.get(at));
    }
    if pointed.is_some() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    if let Some(line) = opened {
        let words = format!("{title}: from {} to {}", line.before, line.after);
        let only = shown.counted.only(words, &[line.name(key)]);
        shown.open_cases(only);
    }
    words(
        ui,
        Words::Small,
        "A line for each two values, thicker where more men have them; dashed lines fall. Press a line to see its men.",
    );
}

fn axes(ui: &Ui, room: Rect, (lowest, highest): (u32, u32)) {
    let colours = palette(ui);
    let (font, ink) = (Words::Small.font(), Words::Small.colour(ui));
    let axis = Stroke::new(1.0, colours.line);
    for (x, name, side, away) in [
        (room.left(), "before", Align2::RIGHT_CENTER, -space::SMALL),
        (
            room.right(),
            "at the end",
            Align2::LEFT_CENTER,
            space::SMALL,
        ),
    ] {
        ui.painter().vline(x, room.y_range(), axis);
        let at = pos2(x, room.bottom() + space::TIGHT);
        ui.painter()
            .text(at, Align2::CENTER_TOP, name, font.clone(), ink);
        for (value, y) in [(lowest, room.bottom()), (highest, room.top())] {
            let at = pos2(x + away, y);
            ui.painter()
                .text(at, side, value.to_string(), font.clone(), ink);
        }
    }
}

fn draw(ui: &Ui, ends: [Pos2; 2], line: &Line, strong: bool) {
    let colours = palette(ui);
    let falls = line.after < line.before;
    let ink = if falls { colours.doubt } else { colours.mark };
    let width = 1.0 + (line.people as f32).sqrt() * 0.7 + if strong { 1.5 } else { 0.0 };
    let stroke = Stroke::new(width, ink.gamma_multiply(if strong { 1.0 } else { 0.6 }));
    if falls {
        ui.painter()
            .extend(egui::Shape::dashed_line(&ends, stroke, 5.0, 3.0));
    } else {
        ui.painter().line_segment(ends, stroke);
    }
    for end in ends {
        ui.painter().circle_filled(end, width.max(2.5), ink);
    }
}

/// The line that the pointer is at, if any is near.
fn nearest(lines: &[Line], ends: impl Fn(&Line) -> [Pos2; 2], at: Pos2) -> Option<usize> {
    const NEAR: f32 = 8.0;
    let away = |line: &Line| {
        let [from, to] = ends(line);
        let along = ((at.x - from.x) / (to.x - from.x).max(1.0)).clamp(0.0, 1.0);
        (at - (from + (to - from) * along)).length()
    };
    let all = lines
        .iter()
        .enumerate()
        .map(|(place, line)| (place, away(line)));
    let near = all.min_by(|(_, one), (_, other)| one.total_cmp(other));
    near.filter(|(_, away)| *away < NEAR)
        .map(|(place, _)| place)
}
