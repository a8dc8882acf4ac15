//! The evaluation as a Word file: the same words, tables and figures as its pages. A figure is a picture that says in words what it shows.

use std::collections::HashSet;
use std::fs::File;

use super::data;
use crate::evaluation::{Block, Evaluation, Figure, Table};
use crate::publish::PublishError;
use crate::publish::characters::Replaced;
use crate::publish::error::Fault;
use crate::publish::matter::Matter;
use crate::publish::preview::{page_png, page_size};
use crate::publish::typesetting::{Layout, Typeset};
use crate::publish::word::WordFile;
use crate::publish::word_house::numbering;
use crate::publish::word_parts::Properties;
use crate::publish::word_picture;
use crate::publish::word_report::{bare, sheet, text_styles};
use crate::publish::word_text::{Body, INDENT, TEXT_WIDTH, footnotes_part};

const WIDTH: usize = TEXT_WIDTH - INDENT;

/// A picture higher than this, in points, is made smaller: it would not fit on a page.
const HIGHEST: f64 = 620.0;
/// 200 points to the inch.
const PIXELS_PER_POINT: f32 = 200.0 / 72.0;

pub(super) fn write(evaluation: &Evaluation, file: &mut File) -> Result<Vec<String>, Fault> {
    let drawn = drawn(evaluation)?;
    let mut figures = 0;
    let mut replaced = Replaced::default();
    let (title, marking) = (data::title(evaluation), data::marking(evaluation));
    let properties = Properties {
        title: format!("{title}: evaluation"),
        subject: "Evaluation".to_owned(),
        author: String::new(),
        description: marking.to_owned(),
        table: "Evaluation".to_owned(),
        date: evaluation.on,
    };
    let before = bare(title, marking, "Page ", &mut replaced);
    let mut word = WordFile::start_text(before, properties, file)?;
    let mut body = Body::new(HashSet::new(), &mut replaced);
    body.words("Title", title);
    body.words(
        "Note",
        "Evaluation of a programme for men who have used violence",
    );
    for (name, value) in data::facts(evaluation) {
        body.words("Note", &format!("{name}: {value}"));
    }
    body.words("Note", marking);
    for section in &evaluation.sections {
        body.heading(1, "", &section.title);
        for block in &section.blocks {
            match block {
                Block::Words(words) => body.words("Continued", words),
                Block::Table(table) => write_table(&mut body, table),
                Block::Figure(figure) => {
                    let (title, alt) = words_of(figure);
                    title_line(&mut body, title);
                    if let Some(picture) = picture(&drawn, figures) {
                        let number = word.add_picture(picture.png);
                        let drawing = word_picture::drawing(number, picture.size, alt);
                        body.paragraph("Continued", "<w:keepNext/>", &drawing);
                    }
                    figures += 1;
                    note(&mut body, "", alt);
                }
            }
        }
    }
    body.heading(1, "", data::CONSISTENCY);
    for words in data::consistency(evaluation) {
        body.words("Continued", &words);
    }
    let (lists, footnotes) = (body.lists, footnotes_part(&body.notes));
    body.xml.push_str(&sheet(false));
    word.text(&body.xml)?;
    word.set_parts(
        numbering(lists, "–", INDENT + 360),
        footnotes,
        &text_styles(),
    );
    word.finish()?;
    Ok(replaced.notes("are control characters"))
}

/// Every figure on a page of its own.
fn drawn(evaluation: &Evaluation) -> Result<Typeset, Fault> {
    let data = data::data(evaluation, &mut Matter::default());
    let drawn = Typeset::of(Layout::EvaluationFigures, &data);
    drawn.map_err(|fault| {
        let output = "evaluation".to_owned();
        let what = fault.to_string();
        PublishError::Layout { output, what }.into()
    })
}

struct Picture {
    png: Vec<u8>,
    size: (f64, f64),
}

fn picture(drawn: &Typeset, index: usize) -> Option<Picture> {
    let (width, height) = page_size(drawn, index)?;
    let (width, height) = (f64::from(width), f64::from(height));
    let smaller = (HIGHEST / height).min(1.0);
    Some(Picture {
        png: page_png(drawn, index, PIXELS_PER_POINT)?,
        size: (width * smaller, height * smaller),
    })
}

fn words_of(figure: &Figure) -> (&str, &str) {
    match figure {
        Figure::Bars { title, alt, .. }
        | Figure::Curve { title, alt, .. }
        | Figure::Parts { title, alt, .. }
        | Figure::Change { title, alt, .. }
        | Figure::Calendar { title, alt, .. } => (title, alt),
    }
}

/// Above a table or a figure, and kept with it.
fn title_line(body: &mut Body<'_>, title: &str) {
    let title = body.run("<w:b/>", title);
    let apart = r#"<w:keepNext/><w:spacing w:before="320"/>"#;
    body.paragraph("Continued", apart, &title);
}

/// In line with tables and text.
fn note(body: &mut Body<'_>, kept: &str, words: &str) {
    let run = body.run("", words);
    let place = format!(r#"{kept}<w:ind w:left="{INDENT}"/>"#);
    body.paragraph("Note", &place, &run);
}

fn write_table(body: &mut Body<'_>, table: &Table) {
    title_line(body, &table.title);
    if !table.about.is_empty() {
        note(body, "<w:keepNext/>", &table.about);
    }
    let others = table.columns.len().saturating_sub(1).max(1);
    let first = WIDTH / if others > 4 { 5 } else { 3 };
    let mut widths = vec![first];
    widths.extend(std::iter::repeat_n((WIDTH - first) / others, others));
    let mut rows = vec![table.columns.clone()];
    rows.extend(table.rows.iter().map(|row| {
        let cells = row.cells.iter().map(|cell| cell.said.clone());
        std::iter::once(row.name.clone()).chain(cells).collect()
    }));
    body.plain_table(&widths, &rows);
    if let Some(left_out) = &table.left_out {
        note(body, "", left_out);
    }
}
