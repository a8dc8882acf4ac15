//! What she must be told of, and concerns for her safety.

use egui::Ui;

use super::file::File;
use super::{forms, waits};
use crate::app::{Action, Adding, PartnersAction};
use crate::dates;
use crate::programme::NoticeState;
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, hairline, heading, words};
use crate::wall::{SafetyConcern, Told};

pub(super) fn show(ui: &mut Ui, file: File<'_>, actions: &mut Vec<Action>) {
    let all = file.behind.notices.iter().enumerate();
    let hers: Vec<_> = all
        .filter(|(_, one)| one.partner == file.partner.id)
        .collect();
    if hers.is_empty() {
        let text = "Nothing has happened that she must be told of.";
        words(ui, Words::Secondary, text);
    }
    let draft = &file.behind.draft;
    for (at, notice) in hers {
        hairline(ui);
        if (draft.adding, draft.at) == (Some(Adding::Notice), Some(at)) {
            forms::show(ui, file, Adding::Notice, actions);
            continue;
        }
        let by = dates::spoken_date(notice.by);
        let (style, text) = match notice.state {
            NoticeState::Told(on) => {
                let on = dates::spoken_date(on);
                (Words::Done, format!("she was told on {on}"))
            }
            NoticeState::Owed => (Words::Secondary, format!("to be told by {by}")),
            NoticeState::Overdue => (Words::Doubt, format!("overdue; to be told by {by}")),
        };
        let of = told_words(file, notice.of);
        let happened = dates::spoken_date(notice.happened);
        words(ui, Words::Plain, format!("{}, {happened}", sentence(&of)));
        if let Some((_, concern)) = concern(file, notice.of) {
            words(ui, Words::Matter, file.behind.read(&concern.words));
        }
        words(ui, style, text);
        ui.push_id(("notice", at), |ui| {
            ui.horizontal_wrapped(|ui| match notice.state {
                NoticeState::Told(_) => {
                    if file.can(ui, "Change the day", &format!("Change the day: {of}")) {
                        actions.push(PartnersAction::Change(Adding::Notice, at).into());
                    }
                    if file.can(ui, "She was not told", &format!("She was not told: {of}")) {
                        actions.push(PartnersAction::Remove(Adding::Notice, at).into());
                    }
                }
                NoticeState::Owed | NoticeState::Overdue => {
                    if file.can(ui, "Told today", &format!("She was told today: {of}")) {
                        actions.push(PartnersAction::Told(at).into());
                    }
                    let called = format!("She was told on another day: {of}");
                    if file.can(ui, "Told on another day…", &called) {
                        actions.push(PartnersAction::Change(Adding::Notice, at).into());
                    }
                }
            });
        });
        ui.add_space(space::SMALL);
    }
    ui.add_space(space::MEDIUM);
    heading(ui, "Concerns for her safety");
    words(ui, Words::Small, "She is told of each at once.");
    for (at, concern) in file.partner.concerns.iter().enumerate() {
        let of = (Adding::Concern, at, "concern");
        file.record(ui, of, concern.on, actions, |ui| {
            words(ui, Words::Matter, file.behind.read(&concern.words));
        });
    }
    file.adds(ui, Adding::Concern, "Record a concern", actions);
}

/// What she is told of; of several concerns, which.
fn told_words(file: File<'_>, of: Told) -> String {
    match concern(file, of) {
        Some((at, _)) if file.partner.concerns.len() > 1 => {
            format!("concern {} for her safety", at + 1)
        }
        _ => waits::told_words(of).to_owned(),
    }
}

/// The concern that is told, with its place in her list.
fn concern(file: File<'_>, of: Told) -> Option<(usize, &SafetyConcern)> {
    let mut concerns = file.partner.concerns.iter().enumerate();
    concerns.find(|(_, one)| of == Told::Concern(one.id))
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}
