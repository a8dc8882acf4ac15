//! The line above the lanes: whose lanes, how close, a stretch to pick, and what the marks mean.

use egui::{Align, Layout, Rect, Response, Role, Ui, WidgetInfo, pos2, vec2};

use super::keys::CLOSER;
use super::legend;
use super::place::Place;
use crate::app::{Action, ChronologyAction, LaneChoice, Open, Picking, TimelineAction};
use crate::chronology::{Lanes, TimeRange, moment_of};
use crate::dates;
use crate::model::Moment;
use crate::ui::tokens::{letter, palette, size, space, timeline};
use crate::ui::widgets::{Words, choice, small};

pub fn show(
    ui: &mut Ui,
    open: &Open,
    laid: &Lanes,
    range: TimeRange,
    width: f32,
    actions: &mut Vec<Action>,
) {
    let narrow = ui.available_width() < size::NARROW_LINE;
    let line = Layout::left_to_right(Align::Center).with_main_wrap(narrow);
    let height = vec2(ui.available_width(), size::SMALL_CONTROL);
    ui.allocate_ui_with_layout(height, line, |ui| {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        let look = &open.chronology.look;
        let left = ui.cursor().left();
        let choices = LaneChoice::ALL.map(|lanes| (lanes, lanes.words().to_owned()));
        if let Some(lanes) = choice(ui, "Lanes", &look.lanes, choices) {
            tell(actions, TimelineAction::Lanes(lanes));
        }
        if !narrow {
            let gap = left + size::LANE_NAME - ui.cursor().left();
            ui.add_space(gap.max(space::SMALL));
        }
        zoom(ui, open, range, actions);
        ui.add_space(space::SMALL);
        pick(ui, open, actions);
        if narrow {
            legend::menu(ui, open, laid, actions);
            return;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            legend::menu(ui, open, laid, actions);
            ui.add_space(space::SMALL);
            let text = range_words(range, width);
            let font = Words::Small.font();
            let galley = ui
                .painter()
                .layout_no_wrap(text.clone(), font, palette(ui).faint);
            if galley.size().x <= ui.available_width() {
                ui.add(egui::Label::new(Words::Small.rich(ui, text)).selectable(false));
            }
        });
    });
}

fn tell(actions: &mut Vec<Action>, action: TimelineAction) {
    actions.push(Action::Chronology(ChronologyAction::Timeline(action)));
}

fn zoom(ui: &mut Ui, open: &Open, range: TimeRange, actions: &mut Vec<Action>) {
    let mut set = |range| actions.push(Action::Chronology(ChronologyAction::SetRange(range)));
    let middle = f64::midpoint(range.from(), range.until());
    if named(small(ui, true, "−"), "Look from further away", "Key −").clicked() {
        set(Some(range.zoomed(middle, 1.0 / CLOSER)));
    }
    if named(small(ui, true, "+"), "Look closer", "Key +").clicked() {
        set(Some(range.zoomed(middle, CLOSER)));
    }
    let zoomed = open.chronology.range.is_some();
    let all = small(ui, zoomed, "All");
    all.widget_info(|| WidgetInfo::labeled(Role::Button, zoomed, "Show all of time"));
    if all.on_hover_text("Show all of time (key 0)").clicked() {
        set(None);
    }
}

fn named(response: Response, name: &str, key: &str) -> Response {
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    response.on_hover_text(format!("{name} ({})", key.to_lowercase()))
}

fn pick(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let picking = open.chronology.look.picking.is_some();
    let name = "Pick a stretch";
    let text = if picking { "Stop picking" } else { name };
    let response = small(ui, true, text);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, picking, name));
    let response = response.on_hover_text(
        "Drag over the lanes to show only what lies in that time. Without this button: Shift and drag. By keyboard: P, \
         arrows, Enter.",
    );
    if response.clicked() {
        let next = (!picking).then(Picking::default);
        tell(actions, TimelineAction::Pick(next));
        ui.memory_mut(|memory| memory.request_focus(super::id()));
    }
}

/// What is on the screen, as finely as its scale.
fn range_words(range: TimeRange, width: f32) -> String {
    let ends = moment_of(range.from()).zip(moment_of(range.until()));
    let Some((from, until)) = ends else {
        return String::new();
    };
    let a_day = range.pixels_per_day(width);
    if a_day > 60.0 {
        return format!(
            "{} – {}",
            dates::spoken_moment(from),
            dates::spoken_moment(until)
        );
    }
    if a_day > 1.0 {
        let words = |moment: Moment| dates::spoken_date(moment.date);
        return format!("{} – {}", words(from), words(until));
    }
    let words = |moment: Moment| moment.date.format("%B %Y").to_string();
    format!("{} – {}", words(from), words(until))
}

/// Where not all lanes have room: how many are above and below, and two buttons to get there.
pub fn more_lanes(ui: &mut Ui, place: &Place, first: &mut usize) {
    if place.shown >= place.lanes {
        return;
    }
    let (above, below) = (place.first, place.lanes - place.first - place.shown);
    let y = place.bottom() + 2.0;
    let mut x = place.rect.left();
    for (mark, hidden, name, forward) in [
        ("▲", above, "lanes above", false),
        ("▼", below, "lanes below", true),
    ] {
        let rect = Rect::from_min_size(pos2(x, y), vec2(space::HUGE, timeline::KEY_NAMES - 2.0));
        x = rect.right() + space::TIGHT;
        let text = egui::RichText::new(format!("{mark} {hidden}"))
            .font(crate::ui::tokens::sans(letter::SMALL))
            .color(palette(ui).secondary);
        let button = egui::Button::new(text).frame_when_inactive(false);
        let response = ui
            .scope_builder(egui::UiBuilder::new().max_rect(rect), |ui| {
                ui.add_enabled(hidden > 0, button)
            })
            .inner;
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Button, hidden > 0, format!("{hidden} {name}"))
        });
        if response.clicked() {
            *first = if forward {
                *first + place.shown.min(below)
            } else {
                first.saturating_sub(place.shown)
            };
        }
    }
}
