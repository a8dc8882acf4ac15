//! Publish: which documents, where to, and the very pages before they are written.

use egui::{ColorImage, Frame, Key, Margin, TextEdit, TextureHandle, TextureOptions, Ui, vec2};

use crate::app::{
    Action, Made, Open, PanelAction, PanelPart, PublishAction, Room, ShellAction, Shown,
};
use crate::checks;
use crate::dates;
use crate::publish::{Edition, Output};
use crate::ui::tokens::{palette, size, space};
use crate::ui::widgets::{
    Words, choice, hairline, heading, label, link, pane, primary, scroll, secondary, small, words,
};

#[derive(Default)]
pub struct Memory {
    folder: String,
    page: Option<Page>,
}

/// The page on the screen, as it was drawn.
struct Page {
    of: (Output, Edition, i64, usize, u32),
    texture: TextureHandle,
}

pub fn show(ui: &mut Ui, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    pane(ui, "outputs", |ui| outputs(ui, open, memory, actions));
    Frame::new().inner_margin(Margin::symmetric(24, 16)).show(ui, |ui| match &open.publish.preview {
        Some(shown) => preview(ui, open, shown, memory, actions),
        None => {
            let text = "Choose a document at the right and press “Preview”. It is typeset here exactly as it will be written.";
            let busy = open.publish.typesetting.is_some();
            let heading = if busy { "Being typeset" } else { "No preview yet" };
            let button = (!busy).then_some("Preview the report");
            if crate::ui::widgets::empty(ui, heading, text, button) {
                actions.push(Action::Publish(PublishAction::Preview(Output::ReportPdf)));
            }
        }
    });
}

/// A report is not published before its panel was asked often enough.
fn few_rounds(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let Some(few) = checks::two_rounds(&open.review) else {
        return;
    };
    if open.review.members.is_empty() {
        return;
    }
    let text = format!(
        "The panel has not been asked {} yet, as it is before publication.",
        dates::so_often(few.least)
    );
    words(ui, Words::Doubt, text);
    if link(ui, "To the rounds").clicked() {
        actions.push(Action::Shell(ShellAction::GoTo(Room::Panel)));
        actions.push(PanelAction::ShowPart(PanelPart::Rounds).into());
    }
}

fn outputs(ui: &mut Ui, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    heading(ui, "Documents");
    words(
        ui,
        Words::Doubt,
        "Working versions for the panel: they hold names as the agencies wrote them. They must not be published.",
    );
    few_rounds(ui, open, actions);
    ui.add_space(space::SMALL);
    for output in Output::ALL {
        ui.horizontal(|ui| {
            let mut chosen = open.publish.chosen.contains(&output);
            if ui.checkbox(&mut chosen, output.title()).changed() {
                actions.push(Action::Publish(PublishAction::Choose(output, chosen)));
            }
            if output.has_pages() {
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.push_id(output.title(), |ui| {
                        let response = link(ui, "Preview");
                        if response.clicked() {
                            actions.push(Action::Publish(PublishAction::Preview(output)));
                        }
                    });
                });
            }
        });
    }
    ui.add_space(space::MEDIUM);
    folder(ui, open, &mut memory.folder, actions);
    ui.add_space(space::SMALL);
    let count = open.publish.chosen.len();
    let text = if count == 1 {
        "Write 1 document".to_owned()
    } else {
        format!("Write {count} documents")
    };
    if primary(ui, count > 0 && open.publish.folder.is_some(), &text).clicked() {
        actions.push(Action::Publish(PublishAction::Write));
    }
    if open.publish.folder.is_none() {
        words(ui, Words::Small, "Choose a folder first.");
    }
    made(ui, open, actions);
}

pub(super) fn folder(ui: &mut Ui, open: &Open, typed: &mut String, actions: &mut Vec<Action>) {
    words(ui, Words::SmallStrong, "Folder");
    if let Some(folder) = &open.publish.folder {
        words(ui, Words::Plain, folder.display().to_string());
    }
    ui.horizontal(|ui| {
        if secondary(ui, true, "Choose…").clicked() {
            actions.push(Action::Publish(PublishAction::ChooseFolder));
        }
        let edit = TextEdit::singleline(typed)
            .hint_text("or type it, and press Enter")
            .desired_width(f32::INFINITY)
            .margin(Margin::symmetric(8, 6));
        let response = ui.add(edit);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_label("Folder for the documents")
        });
        if response.lost_focus()
            && ui.input(|input| input.key_pressed(Key::Enter))
            && !typed.trim().is_empty()
        {
            actions.push(Action::Publish(PublishAction::SetFolder(
                typed.trim().into(),
            )));
        }
    });
}

fn made(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    if open.publish.made.is_empty() {
        return;
    }
    ui.add_space(space::MEDIUM);
    heading(ui, "Written");
    for Made { output, result } in &open.publish.made {
        hairline(ui);
        ui.push_id(output.title(), |ui| match result {
            Ok(made) => {
                ui.horizontal(|ui| {
                    words(ui, Words::Plain, output.title());
                    words(ui, Words::Small, extent(made));
                    if link(ui, "Show").clicked() {
                        actions.push(Action::Publish(PublishAction::Show(made.path.clone())));
                    }
                });
                for note in &made.notes {
                    words(ui, Words::Doubt, note);
                }
            }
            Err(why) => {
                words(
                    ui,
                    Words::Strong,
                    format!("{} was not written", output.title()),
                );
                words(ui, Words::Harm, why);
            }
        });
    }
}

fn extent(made: &crate::publish::Made) -> String {
    let kilobytes = made.bytes.div_ceil(1024);
    match made.pages {
        Some(1) => format!("1 page · {kilobytes} KB"),
        Some(pages) => format!("{pages} pages · {kilobytes} KB"),
        None => format!("{kilobytes} KB"),
    }
}

fn preview(
    ui: &mut Ui,
    open: &Open,
    shown: &Shown,
    memory: &mut Memory,
    actions: &mut Vec<Action>,
) {
    let pages = shown.preview.pages();
    let page = open.publish.page.min(pages.saturating_sub(1));
    ui.horizontal(|ui| {
        heading(ui, shown.output.title());
        version(ui, open, actions);
        label(
            ui,
            Words::Secondary,
            format!("page {} of {pages}", page + 1),
        );
        if small(ui, page > 0, "Page before").clicked() {
            actions.push(Action::Publish(PublishAction::Page(page - 1)));
        }
        if small(ui, page + 1 < pages, "Next page").clicked() {
            actions.push(Action::Publish(PublishAction::Page(page + 1)));
        }
        if shown.revision != open.review.revision {
            let busy = open.publish.typesetting.is_some();
            label(
                ui,
                Words::Doubt,
                if busy {
                    "being typeset anew"
                } else {
                    "the review has changed since"
                },
            );
            if small(ui, !busy, "Typeset again").clicked() {
                actions.push(Action::Publish(PublishAction::Preview(shown.output)));
            }
        }
    });
    turn_pages(ui, page, pages, actions);
    for note in shown.preview.notes() {
        words(ui, Words::Doubt, note);
    }
    ui.add_space(space::SMALL);
    draw_page(ui, shown, page, memory);
}

/// For whom the pages are: with names, or as everybody will read them.
fn version(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let editions = [
        (Edition::Working, "with names, for the panel".to_owned()),
        (Edition::Publication, "as published".to_owned()),
    ];
    let name = "Which version is shown";
    if let Some(edition) = choice(ui, name, &open.publish.previewed, editions) {
        actions.push(Action::Publish(PublishAction::PreviewAs(edition)));
    }
}

fn turn_pages(ui: &Ui, page: usize, pages: usize, actions: &mut Vec<Action>) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    ui.input(|input| {
        if input.key_pressed(Key::PageDown) && page + 1 < pages {
            actions.push(Action::Publish(PublishAction::Page(page + 1)));
        }
        if input.key_pressed(Key::PageUp) && page > 0 {
            actions.push(Action::Publish(PublishAction::Page(page - 1)));
        }
    });
}

fn draw_page(ui: &mut Ui, shown: &Shown, page: usize, memory: &mut Memory) {
    let Some((width, height)) = shown.preview.page_size(page) else {
        return;
    };
    let room = ui.available_size();
    let wide = room.x.min(size::PROSE + 2.0 * space::HUGE);
    let scale = (wide / width).max(0.1);
    let pixels = scale * ui.pixels_per_point();
    let of = (
        shown.output,
        shown.edition,
        shown.revision,
        page,
        (pixels * 100.0) as u32,
    );
    if memory.page.as_ref().is_none_or(|drawn| drawn.of != of)
        && let Some(image) = shown.preview.page(page, pixels)
    {
        let size = [image.width as usize, image.height as usize];
        let image = ColorImage::from_rgba_unmultiplied(size, &image.rgba);
        let texture = ui.ctx().load_texture("page", image, TextureOptions::LINEAR);
        memory.page = Some(Page { of, texture });
    }
    scroll("preview").show(ui, |ui| {
        let Some(drawn) = &memory.page else {
            return;
        };
        let shown_size = vec2(width * scale, height * scale);
        Frame::new()
            .stroke(egui::Stroke::new(1.0, palette(ui).line))
            .show(ui, |ui| {
                let image = egui::Image::new((drawn.texture.id(), shown_size))
                    .alt_text(format!("Page {}", page + 1));
                ui.add(image);
            });
    });
}
