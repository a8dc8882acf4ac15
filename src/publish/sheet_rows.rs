//! Rows of a sheet as Excel's own XML. Every text stands as text: Excel runs none of it as a formula and takes none of it
//! for a date.

use std::borrow::Cow;
use std::io::Write;

use chrono::{Datelike, Timelike};
use rust_xlsxwriter::{ExcelDateTime, column_number_to_name};

use super::sheet_frame::Styles;
use crate::model::Moment;

/// One cell of a row.
pub(super) enum Cell<'a> {
    Text(Cow<'a, str>),
    Number(f64),
    Moment(Moment),
    Empty,
}

/// Rows written one after the other.
pub(super) struct RowsXml {
    pub(super) xml: Vec<u8>,
    styles: Styles,
    /// Letters of the columns.
    names: Vec<String>,
    /// The row that is being written, counted from 0.
    row: u32,
}

impl RowsXml {
    pub(super) fn new(first: u32, columns: usize, styles: Styles) -> Self {
        Self {
            xml: Vec::new(),
            styles,
            names: (0..columns)
                .map(|column| column_number_to_name(u16::try_from(column).unwrap_or(u16::MAX)))
                .collect(),
            row: first,
        }
    }

    /// The row that comes next, counted from 0.
    pub(super) fn next(&self) -> u32 {
        self.row
    }

    pub(super) fn begin(&mut self) {
        self.write(format_args!("<row r=\"{}\">", self.row + 1));
    }

    pub(super) fn end(&mut self) {
        self.xml.extend_from_slice(b"</row>");
        self.row += 1;
    }

    pub(super) fn number(&mut self, column: usize, number: f64) {
        self.cell(column, self.styles.text);
        self.write(format_args!("><v>{number}</v></c>"));
    }

    /// Excel counts days from 1900; an earlier date stands as text.
    pub(super) fn moment(&mut self, column: usize, moment: Moment) {
        let Some(date) = excel_date(moment) else {
            return self.text(column, &moment.to_string());
        };
        let style = match moment.time {
            Some(_) => self.styles.date_time,
            None => self.styles.date,
        };
        self.cell(column, style);
        self.write(format_args!("><v>{}</v></c>", date.to_excel()));
    }

    /// `text` without characters that XML cannot hold; an empty one makes no cell.
    pub(super) fn text(&mut self, column: usize, text: &str) {
        if text.is_empty() {
            return;
        }
        self.cell(column, self.styles.text);
        self.xml.extend_from_slice(b" t=\"inlineStr\"><is><t");
        if text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace) {
            self.xml.extend_from_slice(b" xml:space=\"preserve\"");
        }
        self.xml.push(b'>');
        push_escaped(&mut self.xml, text);
        self.xml.extend_from_slice(b"</t></is></c>");
    }

    /// The beginning of a cell, up to its style.
    fn cell(&mut self, column: usize, style: u32) {
        self.xml.extend_from_slice(b"<c r=\"");
        if let Some(name) = self.names.get(column) {
            self.xml.extend_from_slice(name.as_bytes());
        }
        self.write(format_args!("{}\" s=\"{style}\"", self.row + 1));
    }

    fn write(&mut self, words: std::fmt::Arguments) {
        // Writing to memory cannot fail.
        let _ = self.xml.write_fmt(words);
    }
}

pub(super) fn excel_date(moment: Moment) -> Option<ExcelDateTime> {
    let date = moment.date;
    let year = u16::try_from(date.year()).ok()?;
    let day = ExcelDateTime::from_ymd(year, date.month() as u8, date.day() as u8).ok()?;
    match moment.time {
        None => Some(day),
        Some(time) => day
            .and_hms(time.hour() as u16, time.minute() as u8, 0.0)
            .ok(),
    }
}

/// Excel reads `_x000D_` as a code, so that an underscore before such letters becomes one itself.
fn push_escaped(out: &mut Vec<u8>, text: &str) {
    let bytes = text.as_bytes();
    let mut done = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let escaped: &[u8] = match byte {
            b'&' => b"&amp;",
            b'<' => b"&lt;",
            b'>' => b"&gt;",
            b'_' if is_code(&bytes[at..]) => b"_x005F_",
            _ => continue,
        };
        out.extend_from_slice(&bytes[done..at]);
        out.extend_from_slice(escaped);
        done = at + 1;
    }
    out.extend_from_slice(&bytes[done..]);
}

/// `_x000D_`
fn is_code(bytes: &[u8]) -> bool {
    matches!(bytes, [b'_', b'x', a, b, c, d, b'_', ..]
        if [a, b, c, d].iter().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_no_markup_and_no_code() {
        for (text, expected) in [
            ("plain", "plain"),
            ("a & b <c> \"d\"", "a &amp; b &lt;c&gt; \"d\""),
            ("_x000D_", "_x005F_x000D_"),
            ("__x000d_x0041_", "__x005F_x000d_x0041_"),
            ("_x00_ _x000G_ _X000D_ _x000", "_x00_ _x000G_ _X000D_ _x000"),
            ("größer_als", "größer_als"),
            ("", ""),
        ] {
            let mut out = Vec::new();
            push_escaped(&mut out, text);
            assert_eq!(String::from_utf8(out).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn cells_name_their_place_and_their_style() {
        let styles = Styles {
            text: 1,
            date: 2,
            date_time: 3,
        };
        let mut rows = RowsXml::new(1, 28, styles);
        rows.begin();
        rows.number(0, 7.0);
        rows.text(1, "");
        rows.text(26, " kept ");
        rows.end();
        rows.begin();
        let day = chrono::NaiveDate::from_ymd_opt(2019, 4, 12).expect("a day");
        let time = day.and_hms_opt(12, 0, 0).expect("a time").time();
        rows.moment(0, Moment::day(day));
        rows.moment(
            1,
            Moment {
                date: day,
                time: Some(time),
            },
        );
        let early = chrono::NaiveDate::from_ymd_opt(1890, 1, 2).expect("a day");
        rows.moment(2, Moment::day(early));
        rows.end();
        assert_eq!(rows.next(), 3);
        assert_eq!(
            String::from_utf8(rows.xml).as_deref(),
            Ok(concat!(
                r#"<row r="2"><c r="A2" s="1"><v>7</v></c>"#,
                r#"<c r="AA2" s="1" t="inlineStr"><is><t xml:space="preserve"> kept </t></is></c></row>"#,
                r#"<row r="3"><c r="A3" s="2"><v>43567</v></c><c r="B3" s="3"><v>43567.5</v></c>"#,
                r#"<c r="C3" s="1" t="inlineStr"><is><t>1890-01-02</t></is></c></row>"#,
            ))
        );
    }
}
