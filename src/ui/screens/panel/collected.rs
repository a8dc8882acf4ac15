//! What became of the files that were collected last.

use std::path::PathBuf;

use egui::{Margin, TextEdit, Ui};

use crate::app::{Action, CollectedFile, NotCollected, Open, PanelAction};
use crate::edits::GatheredFile;
use crate::store::Passphrase;
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, card, small, words};

#[derive(Default)]
pub(super) struct Form {
    passphrase: String,
    /// The files that were put away.
    seen: Vec<PathBuf>,
}

pub(super) fn show(ui: &mut Ui, open: &Open, form: &mut Form, actions: &mut Vec<Action>) {
    let files = &open.panel.collected;
    let paths = files.iter().map(|file| &file.path);
    if files.is_empty() || paths.eq(form.seen.iter()) {
        return;
    }
    card(ui, false, |ui| {
        words(ui, Words::SmallStrong, "Collected just now");
        for file in files {
            one(ui, open, file, form, actions);
        }
        if small(ui, true, "Put this away").clicked() {
            form.seen = files.iter().map(|file| file.path.clone()).collect();
        }
    });
    ui.add_space(space::SMALL);
}

fn one(ui: &mut Ui, open: &Open, file: &CollectedFile, form: &mut Form, actions: &mut Vec<Action>) {
    match &file.result {
        Ok(gathered) => {
            let member = open.review.member(gathered.member);
            let name = member.map_or("", |one| one.name.as_str());
            let text = format!("{name}, round {}: {}", gathered.round, what_came(gathered));
            words(ui, Words::Plain, text);
            words(ui, Words::Small, file.file.as_str());
        }
        Err(NotCollected::Refused(why)) => {
            words(ui, Words::Harm, why.as_str());
        }
        Err(NotCollected::Locked) => locked(ui, file, form, actions),
    }
    for note in &file.notes {
        words(ui, Words::Doubt, note.as_str());
    }
}

fn what_came(file: &GatheredFile) -> String {
    let mut parts = vec![match (file.added, file.again) {
        (0, true) => "this file was collected before; nothing is new".to_owned(),
        (0, false) => "no new comments".to_owned(),
        (1, _) => "1 new comment".to_owned(),
        (count, _) => format!("{count} new comments"),
    }];
    if file.unanchored > 0 {
        parts.push(format!("{} at no paragraph", file.unanchored));
    }
    if file.known > 0 && file.added > 0 {
        parts.push(format!("{} known already", file.known));
    }
    parts.join(", ")
}

fn locked(ui: &mut Ui, file: &CollectedFile, form: &mut Form, actions: &mut Vec<Action>) {
    let text = format!(
        "“{}” is a pack. Its passphrase is the one that you agreed with the member.",
        file.file
    );
    words(ui, Words::Doubt, text);
    ui.horizontal_wrapped(|ui| {
        let edit = TextEdit::singleline(&mut form.passphrase)
            .password(true)
            .desired_width(size::SEARCH)
            .margin(Margin::symmetric(8, 5));
        let response = ui.add(edit);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_label("Passphrase of the pack");
        });
        let ready = !form.passphrase.is_empty();
        if small(ui, ready, "Open the pack").clicked() {
            let passphrase = Passphrase::new(std::mem::take(&mut form.passphrase));
            actions.push(PanelAction::CollectPack(file.path.clone(), passphrase).into());
        }
    });
}
