//! What calamine does not tell about a worksheet: hidden rows, merged cells, formulas, the wording of errors.
//!
//! Read in a pass of its own over the sheet's XML, which also counts the bytes it unpacks to.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::ReturnError;
use super::archive::{Archive, attribute, push_entity};
use super::merged::Merged;
use crate::jobs::Progress;

/// Rows and columns from 1 and 0, as [`super::Row::number`] and the cells' index.
#[derive(Debug, Default)]
pub(super) struct SheetFacts {
    /// In ascending order.
    pub(super) hidden_rows: Vec<u32>,
    /// First and last hidden column.
    pub(super) hidden_columns: Vec<(u32, u32)>,
    pub(super) merged: Vec<Merged>,
    pub(super) formulas: usize,
    /// Formulas whose result the file does not hold, with their text.
    pub(super) without_value: BTreeMap<(u32, u32), String>,
    /// `#REF!` and the like, as written.
    pub(super) errors: BTreeMap<(u32, u32), String>,
}

/// Rows between two reports of progress.
const REPORT_EVERY: u32 = 2_000;

pub(super) fn read(
    archive: &mut Archive<'_>,
    part: &str,
    what: &str,
    progress: &dyn Progress,
) -> Result<SheetFacts, ReturnError> {
    let ended = {
        let Some(source) = archive.part(part)? else {
            return Ok(SheetFacts::default());
        };
        let mut xml = Reader::from_reader(source);
        xml.config_mut().check_end_names = false;
        let mut buffer = Vec::with_capacity(1 << 12);
        let mut pass = Pass::default();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer) {
                Ok(Event::Start(element)) => pass.opened(&element, false),
                Ok(Event::Empty(element)) => pass.opened(&element, true),
                Ok(Event::End(element)) => pass.closed(element.local_name().as_ref()),
                Ok(Event::Text(text)) => pass.text(&text),
                Ok(Event::GeneralRef(entity)) if pass.gathers() => {
                    push_entity(&entity, &mut pass.gathered);
                }
                Ok(Event::DocType(_)) => break Err(None),
                Ok(Event::Eof) => {
                    pass.facts.hidden_rows.sort_unstable();
                    break Ok(pass.facts);
                }
                Ok(_) => {}
                Err(fault) => break Err(Some(fault)),
            }
            if pass.row >= pass.reported + REPORT_EVERY {
                pass.reported = pass.row;
                progress.report(u64::from(pass.row), None, what)?;
            }
        }
    };
    ended.map_err(|fault| match fault {
        None => archive.hostile(part),
        Some(fault) => archive.fault(&fault),
    })
}

#[derive(Default, PartialEq, Eq)]
enum Inside {
    #[default]
    Nothing,
    Formula,
    ErrorValue,
}

#[derive(Default)]
struct Pass {
    facts: SheetFacts,
    row: u32,
    reported: u32,
    /// Column of the cell being read, from 0, where it has no address of its own.
    column: u32,
    /// Attributes of the cell being read, as written.
    cell: String,
    is_error: bool,
    has_value: bool,
    formula: Option<String>,
    inside: Inside,
    gathered: String,
}

impl Pass {
    fn gathers(&self) -> bool {
        self.inside != Inside::Nothing
    }

    fn opened(&mut self, element: &BytesStart<'_>, closes: bool) {
        match element.local_name().as_ref() {
            "row" => self.row_begins(element),
            "c" => {
                let attributes = element.attributes_raw();
                self.cell.clear();
                self.cell.push_str(attributes);
                self.is_error = attributes.contains("t=\"e\"");
                self.has_value = false;
                self.formula = None;
                if closes {
                    self.column += 1;
                }
            }
            "f" => {
                self.facts.formulas += 1;
                self.formula = Some(String::new());
                if !closes {
                    self.inside = Inside::Formula;
                    self.gathered.clear();
                }
            }
            "v" if !closes && self.is_error => {
                self.inside = Inside::ErrorValue;
                self.gathered.clear();
            }
            "col" if is_true(&attribute(element, "hidden")) => {
                let number = |name| attribute(element, name).parse::<u32>().ok();
                if let (Some(min @ 1..), Some(max @ 1..)) = (number("min"), number("max")) {
                    self.facts.hidden_columns.push((min - 1, max - 1));
                }
            }
            "mergeCell" => {
                if let Some(merged) = region(&attribute(element, "ref")) {
                    self.facts.merged.push(merged);
                }
            }
            _ => {}
        }
    }

    fn row_begins(&mut self, element: &BytesStart<'_>) {
        let attributes = element.attributes_raw();
        self.row = written(attributes, "r")
            .and_then(|number| number.parse().ok())
            .unwrap_or(self.row.saturating_add(1));
        self.column = 0;
        if attributes.contains("hidden") && is_true(&attribute(element, "hidden")) {
            self.facts.hidden_rows.push(self.row);
        }
    }

    fn text(&mut self, text: &str) {
        if self.gathers() {
            self.gathered.push_str(text);
        } else if self.formula.is_some() && !text.trim().is_empty() {
            self.has_value = true;
        }
    }

    fn closed(&mut self, name: &str) {
        match name {
            "f" if self.inside == Inside::Formula => {
                self.formula = Some(std::mem::take(&mut self.gathered));
                self.inside = Inside::Nothing;
            }
            "v" if self.inside == Inside::ErrorValue => {
                self.has_value = true;
                self.inside = Inside::Nothing;
                let place = self.place();
                let wording = std::mem::take(&mut self.gathered);
                self.facts.errors.insert(place, wording);
            }
            "c" => {
                let place = self.place();
                if let Some(formula) = self.formula.take()
                    && !self.has_value
                {
                    self.facts.without_value.insert(place, formula);
                }
                self.is_error = false;
                self.column = place.1.saturating_add(1);
            }
            _ => {}
        }
    }

    fn place(&self) -> (u32, u32) {
        written(&self.cell, "r")
            .and_then(address)
            .unwrap_or((self.row, self.column))
    }
}

/// The value of an attribute without entities, as every writer of sheets sets addresses and row numbers.
fn written<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = attributes.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true")
}

/// `B12` as row 12, column 1.
pub(super) fn address(text: &str) -> Option<(u32, u32)> {
    let digits = text.find(|character: char| character.is_ascii_digit())?;
    let (letters, row) = text.split_at(digits);
    let mut column = 0u32;
    for letter in letters.bytes() {
        if !letter.is_ascii_uppercase() {
            return None;
        }
        column = column
            .checked_mul(26)?
            .checked_add(u32::from(letter - b'A') + 1)?;
    }
    Some((row.parse().ok()?, column.checked_sub(1)?))
}

fn region(reference: &str) -> Option<Merged> {
    let (first, last) = reference.split_once(':')?;
    let ((first_row, column), (last_row, last_column)) = (address(first)?, address(last)?);
    Some(Merged {
        first_row,
        last_row,
        column,
        last_column,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for (text, expected) in [
            ("A1", Some((1, 0))),
            ("AA10", Some((10, 26))),
            ("XFD1048576", Some((1_048_576, 16_383))),
            ("12", None),
            ("a1", None),
            ("ZZZZZZZZZ1", None),
            ("", None),
        ] {
            assert_eq!(address(text), expected, "{text}");
        }
    }
}
