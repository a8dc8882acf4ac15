//! Who is on the panel, and who of the family reads the draft.

use egui::Ui;

use crate::app::{Action, App, Field, MemberPart, Open, PanelAction};
use crate::model::{Independence, Member};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{
    FieldLook, Words, choice, empty, field, hairline, secondary, small, tick, words,
};

pub(super) fn show(ui: &mut Ui, app: &App, open: &Open, actions: &mut Vec<Action>) {
    let members = &open.review.members;
    if members.is_empty() {
        let text = "One member for each statutory agency, a specialist domestic abuse service, experts where the case asks for them, and whoever of the family reads the draft. Nobody who had to do with the case before.";
        if empty(ui, "No members yet", text, Some("Add the first member")) {
            actions.push(PanelAction::AddMember.into());
        }
        return;
    }
    words(
        ui,
        Words::Secondary,
        "Real names: they stand on what each member gets and in this file only. Whoever has left keeps what they said.",
    );
    ui.add_space(space::SMALL);
    for member in members {
        hairline(ui);
        ui.push_id(member.id.0, |ui| one(ui, app, open, member, actions));
    }
    ui.add_space(space::SMALL);
    if secondary(ui, open.read_only.is_none(), "Add a member").clicked() {
        actions.push(PanelAction::AddMember.into());
    }
}

fn one(ui: &mut Ui, app: &App, open: &Open, member: &Member, actions: &mut Vec<Action>) {
    let may = open.read_only.is_none();
    let whole = ui.available_width();
    ui.horizontal_wrapped(|ui| {
        let parts = [
            (
                MemberPart::Name,
                "Name",
                &member.name,
                "",
                size::AGENCY_NAME,
            ),
            (
                MemberPart::Role,
                "Role",
                &member.role,
                "designated nurse, sister …",
                size::AGENCY_NAME,
            ),
            (
                MemberPart::Email,
                "Address",
                &member.email,
                "e-mail",
                size::RESPONSE_COLUMN,
            ),
        ];
        for (part, name, stored, hint, width) in parts {
            let look = FieldLook {
                hint,
                width: Some(width.min(whole - space::MEDIUM)),
                read_only: !may,
                ..FieldLook::default()
            };
            let name = match part {
                MemberPart::Name => format!("Name of {}", member.name),
                _ => format!("{name} of {}", member.name),
            };
            let place = Field::Member(member.id, part);
            field(ui, &name, app.state.typing(), place, stored, look, actions);
        }
    });
    independence(ui, app, open, member, actions);
    ui.horizontal_wrapped(|ui| {
        let mut agencies = vec![(None, "No agency".to_owned())];
        let all = open.review.agencies.iter();
        agencies.extend(all.map(|agency| (Some(agency.id), agency.name.clone())));
        let name = format!("Agency of {}", member.name);
        if let Some(agency) = choice(ui, &name, &member.agency, agencies).filter(|_| may) {
            actions.push(PanelAction::SetMemberAgency(member.id, agency).into());
        }
        let mut left = member.left;
        let name = format!("{} has left the panel", member.name);
        if tick(ui, &mut left, "Has left", &name).changed() && may {
            actions.push(PanelAction::SetMemberLeft(member.id, left).into());
        }
        // An empty label would begin the line anew, and lie over what stands in it.
        let asked = asked(open, member);
        if !asked.is_empty() {
            words(ui, Words::Small, asked);
        }
        if !open
            .review
            .rounds
            .iter()
            .any(|round| round.is_sent() && has(round, member))
        {
            let remove = small(ui, may, "Remove");
            remove.widget_info(|| {
                let name = format!("Remove {}", member.name);
                egui::WidgetInfo::labeled(egui::Role::Button, may, name)
            });
            if remove.clicked() {
                actions.push(PanelAction::RemoveMember(member.id).into());
            }
        }
    });
}

/// Nobody on the panel may have had to do with the case: each is asked, and what connects them is said.
fn independence(ui: &mut Ui, app: &App, open: &Open, member: &Member, actions: &mut Vec<Action>) {
    let may = open.read_only.is_none();
    let width = size::RESPONSE_COLUMN.max(size::IN_HAND / 2.0);
    let width = width.min(ui.available_width() - space::MEDIUM);
    ui.horizontal_wrapped(|ui| {
        let all = Independence::ALL.map(|one| (one, one.words().to_owned()));
        let name = format!("Independence of {}", member.name);
        if let Some(chosen) = choice(ui, &name, &member.independence, all).filter(|_| may) {
            actions.push(PanelAction::SetIndependence(member.id, chosen).into());
        }
        let says_something = !member.connection.is_empty();
        if member.independence != Independence::Connected && !says_something {
            return;
        }
        let look = FieldLook {
            hint: "what connects them with the people or the case, and how that is dealt with",
            width: Some(width),
            read_only: !may,
            ..FieldLook::default()
        };
        let name = format!("Connection of {}", member.name);
        let place = Field::Member(member.id, MemberPart::Connection);
        let stored = &member.connection;
        field(ui, &name, app.state.typing(), place, stored, look, actions);
    });
}

fn has(round: &crate::model::Round, member: &Member) -> bool {
    round
        .sendings
        .iter()
        .any(|sending| sending.member == member.id)
}

/// “Round 1: replied, 4 comments · Round 2: not yet”
fn asked(open: &Open, member: &Member) -> String {
    let mut parts = Vec::new();
    for round in open.review.rounds.iter().filter(|round| round.is_sent()) {
        let mut sendings = round.sendings.iter();
        let Some(sending) = sendings.find(|one| one.member == member.id) else {
            continue;
        };
        let comments = open
            .review
            .comments
            .iter()
            .filter(|one| one.sending == sending.id)
            .count();
        let told = match (comments, sending.replied.is_empty()) {
            (0, true) => "not yet".to_owned(),
            (0, false) => "nothing to add".to_owned(),
            (1, _) => "1 comment".to_owned(),
            (count, _) => format!("{count} comments"),
        };
        parts.push(format!("Round {}: {told}", round.number));
    }
    parts.join(" · ")
}
