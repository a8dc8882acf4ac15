//! The letter of the quality-assurance panel: each point with the answer and the paragraph in which the report was changed.

use egui::{Frame, Margin, Ui};

use crate::app::{Action, App, Field, LetterAction, LetterPart, Open};
use crate::drafting::ParagraphNumbers;
use crate::model::LetterPoint;
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{
    FieldLook, Words, card, empty, heading, labelled_field, scroll, secondary, small, titled, words,
};

pub fn show(ui: &mut Ui, app: &App, open: &Open, actions: &mut Vec<Action>) {
    let points = &open.review.publishing.letter;
    let changeable = open.read_only.is_none();
    if points.is_empty() {
        let text = "When the quality-assurance panel has written, enter each point it raised. The response lists every point with your \
                    answer and the paragraph in which the report was changed.";
        let button = changeable.then_some("Add a point");
        if empty(ui, "No point of the letter yet", text, button) {
            actions.push(LetterAction::Add.into());
        }
        return;
    }
    let numbers = ParagraphNumbers::of(&open.review);
    scroll("letter").show(ui, |ui| {
        let around = Frame::new().inner_margin(Margin::symmetric(24, 16));
        around.show(ui, |ui| {
            ui.set_max_width(size::PROSE * 1.2);
            heading(ui, "Response to the quality-assurance letter");
            let open_points = points.iter().filter(|one| one.answer.trim().is_empty());
            match open_points.count() {
                0 => words(ui, Words::Secondary, "Every point has an answer."),
                1 => words(ui, Words::Doubt, "1 point has no answer yet."),
                count => words(
                    ui,
                    Words::Doubt,
                    format!("{count} points have no answer yet."),
                ),
            };
            ui.add_space(space::SMALL);
            for point in points {
                ui.push_id(point.id.0, |ui| {
                    card(ui, false, |ui| {
                        one(ui, app, open, (point, &numbers), actions)
                    })
                });
                ui.add_space(space::SMALL);
            }
            if secondary(ui, changeable, "Add a point").clicked() {
                actions.push(LetterAction::Add.into());
            }
        });
    });
}

fn one(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    (point, numbers): (&LetterPoint, &ParagraphNumbers),
    actions: &mut Vec<Action>,
) {
    let position = point.position;
    titled(
        ui,
        |ui| {
            words(ui, Words::SmallStrong, format!("Point {position}"));
        },
        |ui| order_buttons(ui, open, point, actions),
    );
    let typing = app.state.typing();
    let look = FieldLook {
        rows: 2,
        read_only: open.read_only.is_some(),
        ..FieldLook::default()
    };
    let place = |part| Field::Letter(point.id, part);
    let name = format!("Point {position}, what was raised");
    let raised = place(LetterPart::Raised);
    labelled_field(ui, &name, typing, raised, &point.raised, look, actions);
    let name = format!("Point {position}, answer");
    let answer = place(LetterPart::Answer);
    labelled_field(ui, &name, typing, answer, &point.answer, look, actions);
    let number = point.paragraph.and_then(|id| numbers.of_paragraph(id));
    if point.paragraph.is_some() && number.is_none() {
        words(
            ui,
            Words::Doubt,
            "The paragraph that was noted is no longer in the report.",
        );
    }
    let look = FieldLook {
        rows: 1,
        hint: "such as 4.2",
        width: Some(120.0),
        ..look
    };
    let name = format!("Point {position}, changed in paragraph");
    let paragraph = place(LetterPart::Paragraph);
    let number = number.unwrap_or_default();
    labelled_field(ui, &name, typing, paragraph, number, look, actions);
}

fn order_buttons(ui: &mut Ui, open: &Open, point: &LetterPoint, actions: &mut Vec<Action>) {
    let last = open.review.publishing.letter.len() as u32;
    let changeable = open.read_only.is_none();
    let (id, position) = (point.id, point.position);
    if small(ui, changeable, "Remove").clicked() {
        actions.push(LetterAction::Remove(id).into());
    }
    if small(ui, changeable && position < last, "Down").clicked() {
        actions.push(LetterAction::Move(id, position + 1).into());
    }
    if small(ui, changeable && position > 1, "Up").clicked() {
        actions.push(LetterAction::Move(id, position - 1).into());
    }
}
