//! The anonymised data record: what the review knows by itself, and what is asked.

use egui::{Frame, Margin, Ui};

use crate::app::{Action, App, Field, LetterAction, Open};
use crate::model::{RecordKind, RecordQuestion};
use crate::publish::{NOT_INDICATED, RecordLine, RecordSource, data_record};
use crate::ui::tokens::{size, space};
use crate::ui::widgets::{FieldLook, Words, choice, field, hairline, heading, scroll, words};

pub fn show(ui: &mut Ui, app: &App, open: &Open, actions: &mut Vec<Action>) {
    let questions = &open.review.template.publication.record;
    let lines = data_record(&open.review);
    scroll("record").show(ui, |ui| {
        let around = Frame::new().inner_margin(Margin::symmetric(24, 16));
        around.show(ui, |ui| {
            ui.set_max_width(size::PROSE * 1.2);
            heading(ui, "Data record");
            words(
                ui,
                Words::Secondary,
                "For those who count over many reviews: months and bands, never a day, an age or a name. What you do not answer is “not \
                 indicated”, which is not “no”.",
            );
            let answered = lines.iter().filter(|line| line.source != RecordSource::None);
            let told = format!("{} of {} answered", answered.count(), lines.len());
            words(ui, Words::Small, told);
            let mut group = "";
            for (at, (question, line)) in questions.iter().zip(&lines).enumerate() {
                if question.group != group {
                    ui.add_space(space::MEDIUM);
                    heading(ui, &question.group);
                    group = &question.group;
                }
                hairline(ui);
                ui.push_id(at, |ui| one(ui, app, open, (at, question, line), actions));
            }
        });
    });
}

fn one(
    ui: &mut Ui,
    app: &App,
    open: &Open,
    (at, question, line): (usize, &RecordQuestion, &RecordLine),
    actions: &mut Vec<Action>,
) {
    let changeable = open.read_only.is_none();
    ui.horizontal_wrapped(|ui| {
        words(ui, Words::Plain, &question.name);
        if line.source == RecordSource::Review {
            words(ui, Words::Small, "from the review");
        }
    });
    let is_entered = line.source == RecordSource::Entered;
    match question.kind {
        RecordKind::Choice | RecordKind::Indicated if changeable => {
            let present = if is_entered { line.answer.as_str() } else { "" };
            let unanswered = match line.source {
                RecordSource::Review => format!("{}, from the review", line.answer),
                _ => NOT_INDICATED.to_owned(),
            };
            let mut choices = vec![(String::new(), unanswered)];
            match question.kind {
                RecordKind::Choice => choices.extend(both(&question.choices)),
                _ => choices.extend(both(&["yes".to_owned(), "no".to_owned()])),
            }
            let chosen = choice(ui, &question.name, &present.to_owned(), choices);
            if let Some(answer) = chosen {
                actions.push(LetterAction::AnswerRecord(question.key.clone(), answer).into());
            }
        }
        RecordKind::Month | RecordKind::Number if changeable => {
            let stored = if is_entered { line.answer.as_str() } else { "" };
            let hint = match line.source {
                RecordSource::None => NOT_INDICATED,
                _ => line.answer.as_str(),
            };
            let look = FieldLook {
                rows: 1,
                hint,
                width: Some(160.0),
                read_only: false,
            };
            let typing = app.state.typing();
            let place = Field::Record(at);
            field(ui, &question.name, typing, place, stored, look, actions);
        }
        _ => {
            words(ui, Words::Strong, &line.answer);
        }
    }
}

fn both(choices: &[String]) -> impl Iterator<Item = (String, String)> + '_ {
    choices.iter().map(|one| (one.clone(), one.clone()))
}
