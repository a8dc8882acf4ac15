//! The list of everything that the records of one event contradict each other in, and what the chair made of it.

mod line;

use egui::Ui;

use super::{Memory, found, opening};
use crate::app::{
    Action, App, ContradictionKey, ContradictionLine, ContradictionsAction, ContradictionsState,
    EventsAction, LineStanding, Open, Room, ShellAction,
};
use crate::model::About;
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, choice, empty, quiet, small, words};

pub fn show(ui: &mut Ui, app: &App, open: &Open, memory: &mut Memory, actions: &mut Vec<Action>) {
    opening(
        ui,
        "Contradictions",
        "Where the records of one event cannot all be right. You say how each stands; the records themselves stay as they are.",
    );
    let state = &open.analysis.contradictions;
    let known = found(ui, app, open, &state.found, actions);
    if state.lines.is_empty() {
        if known.is_some() {
            nothing(ui, open, actions);
        }
        return;
    }
    let asked = state.at.filter(|_| memory.asked != state.asked);
    memory.asked = state.asked;
    head(ui, state, actions);
    if open.review.events.is_empty() {
        words(
            ui,
            Words::Secondary,
            "No records are joined as one event yet, so Lantern could not look for others.",
        );
    }
    let shown: Vec<(usize, &ContradictionLine)> = state.shown().collect();
    let is_settled = |(_, line): &(usize, &ContradictionLine)| line.standing.is_settled();
    let (settled, waiting): (Vec<_>, Vec<_>) = shown.iter().copied().partition(is_settled);
    let only_settled = state.standing.is_some_and(LineStanding::is_settled);
    if shown.is_empty() {
        words(
            ui,
            Words::Secondary,
            "None stands so. Choose another standing or subject above.",
        );
    } else if waiting.is_empty() && !only_settled {
        words(ui, Words::Done, "Nothing is left to look at here.");
    }
    lines(ui, app, open, &waiting, asked, actions);
    if settled.is_empty() {
        return;
    }
    let unfolded = only_settled || state.shows_settled;
    if !only_settled {
        ui.add_space(space::MEDIUM);
        let verb = if unfolded { "Fold away" } else { "Show" };
        if quiet(ui, &format!("{verb} the {} settled", settled.len())).clicked() {
            actions.push(ContradictionsAction::ShowSettled(!unfolded).into());
        }
    }
    if unfolded {
        lines(ui, app, open, &settled, asked, actions);
    }
}

fn nothing(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let events = open.review.events.len();
    let (heading, text) = if events == 0 {
        (
            "No records are joined yet",
            "Contradictions are looked for among the records of one event. Join the records that describe the same event in the chronology; their contradictions are then listed here.".to_owned(),
        )
    } else {
        (
            "Nothing found",
            format!(
                "The records of {} do not contradict each other in anything that Lantern can see: time, who was there, place, injury, risk level, outcome, presence of children. Where you see a contradiction, choose the two records in the chronology and put it in this list.",
                match events {
                    1 => "the one event joined so far".to_owned(),
                    _ => format!("the {events} events joined so far"),
                }
            ),
        )
    };
    if empty(ui, heading, &text, Some("Look for records of one event")) {
        actions.push(Action::Shell(ShellAction::GoTo(Room::Chronology)));
        actions.push(EventsAction::Look.into());
    }
}

fn head(ui: &mut Ui, state: &ContradictionsState, actions: &mut Vec<Action>) {
    let waiting = state.open();
    let settled = state.lines.len() - waiting;
    ui.horizontal_wrapped(|ui| {
        words(
            ui,
            Words::Strong,
            format!("{waiting} to look at, {settled} settled"),
        );
        ui.add_space(space::MEDIUM);
        let count = |standing: LineStanding| {
            let lines = state.lines.iter();
            lines.filter(|line| line.standing == standing).count()
        };
        let mut standings = vec![(None, "However it stands".to_owned())];
        standings.extend(LineStanding::ALL.map(|standing| {
            let words = format!("{} ({})", standing.words(), count(standing));
            (Some(standing), words)
        }));
        if let Some(standing) = choice(ui, "Only those that stand so", &state.standing, standings) {
            actions.push(ContradictionsAction::OfStanding(standing).into());
        }
        let count = |about: About| {
            let lines = state.lines.iter();
            lines.filter(|line| line.key.about == about).count()
        };
        let mut subjects = vec![(None, "About anything".to_owned())];
        subjects.extend(
            About::ALL.map(|about| (Some(about), format!("{} ({})", about.words(), count(about)))),
        );
        if let Some(about) = choice(ui, "Only those about this", &state.about, subjects) {
            actions.push(ContradictionsAction::AboutOnly(about).into());
        }
    });
}

fn lines(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    lines: &[(usize, &ContradictionLine)],
    asked: Option<ContradictionKey>,
    actions: &mut Vec<Action>,
) {
    let state = &open.analysis.contradictions;
    for (number, line) in lines.iter().take(state.drawn) {
        ui.add_space(space::SMALL);
        let drawn = line::show(ui, app, open, line, *number, actions);
        if asked == Some(line.key) {
            drawn.scroll_to_me(Some(egui::Align::Center));
        }
    }
    let left = lines.len().saturating_sub(state.drawn);
    if left > 0 {
        ui.add_space(space::SMALL);
        if small(ui, true, &format!("Show more of the {left} below")).clicked() {
            actions.push(ContradictionsAction::DrawMore.into());
        }
    }
}
