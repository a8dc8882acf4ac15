//! The calendar of attendance: each of men’s sessions in order, in numbers for all and as a line for each man.

use egui::{Align2, Color32, Rect, Sense, Ui, pos2, vec2};

use super::spot::{in_hand, spot};
use super::{Shown, men, titled};
use crate::app::{CohortAction, Only};
use crate::evaluation::SESSION_MARKS;
use crate::model::ManId;
use crate::model::programme::Mark;
use crate::stats::Proportion;
use crate::ui::screens::programme::groups::draw_mark;
use crate::ui::tokens::{self, letter, outcomes, palette, size, space};
use crate::ui::widgets::{Words, words};

pub(super) fn show(ui: &mut Ui, shown: &mut Shown<'_>) {
    let counted = shown.counted;
    if counted.sessions.is_empty() {
        return;
    }
    titled(ui, "Attendance, session by session");
    let text = "Across: a man’s first session, his second, and so on. The bar below a number is its share of the men whose session it was. Not registered is neither attended nor missed, and has a line of its own.";
    words(ui, Words::Small, text);
    let width = (ui.available_width() - outcomes::LINE_NAME) / counted.sessions.len() as f32;
    let width = width.clamp(outcomes::CELL - space::TIGHT, 2.0 * outcomes::CELL);
    ui.add_space(space::TIGHT);
    for (at, (_, mark)) in SESSION_MARKS.iter().enumerate() {
        row(ui, shown, (at, mark), width);
    }
    wholes(ui, shown, width);
    titled(ui, "Man by man");
    legend(ui);
    sheets(ui, shown, width);
}

/// Where a session stands in a line.
fn place(line: Rect, width: f32, at: usize) -> Rect {
    let left = line.left() + outcomes::LINE_NAME + width * at as f32;
    Rect::from_min_max(pos2(left, line.top()), pos2(left + width, line.bottom()))
}

/// How many attended each session, or missed it: a number for each, and a bar as long as their share.
fn row(ui: &mut Ui, shown: &mut Shown<'_>, (kind, mark): (usize, &str), width: f32) {
    let line = named_line(ui, mark, outcomes::ROW);
    let counted = shown.counted;
    for (at, session) in counted.sessions.iter().enumerate() {
        let here = place(line, width, at).shrink(1.0);
        let all: usize = session.iter().map(Vec::len).sum();
        let count = session[kind].len();
        let Some(share) = Proportion::of(count as u64, all as u64) else {
            continue;
        };
        let colours = palette(ui);
        let full = share.share().unwrap_or(0.0) as f32;
        let track = here.with_min_y(here.bottom() - outcomes::SHARE);
        ui.painter().rect_filled(track, 1.0, colours.raised);
        let filled = track.with_max_x(track.left() + track.width() * full);
        ui.painter().rect_filled(filled, 1.0, colours.mark);
        let mut ink = Words::Plain.colour(ui);
        if count > 0 {
            let name = format!("Session {}, {}: {share}", at + 1, mark.to_lowercase());
            let response = spot(ui, here, (kind, at), &name);
            if in_hand(&response) {
                ink = colours.accent;
            }
            if response.clicked() {
                shown.open_cases(only(name, &session[kind]));
            }
        } else {
            ink = colours.faint;
        }
        let text = count.to_string();
        number(ui, here.with_max_y(track.top()), &text, ink);
    }
}

fn only(words: String, men: &[ManId]) -> Option<Only> {
    Some(Only {
        words,
        men: men.iter().copied().collect(),
    })
}

/// Of how many each session was, and which it is.
fn wholes(ui: &mut Ui, shown: &mut Shown<'_>, width: f32) {
    let counted = shown.counted;
    let line = named_line(ui, "Men whose it was", outcomes::WEEKS);
    let all: Vec<usize> = counted
        .sessions
        .iter()
        .map(|session| session.iter().map(Vec::len).sum())
        .collect();
    for (at, count) in all.iter().enumerate() {
        let here = place(line, width, at);
        let name = format!("Session {}: {} whose it was", at + 1, men(*count));
        let response = spot(ui, here.shrink(1.0), ("all", at), &name);
        centred(ui, here, &count.to_string(), in_hand(&response));
        if response.clicked() {
            let men: Vec<ManId> = counted.sessions[at].iter().flatten().copied().collect();
            shown.open_cases(only(name, &men));
        }
    }
    let line = named_line(ui, "Session", outcomes::WEEKS);
    for at in 0..all.len() {
        centred(ui, place(line, width, at), &(at + 1).to_string(), false);
    }
}

fn centred(ui: &Ui, place: Rect, text: &str, strong: bool) {
    let ink = match strong {
        true => palette(ui).accent,
        false => Words::Small.colour(ui),
    };
    number(ui, place, text, ink);
}

/// In smaller letters where it is long; left to the tooltip where there is no room for it at all.
fn number(ui: &Ui, place: Rect, text: &str, ink: Color32) {
    let fonts = [Words::Small.font(), tokens::sans(letter::TINY)];
    for font in fonts {
        let galley = ui.painter().layout_no_wrap(text.to_owned(), font, ink);
        if galley.size().x <= place.width() + 1.0 {
            let at = place.center() - galley.size() / 2.0;
            ui.painter().galley(at, galley, ink);
            return;
        }
    }
}

fn named_line(ui: &mut Ui, name: &str, high: f32) -> Rect {
    let wide = vec2(ui.available_width(), high);
    let (line, _) = ui.allocate_exact_size(wide, Sense::hover());
    let at = pos2(line.left(), line.center().y);
    let ink = Words::Secondary.colour(ui);
    ui.painter()
        .text(at, Align2::LEFT_CENTER, name, Words::Small.font(), ink);
    line
}

fn legend(ui: &mut Ui) {
    ui.horizontal_wrapped(|ui| {
        let day = chrono::NaiveDate::default();
        let marks = [
            Some(Mark::Attended),
            Some(Mark::MadeUp(day)),
            Some(Mark::Missed),
            None,
        ];
        for (mark, (_, name)) in marks.into_iter().zip(SESSION_MARKS) {
            let (rect, _) =
                ui.allocate_exact_size(vec2(outcomes::CELL, size::SMALL_CONTROL), Sense::hover());
            mark_in(ui, rect, mark);
            words(ui, Words::Small, name.to_lowercase());
            ui.add_space(space::SMALL);
        }
    });
}

fn mark_in(ui: &Ui, place: Rect, mark: Option<Mark>) {
    let place = Rect::from_center_size(place.center(), vec2(outcomes::MARK, outcomes::MARK));
    draw_mark(ui, place, mark);
}

/// A line for each man; of many men, those in sight are drawn.
fn sheets(ui: &mut Ui, shown: &mut Shown<'_>, width: f32) {
    let counted = shown.counted;
    let high = size::SMALL_CONTROL;
    let all = vec2(ui.available_width(), high * counted.sheets.len() as f32);
    let (rect, _) = ui.allocate_exact_size(all, Sense::hover());
    let sight = ui.clip_rect();
    let first = ((sight.top() - rect.top()) / high).floor().max(0.0) as usize;
    let after = ((sight.bottom() - rect.top()) / high).ceil().max(0.0) as usize;
    let seen = counted.sheets.iter().enumerate().take(after).skip(first);
    for (at, (man, sheet)) in seen {
        let top = rect.top() + high * at as f32;
        let line = Rect::from_x_y_ranges(rect.x_range(), top..=(top + high));
        let called = shown
            .open
            .line(*man)
            .map_or("", |line| line.called.as_str());
        let response = spot(ui, line, ("man", man), &summary(called, sheet));
        if in_hand(&response) {
            ui.painter()
                .rect_filled(line, size::ROUND_CHIP, palette(ui).raised);
        }
        let ink = Words::Plain.colour(ui);
        let mut job =
            egui::text::LayoutJob::simple_singleline(called.to_owned(), Words::Plain.font(), ink);
        job.wrap = egui::text::TextWrapping::truncate_at_width(outcomes::LINE_NAME - space::SMALL);
        let galley = ui.painter().layout_job(job);
        let from = pos2(line.left(), line.center().y - galley.size().y / 2.0);
        ui.painter().galley(from, galley, ink);
        for (at, mark) in sheet.iter().enumerate() {
            mark_in(ui, place(line, width, at), *mark);
        }
        if response.clicked() {
            shown.actions.push(CohortAction::Choose(Some(*man)).into());
        }
    }
}

fn summary(called: &str, sheet: &[Option<Mark>]) -> String {
    let count = |is: fn(&Option<Mark>) -> bool| sheet.iter().filter(|mark| is(mark)).count();
    format!(
        "{called}: of {} sessions {} attended, {} made up, {} missed, {} not registered",
        sheet.len(),
        count(|mark| matches!(mark, Some(Mark::Attended))),
        count(|mark| matches!(mark, Some(Mark::MadeUp(_)))),
        count(|mark| matches!(mark, Some(Mark::Missed))),
        count(Option::is_none),
    )
}
