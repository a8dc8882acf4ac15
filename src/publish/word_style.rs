//! How Word files look, and what stands around their table.

use docx_rs::{
    AlignmentType, BreakType, Docx, Footer, Header, HeightRule, LineSpacing, NumPages, PageMargin,
    PageNum, PageOrientationType, Paragraph, Run, RunFonts, Shading, Style, StyleType, Tab,
    TabValueType, Table, TableBorder, TableBorderPosition, TableCell, TableCellMargins,
    TableLayoutType, TableRow, WidthType,
};

use super::characters::{Replaced, for_xml};
use super::word_parts::Properties;
use super::{Options, about};
use crate::dates;
use crate::model::Review;

/// A4 on its side with margins of 20 mm, in twentieths of a point.
const PAGE: (u32, u32) = (16_838, 11_906);
const MARGIN: i32 = 1_134;
pub(super) const TABLE_WIDTH: usize = 14_570;

const INK: &str = "24272B";
const SECONDARY: &str = "5E625F";
const ACCENT: &str = "22595C";
const ACCENT_PALE: &str = "E3EDEC";
const LINE: &str = "DFDBD2";
const DOUBT: &str = "8A5010";

/// Styles of paragraphs in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paper {
    /// The agency's wording.
    Said,
    /// The same, standing out.
    SaidStrong,
    /// What the program says.
    Note,
    /// What is doubtful.
    Doubt,
    ColumnHeading,
}

impl Paper {
    fn id(self) -> &'static str {
        match self {
            Self::Said => "Said",
            Self::SaidStrong => "SaidStrong",
            Self::Note => "Note",
            Self::Doubt => "Doubt",
            Self::ColumnHeading => "ColumnHeading",
        }
    }
}

/// A paragraph whose line ends are kept.
pub(super) fn paragraph(paper: Paper, text: &str, replaced: &mut Replaced) -> Paragraph {
    Paragraph::new()
        .style(paper.id())
        .add_run(run(text, replaced))
}

/// “Response” in small letters, then the wording.
pub(super) fn noted(name: &str, text: &str, replaced: &mut Replaced) -> Paragraph {
    let name = Run::new()
        .fonts(fonts("Inter"))
        .size(15)
        .color(SECONDARY)
        .add_text(format!("{}  ", for_xml(name, replaced)));
    Paragraph::new()
        .style(Paper::Said.id())
        .add_run(name)
        .add_run(run(text, replaced))
}

fn run(text: &str, replaced: &mut Replaced) -> Run {
    let text = for_xml(text.trim(), replaced);
    let mut run = Run::new();
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        run = run.add_text(line);
    }
    run
}

/// Everything outside of the table: styles, page, title, header and footer.
pub(super) fn document(
    review: &Review,
    subject: &str,
    about: &str,
    options: &Options,
    replaced: &mut Replaced,
) -> Docx {
    let details = &review.details;
    let title = about::title(details);
    let mut document = Docx::new()
        .default_fonts(fonts("Source Serif 4"))
        .default_size(20)
        .page_size(PAGE.0, PAGE.1)
        .page_orient(PageOrientationType::Landscape)
        .page_margin(PageMargin {
            top: MARGIN,
            left: MARGIN,
            bottom: MARGIN,
            right: MARGIN,
            header: 567,
            footer: 567,
            gutter: 0,
        });
    for style in styles() {
        document = document.add_style(style);
    }
    let plain = |text: &str, replaced: &mut Replaced| for_xml(text, replaced).replace('\n', " ");
    let mut lines = vec![about::label(review)];
    lines.extend([&details.partnership, &details.reference].map(|line| line.trim().to_owned()));
    lines.extend(about::period(details).map(|period| format!("Period under review: {period}")));
    lines.push(format!("Version of {}", dates::spoken_date(options.today)));
    if details.fictional {
        lines.push(about::FICTIONAL.to_owned());
    }
    lines.push(options.edition.marking().to_owned());
    lines.retain(|line| !line.is_empty());
    document = document
        .add_paragraph(styled("Title", &plain(title, replaced)))
        .add_paragraph(styled("Note", &plain(&lines.join("  ·  "), replaced)))
        .add_paragraph(styled("Heading1", subject).keep_next(true));
    if !about.is_empty() {
        document = document.add_paragraph(styled("Note", about));
    }
    let fictional = if details.fictional {
        about::FICTIONAL
    } else {
        ""
    };
    let header = two_ended(
        &plain(title, replaced),
        Run::new().add_text(options.edition.marking()),
    );
    let footer = two_ended(fictional, Run::new().add_text("Page "))
        .add_page_num(PageNum::new())
        .add_run(Run::new().add_text(" of "))
        .add_num_pages(NumPages::new());
    document
        .header(Header::new().add_paragraph(header))
        .footer(Footer::new().add_paragraph(footer))
}

pub(super) fn properties(
    review: &Review,
    subject: &str,
    options: &Options,
    replaced: &mut Replaced,
) -> Properties {
    let mut plain = |text: &str| for_xml(text.trim(), replaced).replace('\n', " ");
    Properties {
        title: plain(&format!("{}: {subject}", about::title(&review.details))),
        subject: subject.to_owned(),
        author: plain(&review.details.chair),
        description: plain(&about::description(review, options.edition)),
        table: subject.to_owned(),
        date: options.today,
    }
}

/// The table with its header row; `columns` are headings and widths in twentieths of a point.
pub(super) fn table(columns: &[(String, usize)], replaced: &mut Replaced) -> Table {
    let cells = columns
        .iter()
        .map(|(heading, width)| {
            cell(
                *width,
                vec![paragraph(Paper::ColumnHeading, heading, replaced)],
            )
            .shading(Shading::new().fill(ACCENT_PALE))
        })
        .collect();
    let border = |position| TableBorder::new(position).size(4).color(LINE);
    Table::without_borders(vec![TableRow::new(cells).cant_split()])
        .set_grid(columns.iter().map(|(_, width)| *width).collect())
        .layout(TableLayoutType::Fixed)
        .width(TABLE_WIDTH, WidthType::Dxa)
        .margins(TableCellMargins::new().margin(70, 90, 70, 90))
        .set_border(border(TableBorderPosition::InsideH))
        .set_border(border(TableBorderPosition::Bottom))
}

pub(super) fn cell(width: usize, paragraphs: Vec<Paragraph>) -> TableCell {
    let cell = TableCell::new().width(width, WidthType::Dxa);
    paragraphs.into_iter().fold(cell, TableCell::add_paragraph)
}

/// One cell over the whole width.
pub(super) fn sentence_row(sentence: &str, columns: usize, replaced: &mut Replaced) -> TableRow {
    let cell = cell(
        TABLE_WIDTH,
        vec![paragraph(Paper::Note, sentence, replaced)],
    )
    .grid_span(columns);
    TableRow::new(vec![cell]).height_rule(HeightRule::Auto)
}

fn styled(style: &str, text: &str) -> Paragraph {
    Paragraph::new()
        .style(style)
        .add_run(Run::new().add_text(text))
}

/// Something on the left, something at the right margin.
fn two_ended(left: &str, right: Run) -> Paragraph {
    Paragraph::new()
        .style("Running")
        .add_tab(Tab::new().val(TabValueType::Right).pos(TABLE_WIDTH))
        .add_run(Run::new().add_text(left).add_tab())
        .add_run(right)
}

pub(super) fn fonts(name: &str) -> RunFonts {
    RunFonts::new().ascii(name).hi_ansi(name).cs(name)
}

/// Built-in names, so that Word's own navigation and contents know the headings.
pub(super) fn styles() -> Vec<Style> {
    let style = |id: &str, name: &str| {
        Style::new(id, StyleType::Paragraph)
            .name(name)
            .based_on("Normal")
    };
    let spacing = |before, after| LineSpacing::new().before(before).after(after);
    let sans =
        |style: Style, size, color: &str| style.fonts(fonts("Inter")).size(size).color(color);
    vec![
        style("Title", "Title")
            .size(44)
            .bold()
            .color(INK)
            .align(AlignmentType::Left)
            .line_spacing(spacing(0, 80)),
        style("Heading1", "heading 1")
            .size(30)
            .bold()
            .color(ACCENT)
            .outline_lvl(0)
            .next("Normal")
            .line_spacing(spacing(280, 120)),
        style(Paper::Said.id(), "Said")
            .size(19)
            .color(INK)
            .line_spacing(spacing(0, 60)),
        style(Paper::SaidStrong.id(), "Said strong")
            .size(19)
            .bold()
            .color(INK)
            .line_spacing(spacing(0, 60)),
        sans(style(Paper::Note.id(), "Note"), 16, SECONDARY).line_spacing(spacing(0, 60)),
        sans(style(Paper::Doubt.id(), "Doubt"), 16, DOUBT).line_spacing(spacing(0, 60)),
        sans(
            style(Paper::ColumnHeading.id(), "Column heading"),
            16,
            ACCENT,
        )
        .bold(),
        sans(style("Running", "Running line"), 15, SECONDARY),
    ]
}
