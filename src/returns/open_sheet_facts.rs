//! A pass over an OpenDocument spreadsheet before calamine reads it: what is hidden and merged, and how large each
//! sheet becomes when its repeated cells are written out (a few bytes can repeat a cell a billion times).

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::ReturnError;
use super::archive::{Archive, attribute};
use super::limits::Budget;
use super::merged::Merged;
use super::older_facts::OlderFacts;
use crate::jobs::Progress;

pub(super) const PART: &str = "content.xml";

pub(super) fn read(
    file: &str,
    archive: &mut Archive<'_>,
    progress: &dyn Progress,
) -> Result<Vec<OlderFacts>, ReturnError> {
    enum Fault {
        Xml(quick_xml::Error),
        Entities,
        Other(ReturnError),
    }
    let what = format!("Checking {file}");
    let ended = {
        let Some(source) = archive.part(PART)? else {
            return Ok(Vec::new());
        };
        let mut xml = Reader::from_reader(source);
        let mut buffer = Vec::new();
        let mut pass = Pass::default();
        let mut budget = Budget::new(file);
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer) {
                Ok(Event::Start(element)) => pass.opened(&element, false),
                Ok(Event::Empty(element)) => pass.opened(&element, true),
                Ok(Event::Text(text)) if !text.trim().is_empty() => pass.filled(),
                Ok(Event::GeneralRef(_) | Event::CData(_)) => pass.filled(),
                Ok(Event::End(element)) => {
                    if element.name().as_ref() == "table:table"
                        && let Err(fault) = budget.cells(pass.extent())
                    {
                        break Err(Fault::Other(fault));
                    }
                    if element.name().as_ref() == "table:table-row" {
                        progress.report(pass.row, None, &what)?;
                    }
                }
                Ok(Event::DocType(_)) => break Err(Fault::Entities),
                Ok(Event::Eof) => break Ok(pass.sheets),
                Ok(_) => {}
                Err(fault) => break Err(Fault::Xml(fault)),
            }
        }
    };
    ended.map_err(|fault| match fault {
        Fault::Xml(fault) => archive.fault(&fault),
        Fault::Entities => archive.hostile(PART),
        Fault::Other(fault) => fault,
    })
}

#[derive(Default)]
struct Pass {
    sheets: Vec<OlderFacts>,
    /// Last row and column reached, from 1, repeats counted; those with content up to now.
    row: u64,
    column: u64,
    /// Columns described up to now.
    columns: u64,
    last_row: u64,
    last_column: u64,
    in_cell: bool,
}

impl Pass {
    fn opened(&mut self, element: &BytesStart<'_>, closes: bool) {
        match element.name().as_ref() {
            "table:table" => {
                self.sheets.push(OlderFacts {
                    name: attribute(element, "name"),
                    ..OlderFacts::default()
                });
                (self.row, self.last_row, self.last_column) = (0, 0, 0);
                self.columns = 0;
            }
            "table:table-column" => {
                let first = self.columns;
                self.columns = first.saturating_add(repeats(element, "number-columns-repeated"));
                let hidden = matches!(&*attribute(element, "visibility"), "collapse" | "filter");
                if let Some(sheet) = self.sheets.last_mut().filter(|_| hidden) {
                    let ends = (number(first), number(self.columns.saturating_sub(1)));
                    sheet.hidden_columns.push(ends);
                }
            }
            "table:table-row" => {
                let first = self.row.saturating_add(1);
                self.row = self
                    .row
                    .saturating_add(repeats(element, "number-rows-repeated"));
                self.column = 0;
                self.in_cell = false;
                let hidden = matches!(&*attribute(element, "visibility"), "collapse" | "filter");
                if let Some(sheet) = self.sheets.last_mut().filter(|_| hidden) {
                    sheet.hidden_rows.push((number(first), number(self.row)));
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.merged(element);
                self.column = self
                    .column
                    .saturating_add(repeats(element, "number-columns-repeated"));
                self.in_cell = !closes;
                if !attribute(element, "value-type").is_empty() {
                    self.in_cell = true;
                    self.filled();
                }
            }
            _ => {}
        }
    }

    /// The next cell reaches over others.
    fn merged(&mut self, element: &BytesStart<'_>) {
        let rows = repeats(element, "number-rows-spanned");
        let columns = repeats(element, "number-columns-spanned");
        if let Some(sheet) = self.sheets.last_mut().filter(|_| rows > 1 || columns > 1) {
            sheet.merged.push(Merged {
                first_row: number(self.row),
                last_row: number(self.row.saturating_add(rows.saturating_sub(1))),
                column: number(self.column),
                last_column: number(self.column.saturating_add(columns.saturating_sub(1))),
            });
        }
    }

    fn filled(&mut self) {
        if self.in_cell {
            self.last_row = self.row;
            self.last_column = self.last_column.max(self.column);
        }
    }

    fn extent(&self) -> usize {
        usize::try_from(self.last_row.saturating_mul(self.last_column)).unwrap_or(usize::MAX)
    }
}

fn number(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn repeats(element: &BytesStart<'_>, name: &str) -> u64 {
    let written = attribute(element, name);
    if written.is_empty() {
        1
    } else {
        // What is no number here is refused by calamine.
        written.parse().unwrap_or(u64::MAX)
    }
}
