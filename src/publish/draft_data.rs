//! The chair's text as data for the report's layout.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::draft_text::{Printed, PrintedCitation, PrintedParagraph, PrintedPart};
use super::matter::Matter;
use crate::drafting::Target;
use crate::model::{EntryId, ParagraphId, RecommendationId};

/// What the pages hold that a citation can lead to, each under [`label`].
#[derive(Default)]
pub(super) struct Anchors {
    pub(super) entries: HashSet<EntryId>,
    pub(super) paragraphs: HashSet<ParagraphId>,
    pub(super) recommendations: HashSet<RecommendationId>,
}

impl Anchors {
    fn to(&self, target: Target) -> Option<String> {
        let there = match target {
            Target::Entry(id) => self.entries.contains(&id),
            Target::Paragraph(id) => self.paragraphs.contains(&id),
            Target::Recommendation(id) => self.recommendations.contains(&id),
            Target::Person(_) | Target::KeyDate(_) | Target::Finding(_) => false,
        };
        there.then(|| label(target))
    }
}

/// “entry-22”
pub(super) fn label(target: Target) -> String {
    target.handle().replace(' ', "-")
}

/// `marks` names each paragraph by its place, so that the page it stands on can be found: “at-3-12” for the 13th of the 4th section.
pub(super) fn paragraphs(
    printed: &[PrintedParagraph],
    anchors: &Anchors,
    marks: Option<usize>,
    matter: &mut Matter,
) -> Value {
    let mut data = Vec::new();
    for (index, paragraph) in printed.iter().enumerate() {
        let mut one = Map::new();
        one.insert("number".to_owned(), json!(matter.plain(&paragraph.number)));
        if paragraph.level > 0 {
            one.insert("level".to_owned(), json!(paragraph.level));
        }
        if let Some(to) = paragraph
            .id
            .and_then(|id| anchors.to(Target::Paragraph(id)))
        {
            one.insert("label".to_owned(), json!(to));
        }
        if let Some(section) = marks {
            one.insert("mark".to_owned(), json!(format!("at-{section}-{index}")));
        }
        let parts = paragraph
            .parts
            .iter()
            .map(|part| part_data(part, anchors, matter));
        one.insert("parts".to_owned(), parts.collect());
        data.push(Value::Object(one));
    }
    Value::Array(data)
}

fn part_data(part: &PrintedPart, anchors: &Anchors, matter: &mut Matter) -> Value {
    match part {
        PrintedPart::Text(text) => json!({ "as": "text", "pieces": pieces(text, anchors, matter) }),
        PrintedPart::Quotation(text) => {
            json!({ "as": "quotation", "pieces": pieces(text, anchors, matter) })
        }
        PrintedPart::List { numbered, items } => {
            let items = items.iter().map(|item| pieces(item, anchors, matter));
            json!({ "as": if *numbered { "numbers" } else { "bullets" }, "items": items.collect::<Value>() })
        }
        PrintedPart::Table(rows) => {
            let rows: Vec<Value> = rows
                .iter()
                .map(|cells| {
                    cells
                        .iter()
                        .map(|cell| pieces(cell, anchors, matter))
                        .collect()
                })
                .collect();
            json!({ "as": "table", "widths": widths(part), "rows": rows })
        }
    }
}

fn pieces(printed: &[Printed], anchors: &Anchors, matter: &mut Matter) -> Value {
    let each = printed.iter().map(|piece| match piece {
        Printed::Words(words) => matter.piece(words),
        Printed::Stressed(words) => json!({ "as": "stressed", "words": matter.piece(words) }),
        Printed::Strong(words) => json!({ "as": "strong", "words": matter.piece(words) }),
        Printed::Note(note) => json!({ "as": "note", "pieces": pieces(note, anchors, matter) }),
        Printed::Citation(citation) => citation_data(citation, anchors, matter),
    });
    each.collect()
}

fn citation_data(citation: &PrintedCitation, anchors: &Anchors, matter: &mut Matter) -> Value {
    let mut data = Map::new();
    data.insert("as".to_owned(), json!("citation"));
    let texts = [
        ("open", citation.open),
        ("words", &citation.words),
        ("badge", &citation.badge),
        ("broken", &citation.broken),
        ("close", citation.close),
    ];
    for (name, text) in texts {
        data.insert(name.to_owned(), matter.piece(text));
    }
    if let Some(to) = anchors.to(citation.target) {
        data.insert("to".to_owned(), json!(to));
    }
    Value::Object(data)
}

/// The share of the width for each column of a table, from how much it holds; none so narrow that a word cannot stand in it.
fn widths(part: &PrintedPart) -> Vec<f64> {
    let PrintedPart::Table(rows) = part else {
        return Vec::new();
    };
    let columns = rows.first().map_or(0, Vec::len);
    (0..columns)
        .map(|column| {
            let cells = rows.iter().filter_map(|cells| cells.get(column));
            let longest = cells.map(|cell| length(cell)).max().unwrap_or(0);
            (longest.clamp(8, 160) as f64).sqrt()
        })
        .collect()
}

/// In characters, without footnotes.
pub(super) fn length(printed: &[Printed]) -> usize {
    let each = printed.iter().map(|piece| match piece {
        Printed::Words(words) | Printed::Stressed(words) | Printed::Strong(words) => {
            words.chars().count()
        }
        Printed::Citation(citation) => citation.words.chars().count(),
        Printed::Note(_) => 1,
    });
    each.sum()
}
