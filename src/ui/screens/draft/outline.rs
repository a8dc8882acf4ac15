//! The sections in the order of the report, and the headings of the one that is shown.

use egui::text::{LayoutJob, TextWrapping};
use egui::{Align2, CursorIcon, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::{Action, DraftAction, Open};
use crate::ui::tokens::{self, letter, palette, size, space};
use crate::ui::widgets::{Words, scroll, small, words};

/// One line: what stands before its words, the words, and how it looks.
struct Line<'a> {
    number: &'a str,
    words: &'a str,
    name: String,
    chosen: bool,
    faint: bool,
    indent: f32,
}

pub fn show(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let look = &open.draft.look;
    scroll("outline").show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut in_summary = false;
        for section in &look.numbered {
            if section.summary && !in_summary {
                in_summary = true;
                summary(ui, open, actions);
            }
            let Some(known) = look.sections.iter().find(|known| known.key == section.key) else {
                continue;
            };
            let chosen = open.draft.section == Some(known.id);
            let empty = section.paragraphs.is_empty();
            let state = if empty { ", empty" } else { "" };
            let line = Line {
                number: &section.number,
                words: &section.title,
                name: format!("{}{state}", section.title),
                chosen,
                faint: empty,
                indent: space::LARGE,
            };
            if draw(ui, &line) {
                actions.push(Action::Draft(DraftAction::Show(known.id)));
            }
            if chosen {
                headings(ui, open, actions);
            }
        }
    });
}

/// What stands above the sections of the executive summary.
fn summary(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    ui.add_space(space::MEDIUM);
    words(ui, Words::SmallStrong, "Executive summary");
    let look = &open.draft.look;
    let mut summary = look.numbered.iter().filter(|section| section.summary);
    let is_begun = summary.any(|section| !section.paragraphs.is_empty());
    if !is_begun && open.read_only.is_none() {
        words(
            ui,
            Words::Small,
            "Printed and numbered by itself. It can begin with what the report has.",
        );
        if small(ui, true, "Begin the summary").clicked() {
            actions.push(Action::Draft(DraftAction::BeginSummary));
        }
    }
    ui.add_space(space::TIGHT);
}

fn headings(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    for (level, words, place) in &open.draft.look.headings {
        let line = Line {
            number: "",
            words,
            name: format!("Heading {words}"),
            chosen: false,
            faint: false,
            indent: space::LARGE + f32::from(*level) * space::SMALL,
        };
        if draw(ui, &line) {
            actions.push(Action::Draft(DraftAction::ShowPlace(place.clone())));
        }
    }
}

/// Whether it was pressed.
fn draw(ui: &mut Ui, line: &Line<'_>) -> bool {
    let palette = palette(ui);
    let height = if line.number.is_empty() {
        size::SMALL_CONTROL
    } else {
        size::CONTROL
    };
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, line.chosen, &line.name));
    if line.chosen {
        ui.painter()
            .rect_filled(rect, size::ROUND, palette.accent_wash);
    } else if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, size::ROUND, palette.panel);
    }
    let ink = if line.faint {
        palette.faint
    } else {
        palette.ink
    };
    let font = match (line.number.is_empty(), line.chosen) {
        (true, _) => tokens::serif(letter::BODY),
        (false, true) => tokens::sans_strong(letter::BODY),
        (false, false) => tokens::sans(letter::BODY),
    };
    ui.painter().text(
        rect.left_center() + vec2(space::TIGHT, 0.0),
        Align2::LEFT_CENTER,
        line.number,
        tokens::sans(letter::SMALL),
        palette.faint,
    );
    let mut job = LayoutJob::simple_singleline(line.words.to_owned(), font, ink);
    job.wrap = TextWrapping::truncate_at_width(rect.width() - line.indent - space::TIGHT);
    let galley = ui.painter().layout_job(job);
    let at = pos2(
        rect.left() + line.indent,
        rect.center().y - galley.size().y / 2.0,
    );
    let cut = galley.elided;
    ui.painter().galley(at, galley, ink);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if cut {
        return response.on_hover_text(line.words).clicked();
    }
    response.clicked()
}
