//! The agencies of the review: sector, and when their return is due.

use egui::{Grid, Ui};

use crate::app::{Action, AgencyPart, App, Field, Open, OverviewAction, PeopleAction};
use crate::dates;
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{FieldLook, Words, choice, field, label, link, secondary};

pub(super) fn show(ui: &mut Ui, app: &App, open: &Open, actions: &mut Vec<Action>) {
    let review = &open.review;
    Grid::new("agencies")
        .num_columns(4)
        .spacing([16.0, 6.0])
        .show(ui, |ui| {
            for head in ["Name", "Sector", "Return due", ""] {
                label(ui, Words::SmallStrong, head);
            }
            ui.end_row();
            for agency in &review.agencies {
                ui.push_id(agency.id.0, |ui| {
                    let look = |width, hint| FieldLook {
                        hint,
                        width: Some(width),
                        read_only: open.read_only.is_some(),
                        ..FieldLook::default()
                    };
                    let name = Field::Agency(agency.id, AgencyPart::Name);
                    field(
                        ui,
                        "Name of the agency",
                        app.state.typing(),
                        name,
                        &agency.name,
                        look(size::SEARCH, ""),
                        actions,
                    );
                });
                ui.push_id(("sector", agency.id.0), |ui| {
                    let none = std::iter::once((String::new(), "No sector".to_owned()));
                    let all = review.template.sectors.iter();
                    let all = all.map(|sector| (sector.key.clone(), sector.name.clone()));
                    if let Some(sector) = choice(ui, "Sector", &agency.sector, none.chain(all)) {
                        actions.push(Action::People(PeopleAction::SetSector(agency.id, sector)));
                    }
                });
                let look = FieldLook {
                    hint: "no date agreed",
                    width: Some(size::AGENCY_COLUMN),
                    read_only: open.read_only.is_some(),
                    ..FieldLook::default()
                };
                let due = agency.due.map(dates::spoken_date).unwrap_or_default();
                let due_field = Field::Agency(agency.id, AgencyPart::Due);
                field(
                    ui,
                    "Return due",
                    app.state.typing(),
                    due_field,
                    &due,
                    look,
                    actions,
                );
                ui.push_id(("links", agency.id.0), |ui| {
                    ui.horizontal(|ui| {
                        if link(ui, "Show entries").clicked() {
                            actions.push(Action::Overview(OverviewAction::ShowAgency(agency.id)));
                        }
                        if link(ui, "Remove").clicked() {
                            actions.push(Action::People(PeopleAction::RemoveAgency(agency.id)));
                        }
                    });
                });
                ui.end_row();
            }
        });
    ui.add_space(space::SMALL);
    if secondary(ui, open.read_only.is_none(), "Add an agency").clicked() {
        actions.push(Action::People(PeopleAction::AddAgency));
    }
}
