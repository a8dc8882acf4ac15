//! What came in, what went out, and help that cost nobody money, by quarter.

use egui::{Align, Layout, Role, Ui, WidgetInfo};

use super::super::parts::{cell, controls, entered, line};
use crate::app::{Action, OpenProgramme, RunningAction};
use crate::model::programme::{Cost, Way};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, choice, hairline, heading, label, secondary, small, words};

/// The sum that is being typed.
pub(in super::super) struct Form {
    quarter: String,
    heading: String,
    way: Way,
    pounds: String,
    /// How many sums there were when it was sent: with one more it was taken, and the field is free.
    sent: Option<usize>,
}

impl Default for Form {
    fn default() -> Self {
        Self {
            quarter: String::new(),
            heading: String::new(),
            way: Way::Outgoing,
            pounds: String::new(),
            sent: None,
        }
    }
}

const WAYS: [(Way, &str); 3] = [
    (Way::Outgoing, "Went out"),
    (Way::Income, "Came in"),
    (Way::InKind, "Help in kind"),
];

pub(super) fn show(ui: &mut Ui, open: &OpenProgramme, form: &mut Form, actions: &mut Vec<Action>) {
    let costs = &open.programme.costs;
    if form.sent.is_some_and(|before| before != costs.len()) {
        form.pounds.clear();
        form.sent = None;
    }
    heading(ui, "Add a sum");
    words(
        ui,
        Words::Secondary,
        "The report adds them up by quarter and for each man. Help in kind is in no total.",
    );
    ui.add_space(space::SMALL);
    add(ui, open, form, actions);
    let mut quarters: Vec<&str> = Vec::new();
    for cost in costs {
        if !quarters.contains(&&*cost.quarter) {
            quarters.push(&cost.quarter);
        }
    }
    for quarter in quarters {
        ui.add_space(space::LARGE);
        heading(ui, quarter);
        let of = costs.iter().enumerate();
        for (at, cost) in of.filter(|(_, cost)| cost.quarter == quarter) {
            sum(ui, open, (at, cost), actions);
        }
    }
}

fn add(ui: &mut Ui, open: &OpenProgramme, form: &mut Form, actions: &mut Vec<Action>) {
    controls(ui, |ui| {
        line(
            ui,
            "Quarter",
            &mut form.quarter,
            "Q1 2026",
            size::SHORT_COLUMN,
        );
        line(
            ui,
            "What for",
            &mut form.heading,
            "staff, rooms, a grant …",
            size::LONG_COLUMN,
        );
        let ways = WAYS.map(|(way, words)| (way, words.to_owned()));
        if let Some(way) = choice(ui, "Which way it went", &form.way, ways) {
            form.way = way;
        }
        let typed = line(ui, "Pounds", &mut form.pounds, "£", size::SHORT_COLUMN);
        let fields = [&form.quarter, &form.heading, &form.pounds];
        let ready = open.may_change() && fields.iter().all(|field| !field.trim().is_empty());
        let pressed = secondary(ui, ready, "Add the sum").clicked();
        if ready && (pressed || entered(ui, &typed)) {
            form.sent = Some(open.programme.costs.len());
            let action = RunningAction::AddCost {
                quarter: form.quarter.clone(),
                heading: form.heading.clone(),
                way: form.way,
                pounds: form.pounds.clone(),
            };
            actions.push(action.into());
        }
    });
}

fn sum(ui: &mut Ui, open: &OpenProgramme, (at, cost): (usize, &Cost), actions: &mut Vec<Action>) {
    hairline(ui);
    ui.horizontal(|ui| {
        cell(ui, size::SEARCH, |ui| {
            words(ui, Words::Plain, &cost.heading);
        });
        cell(ui, size::AGENCY_COLUMN, |ui| {
            let way = WAYS.iter().find(|(way, _)| *way == cost.way);
            label(ui, Words::Secondary, way.map_or("", |(_, words)| words));
        });
        cell(ui, size::SHORT_COLUMN, |ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                label(ui, Words::Plain, pounds(cost.pence));
            });
        });
        let remove = small(ui, open.may_change(), "Remove");
        let name = format!("Remove {}, {}", cost.heading, pounds(cost.pence));
        remove.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if remove.clicked() {
            actions.push(RunningAction::RemoveCost(at).into());
        }
    });
}

/// “£1,200.50”, “−£35.00”.
fn pounds(pence: i64) -> String {
    let whole = (pence.unsigned_abs() / 100).to_string();
    let mut grouped = String::new();
    for (at, figure) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(figure);
    }
    let sign = if pence < 0 { "−" } else { "" };
    format!("{sign}£{grouped}.{:02}", pence.unsigned_abs() % 100)
}

#[cfg(test)]
mod tests {
    #[test]
    fn pence_are_written_as_pounds() {
        for (pence, words) in [
            (0, "£0.00"),
            (5, "£0.05"),
            (120_050, "£1,200.50"),
            (-3_500, "−£35.00"),
            (123_456_789, "£1,234,567.89"),
        ] {
            assert_eq!(super::pounds(pence), words);
        }
    }
}
