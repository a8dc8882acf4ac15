//! Tables of web pages: as Word, Excel and browsers put them on the clipboard, and files that are web pages whatever
//! their name says (some case systems export these as “Excel”).
//!
//! Read as loosely as a browser does: missing closing tags, attributes without quotation marks and unknown tags are no
//! fault. Scripts and styles are passed over, nothing is fetched.

use super::html_words::{Piece, Pieces, Tag};
use super::limits::grouped;
use super::text::decode;
use super::word_table::Tables;
use super::{Parts, ReturnError};
use crate::jobs::Progress;

pub(super) fn read_file(
    file: &str,
    bytes: &[u8],
    progress: &dyn Progress,
) -> Result<Parts, ReturnError> {
    let decoded = decode(file, bytes)?;
    let mut parts = read(file, &decoded.text, progress)?;
    if parts.tables.is_empty() {
        return Err(ReturnError::NoTable {
            file: file.to_owned(),
        });
    }
    parts.about = format!(
        "web page, {}",
        match parts.tables.len() {
            1 => "1 table".to_owned(),
            more => format!("{} tables", grouped(more)),
        }
    );
    Ok(parts)
}

/// No table is no fault here: the clipboard may hold text of another form.
pub(super) fn read(file: &str, html: &str, progress: &dyn Progress) -> Result<Parts, ReturnError> {
    let mut walk = Walk {
        tables: Tables::new(file),
        open: Vec::new(),
        breaks: Breaks::None,
    };
    let what = format!("Reading {file}");
    let total = html.len() as u64;
    let mut pieces = Pieces::new(fragment(html));
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Text(text) => walk.text(&text),
            Piece::Opens(tag) => walk.opens(&tag)?,
            Piece::Closes(name) => walk.closes(&name)?,
        }
        progress.report(pieces.position() as u64, Some(total), &what)?;
    }
    while !walk.open.is_empty() {
        walk.table_ends()?;
    }
    let (tables, notes) = walk.tables.finish();
    Ok(Parts {
        about: String::new(),
        tables,
        notes,
    })
}

/// Windows leads what is on the clipboard with a list of positions.
fn fragment(html: &str) -> &str {
    match html.find('<') {
        Some(start) if html.starts_with("Version:") => &html[start..],
        _ => html,
    }
}

/// What must be written before the next word.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Breaks {
    None,
    Space,
    Line,
}

struct Walk<'a> {
    tables: Tables<'a>,
    open: Vec<OpenTable>,
    breaks: Breaks,
}

#[derive(Default)]
struct OpenTable {
    in_row: bool,
    in_cell: bool,
    /// The next column of the row.
    column: usize,
    /// By column, how many more rows a cell reaches down.
    reaching: Vec<usize>,
}

impl Walk<'_> {
    fn text(&mut self, text: &str) {
        // Between the cells of a table there is only the layout of the page.
        if self.open.last().is_some_and(|table| !table.in_cell) {
            return;
        }
        let mut words = text.split(|character: char| character.is_ascii_whitespace());
        let mut first = true;
        for word in words.by_ref() {
            if !first {
                self.breaks = self.breaks.max(Breaks::Space);
            }
            first = false;
            if word.is_empty() {
                continue;
            }
            match std::mem::replace(&mut self.breaks, Breaks::None) {
                Breaks::None => {}
                Breaks::Space => self.tables.write(" "),
                Breaks::Line => self.tables.write("\n"),
            }
            // A no-break space holds columns apart or a cell open.
            self.tables.write(&word.replace('\u{A0}', " "));
        }
    }

    fn opens(&mut self, tag: &Tag<'_>) -> Result<(), ReturnError> {
        match &*tag.name {
            "table" => {
                self.breaks = Breaks::None;
                self.tables.table_begins()?;
                self.open.push(OpenTable::default());
            }
            "tr" => {
                self.row_ends()?;
                if let Some(table) = self.open.last_mut() {
                    table.in_row = true;
                    table.column = 0;
                    self.tables.row_begins()?;
                    if tag.is_hidden() {
                        self.tables.row_hidden();
                    }
                }
            }
            "td" | "th" => self.cell_begins(tag)?,
            "br" => {
                // Two of them leave a line blank.
                if self.breaks == Breaks::Line && self.open.last().is_none_or(|table| table.in_cell)
                {
                    self.tables.write("\n");
                }
                self.breaks = Breaks::Line;
            }
            "p" | "div" | "li" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" | "blockquote" => {
                self.new_line();
            }
            _ => {}
        }
        Ok(())
    }

    fn closes(&mut self, name: &str) -> Result<(), ReturnError> {
        match name {
            "table" => self.table_ends()?,
            "tr" => self.row_ends()?,
            "td" | "th" => self.cell_ends()?,
            "p" | "div" | "li" | "h1" | "h2" | "h3" | "h4" | "blockquote" => self.new_line(),
            _ => {}
        }
        Ok(())
    }

    fn new_line(&mut self) {
        if self.open.is_empty() {
            self.tables.paragraph_ends();
            self.breaks = Breaks::None;
        } else {
            self.breaks = self.breaks.max(Breaks::Line);
        }
    }

    fn cell_begins(&mut self, tag: &Tag<'_>) -> Result<(), ReturnError> {
        self.cell_ends()?;
        let Some(table) = self.open.last_mut() else {
            return Ok(());
        };
        if !table.in_row {
            table.in_row = true;
            table.column = 0;
            self.tables.row_begins()?;
        }
        self.pass_reaching()?;
        let across = tag
            .count("colspan")
            .clamp(1, super::limits::SPANNED_COLUMNS);
        let down = tag.count("rowspan").clamp(1, super::limits::ROWS);
        let Some(table) = self.open.last_mut() else {
            return Ok(());
        };
        self.tables.cell_begins();
        self.tables.span(across);
        if down > 1 {
            self.tables.merged(true);
        }
        if table.reaching.len() < table.column + across {
            table.reaching.resize(table.column + across, 0);
        }
        for reaching in &mut table.reaching[table.column..table.column + across] {
            *reaching = down - 1;
        }
        table.column += across;
        table.in_cell = true;
        self.breaks = Breaks::None;
        Ok(())
    }

    /// Cells of rows above that reach into this row stand in it as the lower parts of merged ones.
    fn pass_reaching(&mut self) -> Result<(), ReturnError> {
        while let Some(table) = self.open.last_mut() {
            let Some(reaching) = table
                .reaching
                .get_mut(table.column)
                .filter(|left| **left > 0)
            else {
                break;
            };
            *reaching -= 1;
            table.column += 1;
            self.tables.cell_begins();
            self.tables.merged(false);
            self.tables.cell_ends()?;
        }
        Ok(())
    }

    fn cell_ends(&mut self) -> Result<(), ReturnError> {
        self.breaks = Breaks::None;
        if let Some(table) = self.open.last_mut()
            && std::mem::take(&mut table.in_cell)
        {
            self.tables.cell_ends()?;
        }
        Ok(())
    }

    fn row_ends(&mut self) -> Result<(), ReturnError> {
        self.cell_ends()?;
        if self.open.last().is_some_and(|table| table.in_row) {
            self.pass_reaching()?;
            if let Some(table) = self.open.last_mut() {
                table.in_row = false;
            }
            self.tables.row_ends()?;
        }
        Ok(())
    }

    fn table_ends(&mut self) -> Result<(), ReturnError> {
        self.row_ends()?;
        if self.open.pop().is_some() {
            self.tables.table_ends();
            self.breaks = Breaks::Line;
        }
        Ok(())
    }
}
