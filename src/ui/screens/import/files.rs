//! The files that wait, each with its agency and its state.

use egui::{Align, Layout, Sense, Ui, UiBuilder};

use crate::app::{Action, ImportAction, Open, Ready, Waiting, WaitingState, earlier_like};
use crate::ui::tokens::size;
use crate::ui::widgets::{Words, card, choice, label, link};

pub fn show(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    for (index, waiting) in open.import.waiting.iter().enumerate() {
        let selected = index == open.import.selected;
        ui.push_id(index, |ui| {
            // Before its contents, so that the buttons on it are pressed and not the card.
            let clickable = UiBuilder::new().sense(Sense::click());
            let response = ui
                .scope_builder(clickable, |ui| {
                    card(ui, selected, |ui| {
                        one(ui, open, index, waiting, actions);
                        if let (true, WaitingState::Ready(ready)) = (selected, &waiting.state) {
                            corrects(ui, open, waiting, ready, actions);
                        }
                    });
                })
                .response;
            response.widget_info(|| {
                egui::WidgetInfo::selected(
                    egui::Role::ListItem,
                    true,
                    selected,
                    format!("File {}", waiting.name),
                )
            });
            if response.clicked() {
                actions.push(Action::Import(ImportAction::Select(index)));
            }
        });
    }
}

fn one(ui: &mut Ui, open: &Open, index: usize, waiting: &Waiting, actions: &mut Vec<Action>) {
    if ui.available_width() < size::NARROW_LINE {
        label(ui, Words::Strong, &waiting.name);
        ui.horizontal_wrapped(|ui| decisions(ui, open, index, waiting, actions));
        return;
    }
    ui.horizontal(|ui| {
        label(ui, Words::Strong, &waiting.name);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            decisions(ui, open, index, waiting, actions);
        });
    });
}

fn decisions(ui: &mut Ui, open: &Open, index: usize, waiting: &Waiting, actions: &mut Vec<Action>) {
    if !matches!(waiting.state, WaitingState::Importing(_)) && link(ui, "Put aside").clicked() {
        actions.push(Action::Import(ImportAction::PutAside(index)));
    }
    state(ui, waiting);
    let agency = waiting.agency.and_then(|id| open.review.agency(id));
    let settled = matches!(
        waiting.state,
        WaitingState::Imported { .. } | WaitingState::Importing(_)
    );
    if settled {
        label(
            ui,
            Words::Secondary,
            agency.map_or("", |agency| agency.name.as_str()),
        );
    } else {
        let all = open
            .review
            .agencies
            .iter()
            .map(|agency| (Some(agency.id), agency.name.clone()));
        let none = std::iter::once((None, "Which agency?".to_owned()));
        if let Some(Some(agency)) =
            choice(ui, "Agency that sent it", &waiting.agency, none.chain(all))
        {
            actions.push(Action::Import(ImportAction::SetAgency(index, agency)));
        }
    }
}

/// An agency that has sent a return before may send a corrected one.
fn corrects(ui: &mut Ui, open: &Open, waiting: &Waiting, ready: &Ready, actions: &mut Vec<Action>) {
    let mut earlier = open
        .review
        .imports
        .iter()
        .filter(|import| Some(import.agency) == waiting.agency)
        .filter(|import| !open.import.replaced.contains_key(&import.id))
        .peekable();
    if earlier.peek().is_none() {
        return;
    }
    let like = earlier_like(&open.review, &waiting.name);
    let like = like.filter(|import| {
        Some(import.agency) == waiting.agency && !open.import.replaced.contains_key(&import.id)
    });
    ui.horizontal(|ui| {
        label(ui, Words::Small, "This return");
        let all = earlier.map(|import| {
            let text = format!("is a corrected return of {}", import.file);
            (Some(import.id), text)
        });
        let none = std::iter::once((None, "adds to what is there".to_owned()));
        let present = ready.amends.as_ref().map(|amending| amending.import);
        if let Some(import) = choice(ui, "What this return does", &present, none.chain(all)) {
            actions.push(Action::Import(ImportAction::Amend(import)));
        }
        if let (None, Some(import)) = (present, like) {
            label(
                ui,
                Words::Doubt,
                format!("Its name is like {}.", import.file),
            );
        }
    });
}

fn state(ui: &mut Ui, waiting: &Waiting) {
    match &waiting.state {
        WaitingState::Reading => {
            label(ui, Words::Small, "being read");
        }
        WaitingState::Stopped => {
            label(ui, Words::Doubt, "stopped");
        }
        WaitingState::Failed(_) => {
            label(ui, Words::Harm, "cannot be read");
        }
        WaitingState::Ready(ready) => match ready.understood.doubts.len() {
            0 => {
                label(ui, Words::Done, "no doubts");
            }
            1 => {
                label(ui, Words::Doubt, "1 doubt");
            }
            many => {
                label(ui, Words::Doubt, format!("{many} doubts"));
            }
        },
        WaitingState::Importing(_) => {
            label(ui, Words::Small, "being imported");
        }
        WaitingState::Imported { ready, .. } => {
            let doubts = match ready.understood.doubts.len() {
                1 => "1 doubt".to_owned(),
                many => format!("{many} doubts"),
            };
            let entries = ready.understood.entries.len();
            label(ui, Words::Done, "Imported");
            label(ui, Words::Small, format!("{entries} entries · {doubts}"));
        }
    }
}
