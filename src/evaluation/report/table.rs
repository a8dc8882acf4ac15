//! Tables whose cells name counts, and what is printed of them in one edition.

use std::collections::BTreeSet;
use std::ops::Range;

use serde::Serialize;

use crate::evaluation::counts::{LeftOut, Told};
use crate::stats::disclosure::{Account, Rule};

/// Of fewer people no percentage is told: it would make them look more certain than they are.
pub(super) const FEWEST_FOR_PERCENT: u64 = 10;

/// What stands in a cell before it is known what may be told.
#[derive(Debug, Clone)]
pub(super) enum Entry {
    Words(String),
    Count(String),
    /// “12/70 (17 %)”.
    Share(String, String),
    /// “10 to 28 %”: what the share leaves open.
    Interval(String, String),
    Number(Number),
    /// “10 to 28 %”, of two figures.
    Between(Box<Number>, Box<Number>),
}

/// A figure that is no count.
#[derive(Debug, Clone)]
pub(super) struct Number {
    pub(super) name: String,
    pub(super) value: Option<f64>,
    pub(super) decimals: usize,
    /// Before it and after it.
    pub(super) units: (&'static str, &'static str),
    /// Counts without which it must not be told, since it gives them away.
    pub(super) rests_on: Vec<String>,
    /// It is the value of one person, and never leaves the programme.
    pub(super) of_one: bool,
}

impl Number {
    pub(super) fn new(name: impl Into<String>, value: Option<f64>, decimals: usize) -> Self {
        Self {
            name: name.into(),
            value,
            decimals,
            units: ("", ""),
            rests_on: Vec::new(),
            of_one: false,
        }
    }

    pub(super) fn units(mut self, before: &'static str, after: &'static str) -> Self {
        self.units = (before, after);
        self
    }

    pub(super) fn resting_on<S: Into<String>>(
        mut self,
        names: impl IntoIterator<Item = S>,
    ) -> Self {
        self.rests_on.extend(names.into_iter().map(Into::into));
        self
    }

    pub(super) fn of_one(mut self) -> Self {
        self.of_one = true;
        self
    }
}

impl From<Number> for Entry {
    fn from(number: Number) -> Self {
        Self::Number(number)
    }
}

impl From<String> for Entry {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<&str> for Entry {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl Entry {
    pub(super) fn count(name: impl Into<String>) -> Self {
        Self::Count(name.into())
    }

    pub(super) fn share(part: impl Into<String>, whole: impl Into<String>) -> Self {
        Self::Share(part.into(), whole.into())
    }

    pub(super) fn interval(part: impl Into<String>, whole: impl Into<String>) -> Self {
        Self::Interval(part.into(), whole.into())
    }

    /// Counts that are printed by it.
    pub(super) fn prints(&self, into: &mut BTreeSet<String>) {
        match self {
            Self::Count(name) => {
                into.insert(name.clone());
            }
            Self::Share(part, whole) | Self::Interval(part, whole) => {
                into.insert(part.clone());
                into.insert(whole.clone());
            }
            Self::Number(number) => into.extend(number.rests_on.iter().cloned()),
            Self::Between(low, high) => {
                into.extend(low.rests_on.iter().chain(&high.rests_on).cloned());
            }
            Self::Words(_) => {}
        }
    }

    pub(super) fn told(&self, told: &Told<'_>) -> Cell {
        Cell {
            counts: self.rests_on(),
            ..self.said(told)
        }
    }

    fn rests_on(&self) -> Vec<String> {
        match self {
            Self::Words(_) => Vec::new(),
            Self::Count(name) | Self::Share(name, _) | Self::Interval(name, _) => {
                vec![name.clone()]
            }
            Self::Number(number) => number.rests_on.clone(),
            Self::Between(number, _) => number.rests_on.clone(),
        }
    }

    fn said(&self, told: &Told<'_>) -> Cell {
        match self {
            Self::Words(words) => Cell::words(words.clone()),
            Self::Count(name) => match told.count(name) {
                Ok(count) => Cell {
                    count: Some(count),
                    ..Cell::words(count.to_string())
                },
                Err(left_out) => Cell::left_out(left_out, told),
            },
            Self::Share(part, whole) => match (told.share(part, whole), told.count(part)) {
                (Ok(share), _) => Cell {
                    count: Some(share.count()),
                    of: Some(share.all()),
                    share: share.share(),
                    ..Cell::words(share.spoken(FEWEST_FOR_PERCENT))
                },
                (Err(_), Ok(count)) => Cell {
                    count: Some(count),
                    ..Cell::words(count.to_string())
                },
                (Err(_), Err(left_out)) => Cell {
                    of: told.count(whole).ok(),
                    ..Cell::left_out(left_out, told)
                },
            },
            Self::Interval(part, whole) => {
                let share = told.share(part, whole).ok();
                match share.and_then(|share| Some((share, share.interval()?))) {
                    Some((share, interval)) => Cell {
                        count: Some(share.count()),
                        of: Some(share.all()),
                        low: Some(interval.low),
                        high: Some(interval.high),
                        ..Cell::words(format!(
                            "{:.0} to {:.0} %",
                            100.0 * interval.low,
                            100.0 * interval.high
                        ))
                    },
                    None => Cell::words("–".to_owned()),
                }
            }
            Self::Number(number) => number.told(told),
            Self::Between(low, high) => {
                let (low, high) = (low.told(told), high.told(told));
                match (low.value, high.value) {
                    (None, None) => low,
                    (one, other) => Cell {
                        low: one,
                        high: other,
                        ..Cell::words(format!("{} to {}", low.said, high.said))
                    },
                }
            }
        }
    }
}

impl Number {
    fn told(&self, told: &Told<'_>) -> Cell {
        if told.is_protected() && (self.of_one || !told.all(&self.rests_on)) {
            return Cell::left_out(LeftOut::RestsOnOthers, told);
        }
        match self.value {
            Some(value) => Cell {
                value: Some(value),
                ..Cell::words(format!(
                    "{}{}{}{}",
                    if value < 0.0 { "−" } else { "" },
                    self.units.0,
                    grouped(value.abs(), self.decimals),
                    self.units.1
                ))
            },
            None => Cell::words("–".to_owned()),
        }
    }
}

/// With commas between thousands.
pub(super) fn grouped(value: f64, decimals: usize) -> String {
    let written = format!("{value:.decimals$}");
    let (whole, after) = match written.split_once('.') {
        Some((whole, after)) => (whole, format!(".{after}")),
        None => (&*written, String::new()),
    };
    let mut spoken = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            spoken.push(',');
        }
        spoken.push(digit);
    }
    spoken + &after
}

/// A table before it is known what may be told.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) key: String,
    pub(super) title: String,
    /// Who is counted, and what is to be known for reading it.
    pub(super) about: Vec<Entry>,
    /// The first heads the rows’ names.
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<(String, Vec<Entry>)>,
}

impl Sheet {
    pub(super) fn new(key: &str, title: &str, columns: &[&str]) -> Self {
        Self {
            key: key.to_owned(),
            title: title.to_owned(),
            about: Vec::new(),
            columns: columns.iter().map(|words| (*words).to_owned()).collect(),
            rows: Vec::new(),
        }
    }

    pub(super) fn about(mut self, entries: impl IntoIterator<Item = Entry>) -> Self {
        self.about.extend(entries);
        self
    }

    pub(super) fn row(&mut self, name: impl Into<String>, cells: Vec<Entry>) {
        self.rows.push((name.into(), cells));
    }

    pub(super) fn prints(&self, into: &mut BTreeSet<String>) {
        let cells = self.rows.iter().flat_map(|(_, cells)| cells);
        for entry in cells.chain(&self.about) {
            entry.prints(into);
        }
    }

    pub(super) fn told(&self, told: &Told<'_>, rule: Option<Rule>) -> Table {
        let rows: Vec<Row> = self
            .rows
            .iter()
            .map(|(name, cells)| Row {
                name: name.clone(),
                cells: cells.iter().map(|entry| entry.told(told)).collect(),
            })
            .collect();
        Table {
            key: self.key.clone(),
            title: self.title.clone(),
            about: spoken(&self.about, told),
            columns: self.columns.clone(),
            left_out: rule.map(|rule| account(&rows, rule)),
            rows,
        }
    }
}

/// A figure within words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// The counts that it tells, by name.
    pub counts: Vec<String>,
}

/// The figures within [`spoken`] words.
pub(super) fn said(entries: &[Entry], told: &Told<'_>) -> Vec<Said> {
    let mut from = 0;
    let mut said = Vec::new();
    for entry in entries {
        let to = from + spoken(std::slice::from_ref(entry), told).len();
        let counts = entry.rests_on();
        if !counts.is_empty() {
            said.push(Said {
                at: from..to,
                counts,
            });
        }
        from = to;
    }
    said
}

/// Entries as one run of words.
pub(super) fn spoken(entries: &[Entry], told: &Told<'_>) -> String {
    let words = |entry: &Entry| {
        let cell = entry.told(told);
        match cell.left_out {
            Some(_) => format!("[{}]", cell.said),
            None => cell.said,
        }
    };
    entries.iter().map(words).collect()
}

fn account(rows: &[Row], rule: Rule) -> String {
    let cells = || rows.iter().flat_map(|row| &row.cells);
    let count = |why| cells().filter(|cell| cell.left_out == Some(why)).count();
    let shown = cells().filter(|cell| cell.count.is_some()).count();
    let account = Account {
        rule,
        shown,
        small: count(LeftOut::Small),
        to_protect: count(LeftOut::ToProtect),
        withheld: count(LeftOut::Withheld),
    };
    match count(LeftOut::RestsOnOthers) {
        0 => account.to_string(),
        others => format!(
            "{account} Left out as well: {others} other figures that rest on these or on one person."
        ),
    }
}

/// A table of one edition.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    pub key: String,
    pub title: String,
    pub about: String,
    /// The first heads the rows’ names.
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
    /// What was left out of it and why; `None`: nothing is ever left out of this edition.
    pub left_out: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    pub name: String,
    pub cells: Vec<Cell>,
}

/// What is printed, and the figures that it says. `None` where there is none, or it is left out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cell {
    pub said: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<u64>,
    /// 0 to 1, as the ends of the interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_out: Option<LeftOut>,
    /// The counts that it tells or rests on, by name.
    #[serde(skip)]
    pub counts: Vec<String>,
}

impl Cell {
    fn words(said: String) -> Self {
        Self {
            said,
            count: None,
            of: None,
            share: None,
            low: None,
            high: None,
            value: None,
            left_out: None,
            counts: Vec::new(),
        }
    }

    fn left_out(why: LeftOut, told: &Told<'_>) -> Self {
        let said = match (why, told.threshold()) {
            (LeftOut::Small, Some(threshold)) => format!("under {threshold}"),
            _ => "left out".to_owned(),
        };
        Self {
            left_out: Some(why),
            ..Self::words(said)
        }
    }
}
