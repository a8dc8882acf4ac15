//! Excel files, written row by row so that memory does not grow with them.
//!
//! Every text is written as text: Excel runs none of it as a formula and takes none of it for a date. While it is
//! being written, the content stands in an unnamed temporary file in the target's own folder, so that it goes nowhere
//! the user has not chosen.

use std::fs::File;
use std::io::{self, BufWriter, ErrorKind};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;

use chrono::{NaiveDate, Timelike};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
};

use super::about;
use super::cells::{CELL_LIMIT, in_cells};
use super::characters::{Replaced, for_xml};
use super::error::Fault;
use crate::model::{Moment, Review};

/// Rows of a worksheet below its header, by Excel's own limit of 1,048,576 (the specification page of Excel).
pub(super) const ROW_LIMIT: usize = 1_048_575;

/// One cell of a row.
pub(super) enum Cell<'a> {
    Text(std::borrow::Cow<'a, str>),
    Number(f64),
    Moment(Moment),
    Empty,
}

/// A workbook with one table.
pub(super) struct Spreadsheet {
    workbook: Workbook,
    formats: Formats,
    row: u32,
    /// The row of the headings: below the words above the table, where there are some.
    header: u32,
    columns: u16,
    replaced: Replaced,
    /// Cells that go on in rows of their own.
    continued: usize,
}

struct Formats {
    above: Format,
    header: Format,
    text: Format,
    date: Format,
    date_time: Format,
}

/// Heading and width of a column, in characters.
pub(super) type Heading<'a> = (&'a str, f64);

impl Spreadsheet {
    /// Starts the table; `above` are words over its headings, `beside` is the file it will become.
    pub(super) fn new(
        review: &Review,
        subject: &str,
        headings: &[Heading],
        above: Option<&str>,
        today: NaiveDate,
        beside: &Path,
    ) -> Result<Self, Fault> {
        let mut workbook = Workbook::new();
        workbook.set_properties(&properties(review, subject, today));
        // Speed for size: a third larger, twice as fast.
        workbook.set_zip_compression_level(1);
        workbook.set_tempdir(super::saving::folder_of(beside))?;
        let formats = Formats::new();
        let sheet = workbook.add_worksheet_with_constant_memory()?;
        let header = u32::from(above.is_some());
        set_up(sheet, review, subject, headings, header, &formats)?;
        let mut replaced = Replaced::default();
        if let Some(words) = above {
            let words: String = for_xml(words, &mut replaced)
                .chars()
                .take(CELL_LIMIT / 4)
                .collect();
            sheet.write_string_with_format(0, 0, words, &formats.above)?;
        }
        for (column, (title, _)) in (0..).zip(headings) {
            sheet.write_string_with_format(header, column, *title, &formats.header)?;
        }
        let columns = u16::try_from(headings.len()).unwrap_or(u16::MAX);
        Ok(Self {
            workbook,
            formats,
            row: header + 1,
            header,
            columns,
            replaced,
            continued: 0,
        })
    }

    /// Adds a row. A text beyond Excel's limit goes on in the same column of the rows below, with words that say so;
    /// those rows repeat the first cell, so that they are found again after sorting.
    pub(super) fn row(&mut self, cells: &[Cell]) -> Result<(), Fault> {
        let mut rest: Vec<(u16, String)> = Vec::new();
        let sheet = self.workbook.worksheet_from_index(0)?;
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Empty => {}
                Cell::Number(number) => {
                    sheet.write_number(self.row, column, *number)?;
                }
                Cell::Moment(moment) => {
                    write_moment(sheet, self.row, column, *moment, &self.formats)?;
                }
                Cell::Text(text) => {
                    let text = for_xml(text, &mut self.replaced);
                    if text.is_empty() {
                        continue;
                    }
                    if text.len() <= CELL_LIMIT {
                        sheet.write_string(self.row, column, text)?;
                        continue;
                    }
                    let mut parts = in_cells(&text).into_iter();
                    if let Some(first) = parts.next() {
                        sheet.write_string(self.row, column, first)?;
                    }
                    rest.extend(parts.map(|part| (column, part)));
                }
            }
        }
        self.row += 1;
        for (column, part) in rest {
            self.continued += 1;
            let sheet = self.workbook.worksheet_from_index(0)?;
            match cells.first() {
                Some(Cell::Number(number)) => {
                    sheet.write_number(self.row, 0, *number)?;
                }
                Some(Cell::Text(text)) if column > 0 && text.len() <= CELL_LIMIT => {
                    let text = for_xml(text, &mut self.replaced);
                    sheet.write_string(self.row, 0, text)?;
                }
                _ => {}
            }
            sheet.write_string(self.row, column, part)?;
            self.row += 1;
        }
        Ok(())
    }

    /// A sentence in place of rows, where there are none.
    pub(super) fn sentence(&mut self, sentence: &str) -> Result<(), Fault> {
        let sheet = self.workbook.worksheet_from_index(0)?;
        sheet.write_string(self.row, 0, sentence)?;
        self.row += 1;
        Ok(())
    }

    /// Writes the file; returns notes for the chair.
    pub(super) fn finish(mut self, file: &mut File) -> Result<Vec<String>, Fault> {
        let last = self.row.saturating_sub(1).max(self.header + 1);
        let sheet = self.workbook.worksheet_from_index(0)?;
        sheet.autofilter(self.header, 0, last, self.columns.saturating_sub(1))?;
        self.workbook
            .save_to_writer(BufWriter::with_capacity(1 << 18, file))?;
        let mut notes = self.replaced.notes("are control characters");
        if self.continued > 0 {
            notes.push(format!(
                "Excel takes 32,767 characters in a cell. Longer wording goes on in {} below its own, marked as \
                 continued; nothing is cut.",
                super::characters::counted(self.continued, "row", "rows")
            ));
        }
        Ok(notes)
    }
}

/// Runs `write`; a disk that fills up meanwhile is an error, where the library panics: it takes for granted that its
/// temporary file can be written.
pub(super) fn with_full_disk_as_error<T>(
    write: impl FnOnce() -> Result<T, Fault>,
) -> Result<T, Fault> {
    catch_unwind(AssertUnwindSafe(write)).unwrap_or_else(|panic| {
        let words = panic.downcast_ref::<String>().map_or("", String::as_str);
        if !words.starts_with("Couldn't write to xml file") {
            resume_unwind(panic);
        }
        Err(Fault::Io(if words.contains("StorageFull") {
            ErrorKind::StorageFull.into()
        } else {
            io::Error::other(words.to_owned())
        }))
    })
}

impl Formats {
    fn new() -> Self {
        let cell = || Format::new().set_align(FormatAlign::Top);
        Self {
            header: cell()
                .set_bold()
                .set_text_wrap()
                .set_font_color(Color::RGB(0x22_59_5C))
                .set_background_color(Color::RGB(0xE3_ED_EC))
                .set_border_bottom(FormatBorder::Thin)
                .set_border_bottom_color(Color::RGB(0x22_59_5C)),
            above: Format::new().set_italic(),
            text: cell().set_text_wrap(),
            date: cell()
                .set_align(FormatAlign::Left)
                .set_num_format("dd mmm yyyy"),
            date_time: cell()
                .set_align(FormatAlign::Left)
                .set_num_format("dd mmm yyyy hh:mm"),
        }
    }
}

fn properties(review: &Review, subject: &str, today: NaiveDate) -> DocProperties {
    let mut properties = DocProperties::new()
        .set_title(format!("{}: {subject}", about::title(&review.details)))
        .set_subject(subject)
        .set_author(review.details.chair.trim())
        .set_company(review.details.partnership.trim())
        .set_comment(about::description(review));
    if let Some(made) = excel_date(Moment::day(today)) {
        properties = properties.set_creation_datetime(&made);
    }
    properties
}

fn set_up(
    sheet: &mut Worksheet,
    review: &Review,
    subject: &str,
    headings: &[Heading],
    header: u32,
    formats: &Formats,
) -> Result<(), Fault> {
    sheet.set_name(subject)?;
    for (column, (_, width)) in (0..).zip(headings) {
        sheet.set_column_width(column, *width)?;
        // Of the column, not of each cell: looking a format up takes longer than writing the cell.
        sheet.set_column_format(column, &formats.text)?;
    }
    sheet.set_freeze_panes(header + 1, 1)?;
    sheet.set_repeat_rows(0, header)?;
    sheet.set_landscape();
    sheet.set_paper_size(9); // A4
    sheet.set_print_fit_to_pages(1, 0);
    // An ampersand starts a code in Excel's headers.
    let plain = |text: &str| text.replace('&', "&&");
    let fictional = if review.details.fictional {
        about::FICTIONAL
    } else {
        ""
    };
    let title: String = about::title(&review.details).chars().take(90).collect();
    sheet.set_header(format!(
        "&L&8{}&R&8{}",
        plain(&title),
        plain(about::MARKING)
    ));
    sheet.set_footer(format!("&L&8{fictional}&R&8Page &P of &N"));
    Ok(())
}

/// Excel counts days from 1900; an earlier date stands as text.
fn write_moment(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    moment: Moment,
    formats: &Formats,
) -> Result<(), Fault> {
    match excel_date(moment) {
        Some(date) => {
            let format = if moment.time.is_some() {
                &formats.date_time
            } else {
                &formats.date
            };
            sheet.write_datetime_with_format(row, column, &date, format)?;
        }
        None => {
            sheet.write_string(row, column, moment.to_string())?;
        }
    }
    Ok(())
}

fn excel_date(moment: Moment) -> Option<ExcelDateTime> {
    use chrono::Datelike;
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
