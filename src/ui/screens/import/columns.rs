//! What each column stands for, above the table: chosen from a menu, dragged from one column to another, or moved with
//! Shift and the arrow keys.

use egui::{
    Align, Button, DragAndDrop, Key, Layout, Modifiers, Order, Rangef, Rect, RichText, Sense,
    Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2,
};

use super::table::{HEAD, NUMBER};
use crate::app::{Action, ImportAction, Ready};
use crate::model::ColumnKey;
use crate::returns::UnderstoodColumn;
use crate::ui::tokens::{self, letter, palette, size, space};
use crate::ui::widgets::{Words, label};

/// What is being dragged: what a column stands for, from that column or from among what no column stands for yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Dragged {
    from: Option<usize>,
    meaning: Option<ColumnKey>,
}

/// Meanings that no column has yet, to be dragged onto one.
pub fn left_over(ui: &mut Ui, ready: &Ready) {
    let columns = &ready.understood.columns;
    let unused: Vec<ColumnKey> = ColumnKey::ALL
        .into_iter()
        .filter(|key| columns.iter().all(|column| column.meaning != Some(*key)))
        .collect();
    // Where every column was understood there is nothing to put right, and menus suffice.
    let is_open = columns.iter().any(|column| column.meaning.is_none());
    if unused.is_empty() || !(is_open || ready.reading.is_by_hand()) {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::TIGHT, space::TIGHT);
        label(ui, Words::Small, "Drag onto a column, or use its menu:");
        for key in unused {
            let text = Words::Small.rich(ui, meaning_words(Some(key)));
            let button = Button::new(text)
                .fill(palette(ui).panel)
                .stroke(Stroke::NONE)
                .corner_radius(size::ROUND_CHIP)
                .min_size(vec2(0.0, size::CHIP))
                .sense(Sense::drag());
            let response = ui.add(button);
            let name = format!("{}, on no column", meaning_words(Some(key)));
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &name));
            response.dnd_set_drag_payload(Dragged {
                from: None,
                meaning: Some(key),
            });
        }
    });
}

/// The headings, each as wide as its column.
pub fn head(ui: &mut Ui, ready: &Ready, widths: &[f32], actions: &mut Vec<Action>) {
    let whole = NUMBER + widths.iter().sum::<f32>();
    let (rect, _) = ui.allocate_exact_size(vec2(whole, HEAD), Sense::hover());
    let line = Stroke::new(1.0, palette(ui).faint_line);
    let mut left = rect.left() + NUMBER;
    for (column, width) in widths.iter().enumerate() {
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(*width, HEAD));
        let understood = ready.understood.columns.get(column);
        let inside = UiBuilder::new()
            .id_salt(column)
            .max_rect(place)
            .layout(Layout::top_down(Align::Min));
        ui.scope_builder(inside, |ui| {
            ui.shrink_clip_rect(place);
            ui.spacing_mut().item_spacing.y = 0.0;
            one(ui, column, widths.len(), understood, actions);
        });
        ui.painter().vline(left, rect.y_range(), line);
        left += width;
    }
}

fn one(
    ui: &mut Ui,
    column: usize,
    count: usize,
    understood: Option<&UnderstoodColumn>,
    actions: &mut Vec<Action>,
) {
    let meaning = understood.and_then(|understood| understood.meaning);
    let name = format!("What column {} is", column + 1);
    let palette = palette(ui);
    let ink = if meaning.is_some() {
        palette.accent
    } else {
        palette.faint
    };
    let text = RichText::new(meaning_words(meaning))
        .font(tokens::sans_strong(letter::BODY))
        .color(ink);
    let arrow = RichText::new("▼")
        .font(tokens::sans(letter::ARROW))
        .color(palette.faint);
    let button = Button::new((text, arrow))
        .truncate()
        .frame_when_inactive(false)
        .min_size(vec2(0.0, size::SMALL_CONTROL))
        .sense(Sense::click_and_drag());
    let (response, _) = ui
        .scope(|ui| {
            ui.spacing_mut().button_padding.x = space::SMALL;
            egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
                ui.set_min_width(220.0);
                for choice in std::iter::once(None).chain(ColumnKey::ALL.map(Some)) {
                    let chosen = choice == meaning;
                    if ui.selectable_label(chosen, meaning_words(choice)).clicked() {
                        if !chosen {
                            actions.push(Action::Import(ImportAction::SetColumn(column, choice)));
                        }
                        ui.close();
                    }
                }
            })
        })
        .inner;
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    response.dnd_set_drag_payload(Dragged {
        from: Some(column),
        meaning,
    });
    if response.has_focus() {
        by_keys(ui, column, count, actions);
    }
    if let Some(understood) = understood {
        let heading = if understood.heading.trim().is_empty() {
            understood.why.clone()
        } else {
            format!("“{}” · {}", understood.heading.trim(), understood.why)
        };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(space::SMALL);
            label(ui, Words::Small, heading.clone()).on_hover_text(heading);
        });
    }
    response.on_hover_text("Choose what the column stands for. Drag it onto another column, or press Shift with an arrow key, to exchange the two.");
}

/// Shift with an arrow key exchanges the meaning of this column with its neighbour's.
fn by_keys(ui: &Ui, column: usize, count: usize, actions: &mut Vec<Action>) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, key));
    let other = if pressed(Key::ArrowLeft) {
        column.checked_sub(1)
    } else if pressed(Key::ArrowRight) {
        Some(column + 1).filter(|other| *other < count)
    } else {
        None
    };
    if let Some(other) = other {
        actions.push(Action::Import(ImportAction::SwapColumns(column, other)));
    }
}

/// Shows where a meaning that is being dragged would go, and takes it when it is let go. `area` is the visible part of the
/// table, `left` where its first column begins.
pub fn drop(ui: &Ui, area: Rect, left: f32, widths: &[f32], actions: &mut Vec<Action>) {
    let Some(dragged) = DragAndDrop::payload::<Dragged>(ui.ctx()) else {
        return;
    };
    let Some(pointer) = ui.input(|input| input.pointer.latest_pos()) else {
        return;
    };
    let palette = palette(ui);
    let painter = ui.ctx().layer_painter(egui::LayerId::new(
        Order::Tooltip,
        egui::Id::unique("dragged meaning"),
    ));
    let target = area
        .contains(pointer)
        .then(|| column_at(pointer.x, left, widths))
        .flatten();
    if let Some((_, across)) = target {
        let rect = Rect::from_x_y_ranges(across, area.y_range()).intersect(area);
        painter.rect_stroke(
            rect,
            2.0,
            Stroke::new(2.0, palette.accent),
            StrokeKind::Inside,
        );
    }
    let font = tokens::sans_strong(letter::BODY);
    let text = painter.layout_no_wrap(
        meaning_words(dragged.meaning).to_owned(),
        font,
        palette.on_accent,
    );
    let at = pointer + vec2(12.0, 8.0);
    let ground = Rect::from_min_size(at, text.size()).expand2(vec2(space::SMALL, space::TIGHT));
    painter.rect_filled(ground, size::ROUND, palette.accent);
    painter.galley(at, text, palette.on_accent);
    if !ui.input(|input| input.pointer.any_released()) {
        return;
    }
    DragAndDrop::clear_payload(ui.ctx());
    if let Some((column, _)) = target
        && dragged.from != Some(column)
    {
        actions.push(Action::Import(match dragged.from {
            Some(from) => ImportAction::SwapColumns(from, column),
            None => ImportAction::SetColumn(column, dragged.meaning),
        }));
    }
}

fn column_at(x: f32, left: f32, widths: &[f32]) -> Option<(usize, Rangef)> {
    let mut from = left;
    for (column, width) in widths.iter().enumerate() {
        let across = Rangef::new(from, from + width);
        if across.contains(x) {
            return Some((column, across));
        }
        from += width;
    }
    None
}

pub fn meaning_words(key: Option<ColumnKey>) -> &'static str {
    match key {
        None => "Kept as it is",
        Some(ColumnKey::Date) => "When",
        Some(ColumnKey::Time) => "Time",
        Some(ColumnKey::Text) => "What was recorded",
        Some(ColumnKey::Response) => "Response",
        Some(ColumnKey::Seen) => "Who was seen",
        Some(ColumnKey::Recorder) => "Recorded by",
        Some(ColumnKey::Document) => "Document",
        Some(ColumnKey::Comment) => "Comment",
        Some(ColumnKey::Basis) => "Who says so",
        Some(ColumnKey::Enquiry) => "Asked about abuse",
        Some(ColumnKey::Disclosure) => "Abuse disclosed",
    }
}
