//! Whether a recommendation is specific, measurable, achievable, relevant and time-bound.

use egui::Ui;

use crate::model::{Recommendation, Smart};
use crate::ui::widgets::{Tone, Words, chip, words};

/// A chip for each quality, and in words what is missing.
pub fn show(ui: &mut Ui, recommendation: &Recommendation) {
    ui.horizontal_wrapped(|ui| {
        words(ui, Words::SmallStrong, "SMART");
        for smart in Smart::ALL {
            match smart.missing(recommendation) {
                None => chip(ui, Tone::Accent, &format!("{} ✓", smart.words())),
                Some(missing) => {
                    let name = format!("Not yet {}", smart.words().to_lowercase());
                    chip(ui, Tone::Doubt, &name).on_hover_text(format!("Say {missing}."))
                }
            };
        }
    });
    let missing = recommendation.missing();
    if !missing.is_empty() {
        let missing = missing.join("; ");
        words(ui, Words::Doubt, format!("Still to say: {missing}."));
    }
}
