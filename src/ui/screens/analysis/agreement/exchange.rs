//! Codes to and from the tools of researchers.

use egui::Ui;

use crate::app::{Action, AgreementAction, CodesFile, Open};
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, hairline, heading, secondary, words};

pub fn show(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    hairline(ui);
    ui.add_space(space::MEDIUM);
    heading(ui, "Going on in another tool");
    words(
        ui,
        Words::Secondary,
        "NVivo, ATLAS.ti, MAXQDA, QualCoder and others exchange codes by the REFI-QDA standard. A codebook holds the list of weaknesses; a project also holds the records and who tagged which words of them.",
    );
    ui.add_space(space::SMALL);
    ui.horizontal_wrapped(|ui| {
        for (text, what) in [
            ("Write a codebook (.qdc)…", CodesFile::Codebook),
            ("Write a project (.qdpx)…", CodesFile::Project),
        ] {
            if secondary(ui, true, text).clicked() {
                actions.push(AgreementAction::ChooseWhere(what).into());
            }
        }
        let may_change = open.read_only.is_none();
        if secondary(ui, may_change, "Take in codes…").clicked() {
            actions.push(AgreementAction::ChooseCodes.into());
        }
    });
    words(
        ui,
        Words::Doubt,
        "A project is not encrypted, and holds the agencies’ words with all names. Keep it as safe as the returns themselves.",
    );
}
