//! This review’s numbers beside those of other reviews, as pairs of bars.

use egui::{Rect, Sense, Ui, vec2};

use crate::app::{Action, ContactFigure, ContactsAction, CountedContacts, Open};
use crate::chronology::{ComparisonFigure, ComparisonRow};
use crate::model::{PersonId, Role};
use crate::ui::tokens::{figures, palette, size, space};
use crate::ui::widgets::{Words, heading, label, words};

pub fn show(ui: &mut Ui, open: &Open, rows: &[ComparisonRow], actions: &mut Vec<Action>) {
    for row in rows {
        heading(ui, format!("Beside other reviews: {}", row.name));
        let victims = row.groups.first().map_or(0, |group| group.victims);
        let over = match victims {
            0 => "The register has nobody of the role victim yet, so that this review has no numbers to set beside them."
                .to_owned(),
            1 => "Contacts of the victim within the period under review, by the rule above.".to_owned(),
            _ => format!("Contacts within the period under review, on average over {victims} victims, by the rule above."),
        };
        words(ui, Words::Secondary, over);
        ui.add_space(space::SMALL);
        let longest = row
            .groups
            .iter()
            .flat_map(|group| [group.average, group.here.unwrap_or(0.0)])
            .fold(1.0, f64::max);
        for group in &row.groups {
            pair(ui, open, row, group, longest, actions);
            ui.add_space(space::SMALL);
        }
        words(ui, Words::Small, format!("Source: {}", row.source));
        words(
            ui,
            Words::Small,
            "A number above or below another says nothing by itself: reviews differ in length, in what was kept and in what was asked for.",
        );
        ui.add_space(space::MEDIUM);
    }
}

fn pair(
    ui: &mut Ui,
    open: &Open,
    row: &ComparisonRow,
    group: &ComparisonFigure,
    longest: f64,
    actions: &mut Vec<Action>,
) {
    words(ui, Words::Strong, &group.name);
    bar(ui, &row.name, group.average, longest, None);
    let Some(here) = group.here else {
        return;
    };
    let name = format!("{}, this review: {here:.1}", group.name);
    if bar(ui, "This review", here, longest, Some(&name)) {
        let people = open.review.people.iter();
        let victims = people.filter(|person| person.role == Role::Victim);
        let people: Vec<PersonId> = victims.map(|person| person.id).collect();
        let figure = ContactFigure {
            people,
            sectors: group.sectors.clone(),
            year: None,
            what: CountedContacts::All,
        };
        let title = format!("{}, this review", group.name);
        actions.push(ContactsAction::Open(title, figure).into());
    }
}

/// A bar with its name and figure; `opens`: its name where it opens something. Returns whether it was pressed.
fn bar(ui: &mut Ui, name: &str, value: f64, longest: f64, opens: Option<&str>) -> bool {
    let colours = palette(ui);
    let mut pressed = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        ui.allocate_ui(vec2(figures::PAIR_NAME, size::CHIP), |ui| {
            ui.set_width(figures::PAIR_NAME);
            label(ui, Words::Secondary, name);
        });
        let room = figures::PAIR_LENGTH.min(ui.available_width() * 0.75);
        let length = (room * (value / longest) as f32).max(1.0);
        let sense = match opens {
            Some(_) if value > 0.0 => Sense::click(),
            _ => Sense::hover(),
        };
        let (rect, response) = ui.allocate_exact_size(vec2(length, size::CHIP), sense);
        let bar = Rect::from_center_size(rect.center(), vec2(length, figures::PAIR_BAR));
        let fill = if opens.is_some() {
            colours.mark
        } else {
            colours.line
        };
        ui.painter().rect_filled(bar, 2.0, fill);
        if let Some(opens) = opens {
            response
                .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, value > 0.0, opens));
            if response.has_focus() || response.hovered() {
                let line = egui::Stroke::new(1.5, colours.accent);
                let around = bar.expand(space::HAIR);
                ui.painter()
                    .rect_stroke(around, size::ROUND_CHIP, line, egui::StrokeKind::Outside);
            }
            pressed = response
                .on_hover_cursor(egui::CursorIcon::PointingHand)
                .on_hover_text(opens)
                .clicked();
        }
        words(ui, Words::Plain, format!("{value:.1}"));
    });
    pressed
}
