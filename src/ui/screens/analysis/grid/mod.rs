//! A table of figures: names and totals stand still, the rest scrolls sideways. Every figure is a button.

mod laid;
mod paint;

use std::sync::Arc;

use egui::{
    Id, Rangef, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2,
};

use crate::ui::tokens::{self, letter, palette, size, space};
use crate::ui::widgets::{Words, words};
use laid::{Laid, lay};
use paint::{head_at, paint};

/// A table of figures, top to bottom.
pub struct Grid<'a> {
    pub id: &'static str,
    /// Above the names.
    pub corner: &'a str,
    /// Columns beside the names, with their widths.
    pub fixed: Vec<(Head, f32)>,
    pub heads: Vec<Head>,
    /// Narrowest and widest.
    pub column: (f32, f32),
    pub lines: Vec<Line>,
    /// Days drawn across the columns: in columns from the left, and their names.
    pub days: &'a [(f32, String)],
    /// The title of the figure whose records are open.
    pub opened: Option<&'a str>,
}

#[derive(Default)]
pub struct Head {
    pub text: String,
    /// What it stands for, in full.
    pub full: String,
    /// May stand over its neighbours: the year above its first quarter.
    pub wide: bool,
}

#[derive(Default)]
pub struct Line {
    pub name: String,
    /// What the name means.
    pub about: String,
    pub strong: bool,
    /// A part of what the line above stands for: set in.
    pub part: bool,
    /// A hairline above it.
    pub parted: bool,
    pub fixed: Vec<Figure>,
    pub figures: Vec<Figure>,
}

#[derive(Default)]
pub struct Figure {
    /// What is shown.
    pub text: String,
    /// What it says, for screen readers and on hover: “Police, no routine enquiry: 3 records”. Empty: nothing opens.
    pub name: String,
    /// What else is said on hover.
    pub more: String,
    pub look: Look,
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Look {
    #[default]
    Plain,
    Quiet,
    Strong,
    /// A ground, deeper with the share.
    Wash(f32),
    /// A circle, larger and deeper with the share.
    Disc(f32),
    /// An open circle.
    Ring,
}

/// What was pressed: line, and column among the fixed ones or the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pressed {
    Fixed(usize, usize),
    Figure(usize, usize),
}

impl Grid<'_> {
    pub fn show(&self, ui: &mut Ui) -> Option<Pressed> {
        let laid = Laid::of(ui, self);
        let (rect, _) = ui.allocate_exact_size(vec2(laid.width, laid.height), Sense::hover());
        let mut pressed = self.names(ui, &laid, rect);
        let right = Rect::from_min_max(pos2(rect.left() + laid.still, rect.top()), rect.max);
        let mut reveal = None;
        let inside = UiBuilder::new().max_rect(right).id_salt(self.id);
        ui.scope_builder(inside, |ui| {
            egui::ScrollArea::horizontal()
                .id_salt(self.id)
                .auto_shrink(false)
                .show(ui, |ui| {
                    let wide = laid.column * self.heads.len() as f32;
                    let size = vec2(wide, laid.height);
                    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
                    reveal = self.columns(ui, &laid, rect, &mut pressed);
                });
        });
        // A scroll area takes what its contents want to show for itself, also upwards and downwards, where it cannot scroll.
        if let Some(reveal) = reveal {
            ui.scroll_to_rect(reveal, None);
        }
        if laid.column * self.heads.len() as f32 > right.width() + 1.0 {
            let said = "Not all columns fit: scroll sideways, or go on with Tab.";
            words(ui, Words::Small, said);
        }
        pressed
    }

    fn names(&self, ui: &mut Ui, laid: &Laid, rect: Rect) -> Option<Pressed> {
        let colours = palette(ui);
        let mut pressed = None;
        let corner = lay(
            ui,
            self.corner,
            tokens::sans_strong(letter::SMALL),
            laid.name,
            1,
        );
        let y = rect.top() + laid.head - corner.size().y - space::TIGHT;
        ui.painter()
            .galley(pos2(rect.left(), y), corner, colours.secondary);
        for (place, (head, width)) in self.fixed.iter().enumerate() {
            let x = rect.left() + laid.name + laid.before(self, place);
            let at = Rect::from_min_size(pos2(x, rect.top()), vec2(*width, laid.head));
            head_at(ui, head, at, (self.id, "fixed head", place));
        }
        for (row, line) in self.lines.iter().enumerate() {
            let y = rect.top() + laid.tops[row];
            let across =
                Rect::from_min_size(pos2(rect.left(), y), vec2(laid.name, laid.heights[row]));
            if line.parted {
                ui.painter().hline(
                    rect.x_range(),
                    y - space::TIGHT,
                    Stroke::new(1.0, colours.line),
                );
            }
            self.name_at(ui, laid, row, across);
            for (place, figure) in line.fixed.iter().enumerate() {
                let x = across.right() + laid.before(self, place);
                let width = self.fixed.get(place).map_or(0.0, |(_, width)| *width);
                let cell = Rect::from_min_size(pos2(x, y), vec2(width, across.height()));
                let id = ui.scope_id().with((self.id, "fixed", row, place));
                if self.figure_at(ui, figure, cell, id) {
                    pressed = Some(Pressed::Fixed(row, place));
                }
            }
        }
        pressed
    }

    fn name_at(&self, ui: &mut Ui, laid: &Laid, row: usize, rect: Rect) {
        let line = &self.lines[row];
        let galley = Arc::clone(&laid.names[row]);
        let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
        let ink = palette(ui).ink;
        ui.painter().galley(at, galley, ink);
        let id = ui.scope_id().with((self.id, "name", row));
        let response = ui.interact(rect, id, Sense::hover());
        response
            .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, line.name.as_str()));
        if !line.about.is_empty() {
            response.on_hover_text(&line.about);
        }
    }

    /// Returns the place that the keyboard or a screen reader went to.
    fn columns(
        &self,
        ui: &mut Ui,
        laid: &Laid,
        rect: Rect,
        pressed: &mut Option<Pressed>,
    ) -> Option<Rect> {
        let mut reveal = None;
        let seen = ui.clip_rect().expand(laid.column);
        let column = |place: usize| {
            let left = rect.left() + laid.column * place as f32;
            Rangef::new(left, left + laid.column)
        };
        for (place, head) in self.heads.iter().enumerate() {
            let top = Rangef::new(rect.top(), rect.top() + laid.head);
            let at = Rect::from_x_y_ranges(column(place), top);
            if seen.intersects(at) {
                head_at(ui, head, at, (self.id, "head", place));
            }
        }
        self.hairlines(ui, laid, rect);
        self.days(ui, laid, rect);
        for (row, line) in self.lines.iter().enumerate() {
            let y = rect.top() + laid.tops[row];
            let across = Rangef::new(y, y + laid.heights[row]);
            for (place, figure) in line.figures.iter().enumerate() {
                let cell = Rect::from_x_y_ranges(column(place), across);
                let id = ui.scope_id().with((self.id, row, place));
                // Asked before it is drawn: drawing answers a screen reader's wish.
                let wanted = is_asked_for(ui, id);
                if self.figure_at(ui, figure, cell, id) {
                    *pressed = Some(Pressed::Figure(row, place));
                }
                if wanted || has_gained_focus(ui, id) {
                    reveal = Some(cell);
                }
            }
        }
        reveal
    }

    fn hairlines(&self, ui: &Ui, laid: &Laid, rect: Rect) {
        for (row, line) in self.lines.iter().enumerate().skip(1) {
            if line.parted {
                let y = rect.top() + laid.tops[row] - space::TIGHT;
                let stroke = Stroke::new(1.0, palette(ui).line);
                ui.painter().hline(rect.x_range(), y, stroke);
            }
        }
    }

    /// Returns whether it was pressed.
    fn figure_at(&self, ui: &mut Ui, figure: &Figure, rect: Rect, id: Id) -> bool {
        if figure.name.is_empty() {
            paint(ui, figure, rect);
            return false;
        }
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::Button, true, figure.name.as_str())
        });
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        paint(ui, figure, rect);
        self.around(ui, figure, &response, rect);
        let said = match figure.more.is_empty() {
            true => figure.name.clone(),
            false => format!("{}\n{}", figure.name, figure.more),
        };
        response
            .on_hover_cursor(egui::CursorIcon::PointingHand)
            .on_hover_text(said)
            .clicked()
    }

    fn around(&self, ui: &Ui, figure: &Figure, response: &Response, rect: Rect) {
        let colours = palette(ui);
        let title = figure.name.rsplit_once(": ").map(|(title, _)| title);
        let is_open = self.opened.is_some() && self.opened == title;
        let line = match (is_open || response.has_focus(), response.hovered()) {
            (true, _) => Stroke::new(1.5, colours.accent),
            (false, true) => Stroke::new(1.0, colours.line),
            (false, false) => return,
        };
        ui.painter()
            .rect_stroke(rect.shrink(1.0), size::ROUND_CHIP, line, StrokeKind::Inside);
    }

    fn days(&self, ui: &Ui, laid: &Laid, rect: Rect) {
        let colours = palette(ui);
        let bottom = rect.top() + laid.head + laid.body;
        let mut taken: Vec<Rangef> = Vec::new();
        for (at, name) in self.days {
            let x = rect.left() + laid.column * at;
            ui.painter().extend(Shape::dashed_line(
                &[
                    pos2(x, rect.top() + laid.head),
                    pos2(x, bottom + space::TIGHT),
                ],
                Stroke::new(1.0, colours.ink),
                2.0,
                3.0,
            ));
            let galley = lay(ui, name, tokens::sans(letter::SMALL), laid.width, 1);
            let wide = galley.size().x;
            let left = (x - wide / 2.0).clamp(rect.left(), (rect.right() - wide).max(rect.left()));
            let room = Rangef::new(left - space::TIGHT, left + wide + space::TIGHT);
            if taken.iter().all(|other| !other.intersects(room)) {
                ui.painter()
                    .galley(pos2(left, bottom + space::TIGHT), galley, colours.ink);
                taken.push(room);
            }
        }
    }
}

/// Whether a screen reader wants to have it in view.
fn is_asked_for(ui: &Ui, id: Id) -> bool {
    let asked = egui::accesskit::Action::ScrollIntoView;
    ui.input(|input| input.has_accesskit_action_request(id, asked))
}

/// Whether the keyboard has just come to it.
fn has_gained_focus(ui: &Ui, id: Id) -> bool {
    let response = ui.ctx().read_response(id);
    response.is_some_and(|response| response.gained_focus())
}

/// “3 records”
pub fn records(count: usize) -> String {
    match count {
        1 => "1 record".to_owned(),
        _ => format!("{count} records"),
    }
}
