//! Every replacement, in its context: what was there, and what is written instead.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Rect, Sense, Stroke, Ui, pos2, vec2};

use crate::app::{Action, Change, Open, PeopleAction, where_it_is};
use crate::ui::tokens::{palette, size, space};
use crate::ui::widgets::{Words, choice, empty, scroll, words};

pub(super) fn show(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let Some(found) = open.people.found.found() else {
        words(ui, Words::Secondary, "Looking for names …");
        return;
    };
    if found.changes.is_empty() {
        let text = "Nothing in this review would be written otherwise. As soon as somebody is in the register, each replacement is listed here \
                    where it stands.";
        empty(ui, "Nothing changes", text, None);
        return;
    }
    head(ui, open, actions);
    let shown = &open.people.shown;
    let area = scroll("what changes");
    area.show_rows(ui, size::CHANGE, shown.len(), |ui, range| {
        for at in range {
            let change = shown.get(at).and_then(|at| found.changes.get(*at));
            if let Some(change) = change {
                line(ui, open, change, actions);
            }
        }
    });
}

fn head(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let text = "In what is published, this stands instead. Click on a line to see it where it was written.";
    words(ui, Words::Secondary, text);
    ui.horizontal_wrapped(|ui| {
        let review = &open.review;
        let choices = open.people.choices.iter();
        let choices =
            choices.map(|(filter, count)| (*filter, format!("{} ({count})", filter.words(review))));
        let name = "Whose changes are shown";
        if let Some(filter) = choice(ui, name, &open.people.filter, choices) {
            actions.push(PeopleAction::Narrow(filter).into());
        }
        if !open.people.found.is_of(review) {
            words(ui, Words::Small, "being looked at again …");
        }
    });
    ui.add_space(space::SMALL);
}

fn line(ui: &mut Ui, open: &Open, change: &Change, actions: &mut Vec<Action>) {
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::CHANGE), Sense::click());
    let place = where_it_is(&open.review, change.at);
    let became = match change.became.as_str() {
        "" => "left out".to_owned(),
        became => format!("became “{became}”"),
    };
    response.widget_info(|| {
        let name = format!("{place}: “{}” {became}", change.was);
        egui::WidgetInfo::labeled(egui::Role::Button, true, name)
    });
    if ui.is_rect_visible(rect) {
        let colours = palette(ui);
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, size::ROUND, colours.raised);
        }
        let line = Stroke::new(1.0, colours.faint_line);
        ui.painter().hline(rect.x_range(), rect.top(), line);
        let inside = Rect::from_min_max(
            pos2(rect.left() + space::SMALL, rect.top() + space::TIGHT),
            rect.max - vec2(space::SMALL, 0.0),
        );
        let about = format!("{place} · {}", change.why.words());
        let about = galley(
            ui,
            job_of(ui, &[(about.as_str(), Look::About)], inside.width(), 1),
        );
        let below = about.size().y + space::HAIR;
        ui.painter().galley(inside.min, about, colours.faint);
        let text = galley(ui, in_context(ui, change, inside.width()));
        let at = inside.min + vec2(0.0, below);
        ui.painter().galley(at, text, colours.ink);
    }
    let clicked = response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .clicked();
    if clicked {
        let lead = PeopleAction::Lead {
            to: change.at,
            was: change.was.clone(),
            nth: change.nth,
        };
        actions.push(lead.into());
    }
}

#[derive(Clone, Copy)]
enum Look {
    About,
    Plain,
    Was,
    Became,
}

fn in_context(ui: &Ui, change: &Change, width: f32) -> LayoutJob {
    let between = if change.became.is_empty() { "" } else { " " };
    let parts = [
        (change.before.as_str(), Look::Plain),
        (change.was.as_str(), Look::Was),
        (between, Look::Plain),
        (change.became.as_str(), Look::Became),
        (change.after.as_str(), Look::Plain),
    ];
    job_of(ui, &parts, width, 2)
}

fn job_of(ui: &Ui, parts: &[(&str, Look)], width: f32, lines: usize) -> LayoutJob {
    let colours = palette(ui);
    let mut job = LayoutJob::default();
    for (text, look) in parts.iter().filter(|(text, _)| !text.is_empty()) {
        let mut format = TextFormat {
            font_id: Words::Matter.font(),
            color: colours.ink,
            ..TextFormat::default()
        };
        match look {
            Look::About => {
                format.font_id = Words::Small.font();
                format.color = colours.faint;
            }
            Look::Plain => {}
            Look::Was => {
                format.color = colours.harm;
                format.background = colours.harm_wash;
                format.strikethrough = Stroke::new(1.0, colours.harm);
            }
            Look::Became => {
                format.color = colours.accent;
                format.background = colours.accent_wash;
                format.underline = Stroke::new(1.0, colours.accent);
            }
        }
        job.append(text, 0.0, format);
    }
    job.wrap = TextWrapping {
        max_width: width,
        max_rows: lines,
        ..TextWrapping::default()
    };
    job
}

fn galley(ui: &Ui, job: LayoutJob) -> std::sync::Arc<egui::Galley> {
    ui.painter().layout_job(job)
}
