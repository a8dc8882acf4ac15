//! The ledger: every comment on a line, in the order of the report.

use std::ops::Range;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Align2, FontId, Rect, Sense, Ui, pos2, vec2};

use super::{collected, keys, told};
use crate::app::{Action, LedgerFilter, LedgerStanding, Open, PanelAction, PanelPart};
use crate::drafting::{LedgerLine, Stands};
use crate::model::{Comment, CommentKind};
use crate::ui::tokens::{self, letter, palette, size, space};
use crate::ui::widgets::{Words, choice, empty, quiet, scroll, small, words};

#[derive(Default)]
pub(super) struct Memory {
    asked: u64,
    /// The lines that were on the screen in the last frame.
    visible: Range<usize>,
}

pub(super) fn show(
    ui: &mut Ui,
    open: &Open,
    memory: &mut super::Memory,
    actions: &mut Vec<Action>,
) {
    collected::show(ui, open, &mut memory.collected, actions);
    if open.review.comments.is_empty() && !memory.told.is_open {
        return nothing(ui, open, actions);
    }
    head(ui, open, memory, actions);
    told::show(ui, open, &mut memory.told, actions);
    narrow(ui, open, actions);
    words(ui, Words::Small, keys::HELP);
    ui.add_space(space::SMALL);
    if open.panel.shown.is_empty() {
        words(
            ui,
            Words::Secondary,
            "No comment stands so. Choose otherwise above.",
        );
    }
    lines(ui, open, &mut memory.ledger, actions);
}

fn nothing(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let went_out = open.review.rounds.iter().any(|round| round.is_sent());
    let (text, button) = match went_out {
        true => (
            "A round has gone out, and nothing has come back yet. Members write their comments into the Word file that they were sent, in Word or in LibreOffice, and send it back; drop their files on this window.",
            "Collect what came back…",
        ),
        false => (
            "The panel comments on the draft in rounds. A round goes out as a Word file for each member; what comes back stands here, each comment at its paragraph, until it is answered.",
            "To the rounds",
        ),
    };
    if empty(ui, "No comments yet", text, Some(button)) {
        actions.push(match went_out {
            true => PanelAction::ChooseReplies.into(),
            false => PanelAction::ShowPart(PanelPart::Rounds).into(),
        });
    }
}

fn head(ui: &mut Ui, open: &Open, memory: &mut super::Memory, actions: &mut Vec<Action>) {
    let comments = &open.review.comments;
    let unanswered = open.panel.counts.unanswered;
    ui.horizontal_wrapped(|ui| {
        let text = format!("{unanswered} of {} not answered", comments.len());
        words(ui, Words::Strong, text);
        let not_heard = open.panel.not_heard.len();
        if not_heard > 0 {
            let text = match not_heard {
                1 => "1 objection not heard".to_owned(),
                count => format!("{count} objections not heard"),
            };
            if small(ui, true, &text).clicked() {
                actions.push(PanelAction::ShowStanding(LedgerStanding::NotHeard).into());
            }
        }
        let may = open.read_only.is_none();
        if small(ui, may, "Collect what came back…").clicked() {
            actions.push(PanelAction::ChooseReplies.into());
        }
        if small(ui, may, "Enter a comment…").clicked() {
            memory.told.is_open = true;
        }
    });
}

fn narrow(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let review = &open.review;
    let filter = open.panel.filter;
    let mut wanted = filter;
    ui.horizontal_wrapped(|ui| {
        let mut standings = vec![(None, "However they stand".to_owned())];
        let counts = open.panel.counts.standings;
        standings.extend(
            LedgerStanding::ALL
                .into_iter()
                .zip(counts)
                .map(|(standing, count)| {
                    (Some(standing), format!("{} ({count})", standing.words()))
                }),
        );
        if let Some(standing) = choice(
            ui,
            "Only comments that stand so",
            &filter.standing,
            standings,
        ) {
            wanted.standing = standing;
        }
        let mut rounds = vec![(None, "All rounds".to_owned())];
        rounds.extend(
            review
                .rounds
                .iter()
                .map(|one| (Some(one.id), format!("Round {}", one.number))),
        );
        if let Some(round) = choice(ui, "Only comments of this round", &filter.round, rounds) {
            wanted.round = round;
        }
        let mut members = vec![(None, "Everybody".to_owned())];
        members.extend(
            review
                .members
                .iter()
                .map(|one| (Some(one.id), one.name.clone())),
        );
        if let Some(member) = choice(ui, "Only comments of this member", &filter.member, members) {
            wanted.member = member;
        }
        let mut sections = vec![(None, "All sections".to_owned())];
        sections.extend(
            review
                .sections
                .iter()
                .map(|one| (Some(one.id), one.title.clone())),
        );
        if let Some(section) = choice(
            ui,
            "Only comments on this section",
            &filter.section,
            sections,
        ) {
            wanted.section = section;
        }
        if !filter.is_empty() && quiet(ui, "Show all").clicked() {
            wanted = LedgerFilter::default();
        }
    });
    if wanted != filter {
        actions.push(PanelAction::Narrow(wanted).into());
    }
}

fn lines(ui: &mut Ui, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    let panel = &open.panel;
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut area = scroll("ledger");
    if memory.asked != panel.asked {
        memory.asked = panel.asked;
        let chosen =
            |index: &usize| panel.ledger.get(*index).map(|line| line.comment) == panel.comment;
        let place = panel.shown.iter().position(chosen);
        if let Some(place) = place.filter(|place| !memory.visible.contains(place)) {
            let above = ui.available_height() / 2.0;
            area = area.vertical_scroll_offset((place as f32 * size::LEDGER_LINE - above).max(0.0));
        }
    }
    area.show_rows(ui, size::LEDGER_LINE, panel.shown.len(), |ui, range| {
        // The first and the last may be cut.
        memory.visible = range.start + 1..range.end.saturating_sub(2);
        for index in panel.shown.get(range).into_iter().flatten() {
            let Some(line) = panel.ledger.get(*index) else {
                continue;
            };
            if let Some(comment) = open.review.comment(line.comment) {
                one(ui, open, line, comment, actions);
            }
        }
    });
}

fn one(ui: &mut Ui, open: &Open, line: &LedgerLine, comment: &Comment, actions: &mut Vec<Action>) {
    let colours = palette(ui);
    let chosen = open.panel.comment == Some(comment.id);
    let (rect, response) = ui.allocate_exact_size(
        vec2(ui.available_width(), size::LEDGER_LINE),
        Sense::click(),
    );
    let member = open
        .review
        .member(line.member)
        .map_or("", |one| one.name.as_str());
    let standing = standing(open, comment);
    response.widget_info(|| {
        let name = format!(
            "{}, {member}, round {}, {}: {}",
            line.stands.words(),
            line.round_number,
            standing.0.to_lowercase(),
            beginning(comment)
        );
        egui::WidgetInfo::selected(egui::Role::Button, true, chosen, name)
    });
    let painter = ui.painter_at(rect);
    if chosen {
        painter.rect_filled(rect, size::ROUND, colours.accent_wash);
    } else if response.hovered() {
        painter.rect_filled(rect, size::ROUND, colours.panel);
    }
    let inner = rect.shrink2(vec2(space::SMALL, space::SMALL));
    let small_font = tokens::sans(letter::SMALL);
    let place = match &line.stands {
        Stands::At(place) if !place.number.is_empty() => place.number.clone(),
        Stands::At(_) => "Heading".to_owned(),
        Stands::Gone(_) => "Gone".to_owned(),
        Stands::Nowhere => "–".to_owned(),
    };
    let left = inner.left() + size::LEDGER_PLACE + space::MEDIUM * line.depth.min(3) as f32;
    painter.text(
        inner.left_top(),
        Align2::LEFT_TOP,
        place,
        tokens::sans_strong(letter::SMALL),
        colours.ink,
    );
    let (words, style) = standing;
    let right = painter.text(
        inner.right_top(),
        Align2::RIGHT_TOP,
        words,
        small_font.clone(),
        style.colour(ui),
    );
    let kind = match comment.kind {
        CommentKind::Remark if comment.answers.is_some() => " · reply".to_owned(),
        CommentKind::Remark => String::new(),
        kind => format!(" · {}", kind.words().to_lowercase()),
    };
    let who = format!("{member} · round {}{kind}", line.round_number);
    let room = (right.left() - left - space::SMALL).max(0.0);
    put(
        ui,
        inner.top(),
        left,
        room,
        who,
        small_font,
        colours.secondary,
    );
    let y = inner.bottom() - letter::MATTER - space::TIGHT;
    let ink = if comment.is_answered() {
        colours.secondary
    } else {
        colours.ink
    };
    put(
        ui,
        y,
        left,
        inner.right() - left,
        beginning(comment),
        tokens::serif(letter::MATTER),
        ink,
    );
    if response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .clicked()
    {
        actions.push(PanelAction::Choose(comment.id).into());
    }
    let below = Rect::from_min_max(rect.left_bottom() - vec2(0.0, 1.0), rect.right_bottom());
    painter.rect_filled(below, 0.0, colours.faint_line);
}

/// One line of text, cut where there is no more room.
fn put(ui: &Ui, y: f32, x: f32, room: f32, text: String, font: FontId, ink: egui::Color32) {
    let mut job = LayoutJob::simple_singleline(text, font, ink);
    job.wrap = TextWrapping::truncate_at_width(room);
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(pos2(x, y), galley, ink);
}

/// How a comment stands, in words at the end of its line.
fn standing(open: &Open, comment: &Comment) -> (&'static str, Words) {
    if let Some(why) = open.panel.not_heard.get(&comment.id) {
        return match why.earlier() {
            Some(_) => ("Objection raised again, not heard", Words::Harm),
            None => ("Objection, not answered", Words::Doubt),
        };
    }
    if comment.disposition.needs_reason() && !comment.is_answered() {
        return ("Needs a reason", Words::Doubt);
    }
    let style = match comment.is_answered() {
        true => Words::Done,
        false => Words::Doubt,
    };
    (comment.disposition.words(), style)
}

/// The comment on one line; what was struck out or put in says so.
pub(super) fn beginning(comment: &Comment) -> String {
    const SHOWN: usize = 200;
    let words = comment
        .text
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    words.chars().take(SHOWN).collect()
}

/// What somebody speaks of in a comment, for lists of comments.
pub(super) fn named(open: &Open, comment: &Comment) -> String {
    const SHOWN: usize = 60;
    let round = open
        .review
        .sending(comment.sending)
        .map_or(0, |(round, _)| round.number);
    let text = beginning(comment);
    let mut cut: String = text.chars().take(SHOWN).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    format!("Round {round}: {cut}")
}
