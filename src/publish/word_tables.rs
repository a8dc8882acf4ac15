//! The chronology and the plan as Word files.

use std::fs::File;

use docx_rs::{Paragraph, Table, TableCell, TableRow, VMergeType};

use super::characters::Replaced;
use super::chronology_data;
use super::entry_words::{self, all_notes, asked_and_disclosed, source};
use super::error::{Fault, PublishError};
use super::lookup::Lookup;
use super::plan_columns::{findings_answered, plan_text};
use super::word::WordFile;
use super::word_style::{
    Paper, TABLE_WIDTH, cell, document, noted, paragraph, properties, sentence_row, table,
};
use super::{Options, Output, about};
use crate::dates;
use crate::jobs::Progress;
use crate::model::{Action, Entry, PlanColumn, PlanColumnKey, Recommendation, Review};

/// Rows of a Word table. Word lays a table out as a whole: beyond some thousand pages it takes minutes to open and
/// to scroll, so a longer one would be a file that cannot be worked with.
pub(super) const ROW_LIMIT: usize = 20_000;

/// Headings and widths; the widths add up to [`TABLE_WIDTH`].
const CHRONOLOGY_COLUMNS: [(&str, usize); 5] = [
    ("Entry", 850),
    ("When", 2_500),
    ("Agency", 1_900),
    ("What was recorded", 6_420),
    ("Source and basis", 2_900),
];

pub(super) fn write_chronology(
    review: &Review,
    rows: &[u32],
    options: &Options,
    file: &mut File,
    progress: &dyn Progress,
) -> Result<Vec<String>, Fault> {
    let output = Output::ChronologyDocx;
    if rows.len() > ROW_LIMIT {
        return Err(Fault::Publish(PublishError::TooMany {
            output: output.title(),
            rows: rows.len(),
            limit: ROW_LIMIT,
            why: "Word takes minutes to open a longer table.",
            instead: "Filter the chronology first, or save it as an Excel file.",
        }));
    }
    let mut replaced = Replaced::default();
    let subject = about::subject(output);
    let about = chronology_data::about_with_tags(review, rows, options);
    let mut word = WordFile::start(
        document(review, &subject, &about, options, &mut replaced),
        chronology_table(&mut replaced),
        properties(review, &subject, options, &mut replaced),
        file,
    )?;
    let headings = options.headings.as_deref().unwrap_or_default();
    chronology_rows(&mut word, review, (rows, headings), progress, &mut replaced)?;
    if rows.is_empty() {
        word.row(&sentence_row(
            &about,
            CHRONOLOGY_COLUMNS.len(),
            &mut replaced,
        ))?;
    }
    word.finish()?;
    Ok(replaced.notes("are control characters"))
}

/// The chronology's table with its header row alone.
pub(super) fn chronology_table(replaced: &mut Replaced) -> Table {
    let columns = CHRONOLOGY_COLUMNS.map(|(heading, width)| (heading.to_owned(), width));
    table(&columns, replaced)
}

/// The entries at `rows`, with headings before their places.
pub(super) fn chronology_rows(
    word: &mut WordFile<'_>,
    review: &Review,
    (rows, headings): (&[u32], &[(usize, String)]),
    progress: &dyn Progress,
    replaced: &mut Replaced,
) -> Result<(), Fault> {
    let lookup = Lookup::of(review);
    let mut headings = headings.iter().peekable();
    for (done, &row) in rows.iter().enumerate() {
        progress.report(
            done as u64,
            Some(rows.len() as u64),
            "Writing the chronology",
        )?;
        while let Some((_, heading)) = headings.next_if(|(at, _)| *at <= done) {
            word.row(&sentence_row(heading, CHRONOLOGY_COLUMNS.len(), replaced))?;
        }
        if let Some(entry) = review.entries.get(row as usize) {
            word.row(&entry_row(entry, &lookup, replaced))?;
        }
    }
    Ok(())
}

fn entry_row(entry: &Entry, lookup: &Lookup, replaced: &mut Replaced) -> TableRow {
    let when = &entry.when;
    let mut time = vec![paragraph(Paper::SaidStrong, &when.wording, replaced)];
    if let Some(understood) = dates::spoken_beyond_wording(when) {
        time.push(paragraph(Paper::Note, &understood, replaced));
    }
    for doubt in when.inferred.iter().chain(&when.warnings) {
        time.push(paragraph(Paper::Doubt, doubt, replaced));
    }
    let mut recorded = vec![paragraph(Paper::Said, &entry.text, replaced)];
    for (name, wording) in all_notes(entry) {
        recorded.push(noted(name, wording, replaced));
    }
    let tags = lookup.tags(entry).join("; ");
    if !tags.is_empty() {
        recorded.push(paragraph(Paper::Note, &format!("Tags: {tags}"), replaced));
    }
    let badge = entry_words::basis(entry, lookup.badge(entry));
    let mut basis = vec![paragraph(Paper::Note, &badge, replaced)];
    for words in asked_and_disclosed(entry) {
        basis.push(paragraph(Paper::Note, words, replaced));
    }
    basis.push(paragraph(Paper::Note, &source(entry), replaced));
    let contents: [Vec<Paragraph>; 5] = [
        vec![paragraph(Paper::Note, &entry.id.to_string(), replaced)],
        time,
        vec![paragraph(Paper::Note, lookup.agency(entry), replaced)],
        recorded,
        basis,
    ];
    let cells = CHRONOLOGY_COLUMNS
        .into_iter()
        .zip(contents)
        .map(|((_, width), paragraphs)| cell(width, paragraphs))
        .collect();
    keep_whole_if_short(
        TableRow::new(cells),
        entry.text.len() + entry.response.len(),
    )
}

/// A short row moves to the next page as a whole; a long one may break.
fn keep_whole_if_short(row: TableRow, length: usize) -> TableRow {
    if length < 1_200 {
        row.cant_split()
    } else {
        row
    }
}

pub(super) fn write_plan(
    review: &Review,
    options: &Options,
    file: &mut File,
    progress: &dyn Progress,
) -> Result<Vec<String>, Fault> {
    let mut replaced = Replaced::default();
    let subject = about::subject(Output::PlanDocx);
    let mut word = WordFile::start(
        document(review, &subject, "", options, &mut replaced),
        plan_table(review, &mut replaced),
        properties(review, &subject, options, &mut replaced),
        file,
    )?;
    plan_rows(&mut word, review, progress, &mut replaced)?;
    word.finish()?;
    Ok(replaced.notes("are control characters"))
}

/// The plan's table with its header row alone.
pub(super) fn plan_table(review: &Review, replaced: &mut Replaced) -> Table {
    let printed = printed_columns(review);
    let columns: Vec<(String, usize)> = printed
        .iter()
        .map(|(column, width)| (column.title.clone(), *width))
        .collect();
    table(&columns, replaced)
}

/// Every recommendation with its actions, or a sentence where there is none.
pub(super) fn plan_rows(
    word: &mut WordFile<'_>,
    review: &Review,
    progress: &dyn Progress,
    replaced: &mut Replaced,
) -> Result<(), Fault> {
    let printed = printed_columns(review);
    let total = review.recommendations.len() as u64;
    for (done, recommendation) in (0..).zip(&review.recommendations) {
        progress.report(done, Some(total), "Writing the action plan")?;
        let actions: Vec<&Action> = review
            .actions
            .iter()
            .filter(|action| action.recommendation == recommendation.id)
            .collect();
        let findings = findings_answered(review, recommendation);
        if actions.is_empty() {
            let columns = (printed.as_slice(), findings.as_str());
            word.row(&plan_row(columns, recommendation, None, None, replaced))?;
        }
        let merged = actions.len() > 1;
        for (index, action) in actions.into_iter().enumerate() {
            let merge = match (merged, index) {
                (false, _) => None,
                (true, 0) => Some(VMergeType::Restart),
                (true, _) => Some(VMergeType::Continue),
            };
            word.row(&plan_row(
                (&printed, &findings),
                recommendation,
                Some(action),
                merge,
                replaced,
            ))?;
        }
    }
    if review.recommendations.is_empty() {
        word.row(&sentence_row(
            "No recommendations yet.",
            printed.len(),
            replaced,
        ))?;
    }
    Ok(())
}

/// The template's printed columns with their share of the width; every column where a template prints none.
fn printed_columns(review: &Review) -> Vec<(&PlanColumn, usize)> {
    let all = &review.template.plan_columns;
    let printed: Vec<&PlanColumn> = all.iter().filter(|column| column.printed).collect();
    let printed = if printed.is_empty() {
        all.iter().collect()
    } else {
        printed
    };
    let share = |column: &PlanColumn| match column.key {
        PlanColumnKey::Scope | PlanColumnKey::Status => 2,
        PlanColumnKey::LeadAgency | PlanColumnKey::Owner | PlanColumnKey::Target => 3,
        PlanColumnKey::Recommendation | PlanColumnKey::Action => 6,
        _ => 4,
    };
    let shares: usize = printed.iter().map(|column| share(column)).sum();
    printed
        .into_iter()
        .map(|column| (column, TABLE_WIDTH * share(column) / shares.max(1)))
        .collect()
}

/// `findings` stand below the recommendation.
fn plan_row(
    (columns, findings): (&[(&PlanColumn, usize)], &str),
    recommendation: &Recommendation,
    action: Option<&Action>,
    merge: Option<VMergeType>,
    replaced: &mut Replaced,
) -> TableRow {
    let mut length = 0;
    let cells: Vec<TableCell> = columns
        .iter()
        .map(|(column, width)| {
            let same_for_all = matches!(
                column.key,
                PlanColumnKey::Recommendation | PlanColumnKey::Scope
            );
            let continued = same_for_all && merge == Some(VMergeType::Continue);
            let text = if continued {
                "".into()
            } else {
                plan_text(column.key, recommendation, action)
            };
            length = length.max(text.len());
            let mut said = vec![paragraph(Paper::Said, &text, replaced)];
            if column.key == PlanColumnKey::Recommendation && !continued {
                let lines = findings.lines();
                said.extend(lines.map(|line| paragraph(Paper::Note, line, replaced)));
                length = length.max(text.len() + findings.len());
            }
            let cell = cell(*width, said);
            match merge {
                Some(merge) if same_for_all => cell.vertical_merge(merge),
                _ => cell,
            }
        })
        .collect();
    keep_whole_if_short(TableRow::new(cells), length)
}
