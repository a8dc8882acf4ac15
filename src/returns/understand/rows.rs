//! Row by row: what each one is, and the date it gets.

use crate::dates::{self, Context, DayOrder, OrderEvidence};
use crate::model::{ColumnKey, Doubt, EntryDraft, Precision, Skipped};
use crate::returns::table::{Row, Table};

use super::cases::Cases;
use super::columns::Found;
use super::content::{self, is_like_date};
use super::dating::YearHeading;
use super::draft::Fields;
use super::headings::{self, HeadingRows, plain};
use super::same_day::{self, Above};
use super::{Fate, Settings};

/// A single cell up to this length, in bytes, may be a heading inside the table; a longer one is an account.
const LONGEST_HEADING: usize = 90;

/// First words of what agencies write below their tables.
const AFTERWORDS: &[&str] = &[
    "note",
    "notes",
    "nb",
    "n b",
    "please note",
    "total",
    "totals",
    "source",
    "sources",
    "key",
    "abbreviations",
    "glossary",
    "prepared by",
    "completed by",
    "compiled by",
    "author",
    "signed",
    "end of chronology",
    "end of report",
    "end",
    "this chronology",
    "restricted",
    "official sensitive",
];

const TOTALS: &[&str] = &["total", "totals", "subtotal", "sub total", "grand total"];

pub(super) struct Reading<'a> {
    pub(super) table: &'a Table,
    found: &'a Found,
    fields: Fields<'a>,
    cases: &'a Cases,
    /// The case that is read, where one was chosen.
    case: Option<usize>,
    headings: Option<HeadingRows>,
    pub(super) date: Option<usize>,
    time: Option<usize>,
    text: Option<usize>,
    pub(super) context: Context,
    pub(super) order: DayOrder,
    pub(super) order_proved: bool,
    pub(super) above: Option<Above>,
    pub(super) year_heading: Option<YearHeading>,
    first_dated: Option<usize>,
    last_dated: Option<usize>,
    pub(super) fates: Vec<Fate>,
    pub(super) entries: Vec<EntryDraft>,
    pub(super) doubts: Vec<Doubt>,
    pub(super) skipped: Vec<Skipped>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(
        table: &'a Table,
        found: &'a Found,
        cases: &'a Cases,
        settings: &Settings<'_>,
        order: OrderEvidence,
        order_proved: bool,
    ) -> Self {
        let date = found.column(ColumnKey::Date);
        let is_dated = |row: &Row| {
            alone(row).is_none() && date.is_some_and(|date| is_like_date(row.text(date)))
        };
        let mut context = Context::new(settings.today);
        context.anchors.clone_from(&settings.anchors);
        context.epoch = table.epoch;
        context.periods = settings.periods.to_vec().into();
        let start = found.start();
        let mut reading = Self {
            table,
            found,
            fields: Fields::new(found),
            cases,
            case: settings.case.and_then(|name| cases.index(name)),
            headings: found.heading_rows,
            date,
            time: found.column(ColumnKey::Time),
            text: found.column(ColumnKey::Text),
            context,
            order: order.order,
            order_proved,
            above: None,
            year_heading: None,
            first_dated: table
                .rows
                .iter()
                .skip(start)
                .position(is_dated)
                .map(|at| at + start),
            last_dated: table.rows.iter().rposition(is_dated),
            fates: Vec::with_capacity(table.rows.len()),
            entries: Vec::with_capacity(table.rows.len()),
            doubts: Vec::new(),
            skipped: Vec::new(),
        };
        reading.year_above_the_table();
        reading
    }

    fn year_above_the_table(&mut self) {
        let heading = self.table.above.last();
        let year = heading.and_then(|text| content::heading_year(text));
        if let (Some(heading), Some(year), Some(row)) = (heading, year, self.table.rows.first()) {
            let doubt = Doubt {
                place: format!("above {}", self.table.place(row)),
                row: row.number,
                column: None,
                wording: heading.clone(),
                why: String::new(),
            };
            let from = format!("the heading “{heading}” above the table");
            self.year_begins(year, from, doubt);
        }
    }

    /// Decides on the next row; rows are to be given in order.
    pub(super) fn row(&mut self, index: usize) {
        let row = &self.table.rows[index];
        if self.cases.is_title(index) {
            // The dates of one case say nothing about the next.
            self.year_ends();
            (self.above, self.context.previous, self.context.year) = (None, None, None);
        }
        let fate = self.fate(index, row);
        self.fates.push(fate);
        for note in &row.notes {
            self.doubts.push(Doubt {
                place: self.place(row, note.column.map(|column| column as usize)),
                row: row.number,
                column: note.column,
                wording: note.wording.clone(),
                why: note.why.clone(),
            });
        }
    }

    /// Where a cell stands, in words; the row where no column is given.
    pub(super) fn place(&self, row: &Row, column: Option<usize>) -> String {
        match column {
            Some(column) => format!("{}, {}", self.table.place(row), self.found.named(column)),
            None => self.table.place(row),
        }
    }

    fn fate(&mut self, index: usize, row: &Row) -> Fate {
        if row.is_blank() {
            return Fate::Blank;
        }
        if let Some(fate) = self.heading(index, row) {
            return fate;
        }
        if self.cases.is_title(index) {
            return self.skip(row, Fate::Skipped, "The title of a part of the table.");
        }
        if let (Some(chosen), Some(case)) = (self.case, self.cases.of(index))
            && chosen != case
        {
            let other = &self.cases.names[case].0;
            let why = format!("Belongs to another case or person: “{other}”.");
            return self.skip(row, Fate::Skipped, &why);
        }
        if is_total(row) {
            return self.skip(row, Fate::Note, "A total or subtotal.");
        }
        if let Some(alone) = alone(row) {
            if let Some(fate) = self.single_cell(index, row, alone) {
                return fate;
            }
        } else if self.is_before_all_dates(index, row) {
            return self.skip(row, Fate::Preamble, "Above the first row with a date.");
        } else if self.is_afterword(index, row) {
            return self.skip(
                row,
                Fate::Note,
                "Below the last dated row: taken for a note or a total.",
            );
        }
        self.entry(row)
    }

    /// What stands above the headings, the headings, and their repetitions.
    fn heading(&mut self, index: usize, row: &Row) -> Option<Fate> {
        let headings = self.headings?;
        if index < headings.first {
            return Some(self.skip(row, Fate::Preamble, "Above the headings of the table."));
        }
        if headings.all().contains(&index) {
            return Some(self.skip(row, Fate::Heading, "The headings of the table."));
        }
        let rows = &self.table.rows;
        let goes_on = index == headings.last + 1 && headings::goes_on(row, &rows[headings.last]);
        let mut all = headings.all();
        (goes_on || all.any(|heading| headings::repeats(row, &rows[heading])))
            .then(|| self.skip(row, Fate::Heading, "The headings of the table again."))
    }

    /// A row with one filled cell: a heading, a note, or an account without a date.
    fn single_cell(&mut self, index: usize, row: &Row, column: usize) -> Option<Fate> {
        let text = row.cells[column].text.trim();
        if self.table.width > 1
            && let Some(year) = content::heading_year(text)
        {
            let doubt = Doubt {
                place: self.place(row, Some(column)),
                row: row.number,
                column: u32::try_from(column).ok(),
                wording: text.to_owned(),
                why: String::new(),
            };
            self.year_begins(year, format!("the heading “{text}” above"), doubt);
            return Some(self.skip(
                row,
                Fate::YearHeading(year),
                &format!("A heading: dates below that have no year take {year}."),
            ));
        }
        if self.table.width < 2 || self.date.is_none() {
            return None;
        }
        if self.headings.is_none() && self.first_dated.is_some_and(|first| index < first) {
            return Some(self.skip(row, Fate::Preamble, "Above the first row with a date."));
        }
        let is_below = self.last_dated.is_some_and(|last| index > last);
        if self.is_afterword(index, row) || (is_below && Some(column) != self.text) {
            return Some(self.skip(
                row,
                Fate::Note,
                "Below the last dated row: taken for a note or a total.",
            ));
        }
        if Some(column) == self.text {
            return None;
        }
        let is_short = text.len() <= LONGEST_HEADING;
        let is_a_day = Some(column) == self.date && {
            let read = dates::read(text, &self.context).dates;
            read.iter().any(|when| {
                when.is_understood()
                    && matches!(
                        when.precision,
                        Precision::Minute | Precision::PartOfDay | Precision::Day
                    )
            })
        };
        // A row with only the date of a day is an entry without an account: the agency recorded something.
        (is_short && !is_a_day).then(|| {
            self.skip(
                row,
                Fate::Skipped,
                "One cell only, and no account of anything: taken for a heading inside the table.",
            )
        })
    }

    fn is_before_all_dates(&self, index: usize, row: &Row) -> bool {
        self.headings.is_none()
            && self.first_dated.is_some_and(|first| index < first)
            && self
                .date
                .is_some_and(|date| row.text(date).trim().is_empty())
    }

    /// Whether a row below the last dated one is no entry: begins like a note, or stands apart without a date.
    fn is_afterword(&self, index: usize, row: &Row) -> bool {
        let Some(last) = self.last_dated.filter(|last| index > *last) else {
            return false;
        };
        let first_words = row
            .cells
            .iter()
            .find(|cell| !cell.text.trim().is_empty())
            .map(|cell| plain(cell.text.get(..60).unwrap_or(&cell.text)))
            .unwrap_or_default();
        if AFTERWORDS.iter().any(|words| {
            first_words
                .strip_prefix(words)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        }) {
            return true;
        }
        let has_date_cell = self
            .date
            .is_some_and(|date| !row.text(date).trim().is_empty());
        let stands_apart = self.table.rows[last..index].iter().any(Row::is_blank);
        stands_apart && (!has_date_cell || alone(row).is_some())
    }

    fn skip(&mut self, row: &Row, fate: Fate, why: &str) -> Fate {
        self.skipped.push(Skipped {
            place: self.table.place(row),
            row: row.number,
            wording: row.wording(),
            why: why.to_owned(),
        });
        fate
    }

    fn entry(&mut self, row: &Row) -> Fate {
        let place = self.table.place(row);
        let cell = |column: Option<usize>| column.map_or("", |column| row.text(column).trim());
        let (date, time) = (cell(self.date), cell(self.time));
        let mut draft = self.fields.draft(row, place, &mut self.doubts);
        let continues = date.is_empty() || same_day::points_above(date);
        let dates = if continues {
            vec![self.without_own_date(date, time)]
        } else {
            self.read(row, date, time)
        };
        // A long single cell in the date column is an account that was written across the table.
        if let [when] = &dates[..]
            && !when.is_understood()
            && date.len() > LONGEST_HEADING
            && draft.text.is_empty()
        {
            date.clone_into(&mut draft.text);
        }
        self.doubt_dates(row, &dates, continues);
        self.doubt_account(row, &draft);
        if !continues && let Some(last) = dates.last() {
            self.remember(row, last, dates.len() > 1);
        }
        let first = self.entries.len();
        let count = dates.len();
        let mut dates = dates.into_iter();
        let last = dates.next_back().unwrap_or_default();
        for when in dates {
            self.entries.push(EntryDraft {
                when,
                ..draft.clone()
            });
        }
        draft.when = last;
        self.entries.push(draft);
        if continues && self.above.is_some() {
            Fate::Continues
        } else {
            Fate::Entry { first, count }
        }
    }

    fn doubt_account(&mut self, row: &Row, draft: &EntryDraft) {
        if draft.text.trim().is_empty() {
            self.doubts.push(Doubt {
                place: self.place(row, self.text),
                row: row.number,
                column: self.text.and_then(|text| u32::try_from(text).ok()),
                wording: row.wording(),
                why: "The row has no account of what happened. It becomes an entry without one; ask the agency what it recorded."
                    .to_owned(),
            });
        }
    }
}

/// “Total 2018 | 4”: its first words say so, and what follows is numbers.
fn is_total(row: &Row) -> bool {
    let mut filled = row.cells.iter().filter(|cell| !cell.text.trim().is_empty());
    let first = filled.next().map_or(String::new(), |cell| {
        plain(cell.text.get(..60).unwrap_or(&cell.text))
    });
    let says_so = TOTALS.iter().any(|words| {
        first
            .strip_prefix(words)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    });
    let mut counts = 0;
    let only_numbers = filled.all(|cell| {
        counts += 1;
        let text = cell.text.trim();
        text.bytes().any(|byte| byte.is_ascii_digit())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_digit() || b".,%/ ".contains(&byte))
    });
    says_so && counts > 0 && only_numbers
}

/// The column of the only cell with wording of its own.
fn alone(row: &Row) -> Option<usize> {
    let mut filled = row
        .cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.merged && !cell.text.trim().is_empty());
    let (column, _) = filled.next()?;
    let is_alone = filled.next().is_none() && row.cells.iter().all(|cell| !cell.merged);
    is_alone.then_some(column)
}
