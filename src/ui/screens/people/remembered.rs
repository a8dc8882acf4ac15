//! What was settled about words before, and can be taken back.

use egui::Ui;

use super::settle::name_of;
use crate::app::{Action, Open, PeopleAction};
use crate::identities::IdentityOf;
use crate::model::Ruling;
use crate::ui::tokens::space;
use crate::ui::widgets::{Words, hairline, heading, small, words};

pub(super) fn show(ui: &mut Ui, open: &Open, actions: &mut Vec<Action>) {
    let publishing = &open.review.publishing;
    if publishing.rulings.is_empty() && publishing.allowed.is_empty() {
        return;
    }
    ui.add_space(space::MEDIUM);
    heading(ui, "Settled");
    for ruling in &publishing.rulings {
        let is = match ruling.person {
            Some(person) => format!("the name of {}", name_of(open, IdentityOf::Person(person))),
            None => "an ordinary word".to_owned(),
        };
        let text = format!("{}: {is}", in_context(ruling));
        let what = format!("Take back {}", in_context(ruling));
        let back = PeopleAction::TakeBackRuling(ruling.id);
        ui.push_id(("ruling", ruling.id.0), |ui| {
            line(ui, open, &text, what, back, actions);
        });
    }
    for allowed in &publishing.allowed {
        let text = match allowed.why.as_str() {
            "" => format!("“{}” may stand", allowed.words),
            why => format!("“{}” may stand: {why}", allowed.words),
        };
        let what = format!("Take back “{}”", allowed.words);
        let back = PeopleAction::TakeBackAllowed(allowed.id);
        ui.push_id(("allowed", allowed.id.0), |ui| {
            line(ui, open, &text, what, back, actions);
        });
    }
}

fn line(
    ui: &mut Ui,
    open: &Open,
    text: &str,
    what: String,
    back: PeopleAction,
    actions: &mut Vec<Action>,
) {
    hairline(ui);
    ui.horizontal_wrapped(|ui| {
        words(ui, Words::Plain, text);
        let may = open.read_only.is_none();
        let button = small(ui, may, "Take back");
        button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, may, &what));
        if button.clicked() {
            actions.push(back.into());
        }
    });
}

/// “… when Rose came …”
fn in_context(ruling: &Ruling) -> String {
    let words = [&ruling.before, &ruling.form, &ruling.after];
    let words = words.into_iter().filter(|word| !word.is_empty());
    let words: Vec<&str> = words.map(String::as_str).collect();
    format!("“{}”", words.join(" "))
}
