//! Who has answered a round that went out.

use egui::Ui;

use crate::app::{Action, LedgerFilter, Open, PanelAction, PanelPart};
use crate::dates;
use crate::model::{MemberId, Round, SendingId};
use crate::overview::{Replied, round_standing};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, hairline, heading, label, link, small, words};

pub(super) fn show(ui: &mut Ui, open: &Open, round: &Round, actions: &mut Vec<Action>) {
    ui.add_space(space::SMALL);
    heading(ui, "Who has replied");
    for (sending, member, replied) in round_standing(&open.review, round, open.today).replies {
        hairline(ui);
        one(ui, open, round, (sending, member, replied), actions);
    }
    add(ui, open, round, actions);
}

fn one(
    ui: &mut Ui,
    open: &Open,
    round: &Round,
    (sending, member, replied): (SendingId, MemberId, Replied),
    actions: &mut Vec<Action>,
) {
    let name = open
        .review
        .member(member)
        .map_or("", |one| one.name.as_str());
    let comments = open
        .review
        .comments
        .iter()
        .filter(|one| one.sending == sending)
        .count();
    ui.horizontal_wrapped(|ui| {
        ui.allocate_ui(egui::vec2(size::AGENCY_NAME, size::SMALL_CONTROL), |ui| {
            ui.set_width(size::AGENCY_NAME);
            label(ui, Words::Strong, name);
        });
        let (style, text) = told(replied);
        words(ui, style, text);
        let sees = round.sendings.iter().find(|one| one.id == sending);
        words(ui, Words::Small, sees.map_or("", |one| one.sees.words()));
        if comments > 0 {
            let text = match comments {
                1 => "1 comment".to_owned(),
                count => format!("{count} comments"),
            };
            let shown = link(ui, &text);
            shown.widget_info(|| {
                let name = format!("{text} of {name} in round {}", round.number);
                egui::WidgetInfo::labeled(egui::Role::Link, true, name)
            });
            if shown.clicked() {
                let filter = LedgerFilter {
                    round: Some(round.id),
                    member: Some(member),
                    ..LedgerFilter::default()
                };
                actions.push(PanelAction::Narrow(filter).into());
                actions.push(PanelAction::ShowPart(PanelPart::Comments).into());
            }
        } else if open.read_only.is_none() {
            let (text, now) = match replied {
                Replied::On(_) => ("Not replied after all", false),
                Replied::NotYet | Replied::Late(_) => ("Nothing to add", true),
            };
            let button = small(ui, true, text);
            button.widget_info(|| {
                let name = format!("{text}: {name}, round {}", round.number);
                egui::WidgetInfo::labeled(egui::Role::Button, true, name)
            });
            if button.clicked() {
                actions.push(PanelAction::SetReplied(sending, now).into());
            }
        }
    });
}

fn told(replied: Replied) -> (Words, String) {
    match replied {
        Replied::On(Some(day)) => (
            Words::Done,
            format!("replied on {}", dates::spoken_date(day)),
        ),
        Replied::On(None) => (Words::Done, "replied".to_owned()),
        Replied::NotYet => (Words::Secondary, "not yet".to_owned()),
        Replied::Late(1) => (Words::Doubt, "late by 1 day".to_owned()),
        Replied::Late(days) => (Words::Doubt, format!("late by {days} days")),
    }
}

/// Somebody who joined the panel later gets the draft as it went out.
fn add(ui: &mut Ui, open: &Open, round: &Round, actions: &mut Vec<Action>) {
    let missing = open.review.members.iter().filter(|member| {
        let has = round.sendings.iter().any(|one| one.member == member.id);
        !member.left && !has
    });
    let missing: Vec<_> = missing.collect();
    if missing.is_empty() || open.read_only.is_some() {
        return;
    }
    hairline(ui);
    ui.horizontal_wrapped(|ui| {
        words(ui, Words::Secondary, "Send it to another as well:");
        for member in missing {
            if small(ui, true, &format!("Also send to {}", member.name)).clicked() {
                actions.push(PanelAction::ChooseMember(round.id, member.id, true).into());
            }
        }
    });
}
