//! What coders saw differently, entry by entry, to be talked through.

use egui::Ui;

use super::in_a_row;
use crate::analysis::{Agreed, Disagreement};
use crate::app::{Action, AgreementAction, AnalysisAction, Open, Opened};
use crate::model::{Coding, Settlement, Tagging};
use crate::ui::screens::citation;
use crate::ui::tokens::space;
use crate::ui::widgets::{Tone, Words, card, chip, choice, heading, quote, small, tick, words};

/// Characters of a record.
const SHOWN: usize = 280;

pub fn show(ui: &mut Ui, open: &Open, coding: &Coding, agreed: &Agreed, actions: &mut Vec<Action>) {
    ui.add_space(space::LARGE);
    heading(ui, "Disagreements to talk through");
    let all = &agreed.disagreements;
    let settled = all.iter().filter(|one| one.settled.is_some()).count();
    if all.is_empty() {
        words(
            ui,
            Words::Secondary,
            "There is none: wherever two coders have finished an entry, they tagged it alike.",
        );
        return;
    }
    words(
        ui,
        Words::Secondary,
        format!(
            "{} in all, {settled} settled. Settling brings the tags of all coders into line; the figures above stay as they were before anybody talked.",
            counted(all.len())
        ),
    );
    let state = &open.analysis.agreement;
    ui.horizontal_wrapped(|ui| {
        let mut shows = state.shows_settled;
        if settled > 0
            && tick(
                ui,
                &mut shows,
                "Settled ones too",
                "Show settled disagreements",
            )
            .changed()
        {
            actions.push(AgreementAction::ShowSettled(shows).into());
        }
        let mut entries: Vec<_> = all
            .iter()
            .filter(|one| one.settled.is_none())
            .map(|one| one.entry)
            .collect();
        entries.dedup();
        if !entries.is_empty() && small(ui, true, "Open their records beside").clicked() {
            let title = format!("{}: disagreements", coding.name);
            let opened = Opened { title, entries };
            actions.push(Action::Analysis(AnalysisAction::Open(opened)));
        }
    });
    let wanted = |one: &&Disagreement| state.shows_settled || one.settled.is_none();
    let shown: Vec<&Disagreement> = all.iter().filter(wanted).collect();
    if shown.is_empty() {
        words(ui, Words::Done, "All of them are settled.");
    }
    for (number, one) in (1..).zip(shown.iter().take(state.drawn)) {
        ui.add_space(space::SMALL);
        card(ui, false, |ui| line(ui, open, coding, one, number, actions));
    }
    if shown.len() > state.drawn {
        let text = format!("Show more: {} are left", shown.len() - state.drawn);
        if small(ui, true, &text).clicked() {
            actions.push(AgreementAction::DrawMore.into());
        }
    }
}

fn counted(count: usize) -> String {
    match count {
        1 => "1 disagreement".to_owned(),
        _ => format!("{count} disagreements"),
    }
}

fn line(
    ui: &mut Ui,
    open: &Open,
    coding: &Coding,
    one: &Disagreement,
    number: usize,
    actions: &mut Vec<Action>,
) {
    ui.horizontal_wrapped(|ui| {
        words(ui, Words::Small, number.to_string());
        words(ui, Words::Strong, open.review.tag_name(&one.weakness));
        let tone = match one.settled {
            Some(_) => Tone::Plain,
            None => Tone::Doubt,
        };
        chip(
            ui,
            tone,
            one.settled.map_or("To talk through", Settlement::words),
        );
    });
    citation::cited_record(ui, open, one.entry, SHOWN, actions);
    words(
        ui,
        Words::Plain,
        format!("Tagged by {}.", in_a_row(&one.with)),
    );
    for coder in &one.with {
        memo(ui, open, one, coder);
    }
    words(
        ui,
        Words::Plain,
        format!("Not by {}.", in_a_row(&one.without)),
    );
    if open.read_only.is_some() {
        return;
    }
    let mut choices: Vec<(Option<Settlement>, String)> = Vec::new();
    if one.settled.is_none() {
        choices.push((None, "Not settled yet".to_owned()));
    }
    choices.extend(Settlement::ALL.map(|how| (Some(how), how.words().to_owned())));
    let name = format!("Settle disagreement {number}");
    if let Some(Some(how)) = choice(ui, &name, &one.settled, choices) {
        let settle = AgreementAction::Settle {
            coding: coding.id,
            entry: one.entry,
            weakness: one.weakness.clone(),
            how,
        };
        actions.push(settle.into());
    }
}

/// What a coder noted with the tag, and the words that they marked.
fn memo(ui: &mut Ui, open: &Open, one: &Disagreement, coder: &str) {
    let mut taggings = open.review.taggings.iter();
    let is_it = |tagging: &&Tagging| {
        (
            tagging.entry,
            tagging.weakness.as_str(),
            tagging.coder.as_str(),
        ) == (one.entry, one.weakness.as_str(), coder)
    };
    let Some(tagging) = taggings.find(is_it) else {
        return;
    };
    for passage in &tagging.passages {
        quote(ui, |ui| {
            words(ui, Words::Matter, format!("“{}”", passage.words))
        });
    }
    if !tagging.memo.trim().is_empty() {
        words(
            ui,
            Words::Secondary,
            format!("{coder}: {}", tagging.memo.trim()),
        );
    }
}
