//! The same men before and after: a line for each, and in words how many rose and fell.

use egui::{Align2, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::{cases, says};
use crate::app::{Action, CohortAction, Only, OpenProgramme, Scale};
use crate::ui::tokens::{outcomes, palette, space};
use crate::ui::widgets::{Words, words};

pub(super) fn show(ui: &mut Ui, open: &OpenProgramme, actions: &mut Vec<Action>) {
    for scale in &open.figures.scales {
        words(ui, Words::Strong, &scale.name);
        words(ui, Words::Secondary, sentence(scale));
        if scale.change.pairs == 0 {
            continue;
        }
        if !open.outcomes.tables {
            slopes(ui, scale);
        }
        ui.push_id(&scale.name, |ui| {
            if cases(ui, &format!("Show the {} men", scale.change.pairs)) {
                let only = Only {
                    words: format!("{}: before and after", scale.name),
                    men: scale.men.clone(),
                };
                actions.push(CohortAction::Only(Some(only)).into());
            }
        });
        ui.add_space(space::MEDIUM);
    }
}

fn sentence(scale: &Scale) -> String {
    let change = &scale.change;
    if change.pairs == 0 {
        return "No man is known at both times yet.".to_owned();
    }
    let (better, worse) = match scale.higher_is_better {
        true => (change.rose, change.fell),
        false => (change.fell, change.rose),
    };
    let mut text = format!(
        "Of {} men known at both times, {better} did better, {} the same, {worse} worse.",
        change.pairs, change.same
    );
    if let Some(difference) = &change.difference {
        text += &format!(
            " The middle of the differences is {:+.1}",
            difference.median
        );
        text += &match &difference.interval {
            Some(interval) => format!(
                " (95 % interval {:+.1} to {:+.1}).",
                interval.low, interval.high
            ),
            None => ".".to_owned(),
        };
    }
    let missing = change.before_missing + change.after_missing;
    if missing > 0 {
        text += &format!(" Of {missing} only one of the two is known.");
    }
    text
}

fn slopes(ui: &mut Ui, scale: &Scale) {
    let wide = vec2(
        ui.available_width().min(outcomes::SLOPES * 2.0),
        outcomes::SLOPES,
    );
    let (rect, response) = ui.allocate_exact_size(wide, Sense::hover());
    says(
        &response,
        &format!("{}, before and after: {}", scale.name, sentence(scale)),
    );
    let room = Rect::from_min_max(
        pos2(rect.left() + outcomes::SCALE, rect.top() + space::SMALL),
        pos2(
            rect.right() - outcomes::SCALE,
            rect.bottom() - outcomes::WEEKS,
        ),
    );
    let span = (scale.highest.saturating_sub(scale.lowest)).max(1) as f32;
    let y = |value: u32| {
        let along = value.saturating_sub(scale.lowest) as f32 / span;
        room.bottom() - room.height() * along
    };
    let colours = palette(ui);
    let (font, ink) = (Words::Small.font(), Words::Small.colour(ui));
    let axis = Stroke::new(1.0, colours.line);
    for (x, name, side) in [
        (room.left(), "before", Align2::RIGHT_CENTER),
        (room.right(), "at the end", Align2::LEFT_CENTER),
    ] {
        ui.painter().vline(x, room.y_range(), axis);
        let at = pos2(x, room.bottom() + space::TIGHT);
        ui.painter()
            .text(at, Align2::CENTER_TOP, name, font.clone(), ink);
        let away = if side == Align2::RIGHT_CENTER {
            -space::SMALL
        } else {
            space::SMALL
        };
        for value in [scale.lowest, scale.highest] {
            let at = pos2(x + away, y(value));
            ui.painter()
                .text(at, side, value.to_string(), font.clone(), ink);
        }
    }
    // Men of one way lie on each other: the more of them, the heavier the line.
    for (before, after) in &scale.pairs {
        let ends = [pos2(room.left(), y(*before)), pos2(room.right(), y(*after))];
        let rose = after > before;
        let worse = *after != *before && rose != scale.higher_is_better;
        let ink = if worse { colours.doubt } else { colours.mark };
        let stroke = Stroke::new(1.5, ink.gamma_multiply(0.55));
        if worse {
            ui.painter()
                .extend(egui::Shape::dashed_line(&ends, stroke, 4.0, 3.0));
        } else {
            ui.painter().line_segment(ends, stroke);
        }
        for end in ends {
            ui.painter().circle_filled(end, 2.5, ink);
        }
    }
}
