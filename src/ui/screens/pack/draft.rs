//! The draft as the member got it, paragraph by paragraph.

use egui::text::{LayoutJob, TextFormat};
use egui::{FontId, Frame, Label, Margin, Sense, Stroke, Ui, UiBuilder};

use crate::app::{Action, OpenPack, PackAction};
use crate::exchange::{CopyParagraph, Piece, Run, plain};
use crate::ui::tokens::{self, letter, palette, size, space};
use crate::ui::widgets::{Tone, Words, chip, hairline, heading, quote, title, words};

pub(super) fn show(ui: &mut Ui, open: &OpenPack, actions: &mut Vec<Action>) {
    let copy = &open.pack.copy;
    title(ui, copy.review.as_str());
    let mut about = vec![copy.label.clone(), copy.sees.words().to_owned()];
    if !copy.agency.is_empty() {
        about.insert(0, copy.agency.clone());
    }
    words(ui, Words::Secondary, about.join(" · "));
    if copy.fictional {
        words(ui, Words::Small, "Fictional sample");
    }
    if !copy.note.is_empty() {
        ui.add_space(space::SMALL);
        quote(ui, |ui| words(ui, Words::Matter, copy.note.as_str()));
    }
    ui.add_space(space::SMALL);
    whole(ui, open, actions);
    for section in &copy.sections {
        ui.add_space(space::MEDIUM);
        hairline(ui);
        ui.add_space(space::SMALL);
        heading(ui, format!("{}  {}", section.number, section.title));
        for paragraph in &section.paragraphs {
            match paragraph.heading {
                0 => numbered(ui, open, paragraph, actions),
                _ => {
                    ui.add_space(space::SMALL);
                    words(ui, Words::MatterStrong, in_words(&paragraph.pieces));
                }
            }
        }
        if section.paragraphs.is_empty() {
            words(ui, Words::Secondary, "Nothing is written here yet.");
        }
    }
    ui.add_space(space::HUGE);
}

/// Where comments on the draft as a whole are made.
fn whole(ui: &mut Ui, open: &OpenPack, actions: &mut Vec<Action>) {
    let count = open.comments_on(None).count();
    let name = format!("The draft as a whole, {}", counted(count));
    let chosen = open.at.is_none();
    if choosable(ui, chosen, &name, |ui| {
        ui.horizontal(|ui| {
            words(ui, Words::Strong, "The draft as a whole");
            count_chip(ui, count);
        });
    }) {
        actions.push(Action::Pack(PackAction::Choose(None)));
    }
}

fn numbered(ui: &mut Ui, open: &OpenPack, paragraph: &CopyParagraph, actions: &mut Vec<Action>) {
    let count = match paragraph.id {
        Some(_) => open.comments_on(paragraph.id).count(),
        None => 0,
    };
    let chosen = paragraph.id.is_some() && open.at == paragraph.id;
    let name = format!("Paragraph {}, {}", paragraph.number, counted(count));
    let pressed = choosable(ui, chosen, &name, |ui| {
        ui.horizontal(|ui| {
            words(ui, Words::SmallStrong, paragraph.number.as_str());
            count_chip(ui, count);
        });
        for piece in &paragraph.pieces {
            shown(ui, piece);
        }
    });
    if pressed && paragraph.id.is_some() {
        actions.push(Action::Pack(PackAction::Choose(paragraph.id)));
    }
}

fn counted(count: usize) -> String {
    match count {
        0 => "no comment".to_owned(),
        1 => "1 comment".to_owned(),
        more => format!("{more} comments"),
    }
}

fn count_chip(ui: &mut Ui, count: usize) {
    if count > 0 {
        chip(ui, Tone::Accent, &counted(count));
    }
}

/// A stretch of the draft that can be chosen by mouse and keyboard; whether it was.
fn choosable(ui: &mut Ui, chosen: bool, name: &str, contents: impl FnOnce(&mut Ui)) -> bool {
    let builder = UiBuilder::new().sense(Sense::click());
    let response = ui
        .scope_builder(builder, |ui| {
            let colours = palette(ui);
            let focused = ui.response().has_focus();
            let (fill, line) = match (chosen, focused) {
                (_, true) => (colours.accent_wash, Stroke::new(2.0, colours.accent)),
                (true, _) => (colours.accent_wash, Stroke::new(1.0, colours.accent)),
                _ => (colours.paper, Stroke::new(1.0, colours.paper)),
            };
            Frame::new()
                .fill(fill)
                .stroke(line)
                .corner_radius(size::ROUND)
                .inner_margin(Margin::symmetric(12, 8))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    contents(ui);
                });
        })
        .response;
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, chosen, name));
    response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .clicked()
}

fn shown(ui: &mut Ui, piece: &Piece) {
    match piece {
        Piece::Text(runs) => line(ui, "", runs),
        Piece::Quotation(runs) => quote(ui, |ui| line(ui, "", runs)),
        Piece::List { numbered, items } => {
            for (at, item) in (1..).zip(items) {
                let mark = match numbered {
                    true => format!("{at}.  "),
                    false => "•  ".to_owned(),
                };
                line(ui, &mark, item);
            }
        }
        Piece::Table(rows) => table(ui, rows),
    }
}

fn table(ui: &mut Ui, rows: &[Vec<Vec<Run>>]) {
    let columns = rows.first().map_or(0, Vec::len).max(1);
    let width = ui.available_width() / columns as f32 - space::SMALL;
    for row in rows {
        ui.horizontal_top(|ui| {
            for cell in row {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    line(ui, "", cell);
                });
            }
        });
        hairline(ui);
    }
}

fn line(ui: &mut Ui, mark: &str, runs: &[Run]) {
    let mut job = LayoutJob::default();
    append(&mut job, ui, mark, Words::Matter.font());
    push(&mut job, ui, runs);
    ui.add(Label::new(job).wrap().selectable(false));
}

fn push(job: &mut LayoutJob, ui: &Ui, runs: &[Run]) {
    for run in runs {
        match run {
            Run::Words(words) | Run::Citation(words) => {
                append(job, ui, words, Words::Matter.font());
            }
            Run::Stressed(words) | Run::Strong(words) => {
                append(job, ui, words, Words::MatterStrong.font());
            }
            Run::Note(runs) => {
                let small = tokens::serif(letter::SMALL);
                append(job, ui, &format!(" (note: {})", plain(runs)), small);
            }
        }
    }
}

fn append(job: &mut LayoutJob, ui: &Ui, words: &str, font: FontId) {
    let format = TextFormat {
        font_id: font,
        color: palette(ui).ink,
        ..TextFormat::default()
    };
    job.append(words, 0.0, format);
}

/// The words alone, for the heading above the comments.
pub(super) fn in_words(pieces: &[Piece]) -> String {
    let lines = pieces.iter().map(|piece| match piece {
        Piece::Text(runs) | Piece::Quotation(runs) => plain(runs),
        Piece::List { items, .. } => {
            let items: Vec<String> = items.iter().map(|item| plain(item)).collect();
            items.join("; ")
        }
        Piece::Table(rows) => {
            let cells: Vec<String> = rows.iter().flatten().map(|cell| plain(cell)).collect();
            cells.join("; ")
        }
    });
    lines.collect::<Vec<_>>().join(" ")
}
