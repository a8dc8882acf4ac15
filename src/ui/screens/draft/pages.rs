//! The very page under the cursor, beside the text.

use egui::{ColorImage, Frame, Id, Margin, Rect, TextureHandle, TextureOptions, Ui, pos2, vec2};

use crate::app::{Action, DraftAction, Laid, Open, PagesAction};
use crate::publish::Place;
use crate::ui::tokens::{palette, size, space};
use crate::ui::widgets::{Words, at_side, empty, label, scroll, small, words};

/// The page on the screen, as it was painted.
#[derive(Clone)]
struct Painted {
    of: (u64, usize, u32),
    texture: TextureHandle,
}

/// The button that shows and hides the pages.
pub fn button(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let shown = open.draft.pages.shown;
    let text = if shown {
        "Hide the page"
    } else {
        "Show the page"
    };
    if small(ui, true, text).clicked() {
        actions.push(act(PagesAction::Show(!shown)));
    }
}

/// A pane at the right, where the pages are wanted.
pub fn pane(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    if !open.draft.pages.shown {
        return;
    }
    egui::Panel::right("draft pages")
        .exact_size(width(ui))
        .resizable(false)
        .frame(
            Frame::new()
                .fill(palette(ui).panel)
                .inner_margin(Margin::symmetric(16, 12)),
        )
        .show(ui, |ui| show(ui, open, actions));
    ui.shrink_clip_rect(ui.available_rect_before_wrap());
}

/// As large as the text and the outline leave room for, so that a page can be read in a wide window.
fn width(ui: &Ui) -> f32 {
    let (least, most) = size::PAGE;
    let text = super::editor::width() + 2.0 * space::MEDIUM;
    let left = ui.available_width() - super::outline_width(ui) - text;
    left.clamp(at_side(ui, least), most)
}

fn show(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let state = &open.draft.pages;
    let Some(laid) = &state.laid else {
        match &state.fault {
            Some(fault) => empty(ui, "The page cannot be shown", fault, None),
            None => empty(
                ui,
                "Being typeset",
                "The page under the cursor comes in a moment.",
                None,
            ),
        };
        return;
    };
    let pages = laid.pages.pages();
    let place = open.draft.place_on_page();
    let turned = open.draft.turned_page();
    let page = turned
        .or(place.as_ref().map(|place| place.page))
        .unwrap_or(0);
    let page = page.min(pages.saturating_sub(1));
    ui.horizontal_wrapped(|ui| {
        label(ui, Words::Strong, format!("Page {}", page + 1));
        if small(ui, page > 0, "Page before").clicked() {
            actions.push(act(PagesAction::Turn(Some(page - 1))));
        }
        if small(ui, page + 1 < pages, "Next page").clicked() {
            actions.push(act(PagesAction::Turn(Some(page + 1))));
        }
        if turned.is_some() && small(ui, true, "To the cursor").clicked() {
            actions.push(act(PagesAction::Turn(None)));
        }
    });
    if let Some(fault) = &state.fault {
        words(
            ui,
            Words::Doubt,
            format!("This is the draft before the last change. {fault}"),
        );
    }
    ui.add_space(space::TIGHT);
    draw(ui, laid, page, place.filter(|place| place.page == page));
}

fn draw(ui: &mut Ui, laid: &Laid, page: usize, place: Option<Place>) {
    let Some((width, height)) = laid.pages.page_size(page) else {
        return;
    };
    let scale = ((ui.available_width() - space::SMALL) / width).max(0.1);
    let Some(texture) = painted(ui, laid, page, scale * ui.pixels_per_point()) else {
        return;
    };
    scroll("draft page").show(ui, |ui| {
        let image = egui::Image::new((texture.id(), vec2(width, height) * scale))
            .alt_text(format!("Page {} as it is printed", page + 1));
        let rect = ui.add(image).rect;
        let palette = palette(ui);
        ui.painter().rect_stroke(
            rect,
            0.0,
            egui::Stroke::new(1.0, palette.line),
            egui::StrokeKind::Inside,
        );
        let Some(place) = place else {
            return;
        };
        let line = Rect::from_min_max(
            pos2(rect.left(), rect.top() + place.lines.start * scale),
            pos2(
                rect.left() + space::TIGHT,
                rect.top() + place.lines.end * scale,
            ),
        );
        ui.painter().rect_filled(line, 0.0, palette.accent);
        // Brought into sight when it moves, so that the page can be scrolled by hand afterwards.
        let memory = Id::unique("draft page line");
        let seen = (page, place.lines.start.round() as i32);
        if ui.data(|data| data.get_temp(memory)) != Some(seen) {
            ui.data_mut(|data| data.insert_temp(memory, seen));
            if !ui.clip_rect().contains_rect(line) {
                ui.scroll_to_rect(line, Some(egui::Align::Center));
            }
        }
    });
}

/// The page's picture; painted once.
fn painted(ui: &Ui, laid: &Laid, page: usize, pixels: f32) -> Option<TextureHandle> {
    let memory = Id::unique("draft page picture");
    let of = (laid.number, page, (pixels * 100.0) as u32);
    let kept: Option<Painted> = ui.data(|data| data.get_temp(memory));
    if let Some(kept) = kept.filter(|kept| kept.of == of) {
        return Some(kept.texture);
    }
    let image = laid.pages.page(page, pixels)?;
    let dimensions = [image.width as usize, image.height as usize];
    let image = ColorImage::from_rgba_unmultiplied(dimensions, &image.rgba);
    let texture = ui
        .ctx()
        .load_texture("draft page", image, TextureOptions::LINEAR);
    let painted = Painted {
        of,
        texture: texture.clone(),
    };
    ui.data_mut(|data| data.insert_temp(memory, painted));
    Some(texture)
}

fn act(action: PagesAction) -> Action {
    Action::Draft(DraftAction::Pages(action))
}
