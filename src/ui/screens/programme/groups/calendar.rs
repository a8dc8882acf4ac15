//! Attendance at a glance: men down, sessions across, each mark a form of its own.

use egui::{Align2, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::register::mark_words;
use crate::app::{Action, GroupsAction, OpenProgramme, called};
use crate::dates;
use crate::model::programme::{Group, Man, Mark, Session};
use crate::ui::tokens::{outcomes, palette, size, space};
use crate::ui::widgets::{Words, label, scroll, words};

/// From the foot of a line up to what underlines its marks.
const UNDER: f32 = 3.0;

pub(super) fn show(ui: &mut Ui, open: &OpenProgramme, group: &Group, actions: &mut Vec<Action>) {
    let sessions = open.sessions_of(group.id);
    if sessions.is_empty() {
        words(
            ui,
            Words::Secondary,
            "No session was held yet. Hold one under “Register”.",
        );
        return;
    }
    legend(ui, open);
    ui.add_space(space::SMALL);
    let mut men: Vec<&Man> = open
        .programme
        .men
        .iter()
        .filter(|man| man.places.iter().any(|place| place.group == group.id))
        .collect();
    men.sort_by_key(|man| called(man).to_lowercase());
    scroll("calendar").show(ui, |ui| {
        egui::ScrollArea::horizontal()
            .id_salt("sessions")
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                numbers(ui, &sessions);
                for man in men {
                    row(ui, open, group, man, &sessions, actions);
                }
            });
    });
}

fn legend(ui: &mut Ui, open: &OpenProgramme) {
    ui.horizontal_wrapped(|ui| {
        for (mark, text) in [
            (Some(Mark::Attended), "attended"),
            (Some(Mark::Missed), "missed"),
            (
                Some(Mark::MadeUp(chrono::NaiveDate::MIN)),
                "missed and made up",
            ),
            (None, "not registered"),
        ] {
            mark_sign(ui, mark);
            label(ui, Words::Small, text);
            ui.add_space(space::SMALL);
        }
        let wide = vec2(outcomes::CELL * 2.0, size::SMALL_CONTROL);
        let (rect, _) = ui.allocate_exact_size(wide, Sense::hover());
        underline(ui, rect.x_range(), rect.center().y);
        let run = open.programme.template.attendance.significant_run;
        label(ui, Words::Small, format!("missed {run} or more in a row"));
    });
}

fn numbers(ui: &mut Ui, sessions: &[&Session]) {
    let width = size::LONG_COLUMN + outcomes::CELL * sessions.len() as f32;
    let (rect, _) = ui.allocate_exact_size(vec2(width, outcomes::WEEKS), Sense::hover());
    for (at, _) in sessions.iter().enumerate() {
        let number = at + 1;
        if number == 1 || number % 6 == 0 {
            let x = rect.left() + size::LONG_COLUMN + outcomes::CELL * (at as f32 + 0.5);
            let (font, ink) = (Words::Small.font(), Words::Small.colour(ui));
            let text = number.to_string();
            ui.painter().text(
                pos2(x, rect.center().y),
                Align2::CENTER_CENTER,
                text,
                font,
                ink,
            );
        }
    }
}

fn row(
    ui: &mut Ui,
    open: &OpenProgramme,
    group: &Group,
    man: &Man,
    sessions: &[&Session],
    actions: &mut Vec<Action>,
) {
    let width = size::LONG_COLUMN + outcomes::CELL * sessions.len() as f32;
    let tall = size::SMALL_CONTROL;
    let (rect, response) = ui.allocate_exact_size(vec2(width, tall), Sense::click());
    let marks: Vec<Option<Option<Mark>>> = sessions
        .iter()
        .map(|held| {
            let mark = open.mark(man.id, held.id);
            let mut places = man.places.iter();
            let his = places.any(|place| place.group == group.id && place.covers(held.on));
            (his || mark.is_some()).then_some(mark)
        })
        .collect();
    let absent: Vec<Option<usize>> = sessions
        .iter()
        .map(|held| open.absence(man.id, held.on))
        .collect();
    let mut spoken = summary(&called(man), &marks);
    if let Some(most) = absent.iter().flatten().max() {
        spoken += &format!(", at most {most} missed in a row");
    }
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &spoken));
    let ink = Words::Plain.colour(ui);
    let mut job = egui::text::LayoutJob::simple_singleline(called(man), Words::Plain.font(), ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(size::LONG_COLUMN - space::SMALL);
    let galley = ui.painter().layout_job(job);
    let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    let faint = Stroke::new(1.0, palette(ui).faint_line);
    ui.painter().hline(rect.x_range(), rect.bottom(), faint);
    let place = |at: usize| {
        let x = rect.left() + size::LONG_COLUMN + outcomes::CELL * (at as f32 + 0.5);
        Rect::from_center_size(
            pos2(x, rect.center().y),
            vec2(outcomes::MARK, outcomes::MARK),
        )
    };
    for (at, mark) in marks.iter().enumerate() {
        if let Some(mark) = mark {
            draw(ui, place(at), *mark);
            if absent[at].is_some() && *mark == Some(Mark::Missed) {
                let cell = place(at).expand2(vec2((outcomes::CELL - outcomes::MARK) / 2.0, 0.0));
                underline(ui, cell.x_range(), rect.bottom() - UNDER);
            }
        }
    }
    let pointed = response.interact_pointer_pos().or(response.hover_pos());
    let over = pointed.and_then(|pointer| {
        let along = pointer.x - rect.left() - size::LONG_COLUMN;
        (along >= 0.0).then_some((along / outcomes::CELL) as usize)
    });
    let over = over.and_then(|at| Some((at, *sessions.get(at)?, (*marks.get(at)?)?)));
    if let Some((at, held, mark)) = over {
        if response.clicked() {
            actions.push(GroupsAction::Open(held.id).into());
        }
        let day = dates::spoken_date(held.on);
        let mut tip = format!(
            "{}: session {}, {day}: {}",
            called(man),
            at + 1,
            mark_words(mark)
        );
        if let (Some(run), Some(Mark::Missed)) = (absent[at], mark) {
            tip += &format!("; {run} missed in a row");
        }
        response.on_hover_text(tip);
    }
}

fn summary(name: &str, marks: &[Option<Option<Mark>>]) -> String {
    let count = |of: &dyn Fn(Mark) -> bool| {
        let given = marks.iter().filter_map(|mark| (*mark).flatten());
        given.filter(|mark| of(*mark)).count()
    };
    let attended = count(&|mark| mark == Mark::Attended);
    let missed = count(&|mark| mark == Mark::Missed);
    let made_up = count(&|mark| matches!(mark, Mark::MadeUp(_)));
    format!("{name}: {attended} attended, {missed} missed, {made_up} made up")
}

/// Below sessions that were missed in a row.
fn underline(ui: &Ui, x: egui::Rangef, y: f32) {
    let stroke = Stroke::new(2.0, palette(ui).doubt);
    ui.painter().hline(x, y, stroke);
}

/// A mark in a line of other things.
pub(super) fn mark_sign(ui: &mut Ui, mark: Option<Mark>) {
    let (rect, _) =
        ui.allocate_exact_size(vec2(outcomes::CELL, size::SMALL_CONTROL), Sense::hover());
    let place = Rect::from_center_size(rect.center(), vec2(outcomes::MARK, outcomes::MARK));
    draw(ui, place, mark);
}

/// A full square, an empty one, one with a bar, a dot: told apart without colour.
pub(in crate::ui::screens::programme) fn draw(ui: &Ui, place: Rect, mark: Option<Mark>) {
    let colours = palette(ui);
    let painter = ui.painter();
    let inside = egui::StrokeKind::Inside;
    match mark {
        Some(Mark::Attended) => {
            painter.rect_filled(place, 1.0, colours.mark);
        }
        Some(Mark::Missed) => {
            painter.rect_stroke(place, 1.0, Stroke::new(1.5, colours.doubt), inside);
        }
        Some(Mark::MadeUp(_)) => {
            painter.rect_stroke(place, 1.0, Stroke::new(1.5, colours.mark), inside);
            let bar = Stroke::new(2.5, colours.mark);
            painter.hline(place.shrink(2.0).x_range(), place.center().y, bar);
        }
        None => {
            painter.circle_filled(place.center(), 1.5, colours.faint);
        }
    }
}
