//! Row by row: what each one is, and the date it gets.

use std::borrow::Cow;

use chrono::Datelike;

use crate::dates::{self, Context, DayOrder, OrderEvidence};
use crate::model::{Certainty, ColumnKey, Doubt, EntryDraft, Precision, Skipped, When};
use crate::returns::table::{Row, Table};

use super::columns::Found;
use super::content::{self, is_like_date};
use super::draft::Fields;
use super::headings::{self, plain};
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

pub(super) struct Reading<'a> {
    table: &'a Table,
    fields: Fields<'a>,
    header: Option<usize>,
    date: Option<usize>,
    time: Option<usize>,
    text: Option<usize>,
    context: Context,
    order: DayOrder,
    order_proved: bool,
    above: Option<Above>,
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
        settings: &Settings<'_>,
        order: OrderEvidence,
        by_hand: bool,
    ) -> Self {
        let date = found.column(ColumnKey::Date);
        let is_dated = |row: &Row| {
            alone(row).is_none() && date.is_some_and(|date| is_like_date(row.text(date)))
        };
        let order_proved = by_hand || order.proved();
        let mut context = Context::new(settings.today);
        context.anchors.clone_from(&settings.anchors);
        context.epoch = table.epoch;
        if let Some((heading, year)) = table
            .above
            .last()
            .and_then(|text| Some((text, content::heading_year(text)?)))
        {
            context.year = Some(year);
            context.year_from = format!("the heading “{heading}” above the table");
        }
        let header = found.mapping.header;
        let start = header.map_or(0, |row| row + 1);
        Self {
            table,
            fields: Fields::new(found),
            header,
            date,
            time: found.column(ColumnKey::Time),
            text: found.column(ColumnKey::Text),
            context,
            order: order.order,
            order_proved,
            above: None,
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
        }
    }

    /// Decides on the next row; rows are to be given in order.
    pub(super) fn row(&mut self, index: usize) {
        let row = &self.table.rows[index];
        let fate = self.fate(index, row);
        self.fates.push(fate);
        for note in &row.notes {
            let place = match note.column {
                Some(column) => format!(
                    "{}, {}",
                    self.table.place(row),
                    self.fields.named(column as usize)
                ),
                None => self.table.place(row),
            };
            self.doubts.push(Doubt {
                place,
                row: row.number,
                column: note.column,
                wording: note.wording.clone(),
                why: note.why.clone(),
            });
        }
    }

    fn fate(&mut self, index: usize, row: &Row) -> Fate {
        if row.is_blank() {
            return Fate::Blank;
        }
        match self.header {
            Some(header) if index < header => {
                return self.skip(row, Fate::Preamble, "Above the headings of the table.");
            }
            Some(header) if index == header => {
                return self.skip(row, Fate::Heading, "The headings of the table.");
            }
            Some(header) => {
                let headings = &self.table.rows[header];
                let goes_on = index == header + 1 && headings::goes_on(row, headings);
                if goes_on || headings::repeats(row, headings) {
                    return self.skip(row, Fate::Heading, "The headings of the table again.");
                }
            }
            None => {}
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

    /// A row with one filled cell: a heading, a note, or an account without a date.
    fn single_cell(&mut self, index: usize, row: &Row, column: usize) -> Option<Fate> {
        let text = row.cells[column].text.trim();
        if self.table.width > 1
            && let Some(year) = content::heading_year(text)
        {
            self.context.year = Some(year);
            self.context.year_from = format!("the heading “{text}” above");
            return Some(self.skip(
                row,
                Fate::YearHeading(year),
                &format!("A heading: dates below that have no year take {year}."),
            ));
        }
        if self.table.width < 2 || self.date.is_none() {
            return None;
        }
        if self.header.is_none() && self.first_dated.is_some_and(|first| index < first) {
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
        self.header.is_none()
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

    /// Keeps the last date of a row for rows below that have none, or no year.
    fn remember(&mut self, row: &Row, when: &When, of_several: bool) {
        let start = when.earliest.or(when.latest).map(|moment| moment.date);
        self.context.previous = start;
        if let (Some(start), Some(year)) = (start, self.context.year)
            && start.year() > year
            && when.certainty != Certainty::Inferred
        {
            // The table has gone on past its last year heading: the date above says more.
            self.context.year = None;
        }
        self.above = Some(Above {
            row: row.number,
            when: when.clone(),
            of_several,
        });
    }

    fn read(&mut self, row: &Row, date: &str, time: &str) -> Vec<When> {
        // Excel's own dates were written out by us, day first; the agency's habit says nothing about them.
        let ours = self
            .date
            .and_then(|column| row.cells.get(column))
            .is_some_and(|cell| cell.dated);
        if ours {
            self.context.order = DayOrder::DayFirst;
            self.context.order_proved = true;
        } else {
            self.context.order = self.order;
            self.context.order_proved = self.order_proved;
        }
        let read = if time.is_empty() {
            dates::read(date, &self.context)
        } else {
            dates::read_with_time(date, time, &self.context)
        };
        if read.dates.is_empty() {
            vec![When::not_understood(joined(date, time))]
        } else {
            read.dates
        }
    }

    fn without_own_date(&self, date: &str, time: &str) -> When {
        let wording = joined(date, time);
        match &self.above {
            Some(above) => same_day::taken_from_above(above, &wording, time, &self.context),
            None => When::not_understood(wording),
        }
    }

    /// One doubt for the date of a row, however many dates it has.
    fn doubt_dates(&mut self, row: &Row, dates: &[When], continues: bool) {
        if dates.len() == 1 && !dates[0].is_doubtful() {
            return;
        }
        let mut reasons: Vec<Cow<'_, str>> = Vec::new();
        if dates.len() > 1 {
            reasons.push(
                format!(
                    "{} dates stand here: the row becomes {} entries with the same wording.",
                    dates.len(),
                    dates.len()
                )
                .into(),
            );
        }
        for when in dates {
            for reason in when.warnings.iter().chain(&when.inferred) {
                if !reasons.iter().any(|known| known == reason) {
                    reasons.push(reason.into());
                }
            }
        }
        if reasons.is_empty() {
            reasons.push(if continues {
                "No date in this row, and none above it to take. Enter one, or leave the entry at the end."
            } else {
                "No date could be understood. The wording is kept; enter a date, or leave the entry at the end."
            }.into());
        }
        let wording = dates
            .first()
            .map_or(String::new(), |when| when.wording.clone());
        let place = match self.date {
            Some(date) => format!("{}, {}", self.table.place(row), self.fields.named(date)),
            None => self.table.place(row),
        };
        self.doubts.push(Doubt {
            place,
            row: row.number,
            column: self.date.and_then(|date| u32::try_from(date).ok()),
            wording,
            why: reasons.join(" "),
        });
    }

    fn doubt_account(&mut self, row: &Row, draft: &EntryDraft) {
        if draft.text.trim().is_empty() {
            self.doubts.push(Doubt {
                place: self.table.place(row),
                row: row.number,
                column: self.text.and_then(|text| u32::try_from(text).ok()),
                wording: row.wording(),
                why: "The row has no account of what happened. It becomes an entry without one; ask the agency what it recorded."
                    .to_owned(),
            });
        }
    }
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

fn joined(date: &str, time: &str) -> String {
    match (date, time) {
        (date, "") => date.to_owned(),
        ("", time) => time.to_owned(),
        (date, time) => format!("{date} {time}"),
    }
}
