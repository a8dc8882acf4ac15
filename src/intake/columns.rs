//! Which row holds the headings, which kind of table stands below, and what each column stands for.

use super::sheet::HeadingRows;
use super::vocabulary::{self, Known, TableWords};
use super::words::{nearly, plain, telling};
use super::{Field, Kind, Meaning};
use crate::dates::{self, Context};
use crate::model::Precision;
use crate::model::programme::ProgrammeTemplate;
use crate::returns::{Row, Table};

/// Headings are looked for so far down.
const ROWS_SEARCHED: usize = 30;
/// No heading is longer.
const LONGEST: usize = 120;

/// What the headings of a table were taken for.
#[derive(Debug, Clone, Default)]
pub(super) struct Found {
    pub(super) rows: Option<HeadingRows>,
    pub(super) kind: Option<Kind>,
    pub(super) columns: Vec<Option<(Meaning, How)>>,
    pub(super) score: usize,
}

/// How well a heading fits, the best last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    Contains,
    Misspelt,
    OtherOrder,
    Exactly,
}

impl How {
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Exactly => "by its heading",
            Self::OtherOrder => "by the words of its heading",
            Self::Misspelt => "by its heading, which seems to be misspelt",
            Self::Contains => "by a part of its heading",
        }
    }

    fn weight(self) -> usize {
        match self {
            Self::Exactly => 10,
            Self::OtherOrder => 9,
            Self::Misspelt => 7,
            Self::Contains => 5,
        }
    }
}

/// The kind whose columns fit best, wherever its headings stand; `of` where a person has said which kind it is. Words above the table and its
/// name decide between kinds that fit alike.
pub(super) fn find(
    table: &Table,
    file: &str,
    template: &ProgrammeTemplate,
    of: Option<Kind>,
) -> Found {
    let mut best = Found::default();
    let mut best_named = 0;
    let partners = vocabulary::table(Kind::Partners);
    // What is called after partners is theirs, or is not taken: never his side of the wall.
    let theirs = partners.is_some_and(|words| is_called(words, &table.name, file));
    let of = of.or(theirs.then_some(Kind::Partners));
    for rows in candidates(table) {
        let headings = headings(table, rows);
        for words in vocabulary::tables() {
            if of.is_some_and(|kind| kind != words.kind) {
                continue;
            }
            let found = fitted(words, rows, &headings, template);
            let named = found.score * 10 + 5 * usize::from(is_called(words, &table.name, file));
            if found.score > 0 && named > best_named {
                best_named = named;
                best = found;
            }
        }
    }
    if best.kind.is_none() {
        best.kind = of.filter(|_| !theirs);
        best.columns = vec![None; table.width];
    }
    best
}

fn is_called(words: &TableWords, sheet: &str, file: &str) -> bool {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    // A workbook’s name speaks of all of its sheets.
    let name = plain(if sheet.is_empty() { stem } else { sheet });
    let name = name.strip_prefix("sheet ").unwrap_or(&name);
    words
        .called
        .iter()
        .any(|called| telling(called) == telling(name))
}

/// Rows that may hold the headings: one, or two of which the upper groups the lower.
fn candidates(table: &Table) -> Vec<HeadingRows> {
    let may_be = |row: &Row| {
        let filled = row.cells.iter().filter(|cell| !cell.text.trim().is_empty());
        filled.clone().count() >= 2 && filled.clone().all(|cell| cell.text.len() <= LONGEST)
    };
    let rows = table.rows.iter().enumerate().take(ROWS_SEARCHED);
    let single = rows.clone().filter(|(_, row)| may_be(row));
    let single = single.map(|(at, _)| HeadingRows {
        first: at,
        last: at,
    });
    let pairs = rows
        .filter(|(_, row)| !row.is_blank())
        .filter_map(|(at, upper)| {
            let lower = table.rows.get(at + 1)?;
            let groups = upper.cells.iter().any(|cell| cell.across > 1);
            (groups && may_be(lower)).then_some(HeadingRows {
                first: at,
                last: at + 1,
            })
        });
    single.chain(pairs).collect()
}

/// By column, the ways in which it is headed: the lower heading, and with the one above it.
pub(super) fn headings(table: &Table, rows: HeadingRows) -> Vec<Vec<String>> {
    let lower = &table.rows[rows.last];
    let upper = (rows.first < rows.last).then(|| &table.rows[rows.first]);
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut above = String::new();
    let mut until = 0;
    (0..table.width)
        .map(|column| {
            let own = one_line(lower.text(column));
            let Some(upper) = upper else {
                return vec![own];
            };
            if let Some(cell) = upper
                .cells
                .get(column)
                .filter(|cell| !cell.text.trim().is_empty())
            {
                above = one_line(&cell.text);
                until = column + (cell.across as usize).max(1);
            } else if column >= until {
                above.clear();
            }
            match (own.is_empty(), above.is_empty()) {
                (true, _) => vec![above.clone()],
                (false, true) => vec![own],
                (false, false) => vec![format!("{above} {own}"), own],
            }
        })
        .collect()
}

fn fitted(
    words: &TableWords,
    rows: HeadingRows,
    headings: &[Vec<String>],
    template: &ProgrammeTemplate,
) -> Found {
    let also: Vec<&TableWords> = words
        .also
        .iter()
        .filter_map(|kind| vocabulary::table(*kind))
        .collect();
    let mut fits: Vec<(usize, usize, usize, Meaning, How)> = Vec::new();
    for (column, phrases) in headings.iter().enumerate() {
        for (lower, phrase) in phrases.iter().enumerate() {
            let heading = Known::of(phrase);
            if heading.plain.is_empty() {
                continue;
            }
            let fields = words.column.iter().map(|column| (column, 2));
            let others = also
                .iter()
                .flat_map(|table| &table.column)
                .map(|column| (column, 1));
            for (known, share) in fields.chain(others) {
                let best = known.known.iter().filter_map(|known| fit(&heading, known));
                if let Some((how, detail)) = best.max() {
                    let score = how.weight() * 1_000 + detail - 100 * lower.min(1);
                    fits.push((
                        score * share,
                        share,
                        column,
                        Meaning::Field(known.field),
                        how,
                    ));
                }
            }
            for (meaning, how) in of_template(words.kind, phrase, &heading, template) {
                fits.push((how.weight() * 1_990, 2, column, meaning, how));
            }
        }
    }
    fits.sort_by(|a, b| b.0.cmp(&a.0).then(a.2.cmp(&b.2)));
    let mut columns: Vec<Option<(Meaning, How)>> = vec![None; headings.len()];
    let mut score = 0;
    for (_, share, column, meaning, how) in fits {
        let free = columns[column].is_none();
        let new = !columns.iter().flatten().any(|(known, _)| *known == meaning);
        if free && new {
            score += how.weight() * share;
            columns[column] = Some((meaning, how));
        }
    }
    let has = |field: Field| {
        columns
            .iter()
            .flatten()
            .any(|(known, _)| *known == Meaning::Field(field))
    };
    let complete = words
        .column
        .iter()
        .all(|column| !column.needed || has(column.field));
    let matched = columns.iter().flatten().count();
    Found {
        rows: Some(rows),
        kind: Some(words.kind),
        score: if complete && matched >= 2 && says_something(words.kind, &columns) {
            score
        } else {
            0
        },
        columns,
    }
}

/// Beside whose line it is, something of it.
fn says_something(kind: Kind, columns: &[Option<(Meaning, How)>]) -> bool {
    let has = |fields: &[Field]| {
        columns.iter().flatten().any(|(known, _)| match known {
            Meaning::Field(field) => fields.contains(field),
            _ => false,
        })
    };
    let wide = columns
        .iter()
        .flatten()
        .any(|(known, _)| !matches!(known, Meaning::Field(_) | Meaning::Referral(_)));
    match kind {
        Kind::Men => has(&[
            Field::ReferredOn,
            Field::Source,
            Field::AssessedOn,
            Field::EnrolledOn,
            Field::LeftOn,
            Field::Name,
            Field::Ethnicity,
        ]),
        Kind::Attendance => wide || has(&[Field::Came]) && has(&[Field::HeldOn]),
        Kind::Substances => wide || has(&[Field::Substance]),
        Kind::Feedback => wide || has(&[Field::Question]) && has(&[Field::Grade]),
        Kind::Measures => wide || has(&[Field::Score]),
        Kind::Partners => has(&[
            Field::Partner,
            Field::Relationship,
            Field::SupportTakenUp,
            Field::KnownSince,
            Field::Worker,
        ]),
        Kind::Children => has(&[
            Field::Child,
            Field::LivesWithHim,
            Field::Relation,
            Field::ChildBorn,
        ]),
        _ => true,
    }
}

fn fit(heading: &Known, known: &Known) -> Option<(How, usize)> {
    let length = known.plain.len().min(60);
    if heading.plain == known.plain {
        return Some((How::Exactly, length));
    }
    if heading.telling == known.telling {
        return Some((How::OtherOrder, length));
    }
    let alike = heading.telling.len() == known.telling.len()
        && heading.telling.iter().all(|word| {
            known
                .telling
                .iter()
                .any(|other| word == other || nearly(word, other))
        });
    if alike {
        return Some((How::Misspelt, length));
    }
    let contained = known.says_enough
        && known
            .telling
            .iter()
            .all(|word| heading.telling.contains(word))
        && heading.telling.len() <= known.telling.len() + 4;
    contained.then_some((How::Contains, length))
}

/// What only the template, or the form of the table, gives a meaning.
fn of_template(
    kind: Kind,
    phrase: &str,
    heading: &Known,
    template: &ProgrammeTemplate,
) -> Vec<(Meaning, How)> {
    let named = |key: &str, name: &str| {
        let ways = [key, name].map(Known::of);
        let best = ways.iter().filter_map(|known| fit(heading, known)).max();
        best.map(|(how, _)| how).filter(|how| *how > How::Contains)
    };
    match kind {
        Kind::Measures => template
            .measures
            .iter()
            .filter_map(|one| {
                Some((
                    Meaning::Measure(one.key.clone()),
                    named(&one.key, &one.name)?,
                ))
            })
            .collect(),
        Kind::Substances => template
            .substances
            .iter()
            .filter_map(|one| {
                Some((
                    Meaning::Substance(one.key.clone()),
                    named(&one.key, &one.name)?,
                ))
            })
            .collect(),
        Kind::Men => template
            .referral_form
            .iter()
            .filter_map(|one| {
                let how = named(&one.key, &one.text).filter(|how| *how >= How::OtherOrder)?;
                Some((Meaning::Referral(one.key.clone()), how))
            })
            .collect(),
        Kind::Attendance => session_day(phrase)
            .into_iter()
            .map(|day| (Meaning::Session(day), How::Exactly))
            .collect(),
        Kind::Feedback => question_number(phrase)
            .into_iter()
            .map(|number| (Meaning::Question(number), How::Exactly))
            .collect(),
        _ => Vec::new(),
    }
}

/// The day that stands over a column of marks.
fn session_day(phrase: &str) -> Option<chrono::NaiveDate> {
    let figures = phrase.chars().filter(char::is_ascii_digit).count();
    if figures < 4 {
        return None;
    }
    let context = Context::new(chrono::NaiveDate::MAX);
    let reading = dates::read(phrase, &context);
    let [when] = reading.dates.as_slice() else {
        return None;
    };
    let certain = when.precision == Precision::Day && when.alternatives.len() <= 1;
    when.earliest.filter(|_| certain).map(|moment| moment.date)
}

/// “Q3”, “Question 3”, “3”.
fn question_number(phrase: &str) -> Option<u32> {
    let plain = plain(phrase);
    let number = plain
        .strip_prefix("question")
        .or_else(|| plain.strip_prefix('q'))
        .unwrap_or(&plain);
    let number: u32 = number.trim().parse().ok()?;
    (1..=99).contains(&number).then_some(number)
}

/// Whether a row says the same as the headings, as tables do that run over several pages.
pub(super) fn repeats(row: &Row, headings: &Row) -> bool {
    let width = row.cells.len().max(headings.cells.len());
    let filled = headings
        .cells
        .iter()
        .filter(|cell| !cell.text.trim().is_empty());
    filled.count() >= 2
        && (0..width).all(|column| {
            let (here, there) = (row.text(column), headings.text(column));
            here == there || telling(&plain(here)) == telling(&plain(there))
        })
}
