//! Every doubt with a jump to its cell, and every row that becomes no entry.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Sense, Ui};

use crate::app::{Action, ImportAction, Ready};
use crate::model::Doubt;
use crate::returns::Understood;
use crate::ui::tokens::{palette, space};
use crate::ui::widgets::{Words, hairline, heading, words};

/// More are listed after the import, with the import.
const LISTED: usize = 300;

/// Doubts with one and the same reason stand together; a click shows the next of their cells.
pub fn show(ui: &mut Ui, ready: &Ready, kept: &mut Groups, actions: &mut Vec<Action>) {
    let groups = kept.of(&ready.understood);
    for (number, group) in groups.iter().enumerate().take(LISTED) {
        hairline(ui);
        let chosen = ready
            .jump
            .and_then(|jump| group.iter().position(|index| *index == jump));
        let first = &ready.understood.doubts[group[0]];
        let inner = ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            words(ui, Words::SmallStrong, places(ready, group, chosen));
            words(ui, Words::Secondary, &first.why);
        });
        let rect = inner.response.rect;
        let response = ui.interact(rect, ui.scope_id().with(("doubt", number)), Sense::click());
        response.widget_info(|| {
            egui::WidgetInfo::labeled(
                egui::Role::Button,
                true,
                format!("Doubt at {}", first.place),
            )
        });
        if chosen.is_some() {
            let bar = egui::Rect::from_min_size(
                rect.min - egui::vec2(8.0, 0.0),
                egui::vec2(3.0, rect.height()),
            );
            ui.painter().rect_filled(bar, 0.0, palette(ui).doubt);
        }
        if response
            .on_hover_cursor(egui::CursorIcon::PointingHand)
            .clicked()
        {
            let next = chosen.map_or(0, |at| (at + 1) % group.len());
            actions.push(Action::Import(ImportAction::Jump(group[next])));
        }
    }
    let more = groups.len().saturating_sub(LISTED);
    if more > 0 {
        hairline(ui);
        words(
            ui,
            Words::Small,
            format!("and {more} more kinds, listed with the import once it is stored"),
        );
    }
}

/// Indices of doubts that say the same, in the order in which each was first met; kept while the understanding is the same.
#[derive(Default)]
pub struct Groups {
    of: Option<Arc<Understood>>,
    groups: Vec<Vec<usize>>,
}

impl Groups {
    fn of(&mut self, understood: &Arc<Understood>) -> &[Vec<usize>] {
        let is_kept = self
            .of
            .as_ref()
            .is_some_and(|of| Arc::ptr_eq(of, understood));
        if !is_kept {
            self.of = Some(Arc::clone(understood));
            self.groups = groups(&understood.doubts);
        }
        &self.groups
    }
}

fn groups(doubts: &[Doubt]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut group_of: HashMap<&str, usize> = HashMap::new();
    for (index, doubt) in doubts.iter().enumerate() {
        let group = *group_of.entry(doubt.why.as_str()).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[group].push(index);
    }
    groups
}

/// Where the doubts of a group stand: the one cell with its wording, or how many and which is shown.
fn places(ready: &Ready, group: &[usize], chosen: Option<usize>) -> String {
    let at = |index: usize| {
        let doubt = &ready.understood.doubts[index];
        format!("{} · {}", doubt.place, short(&doubt.wording))
    };
    match (group, chosen) {
        ([one], _) => at(*one),
        (several, Some(shown)) => format!(
            "{} of {} · {}",
            shown + 1,
            several.len(),
            at(several[shown])
        ),
        (several, None) => format!("{} cells, from {}", several.len(), at(several[0])),
    }
}

pub fn left_out(ui: &mut Ui, ready: &Ready) {
    let skipped = &ready.understood.skipped;
    if skipped.is_empty() {
        return;
    }
    ui.add_space(space::SMALL);
    heading(
        ui,
        match skipped.len() {
            1 => "1 row becomes no entry".to_owned(),
            many => format!("{many} rows become no entry"),
        },
    );
    words(ui, Words::Small, "Their wording is kept with the import.");
    for row in skipped.iter().take(LISTED) {
        hairline(ui);
        words(
            ui,
            Words::SmallStrong,
            format!("{} · {}", row.place, short(&row.wording)),
        );
        words(ui, Words::Secondary, &row.why);
    }
}

fn short(text: &str) -> String {
    const SHOWN: usize = 70;
    let text = text.trim().replace('\n', " ");
    if text.chars().count() > SHOWN {
        format!("{}…", text.chars().take(SHOWN).collect::<String>())
    } else {
        text
    }
}
