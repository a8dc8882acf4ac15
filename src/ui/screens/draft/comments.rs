//! What the panel said of the paragraph under the caret, and elsewhere in the section.

use egui::Ui;

use crate::app::{
    Action, DraftAction, LedgerFilter, Open, PanelAction, PanelPart, Room, ShellAction,
};
use crate::model::{Comment, CommentKind, Disposition};
use crate::ui::tokens::space;
use crate::ui::widgets::{Tone, Words, card, chip, heading, link, quote, words};

/// More cannot be read through beside the text; the ledger holds them all.
const SHOWN: usize = 24;

/// The comments on paragraphs of the section, in the order of the paragraphs.
pub fn of_section(open: &Open) -> Vec<&Comment> {
    let comments = open.review.comments.iter();
    let mut found: Vec<(usize, &Comment)> = comments
        .filter_map(|comment| Some((place_of(open, comment)?, comment)))
        .collect();
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, comment)| comment).collect()
}

/// Where in the section the comment's paragraph stands.
fn place_of(open: &Open, comment: &Comment) -> Option<usize> {
    let id = comment.paragraph?;
    let section = open.draft.look.section()?;
    section.paragraphs.iter().position(|known| *known == id)
}

pub fn show(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let all = of_section(open);
    let here = open.draft.look.here.as_ref();
    let id = here.and_then(|here| here.id);
    let at = all.partition_point(|comment| place_of(open, comment) < here.map(|here| here.place));
    let (on_this, others): (Vec<&Comment>, Vec<&Comment>) = nearest(&all, at)
        .iter()
        .partition(|comment| comment.paragraph == id && id.is_some());
    if all.len() > SHOWN {
        in_the_ledger(ui, open, all.len(), actions);
    }
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

/// The comments from the paragraph at `at` on, and those before it where there is room for more.
fn nearest<'a, 'b>(all: &'a [&'b Comment], at: usize) -> &'a [&'b Comment] {
    let from = at.min(all.len().saturating_sub(SHOWN));
    &all[from..all.len().min(from + SHOWN)]
}

fn in_the_ledger(ui: &mut Ui, open: &Open, count: usize, actions: &mut Vec<Action>) {
    let text = format!("Shown are {SHOWN} of {count}, from this paragraph on.");
    words(ui, Words::Secondary, text);
    if link(ui, "All of this section in the ledger").clicked() {
        let filter = LedgerFilter {
            section: open.draft.section,
            ..LedgerFilter::default()
        };
        actions.push(Action::Shell(ShellAction::GoTo(Room::Panel)));
        actions.push(PanelAction::ShowPart(PanelPart::Comments).into());
        actions.push(PanelAction::Narrow(filter).into());
    }
    ui.add_space(space::MEDIUM);
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
