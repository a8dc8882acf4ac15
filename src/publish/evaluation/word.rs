//! The evaluation as a Word file: the same words and tables as its pages. A figure stands there in words, before the table that it draws.

use std::collections::HashSet;
use std::fs::File;

use super::data;
use crate::evaluation::{Block, Evaluation, Figure, Table};
use crate::publish::characters::Replaced;
use crate::publish::error::Fault;
use crate::publish::word::WordFile;
use crate::publish::word_house::numbering;
use crate::publish::word_parts::Properties;
use crate::publish::word_report::{bare, sheet, text_styles};
use crate::publish::word_text::{Body, INDENT, TEXT_WIDTH, footnotes_part};

const WIDTH: usize = TEXT_WIDTH - INDENT;

pub(super) fn write(evaluation: &Evaluation, file: &mut File) -> Result<Vec<String>, Fault> {
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
                    let run = body.run("<w:b/>", &format!("{title}. "));
                    let rest = body.run("", alt);
                    body.paragraph("Continued", "", &format!("{run}{rest}"));
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

fn words_of(figure: &Figure) -> (&str, &str) {
    match figure {
        Figure::Bars { title, alt, .. }
        | Figure::Curve { title, alt, .. }
        | Figure::Parts { title, alt, .. }
        | Figure::Change { title, alt, .. }
        | Figure::Calendar { title, alt, .. } => (title, alt),
    }
}

fn write_table(body: &mut Body<'_>, table: &Table) {
    let title = body.run("<w:b/>", &table.title);
    body.paragraph("Continued", "<w:keepNext/>", &title);
    if !table.about.is_empty() {
        let about = body.run("", &table.about);
        body.paragraph("Note", "<w:keepNext/>", &about);
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
        body.words("Note", left_out);
    }
}
