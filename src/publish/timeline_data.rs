//! The timeline figure as data for the report's layout: where each record stands in the period, by agency.

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

use super::matter::Matter;
use super::timeline_lanes::{Lane, Record, lanes};
use super::timeline_words::{caption, lane_in_words, left_out};
use crate::dates;
use crate::model::Review;

/// Rows of a figure, headings of sectors counted as such: as many as stand on a page with what is written below them.
const ROWS_ON_A_PAGE: usize = 29;
/// A figure's dates below it, of which each takes a line of the page.
const DATES_ON_A_FIGURE: usize = 12;
/// Dots of one agency beyond which they would run into one another: columns say more.
const MOST_DOTS: usize = 45;

/// Characters of an agency's name, beyond which it is set smaller, and beyond which it is cut in the drawing (not in its words).
const LONG_NAME: usize = 48;
const LONGEST_NAME: usize = 76;

/// A period of days, both ends counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) from: NaiveDate,
    pub(super) until: NaiveDate,
}

impl Period {
    /// The period under review; where an end of it was not given, that of the records.
    fn of(review: &Review, rows: &[u32]) -> Option<Self> {
        let whens = rows
            .iter()
            .filter_map(|&row| review.entries.get(row as usize));
        let known = whens.flat_map(|entry| [entry.when.earliest, entry.when.latest]);
        let days: Vec<NaiveDate> = known.flatten().map(|moment| moment.date).collect();
        let details = &review.details;
        let from = details.scope_from.or(days.iter().min().copied())?;
        let until = details.scope_until.or(days.iter().max().copied())?;
        (!days.is_empty() && from <= until).then_some(Self { from, until })
    }

    fn days(self) -> i64 {
        (self.until - self.from).num_days() + 1
    }

    pub(super) fn holds(self, day: NaiveDate) -> bool {
        (self.from..=self.until).contains(&day)
    }

    /// The place of a day's beginning, from 0 to 1 within the period.
    pub(super) fn place(self, day: NaiveDate) -> f64 {
        (day - self.from).num_days() as f64 / self.days() as f64
    }

    /// Stretches of equal length in which records are counted, and what one of them is.
    fn columns(self) -> (usize, &'static str) {
        let years = self.days() as f64 / 365.25;
        let (in_a_year, words) = match years {
            ..=8.0 => (12.0, "records in a month"),
            ..=25.0 => (4.0, "records in a quarter of a year"),
            _ => (1.0, "records in a year"),
        };
        (((years * in_a_year).round() as usize).clamp(1, 120), words)
    }
}

/// Null where no record has a date.
pub(super) fn data(review: &Review, rows: &[u32], matter: &mut Matter) -> Value {
    let Some(period) = Period::of(review, rows) else {
        return Value::Null;
    };
    let lanes = lanes(review, rows, period);
    let (columns, column_words) = period.columns();
    let counted: Vec<Vec<usize>> = lanes.iter().map(|lane| counts(lane, columns)).collect();
    let most = counted.iter().flatten().copied().max().unwrap_or(0).max(1);
    let dates = key_dates(review, period, matter);
    let outside = left_out(&lanes);
    let pages = pages(&lanes);
    let mut parts = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        let shown = &lanes[page.clone()];
        let of = (pages.len() > 1).then_some((index + 1, pages.len()));
        let caption = caption(period, of);
        let mut alt = vec![caption.clone()];
        alt.extend(shown.iter().map(lane_in_words));
        alt.extend(
            dates
                .iter()
                .map(|date| format!("{} marks {}.", date.letter, date.words)),
        );
        alt.push(outside.clone());
        alt.retain(|sentence| !sentence.is_empty());
        let mut before = "";
        let rows: Vec<Value> = shown
            .iter()
            .zip(&counted[page.clone()])
            .enumerate()
            .map(|(place, (lane, counts))| {
                let sector = if lane.sector == before {
                    ""
                } else {
                    &lane.sector
                };
                before = &lane.sector;
                lane_data(lane, (sector, place), (counts, most), matter)
            })
            .collect();
        parts.push(json!({
            "caption": matter.plain(&caption),
            "alt": matter.plain(&alt.join(" ")),
            "left_out": matter.plain(&outside),
            "ticks": ticks(period),
            "dates": dates.iter().map(|date| json!({
                "at": date.at, "letter": date.letter, "step": date.step, "words": matter.line(&date.words),
            })).collect::<Value>(),
            "lanes": rows,
        }));
    }
    let in_dots = |lane: &&Lane| !is_dense(lane);
    json!({
        "parts": parts,
        "dots": lanes.iter().filter(in_dots).any(|lane| lane.records.iter().any(|one| one.is_point)),
        "bars": lanes.iter().any(|lane| lane.records.iter().any(|one| !one.is_point)),
        "columns": lanes.iter().any(is_dense),
        "column_words": column_words,
    })
}

fn is_dense(lane: &Lane) -> bool {
    lane.records.iter().filter(|one| one.is_point).count() > MOST_DOTS
}

/// Which lanes stand together on a page.
fn pages(lanes: &[Lane]) -> Vec<std::ops::Range<usize>> {
    let mut pages: Vec<std::ops::Range<usize>> = Vec::new();
    let mut rows = 0;
    for (index, lane) in lanes.iter().enumerate() {
        let begins = index == 0 || lanes[index - 1].sector != lane.sector;
        rows += 1 + usize::from(begins && !lane.sector.is_empty());
        match pages.last_mut() {
            Some(page) if rows <= ROWS_ON_A_PAGE => page.end = index + 1,
            _ => {
                pages.push(index..index + 1);
                rows = 2;
            }
        }
    }
    pages
}

fn counts(lane: &Lane, columns: usize) -> Vec<usize> {
    let mut counts = vec![0; columns];
    if is_dense(lane) {
        for record in lane.records.iter().filter(|one| one.is_point) {
            let column = (record.middle() * columns as f64) as usize;
            counts[column.min(columns - 1)] += 1;
        }
    }
    counts
}

fn lane_data(
    lane: &Lane,
    (sector, place): (&str, usize),
    (counts, most): (&[usize], usize),
    matter: &mut Matter,
) -> Value {
    let dense = is_dense(lane);
    let dots = lane.records.iter().filter(|one| one.is_point && !dense);
    let dots: Vec<Value> = dots
        .map(|one| json!({ "at": rounded(one.middle()), "sure": one.sure }))
        .collect();
    let shares: Vec<f64> = counts
        .iter()
        .map(|&count| rounded(count as f64 / most as f64))
        .collect();
    json!({
        "name": matter.line(&short(&lane.name)),
        "long": lane.name.chars().count() > LONG_NAME,
        "sector": matter.line(sector),
        "count": lane.total.to_string(),
        "band": place % 2 == 0,
        "dots": dots,
        "bars": bars(&lane.records),
        "columns": if dense { shares } else { Vec::new() },
    })
}

/// A name that stands on two lines of its row.
fn short(name: &str) -> String {
    if name.chars().count() <= LONGEST_NAME {
        return name.to_owned();
    }
    let kept: String = name.chars().take(LONGEST_NAME - 1).collect();
    format!("{}…", kept.trim_end())
}

/// Stretches drawn once where they are the same to the eye, so that a crowd of them stays a drawing of some kilobytes.
fn bars(records: &[Record]) -> Vec<Value> {
    let mut drawn = std::collections::BTreeSet::new();
    let grain = |place: f64| (place * 500.0).round() as i32;
    let stretches = records.iter().filter(|one| !one.is_point);
    stretches
        .filter(|one| drawn.insert((grain(one.from), grain(one.until), one.fades)))
        .map(|one| json!({ "from": rounded(one.from), "until": rounded(one.until), "fades": one.fades }))
        .collect()
}

fn rounded(place: f64) -> f64 {
    (place * 10_000.0).round() / 10_000.0
}

/// The beginnings of years; of every second, fifth … year where there are many.
fn ticks(period: Period) -> Vec<Value> {
    let (first, last) = (period.from.year(), period.until.year());
    let every = [1, 2, 5, 10, 20, 50]
        .into_iter()
        .find(|every| (last - first) / every <= 12)
        .unwrap_or(100);
    (first..=last)
        .filter(|year| year.rem_euclid(every) == 0)
        .filter_map(|year| NaiveDate::from_ymd_opt(year, 1, 1))
        .filter(|day| period.holds(*day))
        .map(|day| json!({ "at": rounded(period.place(day)), "label": day.year().to_string() }))
        .collect()
}

struct Dated {
    at: f64,
    letter: String,
    words: String,
    /// On which of two lines its letter stands, so that neighbours can be read.
    step: usize,
}

/// The key dates within the period, in order of time.
fn key_dates(review: &Review, period: Period, matter: &mut Matter) -> Vec<Dated> {
    let known = review.key_dates.iter().filter_map(|date| {
        let day = date.when.earliest.or(date.when.latest)?.date;
        period.holds(day).then_some((day, date))
    });
    let mut dates: Vec<_> = known.collect();
    dates.sort_by_key(|(day, date)| (*day, date.id));
    dates.truncate(DATES_ON_A_FIGURE);
    let mut before = (f64::MIN, 1);
    ('A'..='Z')
        .zip(dates)
        .map(|(letter, (day, date))| {
            let at = rounded(period.place(day));
            let step = if at - before.0 < 0.03 {
                1 - before.1
            } else {
                0
            };
            before = (at, step);
            Dated {
                at,
                letter: letter.to_string(),
                words: matter.plain(&format!("{}: {}", date.label, dates::spoken(&date.when))),
                step,
            }
        })
        .collect()
}
