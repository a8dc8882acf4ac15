//! The draft: the sections in the template's order, and the text of one.

mod pages;
mod versions;

use egui::{Frame, Margin, Sense, Ui, vec2};

use crate::app::{Action, App, DraftAction, Field, Open};
use crate::drafting;
use crate::model::Section;
use crate::ui::tokens::{self, letter, palette, size, space};
use crate::ui::widgets::{FieldLook, Words, at_side, field, heading, pane, scroll, title, words};

pub fn show(ui: &mut Ui, app: &App, open: &Open, actions: &mut Vec<Action>) {
    if open.draft.versions.shown {
        versions::show(ui, app, open, actions);
        return;
    }
    let review = &open.review;
    let numbered = drafting::paragraphs(&review.sections, &review.template);
    let current = review
        .sections
        .iter()
        .find(|section| Some(section.id) == open.draft.section);
    // Three columns need a wide window; in a narrow one the help stands below the text.
    let narrow = ui.ctx().content_rect().width() < size::NARROW_WINDOW;
    pages::pane(ui, app, open, actions);
    if let Some(section) = current.filter(|_| !narrow && !open.draft.pages.shown) {
        pane(ui, "section help", |ui| help(ui, open, section));
    }
    let colours = palette(ui);
    egui::Panel::left("outline")
        .exact_size(at_side(ui, size::SEARCH))
        .resizable(false)
        .show_separator_line(false)
        .frame(
            Frame::new()
                .fill(colours.paper)
                .inner_margin(Margin::symmetric(16, 16)),
        )
        .show(ui, |ui| {
            scroll("outline").show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for section in &review.sections {
                    let number = numbered
                        .iter()
                        .find(|numbered| numbered.key == section.key)
                        .map_or("", |numbered| numbered.number.as_str());
                    outline_line(ui, section, number, open, actions);
                }
            });
        });
    let Some(section) = current else {
        words(ui, Words::Secondary, "This template has no sections.");
        return;
    };
    Frame::new().inner_margin(Margin::symmetric(24, 16)).show(ui, |ui| {
        ui.horizontal(|ui| {
            title(ui, &section.title);
            pages::button(ui, open, actions);
            versions::button(ui, open, actions);
        });
        let count = section.text.split_whitespace().count();
        words(
            ui,
            Words::Small,
            format!("{count} words. A blank line begins a new numbered paragraph; lines that begin with “- ” are a list."),
        );
        ui.add_space(space::SMALL);
        scroll("section text").show(ui, |ui| {
            let look = FieldLook {
                rows: 24,
                hint: "Write here",
                width: Some(ui.available_width().min(size::PROSE + 2.0 * space::HUGE)),
                read_only: open.read_only.is_some(),
            };
            let name = format!("Text of {}", section.title);
            let typing = app.state.typing();
            let of = Field::Section(section.id);
            let response = field(ui, &name, typing, of, &section.text, look, actions);
            let typed = typing.filter(|typing| typing.field == of);
            let text = typed.map_or(section.text.as_str(), |typing| typing.text.as_str());
            pages::follow(ui, response.id, section.id, text, open, actions);
            if narrow {
                ui.add_space(space::MEDIUM);
                help(ui, open, section);
            }
        });
    });
}

fn outline_line(
    ui: &mut Ui,
    section: &Section,
    number: &str,
    open: &Open,
    actions: &mut Vec<Action>,
) {
    let palette = palette(ui);
    let chosen = open.draft.section == Some(section.id);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), size::CONTROL), Sense::click());
    let written = if section.text.trim().is_empty() {
        ", empty"
    } else {
        ""
    };
    response.widget_info(|| {
        egui::WidgetInfo::selected(
            egui::Role::Button,
            true,
            chosen,
            format!("{}{written}", section.title),
        )
    });
    if chosen {
        ui.painter()
            .rect_filled(rect, size::ROUND, palette.accent_wash);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, size::ROUND, palette.panel);
    }
    let ink = if section.text.trim().is_empty() {
        palette.faint
    } else {
        palette.ink
    };
    let font = if chosen {
        tokens::sans_strong(letter::BODY)
    } else {
        tokens::sans(letter::BODY)
    };
    let at = rect.left_center() + vec2(space::SMALL, 0.0);
    ui.painter().text(
        at,
        egui::Align2::LEFT_CENTER,
        number,
        tokens::sans(letter::SMALL),
        palette.faint,
    );
    let mut job = egui::text::LayoutJob::simple_singleline(section.title.clone(), font, ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - space::HUGE);
    let galley = ui.painter().layout_job(job);
    let at = egui::pos2(
        rect.left() + space::LARGE + space::SMALL,
        rect.center().y - galley.size().y / 2.0,
    );
    ui.painter().galley(at, galley, ink);
    if response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .clicked()
    {
        actions.push(Action::Draft(DraftAction::Show(section.id)));
    }
}

/// What belongs into the section, and how it will be numbered.
fn help(ui: &mut Ui, open: &Open, section: &Section) {
    let known = open
        .review
        .template
        .sections
        .iter()
        .find(|known| known.key == section.key);
    heading(ui, "What belongs here");
    words(
        ui,
        Words::Plain,
        known.map_or("", |known| known.help.as_str()),
    );
    ui.add_space(space::MEDIUM);
    heading(ui, "As it will be numbered");
    let review = &open.review;
    let numbered = drafting::paragraphs(&review.sections, &review.template);
    let numbered = numbered
        .into_iter()
        .find(|numbered| numbered.key == section.key);
    match numbered {
        Some(numbered) if !numbered.paragraphs.is_empty() => {
            for paragraph in &numbered.paragraphs {
                words(ui, Words::SmallStrong, &paragraph.number);
                words(ui, Words::Matter, &paragraph.text);
            }
        }
        _ => {
            words(
                ui,
                Words::Secondary,
                "Nothing is written here yet. The report leaves the heading and says so.",
            );
        }
    }
}
