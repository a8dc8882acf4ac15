//! Signs of danger in the records over time.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::denial::is_denied;
use super::wording::{WordFinder, cells};
use crate::model::{Entry, EntryId, Review, Template, When};

/// More quarters than this are shown as years.
const MOST_QUARTERS: i32 = 40;

/// How often each indicator of the template shows, by stretches of equal length.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Escalation {
    /// First days of the stretches (calendar quarters, or years where there are more than 40 quarters), without gaps,
    /// from the first record with a sign to the last, or to the death where that is later.
    pub stretches: Vec<NaiveDate>,
    pub by_year: bool,
    /// One for each stretch.
    pub kinds: Vec<Kinds>,
    /// How many records were read, and how many of them carry a sign, if only one that is denied.
    pub read: usize,
    pub signed: usize,
    /// In the template's order; those that show nowhere included.
    pub rows: Vec<IndicatorRow>,
}

/// Everything that shows in one stretch.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Kinds {
    /// How many different indicators show, and are not only denied.
    pub indicators: usize,
    /// The records in which they show, each once, in order of time.
    pub entries: Vec<EntryId>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorRow {
    /// Key of the template's indicator.
    pub indicator: String,
    /// One for each stretch: its entries, in order of time.
    pub cells: Vec<Vec<EntryId>>,
    /// The first record in time that shows it, and does not only deny it.
    pub first: Option<EntryId>,
    /// Entries that show it but have no date that fits into one stretch.
    pub elsewhere: Vec<EntryId>,
    /// Those of all these entries that only deny it or ask about it ("denied strangulation"): shown, but marked. In order of id.
    pub denied: Vec<EntryId>,
}

impl IndicatorRow {
    pub fn denies(&self, entry: EntryId) -> bool {
        self.denied.binary_search(&entry).is_ok()
    }

    /// How many of these records do not only deny it.
    pub fn stated(&self, entries: &[EntryId]) -> usize {
        entries.iter().filter(|id| !self.denies(**id)).count()
    }

    /// All records that show it, in order of the stretches.
    pub fn entries(&self) -> impl Iterator<Item = EntryId> + '_ {
        self.cells.iter().flatten().chain(&self.elsewhere).copied()
    }
}

/// A cell of a record, and where the words of an indicator stand in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sighting {
    pub wording: String,
    /// In order, none over another.
    pub places: Vec<Range<usize>>,
    /// All of these places only deny it or ask about it.
    pub denied: bool,
}

/// The template's indicators, ready to be looked for in many entries.
#[derive(Debug, Clone)]
pub struct Indicators<'a> {
    template: &'a Template,
    finder: WordFinder,
}

/// An indicator that shows in an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// Index into the template's indicators.
    pub indicator: usize,
    /// The record's words; the first that do not deny it, where there are such.
    pub words: String,
    /// The record only denies it or asks about it.
    pub denied: bool,
}

impl<'a> Indicators<'a> {
    pub fn of(template: &'a Template) -> Self {
        Self {
            finder: WordFinder::of(template.indicators.iter().map(|one| &one.words)),
            template,
        }
    }

    /// Each indicator once, in the template's order. The agency's own words are read, not its author's comment.
    pub fn of_entry(&self, entry: &Entry) -> Vec<Sign> {
        let mut signs: Vec<Sign> = Vec::new();
        for cell in cells(entry) {
            for hit in self.finder.in_text(cell) {
                let known = signs.iter_mut().find(|sign| sign.indicator == hit.list);
                if known.as_ref().is_some_and(|sign| !sign.denied) {
                    continue;
                }
                let sign = Sign {
                    indicator: hit.list,
                    words: cell[hit.start..hit.end].to_owned(),
                    denied: is_denied(cell, hit.start, hit.end),
                };
                match known {
                    Some(known) if !sign.denied => *known = sign,
                    Some(_) => {}
                    None => signs.push(sign),
                }
            }
        }
        signs.sort_by_key(|sign| sign.indicator);
        signs
    }

    /// The cells in which the words stand: of the indicator with this key, or of any.
    pub fn sightings(&self, entry: &Entry, indicator: Option<&str>) -> Vec<Sighting> {
        let all = &self.template.indicators;
        let wanted = |list: usize| {
            indicator.is_none_or(|key| all.get(list).is_some_and(|one| one.key == key))
        };
        let of_cell = |cell: &str| {
            let mut places: Vec<Range<usize>> = Vec::new();
            let mut denied = true;
            for hit in self.finder.in_text(cell) {
                let is_over_last = places.last().is_some_and(|last| hit.start < last.end);
                if wanted(hit.list) && !is_over_last {
                    denied &= is_denied(cell, hit.start, hit.end);
                    places.push(hit.start..hit.end);
                }
            }
            (!places.is_empty()).then(|| Sighting {
                wording: cell.to_owned(),
                places,
                denied,
            })
        };
        cells(entry).filter_map(of_cell).collect()
    }

    pub fn key(&self, sign: &Sign) -> &'a str {
        self.template
            .indicators
            .get(sign.indicator)
            .map_or("", |indicator| indicator.key.as_str())
    }
}

/// Over the entries of `order` (as from [`super::in_order`], or a part of it) that are not withdrawn.
pub fn escalation(review: &Review, order: &[u32]) -> Escalation {
    let indicators = Indicators::of(&review.template);
    let standing: Vec<&Entry> = order
        .iter()
        .filter_map(|index| review.entries.get(*index as usize))
        .map(|entry| &**entry)
        .filter(|entry| entry.withdrawn.is_none())
        .collect();
    let signed: Vec<(&Entry, Vec<Sign>)> = standing
        .iter()
        .map(|entry| (*entry, indicators.of_entry(entry)))
        .filter(|(_, signs)| !signs.is_empty())
        .collect();
    let quarters = Quarters::of(review, &signed);
    let mut rows: Vec<IndicatorRow> = review
        .template
        .indicators
        .iter()
        .map(|indicator| IndicatorRow {
            indicator: indicator.key.clone(),
            cells: vec![Vec::new(); quarters.count()],
            first: None,
            elsewhere: Vec::new(),
            denied: Vec::new(),
        })
        .collect();
    let mut kinds = vec![Kinds::default(); quarters.count()];
    for (entry, signs) in &signed {
        let place = quarters.place(&entry.when);
        for sign in signs {
            rows[sign.indicator].take_in(entry.id, place, sign.denied);
        }
        if let Some(kinds) = place.and_then(|place| kinds.get_mut(place))
            && signs.iter().any(|sign| !sign.denied)
        {
            kinds.entries.push(entry.id);
        }
    }
    for row in &mut rows {
        row.denied.sort_unstable();
        for (kinds, cell) in kinds.iter_mut().zip(&row.cells) {
            kinds.indicators += usize::from(row.stated(cell) > 0);
        }
    }
    Escalation {
        stretches: quarters.first_days(),
        by_year: quarters.by_year,
        kinds,
        read: standing.len(),
        signed: signed.len(),
        rows,
    }
}

impl IndicatorRow {
    fn take_in(&mut self, entry: EntryId, place: Option<usize>, denied: bool) {
        match place.and_then(|place| self.cells.get_mut(place)) {
            Some(cell) => cell.push(entry),
            None => self.elsewhere.push(entry),
        }
        if denied {
            self.denied.push(entry);
        } else if self.first.is_none() {
            self.first = Some(entry);
        }
    }
}

/// The stretches between the first and the last sign; numbered from the first quarter or year of our era.
struct Quarters {
    first: i32,
    /// Exclusive.
    end: i32,
    by_year: bool,
}

impl Quarters {
    fn of(review: &Review, signed: &[(&Entry, Vec<Sign>)]) -> Self {
        let mut numbers: Vec<i32> = signed
            .iter()
            .filter_map(|(entry, _)| one_of(&entry.when, quarter_number))
            .collect();
        let death = review.key_date("death");
        let death = death.and_then(|death| one_of(&death.when, quarter_number));
        let first = numbers.iter().min().copied();
        numbers.extend(death.filter(|death| first.is_some_and(|first| first < *death)));
        let (first, last) = match (numbers.iter().min(), numbers.iter().max()) {
            (Some(first), Some(last)) => (*first, *last),
            _ => {
                return Self {
                    first: 0,
                    end: 0,
                    by_year: false,
                };
            }
        };
        if last - first < MOST_QUARTERS {
            return Self {
                first,
                end: last + 1,
                by_year: false,
            };
        }
        Self {
            first: first.div_euclid(4),
            end: last.div_euclid(4) + 1,
            by_year: true,
        }
    }

    fn count(&self) -> usize {
        usize::try_from(self.end - self.first).unwrap_or(0)
    }

    fn place(&self, when: &When) -> Option<usize> {
        let number = match self.by_year {
            true => one_of(when, |day| day.year()),
            false => one_of(when, quarter_number),
        }?;
        (self.first..self.end)
            .contains(&number)
            .then(|| usize::try_from(number - self.first).ok())
            .flatten()
    }

    fn first_days(&self) -> Vec<NaiveDate> {
        (self.first..self.end)
            .filter_map(|number| match self.by_year {
                true => NaiveDate::from_ymd_opt(number, 1, 1),
                false => {
                    let quarter = u32::try_from(number.rem_euclid(4)).unwrap_or(0);
                    NaiveDate::from_ymd_opt(number.div_euclid(4), quarter * 3 + 1, 1)
                }
            })
            .collect()
    }
}

fn quarter_number(day: NaiveDate) -> i32 {
    let quarter = i32::try_from(day.month0() / 3).unwrap_or(0);
    day.year() * 4 + quarter
}

/// The stretch in which both ends lie; `None` where an end is open or they lie in different ones.
fn one_of(when: &When, number: impl Fn(NaiveDate) -> i32) -> Option<i32> {
    let (earliest, latest) = when.earliest.zip(when.latest)?;
    let (from, until) = (number(earliest.date), number(latest.date));
    (from == until).then_some(from)
}
