//! The frame around every room: rail, title line, status line.

use egui::{Align, Frame, Layout, Margin, Panel, RichText, Sense, Stroke, Ui, vec2};

use super::tokens::{self, letter, palette, size, space};
use super::widgets::{
    Tone, Words, at_side, chip, menu, quiet, scroll, secondary, small, title, words,
};
use super::{help as manual, notices, screens, search, status};
use crate::app::{Action, App, Command, Open, Room, Screen, ShellAction, State, TEXT_SIZES, Theme};
use crate::overview::Return;

/// What the window itself remembers between frames.
#[derive(Default)]
pub struct ShellMemory {
    pub focus_search: bool,
    pub screens: screens::Memory,
    /// The same of the pseudonymised view: what was typed into forms with real names is not shown in it.
    pub disguised: screens::Memory,
}

impl ShellMemory {
    fn screens_of(&mut self, open: &Open) -> &mut screens::Memory {
        match open.is_disguised() {
            true => &mut self.disguised,
            false => &mut self.screens,
        }
    }
}

pub fn show(ui: &mut Ui, app: &App, memory: &mut ShellMemory) -> Vec<Action> {
    let mut actions = Vec::new();
    if app.state.help {
        manual::show(ui, app, &mut actions);
    }
    match (&app.state.open, app.state.screen()) {
        (Some(open), Screen::Room(room)) => {
            frame_of_room(ui, app, open, room, memory, &mut actions);
        }
        (_, Screen::Pack) => screens::pack(ui, app, &mut actions),
        (_, Screen::Programme(room)) => {
            let focus = std::mem::take(&mut memory.focus_search);
            screens::programme(ui, app, room, &mut memory.screens, focus, &mut actions);
        }
        _ => screens::start(ui, app, &mut memory.screens, &mut actions),
    }
    notices::show(ui, app, &mut actions);
    actions
}

fn frame_of_room(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    room: Room,
    memory: &mut ShellMemory,
    actions: &mut Vec<Action>,
) {
    rail_panel(ui, |ui| rail(ui, app, open, room, actions));
    status_panel(ui, |ui| status::show(ui, app, open, actions));
    let mut search_at = egui::Pos2::ZERO;
    title_panel(ui, |ui| {
        search_at = title_line(ui, &app.state, open, &mut memory.focus_search, actions);
    });
    matter_panel(ui, |ui| {
        screens::room(ui, app, open, room, memory.screens_of(open), actions);
    });
    search::list(ui, &app.state.search, search_at, actions);
}

pub(super) fn rail_panel(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let width = at_side(ui, size::RAIL).max(size::LEAST_RAIL);
    let frame = Frame::new()
        .fill(palette(ui).panel)
        .inner_margin(Margin::symmetric(12, 16));
    Panel::left("rail")
        .exact_size(width)
        .resizable(false)
        .show_separator_line(true)
        .frame(frame)
        .show(ui, contents);
}

pub(super) fn status_panel(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let frame = Frame::new()
        .fill(palette(ui).panel)
        .inner_margin(Margin::symmetric(24, 2));
    Panel::bottom("status line")
        .exact_size(size::STATUS_LINE)
        .resizable(false)
        .show_separator_line(true)
        .frame(frame)
        .show(ui, contents);
}

pub(super) fn title_panel(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let frame = Frame::new()
        .fill(palette(ui).paper)
        .inner_margin(Margin::symmetric(24, 6));
    Panel::top("title line")
        .exact_size(size::TITLE_LINE)
        .resizable(false)
        .show_separator_line(true)
        .frame(frame)
        .show(ui, contents);
}

pub(super) fn matter_panel(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    egui::CentralPanel::no_frame()
        .frame(Frame::new().fill(palette(ui).paper))
        .show(ui, contents);
}

fn rail(ui: &mut Ui, app: &App, open: &Open, room: Room, actions: &mut Vec<Action>) {
    if ui.available_height() < size::LOW_RAIL {
        scroll("rail").show(ui, |ui| {
            rooms(ui, open, room, actions);
            ui.add_space(space::SMALL);
            view(ui, open);
            switch_view(ui, open, actions);
            help(ui, actions);
            close(ui, actions);
            appearance(ui, &app.state, Some(open), actions);
        });
        return;
    }
    rooms(ui, open, room, actions);
    ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        appearance(ui, &app.state, Some(open), actions);
        close(ui, actions);
        help(ui, actions);
        switch_view(ui, open, actions);
        view(ui, open);
    });
}

fn rooms(ui: &mut Ui, open: &Open, room: Room, actions: &mut Vec<Action>) {
    name_of_the_program(ui);
    for each in Room::ALL {
        if matches!(each, Room::Draft | Room::PeopleAndAgencies) {
            ui.add_space(space::SMALL);
            super::widgets::hairline(ui);
            ui.add_space(space::SMALL);
        }
        let (note, waits) = note_of(open, each);
        if room_button(ui, each.words(), each == room, &note, waits) {
            actions.push(Action::Shell(ShellAction::GoTo(each)));
        }
    }
}

pub(super) fn name_of_the_program(ui: &mut Ui) {
    let name = RichText::new("Lantern")
        .font(tokens::serif_strong(letter::TITLE))
        .color(palette(ui).accent);
    ui.horizontal(|ui| {
        ui.add_space(space::SMALL);
        ui.add(egui::Label::new(name).selectable(false));
    });
    ui.add_space(space::MEDIUM);
    ui.spacing_mut().item_spacing.y = space::HAIR;
}

pub(super) fn close(ui: &mut Ui, actions: &mut Vec<Action>) {
    if quiet(ui, "Close this file").clicked() {
        actions.push(Action::Shell(ShellAction::Command(Command::CloseFile)));
    }
}

pub(super) fn help(ui: &mut Ui, actions: &mut Vec<Action>) {
    if quiet(ui, "Help  F1").clicked() {
        actions.push(Action::Shell(ShellAction::Command(Command::Help)));
    }
}

/// Whether names are shown.
fn view(ui: &mut Ui, open: &Open) {
    ui.horizontal(|ui| {
        ui.add_space(space::SMALL);
        if open.is_disguised() {
            chip(ui, Tone::Accent, "Pseudonymised view");
        } else {
            let text = "Working version: names as the agencies wrote them";
            words(ui, Words::Small, text);
        }
    });
}

fn switch_view(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let command = Command::SwitchView;
    let name = match open.is_disguised() {
        true => "Show real names",
        false => "Show pseudonyms",
    };
    let tip = format!("{}  ({})", command.words(), command.keys().words());
    if quiet(ui, name).on_hover_text(tip).clicked() {
        actions.push(Action::Shell(ShellAction::Command(command)));
    }
}

/// The small figure beside a room, and whether somebody waits there.
fn note_of(open: &Open, room: Room) -> (String, bool) {
    let review = &open.review;
    let standing = &open.derived.standing;
    let count = |number: usize| {
        if number == 0 {
            String::new()
        } else {
            number.to_string()
        }
    };
    match room {
        Room::Chronology => (count(review.entries.len()), false),
        Room::Import => match standing
            .agencies
            .iter()
            .filter(|agency| matches!(agency.state, Return::Overdue { .. }))
            .count()
        {
            0 => (String::new(), false),
            late => (format!("{late} late"), true),
        },
        Room::Panel => match standing.not_heard() {
            0 => (count(review.comments.len()), false),
            not_heard => (format!("{not_heard} not heard"), true),
        },
        Room::Recommendations => (count(review.recommendations.len()), false),
        Room::Overview | Room::Analysis | Room::Draft | Room::Publish | Room::PeopleAndAgencies => {
            (String::new(), false)
        }
    }
}

/// A line of the rail; whether it was pressed.
pub(super) fn room_button(ui: &mut Ui, name: &str, chosen: bool, note: &str, waits: bool) -> bool {
    let palette = palette(ui);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), size::CONTROL), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, chosen, name));
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if chosen {
        ui.painter().rect(
            rect,
            size::ROUND,
            palette.sheet,
            Stroke::new(1.0, palette.line),
            egui::StrokeKind::Inside,
        );
    } else if response.hovered() {
        ui.painter().rect_filled(rect, size::ROUND, palette.raised);
    }
    if response.has_focus() {
        let focus = Stroke::new(2.0, palette.accent);
        ui.painter()
            .rect_stroke(rect, size::ROUND, focus, egui::StrokeKind::Inside);
    }
    let (font, ink) = if chosen {
        (tokens::sans_strong(letter::BODY), palette.ink)
    } else {
        (tokens::sans(letter::BODY), palette.secondary)
    };
    let text = rect.left_center() + vec2(space::SMALL, 0.0);
    let name = ui
        .painter()
        .text(text, egui::Align2::LEFT_CENTER, name, font, ink);
    let (font, ink) = if waits {
        (tokens::sans_strong(letter::SMALL), palette.doubt)
    } else {
        (tokens::sans(letter::SMALL), palette.faint)
    };
    let text = rect.right_center() - vec2(space::SMALL, 0.0);
    let note = ui.painter().layout_no_wrap(note.to_owned(), font, ink);
    let left = text.x - note.size().x;
    if left > name.right() + space::TIGHT {
        let at = egui::pos2(left, text.y - note.size().y / 2.0);
        ui.painter().galley(at, note, ink);
    }
    response.clicked()
}

/// `open`: the review, which can also be shown with pseudonyms.
pub(super) fn appearance(
    ui: &mut Ui,
    state: &State,
    open: Option<&Open>,
    actions: &mut Vec<Action>,
) {
    let settings = &state.settings;
    menu(ui, "Appearance", "Appearance", |ui| {
        for theme in Theme::ALL {
            if ui
                .selectable_label(theme == settings.theme, theme.words())
                .clicked()
            {
                actions.push(Action::Shell(ShellAction::SetTheme(theme)));
            }
        }
        ui.separator();
        for per_cent in TEXT_SIZES {
            let text = format!("Text {per_cent} %");
            if ui
                .selectable_label(per_cent == settings.text_size, text)
                .clicked()
            {
                actions.push(Action::Shell(ShellAction::SetTextSize(per_cent)));
            }
        }
        let Some(open) = open else { return };
        ui.separator();
        let keys = Command::SwitchView.keys().words();
        for (disguised, name) in [(false, "Real names"), (true, "Pseudonymised view")] {
            let text = format!("{name}  {keys}");
            let chosen = open.is_disguised() == disguised;
            if ui.selectable_label(chosen, text).clicked() && !chosen {
                actions.push(Action::Shell(ShellAction::Command(Command::SwitchView)));
                ui.close();
            }
        }
    });
}

/// Returns where the list of what was found belongs.
fn title_line(
    ui: &mut Ui,
    state: &State,
    open: &Open,
    focus_search: &mut bool,
    actions: &mut Vec<Action>,
) -> egui::Pos2 {
    let mut search_at = egui::Pos2::ZERO;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        step_button(ui, "Redo", open.redo.as_deref(), Command::Redo, actions);
        step_button(ui, "Undo", open.undo.as_deref(), Command::Undo, actions);
        ui.add_space(space::SMALL);
        search_at = search::field(ui, &state.search, focus_search, actions);
        ui.add_space(space::MEDIUM);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let places = [open.way.back(), open.way.forward()];
            let words = places.map(|place| place.map(|place| place.words(&open.review)));
            way_buttons(ui, words, actions);
            ui.add_space(space::SMALL);
            let clock = &open.derived.standing.clock;
            let chips = screens::clock_chips(&open.review, clock);
            let room = ui.available_width()
                - chips
                    .iter()
                    .map(|(text, _)| text.len() as f32 * 6.0 + 24.0)
                    .sum::<f32>();
            // The clock stands on the Overview, too; without days it would count wrongly.
            let chips = match room < size::RAIL || open.is_disguised() {
                true => Vec::new(),
                false => chips,
            };
            ui.scope(|ui| {
                ui.set_max_width(if chips.is_empty() {
                    ui.available_width()
                } else {
                    room
                });
                title(ui, open.review.details.title.as_str());
            });
            for (text, tone) in chips {
                chip(ui, tone, &text);
            }
        });
    });
    search_at
}

/// Back and Forward, with the places that they lead to.
pub(super) fn way_buttons(
    ui: &mut Ui,
    [back, forward]: [Option<String>; 2],
    actions: &mut Vec<Action>,
) {
    way_button(ui, Command::Back, back, actions);
    way_button(ui, Command::Forward, forward, actions);
}

fn way_button(ui: &mut Ui, command: Command, place: Option<String>, actions: &mut Vec<Action>) {
    let (arrow, name) = match command {
        Command::Forward => ("›", "Forward"),
        _ => ("‹", "Back"),
    };
    let text = match (ui.available_width() > size::PROSE, command) {
        (false, _) => arrow.to_owned(),
        (true, Command::Forward) => format!("{name}  {arrow}"),
        (true, _) => format!("{arrow}  {name}"),
    };
    let leads = place.is_some();
    let response = small(ui, leads, &text);
    let keys = command.keys().words();
    let tip = match place {
        Some(place) => format!("{name}: {place}  ({keys})"),
        None if name == "Back" => "Back: you have not been anywhere else yet".to_owned(),
        None => "Forward: after Back, where you were".to_owned(),
    };
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, leads, name));
    if response
        .on_hover_text(&tip)
        .on_disabled_hover_text(tip)
        .clicked()
    {
        actions.push(Action::Shell(ShellAction::Command(command)));
    }
}

pub(super) fn step_button(
    ui: &mut Ui,
    word: &str,
    label: Option<&str>,
    command: Command,
    actions: &mut Vec<Action>,
) {
    let response = secondary(ui, label.is_some(), word);
    let tip = match label {
        Some(label) => format!("{word}: {label}  ({})", command.keys().words()),
        None => format!("Nothing to {}", word.to_lowercase()),
    };
    if response
        .on_hover_text(&tip)
        .on_disabled_hover_text(tip)
        .clicked()
    {
        actions.push(Action::Shell(ShellAction::Command(command)));
    }
}
