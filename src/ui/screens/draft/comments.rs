//! What the panel said of the paragraph under the caret, and elsewhere in the section.

use egui::Ui;

use crate::app::{Action, DraftAction, Open, PanelAction};
use crate::model::{Comment, CommentKind, Disposition};
use crate::ui::tokens::space;
use crate::ui::widgets::{Tone, Words, card, chip, heading, link, quote, words};

/// The comments on paragraphs of the section, in the order of the paragraphs.
pub fn of_section(open: &Open) -> Vec<&Comment> {
    let Some(section) = open.draft.look.section() else {
        return Vec::new();
    };
    let place = |comment: &Comment| {
        let id = comment.paragraph?;
        section.paragraphs.iter().position(|known| *known == id)
    };
    let comments = open.review.comments.iter();
    let mut found: Vec<(usize, &Comment)> = comments
        .filter_map(|comment| Some((place(comment)?, comment)))
        .collect();
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, comment)| comment).collect()
}

pub fn show(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let all = of_section(open);
    let here = open.draft.look.here.as_ref();
    let id = here.and_then(|here| here.id);
    let (on_this, others): (Vec<&Comment>, Vec<&Comment>) = all
        .into_iter()
        .partition(|comment| comment.paragraph == id && id.is_some());
    let number = here.map_or("", |here| here.paragraph.number.as_str());
    heading(
        ui,
        match number {
            "" => "On this paragraph".to_owned(),
            number => format!("On paragraph {number}"),
        },
    );
    if on_this.is_empty() {
        words(ui, Words::Secondary, "Nobody has commented on it.");
    }
    for comment in on_this {
        one(ui, open, comment, false, actions);
    }
    if !others.is_empty() {
        ui.add_space(space::MEDIUM);
        heading(ui, "Elsewhere in this section");
        for comment in others {
            one(ui, open, comment, true, actions);
        }
    }
}

fn one(ui: &mut Ui, open: &Open, comment: &Comment, elsewhere: bool, actions: &mut Vec<Action>) {
    ui.add_space(space::SMALL);
    card(ui, false, |ui| {
        words(ui, Words::Strong, who(open, comment));
        ui.horizontal_wrapped(|ui| {
            let answered = comment.disposition != Disposition::Open;
            let tone = if answered { Tone::Plain } else { Tone::Doubt };
            chip(ui, tone, comment.disposition.words());
            if comment.objection {
                chip(ui, Tone::Doubt, "Objection");
            }
            if comment.repeats.is_some() {
                chip(ui, Tone::Doubt, "Raised before");
            }
        });
        if !comment.quoted.trim().is_empty() {
            words(ui, Words::Small, about(comment.kind));
            quote(ui, |ui| words(ui, Words::Matter, &comment.quoted));
        }
        words(ui, Words::Matter, &comment.text);
        for (name, said) in [
            ("Why", &comment.reason),
            ("What was changed", &comment.change),
        ] {
            if !said.trim().is_empty() {
                words(ui, Words::SmallStrong, name);
                words(ui, Words::Plain, said);
            }
        }
        if link(ui, "Answer it in the ledger").clicked() {
            actions.push(PanelAction::Show(comment.id).into());
        }
        if let Some(paragraph) = comment.paragraph.filter(|_| elsewhere)
            && link(ui, "Go to its paragraph").clicked()
        {
            actions.push(Action::Draft(DraftAction::ShowParagraph(paragraph)));
        }
    });
}

/// “Aisha Rahman, round 1”
fn who(open: &Open, comment: &Comment) -> String {
    let review = &open.review;
    let Some((round, sending)) = review.sending(comment.sending) else {
        return comment.author.clone();
    };
    let member = review.member(sending.member);
    let name = member.map_or(comment.author.as_str(), |member| member.name.as_str());
    format!("{name}, round {}", round.number)
}

fn about(kind: CommentKind) -> &'static str {
    match kind {
        CommentKind::Remark => "About these words",
        CommentKind::Insertion => "Wants to add, near these words",
        CommentKind::Deletion => "Wants to strike out",
    }
}
