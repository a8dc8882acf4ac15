//! Everything of an Excel file but its rows, as rust_xlsxwriter makes it: styles, properties, headings, printing.

use std::io::{Cursor, Read};

use rust_xlsxwriter::{
    Color, DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
};
use zip::ZipArchive;

use super::cells::CELL_LIMIT;
use super::characters::for_xml;
use super::error::Fault;
use super::sheet_rows::excel_date;
use super::spreadsheet::Heading;
use super::{Options, about};
use crate::model::{Moment, Review};

/// What a workbook with one table is made from.
pub(super) struct Design<'a> {
    pub(super) review: &'a Review,
    pub(super) subject: &'a str,
    pub(super) headings: &'a [Heading<'a>],
    /// Words over the headings.
    pub(super) above: Option<&'a str>,
    pub(super) options: &'a Options,
}

/// Numbers of the styles of cells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Styles {
    pub(super) text: u32,
    pub(super) date: u32,
    pub(super) date_time: u32,
}

/// A workbook without rows.
pub(super) struct Frame {
    /// The part of the sheet up to its first row, and what follows its last.
    pub(super) head: String,
    pub(super) rest: String,
    pub(super) styles: Styles,
    /// Name and content of all other parts, in their order.
    pub(super) parts: Vec<(String, Vec<u8>)>,
}

/// Name of the part that holds the sheet.
pub(super) const SHEET: &str = "xl/worksheets/sheet1.xml";

impl Design<'_> {
    /// The row of the headings: below the words above the table, where there are some.
    fn header(&self) -> u32 {
        u32::from(self.above.is_some())
    }

    /// The first row of the table, counted from 0.
    pub(super) fn first(&self) -> u32 {
        self.header() + 1
    }

    /// The frame of a table whose last row is `last`.
    pub(super) fn frame(&self, last: u32) -> Result<Frame, Fault> {
        let mut workbook = Workbook::new();
        workbook.set_properties(&properties(self.review, self.subject, self.options));
        let formats = Formats::new();
        let sheet = workbook.add_worksheet();
        let header = self.header();
        set_up(sheet, self, &formats)?;
        if let Some(words) = self.above {
            // Of a sentence about a filter, nothing is lost that is not said elsewhere.
            let words: String = for_xml(words, &mut Default::default())
                .chars()
                .take(CELL_LIMIT / 4)
                .collect();
            sheet.write_string_with_format(0, 0, words, &formats.above)?;
        }
        let mut columns = 0;
        for (column, (title, _)) in (0..).zip(self.headings) {
            sheet.write_string_with_format(header, column, *title, &formats.header)?;
            columns = column;
        }
        // One row in which each style stands, to learn their numbers; it is taken out again.
        let sample = self.first();
        for (column, format) in (0..).zip([&formats.text, &formats.date, &formats.date_time]) {
            sheet.write_number_with_format(sample, column, 1.0, format)?;
        }
        sheet.autofilter(header, 0, last.max(sample), columns)?;
        Frame::read(workbook.save_to_buffer()?, sample)
    }
}

impl Frame {
    fn read(workbook: Vec<u8>, sample: u32) -> Result<Self, Fault> {
        let mut archive = ZipArchive::new(Cursor::new(workbook))?;
        let mut sheet = None;
        let mut parts = Vec::new();
        for index in 0..archive.len() {
            let mut part = archive.by_index(index)?;
            let name = part.name()?.into_owned();
            if name == SHEET {
                let mut text = String::new();
                part.read_to_string(&mut text)?;
                sheet = Some(text);
            } else {
                let mut content = Vec::new();
                part.read_to_end(&mut content)?;
                parts.push((name, content));
            }
        }
        let faulty = || {
            Fault::Io(std::io::Error::other(
                "the Excel table could not be prepared",
            ))
        };
        let sheet = sheet.ok_or_else(faulty)?;
        let (head, row, rest) = around(&sheet, sample).ok_or_else(faulty)?;
        let mut numbers = row.split(" s=\"").skip(1).map_while(|cell| {
            let (number, _) = cell.split_once('"')?;
            number.parse().ok()
        });
        let mut number = || numbers.next().ok_or_else(faulty);
        Ok(Self {
            styles: Styles {
                text: number()?,
                date: number()?,
                date_time: number()?,
            },
            head: without_dimension(head),
            rest: rest.to_owned(),
            parts,
        })
    }
}

/// What stands before row `number` (counted from 0), that row, and what follows it.
fn around(sheet: &str, number: u32) -> Option<(&str, &str, &str)> {
    const END: &str = "</row>";
    let start = sheet.find(&format!("<row r=\"{}\"", number + 1))?;
    let end = start + sheet[start..].find(END)? + END.len();
    Some((&sheet[..start], &sheet[start..end], &sheet[end..]))
}

/// How many rows there are is not known before the last one; a sheet need not say it.
fn without_dimension(head: &str) -> String {
    let Some(start) = head.find("<dimension ") else {
        return head.to_owned();
    };
    let end = head[start..]
        .find("/>")
        .map_or(start, |end| start + end + 2);
    [&head[..start], &head[end..]].concat()
}

struct Formats {
    above: Format,
    header: Format,
    text: Format,
    date: Format,
    date_time: Format,
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

fn properties(review: &Review, subject: &str, options: &Options) -> DocProperties {
    let mut properties = DocProperties::new()
        .set_title(format!("{}: {subject}", about::title(&review.details)))
        .set_subject(subject)
        .set_author(review.details.chair.trim())
        .set_company(review.details.partnership.trim())
        .set_comment(about::description(review, options.edition));
    if let Some(made) = excel_date(Moment::day(options.today)) {
        properties = properties.set_creation_datetime(&made);
    }
    properties
}

fn set_up(sheet: &mut Worksheet, design: &Design, formats: &Formats) -> Result<(), Fault> {
    let (review, header) = (design.review, design.header());
    sheet.set_name(design.subject)?;
    for (column, (_, width)) in (0..).zip(design.headings) {
        sheet.set_column_width(column, *width)?;
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
        plain(design.options.edition.marking())
    ));
    sheet.set_footer(format!("&L&8{fictional}&R&8Page &P of &N"));
    Ok(())
}
