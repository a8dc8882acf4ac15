//! Hindsight.
//!
//! **What it finds.** Wordings that judge what was decided by what came after (“should have known”, “inevitable”, “would have prevented”).
//!
//! **Why.** A review asks what people knew then and why what they did seemed right to them. Hindsight teaches nobody anything, and it wrongs
//! those who acted on what they had. Guidance asks chairs to avoid it.
//!
//! **What to do.** Say what was known at the time, to whom, and what good practice asked for then. A sentence that says what the panel
//! cannot know is left in peace.

use crate::checks::prose::once;
use crate::checks::wording::Wordings;
use crate::checks::{Case, Mark};
use crate::model::RuleSetting;

pub(super) fn find(case: &Case<'_>, setting: &RuleSetting) -> Vec<Mark> {
    let wordings = Wordings::of(setting, &[]);
    let mut marks = Vec::new();
    for passage in case.passages() {
        for (stretch, range, wording) in wordings.in_passage(&passage) {
            let written = &stretch.text[range];
            let what = match wording.why.trim() {
                "" => format!("{} has “{written}”.", passage.place),
                why => format!("{} has “{written}”. {why}", passage.place),
            };
            marks.push(passage.mark(written, what, wording.instead.clone()));
        }
    }
    once(marks)
}
