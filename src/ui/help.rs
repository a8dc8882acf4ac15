//! F1: the manual page of the screen, beside the screen.

use egui::{Frame, Margin, Stroke, Ui};

use super::tokens::{palette, size, space};
use super::widgets::{Words, hairline, heading, quiet, scroll, title, words};
use crate::app::{Action, App, Command, ShellAction, manual};

pub fn show(ui: &mut Ui, app: &App, actions: &mut Vec<Action>) {
    let palette = palette(ui);
    egui::Panel::right("help")
        .exact_size(size::DETAIL)
        .resizable(false)
        .show_separator_line(false)
        .frame(
            Frame::new()
                .fill(palette.sheet)
                .stroke(Stroke::new(1.0, palette.line))
                .inner_margin(Margin::symmetric(20, 16)),
        )
        .show(ui, |ui| {
            scroll("help pages").show(ui, |ui| {
                if quiet(ui, "Close help").clicked() {
                    actions.push(Action::Shell(ShellAction::CloseHelp));
                }
                page(ui, &manual::page(app.state.screen()));
                ui.add_space(space::MEDIUM);
                heading(ui, "Keys");
                for command in Command::all() {
                    hairline(ui);
                    ui.horizontal(|ui| {
                        words(ui, Words::SmallStrong, command.keys().words());
                        words(ui, Words::Small, command.words());
                    });
                }
            });
        });
}

/// A manual page: `#` and `##` headings, `- ` items, paragraphs.
fn page(ui: &mut Ui, text: &str) {
    for block in manual::blocks(text) {
        match block {
            manual::Block::Title(text) => {
                title(ui, text);
            }
            manual::Block::Heading(text) => {
                ui.add_space(space::SMALL);
                heading(ui, text);
            }
            manual::Block::Item(text) => {
                ui.horizontal_top(|ui| {
                    words(ui, Words::Secondary, "·");
                    words(ui, Words::Plain, text);
                });
            }
            manual::Block::Paragraph(text) => {
                words(ui, Words::Plain, text);
            }
        }
    }
}
