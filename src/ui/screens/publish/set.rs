//! The set: for whom, where to, what was found in its finished files, and what was written.

use egui::{Frame, Margin, TextEdit, Ui};

use super::outputs;
use crate::app::{Action, Open, PublishAction, PublishPart, SetAction};
use crate::leaks::FileLeak;
use crate::publish::{Against, Edition, SetMade};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{
    Words, hairline, heading, link, primary, quote, scroll, secondary, small, words,
};

/// What is typed: the folder, and the reason why something may pass.
#[derive(Default)]
pub struct Memory {
    folder: String,
    reason: String,
}

pub fn show(ui: &mut Ui, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    scroll("set").show(ui, |ui| {
        let around = Frame::new().inner_margin(Margin::symmetric(24, 16));
        around.show(ui, |ui| {
            ui.set_max_width(size::PROSE * 1.2);
            set(ui, open, memory, actions);
        });
    });
}

fn set(ui: &mut Ui, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    heading(ui, "The set");
    words(
        ui,
        Words::Secondary,
        "Everything that goes out together: report and executive summary, action plan, combined chronology, the response to the letter, \
         the data record, the check report, and a manifest by which each file can be known again.",
    );
    ui.add_space(space::SMALL);
    let state = &open.publish.set;
    let choices = [
        (
            Edition::Publication,
            "For publication",
            "Names, places and numbers are replaced, dates and ages made coarse. Every finished file is read again and looked through; \
             whatever is found stops it.",
        ),
        (
            Edition::Working,
            "Working version for the panel",
            "With the names as the agencies wrote them. It says so on every page, and never stands in a folder with what is published.",
        ),
    ];
    for (edition, name, about) in choices {
        if ui.radio(state.edition == edition, name).clicked() {
            actions.push(SetAction::Choose(edition).into());
        }
        ui.indent(name, |ui| words(ui, Words::Small, about));
    }
    ui.add_space(space::MEDIUM);
    outputs::folder(ui, open, &mut memory.folder, actions);
    words(
        ui,
        Words::Small,
        "The set gets a folder of its own in it. An earlier set of the same kind there is replaced when the new one is whole.",
    );
    ui.add_space(space::SMALL);
    let name = match state.edition {
        Edition::Publication => "Publish the set",
        Edition::Working => "Write the working version",
    };
    if primary(ui, open.publish.folder.is_some(), name).clicked() {
        actions.push(SetAction::Write.into());
    }
    if open.publish.folder.is_none() {
        words(ui, Words::Small, "Choose a folder first.");
    }
    if let Some(found) = &state.against {
        against(ui, found, state.drawn, memory, actions);
    }
    if let Some(made) = &state.made {
        written(ui, made, actions);
    }
    earlier(ui, open);
}

fn against(
    ui: &mut Ui,
    found: &Against,
    drawn: usize,
    memory: &mut Memory,
    actions: &mut Vec<Action>,
) {
    ui.add_space(space::LARGE);
    heading(ui, "What stands against it");
    words(ui, Words::Harm, found.to_string());
    if !found.marks.is_empty() {
        ui.add_space(space::SMALL);
        for mark in found.marks.iter().take(drawn) {
            hairline(ui);
            words(ui, Words::SmallStrong, &mark.rule);
            words(ui, Words::Plain, &mark.what);
        }
        if link(ui, "To the checks").clicked() {
            actions.push(PublishAction::ShowPart(PublishPart::Checks).into());
        }
    }
    for (at, leak) in found.leaks.iter().take(drawn).enumerate() {
        hairline(ui);
        ui.push_id(at, |ui| one(ui, leak));
    }
    let most = found.leaks.len().max(found.marks.len());
    if most > drawn && small(ui, true, &format!("Show more of the {most}")).clicked() {
        actions.push(SetAction::DrawMore.into());
    }
    ui.add_space(space::MEDIUM);
    words(
        ui,
        Words::Plain,
        "A name that is published cannot be taken back. If what was found may stand all the same, write why: the reason is kept in the \
         audit trail and printed in the check report.",
    );
    let edit = TextEdit::multiline(&mut memory.reason)
        .desired_rows(2)
        .desired_width(f32::INFINITY)
        .hint_text("Why may it stand?");
    let response = ui.add(edit);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label("Why it may be published all the same");
    });
    let given = !memory.reason.trim().is_empty();
    if secondary(ui, given, "Publish all the same").clicked() {
        let reason = std::mem::take(&mut memory.reason);
        actions.push(SetAction::WriteAllTheSame(reason).into());
    }
}

fn one(ui: &mut Ui, found: &FileLeak) {
    words(
        ui,
        Words::SmallStrong,
        format!("{}, {}", found.file, found.place),
    );
    quote(ui, |ui| words(ui, Words::Matter, &found.leak.text));
    words(
        ui,
        Words::Small,
        format!("{}. {}", found.leak.kind.words(), found.leak.why),
    );
}

fn written(ui: &mut Ui, made: &SetMade, actions: &mut Vec<Action>) {
    ui.add_space(space::LARGE);
    heading(ui, "Written");
    ui.horizontal_wrapped(|ui| {
        words(ui, Words::Plain, made.folder.display().to_string());
        if link(ui, "Show").clicked() {
            actions.push(PublishAction::Show(made.folder.clone()).into());
        }
    });
    for file in &made.files {
        hairline(ui);
        let kilobytes = file.bytes.div_ceil(1024);
        let extent = match file.pages {
            Some(1) => format!("1 page · {kilobytes} KB"),
            Some(pages) => format!("{pages} pages · {kilobytes} KB"),
            None => format!("{kilobytes} KB"),
        };
        words(ui, Words::Plain, &file.name);
        words(ui, Words::Small, extent);
    }
    for note in &made.notes {
        words(ui, Words::Doubt, note);
    }
}

/// What went out before.
fn earlier(ui: &mut Ui, open: &Open) {
    let publications = &open.review.publishing.publications;
    if publications.is_empty() {
        return;
    }
    ui.add_space(space::LARGE);
    heading(ui, "Went out");
    for publication in publications.iter().rev() {
        hairline(ui);
        let day = crate::dates::spoken_date(publication.dated);
        words(ui, Words::Plain, format!("{day}, by {}", publication.by));
        if publication.overridden > 0 {
            let passed = format!(
                "{} found and let pass: {}",
                publication.overridden, publication.reason
            );
            words(ui, Words::Doubt, passed);
        }
        let mark = publication.manifest.get(..16).unwrap_or_default();
        words(ui, Words::Small, format!("Manifest {mark}…"));
    }
}
