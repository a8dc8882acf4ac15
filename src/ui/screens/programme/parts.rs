//! Small parts that several of these rooms are made of.

use chrono::NaiveDate;
use egui::{
    Align, Align2, Color32, Frame, InnerResponse, Key, Layout, Margin, Panel, Response, Role,
    Sense, Stroke, TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use crate::dates;
use crate::model::programme::{Answer, InformationSource};
use crate::ui::tokens::{palette, size, space};
use crate::ui::widgets::{Words, at_side, choice, label, scroll, secondary, small, words};

/// Who can have told what stands in his file: never the partner.
pub(super) const OUTSIDE: [InformationSource; 3] = [
    InformationSource::Himself,
    InformationSource::Police,
    InformationSource::OtherAgency,
];

/// A line to type into that belongs to no file yet. `called` is its accessible name.
pub(super) fn line(
    ui: &mut Ui,
    called: &str,
    text: &mut String,
    hint: &str,
    width: f32,
) -> Response {
    let edit = TextEdit::singleline(text)
        .hint_text(Words::Small.rich(ui, hint))
        .desired_width(width)
        .min_size(vec2(0.0, size::CONTROL))
        .align(Align2::LEFT_CENTER)
        .margin(Margin::symmetric(8, 5));
    named(ui, edit, called)
}

/// The same for a few lines.
pub(super) fn prose(ui: &mut Ui, called: &str, text: &mut String, hint: &str) -> Response {
    let edit = TextEdit::multiline(text)
        .hint_text(Words::Small.rich(ui, hint))
        .desired_rows(3)
        .font(Words::Matter.font())
        .desired_width(f32::INFINITY)
        .margin(Margin::symmetric(8, 5));
    named(ui, edit, called)
}

fn named(ui: &mut Ui, edit: TextEdit<'_>, called: &str) -> Response {
    let response = ui.add(edit.background_color(palette(ui).sheet));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(called));
    response
}

/// Enter was pressed in a line.
pub(super) fn entered(ui: &Ui, response: &Response) -> bool {
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// A line for something new and the button that adds it, as Enter does. Returns what is to be added; the line is empty again then.
pub(super) fn adding(
    ui: &mut Ui,
    enabled: bool,
    (called, hint, width): (&str, &str, f32),
    text: &mut String,
    (button, button_called): (&str, &str),
) -> Option<String> {
    let typed = line(ui, called, text, hint, width);
    let ready = enabled && !text.trim().is_empty();
    let button = secondary(ui, ready, button);
    button.widget_info(|| WidgetInfo::labeled(Role::Button, ready, button_called));
    (ready && (button.clicked() || entered(ui, &typed))).then(|| std::mem::take(text))
}

/// A label above what follows.
pub(super) fn above(ui: &mut Ui, text: &str) {
    ui.add_space(space::TIGHT);
    words(ui, Words::SmallStrong, text);
}

/// The four answers, kept apart. Returns the new one.
pub(super) fn answers(ui: &mut Ui, called: &str, present: Answer) -> Option<Answer> {
    let all = Answer::ALL.map(|answer| (answer, answer.words().to_owned()));
    choice(ui, called, &present, all)
}

/// A question with its answer at the right end of the line.
pub(super) fn question(ui: &mut Ui, text: &str, present: Answer) -> Option<Answer> {
    let mut given = None;
    answer_line(ui, text, present == Answer::NotAsked, |ui| {
        given = answers(ui, text, present);
    });
    given
}

/// What is asked, and beside it what is answered; `open`: nothing so far.
pub(super) fn answer_line(ui: &mut Ui, text: &str, open: bool, answer: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        let room = (ui.available_width() - size::LONG_COLUMN).max(size::SHORT_COLUMN);
        ui.allocate_ui_with_layout(
            vec2(room, size::SMALL_CONTROL),
            Layout::top_down(Align::Min),
            |ui| {
                ui.set_width(room);
                ui.add_space(space::TIGHT);
                let style = if open { Words::Secondary } else { Words::Plain };
                words(ui, style, text);
            },
        );
        answer(ui);
    });
}

/// Two small buttons; `called` is what they are for. Whether it is to be corrected, or removed.
pub(super) fn correct_or_remove(ui: &mut Ui, enabled: bool, called: &str) -> Option<bool> {
    let mut pressed = None;
    ui.horizontal(|ui| {
        for (text, corrects) in [("Correct", true), ("Remove", false)] {
            let response = small(ui, enabled, text);
            let name = format!("{text} {called}");
            response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &name));
            if response.clicked() {
                pressed = Some(corrects);
            }
        }
    });
    pressed
}

/// A day, and below one another what was so on it.
pub(super) fn dated_lines(ui: &mut Ui, on: NaiveDate, contents: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        cell(ui, size::SHORT_COLUMN + space::MEDIUM, |ui| {
            label(ui, Words::Secondary, dates::spoken_date(on));
        });
        ui.vertical(|ui| {
            ui.add_space(space::TIGHT);
            contents(ui);
        });
    });
}

/// A pane for a file in hand, beside a list.
pub(super) fn case_pane(ui: &mut Ui, id: &'static str, contents: impl FnOnce(&mut Ui)) {
    Panel::right(id)
        .exact_size(at_side(ui, size::CASE))
        .resizable(false)
        .show_separator_line(true)
        .frame(Frame::new().fill(palette(ui).sheet))
        .show(ui, |ui| {
            scroll(id).show(ui, |ui| {
                Frame::new()
                    .inner_margin(Margin::symmetric(20, 16))
                    .show(ui, |ui| {
                        ui.set_width(ui.available_width());
                        contents(ui);
                    });
            });
        });
    ui.shrink_clip_rect(ui.available_rect_before_wrap());
}

/// Beside a pane there would be no room for a list: the file in hand takes the place of both.
pub(super) fn is_narrow(ui: &Ui) -> bool {
    ui.available_width() < size::NARROW_ROOM
}

/// A file in hand in the place of the list.
pub(super) fn alone(ui: &mut Ui, id: &'static str, contents: impl FnOnce(&mut Ui)) {
    page(ui, |ui| {
        scroll(id).show(ui, |ui| {
            ui.set_width(ui.available_width());
            contents(ui);
        });
    });
}

/// The matter of a room, with its margins.
pub(super) fn page(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    Frame::new()
        .inner_margin(Margin::symmetric(24, 16))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            contents(ui);
        });
}

/// Controls of whatever height beside each other, their middles on one line; what finds no room goes on below.
pub(super) fn controls<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let place = vec2(ui.available_width(), size::CONTROL);
    let layout = Layout::left_to_right(Align::Center).with_main_wrap(true);
    ui.allocate_ui_with_layout(place, layout, contents)
}

/// Part of a line, `width` wide.
pub(super) fn cell(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    let place = vec2(width, size::SMALL_CONTROL);
    ui.allocate_ui_with_layout(place, Layout::left_to_right(Align::Center), |ui| {
        ui.set_width(width);
        contents(ui);
    });
}

/// A day and what was so on it, as a line of a dated list; with a button at its end.
pub(super) fn dated(
    ui: &mut Ui,
    on: NaiveDate,
    button: Option<(&str, &str)>,
    contents: impl FnOnce(&mut Ui),
) -> bool {
    let mut pressed = false;
    ui.horizontal(|ui| {
        cell(ui, size::SHORT_COLUMN + space::MEDIUM, |ui| {
            label(ui, Words::Secondary, dates::spoken_date(on));
        });
        let room = (ui.available_width() - size::NARROW_SEARCH * 0.6).max(size::SHORT_COLUMN);
        ui.allocate_ui_with_layout(
            vec2(room, size::SMALL_CONTROL),
            Layout::top_down(Align::Min),
            |ui| {
                ui.set_width(room);
                ui.add_space(space::TIGHT);
                contents(ui);
            },
        );
        if let Some((text, called)) = button {
            let response = small(ui, true, text);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, called));
            pressed = response.clicked();
        }
    });
    pressed
}

/// The parts of a room, at its left: a line for each, of which one is chosen. Returns the place of the one that was pressed.
pub(super) fn part_list(
    ui: &mut Ui,
    id: &'static str,
    parts: &[(String, String)],
    chosen: Option<usize>,
) -> Option<usize> {
    let mut pressed = None;
    Panel::left(id)
        .exact_size(at_side(ui, size::OUTLINE))
        .resizable(false)
        .show_separator_line(true)
        .frame(Frame::new().inner_margin(Margin::symmetric(8, 12)))
        .show(ui, |ui| {
            scroll(id).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::HAIR;
                for (at, (title, beside)) in parts.iter().enumerate() {
                    let one = ui.push_id(at, |ui| part(ui, title, beside, chosen == Some(at)));
                    if one.inner {
                        pressed = Some(at);
                    }
                }
            });
        });
    ui.shrink_clip_rect(ui.available_rect_before_wrap());
    pressed
}

fn part(ui: &mut Ui, title: &str, beside: &str, chosen: bool) -> bool {
    let colours = palette(ui);
    let wide = ui.available_width();
    let laid = |style: Words, text: &str, ink: Color32, room: f32| {
        ui.painter()
            .layout(text.to_owned(), style.font(), ink, room.max(1.0))
    };
    let (style, ink) = match chosen {
        true => (Words::Strong, colours.ink),
        false => (Words::Plain, colours.secondary),
    };
    let beside = laid(Words::Small, beside, colours.faint, wide);
    let room = wide - beside.size().x - 3.0 * space::SMALL;
    let text = laid(style, title, ink, room);
    let high = (text.size().y + 2.0 * space::SMALL).max(size::CONTROL);
    let (rect, response) = ui.allocate_exact_size(vec2(wide, high), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, chosen, title));
    if chosen || response.hovered() || response.has_focus() {
        let fill = if chosen {
            colours.accent_wash
        } else {
            colours.raised
        };
        ui.painter().rect_filled(rect, size::ROUND, fill);
    }
    if response.has_focus() {
        let focus = Stroke::new(1.0, colours.accent);
        let inside = egui::StrokeKind::Inside;
        ui.painter().rect_stroke(rect, size::ROUND, focus, inside);
    }
    let middle = |galley: &egui::Galley| rect.center().y - galley.size().y / 2.0;
    let left = pos2(rect.left() + space::SMALL, middle(&text));
    let right = pos2(
        rect.right() - space::SMALL - beside.size().x,
        middle(&beside),
    );
    ui.painter().galley(left, text, ink);
    ui.painter().galley(right, beside, colours.faint);
    response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .clicked()
}
