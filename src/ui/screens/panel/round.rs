//! One round: what goes out, to whom, by when; and once it has gone out, who has replied.

use egui::Ui;

use super::{Memory, replies};
use crate::app::{Action, App, Field, LedgerStanding, Open, PanelAction, RoundPart, Written};
use crate::dates;
use crate::model::{Round, Sees};
use crate::store::Passphrase;
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{
    FieldLook, Words, choice, heading, labelled_field, link, primary, small, tick, words,
};

pub(super) fn show(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    round: &Round,
    memory: &mut Memory,
    actions: &mut Vec<Action>,
) {
    ui.add_space(space::SMALL);
    let against = open.panel.not_heard.len();
    if against > 0 && !round.is_sent() {
        stands_against(ui, against, actions);
    }
    asked(ui, app, open, round, actions);
    if round.is_sent() {
        if !round.overridden.is_empty() {
            let text = format!(
                "It went out although an objection was not heard: “{}”",
                round.overridden
            );
            words(ui, Words::Doubt, text);
        }
        replies::show(ui, open, round, actions);
        written(ui, open, round, actions);
        return;
    }
    sections(ui, open, round, actions);
    members(ui, open, round, actions);
    send(ui, open, round, memory, actions);
}

fn asked(ui: &mut Ui, app: &App, open: &Open, round: &Round, actions: &mut Vec<Action>) {
    let read_only = open.read_only.is_some();
    let deadline = round.deadline.map(dates::spoken_date).unwrap_or_default();
    let look = FieldLook {
        hint: "12 May 2026",
        width: Some(size::AGENCY_NAME),
        read_only,
        ..FieldLook::default()
    };
    let typing = app.state.typing();
    let field = Field::Round(round.id, RoundPart::Deadline);
    let name = format!("Answers by, round {}", round.number);
    labelled_field(ui, &name, typing, field, &deadline, look, actions);
    let look = FieldLook {
        rows: 2,
        hint: "Stands at the head of what they get: what you ask them to look at",
        read_only: read_only || round.is_sent(),
        ..FieldLook::default()
    };
    let field = Field::Round(round.id, RoundPart::Note);
    let name = format!("A word to the members, round {}", round.number);
    labelled_field(ui, &name, typing, field, &round.note, look, actions);
}

fn sections(ui: &mut Ui, open: &Open, round: &Round, actions: &mut Vec<Action>) {
    ui.add_space(space::SMALL);
    heading(ui, "What goes out");
    let may = open.read_only.is_none();
    ui.horizontal_wrapped(|ui| {
        if small(ui, may, "All that is written").clicked() {
            actions.push(PanelAction::ChooseSections(round.id, true).into());
        }
        if small(ui, may, "None").clicked() {
            actions.push(PanelAction::ChooseSections(round.id, false).into());
        }
    });
    let all = &open.review.sections;
    let columns = (ui.available_width() / size::TEXT_COLUMN).clamp(1.0, 3.0) as usize;
    let each = all.len().div_ceil(columns).max(1);
    ui.columns(columns, |columns| {
        for (column, sections) in columns.iter_mut().zip(all.chunks(each)) {
            column.spacing_mut().item_spacing.y = space::HAIR;
            column.spacing_mut().interact_size.y = size::SMALL_CONTROL;
            for section in sections {
                let mut chosen = round.sections.contains(&section.key);
                let text = match section.text.trim().is_empty() {
                    true => format!("{} (nothing written)", section.title),
                    false => section.title.clone(),
                };
                let name = format!("Send {}", section.title);
                if tick(column, &mut chosen, &text, &name).changed() && may {
                    let key = section.key.clone();
                    actions.push(PanelAction::ChooseSection(round.id, key, chosen).into());
                }
            }
        }
    });
}

fn members(ui: &mut Ui, open: &Open, round: &Round, actions: &mut Vec<Action>) {
    ui.add_space(space::SMALL);
    heading(ui, "To whom");
    let may = open.read_only.is_none();
    for member in &open.review.members {
        let sending = round.sendings.iter().find(|one| one.member == member.id);
        if member.left && sending.is_none() {
            continue;
        }
        ui.horizontal_wrapped(|ui| {
            let mut chosen = sending.is_some();
            let name = format!("Send to {}", member.name);
            if tick(ui, &mut chosen, &member.name, &name).changed() && may {
                actions.push(PanelAction::ChooseMember(round.id, member.id, chosen).into());
            }
            let agency = member.agency.and_then(|id| open.review.agency(id));
            let role = match agency {
                Some(agency) => format!("{} {}", member.role, agency.name),
                None => member.role.clone(),
            };
            words(ui, Words::Small, role.trim());
            if let Some(sending) = sending {
                let all = Sees::ALL.map(|sees| (sees, sees.words().to_owned()));
                let name = format!("What {} sees", member.name);
                if let Some(sees) = choice(ui, &name, &sending.sees, all).filter(|_| may) {
                    actions.push(PanelAction::SetSees(round.id, member.id, sees).into());
                }
                if sending.sees == Sees::AgencyFacts && agency.is_none() {
                    words(ui, Words::Doubt, "belongs to no agency");
                }
            }
        });
    }
}

fn send(ui: &mut Ui, open: &Open, round: &Round, memory: &mut Memory, actions: &mut Vec<Action>) {
    ui.add_space(space::MEDIUM);
    let panel = &open.panel;
    let against = panel.not_heard.len();
    if against > 0 {
        overriding(ui, memory);
    }
    let waiting = panel.counts.unanswered.saturating_sub(against);
    let like = panel.counts.like_objections;
    if waiting > 0 {
        let of_these = match like {
            0 => String::new(),
            1 => " One of them reads like an objection.".to_owned(),
            count => format!(" {count} of them read like objections."),
        };
        let text = match waiting {
            1 => format!("1 more comment is not answered.{of_these}"),
            count => format!("{count} more comments are not answered.{of_these}"),
        };
        words(ui, Words::Doubt, text);
        if link(ui, "Look at what is not answered").clicked() {
            actions.push(PanelAction::ShowStanding(LedgerStanding::NotAnswered).into());
        }
    }
    packs(ui, memory);
    ui.horizontal_wrapped(|ui| {
        let may = open.read_only.is_none();
        let overriding = memory.overriding.trim().to_owned();
        let ready = may && (against == 0 || !overriding.is_empty()) && !round.sendings.is_empty();
        let text = format!("Send round {}…", round.number);
        if primary(ui, ready, &text).clicked() {
            let send = PanelAction::Send {
                round: round.id,
                overriding,
                packs: packs_of(memory),
            };
            actions.push(send.into());
        }
        if small(ui, may, "Remove this round").clicked() {
            actions.push(PanelAction::RemoveRound(round.id).into());
        }
    });
    words(
        ui,
        Words::Small,
        "You choose a folder; each member’s file is written into it, marked with their name, the round and “confidential”. The draft as it stands is put aside.",
    );
}

fn stands_against(ui: &mut Ui, against: usize, actions: &mut Vec<Action>) {
    let text = match against {
        1 => "1 objection was not heard yet. Answer it before the next round goes out.".to_owned(),
        count => format!(
            "{count} objections were not heard yet. Answer them before the next round goes out."
        ),
    };
    words(ui, Words::Harm, text);
    if link(ui, "Look at what was not heard").clicked() {
        actions.push(PanelAction::ShowStanding(LedgerStanding::NotHeard).into());
    }
    ui.add_space(space::SMALL);
}

fn overriding(ui: &mut Ui, memory: &mut Memory) {
    words(
        ui,
        Words::SmallStrong,
        "Objections stand against this round. Why does it go out all the same? The reason stays with the round.",
    );
    let edit = egui::TextEdit::singleline(&mut memory.overriding)
        .hint_text("The panel talked it through on 12 May and will come back to it")
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(8, 5));
    let response = ui.add(edit);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label("Why the round goes out all the same");
    });
}

/// A member who has Lantern may get a pack as well.
fn packs(ui: &mut Ui, memory: &mut Memory) {
    words(
        ui,
        Words::SmallStrong,
        "Passphrase of packs, for members who have Lantern; empty: Word files alone",
    );
    let edit = egui::TextEdit::singleline(&mut memory.packs)
        .password(true)
        .desired_width(size::AGENCY_NAME)
        .margin(egui::Margin::symmetric(8, 5));
    let response = ui.add(edit);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label("Passphrase of the packs");
    });
}

/// Forgets the passphrase that was typed.
fn packs_of(memory: &mut Memory) -> Option<Passphrase> {
    let typed = std::mem::take(&mut memory.packs);
    (!typed.is_empty()).then(|| Passphrase::new(typed))
}

/// The files that were written last, and writing them again.
fn written(ui: &mut Ui, open: &Open, round: &Round, actions: &mut Vec<Action>) {
    ui.add_space(space::SMALL);
    ui.horizontal_wrapped(|ui| {
        let may = open.read_only.is_none();
        if small(ui, may, "Collect what came back…").clicked() {
            actions.push(PanelAction::ChooseReplies.into());
        }
        if small(ui, true, "Write the files again…").clicked() {
            let again = PanelAction::Send {
                round: round.id,
                overriding: String::new(),
                packs: None,
            };
            actions.push(again.into());
        }
    });
    let last = open
        .panel
        .written
        .as_ref()
        .filter(|written| written.round == round.id);
    if let Some(written) = last {
        files(ui, written, actions);
    }
}

fn files(ui: &mut Ui, written: &Written, actions: &mut Vec<Action>) {
    words(ui, Words::SmallStrong, "Written just now");
    for file in &written.files {
        let name = file.path.file_name().unwrap_or_default().to_string_lossy();
        let paragraphs = match file.paragraphs {
            1 => "1 paragraph".to_owned(),
            count => format!("{count} paragraphs"),
        };
        ui.horizontal_wrapped(|ui| {
            if link(ui, &name).clicked() {
                actions.push(PanelAction::ShowFile(file.path.clone()).into());
            }
            words(ui, Words::Small, paragraphs);
        });
        for note in &file.notes {
            words(ui, Words::Doubt, note.as_str());
        }
    }
    if link(ui, "Show the folder").clicked() {
        actions.push(PanelAction::ShowFile(written.folder.clone()).into());
    }
}
