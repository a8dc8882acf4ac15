//! A member's copy laid out line by line, each with its mark: what is written into Word, and what a file that came back is compared with.

use super::copy::{CopyParagraph, CopySection, MemberCopy, Piece, Run, plain};
use super::mark::{Mark, Place};
use crate::dates;
use crate::model::{ParagraphId, Sees};

const FICTIONAL: &str = "Fictional sample";
const HOW_TO_COMMENT: &str = "Write into this file and send it back. Mark words and choose “New comment”, or change the text: your changes are \
    tracked. Every comment is answered, and you will see how at the head of the next round.";

pub(super) struct Sheet {
    pub(super) blocks: Vec<Block>,
}

pub(super) enum Block {
    Line(Line),
    Table(Table),
}

pub(super) struct Table {
    /// Of the width, for each column.
    pub(super) shares: Vec<usize>,
    /// The first is the head.
    pub(super) rows: Vec<Vec<Line>>,
}

/// One paragraph of the Word file.
pub(super) struct Line {
    pub(super) style: Style,
    pub(super) number: String,
    pub(super) runs: Vec<Run>,
    pub(super) mark: Mark,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Title,
    Note,
    Section,
    Heading,
    SmallHeading,
    Numbered,
    /// More of a numbered paragraph.
    Continued,
    Bullet,
    /// An item of the list of this number, from 0.
    Item(u32),
    Quotation,
    CellHead,
    Cell,
}

impl Line {
    /// What stands there, its number included.
    pub(super) fn text(&self) -> String {
        Self::text_of(&self.number, &self.runs)
    }

    fn text_of(number: &str, runs: &[Run]) -> String {
        format!("{number} {}", plain(runs)).trim().to_owned()
    }
}

impl Sheet {
    pub(super) fn of(copy: &MemberCopy) -> Self {
        let mut making = Making {
            blocks: Vec::new(),
            beside: 0,
            paragraph: None,
            lists: 0,
        };
        making.front(copy);
        for section in &copy.sections {
            making.section(section);
        }
        Self {
            blocks: making.blocks,
        }
    }

    /// How many lines belong to the draft itself.
    pub(super) fn draft_lines(&self) -> usize {
        let lines = self.lines().into_iter();
        lines.filter(|line| line.mark.paragraph().is_some()).count()
    }

    /// Every line in its order, those in tables too.
    pub(super) fn lines(&self) -> Vec<&Line> {
        let mut lines = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Line(line) => lines.push(line),
                Block::Table(table) => lines.extend(table.rows.iter().flatten()),
            }
        }
        lines
    }
}

struct Making {
    blocks: Vec<Block>,
    /// Lines beside the draft so far.
    beside: u32,
    /// The paragraph that is being laid out.
    paragraph: Option<(ParagraphId, u32)>,
    lists: u32,
}

impl Making {
    fn front(&mut self, copy: &MemberCopy) {
        let title = if copy.review.is_empty() {
            "Untitled review"
        } else {
            &copy.review
        };
        self.beside(Style::Title, title);
        let mut about = format!(
            "Draft for comment, round {}, for {}",
            copy.round, copy.member
        );
        if !copy.agency.is_empty() {
            about.push_str(&format!(" ({})", copy.agency));
        }
        self.beside(Style::Note, &about);
        if copy.fictional {
            self.beside(Style::Note, FICTIONAL);
        }
        let confidential = format!(
            "Confidential. This copy of the draft of a {} is for you alone: do not pass it on. You see {}.",
            copy.label,
            sees(copy)
        );
        self.beside(Style::Note, &confidential);
        if let Some(deadline) = copy.deadline {
            let deadline = dates::spoken_date(deadline);
            self.beside(Style::Note, &format!("Please reply by {deadline}."));
        }
        self.beside(Style::Note, HOW_TO_COMMENT);
        for line in copy.note.lines().filter(|line| !line.trim().is_empty()) {
            self.beside(Style::Note, line.trim());
        }
        self.answered(copy);
        if copy.sections.is_empty() {
            self.beside(
                Style::Note,
                "No paragraph of what is sent in this round cites your agency’s records or names it.",
            );
        }
    }

    fn answered(&mut self, copy: &MemberCopy) {
        if copy.answered.is_empty() {
            return;
        }
        self.beside(Style::Heading, "What became of your earlier comments");
        let head = ["Round", "Paragraph", "You said", "What became of it"].map(str::to_owned);
        let mut rows = vec![self.row(Style::CellHead, head)];
        for answered in &copy.answered {
            let outcome = [&answered.outcome, &answered.reason, &answered.change]
                .into_iter()
                .filter(|words| !words.is_empty())
                .map(|words| words.trim_end_matches('.'))
                .collect::<Vec<_>>()
                .join(". ");
            let cells = [
                answered.round.to_string(),
                answered.place.clone(),
                answered.said.clone(),
                outcome,
            ];
            rows.push(self.row(Style::Cell, cells));
        }
        let shares = vec![10, 15, 37, 38];
        self.blocks.push(Block::Table(Table { shares, rows }));
    }

    fn row(&mut self, style: Style, cells: [String; 4]) -> Vec<Line> {
        cells
            .map(|cell| self.made(style, "", vec![Run::Words(cell)]))
            .into()
    }

    fn section(&mut self, section: &CopySection) {
        let first = section.paragraphs.iter().find_map(|paragraph| paragraph.id);
        let title = vec![Run::Words(section.title.clone())];
        let mut line = self.made(Style::Section, &section.number, title);
        if let Some(id) = first {
            line.mark = Mark::new(Place::Paragraph(id), 0, &line.text());
        }
        self.blocks.push(Block::Line(line));
        for paragraph in &section.paragraphs {
            self.paragraph = paragraph.id.map(|id| (id, 0));
            self.paragraph(paragraph);
        }
        self.paragraph = None;
    }

    fn paragraph(&mut self, paragraph: &CopyParagraph) {
        let style = match paragraph.heading {
            0 => Style::Numbered,
            1 => Style::Heading,
            _ => Style::SmallHeading,
        };
        let mut number = paragraph.number.as_str();
        if !matches!(paragraph.pieces.first(), Some(Piece::Text(_))) {
            // The number stands alone above a list, a quotation or a table.
            self.line(style, number, Vec::new());
            number = "";
        }
        for piece in &paragraph.pieces {
            match piece {
                Piece::Text(runs) if number.is_empty() && paragraph.heading == 0 => {
                    self.line(Style::Continued, "", runs.clone());
                }
                Piece::Text(runs) => self.line(style, number, runs.clone()),
                Piece::Quotation(runs) => self.line(Style::Quotation, "", runs.clone()),
                Piece::List { numbered, items } => self.list(*numbered, items),
                Piece::Table(rows) => self.table(rows),
            }
            number = "";
        }
    }

    fn list(&mut self, numbered: bool, items: &[Vec<Run>]) {
        let style = match numbered {
            true => Style::Item(self.lists),
            false => Style::Bullet,
        };
        self.lists += u32::from(numbered);
        for item in items {
            self.line(style, "", item.clone());
        }
    }

    fn table(&mut self, rows: &[Vec<Vec<Run>>]) {
        let mut laid = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            let style = if at == 0 {
                Style::CellHead
            } else {
                Style::Cell
            };
            let cells = row.iter().map(|cell| self.made(style, "", cell.clone()));
            laid.push(cells.collect());
        }
        let columns = rows.iter().map(Vec::len).max().unwrap_or(1);
        self.blocks.push(Block::Table(Table {
            shares: vec![1; columns.max(1)],
            rows: laid,
        }));
    }

    fn beside(&mut self, style: Style, words: &str) {
        self.line(style, "", vec![Run::Words(words.to_owned())]);
    }

    fn line(&mut self, style: Style, number: &str, runs: Vec<Run>) {
        let line = self.made(style, number, runs);
        self.blocks.push(Block::Line(line));
    }

    fn made(&mut self, style: Style, number: &str, runs: Vec<Run>) -> Line {
        let (place, at) = match &mut self.paragraph {
            Some((id, at)) => (Place::Paragraph(*id), at),
            None => (Place::Beside, &mut self.beside),
        };
        *at += 1;
        let text = Line::text_of(number, &runs);
        Line {
            style,
            number: number.to_owned(),
            runs,
            mark: Mark::new(place, *at, &text),
        }
    }
}

fn sees(copy: &MemberCopy) -> &'static str {
    match copy.sees {
        Sees::AgencyFacts => {
            "the paragraphs that cite your agency’s records or name it; please say whether the facts in them are right"
        }
        Sees::FullDraft => "the full text of the sections sent in this round",
        Sees::FamilyVersion => "the full text of the sections sent in this round, with pseudonyms",
    }
}
