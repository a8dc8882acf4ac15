//! The register of one session: a line a man, filled by keyboard alone or by mouse.

use egui::{Key, Modifiers, Sense, Stroke, Ui, vec2};

use super::super::super::list_keys;
use super::super::parts::{cell, controls, entered, line};
use super::calendar::mark_sign;
use crate::app::{Action, GroupsAction, OpenProgramme, RegisterRow};
use crate::dates;
use crate::model::programme::{Group, Mark};
use crate::ui::tokens::{palette, size, space};
use crate::ui::widgets::{
    Words, choice, hairline, label, primary, scroll, secondary, small, words,
};

#[derive(Default)]
pub(super) struct Form {
    made_up: String,
    /// The field for the day has the keyboard already.
    focused: bool,
}

pub(super) fn show(
    ui: &mut Ui,
    open: &OpenProgramme,
    group: &Group,
    form: &mut super::Form,
    actions: &mut Vec<Action>,
) {
    let sessions = open.sessions_of(group.id);
    hold(ui, open, &sessions, form, actions);
    let held = sessions
        .iter()
        .find(|held| Some(held.id) == open.groups.session);
    let Some(held) = held else {
        ui.add_space(space::MEDIUM);
        let text = "No session was held yet. “Hold a session” opens the register of a day for everybody who holds a place then.";
        words(ui, Words::Secondary, text);
        return;
    };
    let rows = open.register(held.id);
    ui.add_space(space::SMALL);
    let marked = rows.iter().filter(|row| row.mark.is_some()).count();
    controls(ui, |ui| {
        let text = format!("{marked} of {} registered", rows.len());
        words(ui, Words::Strong, text);
        let left = marked < rows.len();
        if small(ui, left && open.may_change(), "All attended").clicked() {
            actions.push(GroupsAction::AllAttended.into());
        }
        if marked == 0 && small(ui, open.may_change(), "Remove this session").clicked() {
            actions.push(GroupsAction::Remove(held.id).into());
        }
    });
    let text = "By keyboard: ↑ ↓ move; A attended, M missed, U made up on another day, Backspace not registered.";
    words(ui, Words::Small, text);
    ui.add_space(space::SMALL);
    if rows.is_empty() {
        words(
            ui,
            Words::Secondary,
            "Nobody held a place in this group on that day. Give places under “Places”.",
        );
        return;
    }
    keys(ui, open, actions);
    scroll("register").show(ui, |ui| {
        for (at, row) in rows.iter().enumerate() {
            ui.push_id(row.man, |ui| {
                one(ui, open, at, row, &mut form.register, actions)
            });
        }
    });
}

/// Which session, and opening the register of another.
fn hold(
    ui: &mut Ui,
    open: &OpenProgramme,
    sessions: &[&crate::model::programme::Session],
    form: &mut super::Form,
    actions: &mut Vec<Action>,
) {
    controls(ui, |ui| {
        if let Some(present) = open.groups.session {
            let all = sessions.iter().enumerate().rev();
            let all = all.map(|(at, held)| {
                let text = format!("Session {}, {}", at + 1, dates::spoken_date(held.on));
                (held.id, text)
            });
            if let Some(session) = choice(ui, "Session in hand", &present, all) {
                actions.push(GroupsAction::Open(session).into());
            }
        }
        let typed = line(
            ui,
            "Day of the new session",
            &mut form.session,
            "today",
            size::AGENCY_COLUMN,
        );
        let pressed = match sessions.is_empty() {
            true => primary(ui, open.may_change(), "Hold a session").clicked(),
            false => secondary(ui, open.may_change(), "Hold a session").clicked(),
        };
        if pressed || entered(ui, &typed) {
            actions.push(GroupsAction::Hold(std::mem::take(&mut form.session)).into());
            // The keyboard goes to the register.
            typed.surrender_focus();
        }
    });
}

fn keys(ui: &Ui, open: &OpenProgramme, actions: &mut Vec<Action>) {
    if !list_keys::are_free(ui) {
        return;
    }
    for by in list_keys::moves(ui, Modifiers::NONE) {
        actions.push(GroupsAction::Move(by).into());
    }
    if !open.may_change() {
        return;
    }
    for (key, action) in [
        (Key::A, GroupsAction::Mark(Some(Mark::Attended))),
        (Key::M, GroupsAction::Mark(Some(Mark::Missed))),
        (Key::Backspace, GroupsAction::Mark(None)),
        (Key::U, GroupsAction::BeginMakingUp(None)),
    ] {
        for _ in 0..list_keys::times(ui, Modifiers::NONE, key) {
            actions.push(action.clone().into());
        }
    }
}

fn one(
    ui: &mut Ui,
    open: &OpenProgramme,
    at: usize,
    row: &RegisterRow,
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let is_here = at == open.groups.at;
    let ground = ui.painter().add(egui::Shape::Noop);
    let shown = controls(ui, |ui| {
        ui.add_space(space::SMALL);
        mark_sign(ui, row.mark);
        let width = (ui.available_width() * 0.34).clamp(size::AGENCY_COLUMN, size::SEARCH);
        cell(ui, width, |ui| {
            let text = egui::Label::new(Words::Matter.rich(ui, &row.called));
            let response = ui.add(text.truncate().selectable(false).sense(Sense::click()));
            let spoken = format!("{}, {}", row.called, mark_words(row.mark));
            response.widget_info(|| {
                egui::WidgetInfo::selected(egui::Role::Button, true, is_here, &spoken)
            });
            if response.clicked() {
                actions.push(GroupsAction::GoTo(at).into());
            }
        });
        if open.groups.making_up == Some(row.man) {
            making_up(ui, row, form, actions);
        } else {
            marks(ui, open, row, actions);
        }
    });
    if open.groups.making_up.is_none() {
        form.focused = false;
    }
    let rect = egui::Rect::from_x_y_ranges(ui.max_rect().x_range(), shown.response.rect.y_range());
    if is_here {
        let fill = palette(ui).accent_wash;
        ui.painter()
            .set(ground, egui::Shape::rect_filled(rect, size::ROUND, fill));
        if ui.ctx().memory(|memory| memory.focused().is_none()) {
            ui.scroll_to_rect(rect, None);
        }
    }
    hairline(ui);
}

/// What is registered, and the other marks to choose.
fn marks(ui: &mut Ui, open: &OpenProgramme, row: &RegisterRow, actions: &mut Vec<Action>) {
    for (text, mark) in [("Attended", Mark::Attended), ("Missed", Mark::Missed)] {
        if mark_button(ui, open, row, text, row.mark == Some(mark)) {
            actions.push(GroupsAction::MarkMan(row.man, Some(mark)).into());
        }
    }
    let made_up = matches!(row.mark, Some(Mark::MadeUp(_)));
    if mark_button(ui, open, row, "Made up", made_up) {
        actions.push(GroupsAction::BeginMakingUp(Some(row.man)).into());
    }
    if let Some(Mark::MadeUp(on)) = row.mark {
        label(ui, Words::Small, format!("on {}", dates::spoken_date(on)));
    }
    if row.is_stray {
        label(ui, Words::Doubt, "held no place on that day");
    }
    let mut held = open.programme.sessions.iter();
    let held = held.find(|held| Some(held.id) == open.groups.session);
    let run = held.and_then(|held| open.absence(row.man, held.on));
    if let (Some(run), Some(Mark::Missed)) = (run, row.mark) {
        label(ui, Words::Doubt, format!("{run} missed in a row"));
    }
}

fn mark_button(
    ui: &mut Ui,
    open: &OpenProgramme,
    row: &RegisterRow,
    text: &str,
    chosen: bool,
) -> bool {
    let style = if chosen {
        Words::Strong
    } else {
        Words::Secondary
    };
    let button = egui::Button::selectable(chosen, style.rich(ui, text))
        .min_size(vec2(0.0, size::SMALL_CONTROL));
    let response = ui.add_enabled(open.may_change(), button);
    let name = format!("{}: {}", row.called, text.to_lowercase());
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, chosen, &name));
    if chosen {
        let ink = Stroke::new(1.0, palette(ui).accent);
        let inside = egui::StrokeKind::Inside;
        ui.painter()
            .rect_stroke(response.rect, size::ROUND, ink, inside);
    }
    let pressed = response.clicked();
    if pressed {
        // The keys belong to the list again.
        response.surrender_focus();
    }
    pressed
}

fn making_up(ui: &mut Ui, row: &RegisterRow, form: &mut Form, actions: &mut Vec<Action>) {
    let name = format!("Day on which {} made it up", row.called);
    words(ui, Words::Secondary, "Made up on");
    let typed = line(
        ui,
        &name,
        &mut form.made_up,
        "day, then Enter",
        size::LONG_COLUMN,
    );
    if !form.focused {
        form.focused = true;
        form.made_up.clear();
        typed.request_focus();
    } else if typed.lost_focus() {
        let given = ui.input(|input| input.key_pressed(Key::Enter));
        let action = match given {
            true => GroupsAction::MadeUp(row.man, form.made_up.clone()),
            false => GroupsAction::GoTo(usize::MAX),
        };
        actions.push(
            match action {
                GroupsAction::GoTo(_) => GroupsAction::BeginMakingUp(None),
                other => other,
            }
            .into(),
        );
        form.focused = given;
    }
}

pub(super) fn mark_words(mark: Option<Mark>) -> String {
    match mark {
        None => "not registered".to_owned(),
        Some(Mark::Attended) => "attended".to_owned(),
        Some(Mark::Missed) => "missed".to_owned(),
        Some(Mark::MadeUp(on)) => format!("made up on {}", dates::spoken_date(on)),
    }
}
