//! What stands nearest before and after each key date, for all agencies and for each.

use egui::Ui;

use super::agency_name;
use crate::app::{Action, AnalysisAction, Open, Opened, Silences};
use crate::chronology::{AroundKeyDate, Nearest};
use crate::dates;
use crate::model::KeyDate;
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{Words, heading, label, link, words};

pub fn show(ui: &mut Ui, open: &Open, silences: &Silences, actions: &mut Vec<Action>) {
    ui.add_space(space::MEDIUM);
    heading(ui, "Before and after the key dates");
    if silences.around.is_empty() {
        words(
            ui,
            Words::Secondary,
            "No key date of the case has a day yet. The date of death is set on the Overview.",
        );
        return;
    }
    words(
        ui,
        Words::Secondary,
        "The last record that was over before, and the first that began after. A record of the day itself is neither.",
    );
    for key_date in &open.review.key_dates {
        let rows = silences.around.iter();
        let rows: Vec<&AroundKeyDate> = rows.filter(|row| row.key_date == key_date.id).collect();
        if !rows.is_empty() {
            one(ui, open, key_date, &rows, actions);
        }
    }
}

fn one(
    ui: &mut Ui,
    open: &Open,
    key_date: &KeyDate,
    rows: &[&AroundKeyDate],
    actions: &mut Vec<Action>,
) {
    ui.add_space(space::SMALL);
    let name = format!("{}, {}", key_date.label, dates::spoken(&key_date.when));
    words(ui, Words::Strong, name);
    // Two cells of days must stand beside the name.
    let room = ui.available_width() - 2.0 * size::SHORT_COLUMN - space::LARGE;
    let name_width = size::AGENCY_NAME.min(room).max(size::SHORT_COLUMN);
    egui::Grid::new(("around", key_date.id))
        .num_columns(3)
        .spacing(egui::vec2(space::MEDIUM, space::TIGHT))
        .show(ui, |ui| {
            for head in ["", "Last before", "First after"] {
                words(ui, Words::SmallStrong, head);
            }
            ui.end_row();
            for row in rows {
                ui.scope(|ui| {
                    ui.set_width(name_width);
                    label(ui, Words::Plain, agency_name(open, row.agency));
                });
                for (side, nearest) in [("before", row.before), ("after", row.after)] {
                    cell(ui, open, key_date, row, side, nearest, actions);
                }
                ui.end_row();
            }
        });
}

fn cell(
    ui: &mut Ui,
    open: &Open,
    key_date: &KeyDate,
    row: &AroundKeyDate,
    side: &str,
    nearest: Option<Nearest>,
    actions: &mut Vec<Action>,
) {
    let Some(nearest) = nearest else {
        words(ui, Words::Small, "none");
        return;
    };
    let days = match nearest.days {
        1 => format!("1 day {side}"),
        days => format!("{days} days {side}"),
    };
    let agency = agency_name(open, row.agency);
    let name = format!("{agency}, {}: {days}", key_date.label);
    let response = link(ui, &days);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &name));
    if response.clicked() {
        actions.push(Action::Analysis(AnalysisAction::Open(Opened {
            title: name,
            entries: vec![nearest.entry],
        })));
    }
}
