//! A fact itself: what it is called, and by which words it is found.

use egui::Ui;

use crate::app::{Action, App, FactPart, Field, KnowledgeAction, Open};
use crate::model::Fact;
use crate::ui::tokens::space;
use crate::ui::widgets::{FieldLook, Words, heading, labelled_field, small, words};

pub fn show(ui: &mut Ui, app: &App, open: &Open, fact: &Fact, actions: &mut Vec<Action>) {
    heading(ui, &fact.name);
    if small(ui, true, "Close").clicked() {
        actions.push(KnowledgeAction::Close.into());
    }
    let listed = fact.words.join(", ");
    for (part, name, stored, hint, rows) in [
        (
            FactPart::Name,
            "What is the fact called?",
            &fact.name,
            "",
            1,
        ),
        (
            FactPart::Words,
            "Words by which the records speak of it",
            &listed,
            "throat, strangul*, hands round her neck",
            3,
        ),
        (
            FactPart::Note,
            "Why it matters",
            &fact.note,
            "for whoever reads this after you",
            3,
        ),
    ] {
        let look = FieldLook {
            rows,
            hint,
            read_only: open.read_only.is_some(),
            ..FieldLook::default()
        };
        let field = Field::Fact(fact.id, part);
        labelled_field(ui, name, app.state.typing(), field, stored, look, actions);
        if part == FactPart::Words {
            let text = "Parted by commas. “strangul*” finds every word that begins so; several words are found as they stand together.";
            words(ui, Words::Small, text);
        }
    }
    ui.add_space(space::SMALL);
    words(
        ui,
        Words::Secondary,
        "Choose a cell beside this fact to see what an agency’s records say of it, and to enter when it learnt of it.",
    );
    ui.add_space(space::MEDIUM);
    remove(ui, open, fact, actions);
}

fn remove(ui: &mut Ui, open: &Open, fact: &Fact, actions: &mut Vec<Action>) {
    let knowings = open.review.knowings.iter();
    let hanging = knowings.filter(|knowing| knowing.fact == fact.id).count();
    let what = match hanging {
        0 => "Nothing is entered yet of who knew it.".to_owned(),
        1 => "With it goes 1 line of who knew it. One undo brings both back.".to_owned(),
        count => format!("With it go {count} lines of who knew it. One undo brings all back."),
    };
    if small(ui, open.read_only.is_none(), "Remove this fact").clicked() {
        actions.push(KnowledgeAction::RemoveFact(fact.id).into());
    }
    words(ui, Words::Small, what);
}
