//! One contradiction: what it is about, both records' words beside each other, and how it stands.

use egui::{Response, Ui};

use crate::app::{
    Action, AnalysisAction, App, ContradictionLine, ContradictionPart, ContradictionsAction, Field,
    LineStanding, Open, Opened,
};
use crate::dates;
use crate::model::Standing;
use crate::ui::screens::citation;
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{
    FieldLook, Side, Tone, Words, card, chip, choice, field, labelled_field, marked, quote, small,
    words,
};

pub fn show(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    line: &ContradictionLine,
    number: usize,
    actions: &mut Vec<Action>,
) -> Response {
    let is_asked = open.analysis.contradictions.at == Some(line.key);
    let (_, response) = card(ui, is_asked, |ui| {
        head(ui, open, line, number, actions);
        sides(ui, app, open, line, number, actions);
        foot(ui, app, open, line, number, actions);
    });
    response
}

fn head(
    ui: &mut Ui,
    open: &Open,
    line: &ContradictionLine,
    number: usize,
    actions: &mut Vec<Action>,
) {
    let may_change = open.read_only.is_none();
    ui.horizontal_wrapped(|ui| {
        words(ui, Words::Small, number.to_string());
        let tone = match line.standing.is_settled() {
            true => Tone::Plain,
            false => Tone::Doubt,
        };
        chip(ui, tone, line.key.about.words());
        words(ui, Words::Strong, event_of(open, line));
        let mut choices: Vec<(LineStanding, String)> = Vec::new();
        if line.standing == LineStanding::NotLookedAt {
            choices.push((line.standing, line.standing.words().to_owned()));
        }
        choices.extend(Standing::ALL.map(|standing| {
            let standing = LineStanding::OnRecord(standing);
            (standing, standing.words().to_owned())
        }));
        if may_change {
            let name = format!("Standing of contradiction {number}");
            let chosen = choice(ui, &name, &line.standing, choices);
            if let Some(LineStanding::OnRecord(standing)) = chosen {
                actions.push(ContradictionsAction::Settle(line.key, standing).into());
            }
        } else {
            words(ui, Words::Secondary, line.standing.words());
        }
        let both = small(ui, true, "Both records");
        both.widget_info(|| {
            let name = format!("Both records of contradiction {number}");
            egui::WidgetInfo::labeled(egui::Role::Button, true, name)
        });
        if both.clicked() {
            let title = format!("{}: {}", line.key.about.words(), event_of(open, line));
            let entries = line.key.entries.to_vec();
            let opened = Opened { title, entries };
            actions.push(Action::Analysis(AnalysisAction::Open(opened)));
        }
    });
}

/// The event's name, else the day of the first record.
fn event_of(open: &Open, line: &ContradictionLine) -> String {
    let event = line.event.and_then(|id| {
        let mut events = open.review.events.iter();
        events.find(|event| event.id == id)
    });
    let name = event.map_or("", |event| event.name.trim());
    if !name.is_empty() {
        return name.to_owned();
    }
    let entry = open.review.entry(line.key.entries[0]);
    entry.map_or_else(String::new, |entry| dates::spoken(&entry.when))
}

fn sides(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    line: &ContradictionLine,
    number: usize,
    actions: &mut Vec<Action>,
) {
    let mut side = |ui: &mut Ui, side: usize| {
        let entry = open.review.entry(line.key.entries[side]);
        if let Some(entry) = entry {
            citation::place(ui, open, entry, actions);
        }
        if line.why.is_some() {
            quote(ui, |ui| marked(ui, Side::Beside, &line.words[side]));
        } else {
            typed(ui, app, open, line, number, side, actions);
        }
        if let Some(entry) = entry {
            citation::badges(ui, open, entry);
        }
        if let Some(now) = &line.now {
            words(ui, Words::Doubt, format!("Now found: “{}”", now[side]));
        }
    };
    if ui.available_width() > size::TEXT_COLUMN * 2.0 {
        ui.columns(2, |columns| {
            for (at, column) in columns.iter_mut().enumerate() {
                // Columns justify; a quotation is not stretched.
                column.vertical(|ui| side(ui, at));
            }
        });
    } else {
        side(ui, 0);
        words(ui, Words::Small, "stands against");
        side(ui, 1);
    }
}

/// The words of a contradiction that the program does not see are the chair's to write.
fn typed(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    line: &ContradictionLine,
    number: usize,
    side: usize,
    actions: &mut Vec<Action>,
) {
    let which = ["first", "second"][side.min(1)];
    labelled_field(
        ui,
        &format!("Words of the {which} record, contradiction {number}"),
        app.state.typing(),
        Field::Contradiction(line.key, ContradictionPart::Words(side)),
        &line.words_of(side),
        FieldLook {
            rows: 2,
            hint: "The words, or the time, that stand against the other record’s",
            read_only: open.read_only.is_some(),
            ..FieldLook::default()
        },
        actions,
    );
}

fn foot(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    line: &ContradictionLine,
    number: usize,
    actions: &mut Vec<Action>,
) {
    ui.add_space(space::TIGHT);
    match &line.why {
        Some(why) => words(ui, Words::Secondary, why.as_str()),
        None => words(
            ui,
            Words::Secondary,
            "You put this on record; Lantern does not see it in the records of one event as they stand.",
        ),
    };
    field(
        ui,
        &format!("Note on contradiction {number}"),
        app.state.typing(),
        Field::Contradiction(line.key, ContradictionPart::Note),
        &line.note,
        FieldLook {
            hint: "How it was resolved, or who disputes it",
            read_only: open.read_only.is_some(),
            ..FieldLook::default()
        },
        actions,
    );
}
