//! A pass over an OpenDocument spreadsheet before calamine reads it: hidden rows, and how large each sheet
//! becomes when its repeated cells are written out (a few bytes can repeat a cell a billion times).

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::ReturnError;
use super::archive::{Archive, attribute};
use super::limits::Budget;
use crate::jobs::Progress;

pub(super) const PART: &str = "content.xml";

#[derive(Debug, Default)]
pub(super) struct OpenSheetFacts {
    pub(super) name: String,
    /// First and last hidden row, from 1.
    pub(super) hidden_rows: Vec<(u32, u32)>,
}

pub(super) fn read(
    file: &str,
    archive: &mut Archive<'_>,
    progress: &dyn Progress,
) -> Result<Vec<OpenSheetFacts>, ReturnError> {
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
    sheets: Vec<OpenSheetFacts>,
    /// Last row and column reached, from 1, repeats counted; those with content up to now.
    row: u64,
    column: u64,
    last_row: u64,
    last_column: u64,
    in_cell: bool,
}

impl Pass {
    fn opened(&mut self, element: &BytesStart<'_>, closes: bool) {
        match element.name().as_ref() {
            "table:table" => {
                self.sheets.push(OpenSheetFacts {
                    name: attribute(element, "name"),
                    ..OpenSheetFacts::default()
                });
                (self.row, self.last_row, self.last_column) = (0, 0, 0);
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
                    let number = |row: u64| u32::try_from(row).unwrap_or(u32::MAX);
                    sheet.hidden_rows.push((number(first), number(self.row)));
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
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

fn repeats(element: &BytesStart<'_>, name: &str) -> u64 {
    let written = attribute(element, name);
    if written.is_empty() {
        1
    } else {
        // What is no number here is refused by calamine.
        written.parse().unwrap_or(u64::MAX)
    }
}
