//! The same as the drawing, in sentences.

use egui::Ui;

use crate::app::{Action, KnowledgeAction, ShellAction, Story};
use crate::ui::tokens::size;
use crate::ui::widgets::{Words, link, small, words};

pub fn show(ui: &mut Ui, story: &Story, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        words(ui, Words::Strong, "In words");
        let copy = small(ui, true, "Copy as text");
        if copy.on_hover_text("For the report, or a letter").clicked() {
            actions.push(KnowledgeAction::Copy(story.fact).into());
        }
    });
    for (at, told) in story.told.iter().enumerate() {
        ui.push_id(at, |ui| {
            ui.set_max_width(size::PROSE);
            let style = if told.doubt {
                Words::Doubt
            } else {
                Words::Plain
            };
            ui.horizontal_wrapped(|ui| {
                words(ui, style, told.sentence.as_str());
                if let Some(entry) = told.entry
                    && link(ui, "Show the record").clicked()
                {
                    actions.push(Action::Shell(ShellAction::ShowEntry(entry)));
                }
            });
        });
    }
}
