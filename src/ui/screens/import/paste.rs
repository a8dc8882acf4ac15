//! A table from the clipboard: by Ctrl V anywhere on the screen, or by the button.

use std::time::{Duration, Instant};

use egui::{Event, Ui, ViewportCommand};

use crate::app::{Action, ImportAction};
use crate::ui::widgets::secondary;

/// The system answers within a frame or two; after this long the clipboard holds no text.
const PATIENCE: Duration = Duration::from_millis(600);

/// When the button asked for the clipboard.
#[derive(Default)]
pub struct Pasting(Option<Instant>);

pub fn button(ui: &mut Ui, pasting: &mut Pasting) {
    let tip = "Copy a table in Word, Excel or a web page (Ctrl C), and paste it here (Ctrl V).";
    if secondary(ui, true, "Paste a table")
        .on_hover_text(tip)
        .clicked()
    {
        pasting.0 = Some(Instant::now());
        ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
    }
}

/// Takes what was pasted, unless a field is being typed in.
pub fn take(ui: &mut Ui, pasting: &mut Pasting, actions: &mut Vec<Action>) {
    if ui.ctx().text_edit_focused() && pasting.0.is_none() {
        return;
    }
    let mut pasted = None;
    ui.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Paste(text) => {
                pasted = Some(text.clone());
                false
            }
            _ => true,
        });
    });
    if pasted.is_none() {
        match pasting.0 {
            Some(asked) if asked.elapsed() > PATIENCE => pasted = Some(String::new()),
            Some(_) => ui.ctx().request_repaint_after(PATIENCE / 4),
            None => {}
        }
    }
    if let Some(text) = pasted {
        pasting.0 = None;
        actions.push(Action::Import(ImportAction::Paste(text)));
    }
}
