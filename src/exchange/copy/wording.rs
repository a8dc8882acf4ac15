//! Paragraphs of the draft with the words that are printed.

use crate::drafting::{Citation, Citing, Inline, Numbered, Part, Target};

use super::{CopyParagraph, Piece, Run};

pub(super) fn paragraph(paragraph: &Numbered, citing: &Citing<'_>) -> CopyParagraph {
    let pieces = match paragraph.heading {
        0 => paragraph
            .parts()
            .iter()
            .map(|part| piece(part, citing))
            .collect(),
        _ => vec![Piece::Text(vec![Run::Words(paragraph.text.clone())])],
    };
    CopyParagraph {
        id: paragraph.id,
        number: paragraph.number.clone(),
        heading: paragraph.heading,
        pieces,
    }
}

fn piece(part: &Part, citing: &Citing<'_>) -> Piece {
    match part {
        Part::Text(inlines) => Piece::Text(runs(inlines, citing)),
        Part::Quotation(inlines) => Piece::Quotation(runs(inlines, citing)),
        Part::List { numbered, items } => Piece::List {
            numbered: *numbered,
            items: items.iter().map(|item| runs(item, citing)).collect(),
        },
        Part::Table(rows) => Piece::Table(
            rows.iter()
                .map(|row| row.iter().map(|cell| runs(cell, citing)).collect())
                .collect(),
        ),
    }
}

fn runs(inlines: &[Inline], citing: &Citing<'_>) -> Vec<Run> {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Words(words) => Run::Words(words.clone()),
            Inline::Stressed(words) => Run::Stressed(words.clone()),
            Inline::Strong(words) => Run::Strong(words.clone()),
            Inline::Citation(citation) => Run::Citation(cited(citation, citing)),
            Inline::Note(inner) => Run::Note(runs(inner, citing)),
        })
        .collect()
}

/// A record stands in brackets, with whose word it is; anything else is part of its sentence, unless it is gone.
fn cited(citation: &Citation, citing: &Citing<'_>) -> String {
    let cited = citing.cited(citation);
    if matches!(citation.target, Target::Entry(_)) || cited.broken.is_some() {
        format!("[{}]", cited.said())
    } else {
        cited.words
    }
}

/// The words alone, without footnotes.
pub fn plain(runs: &[Run]) -> String {
    runs.iter()
        .map(|run| match run {
            Run::Words(words)
            | Run::Stressed(words)
            | Run::Strong(words)
            | Run::Citation(words) => words.as_str(),
            Run::Note(_) => "",
        })
        .collect()
}
