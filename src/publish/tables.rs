//! The chronology and the plan as Excel files.

use std::collections::BTreeSet;
use std::fs::File;

use super::about;
use super::chronology_columns::ChronologyColumn;
use super::error::{Fault, PublishError};
use super::lookup::Lookup;
use super::matter::entries_in_words;
use super::plan_columns::{every_column, plan_text, recommendation_marks};
use super::recommendation_data::numbered_findings;
use super::sheet_frame::Design;
use super::spreadsheet::{self, Cell, Heading, ROW_LIMIT};
use super::{Options, Output};
use crate::analysis::what_is_hidden;
use crate::jobs::Progress;
use crate::model::{Action, Moment, PlanColumnKey, QuestionId, Recommendation, Review};

pub(super) fn write_chronology(
    review: &Review,
    rows: &[u32],
    options: &Options,
    file: &mut File,
    progress: &dyn Progress,
) -> Result<Vec<String>, Fault> {
    let output = Output::ChronologyXlsx;
    let shown = (!options.note.is_empty()).then(|| format!("Shown: {}", options.note));
    let above: Vec<String> = shown.into_iter().chain(what_is_hidden(review)).collect();
    // The words above the table take one row, too.
    if rows.len() + usize::from(!above.is_empty()) > ROW_LIMIT {
        return Err(Fault::Publish(PublishError::TooMany {
            output: output.title(),
            rows: rows.len(),
            limit: ROW_LIMIT,
            why: "a sheet of Excel has no more rows.",
            instead: "Filter the chronology first, or save it as CSV.",
        }));
    }
    let headings = ChronologyColumn::ALL.map(|column| (column.title(), column.width()));
    let subject = about::subject(output);
    let above = above.join(". ");
    let design = Design {
        review,
        subject: &subject,
        headings: &headings,
        above: (!above.is_empty()).then_some(above.as_str()),
        options,
    };
    spreadsheet::write(&design, file, |table| {
        let lookup = Lookup::of(review);
        let total = Some(rows.len() as u64);
        for (done, &row) in rows.iter().enumerate() {
            progress.report(done as u64, total, "Writing the chronology")?;
            let Some(entry) = review.entries.get(row as usize) else {
                continue;
            };
            let cells = ChronologyColumn::ALL.map(|column| match column.moment(entry) {
                Some(moment) => Cell::Moment(moment),
                None if column == ChronologyColumn::Number => Cell::Number(entry.id.0 as f64),
                None => Cell::Text(column.text(entry, &lookup)),
            });
            table.row(&cells)?;
        }
        if rows.is_empty() {
            table.sentence(&entries_in_words(0));
        }
        progress.report(rows.len() as u64, total, "Saving the file")?;
        Ok(())
    })
}

/// Columns after those of the template: what the program knows of a recommendation besides.
const KNOWN_BESIDES: [Heading; 11] = [
    ("Completed on", 16.0),
    ("Reach", 24.0),
    ("Questions", 36.0),
    ("Finding", 48.0),
    ("How it will be seen that it helped", 36.0),
    ("Why it can be done", 36.0),
    ("Recommendation due by", 16.0),
    ("Not SMART yet", 24.0),
    ("Weakness", 28.0),
    ("Rests on entries", 20.0),
    ("Still missing", 24.0),
];

pub(super) fn write_plan(
    review: &Review,
    options: &Options,
    file: &mut File,
    progress: &dyn Progress,
) -> Result<Vec<String>, Fault> {
    let columns = every_column(review);
    let headings: Vec<Heading> = columns
        .iter()
        .map(|column| (column.title.as_str(), width(column.key)))
        .chain(KNOWN_BESIDES)
        .collect();
    let subject = about::subject(Output::PlanXlsx);
    let design = Design {
        review,
        subject: &subject,
        headings: &headings,
        above: None,
        options,
    };
    spreadsheet::write(&design, file, |table| {
        let total = review.recommendations.len() as u64;
        for (done, recommendation) in (0..).zip(&review.recommendations) {
            progress.report(done, Some(total), "Writing the action plan")?;
            let mut actions = review
                .actions
                .iter()
                .filter(|action| action.recommendation == recommendation.id)
                .map(Some)
                .peekable();
            let none = actions.peek().is_none().then_some(None);
            for action in actions.chain(none) {
                let cells: Vec<Cell> = columns
                    .iter()
                    .map(|column| plan_cell(column.key, recommendation, action))
                    .chain(known_besides(review, recommendation, action))
                    .collect();
                table.row(&cells)?;
            }
        }
        if review.recommendations.is_empty() {
            table.sentence("No recommendations yet.");
        }
        Ok(())
    })
}

fn plan_cell<'a>(
    key: PlanColumnKey,
    recommendation: &'a Recommendation,
    action: Option<&'a Action>,
) -> Cell<'a> {
    match (key, action.and_then(|action| action.target)) {
        (PlanColumnKey::Target, Some(target)) => Cell::Moment(Moment::day(target)),
        _ => Cell::Text(plan_text(key, recommendation, action)),
    }
}

fn known_besides<'a>(
    review: &'a Review,
    recommendation: &'a Recommendation,
    action: Option<&'a Action>,
) -> [Cell<'a>; 11] {
    let completed = action.and_then(|action| action.completed);
    let weakness = review.tag_name(&recommendation.weakness);
    let entries: Vec<String> = recommendation
        .entries
        .iter()
        .map(ToString::to_string)
        .collect();
    let missing = action.map_or_else(|| vec!["action"], Action::missing);
    [
        completed.map_or(Cell::Empty, |date| Cell::Moment(Moment::day(date))),
        Cell::Text(recommendation_marks(recommendation).join("; ").into()),
        Cell::Text(questions(review, recommendation).into()),
        Cell::Text(numbered_findings(review, recommendation).into()),
        Cell::Text(recommendation.measure.as_str().into()),
        Cell::Text(recommendation.achievable.as_str().into()),
        (recommendation.due).map_or(Cell::Empty, |date| Cell::Moment(Moment::day(date))),
        Cell::Text(recommendation.missing().join("; ").into()),
        Cell::Text(weakness.into()),
        Cell::Text(entries.join(", ").into()),
        Cell::Text(missing.join(", ").into()),
    ]
}

/// The questions that those findings answer, each once.
fn questions(review: &Review, recommendation: &Recommendation) -> String {
    let answered: BTreeSet<QuestionId> = recommendation
        .findings
        .iter()
        .filter_map(|id| review.finding(*id))
        .flat_map(|finding| finding.questions.iter().copied())
        .collect();
    let questions = review.questions.iter();
    let lines: Vec<String> = questions
        .filter(|question| answered.contains(&question.id))
        .map(|question| format!("{}. {}", question.position, question.text))
        .collect();
    lines.join("\n")
}

fn width(key: PlanColumnKey) -> f64 {
    match key {
        PlanColumnKey::Scope | PlanColumnKey::Target | PlanColumnKey::Status => 16.0,
        PlanColumnKey::LeadAgency | PlanColumnKey::Owner => 24.0,
        PlanColumnKey::Recommendation | PlanColumnKey::Action => 52.0,
        PlanColumnKey::Milestones
        | PlanColumnKey::Completion
        | PlanColumnKey::OutcomeSought
        | PlanColumnKey::Outputs
        | PlanColumnKey::Resources
        | PlanColumnKey::Review
        | PlanColumnKey::RelatedPlans => 36.0,
    }
}
