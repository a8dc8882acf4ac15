//! The response to the letter of the quality-assurance panel as a Word file.

use std::fs::File;

use docx_rs::TableRow;

use super::characters::Replaced;
use super::error::Fault;
use super::word::WordFile;
use super::word_style::{
    Paper, TABLE_WIDTH, cell, document, paragraph, properties, sentence_row, table,
};
use super::{Options, Output, about, letter_data};
use crate::drafting::ParagraphNumbers;
use crate::jobs::Progress;
use crate::model::Review;

/// Headings and widths; the widths add up to the table’s.
const COLUMNS: [(&str, usize); 4] = [
    ("Point", 850),
    ("Point raised", 5_900),
    ("Answer", TABLE_WIDTH - 850 - 5_900 - 1_500),
    ("Paragraph", 1_500),
];

pub(super) fn write(
    review: &Review,
    options: &Options,
    file: &mut File,
    progress: &dyn Progress,
) -> Result<Vec<String>, Fault> {
    let mut replaced = Replaced::default();
    let subject = about::subject(Output::LetterDocx);
    let about = letter_data::about(review);
    let columns = COLUMNS.map(|(heading, width)| (heading.to_owned(), width));
    let mut word = WordFile::start(
        document(review, &subject, &about, options, &mut replaced),
        table(&columns, &mut replaced),
        properties(review, &subject, options, &mut replaced),
        file,
    )?;
    let numbers = ParagraphNumbers::of(review);
    let points = &review.publishing.letter;
    for (done, point) in (0..).zip(points) {
        progress.report(done, Some(points.len() as u64), "Writing the response")?;
        let answer = match point.answer.trim() {
            "" => paragraph(Paper::Doubt, "Not answered yet", &mut replaced),
            answer => paragraph(Paper::Said, answer, &mut replaced),
        };
        let place = letter_data::paragraph(point, &numbers);
        let contents = [
            paragraph(Paper::Note, &point.position.to_string(), &mut replaced),
            paragraph(Paper::Said, &point.raised, &mut replaced),
            answer,
            paragraph(Paper::Note, &place, &mut replaced),
        ];
        let cells = COLUMNS.into_iter().zip(contents);
        let cells = cells.map(|((_, width), content)| cell(width, vec![content]));
        word.row(&TableRow::new(cells.collect()))?;
    }
    if points.is_empty() {
        word.row(&sentence_row(&about, COLUMNS.len(), &mut replaced))?;
    }
    word.finish()?;
    Ok(replaced.notes("are control characters"))
}
