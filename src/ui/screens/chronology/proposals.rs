//! Records that may describe one event, side by side, for the chair to decide.

use egui::{Role, Ui, WidgetInfo};

use super::detail::part;
use crate::app::{
    Action, EventProposal, EventProposals, EventsAction, Open, SURE, SideBySideAction,
};
use crate::chronology::Found;
use crate::model::EntryId;
use crate::ui::screens::citation::cited_record;
use crate::ui::tokens::space;
use crate::ui::widgets::{Tone, Words, card, chip, heading, secondary, small, words};

/// Proposals drawn at once; the next come up as these are decided.
const DRAWN: usize = 25;
/// Characters of each record.
const SHOWN: usize = 180;

pub fn show(ui: &mut Ui, open: &Open, listed: &EventProposals, actions: &mut Vec<Action>) {
    heading(ui, "Records of one event?");
    words(
        ui,
        Words::Small,
        "Several agencies may have recorded the same event. Nothing is merged: the records stay as they are, are joined on the timeline, and their differences are listed.",
    );
    ui.add_space(space::SMALL);
    ui.horizontal_wrapped(|ui| {
        if small(ui, true, "Close the list").clicked() {
            actions.push(EventsAction::Close.into());
        }
        if small(ui, !listed.is_looking, "Look again").clicked() {
            actions.push(EventsAction::Look.into());
        }
    });
    if listed.is_looking {
        words(ui, Words::Secondary, "Looking through the records…");
        return;
    }
    let count = listed.proposals.len();
    if count == 0 {
        words(
            ui,
            Words::Secondary,
            "No records are left that seem to be of one event.",
        );
        return;
    }
    words(
        ui,
        Words::Secondary,
        match count {
            1 => "1 proposal, waiting for you".to_owned(),
            _ => format!("{count} proposals, the surest first"),
        },
    );
    let sure = listed.sure();
    let may_change = open.read_only.is_none();
    if sure > 1 {
        let all = secondary(ui, may_change, &format!("Accept the {sure} surest"));
        let why = format!(
            "All that are at least {:.0} % sure. One undo takes them all back.",
            SURE * 100.0
        );
        if all.on_hover_text(why).clicked() {
            actions.push(EventsAction::AcceptSure.into());
        }
    }
    for (index, one) in listed.proposals.iter().take(DRAWN).enumerate() {
        ui.add_space(space::SMALL);
        card(ui, false, |ui| {
            proposal(ui, open, index, one, may_change, actions);
        });
    }
}

fn proposal(
    ui: &mut Ui,
    open: &Open,
    index: usize,
    one: &EventProposal,
    may_change: bool,
    actions: &mut Vec<Action>,
) {
    // Nothing is ever wholly sure.
    let sure = (one.proposal.confidence * 100.0).floor().min(99.0);
    let sure = format!("{sure:.0} % sure");
    words(
        ui,
        Words::SmallStrong,
        format!("Proposal {}, {sure}", index + 1),
    );
    ui.horizontal_wrapped(|ui| {
        let mut button = |enabled, text: &str| {
            let response = small(ui, enabled, text);
            let name = format!("{text}: proposal {}", index + 1);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &name));
            response.clicked()
        };
        if button(may_change, "One event") {
            actions.push(EventsAction::Accept(index).into());
        }
        if button(true, "Side by side") {
            let entries = one.proposal.entries.clone();
            actions.push(SideBySideAction::Show(entries).into());
        }
        if button(may_change, "Not the same") {
            actions.push(EventsAction::Reject(index).into());
        }
    });
    for entry in &one.proposal.entries {
        cited_record(ui, open, *entry, SHOWN, actions);
    }
    part(ui, "Why");
    for reason in &one.proposal.reasons {
        words(ui, Words::Small, reason.as_str());
    }
    if !one.differences.is_empty() {
        part(ui, "The records differ");
        for found in &one.differences {
            difference(ui, open, found);
        }
    }
}

fn agency_of(open: &Open, id: EntryId) -> &str {
    let entry = open.review.entry(id);
    let agency = entry.and_then(|entry| open.review.agency(entry.agency));
    agency.map_or("", |agency| agency.name.as_str())
}

fn difference(ui: &mut Ui, open: &Open, found: &Found) {
    ui.horizontal_wrapped(|ui| {
        chip(ui, Tone::Doubt, found.about.words());
    });
    for (entry, said) in found.entries.iter().zip([&found.a, &found.b]) {
        let text = format!("{}: “{said}”", agency_of(open, *entry));
        words(ui, Words::Small, text);
    }
}
