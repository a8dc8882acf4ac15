//! The overview: the clock, what waits, who has sent what, and the review's own details.

use egui::{Align, Frame, Grid, Layout, Margin, TextEdit, Ui};

use crate::app::{
    Action, App, DetailPart, Field, Open, OverviewAction, PausePart, PublishAction, PublishPart,
    Room, ShellAction,
};
use crate::clock::{LimitState, delay_narrative};
use crate::dates;
use crate::overview::{AgencyStanding, Return};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{
    FieldLook, Tone, Words, chip, field, hairline, heading, label, labelled_field, link,
    named_link, pane, scroll, small, words,
};

/// What is typed into the form for a pause.
#[derive(Default)]
pub struct Form {
    from: String,
    reason: String,
}

pub fn show(ui: &mut Ui, app: &App, open: &Open, form: &mut Form, actions: &mut Vec<Action>) {
    // In a narrow window the lines of what waits need all of the width.
    let narrow = ui.ctx().content_rect().width() < size::NARROW_WINDOW;
    if !narrow {
        pane(ui, "details", |ui| details(ui, app, open, actions));
    }
    scroll("overview").show(ui, |ui| {
        Frame::new()
            .inner_margin(Margin::symmetric(24, 20))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                waiting(ui, open, actions);
                ui.add_space(space::LARGE);
                agencies(ui, open, actions);
                ui.add_space(space::LARGE);
                clock(ui, app, open, actions);
                ui.add_space(space::LARGE);
                pauses(ui, app, open, form, actions);
                if narrow {
                    ui.add_space(space::LARGE);
                    details(ui, app, open, actions);
                }
            });
    });
}

fn waiting(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    heading(ui, "What waits");
    against_publication(ui, open, actions);
    let waiting = &open.derived.standing.waiting;
    if waiting.is_empty() {
        words(ui, Words::Secondary, "Nothing waits for you.");
    }
    for each in waiting {
        hairline(ui);
        if leads_to(ui, &each.words()) {
            actions.push(Action::Overview(OverviewAction::Attend(each.clone())));
        }
    }
}

/// A line with its link; whether that was clicked.
fn leads_to(ui: &mut Ui, words: &str) -> bool {
    let mut is_clicked = false;
    line(ui, |ui| {
        ui.push_id(words, |ui| {
            let name = format!("Look at this: {words}");
            is_clicked = named_link(ui, "Look at this", &name).clicked();
        });
        from_left(ui, |ui| {
            label(ui, Words::Plain, words);
        });
    });
    is_clicked
}

/// How many marks of the rules stand against publication.
fn against_publication(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let text = match open.publish.checks.against() {
        None | Some(0) => return,
        Some(1) => "1 mark stands against publication".to_owned(),
        Some(count) => format!("{count} marks stand against publication"),
    };
    hairline(ui);
    if leads_to(ui, &text) {
        actions.push(Action::Shell(ShellAction::GoTo(Room::Publish)));
        let checks = PublishAction::ShowPart(PublishPart::Checks);
        actions.push(Action::Publish(checks));
    }
}

fn agencies(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    heading(ui, "Returns");
    let standings = &open.derived.standing.agencies;
    if standings.is_empty() {
        words(
            ui,
            Words::Secondary,
            "No agencies yet. They are added when you import a return, or under People & agencies.",
        );
        if small(ui, true, "Add agencies").clicked() {
            actions.push(Action::Shell(ShellAction::GoTo(Room::PeopleAndAgencies)));
        }
        return;
    }
    let narrow = ui.available_width() < size::NARROW_LINE;
    for standing in standings {
        hairline(ui);
        line(ui, |ui| {
            let (text, action) = match standing.state {
                Return::Received => ("Show entries", OverviewAction::ShowAgency(standing.agency)),
                Return::Waiting { .. } | Return::Overdue { .. } => (
                    "Import its return",
                    OverviewAction::ImportFor(standing.agency),
                ),
            };
            ui.push_id(&standing.name, |ui| {
                if link(ui, text).clicked() {
                    actions.push(Action::Overview(action));
                }
            });
            from_left(ui, |ui| {
                if narrow {
                    label(ui, Words::Strong, &standing.name);
                    return;
                }
                let name = egui::vec2(size::AGENCY_NAME, size::SMALL_CONTROL);
                ui.allocate_ui_with_layout(name, Layout::left_to_right(Align::Center), |ui| {
                    ui.set_width(size::AGENCY_NAME);
                    label(ui, Words::Strong, &standing.name);
                });
                what_came(ui, standing);
            });
        });
        if narrow {
            ui.horizontal(|ui| what_came(ui, standing));
        }
    }
}

fn what_came(ui: &mut Ui, standing: &AgencyStanding) {
    match standing.state {
        Return::Received => {
            if standing.doubtful > 0 {
                chip(
                    ui,
                    Tone::Doubt,
                    &format!("{} dates to look at", standing.doubtful),
                );
            }
            label(
                ui,
                Words::Secondary,
                received(standing.entries, standing.first.zip(standing.last)),
            );
        }
        Return::Waiting { due: Some(due) } => {
            label(
                ui,
                Words::Secondary,
                format!("nothing yet, due {}", dates::spoken_date(due)),
            );
        }
        Return::Waiting { due: None } => {
            label(ui, Words::Secondary, "nothing yet, no date agreed");
        }
        Return::Overdue { due, days } => {
            let days = if days == 1 {
                "1 day".to_owned()
            } else {
                format!("{days} days")
            };
            chip(ui, Tone::Doubt, &format!("late by {days}"));
            label(
                ui,
                Words::Secondary,
                format!("was due {}", dates::spoken_date(due)),
            );
        }
    }
}

/// A line of a list, filled from its right end.
fn line(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| ui.with_layout(Layout::right_to_left(Align::Center), contents));
}

/// The rest of a line, filled from its left end.
fn from_left(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ui.with_layout(Layout::left_to_right(Align::Center), contents);
}

fn received(entries: usize, span: Option<(chrono::NaiveDate, chrono::NaiveDate)>) -> String {
    let count = if entries == 1 {
        "1 entry".to_owned()
    } else {
        format!("{entries} entries")
    };
    match span {
        Some((first, last)) => {
            format!(
                "{count}, {} – {}",
                first.format("%B %Y"),
                last.format("%B %Y")
            )
        }
        None => count,
    }
}

fn clock(ui: &mut Ui, app: &App, open: &Open, actions: &mut Vec<Action>) {
    heading(ui, "The clock");
    words(
        ui,
        Words::Secondary,
        open.derived.standing.clock.words(&open.review),
    );
    for fault in &open.derived.standing.clock.out_of_order {
        words(ui, Words::Harm, &fault.words);
    }
    ui.add_space(space::SMALL);
    let review = &open.review;
    Grid::new("clock dates")
        .num_columns(3)
        .spacing([16.0, 6.0])
        .show(ui, |ui| {
            for (index, date) in review.template.clock.dates.iter().enumerate() {
                label(ui, Words::Plain, &date.name);
                let stored = review
                    .key_date(&date.key)
                    .map_or("", |date| date.when.wording.as_str());
                let look = FieldLook {
                    hint: "not yet",
                    width: Some(size::WHEN_COLUMN),
                    read_only: open.read_only.is_some(),
                    ..FieldLook::default()
                };
                field(
                    ui,
                    &date.name,
                    app.state.typing(),
                    Field::KeyDate(index),
                    stored,
                    look,
                    actions,
                );
                limit_words(ui, open, &date.key);
                ui.end_row();
            }
        });
}

/// The limit that ends with this step, in words.
fn limit_words(ui: &mut Ui, open: &Open, key: &str) {
    let limits = &open.derived.standing.clock.limits;
    let Some(limit) = limits.iter().find(|limit| limit.to == key) else {
        label(ui, Words::Small, "");
        return;
    };
    let due = limit.due.map(dates::spoken_date).unwrap_or_default();
    let (style, text) = match limit.state {
        LimitState::NotBegun => (
            Words::Small,
            format!("{} months after “{}”", limit.months, limit.from_name),
        ),
        LimitState::Running => (Words::Small, format!("by {due}")),
        LimitState::Passed { days_over } => {
            (Words::Doubt, format!("was due {due}, {days_over} days ago"))
        }
        LimitState::Kept => (Words::Done, format!("in time, due {due}")),
        LimitState::Late { days_over } => {
            (Words::Doubt, format!("{days_over} days after it was due"))
        }
    };
    words(ui, style, text);
}

fn pauses(ui: &mut Ui, app: &App, open: &Open, form: &mut Form, actions: &mut Vec<Action>) {
    heading(ui, "Pauses");
    words(
        ui,
        Words::Secondary,
        "A trial, an inquest, waiting for records: each with its reason. The report prints them.",
    );
    let whole = ui.available_width();
    for pause in &open.review.pauses {
        ui.horizontal_wrapped(|ui| {
            let mut part =
                |ui: &mut Ui, name: &str, part: PausePart, stored: &str, width: f32, hint| {
                    let look = FieldLook {
                        hint,
                        width: Some(width),
                        read_only: open.read_only.is_some(),
                        ..FieldLook::default()
                    };
                    field(
                        ui,
                        name,
                        app.state.typing(),
                        Field::Pause(pause.id, part),
                        stored,
                        look,
                        actions,
                    );
                };
            part(
                ui,
                "Paused from",
                PausePart::From,
                &dates::spoken_date(pause.from),
                size::AGENCY_COLUMN,
                "",
            );
            words(ui, Words::Secondary, "–");
            let until = pause.until.map(dates::spoken_date).unwrap_or_default();
            part(
                ui,
                "Paused until",
                PausePart::Until,
                &until,
                size::AGENCY_COLUMN,
                "still paused",
            );
            part(
                ui,
                "Reason for the pause",
                PausePart::Reason,
                &pause.reason,
                size::DETAIL.min(whole),
                "why",
            );
            ui.push_id(pause.id.0, |ui| {
                if link(ui, "Remove").clicked() {
                    actions.push(Action::Overview(OverviewAction::RemovePause(pause.id)));
                }
            });
        });
    }
    if open.read_only.is_none() {
        new_pause(ui, form, actions);
    }
    let narrative = delay_narrative(&open.review, open.today);
    if !narrative.is_empty() {
        ui.add_space(space::SMALL);
        words(ui, Words::SmallStrong, "In the report");
        words(ui, Words::Matter, narrative);
    }
}

fn new_pause(ui: &mut Ui, form: &mut Form, actions: &mut Vec<Action>) {
    let whole = ui.available_width();
    ui.horizontal_wrapped(|ui| {
        let from = TextEdit::singleline(&mut form.from)
            .hint_text("from")
            .desired_width(size::AGENCY_COLUMN);
        let from = ui.add(from.margin(Margin::symmetric(8, 5)));
        ui.ctx()
            .accesskit_node_builder(from.id, |node| node.set_label("New pause from"));
        let reason = TextEdit::singleline(&mut form.reason)
            .hint_text("reason")
            .desired_width(size::DETAIL.min(whole));
        let reason = ui.add(reason.margin(Margin::symmetric(8, 5)));
        ui.ctx()
            .accesskit_node_builder(reason.id, |node| node.set_label("Reason for the new pause"));
        let ready = !form.from.trim().is_empty() && !form.reason.trim().is_empty();
        if small(ui, ready, "Add pause").clicked() {
            actions.push(Action::Overview(OverviewAction::AddPause {
                from: form.from.clone(),
                reason: form.reason.clone(),
            }));
            *form = Form::default();
        }
    });
}

fn details(ui: &mut Ui, app: &App, open: &Open, actions: &mut Vec<Action>) {
    let details = &open.review.details;
    heading(ui, "This review");
    let from = details
        .scope_from
        .map(dates::spoken_date)
        .unwrap_or_default();
    let until = details
        .scope_until
        .map(dates::spoken_date)
        .unwrap_or_default();
    for (part, name, stored, hint) in [
        (
            DetailPart::Title,
            "Title, with a pseudonym",
            details.title.as_str(),
            "",
        ),
        (DetailPart::Label, "Kind of review", &details.label, ""),
        (
            DetailPart::Partnership,
            "Commissioned by",
            &details.partnership,
            "Community safety partnership",
        ),
        (DetailPart::Chair, "Chair and author", &details.chair, ""),
        (DetailPart::Reference, "Reference", &details.reference, ""),
        (
            DetailPart::ScopeFrom,
            "Period under review, from",
            &from,
            "open",
        ),
        (
            DetailPart::ScopeUntil,
            "Period under review, until",
            &until,
            "open",
        ),
    ] {
        let look = FieldLook {
            hint,
            read_only: open.read_only.is_some(),
            ..FieldLook::default()
        };
        labelled_field(
            ui,
            name,
            app.state.typing(),
            Field::Detail(part),
            stored,
            look,
            actions,
        );
    }
    ui.add_space(space::MEDIUM);
    words(
        ui,
        Words::Small,
        format!("Template: {}", open.review.template.title),
    );
    words(
        ui,
        Words::Small,
        format!("In the audit trail you are “{}”.", app.state.settings.name),
    );
}
