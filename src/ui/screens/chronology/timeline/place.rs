//! Where things stand on the screen.

use egui::{Pos2, Rangef, Rect, Ui, pos2};

use crate::chronology::Mark;
use crate::ui::tokens::{size, timeline};

pub struct Place {
    pub rect: Rect,
    /// Where time begins, right of the lanes' names.
    pub left: f32,
    /// Below the scale.
    pub top: f32,
    pub lane_height: f32,
    pub width: f32,
    /// The lanes on the screen.
    pub first: usize,
    pub shown: usize,
    pub lanes: usize,
}

impl Place {
    /// What the whole of it takes.
    pub fn height(ui: &Ui, lanes: usize) -> f32 {
        let (lane, shown) = fit(ui, lanes);
        timeline::SCALE + shown as f32 * lane + timeline::KEY_NAMES
    }

    /// `first` is put right where it leaves room empty below the last lane.
    pub fn of(ui: &Ui, rect: Rect, width: f32, lanes: usize, first: &mut usize) -> Self {
        let (lane_height, shown) = fit(ui, lanes);
        *first = (*first).min(lanes - shown);
        Self {
            rect,
            left: rect.left() + size::LANE_NAME,
            top: rect.top() + timeline::SCALE,
            lane_height,
            width,
            first: *first,
            shown,
            lanes,
        }
    }

    /// The first lane to show so that `wanted` is among those shown.
    pub fn first_for(ui: &Ui, lanes: usize, first: usize, wanted: Option<usize>) -> usize {
        let (_, shown) = fit(ui, lanes);
        match wanted {
            Some(lane) if lane < first => lane,
            Some(lane) if lane >= first + shown => lane + 1 - shown,
            _ => first,
        }
    }

    pub fn bottom(&self) -> f32 {
        self.top + self.shown as f32 * self.lane_height
    }

    pub fn visible(&self) -> std::ops::Range<usize> {
        self.first..self.first + self.shown
    }

    /// The middle of a lane; also of one above or below those shown.
    pub fn y(&self, lane: usize) -> f32 {
        self.top + (lane as f32 - self.first as f32 + 0.5) * self.lane_height
    }

    pub fn lane(&self, lane: usize) -> Rangef {
        Rangef::point(self.y(lane)).expand(self.lane_height / 2.0)
    }

    /// From the top of the first lane to the bottom of the last.
    pub fn lanes_y(&self) -> Rangef {
        Rangef::new(self.top, self.bottom())
    }

    /// The part in which time runs.
    pub fn area(&self) -> Rect {
        Rect::from_x_y_ranges(self.left..=self.rect.right(), self.rect.y_range())
    }

    pub fn lane_at(&self, pos: Pos2) -> Option<usize> {
        let below = ((pos.y - self.top) / self.lane_height).floor();
        (pos.y >= self.top && below < self.shown as f32).then(|| self.first + below as usize)
    }

    /// The middle of a mark.
    pub fn middle(&self, lane: usize, mark: &Mark) -> Pos2 {
        pos2(self.left + mark.middle(), self.row_y(lane, mark.row))
    }

    pub fn row_y(&self, lane: usize, row: u8) -> f32 {
        self.y(lane) + self.row_offset(row)
    }

    /// Points and the first bars stand on the lane's middle, further bars below and above it.
    fn row_offset(&self, row: u8) -> f32 {
        let step = (self.lane_height / 2.0 - timeline::BAR).min(timeline::ROW);
        match row {
            2 => step,
            3 => -step,
            _ => 0.0,
        }
    }

    /// What a mark covers.
    pub fn rect_of(&self, lane: usize, mark: &Mark, columns: Option<usize>) -> Rect {
        let middle = self.middle(lane, mark);
        if mark.row > 0 && columns.is_some() {
            // Below the columns, which are most of what there is.
            let foot = self.lane(lane).max - 1.0;
            return Rect::from_x_y_ranges(
                (self.left + mark.left)..=(self.left + mark.right.max(mark.left + timeline::BAR)),
                (foot - timeline::STRIP)..=foot,
            );
        }
        if mark.row > 0 {
            let right = mark.right.max(mark.left + timeline::BAR);
            return Rect::from_x_y_ranges(
                (self.left + mark.left)..=(self.left + right),
                Rangef::point(middle.y).expand(timeline::BAR / 2.0),
            );
        }
        if let Some(most) = columns {
            let foot = self.lane(lane).max - timeline::STRIP - 2.0;
            let room = self.lane_height - timeline::STRIP - 5.0;
            let share = (mark.entries.len() as f32 / most.max(1) as f32).sqrt();
            let height = (room * share).max(3.0);
            return Rect::from_x_y_ranges(
                (self.left + mark.left + 0.5)..=(self.left + mark.right - 0.5),
                (foot - height)..=foot,
            );
        }
        Rect::from_center_size(middle, egui::Vec2::splat(2.0 * radius(mark)))
    }
}

/// Of the circle for a point or a cluster.
pub fn radius(mark: &Mark) -> f32 {
    let own = match mark.entries.len() {
        1 => size::MARK,
        2..=4 => size::MARK + 1.25,
        _ => size::MARK + 2.0,
    };
    if mark.events.is_empty() {
        own
    } else {
        own.max(timeline::RING)
    }
}

/// Height of a lane, and how many are shown.
fn fit(ui: &Ui, lanes: usize) -> (f32, usize) {
    let room = ui.ctx().content_rect().height() * timeline::MOST_OF_ROOM;
    let lane = (room / lanes.max(1) as f32).clamp(timeline::LOWEST_LANE, timeline::HIGHEST_LANE);
    let shown = ((room / lane).floor() as usize).clamp(1, lanes.max(1));
    (lane, shown.min(lanes))
}
