//! Feedback: a line for each answer, or a line for a form with a column for each question.

use super::building::Building;
use super::line::Line;
use super::{DoubtKind, Field, Kind, List, Meaning};
use crate::model::programme::{FeedbackForm, Grade};

impl Building<'_> {
    pub(super) fn feedback(&mut self, line: &Line<'_>) -> Result<(), String> {
        let respondent = line.text(Field::Respondent).to_owned();
        if respondent.is_empty() {
            return Err(
                "It is not said whose form it is: perhaps it is a sum or a note.".to_owned(),
            );
        }
        let mut known = self.told.settings.programme.feedback.iter();
        if known.any(|form| form.respondent == respondent) {
            return Err(format!(
                "A form of respondent “{respondent}” is in the programme’s file already; it was not changed."
            ));
        }
        let questions = line.sheet.columns.iter().enumerate();
        let wide: Vec<(usize, u32)> = questions
            .filter_map(|(column, meaning)| match meaning {
                Some(Meaning::Question(number)) => Some((column, *number)),
                _ => None,
            })
            .collect();
        for (column, number) in &wide {
            let grade = self.told.code(line, *column, List::Grade);
            self.grade(line, &respondent, *number, grade.as_deref())?;
        }
        if !wide.is_empty() {
            return Ok(());
        }
        let Some(column) = line.sheet.column(Field::Question) else {
            return Err("It is not said which question it answers.".to_owned());
        };
        let number = line
            .cell(column)
            .trim_start_matches(|c: char| !c.is_ascii_digit());
        let number: u32 = match number.parse() {
            Ok(number @ 1..=99) => number,
            _ => return Err("It is not said which question it answers.".to_owned()),
        };
        let grade = self.told.coded(line, Field::Grade, List::Grade);
        if grade.is_none() && !line.text(Field::Grade).is_empty() {
            let why = "The answer stands as left empty.";
            self.told
                .about_field(line, Field::Grade, DoubtKind::NotKept, why);
        }
        self.grade(line, &respondent, number, grade.as_deref())
    }

    fn grade(
        &mut self,
        line: &Line<'_>,
        respondent: &str,
        question: u32,
        key: Option<&str>,
    ) -> Result<(), String> {
        self.once(Kind::Feedback, format!("{respondent} {question}"), line)
            .map_err(|first| format!("This answer stands twice: {first} was taken."))?;
        let grade = match key {
            Some("very") => Some(Grade::Very),
            Some("satisfied") => Some(Grade::Satisfied),
            Some("quite") => Some(Grade::Quite),
            Some("not") => Some(Grade::Not),
            _ => None,
        };
        if !self.forms.contains_key(respondent) {
            self.form_order.push(respondent.to_owned());
        }
        let form = self
            .forms
            .entry(respondent.to_owned())
            .or_insert_with(|| FeedbackForm {
                respondent: respondent.to_owned(),
                grades: Vec::new(),
            });
        let place = question as usize - 1;
        if form.grades.len() <= place {
            form.grades.resize(place + 1, None);
        }
        form.grades[place] = grade;
        Ok(())
    }
}
