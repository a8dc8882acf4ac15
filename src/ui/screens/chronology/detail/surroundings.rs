//! The row that an entry came from, in the agency's own table: its headings, the rows above and below.

use egui::{Frame, Id, Label, Margin, Modal, Rect, Sense, Stroke, Ui, pos2, vec2};

use crate::app::{Action, Around, EntryAction, Kept, Open};
use crate::model::Entry;
use crate::returns::Row;
use crate::ui::tokens::{palette, size, space};
use crate::ui::widgets::{Words, heading, secondary, words};

const NUMBER: f32 = 48.0;
const NARROWEST: f32 = 84.0;
/// The share of the window that the table may take.
const SHARE: egui::Vec2 = vec2(0.86, 0.72);
/// Letters beyond which a column is not given more room: such cells wrap.
const LONG: f32 = 240.0;

pub fn show(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let Some(entry) = open.source.entry.and_then(|id| open.review.entry(id)) else {
        return;
    };
    let window = ui.ctx().content_rect().size() * SHARE;
    let frame = Frame::popup(ui.style()).inner_margin(Margin::same(24));
    let modal = Modal::new(Id::unique("source"))
        .frame(frame)
        .show(ui.ctx(), |ui| {
            ui.set_width(window.x);
            ui.set_max_height(window.y);
            let more = contents(ui, open, entry);
            ui.add_space(space::MEDIUM);
            ui.horizontal(|ui| {
                if secondary(ui, true, "Close").clicked() {
                    actions.push(Action::Entry(EntryAction::CloseSource));
                }
                if more && secondary(ui, true, "Show more rows").clicked() {
                    actions.push(Action::Entry(EntryAction::MoreRows));
                }
            });
        });
    if modal.should_close() {
        actions.push(Action::Entry(EntryAction::CloseSource));
    }
}

/// Returns whether the table has more rows than are shown.
fn contents(ui: &mut Ui, open: &Open, entry: &Entry) -> bool {
    heading(ui, "As it stands in what the agency sent");
    words(
        ui,
        Words::Small,
        format!("{}, {}", entry.source.file, entry.source.place),
    );
    ui.add_space(space::SMALL);
    let kept = entry
        .source
        .import
        .and_then(|import| open.source.kept(import));
    let trouble = match kept {
        Some(Kept::Read(file)) => match open.source.rows(file) {
            Some(around) => {
                table(ui, entry, &around);
                return around.rows.len() < around.table.rows.len();
            }
            None => "The row was not found again in the file. The wording beside the entry is what was imported from it.".to_owned(),
        },
        None | Some(Kept::Reading) => {
            ui.horizontal(|ui| {
                ui.add(egui::Spinner::new().size(16.0));
                words(ui, Words::Secondary, "The file is being read again.");
            });
            return false;
        }
        Some(Kept::Missing) => "The file itself is not in this review: it was imported before files were kept. The wording of the row is whole beside the entry; its neighbours can be seen in the agency’s own file.".to_owned(),
        Some(Kept::Stopped) => "Reading the file was stopped. Open this once more to read it.".to_owned(),
        Some(Kept::Failed(why)) => why.clone(),
    };
    words(ui, Words::Plain, trouble);
    false
}

fn table(ui: &mut Ui, entry: &Entry, around: &Around<'_>) {
    let widths = widths(around, ui.available_width() - NUMBER - space::SMALL);
    egui::ScrollArea::both()
        .id_salt("source rows")
        .auto_shrink([false, true])
        .max_height(ui.available_height() - size::CONTROL * 2.0)
        .show(ui, |ui| {
            ui.set_width(NUMBER + widths.iter().sum::<f32>());
            ui.spacing_mut().item_spacing.y = 0.0;
            if let Some(headings) = around.headings.filter(|row| !around.rows.contains(row)) {
                row(ui, entry, around, headings, &widths);
                let between = around.rows.start.saturating_sub(headings + 1);
                if between > 0 {
                    gap(ui, between);
                }
            }
            for index in around.rows.clone() {
                row(ui, entry, around, index, &widths);
            }
        });
}

fn gap(ui: &mut Ui, rows: usize) {
    let text = match rows {
        1 => "1 row between".to_owned(),
        many => format!("{many} rows between"),
    };
    Frame::new()
        .inner_margin(Margin::symmetric(8, 4))
        .show(ui, |ui| words(ui, Words::Small, format!("⋯ {text}")));
}

/// Room by how much the cells hold, never less than can be read.
fn widths(around: &Around<'_>, room: f32) -> Vec<f32> {
    let shown = around.headings.into_iter().chain(around.rows.clone());
    let rows: Vec<&Row> = shown
        .filter_map(|index| around.table.rows.get(index))
        .collect();
    let longest = |column: usize| {
        let letters = rows.iter().map(|row| row.text(column).chars().count());
        (letters.max().unwrap_or(0) as f32).clamp(6.0, LONG)
    };
    let weights: Vec<f32> = (0..around.table.width)
        .map(|column| longest(column).sqrt())
        .collect();
    let sum: f32 = weights.iter().sum();
    weights
        .iter()
        .map(|weight| (weight / sum.max(1.0) * room).max(NARROWEST))
        .collect()
}

/// One row as it was sent; the entry's own is marked, and the cells that it took its wording from.
fn row(ui: &mut Ui, entry: &Entry, around: &Around<'_>, index: usize, widths: &[f32]) {
    let Some(row) = around.table.rows.get(index) else {
        return;
    };
    let palette = palette(ui);
    let is_own = index == around.own;
    let is_heading = around.headings == Some(index);
    let ground = ui.painter().add(egui::Shape::Noop);
    let mut taken = Vec::new();
    let inner = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        cell(ui, NUMBER, |ui| {
            words(ui, Words::Small, row.number.to_string());
        });
        for (column, width) in widths.iter().enumerate() {
            let text = row.text(column).trim();
            let style = if is_heading {
                Words::SmallStrong
            } else {
                Words::Matter
            };
            let rect = cell(ui, *width, |ui| {
                if !text.is_empty() {
                    ui.add(Label::new(style.rich(ui, text)).wrap().selectable(true));
                }
            });
            if is_own && is_taken(entry, text) {
                taken.push(rect);
            }
        }
    });
    let rect = inner.response.rect;
    let fill = match (is_own, is_heading) {
        (true, _) => palette.accent_wash,
        (_, true) => palette.panel,
        _ => palette.sheet,
    };
    ui.painter()
        .set(ground, egui::Shape::rect_filled(rect, 0.0, fill));
    let line = Stroke::new(1.0, palette.faint_line);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, line);
    if is_own {
        let bar = Rect::from_min_max(rect.min, pos2(rect.left() + 3.0, rect.bottom()));
        ui.painter().rect_filled(bar, 0.0, palette.accent);
    }
    for cell in taken {
        let under = pos2(cell.left() + space::SMALL, rect.bottom() - 3.0);
        let mark = Rect::from_min_max(
            under,
            pos2(cell.right() - space::SMALL, rect.bottom() - 1.0),
        );
        ui.painter().rect_filled(mark, 0.0, palette.accent);
    }
    let said = if is_own { "This entry’s row" } else { "Row" };
    let name = format!("{said} {}: {}", row.number, row.wording());
    let response = ui.interact(
        rect,
        ui.scope_id().with(("source row", index)),
        Sense::hover(),
    );
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Row, true, &name));
    if is_own {
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_selected(true));
    }
}

fn cell(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) -> Rect {
    let inner = ui.allocate_ui(vec2(width, 0.0), |ui| {
        Frame::new()
            .inner_margin(Margin::symmetric(8, 6))
            .show(ui, |ui| {
                ui.set_width(width - 2.0 * space::SMALL);
                ui.vertical(contents);
            });
    });
    inner.response.rect
}

/// Whether the entry took its date or one of its wordings from this cell.
fn is_taken(entry: &Entry, text: &str) -> bool {
    !text.is_empty()
        && (entry.when.wording.contains(text)
            || [&entry.text, &entry.response, &entry.seen]
                .iter()
                .any(|wording| wording.contains(text)))
}
