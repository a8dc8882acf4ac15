//! What is shown, in words: for the chips above the table and for the head of what is printed.

use chrono::NaiveDate;

use super::ChronologyState;
use crate::app::{Problem, field};
use crate::chronology::{Filter, Grouping, InEvent, Only, Sorting, Withdrawn};
use crate::dates;
use crate::model::{Disclosure, Enquiry, Review};

/// One thing that the filter asks for, and the filter without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub words: String,
    pub without: Filter,
}

/// Everything that a filter asks for, in the order of its menu.
pub fn filter_parts(review: &Review, filter: &Filter) -> Vec<Part> {
    let mut parts = Parts {
        filter,
        parts: Vec::new(),
    };
    let only = filter.only.as_ref();
    parts.add(only.map(|only| of_figure(review, only)), |without| {
        without.only = None;
    });
    parts.add(period(filter), |without| {
        (without.from, without.until) = (None, None);
    });
    parts.each(
        &filter.agencies,
        |without| &mut without.agencies,
        |id| {
            let agency = review.agency(*id);
            agency.map_or("an agency that is gone".to_owned(), |agency| {
                agency.name.clone()
            })
        },
    );
    parts.each(
        &filter.sectors,
        |without| &mut without.sectors,
        |key| {
            let sectors = &review.template.sectors;
            let sector = sectors.iter().find(|sector| sector.key == *key);
            sector.map_or(key.clone(), |sector| sector.name.clone())
        },
    );
    parts.each(
        &filter.people,
        |without| &mut without.people,
        |id| {
            let person = review.person(*id);
            person.map_or("a person who is gone".to_owned(), |person| {
                person.name.clone()
            })
        },
    );
    parts.each(
        &filter.tags,
        |without| &mut without.tags,
        |key| tag_name(review, key).to_owned(),
    );
    parts.each(
        &filter.indicators,
        |without| &mut without.indicators,
        |key| {
            let indicators = &review.template.indicators;
            let indicator = indicators.iter().find(|indicator| indicator.key == *key);
            indicator.map_or(key.clone(), |indicator| indicator.name.clone())
        },
    );
    parts.each(
        &filter.bases,
        |without| &mut without.bases,
        |basis| basis.words().to_owned(),
    );
    parts.each(
        &filter.enquiries,
        |without| &mut without.enquiries,
        |enquiry| asked(*enquiry).to_owned(),
    );
    parts.each(
        &filter.disclosures,
        |without| &mut without.disclosures,
        |disclosure| disclosed(*disclosure).to_owned(),
    );
    let joined = filter.event.map(|event| match event {
        InEvent::Joined => "In an event",
        InEvent::Alone => "In no event",
    });
    parts.add(joined.map(str::to_owned), |without| without.event = None);
    parts.flag(filter.contradicted, "Contradicted", |without| {
        without.contradicted = false
    });
    parts.flag(filter.doubtful, "Dates to look at", |without| {
        without.doubtful = false
    });
    parts.flag(filter.untagged, "Without tags", |without| {
        without.untagged = false
    });
    let withdrawn = match filter.withdrawn {
        Withdrawn::LeftOut => None,
        Withdrawn::Among => Some("With withdrawn entries"),
        Withdrawn::Only => Some("Withdrawn entries only"),
    };
    parts.add(withdrawn.map(str::to_owned), |without| {
        without.withdrawn = Withdrawn::LeftOut;
    });
    parts.parts
}

struct Parts<'a> {
    filter: &'a Filter,
    parts: Vec<Part>,
}

impl Parts<'_> {
    fn add(&mut self, words: Option<String>, take_away: impl FnOnce(&mut Filter)) {
        if let Some(words) = words {
            let mut without = self.filter.clone();
            take_away(&mut without);
            self.parts.push(Part { words, without });
        }
    }

    fn flag(&mut self, on: bool, words: &str, take_away: impl FnOnce(&mut Filter)) {
        self.add(on.then(|| words.to_owned()), take_away);
    }

    fn each<T: PartialEq>(
        &mut self,
        wanted: &[T],
        list: impl Fn(&mut Filter) -> &mut Vec<T>,
        words: impl Fn(&T) -> String,
    ) {
        for item in wanted {
            self.add(Some(words(item)), |without| {
                list(without).retain(|other| other != item);
            });
        }
    }
}

pub fn asked(enquiry: Enquiry) -> &'static str {
    match enquiry {
        Enquiry::NotRecorded => "Asked: not recorded",
        Enquiry::Asked => "Asked about abuse",
        Enquiry::NotAsked => "Not asked about abuse",
        Enquiry::NotPossible => "Not possible to ask",
    }
}

pub fn disclosed(disclosure: Disclosure) -> &'static str {
    match disclosure {
        Disclosure::NotRecorded => "Disclosure not recorded",
        Disclosure::Disclosed => "Abuse disclosed",
        Disclosure::NotDisclosed => "Abuse not disclosed",
    }
}

/// What a tag is called; its key where the template no longer knows it.
fn tag_name<'a>(review: &'a Review, key: &'a str) -> &'a str {
    let weaknesses = &review.weaknesses;
    weaknesses
        .iter()
        .find(|weakness| weakness.key == key)
        .map_or(key, |weakness| weakness.name.as_str())
}

/// “12 records: Police, no routine enquiry”; counts those that are still there.
fn of_figure(review: &Review, only: &Only) -> String {
    let entries = only.entries.iter();
    match entries.filter(|id| review.entry(**id).is_some()).count() {
        1 => format!("1 record: {}", only.title),
        count => format!("{count} records: {}", only.title),
    }
}

pub(super) fn period(filter: &Filter) -> Option<String> {
    let spoken = dates::spoken_date;
    match (filter.from, filter.until) {
        (Some(from), Some(until)) => Some(format!("{} – {}", spoken(from), spoken(until))),
        (Some(from), None) => Some(format!("from {}", spoken(from))),
        (None, Some(until)) => Some(format!("until {}", spoken(until))),
        (None, None) => None,
    }
}

/// “in order of time”, “sorted by agency, Z to A first, grouped by year”.
pub fn order_in_words(sorting: Sorting, grouping: Grouping) -> String {
    let mut words = if sorting.is_by_time() {
        "in order of time".to_owned()
    } else if sorting.by == crate::chronology::Column::When {
        "latest first".to_owned()
    } else {
        let turned = if sorting.descending {
            ", descending"
        } else {
            ""
        };
        format!(
            "sorted by {}{turned}, then by time",
            sorting.by.title().to_lowercase()
        )
    };
    if grouping != Grouping::None {
        words.push_str(", grouped ");
        words.push_str(&grouping.words().to_lowercase());
    }
    words
}

impl ChronologyState {
    /// “Police; 2018; “strangul”; 42 of 368 entries, in order of time”.
    pub fn in_words(&self, review: &Review, printed: usize) -> String {
        let mut parts: Vec<String> = filter_parts(review, &self.filter)
            .into_iter()
            .map(|part| part.words)
            .collect();
        let words = self.words.trim();
        if !words.is_empty() {
            parts.push(format!("holding “{words}”"));
        }
        let all = review.entries.len();
        let count = match (printed == all, all) {
            (true, 1) => "the only entry".to_owned(),
            (true, _) => format!("all {all} entries"),
            (false, _) => format!("{printed} of {all} entries"),
        };
        parts.push(format!(
            "{count}, {}",
            order_in_words(self.sorting, self.grouping)
        ));
        parts.join("; ")
    }
}

/// The first day that a wording can mean; `None` where there is none.
pub(super) fn first_day(
    text: &str,
    review: &Review,
    today: NaiveDate,
) -> Result<Option<NaiveDate>, Problem> {
    end_of(text, review, today, true)
}

/// The last day that a wording can mean; `None` where there is none.
pub(super) fn last_day(
    text: &str,
    review: &Review,
    today: NaiveDate,
) -> Result<Option<NaiveDate>, Problem> {
    end_of(text, review, today, false)
}

fn end_of(
    text: &str,
    review: &Review,
    today: NaiveDate,
    first: bool,
) -> Result<Option<NaiveDate>, Problem> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let when = field::understood(text.trim(), review, today)?;
    let end = if first { when.earliest } else { when.latest };
    match end {
        Some(moment) => Ok(Some(moment.date)),
        None => Err(Problem::new(
            format!(
                "“{}” has no {} day",
                text.trim(),
                if first { "first" } else { "last" }
            ),
            "Give a day, a month or a year, such as 12 April 2019, April 2019 or 2019. The filter is as it was.",
        )),
    }
}
