//! Who he is: name, case number, day of birth, and what is kept for monitoring.

use egui::Ui;

use super::super::parts::answer_line;
use crate::app::{
    Action, CaseAction, Field, ManText, Monitored, OpenProgramme, ProgrammeField, Typing,
};
use crate::model::programme::Man;
use crate::ui::tokens::space;
use crate::ui::widgets::{FieldLook, Words, choice, heading, labelled_field, words};

pub(super) fn show(
    ui: &mut Ui,
    open: &OpenProgramme,
    man: &Man,
    typing: Option<&Typing>,
    actions: &mut Vec<Action>,
) {
    ui.add_space(space::LARGE);
    heading(ui, "Who he is");
    let born = man.born.map(crate::dates::spoken_date).unwrap_or_default();
    for (name, part, stored, hint) in [
        (
            "Name",
            ManText::Name,
            man.name.as_str(),
            "not needed where he has a case number",
        ),
        (
            "Case number",
            ManText::Reference,
            man.reference.as_str(),
            "stands for him where he is not to be named",
        ),
        ("Born on", ManText::Born, born.as_str(), "not known"),
    ] {
        let look = FieldLook {
            hint,
            read_only: !open.may_change(),
            ..FieldLook::default()
        };
        let field = Field::Programme(ProgrammeField::Man(man.id, part));
        labelled_field(ui, name, typing, field, stored, look, actions);
    }
    monitoring(ui, open, man, actions);
}

fn monitoring(ui: &mut Ui, open: &OpenProgramme, man: &Man, actions: &mut Vec<Action>) {
    ui.add_space(space::MEDIUM);
    heading(ui, "For monitoring");
    let text = "In counts only. Of a man who is not taken on, nothing but these is kept.";
    words(ui, Words::Small, text);
    for what in Monitored::ALL {
        let present = what.key(man).to_owned();
        let list = what.list(&open.programme.template);
        let mut all = vec![(String::new(), "Not asked".to_owned())];
        all.extend(list.iter().map(|one| (one.key.clone(), one.name.clone())));
        if !all.iter().any(|(key, _)| *key == present) {
            all.push((present.clone(), present.clone()));
        }
        answer_line(ui, what.words(), present.is_empty(), |ui| {
            if let Some(key) = choice(ui, what.words(), &present, all) {
                actions.push(CaseAction::Monitoring(what, key).into());
            }
        });
    }
}
