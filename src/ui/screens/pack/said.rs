//! What the member says of the paragraph in hand, and what became of what they said before.

use egui::{TextEdit, Ui};

use super::draft;
use crate::app::{Action, OpenPack, PackAction};
use crate::exchange::{Answered, PackComment};
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, hairline, heading, label, primary, quiet, quote, small, words};

const ROWS: usize = 5;

pub(super) fn show(ui: &mut Ui, open: &OpenPack, actions: &mut Vec<Action>) {
    heading(ui, place_in_words(open));
    if open.at.is_none() {
        words(
            ui,
            Words::Secondary,
            "Choose a paragraph to say something about it, or write here what concerns all of it.",
        );
    }
    ui.add_space(space::SMALL);
    for (place, comment) in open.comments_on(open.at) {
        if open.rewording != Some(place) {
            one(ui, place, comment, actions);
        }
    }
    writing(ui, open, actions);
    ui.add_space(space::MEDIUM);
    hairline(ui);
    sending_back(ui, open, actions);
    if !open.pack.copy.answered.is_empty() {
        ui.add_space(space::MEDIUM);
        hairline(ui);
        heading(ui, "What became of what you said before");
        for answered in &open.pack.copy.answered {
            earlier(ui, answered);
        }
    }
}

fn place_in_words(open: &OpenPack) -> String {
    let mut all = open.pack.copy.sections.iter();
    let found = all.find_map(|section| {
        let mut paragraphs = section.paragraphs.iter();
        paragraphs.find(|paragraph| open.at.is_some() && paragraph.id == open.at)
    });
    match found {
        Some(paragraph) if paragraph.heading == 0 => format!("Paragraph {}", paragraph.number),
        Some(paragraph) => draft::in_words(&paragraph.pieces),
        None => "The draft as a whole".to_owned(),
    }
}

fn one(ui: &mut Ui, place: usize, comment: &PackComment, actions: &mut Vec<Action>) {
    quote(ui, |ui| {
        words(ui, Words::Matter, comment.text.as_str());
        ui.horizontal(|ui| {
            label(ui, Words::Small, comment.author.as_str());
            if small(ui, true, "Change").clicked() {
                actions.push(Action::Pack(PackAction::Reword(place)));
            }
        });
    });
    ui.add_space(space::SMALL);
}

fn writing(ui: &mut Ui, open: &OpenPack, actions: &mut Vec<Action>) {
    let name = match open.rewording {
        Some(_) => "Your comment, worded anew",
        None => "Your comment",
    };
    words(ui, Words::SmallStrong, name);
    let mut text = open.writing.clone();
    let edit = TextEdit::multiline(&mut text)
        .desired_rows(ROWS)
        .desired_width(ui.available_width())
        .font(Words::Matter.font())
        .hint_text("What is wrong, missing or unfair, and what should stand there");
    let response = ui.add(edit);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(name));
    if response.changed() {
        actions.push(Action::Pack(PackAction::Write(text.clone())));
    }
    ui.add_space(space::TIGHT);
    ui.horizontal_wrapped(|ui| {
        let empty = text.trim().is_empty();
        let button = match (open.rewording, empty) {
            (Some(_), true) => "Remove this comment",
            (Some(_), false) => "Keep the new words",
            (None, _) => "Keep this comment",
        };
        if primary(ui, open.rewording.is_some() || !empty, button).clicked() {
            actions.push(Action::Pack(PackAction::Keep));
        }
        if open.rewording.is_some() && quiet(ui, "Leave it as it was").clicked() {
            actions.push(Action::Pack(PackAction::LeaveAsItWas));
        }
    });
}

fn sending_back(ui: &mut Ui, open: &OpenPack, actions: &mut Vec<Action>) {
    ui.add_space(space::SMALL);
    heading(ui, "Send it back");
    let count = open.pack.comments.len();
    let kept = match count {
        0 => "You have made no comment yet. If you agree with all of it, say so about the draft as a whole.".to_owned(),
        1 => "1 comment is kept in this file.".to_owned(),
        more => format!("{more} comments are kept in this file."),
    };
    words(
        ui,
        Words::Plain,
        format!(
            "{kept} When you have finished, send the file back to the chair in the way it came to you."
        ),
    );
    let file = open.path.file_name().unwrap_or_default().to_string_lossy();
    words(ui, Words::Small, file);
    if small(ui, true, "Show the file").clicked() {
        actions.push(Action::Pack(PackAction::ShowFile));
    }
}

fn earlier(ui: &mut Ui, answered: &Answered) {
    ui.add_space(space::SMALL);
    let mut place = format!("Round {}", answered.round);
    if !answered.place.is_empty() {
        place = format!("{place}, paragraph {}", answered.place);
    }
    words(ui, Words::SmallStrong, place);
    quote(ui, |ui| words(ui, Words::Matter, answered.said.as_str()));
    words(ui, Words::Plain, answered.outcome.as_str());
    for more in [&answered.reason, &answered.change] {
        if !more.is_empty() {
            words(ui, Words::Secondary, more.as_str());
        }
    }
}
