//! Lines between the marks of one event in several lanes.

use std::collections::BTreeMap;

use egui::{Painter, Pos2, Stroke, Ui, vec2};

use super::Scene;
use crate::chronology::Lanes;
use crate::ui::tokens::palette;

pub fn paint(ui: &Ui, scene: &Scene<'_>) {
    let place = scene.place;
    let colours = palette(ui);
    let painter = ui
        .painter_at(place.rect)
        .with_clip_rect(egui::Rect::from_x_y_ranges(
            place.area().expand2(vec2(3.0, 0.0)).x_range(),
            place.lanes_y(),
        ));
    for join in &scene.laid.joins {
        let colour = if join.contradicted {
            colours.harm
        } else {
            colours.mark
        };
        let stroke = Stroke::new(1.25, colour.gamma_multiply(0.8));
        line(
            &painter,
            &points(scene, &join.ends),
            stroke,
            join.contradicted,
        );
    }
    for (ends, contradicted) in in_hand(scene.laid, &scene.events_in_hand()) {
        let colour = if contradicted {
            colours.harm
        } else {
            colours.accent
        };
        let stroke = Stroke::new(2.5, colour);
        line(&painter, &points(scene, &ends), stroke, contradicted);
    }
}

/// Where a join leads through: the first mark of each lane, since a line back along a lane would hide its marks.
fn points(scene: &Scene<'_>, ends: &[(usize, usize)]) -> Vec<Pos2> {
    let mut of_lane: BTreeMap<usize, Pos2> = BTreeMap::new();
    for (lane, number) in ends {
        if let Some(mark) = scene.laid.mark(*lane, *number) {
            of_lane
                .entry(*lane)
                .or_insert_with(|| scene.place.middle(*lane, mark));
        }
    }
    of_lane.into_values().collect()
}

/// Of each event: its marks, and whether its records contradict each other.
fn in_hand(laid: &Lanes, events: &[u32]) -> Vec<(Vec<(usize, usize)>, bool)> {
    const MOST: usize = 40;
    let mut joins: Vec<(Vec<(usize, usize)>, bool)> = events
        .iter()
        .take(MOST)
        .map(|event| {
            let ends = laid.ends_of(*event);
            let contradicted = ends.iter().any(|(lane, mark)| {
                laid.mark(*lane, *mark)
                    .is_some_and(|mark| mark.contradicted)
            });
            (ends, contradicted)
        })
        .filter(|(ends, _)| ends.len() > 1)
        .collect();
    joins.dedup();
    joins
}

/// Dashed where the records contradict each other.
fn line(painter: &Painter, points: &[Pos2], stroke: Stroke, contradicted: bool) {
    if points.len() < 2 {
        return;
    }
    if contradicted {
        painter.extend(egui::Shape::dashed_line(points, stroke, 4.0, 2.5));
    } else {
        painter.line(points.to_vec(), stroke);
    }
}
