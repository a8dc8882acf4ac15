//! The rounds, the latest first; one of them is open.

use egui::Ui;

use super::{Memory, comment, round};
use crate::app::{Action, App, Open, PanelAction, PanelPart};
use crate::checks;
use crate::dates;
use crate::model::Round;
use crate::overview::round_standing;
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, card, empty, heading, link, secondary, words};

pub(super) fn show(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    memory: &mut Memory,
    actions: &mut Vec<Action>,
) {
    let review = &open.review;
    if review.rounds.is_empty() {
        return nothing(ui, open, actions);
    }
    few(ui, open);
    let waits = review.rounds.iter().any(|round| !round.is_sent());
    if !waits && secondary(ui, open.read_only.is_none(), "Begin the next round").clicked() {
        actions.push(PanelAction::BeginRound.into());
    }
    for each in review.rounds.iter().rev() {
        ui.add_space(space::SMALL);
        let is_open = open.panel.round == Some(each.id);
        ui.push_id(each.id.0, |ui| {
            card(ui, is_open, |ui| {
                head(ui, open, each, is_open, actions);
                if is_open {
                    round::show(ui, app, open, each, memory, actions);
                }
            });
        });
    }
}

fn nothing(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let has_members = open.review.members.iter().any(|member| !member.left);
    let (text, button, action) = match has_members {
        false => (
            "Before the first round, say who is on the panel: one member for each agency, a specialist service, and whoever of the family reads the draft.".to_owned(),
            "To the members",
            PanelAction::ShowPart(PanelPart::Members),
        ),
        true => (
            format!(
                "In a round the draft goes out to the members, each as a Word file of their own, and comes back with their comments. A panel is asked at least {} before publication.",
                dates::so_often(open.review.template.least_rounds)
            ),
            "Begin the first round",
            PanelAction::BeginRound,
        ),
    };
    if empty(ui, "No rounds yet", &text, Some(button)) {
        actions.push(action.into());
    }
}

/// The check that a panel is asked often enough.
fn few(ui: &mut Ui, open: &Open) {
    let least = dates::so_often(open.review.template.least_rounds);
    let Some(few) = checks::two_rounds(&open.review) else {
        let text =
            format!("Everybody on the panel was asked at least {least}, as publication needs.");
        words(ui, Words::Done, text);
        return;
    };
    let times = |times: &usize| match times {
        0 => "not asked yet".to_owned(),
        times => format!("asked {}", dates::so_often(*times)),
    };
    let asked = few.asked.iter().filter_map(|(id, count)| {
        let member = open.review.member(*id)?;
        Some(format!("{} ({})", member.name, times(count)))
    });
    let asked: Vec<String> = asked.collect();
    let rounds = match few.sent {
        0 => "No round has gone out yet".to_owned(),
        1 => "1 round has gone out".to_owned(),
        count => format!("{count} rounds have gone out"),
    };
    let who = match asked.is_empty() {
        true => String::new(),
        false => format!(" Asked fewer times: {}.", asked.join(", ")),
    };
    let text = format!("{rounds}; a panel is asked at least {least} before publication.{who}");
    words(ui, Words::Doubt, text);
}

fn head(ui: &mut Ui, open: &Open, each: &Round, is_open: bool, actions: &mut Vec<Action>) {
    heading(ui, format!("Round {}", each.number));
    words(ui, Words::Secondary, told(open, each));
    if !is_open && link(ui, &format!("Open round {}", each.number)).clicked() {
        actions.push(PanelAction::ShowRound(each.id).into());
    }
}

/// “Sent on 3 May 2022, answers by 24 May 2022 · 4 of 5 have replied · 12 comments, 3 not answered”
fn told(open: &Open, each: &Round) -> String {
    let standing = round_standing(&open.review, each, open.today);
    let by = each.deadline.map_or_else(String::new, |day| {
        format!(", answers by {}", dates::spoken_date(day))
    });
    if !each.is_sent() {
        let count = each.sendings.len();
        return format!("Not sent yet{by} · for {count} of the panel");
    }
    let day = comment::day_of(&each.sent).unwrap_or_default();
    let mut parts = vec![
        format!("Sent on {day}{by}"),
        format!(
            "{} of {} have replied",
            standing.replied(),
            standing.replies.len()
        ),
    ];
    parts.push(match (standing.comments, standing.unanswered) {
        (0, _) => "no comments".to_owned(),
        (1, 0) => "1 comment, answered".to_owned(),
        (count, 0) => format!("{count} comments, all answered"),
        (count, open) => format!("{count} comments, {open} not answered"),
    });
    parts.join(" · ")
}
