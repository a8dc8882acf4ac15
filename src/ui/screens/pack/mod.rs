//! A panel member's window: the draft at the left, what they say of it at the right.

mod draft;
mod said;

use egui::{Align, Frame, Layout, Margin, Panel, Ui};

use crate::app::{Action, Command, OpenPack, ShellAction};
use crate::dates;
use crate::ui::tokens::{palette, size, space};
use crate::ui::widgets::{Tone, Words, chip, label, pane, quiet, scroll, title};

pub fn show(ui: &mut Ui, open: &OpenPack, actions: &mut Vec<Action>) {
    Panel::top("pack title")
        .exact_size(size::TITLE_LINE)
        .resizable(false)
        .show_separator_line(true)
        .frame(
            Frame::new()
                .fill(palette(ui).paper)
                .inner_margin(Margin::symmetric(24, 6)),
        )
        .show(ui, |ui| title_line(ui, open, actions));
    let narrow = ui.ctx().content_rect().width() < size::NARROW_WINDOW;
    if narrow {
        Panel::bottom("said below")
            .exact_size(ui.ctx().content_rect().height() / 2.0)
            .resizable(false)
            .frame(
                Frame::new()
                    .fill(palette(ui).sheet)
                    .inner_margin(Margin::symmetric(20, 12)),
            )
            .show(ui, |ui| {
                scroll("said below").show(ui, |ui| said::show(ui, open, actions));
            });
    } else {
        pane(ui, "said", |ui| said::show(ui, open, actions));
    }
    Frame::new()
        .fill(palette(ui).paper)
        .inner_margin(Margin::symmetric(24, 16))
        .show(ui, |ui| {
            scroll("draft").show(ui, |ui| {
                let room = ui.available_width();
                let prose = room.min(size::PROSE + 2.0 * space::HUGE);
                ui.horizontal_top(|ui| {
                    ui.add_space((room - prose) / 2.0);
                    ui.vertical(|ui| {
                        ui.set_width(prose);
                        draft::show(ui, open, actions);
                    });
                });
            });
        });
}

fn title_line(ui: &mut Ui, open: &OpenPack, actions: &mut Vec<Action>) {
    let copy = &open.pack.copy;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if quiet(ui, "Close this draft").clicked() {
            actions.push(Action::Shell(ShellAction::Command(Command::CloseFile)));
        }
        if quiet(ui, "Help  F1").clicked() {
            actions.push(Action::Shell(ShellAction::Command(Command::Help)));
        }
        chip(ui, Tone::Doubt, "Confidential");
        if let Some(deadline) = copy.deadline {
            let words = format!("Please answer by {}", dates::spoken_date(deadline));
            label(ui, Words::Small, words);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let title_of = format!("Round {} for {}", copy.round, copy.member);
            title(ui, title_of);
        });
    });
}
