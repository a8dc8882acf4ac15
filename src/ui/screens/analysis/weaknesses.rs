use egui::Ui;

use super::{Memory, opening};
use crate::app::{Action, App, Open};

pub fn show(
    ui: &mut Ui,
    _app: &App,
    _open: &Open,
    _memory: &mut Memory,
    _actions: &mut Vec<Action>,
) {
    opening(ui, "Weaknesses", "");
}
