//! The fields of one weakness, its place in the list, and what becomes of what names it.

use egui::Ui;

use crate::analysis::Uses;
use crate::app::{Action, App, Field, Open, WeaknessListAction, WeaknessPart, place_of_weakness};
use crate::model::Weakness;
use crate::ui::screens::weaknesses::in_menu;
use crate::ui::tokens::space;
use crate::ui::widgets::{FieldLook, Words, choice, labelled_field, menu, small, tick, words};

pub fn show(ui: &mut Ui, app: &App, open: &Open, weakness: &Weakness, actions: &mut Vec<Action>) {
    let may_change = open.read_only.is_none();
    fields(ui, app, open, weakness, actions);
    ui.add_space(space::SMALL);
    if may_change {
        place(ui, open, weakness, actions);
        ui.add_space(space::SMALL);
    }
    named_by(ui, open.analysis.weakness_list.uses_of(&weakness.key));
    if may_change {
        buttons(ui, open, weakness, actions);
    }
}

fn fields(ui: &mut Ui, app: &App, open: &Open, weakness: &Weakness, actions: &mut Vec<Action>) {
    let patterns = weakness.patterns.join("\n");
    let parts = [
        (WeaknessPart::Name, "Name", &weakness.name, "", 1),
        (
            WeaknessPart::Definition,
            "What it means",
            &weakness.definition,
            "so that two people would tag the same",
            2,
        ),
        (
            WeaknessPart::Example,
            "For example",
            &weakness.example,
            "a record that shows it plainly",
            2,
        ),
        (
            WeaknessPart::Patterns,
            "Found by",
            &patterns,
            "words or regular expressions, one a line; !words where it is not meant",
            3,
        ),
    ];
    for (part, name, stored, hint, rows) in parts {
        labelled_field(
            ui,
            name,
            app.state.typing(),
            Field::Weakness(weakness.id, part),
            stored,
            FieldLook {
                rows,
                hint,
                read_only: open.read_only.is_some(),
                ..FieldLook::default()
            },
            actions,
        );
    }
}

fn place(ui: &mut Ui, open: &Open, weakness: &Weakness, actions: &mut Vec<Action>) {
    let review = &open.review;
    let id = weakness.id;
    let (place, of) = place_of_weakness(review, weakness);
    let has_parts = review.with_parts(&weakness.key).count() > 1;
    ui.horizontal_wrapped(|ui| {
        if small(ui, place > 1, "Up").clicked() {
            actions.push(WeaknessListAction::Move(id, place - 1).into());
        }
        if small(ui, place < of, "Down").clicked() {
            actions.push(WeaknessListAction::Move(id, place + 1).into());
        }
        if !has_parts {
            let none = (String::new(), "A weakness of its own".to_owned());
            let others = review.weaknesses.iter();
            let others = others.filter(|other| !other.is_part() && other.id != id);
            let others =
                others.map(|other| (other.key.clone(), format!("A part of: {}", other.name)));
            let all = std::iter::once(none).chain(others);
            if let Some(parent) = choice(ui, "Part of", &weakness.parent, all) {
                actions.push(WeaknessListAction::SetParent(id, parent).into());
            }
        }
        if !weakness.is_part() {
            let mut good = weakness.good_practice;
            if tick(ui, &mut good, "Good practice", "Good practice").changed() {
                actions.push(WeaknessListAction::SetGoodPractice(id, good).into());
            }
            if small(ui, true, "Add a part of it").clicked() {
                let parent = Some(weakness.key.clone());
                actions.push(WeaknessListAction::Add(parent).into());
            }
        }
    });
}

/// What merging or removing it would touch.
fn named_by(ui: &mut Ui, uses: Option<&Uses>) {
    let Some(uses) = uses else {
        return;
    };
    if uses.is_unused() {
        words(ui, Words::Small, "Nothing names it yet.");
        return;
    }
    let counted = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {many}")),
    };
    let parts = [
        counted(uses.tags, "tag", "tags"),
        counted(uses.findings, "finding", "findings"),
        counted(uses.recommendations, "recommendation", "recommendations"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    words(ui, Words::Small, format!("Named by {}.", parts.join(", ")));
}

fn buttons(ui: &mut Ui, open: &Open, weakness: &Weakness, actions: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        let name = "Merge into another one…";
        menu(ui, name, name, |ui| {
            words(
                ui,
                Words::Small,
                "Its tags, memos, marked words and links get the other name. One undo parts the two again.",
            );
            let others = open.review.weaknesses.iter();
            let fits = |other: &&Weakness| {
                other.id != weakness.id && other.good_practice == weakness.good_practice
            };
            for other in others.filter(fits) {
                if ui.selectable_label(false, in_menu(other)).clicked() {
                    let merge = WeaknessListAction::Merge {
                        gone: weakness.id,
                        into: other.id,
                    };
                    actions.push(merge.into());
                    ui.close();
                }
            }
        });
        let remove = small(ui, true, "Remove from the list");
        let what = "With its tags; findings and recommendations name it no longer. One undo brings all of it back.";
        if remove.on_hover_text(what).clicked() {
            actions.push(WeaknessListAction::Remove(weakness.id).into());
        }
    });
}
