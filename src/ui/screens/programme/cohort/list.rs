//! The list of the cohort: filters above it, two lines a man.

use egui::{
    Align, Align2, CursorIcon, Key, Layout, Modifiers, Rect, Sense, Stroke, Ui, pos2, vec2,
};

use super::super::super::list_keys;
use super::super::parts::line as text_line;
use crate::app::{Action, CaseLine, CohortAction, KeepingAction, OpenProgramme};
use crate::dates;
use crate::model::programme::StepKind;
use crate::ui::tokens::{palette, size, space};
use crate::ui::widgets::{
    Tone, Words, choice, label, removable_chip, scroll, secondary, small, words,
};

/// Leads to what is kept and destroyed.
pub(super) const KEEPING: &str = "Keeping and destruction…";

pub(super) fn show(
    ui: &mut Ui,
    open: &OpenProgramme,
    import: &mut Option<String>,
    focus: bool,
    actions: &mut Vec<Action>,
) {
    let shown = open.cohort.shown(&open.lines);
    tools(ui, open, import, focus, actions);
    super::import_from(ui, import, actions);
    filters(ui, open, actions);
    ui.add_space(space::TIGHT);
    counted(ui, open, shown.len(), actions);
    if shown.is_empty() {
        ui.add_space(space::LARGE);
        words(ui, Words::Secondary, "Nobody in this cohort is like that.");
        if secondary(ui, true, "Show everybody").clicked() {
            actions.push(CohortAction::ShowAll.into());
        }
        return;
    }
    keys(ui, open, &shown, actions);
    let columns = Columns::of(ui.available_width());
    head(ui, &columns);
    scroll("cohort").show_rows(ui, size::CASE_LINE, shown.len(), |ui, rows| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for line in &shown[rows] {
            if row(ui, open, line, &columns) {
                let chosen = open.cohort.chosen == Some(line.man);
                let next = (!chosen).then_some(line.man);
                actions.push(CohortAction::Choose(next).into());
            }
        }
    });
}

fn tools(
    ui: &mut Ui,
    open: &OpenProgramme,
    import: &mut Option<String>,
    focus: bool,
    actions: &mut Vec<Action>,
) {
    ui.horizontal_wrapped(|ui| {
        let mut typed = open.cohort.words.clone();
        let width =
            (ui.available_width() - size::AGENCY_COLUMN).clamp(size::SHORT_COLUMN, size::SEARCH);
        let find = text_line(
            ui,
            "Find a man",
            &mut typed,
            "name or case number   Ctrl K",
            width,
        );
        if focus {
            find.request_focus();
        }
        if find.changed() {
            actions.push(CohortAction::Find(typed).into());
        }
        if secondary(ui, open.may_change(), "Add a man").clicked() {
            actions.push(CohortAction::BeginAdding(true).into());
        }
        if secondary(ui, open.may_change(), "Import a cohort…").clicked() {
            super::begin_import(import, actions);
        }
    });
}

fn filters(ui: &mut Ui, open: &OpenProgramme, actions: &mut Vec<Action>) {
    let (cohort, template) = (&open.cohort, &open.programme.template);
    ui.horizontal_wrapped(|ui| {
        let kinds = StepKind::ALL.map(|kind| (Some(kind), kind.words().to_owned()));
        let all = std::iter::once((None, "Wherever he stands".to_owned())).chain(kinds);
        if let Some(kind) = choice(ui, "Stands at", &cohort.stands, all) {
            actions.push(CohortAction::Stands(kind).into());
        }
        let sources = template.referral_sources.iter();
        let sources = sources.map(|one| (Some(one.key.clone()), one.name.clone()));
        let all = std::iter::once((None, "Whoever referred him".to_owned()))
            .chain(sources)
            .chain([(Some(String::new()), "Not recorded".to_owned())]);
        if let Some(source) = choice(ui, "Referred by", &cohort.source, all) {
            actions.push(CohortAction::Source(source).into());
        }
        if !open.programme.groups.is_empty() {
            let groups = open.programme.groups.iter();
            let groups = groups.map(|group| (Some(group.id), group.name.clone()));
            let all = std::iter::once((None, "All groups".to_owned())).chain(groups);
            if let Some(group) = choice(ui, "Group", &cohort.group, all) {
                actions.push(CohortAction::Group(group).into());
            }
        }
        if cohort.with_faults
            && removable_chip(
                ui,
                Tone::Doubt,
                "With faults",
                "Show files without faults, too",
            )
            .clicked()
        {
            actions.push(CohortAction::WithFaults(false).into());
        }
        if let Some(only) = &cohort.only {
            let name = format!("Show not only: {}", only.words);
            if removable_chip(ui, Tone::Accent, &only.words, &name).clicked() {
                actions.push(CohortAction::Only(None).into());
            }
        }
    });
}

fn counted(ui: &mut Ui, open: &OpenProgramme, shown: usize, actions: &mut Vec<Action>) {
    let all = open.lines.len();
    ui.horizontal(|ui| {
        let text = match (shown, all) {
            (1, 1) => "1 man".to_owned(),
            (shown, all) if shown == all => format!("{all} men"),
            (shown, all) => format!("{shown} of {all} men"),
        };
        label(ui, Words::Strong, text);
        if open.cohort.is_filtered() && small(ui, true, "Show everybody").clicked() {
            actions.push(CohortAction::ShowAll.into());
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if small(ui, true, KEEPING).clicked() {
                actions.push(KeepingAction::Open.into());
            }
            match open.due_for_destruction().count() {
                0 => {}
                1 => drop(label(ui, Words::Doubt, "1 due to be destroyed")),
                due => drop(label(
                    ui,
                    Words::Doubt,
                    format!("{due} due to be destroyed"),
                )),
            }
        });
    });
}

fn keys(ui: &Ui, open: &OpenProgramme, shown: &[&CaseLine], actions: &mut Vec<Action>) {
    if !list_keys::are_free(ui) {
        return;
    }
    let chosen = open.cohort.chosen;
    let at = shown.iter().position(|line| Some(line.man) == chosen);
    for by in list_keys::moves(ui, Modifiers::NONE) {
        let to = match at {
            Some(at) => at.saturating_add_signed(by).min(shown.len() - 1),
            None => 0,
        };
        actions.push(CohortAction::Choose(Some(shown[to].man)).into());
    }
    if list_keys::times(ui, Modifiers::NONE, Key::Escape) > 0 && chosen.is_some() {
        actions.push(CohortAction::Choose(None).into());
    }
}

/// Where the columns begin.
struct Columns {
    stands: f32,
    sessions: f32,
    risk: f32,
}

impl Columns {
    fn of(width: f32) -> Self {
        let risk = width - size::AGENCY_COLUMN;
        let sessions = risk - size::SHORT_COLUMN;
        Self {
            stands: sessions * 0.42,
            sessions,
            risk,
        }
    }
}

fn head(ui: &mut Ui, columns: &Columns) {
    let wide = vec2(ui.available_width(), size::TABLE_HEAD);
    let (rect, _) = ui.allocate_exact_size(wide, Sense::hover());
    for (x, text) in [
        (0.0, "Case"),
        (columns.stands, "Stands at"),
        (columns.sessions, "Sessions"),
        (columns.risk, "Risk"),
    ] {
        let at = pos2(rect.left() + x + space::SMALL, rect.center().y);
        let ink = Words::SmallStrong.colour(ui);
        let font = Words::SmallStrong.font();
        ui.painter().text(at, Align2::LEFT_CENTER, text, font, ink);
    }
    let stroke = Stroke::new(1.0, palette(ui).line);
    ui.painter().hline(rect.x_range(), rect.bottom(), stroke);
}

/// One man; whether he was chosen.
fn row(ui: &mut Ui, open: &OpenProgramme, line: &CaseLine, columns: &Columns) -> bool {
    let wide = vec2(ui.available_width(), size::CASE_LINE);
    let (rect, response) = ui.allocate_exact_size(wide, Sense::click());
    let chosen = open.cohort.chosen == Some(line.man);
    let name = spoken(open, line);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, chosen, &name));
    let colours = palette(ui);
    if chosen {
        ui.painter()
            .rect_filled(rect, size::ROUND, colours.accent_wash);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, size::ROUND, colours.raised);
    }
    if response.has_focus() {
        let focus = Stroke::new(2.0, colours.accent);
        let inside = egui::StrokeKind::Inside;
        ui.painter().rect_stroke(rect, size::ROUND, focus, inside);
    }
    let stroke = Stroke::new(1.0, colours.faint_line);
    ui.painter().hline(rect.x_range(), rect.bottom(), stroke);
    let (first, second) = (rect.top() + 15.0, rect.top() + 33.0);
    let width = |from: f32, to: f32| to - from - space::MEDIUM;
    let put = |x: f32, y: f32, room: f32, style: Words, text: &str| {
        cut(
            ui,
            pos2(rect.left() + x + space::SMALL, y),
            room,
            style,
            text,
        );
    };
    let room = width(0.0, columns.stands);
    put(0.0, first, room, Words::Matter, &line.called);
    let below = match line.faults.len() {
        0 => (Words::Small, line.reference.clone()),
        1 => (Words::Harm, "1 fault to look at".to_owned()),
        faults => (Words::Harm, format!("{faults} faults to look at")),
    };
    put(0.0, second, room, below.0, &below.1);
    let room = width(columns.stands, columns.sessions);
    if let Some(standing) = line.standing {
        put(
            columns.stands,
            first,
            room,
            Words::Plain,
            standing.kind.words(),
        );
        let since = format!("since {}", dates::spoken_date(standing.since));
        put(columns.stands, second, room, Words::Small, &since);
    }
    let room = width(columns.sessions, columns.risk);
    let (sessions, week) = sessions(open, line);
    put(columns.sessions, first, room, Words::Plain, &sessions);
    put(columns.sessions, second, room, Words::Small, &week);
    let room = rect.width() - columns.risk - space::SMALL;
    match line.level {
        Some((level, incomplete)) => {
            put(columns.risk, first, room, Words::Plain, level.words());
            if incomplete {
                put(columns.risk, second, room, Words::Doubt, "incomplete");
            }
        }
        None => put(columns.risk, first, room, Words::Small, "not assessed"),
    }
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

fn sessions(open: &OpenProgramme, line: &CaseLine) -> (String, String) {
    if line.register.week() == 0 {
        return (String::new(), String::new());
    }
    let number = open.programme.template.sessions.number;
    (
        format!("{} of {number}", line.register.counted()),
        format!("week {}", line.register.week()),
    )
}

/// Everything of the line, for those who do not see its columns.
fn spoken(open: &OpenProgramme, line: &CaseLine) -> String {
    let mut name = line.called.clone();
    if let Some(standing) = line.standing {
        name += &format!(
            ", {} since {}",
            standing.kind.words(),
            dates::spoken_date(standing.since)
        );
    }
    let (sessions, _) = sessions(open, line);
    if !sessions.is_empty() {
        name += &format!(", {sessions} sessions");
    }
    if let Some((level, incomplete)) = line.level {
        let incomplete = if incomplete { ", incomplete" } else { "" };
        name += &format!(", risk {}{incomplete}", level.words().to_lowercase());
    }
    name
}

/// Text on one line from its middle left, cut where its column ends.
fn cut(ui: &Ui, at: egui::Pos2, room: f32, style: Words, text: &str) {
    let ink = style.colour(ui);
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), style.font(), ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(room.max(0.0));
    let galley = ui.painter().layout_job(job);
    let place = Rect::from_min_size(at - vec2(0.0, galley.size().y / 2.0), galley.size());
    ui.painter().galley(place.min, galley, ink);
}
